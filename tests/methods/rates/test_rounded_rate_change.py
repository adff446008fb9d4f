# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.rates.rate_change import rate_change
from baken.methods.rates.rounded_rate_change import rounded_rate_change
from baken.methods.rates.rounding import half_up

from ..vectors import COUNTED, PEOPLE_2017, PEOPLE_2021, TABLE

PEOPLE = (PEOPLE_2017, PEOPLE_2021)


@pytest.mark.parametrize("name", COUNTED)
def test_changes_of_the_table(name: str) -> None:
    row = TABLE[name]
    result = rounded_rate_change((row.values[0], row.values[-1]), PEOPLE, 1)
    assert half_up(result.change.difference, 1) == row.difference
    assert half_up(result.change.percent, 1) == row.percent
    assert result.counts_after is not None
    assert (result.counts_after.low, result.counts_after.high) == row.counts


@pytest.mark.parametrize("name", COUNTED)
def test_which_changes_of_the_table_can_be_told_from_none(name: str) -> None:
    row = TABLE[name]
    result = rounded_rate_change((row.values[0], row.values[-1]), PEOPLE, 1)
    assert result.change.excludes_no_change is (name not in {"overlast", "vernieling"})


def test_vernieling_percentage_is_that_of_the_printed_rates() -> None:
    # The central counts 786 and 793 would give +3.0 %; the printed 6.4 and 6.6 give +3.1 %.
    printed = rounded_rate_change((6.4, 6.6), PEOPLE, 1).change
    central = rate_change((786, 793), PEOPLE)
    assert (half_up(printed.percent, 1), half_up(central.percent, 1)) == (3.1, 3.0)
    assert printed.percent_lower < central.percent_lower < 0 < central.percent_upper < printed.percent_upper


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(20_000, 300_000), st.integers(20_000, 300_000))
def test_the_envelope_holds_the_interval_of_the_true_counts(
    before: float, after: float, people_before: int, people_after: int
) -> None:
    people = (people_before, people_after)
    printed = [half_up(count * 1000 / n, 1) for count, n in zip((before, after), people, strict=True)]
    rounded = rounded_rate_change(printed, people, 1).change
    true = rate_change((before, after), people)
    if rounded.judged and true.judged:
        assert rounded.ratio_lower <= true.ratio_lower * (1 + 1e-9)
        assert true.ratio_upper <= rounded.ratio_upper * (1 + 1e-9)
        assert rounded.ratio_lower <= rounded.ratio <= rounded.ratio_upper


def test_a_printed_zero_leaves_the_upper_limit_open() -> None:
    change = rounded_rate_change((0.0, 2.0), PEOPLE, 1).change
    assert change.judged
    assert change.ratio_upper == math.inf
    assert 1 < change.ratio_lower < math.inf


def test_corners_with_both_counts_zero_set_no_limit() -> None:
    change = rounded_rate_change((0.0, 0.1), (1_000, 10_000), 1).change
    assert change.ratio_lower == pytest.approx(0, abs=1e-2)
    assert change.ratio_upper == math.inf
    assert change.excludes_no_change is False


@pytest.mark.parametrize(
    ("rates", "people"),
    [((0.0, 0.0), PEOPLE), ((math.nan, 6.6), PEOPLE), ((6.4, 6.6), (math.nan, PEOPLE_2021))],
)
def test_both_printed_zero_or_missing_is_not_judged(rates: Any, people: Any) -> None:
    result = rounded_rate_change(rates, people, 1)
    assert not result.change.judged
    assert result.change.excludes_no_change is None
    assert math.isnan(result.change.ratio_lower)


def test_overdispersion_widens() -> None:
    plain = rounded_rate_change((6.4, 5.0), PEOPLE, 1).change
    wide = rounded_rate_change((6.4, 5.0), PEOPLE, 1, overdispersion=4).change
    assert wide.ratio_lower < plain.ratio_lower < plain.ratio_upper < wide.ratio_upper


@pytest.mark.parametrize(
    ("rates", "people", "settings", "message"),
    [
        ((6.45, 6.6), PEOPLE, {}, "rate 6.45 has more than the 1 decimals printed"),
        ((6.4,), PEOPLE, {}, "rate must be a pair"),
        ((6.4, 6.6), (0, 1), {}, "denominator must be positive"),
        ((6.4, 6.6), PEOPLE, {"overdispersion": 0.5}, "overdispersion must be 1 or more"),
        ((math.nan, 6.6), PEOPLE, {"level": 2}, "level must lie between 0 and 1"),
    ],
)
def test_mistakes_raise(rates: Any, people: Any, settings: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        rounded_rate_change(rates, people, 1, **settings)
