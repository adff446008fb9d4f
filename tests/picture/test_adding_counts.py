# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Adding counts never turns something missing into a number, and never calls a part the whole."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import CombinationError, InputError
from baken.model.observation import Life, Observation, Presence
from baken.model.period import Period, PeriodKind
from baken.picture.derive import add_counts, rate, yearly
from support import CITY, inhabitants, measured, read_rows, unmeasured, year

MEASURE = "politie-misdrijven/1.1.1"
ABSENT = [one for one in Presence if one is not Presence.VALUE]
YEAR = year(2021)


def month(number: int, value: int | None, why: Presence = Presence.MISSING) -> Observation:
    period = Period(PeriodKind.MONTH, 2021, number)
    return unmeasured(MEASURE, period, why) if value is None else measured(MEASURE, period, value)


@st.composite
def parts(draw: st.DrawFn) -> Observation:
    number = draw(st.integers(1, 12))
    value = draw(st.none() | st.integers(0, 10_000))
    return replace(
        month(number, value, draw(st.sampled_from(ABSENT))), life=draw(st.sampled_from(list(Life)))
    )


@given(st.lists(parts(), min_size=1, max_size=12))
def test_a_sum_has_a_value_only_if_every_part_has_one(found: list[Observation]) -> None:
    total = add_counts(found, YEAR)
    absent = {part.presence for part in found} - {Presence.VALUE}
    if absent:
        assert (total.value, total.count) == (None, None)
        assert total.presence in absent
    else:
        assert total.value == total.count == sum(part.value or 0 for part in found)
        assert total.presence is Presence.VALUE
    assert total.period == YEAR


@given(st.lists(parts(), min_size=1, max_size=12))
def test_a_sum_is_as_final_as_its_least_final_part(found: list[Observation]) -> None:
    order = [Life.WITHDRAWN, Life.PROVISIONAL, Life.REVISED, Life.FINAL]
    lives = {part.life for part in found}
    assert add_counts(found, YEAR).life is next(life for life in order if life in lives)


def test_a_sum_names_all_snapshots_and_annotations_that_it_was_made_from() -> None:
    first = replace(month(1, 1), snapshot="a@1", annotation="x")
    second = replace(month(2, 2), snapshot="b@1 a@1", annotation="y")
    total = add_counts([first, second, replace(second, annotation="x")], YEAR)
    assert (total.snapshot, total.annotation, total.value) == ("a@1 b@1", "x y", Decimal(5))


@given(st.lists(st.integers(0, 1000), min_size=12, max_size=12))
def test_twelve_months_make_a_year(values: list[int]) -> None:
    found = yearly(month(number, value) for number, value in enumerate(values, start=1))
    assert found.keys() == {2021}
    assert found[2021].value == found[2021].count == sum(values)
    assert found[2021].period == YEAR


@given(st.sets(st.integers(1, 12), min_size=1, max_size=11))
def test_a_year_that_lacks_a_month_has_no_value(held: set[int]) -> None:
    found = yearly(month(number, 5) for number in sorted(held))[2021]
    assert (found.presence, found.value, found.count) == (Presence.MISSING, None, None)


@given(st.integers(1, 12), st.sampled_from(ABSENT))
def test_a_year_with_one_month_without_a_value_says_why_it_has_none(gap: int, why: Presence) -> None:
    months = [month(number, None if number == gap else 5, why) for number in range(1, 13)]
    found = yearly(months)[2021]
    assert (found.presence, found.value, found.count) == (why, None, None)


def test_a_year_of_zeros_is_zero_and_not_missing() -> None:
    found = yearly(month(number, 0) for number in range(1, 13))[2021]
    assert (found.presence, found.value) == (Presence.VALUE, Decimal(0))


def test_a_yearly_count_is_kept_as_it_is() -> None:
    whole = measured(MEASURE, YEAR, 60)
    assert yearly([whole]) == {2021: whole}


def test_a_year_and_its_months_in_one_series_are_refused() -> None:
    with pytest.raises(CombinationError, match="years and months in one series"):
        yearly([measured(MEASURE, YEAR, 60), month(1, 5)])
    with pytest.raises(CombinationError, match="years and months in one series"):
        yearly([measured(MEASURE, Period(PeriodKind.QUARTER, 2021, 1), 60)])


@pytest.mark.parametrize("people", [None, 0])
def test_a_rate_without_a_population_has_no_value(people: int | None) -> None:
    catalogue = load_catalogue()
    hic = catalogue.indicator("hic")
    population = None if people is None else inhabitants(people, 2021)
    found = rate(hic, catalogue.unit_of(hic), measured(MEASURE, YEAR, 60), population)
    assert (found.presence, found.value, found.count) == (Presence.MISSING, None, None)


@pytest.mark.parametrize("why", ABSENT)
def test_a_rate_of_counts_that_are_not_there_is_not_there_for_the_same_reason(why: Presence) -> None:
    catalogue = load_catalogue()
    hic = catalogue.indicator("hic")
    gone = unmeasured(MEASURE, YEAR, why)
    found = rate(hic, catalogue.unit_of(hic), gone, inhabitants(120_000, 2021))
    assert (found.presence, found.value) == (why, None)


def test_a_count_with_decimals_is_refused_on_the_way_in_and_never_cut_off(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=rf"line 2: 2.5 cannot be a value of {MEASURE}: a count has no"):
        read_rows(tmp_path, f"{MEASURE},{CITY},2021,2.5,measured,count")
    (one,) = read_rows(tmp_path, f"{MEASURE},{CITY},2021,2.0,measured,count")
    assert add_counts([one], YEAR).value == Decimal(2)
