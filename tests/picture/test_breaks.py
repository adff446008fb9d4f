# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a change in counting does to a judgement, and between which figures it lies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from baken.catalogue.catalogue import Catalogue
from baken.model.figure import Change, NotJudged, Supported
from baken.model.indicator import Break
from baken.model.period import Period, PeriodKind
from baken.picture.changes import breaks_between, breaks_of

from .helpers import MAASTRICHT, bare, made_up, made_up_break, measured

BETWEEN = date(2024, 7, 1)
UP, DOWN = ("2.0", "4.0"), ("4.0", "2.0")


def catalogue_with(*breaks: Break) -> Catalogue:
    return replace(bare().catalogue, breaks=breaks)


def change_over(
    breaks: tuple[Break, ...], values: tuple[str, str], years: tuple[int, int] = (2023, 2025)
) -> Change:
    figures = [measured("hic", year, value) for year, value in zip(years, values, strict=True)]
    found = made_up(figures, catalogue=catalogue_with(*breaks)).record("hic", MAASTRICHT).change
    assert found
    return found


@pytest.mark.parametrize(
    ("severity", "bias", "values", "supported", "reason"),
    [
        ("stop", "up", UP, None, NotJudged.BREAK),
        ("stop", "down", UP, None, NotJudged.BREAK),
        ("stop", "unknown", DOWN, None, NotJudged.BREAK),
        ("stop", "none", DOWN, None, NotJudged.BREAK),
        ("caution", "up", UP, None, NotJudged.BREAK),
        ("caution", "up", DOWN, Supported.DOWN, None),
        ("caution", "down", DOWN, None, NotJudged.BREAK),
        ("caution", "down", UP, Supported.UP, None),
        ("caution", "unknown", UP, Supported.UP, None),
        ("caution", "none", UP, Supported.UP, None),
        ("note", "up", UP, Supported.UP, None),
        ("note", "down", DOWN, Supported.DOWN, None),
    ],
)
def test_a_break_stops_or_stops_one_way_or_only_notes(
    severity: str, bias: str, values: tuple[str, str], supported: Supported | None, reason: NotJudged | None
) -> None:
    found = change_over((made_up_break(BETWEEN, severity, bias),), values)
    assert (found.supported_direction, found.reason) == (supported, reason)
    assert found.breaks == ("test-break",), "it is named whatever it does"
    assert found.interval is not None


def test_without_a_break_both_directions_are_judged() -> None:
    assert change_over((), UP).supported_direction is Supported.UP
    assert change_over((), DOWN).supported_direction is Supported.DOWN


def test_one_break_against_the_change_does_not_lift_another_along_it() -> None:
    pair = (
        made_up_break(BETWEEN, "caution", "down", name="a"),
        made_up_break(BETWEEN, "caution", "up", name="b"),
    )
    found = change_over(pair, UP)
    assert (found.supported_direction, found.reason) == (None, NotJudged.BREAK)
    assert found.breaks == ("a", "b")


def test_a_difference_within_chance_stays_that_with_a_cautious_break() -> None:
    found = change_over((made_up_break(BETWEEN, "caution", "up"),), ("2.0", "2.1"))
    assert found.reason is NotJudged.INSIDE_INTERVAL


def test_a_break_outside_the_two_years_says_nothing() -> None:
    for day in (date(2023, 1, 1), date(2023, 7, 2), date(2025, 7, 3), date(2026, 1, 1)):
        assert change_over((made_up_break(day, "stop", "up"),), UP).breaks == ()


@pytest.mark.parametrize(
    ("day", "between"),
    [
        (date(2018, 7, 2), None),
        (date(2018, 7, 3), (2018, 2019)),
        (date(2019, 1, 1), (2018, 2019)),
        (date(2019, 7, 2), (2018, 2019)),
        (date(2019, 7, 3), (2019, 2020)),
        (date(2019, 12, 31), (2019, 2020)),
    ],
)
def test_a_break_lies_between_the_two_years_whose_middles_are_around_it(
    day: date, between: tuple[int, int] | None
) -> None:
    catalogue = catalogue_with(made_up_break(day, "stop", "up"))
    years = [Period(PeriodKind.YEAR, year) for year in (2018, 2019, 2020)]
    found = [
        (start.year, end.year)
        for start, end in pairwise(years)
        if breaks_between(catalogue, catalogue.indicator("hic"), start, end)
    ]
    assert found == ([between] if between else [])


def test_several_breaks_are_named_oldest_first() -> None:
    late, early = (made_up_break(date(year, 1, 1), "note", "up", name=str(year)) for year in (2025, 2024))
    assert change_over((late, early), UP).breaks == ("2024", "2025")


def test_a_later_start_that_is_comparable_goes_before_an_older_one_that_is_not() -> None:
    figures = [measured("hic", year, value) for year, value in ((2022, "9.0"), (2024, "4.0"), (2025, "2.0"))]
    stop = made_up_break(date(2023, 6, 1), "stop", "down")
    record = made_up(figures, catalogue=catalogue_with(stop)).record("hic", MAASTRICHT)
    assert record.change
    assert (record.change.start.year, record.change.end.year) == (2024, 2025)
    assert record.change.supported_direction is Supported.DOWN


def test_a_break_concerns_its_indicators_or_the_codes_that_are_counted_or_a_whole_system() -> None:
    named = made_up_break(BETWEEN, "stop", "up", ("hic",), "named")
    coded = replace(named, id="coded", indicators=(), systems=("politie-misdrijven",), codes=("1.2.4",))
    whole = replace(named, id="whole", indicators=(), systems=("politie-overlast",))
    catalogue = catalogue_with(named, coded, whole)
    found = {
        name: [one.id for one in breaks_of(catalogue, catalogue.indicator(name))]
        for name in catalogue.indicators
    }
    assert found["hic"] == ["named"]
    assert found["zakkenrollerij"] == found["vermogensdelicten"] == ["coded"]
    assert found["overlast"] == found["verward-gedrag"] == ["whole"]
    assert found["geweld"] == found["halt"] == found["onveilig-in-buurt"] == []


def test_a_break_is_read_beside_the_figures_for_ten_years() -> None:
    recent, old = (made_up_break(date(year, 1, 1), "note", "up", name=str(year)) for year in (2015, 2014))
    record = made_up([measured("hic", 2025, "2.0")], catalogue=catalogue_with(recent, old)).record(
        "hic", MAASTRICHT
    )
    assert [one.rule for one in record.caveats if one.rule.isdigit()] == ["2015"]
