# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Material at the edge: names without end, nothing measured, no areas, one, or five hundred."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import cycle

from baken.areas.register import AreaRegister
from baken.catalogue.catalogue import Catalogue
from baken.model.area import Area, AreaLevel, Membership
from baken.model.observation import Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.model.text import Text
from baken.picture.material import Material, with_snapshots
from picture.helpers import EXAMPLE, published, snapshot

LONG = " ".join(["Overlast door verward gedrag in en om de vroegere fabrieken aan de haven"] * 3)[:200]
SOLID = ("Arbeidsongeschiktheidsverzekeringsmaatschappijbestuursvergadering" * 4)[:200]
MARKS = '’s-Grâvenø-Łódź-Señorío Ǻå̊ & <Zuid> "Ünïcødé" ‘t Fÿördbœuf ẞtraße ĳ Ĳ'
RIGHT = "حي المدينة القديمة (القدس) שכונת העיר העתיקה"
NAMES = (LONG, SOLID, MARKS, RIGHT)
TOWN = "Sint-Gëorgius-Łobzowaan-de-Nieuwerkerksedijkermeerpolderwetering"
MANY, DISTRICTS = 500, 20
COUNTED = ("politie-misdrijven/1.1.1", "politie-misdrijven/3.1.1")
NONE = [one for one in Presence if one is not Presence.VALUE]


def _base() -> Material:
    return published(EXAMPLE).material


def of_words() -> Material:
    """Every indicator, theme and area has a name that is too long, or of other letters."""
    material, names = _base(), cycle(NAMES)
    areas = {
        code: replace(one, name=f"{next(names)} {number}") if one.level.is_part else one
        for number, (code, one) in enumerate(material.register.areas.items())
    }
    themes = tuple(
        replace(one, name=Text(f"{name} {number}", f"{name} {number}"), owner=name)
        for number, (one, name) in enumerate(zip(material.municipality.themes, cycle(NAMES), strict=False))
    )
    return replace(
        material,
        catalogue=_renamed(material.catalogue),
        municipality=replace(material.municipality, name=TOWN, themes=themes),
        register=replace(material.register, areas=areas),
    )


def _renamed(catalogue: Catalogue) -> Catalogue:
    indicators = {
        key: tuple(
            replace(one, name=Text(f"{name} {number}", f"{name} {number}"), definition=Text(name, name))
            for one in versions
        )
        for number, ((key, versions), name) in enumerate(
            zip(catalogue.indicators.items(), cycle(NAMES), strict=False)
        )
    }
    return replace(catalogue, indicators=indicators)


def without_any_value() -> Material:
    """Every figure of every area is missing, each for another reason in turn."""
    reasons = cycle(NONE)
    return _edited(lambda one: _emptied(one, next(reasons)))


def with_gaps() -> Material:
    """One figure in three is missing, each for another reason in turn, in every series."""
    reasons, turn = cycle(NONE), cycle((False, True, False))
    return _edited(lambda one: _emptied(one, next(reasons)) if next(turn) else one)


def _emptied(one: Observation, why: Presence) -> Observation:
    if one.indicator.startswith("bevolking/"):
        return one
    bare = replace(one, count=None, denominator=None, respondents=None, lower=None, upper=None)
    return replace(bare, presence=why, value=None, literal="", spread=0, spread_limit=0)


def _edited(edit: Callable[[Observation], Observation]) -> Material:
    material = _base()
    held = material.holdings.snapshots
    return with_snapshots(
        material, tuple(replace(one, observations=tuple(map(edit, one.observations))) for one in held)
    )


def undivided() -> Material:
    """A municipality of which no part is known."""
    return _divided([], 0)


def with_one_neighbourhood() -> Material:
    """A municipality that is one district with one neighbourhood."""
    return _divided([1], 1)


def with_many_neighbourhoods() -> Material:
    """A municipality of five hundred neighbourhoods in twenty districts, each with figures of its own."""
    return _divided([MANY // DISTRICTS] * DISTRICTS, MANY)


def _divided(sizes: list[int], number: int) -> Material:
    material = _base()
    whole = tuple(
        replace(one, observations=tuple(each for each in one.observations if not _is_local(material, each)))
        for one in material.holdings.snapshots
    )
    register = _register(material, sizes)
    areas = register.of_level(AreaLevel.NEIGHBOURHOOD)
    assert len(areas) == number
    counts = [
        _count(measure, area.code, year, (place * 7 + year) % 90 if measure in COUNTED else 900 + place)
        for place, area in enumerate(areas)
        for measure in (*COUNTED, "bevolking/inwoners")
        for year in range(2018, 2026)
    ]
    municipality = replace(material.municipality, professionals=(), residents=(), focus_areas=())
    made = replace(material, register=register, municipality=municipality, outlines={}, drawn_from=None)
    return with_snapshots(made, (*whole, snapshot(counts)))


def _is_local(material: Material, one: Observation) -> bool:
    return material.register.areas[one.area].level.is_part


def _register(material: Material, sizes: list[int]) -> AreaRegister:
    """Districts of so many neighbourhoods, side by side in a grid of a kilometre."""
    old = material.register
    division = old.division_of(AreaLevel.DISTRICT, material.on)
    validity = old[old.root].validity
    areas = {code: one for code, one in old.areas.items() if not one.level.is_part}
    memberships = []
    for row, size in enumerate(sizes):
        district = Area(f"SD9999-{row}", f"Stadsdeel {row}", AreaLevel.DISTRICT, validity)
        areas[district.code] = district
        memberships.append(Membership(division.id, district.code, old.root))
        for place in range(size):
            code = f"BU9999{row:02}{place:02}"
            x, y = 100_000.0 + 1000 * place, 400_000.0 + 1000 * row
            areas[code] = Area(code, f"Buurt {row} {place}", AreaLevel.NEIGHBOURHOOD, validity, x=x, y=y)
            memberships.append(Membership(division.id, code, district.code))
    divisions = {division.id: division} if sizes else {}
    return AreaRegister(old.root, areas, divisions, tuple(memberships))


def _count(measure: str, area: str, year: int, number: int) -> Observation:
    return Observation(
        indicator=measure,
        area=area,
        period=Period(PeriodKind.YEAR, year),
        presence=Presence.VALUE,
        precision=Precision.COUNT,
        value=Decimal(number),
        unit="inhabitants" if measure.startswith("bevolking/") else "count",
        count=number,
    )


EXTREMES: dict[str, Callable[[], Material]] = {
    "names without end": of_words,
    "nothing measured": without_any_value,
    "gaps of every kind": with_gaps,
    "no areas": undivided,
    "one neighbourhood": with_one_neighbourhood,
    "five hundred neighbourhoods": with_many_neighbourhoods,
}
