# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Period codes, and the bits that say which rows of a table have come in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.errors import InputError
from baken.model.period import Period, PeriodKind
from baken.sources.protocols.cells import Cells
from baken.sources.protocols.periods import gaps, period_of
from baken.store.columns import period_code

MONTHS = [Period(PeriodKind.MONTH, year, month) for year in (2022, 2023) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("code", "period"),
    [("2024JJ00", "2024"), ("2024KW01", "2024-Q1"), ("2024MM03", "2024-03"), ("2024MM12  ", "2024-12")],
)
def test_a_code_is_a_year_a_quarter_or_a_month(code: str, period: str) -> None:
    assert period_of(code, "Perioden") == Period.parse(period)


def test_a_year_of_a_survey_is_a_wave_and_a_month_stays_one() -> None:
    assert period_of("2023JJ00", "Perioden", wave=True) == Period(PeriodKind.WAVE, 2023)
    assert period_of("2023MM01", "Perioden", wave=True) == Period.parse("2023-01")


@pytest.mark.parametrize("code", ["2024SJ00", "2024HJ01"])
def test_a_kind_of_period_that_is_not_used_here_is_none(code: str) -> None:
    assert period_of(code, "Perioden") is None


@pytest.mark.parametrize(
    "code", ["2024MM13", "2024MM00", "2024KW05", "2024JJ01", "2024G400", "2024", "", "24MM01"]
)
def test_a_code_that_is_no_period_is_refused(code: str) -> None:
    with pytest.raises(InputError, match="is no period"):
        period_of(code, "Perioden")


def test_months_and_years_never_get_the_same_code() -> None:
    codes = [
        f"2024{kind}"
        for kind in ("JJ00", *(f"KW0{n}" for n in range(1, 5)), *(f"MM{n:02}" for n in range(1, 13)))
    ]
    found = [period_of(code, "Perioden") for code in codes]
    assert len({period_code(one) for one in found if one}) == len(codes) == 17


@given(st.sets(st.sampled_from(MONTHS), min_size=1))
def test_what_is_skipped_fills_the_months_from_the_first_to_the_last(held: set[Period]) -> None:
    skipped = gaps(held)
    between = MONTHS[MONTHS.index(min(held)) : MONTHS.index(max(held)) + 1]
    assert not held & set(skipped)
    assert sorted({*held, *skipped}) == between


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(0, 6)), max_size=60),
    st.integers(1, 7),
)
def test_a_cell_is_taken_once(rows: list[tuple[int, int, int]], size: int) -> None:
    cells = Cells(4, 5, 7)
    seen: set[tuple[int, ...]] = set()
    for start in range(0, len(rows), size):
        page = rows[start : start + size]
        twice = cells.take(cells.numbers(*(np.array(column) for column in zip(*page, strict=True))))
        if len({*page}) < len(page) or seen & {*page}:
            assert twice is not None
            assert cells.keys(twice) in {*page}
            return
        assert twice is None
        seen |= {*page}
    assert cells.count == len(seen)
    lacking = cells.lacking()
    assert lacking is not None
    assert cells.keys(lacking) == min(
        {(a, b, c) for a in range(4) for b in range(5) for c in range(7)} - seen
    )


def test_nothing_lacks_when_every_cell_has_come() -> None:
    cells = Cells(2, 3)
    assert cells.take(np.arange(6)) is None
    assert cells.lacking() is None
