# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Periods read back as they are written, stand in the order of time, and are counted in whole months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.period import Period, PeriodKind, whole_months

LAST = {PeriodKind.YEAR: 0, PeriodKind.WAVE: 0, PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}
DATES = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    kind = draw(st.sampled_from(list(PeriodKind)))
    last = LAST[kind]
    return Period(kind, draw(st.integers(1000, 9998)), draw(st.integers(min(1, last), last)))


@given(periods())
def test_a_period_reads_back_as_it_is_written(period: Period) -> None:
    assert Period.parse(str(period), wave=period.kind is PeriodKind.WAVE) == period


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("2021", PeriodKind.YEAR, date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-Q2", PeriodKind.QUARTER, date(2021, 4, 1), date(2021, 6, 30)),
        ("2024-02", PeriodKind.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2021-12", PeriodKind.MONTH, date(2021, 12, 1), date(2021, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, kind: PeriodKind, first: date, last: date) -> None:
    period = Period.parse(text)
    assert (period.kind, period.start, period.end) == (kind, first, last)


@pytest.mark.parametrize(
    "text", ["", "21", "2021-13", "2021-0", "2021-3", "2021-Q5", "2021Q1", "2021-q1", "GM"]
)
def test_a_text_that_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a period"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("kind", "year", "number"),
    [
        (PeriodKind.YEAR, 2021, 1),
        (PeriodKind.WAVE, 2021, 3),
        (PeriodKind.QUARTER, 2021, 0),
        (PeriodKind.QUARTER, 2021, 5),
        (PeriodKind.MONTH, 2021, 0),
        (PeriodKind.MONTH, 2021, 13),
        (PeriodKind.YEAR, 21, 0),
    ],
)
def test_a_period_that_cannot_exist_is_not_made(kind: PeriodKind, year: int, number: int) -> None:
    with pytest.raises(ValueError, match="no such period"):
        Period(kind, year, number)


def test_a_year_and_the_survey_wave_of_that_year_are_two_periods() -> None:
    assert Period.parse("2021") != Period.parse("2021", wave=True)


@given(st.lists(periods(), min_size=2, max_size=8))
def test_periods_stand_in_the_order_of_their_first_days(found: list[Period]) -> None:
    starts = [period.start for period in sorted(found)]
    assert starts == sorted(starts)


@given(periods(), periods())
def test_of_two_periods_exactly_one_comes_first_unless_they_are_the_same(one: Period, other: Period) -> None:
    assert (one < other) + (other < one) + (one == other) == 1


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2021, 12, 31), date(2023, 1, 31), 13),
        (date(2021, 12, 31), date(2023, 1, 30), 12),
        (date(2021, 12, 31), date(2022, 2, 28), 2),
        (date(2021, 12, 31), date(2022, 2, 27), 1),
        (date(2023, 1, 15), date(2023, 2, 14), 0),
        (date(2023, 1, 15), date(2023, 2, 15), 1),
        (date(2021, 12, 31), date(2021, 12, 31), 0),
    ],
)
def test_months_are_counted_when_they_are_whole(start: date, end: date, months: int) -> None:
    assert whole_months(start, end) == months


@given(DATES, st.integers(0, 600))
def test_the_last_day_of_a_later_month_completes_that_month(start: date, months: int) -> None:
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    last = date(year, month + 1, monthrange(year, month + 1)[1])
    assert whole_months(start, last) == months


@given(DATES, st.integers(0, 4000))
def test_a_day_later_never_makes_fewer_months(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    assert whole_months(start, end) <= whole_months(start, end + timedelta(days=1)) <= days + 1
