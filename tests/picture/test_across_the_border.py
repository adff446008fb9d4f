# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Maastricht beside its neighbours: each area with its own definitions, no ranking, nobody left out."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from baken.model.text import Text
from baken.picture.across_border import BorderFigure, BorderRow, across_border
from baken.picture.material import Material, load_material
from support import CITY, DECK

NAMES = [
    *("Maastricht", "Städteregion Aachen", "Düren", "Euskirchen", "Heinsberg"),
    *("Lanaken", "Riemst", "Visé", "Liège"),
]


def material(on: date = DECK) -> Material:
    return load_material(CITY, on)


def figures(year: int | None = None) -> dict[str, BorderFigure]:
    return {row.name: row.figure for row in across_border(material(), year) if row.figure}


@pytest.mark.requirement("CASE-03")
def test_each_area_stands_beside_the_others_with_its_own_definitions() -> None:
    rows = across_border(material())
    assert [row.name for row in rows] == NAMES
    dutch, german = figures()["Maastricht"], figures()["Städteregion Aachen"]
    assert (str(dutch.period), dutch.rate, dutch.count, dutch.factor) == ("2024", Decimal("66.4"), 8318, 1000)
    assert (str(german.period), german.rate, german.count, german.factor) == (
        "2020",
        Decimal(8178),
        45556,
        100_000,
    )
    for name in ("unit", "moment", "place", "denominator", "suppression"):
        ours, theirs = getattr(dutch.counting, name), getattr(german.counting, name)
        assert isinstance(ours, Text)
        assert ours.nl != theirs.nl
        assert ours.en != theirs.en
    assert dutch.per != german.per
    assert (dutch.system.id, german.system.id) == ("politie-misdrijven", "pks")
    assert "politie_47013ned" in dutch.source
    assert german.source.startswith("bka_pks/")


@pytest.mark.requirement("CASE-03")
def test_there_is_no_ranking_no_total_and_no_difference() -> None:
    names = {one.name for kind in (BorderRow, BorderFigure) for one in fields(kind)}
    assert not names & {"rank", "position", "total", "sum", "difference", "ratio"}
    backwards = replace(
        material(),
        municipality=replace(material().municipality, neighbours=material().municipality.neighbours[::-1]),
    )
    assert [row.name for row in across_border(backwards)] == NAMES[::-1]


@pytest.mark.requirement("CASE-03")
def test_an_area_without_open_figures_is_there_with_the_reason() -> None:
    without = {row.name: row.note for row in across_border(material()) if row.figure is None}
    assert sorted(without) == ["Lanaken", "Liège", "Riemst", "Visé"]
    assert {note.nl for note in without.values() if note} == {
        "Geen open cijfers: de publicist geeft alleen pdf."
    }


def test_in_one_year_the_dutch_figure_is_that_of_its_own_system_then() -> None:
    in_2020 = figures(2020)
    assert (in_2020["Maastricht"].count, in_2020["Maastricht"].system.id) == (6840, "cbs-misdrijven")
    assert in_2020["Heinsberg"].count == 14269


def test_a_year_without_a_figure_says_so_and_shows_no_other_year() -> None:
    rows = {row.name: row for row in across_border(material(), 2021)}
    assert rows["Maastricht"].figure is None
    assert rows["Düren"].figure is None
    assert rows["Düren"].note == Text(
        "Er is nog geen cijfer voor dit gebied.", "There is no figure for this area yet."
    )


def test_from_an_earlier_day_nothing_later_is_seen() -> None:
    rows = {row.name: row.figure for row in across_border(material(date(2019, 6, 1)))}
    aachen, city = rows["Städteregion Aachen"], rows["Maastricht"]
    assert aachen
    assert city
    assert (str(aachen.period), str(city.period)) == ("2018", "2018")
