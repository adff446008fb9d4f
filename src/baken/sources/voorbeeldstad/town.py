# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The areas of Voorbeeldstad: a town that does not exist, in the sea off the coast of a real country."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.area import Area, AreaLevel, Membership, Validity

CITY, LAND = "GM9999", "XX00"
START, SPLIT = date(2018, 1, 1), date(2022, 1, 1)
_BEFORE_SPLIT = date(2021, 12, 31)
# A corner in the middle of the North Sea, in metres of the Dutch grid, and how far apart the points lie.
_CORNER, _STEP = (40_000, 560_000), 700
_INVENTED = "invented; does not exist"


class Kind(StrEnum):
    """The kinds of neighbourhood, which differ in what happens there."""

    CENTRE = "centre"
    FLATS = "flats"
    HOMES = "homes"
    RURAL = "rural"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A neighbourhood; ``column`` and ``row`` place it (row 0 in the south)."""

    code: str
    name: str
    district: str
    kind: Kind
    people: int
    growth: int
    column: int
    row: int
    start: date = START
    end: date | None = None
    note: str = _INVENTED

    @property
    def validity(self) -> Validity:
        """From when until when it exists."""
        return Validity(self.start, self.end)

    def inhabitants(self, year: int) -> int:
        """Inhabitants on 1 January."""
        return self.people + self.growth * (year - self.start.year)


DISTRICTS = {
    "SD9999-centrum": "Voorbeeldwijk Centrum",
    "SD9999-noord": "Voorbeeldwijk Noord",
    "SD9999-oost": "Voorbeeldwijk Oost",
    "SD9999-zuid": "Voorbeeldwijk Zuid",
    "SD9999-west": "Voorbeeldwijk West",
}
# The rim is cut out of two of the town's own districts, so that the two divisions straddle as real ones do.
CBS_DISTRICTS = {
    "WK999900": "Wijk 00 Voorbeeldkern",
    "WK999901": "Wijk 01 Voorbeeld-Noord",
    "WK999902": "Wijk 02 Voorbeeld-Oost",
    "WK999903": "Wijk 03 Voorbeeld-Zuid",
    "WK999904": "Wijk 04 Voorbeeld-West",
    "WK999905": "Wijk 05 Voorbeeldrand",
}
_C, _N, _O, _Z, _W = DISTRICTS
NEIGHBOURHOODS = (
    Neighbourhood("BU99990000", "Proefmarkt", _C, Kind.CENTRE, 2100, 14, 3, 3),
    Neighbourhood("BU99990001", "Denkbeeldplein", _C, Kind.CENTRE, 2600, 10, 2, 3),
    Neighbourhood("BU99990002", "Modelstation", _C, Kind.CENTRE, 1800, 35, 3, 4),
    Neighbourhood("BU99990003", "Schetskade", _C, Kind.HOMES, 2900, 8, 2, 4),
    Neighbourhood("BU99990004", "Verzinsingel", _C, Kind.HOMES, 3100, -4, 3, 2),
    Neighbourhood("BU99990100", "Fabelakker", _N, Kind.HOMES, 3400, 12, 2, 5),
    Neighbourhood("BU99990101", "Proefakker", _N, Kind.HOMES, 1150, 6, 3, 5),
    Neighbourhood("BU99990102", "Oefenhoek", _N, Kind.FLATS, 3900, 18, 4, 5),
    Neighbourhood("BU99990103", "Schijnveld", _N, Kind.HOMES, 2700, 9, 3, 6),
    Neighbourhood("BU99990500", "Verzinweide", _N, Kind.RURAL, 340, 2, 4, 6),
    Neighbourhood("BU99990200", "Raadselhof", _O, Kind.FLATS, 4100, 10, 4, 3),
    Neighbourhood("BU99990201", "Gissinghoek", _O, Kind.FLATS, 3900, 15, 4, 4),
    Neighbourhood("BU99990202", "Kladblokbuurt", _O, Kind.FLATS, 4400, 6, 5, 3),
    Neighbourhood("BU99990203", "Dromerveld", _O, Kind.HOMES, 3300, 21, 5, 4),
    Neighbourhood("BU99990300", "Luchtkasteelbuurt", _Z, Kind.HOMES, 3800, 7, 2, 1),
    Neighbourhood("BU99990301", "Fantasiehof", _Z, Kind.HOMES, 3200, 5, 3, 1),
    Neighbourhood("BU99990302", "Alsofbuurt", _Z, Kind.HOMES, 2800, 11, 3, 0),
    Neighbourhood(
        *("BU99990303", "Groot Oefenveld", _Z, Kind.HOMES, 5200, 20, 4, 1, START, _BEFORE_SPLIT),
        note="invented; split into BU99990304 and BU99990305 on 2022-01-01",
    ),
    Neighbourhood(
        *("BU99990304", "Klein Oefenveld", _Z, Kind.HOMES, 2420, 10, 4, 1, SPLIT),
        note="invented; the northern part of BU99990303, which was split on 2022-01-01",
    ),
    Neighbourhood(
        *("BU99990305", "Nieuw Oefenveld", _Z, Kind.HOMES, 2880, 40, 4, 0, SPLIT),
        note="invented; the southern part of BU99990303, which was split on 2022-01-01",
    ),
    Neighbourhood("BU99990400", "Maquettebuurt", _W, Kind.HOMES, 3000, 13, 1, 4),
    Neighbourhood("BU99990401", "Sjabloonbuurt", _W, Kind.HOMES, 2700, 9, 1, 3),
    Neighbourhood("BU99990402", "Veronderstelhoek", _W, Kind.FLATS, 3300, 4, 1, 2),
    Neighbourhood("BU99990403", "Bedachtweg", _W, Kind.HOMES, 2900, 16, 0, 3),
    Neighbourhood("BU99990501", "Bedrijvenpark Bedenkhaven", _W, Kind.BUSINESS, 160, 1, 0, 2),
)
BY_CODE = {one.code: one for one in NEIGHBOURHOODS}


def inhabitants(year: int) -> dict[str, int]:
    """Inhabitants on 1 January of every neighbourhood that exists on that day."""
    day = date(year, 1, 1)
    return {one.code: one.inhabitants(year) for one in NEIGHBOURHOODS if one.validity.holds_on(day)}


def areas() -> tuple[Area, ...]:
    """All areas, the town and the country part first."""
    whole = Validity(START)
    city = "invented municipality; the code GM9999 is not in use"
    named = [
        Area(LAND, "Voorbeeldland (verzonnen)", AreaLevel.COUNTRY, whole, note="invented country part"),
        Area(CITY, "Voorbeeldstad", AreaLevel.MUNICIPALITY, whole, note=city),
        *(Area(code, name, AreaLevel.DISTRICT, whole, note=_INVENTED) for code, name in DISTRICTS.items()),
        *(
            Area(code, name, AreaLevel.CBS_DISTRICT, whole, note=_INVENTED)
            for code, name in CBS_DISTRICTS.items()
        ),
    ]
    return (*named, *(_placed(one) for one in sorted(NEIGHBOURHOODS, key=lambda one: one.code)))


def memberships() -> tuple[Membership, ...]:
    """Which area lies in which, in the town's own division and in the statistical one."""
    own = [Membership("stadsdelen", CITY, code) for code in DISTRICTS]
    own += [Membership("stadsdelen", one.district, one.code) for one in NEIGHBOURHOODS]
    cbs = [Membership("cbs-wijken", CITY, code) for code in CBS_DISTRICTS]
    cbs += [Membership("cbs-wijken", f"WK{one.code[2:8]}", one.code) for one in NEIGHBOURHOODS]
    return (*own, *cbs)


def _placed(one: Neighbourhood) -> Area:
    east, north = _CORNER[0] + _STEP * one.column, _CORNER[1] + _STEP * one.row
    return Area(one.code, one.name, AreaLevel.NEIGHBOURHOOD, one.validity, east, north, one.note)
