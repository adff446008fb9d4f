# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is held is held once, is found again, and nothing is not zero."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from baken.model.errors import InputError
from baken.model.observation import Observation, Presence
from baken.model.period import Period, PeriodKind
from baken.model.snapshot import Snapshot
from baken.model.text import Text
from baken.store.holdings import Holdings


def seen(year: int, value: str | None = "1.0", *, area: str = "GM0935", source: str = "a") -> Observation:
    return Observation(
        indicator="hic",
        area=area,
        period=Period(PeriodKind.YEAR, year),
        presence=Presence.MISSING if value is None else Presence.VALUE,
        value=None if value is None else Decimal(value),
        snapshot=source,
    )


def taken(source: str, *observations: Observation) -> Snapshot:
    return Snapshot(
        source=source,
        table="t",
        title=Text("t", "t"),
        publisher="p",
        licence="-",
        taken=date(2026, 11, 21),
        sha256="0",
        observations=observations,
    )


def test_a_series_comes_oldest_first_whatever_the_order_of_the_file() -> None:
    held = Holdings([taken("a", seen(2023), seen(2021)), taken("b", seen(2022))])
    assert [one.period.year for one in held.series("hic", "GM0935")] == [2021, 2022, 2023]


def test_what_is_not_held_is_nothing_and_what_is_missing_is_held_without_a_value() -> None:
    held = Holdings([taken("a", seen(2021, None))])
    assert held.get("hic", "GM0935", Period(PeriodKind.YEAR, 2022)) is None
    assert held.series("hic", "NL") == ()
    missing = held.get("hic", "GM0935", Period(PeriodKind.YEAR, 2021))
    assert missing is not None
    assert missing.value is None


@pytest.mark.parametrize("value", ["1.0", "2.0", None])
def test_two_snapshots_that_say_something_about_the_same_figure_are_refused(value: str | None) -> None:
    pair = taken("a", seen(2021, source="a@x")), taken("b", seen(2021, value, source="b@y"))
    with pytest.raises(InputError, match="held twice") as refused:
        Holdings(pair)
    for words in ("hic GM0935 2021", "a@x", "b@y", "Leave one of them out"):
        assert words in str(refused.value)


def test_a_survey_wave_is_another_period_than_the_year() -> None:
    wave = Observation(
        indicator="hic", area="GM0935", period=Period(PeriodKind.WAVE, 2021), presence=Presence.NOT_MEASURED
    )
    assert len(Holdings([taken("a", seen(2021), wave)]).series("hic", "GM0935")) == 2


def test_the_areas_with_a_figure_and_the_snapshots_are_found_by_name() -> None:
    held = Holdings([taken("b", seen(2021)), taken("a", seen(2021, area="NL"))])
    assert held.areas_with("hic") == {"GM0935", "NL"}
    assert held.areas_with("halt") == frozenset()
    assert [one.source for one in held.snapshots] == ["a", "b"]
    found = held.snapshot("a/t@2026-11-21")
    assert found
    assert found.source == "a"
    assert held.snapshot("c") is None
