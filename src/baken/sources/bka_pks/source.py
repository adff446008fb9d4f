# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Fetching the tables by Kreis from the BKA, one a year, and reading each in the layout of its year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from baken.areas.load import country_areas
from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.files import load
from baken.model.errors import InputError
from baken.model.indicator import Indicator
from baken.model.number import parse_number
from baken.model.observation import Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.sources.contract import Adapter, Ask, Getter, Parts, Sink
from baken.sources.protocols.replies import AGAIN
from baken.sources.separated import Row, column, read_separated

_SYSTEM = "pks"
_AREA = re.compile(r"[0-9]{5}")
_KEY = re.compile(r"------|[0-9]{6}|[0-9*]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The tables of some years: where they are, how they are written, what their columns are called."""

    years: tuple[int, ...]
    path: str
    encoding: str
    numbers: Literal["plain", "en", "nl"]
    key: tuple[str, ...]
    area: tuple[str, ...]
    cases: tuple[str, ...]
    rate: tuple[str, ...]


@cache
def tables() -> dict[int, Tables]:
    """The table of each year, from ``files.yaml``."""
    listed = load(tuple[Tables, ...], Path(__file__).parent / "files.yaml")
    return {year: one for one in listed for year in one.years}


def adapter() -> Adapter:
    """How this source is fetched."""
    return KreisTables()


class KreisTables:
    """Cases and rates by Kreis and offence key."""

    def modified(self, get: Getter, base: str) -> str:
        """Nothing: the BKA gives a table no stamp."""
        return ""

    def classification(self, parts: Parts) -> str:
        """Nothing: each year stands in the Kreise of that year."""
        return ""

    def download(self, ask: Ask, get: Getter, base: str) -> None:
        """Keep the table of each year that is wanted."""
        for year, one in sorted(tables().items()):
            if ask.since is None or year >= ask.since.year:
                get.part(f"kreise/{year}.csv", f"{base.rstrip('/')}{one.path.format(year=year)}")

    def read(self, ask: Ask, parts: Parts, sink: Sink) -> None:
        """Cases as counts of ``pks/KEY``; for a key that is an indicator also the rate of the BKA itself."""
        wanted = _wanted(ask)
        for part in parts.names("kreise/"):
            sink.add_observations(_rows(parts[part], part, wanted))


def _wanted(ask: Ask) -> tuple[str, ...] | None:
    """The Kreise that are kept; for a municipality abroad those that the country profile lists; or all."""
    if ask.municipality is None:
        return None
    if _AREA.fullmatch(ask.municipality):
        return (ask.municipality, *ask.beside)
    return tuple(country_areas("de"))


def _rows(data: bytes, part: str, wanted: tuple[str, ...] | None) -> Iterator[Observation]:
    year = int(part.removeprefix("kreise/").removesuffix(".csv"))
    layout, period = tables()[year], Period(PeriodKind.YEAR, year)
    lines = read_separated(
        data, part, encoding=layout.encoding, delimiter=";", is_header=lambda cells: cells[:1] != ["1"]
    )
    for line, row in lines:
        key = row[column(row, layout.key, part)]
        if (key, row.get("Straftat")) == ("1", "2"):
            continue  # The numbers of the columns, once more.
        area = row[column(row, layout.area, part)].zfill(5)
        if wanted is None or area in wanted:
            if not _KEY.fullmatch(key):
                raise InputError(f"line {line}: '{key}' is no key of an offence.", where=part, do=AGAIN)
            yield from _observations(row, (key, area, period), layout, f"{part}, line {line}")


def _observations(
    row: Row, about: tuple[str, str, Period], layout: Tables, place: str
) -> Iterator[Observation]:
    key, area, period = about
    cases = row[column(row, layout.cases, place)]
    yield _count((f"{_SYSTEM}/{key}", area, period), cases, layout, place)
    for indicator in _indicators().get(key, ()):
        printed = row[column(row, layout.rate, place)]
        rate = _number(printed, layout, place)
        yield Observation(
            indicator=indicator.id,
            area=area,
            period=period,
            presence=Presence.MISSING if rate is None else Presence.VALUE,
            value=rate,
            unit=indicator.unit,
            literal=printed,
        )


@cache
def _indicators() -> dict[str, tuple[Indicator, ...]]:
    """The indicators that are one key of the PKS each, by that key."""
    found: dict[str, tuple[Indicator, ...]] = {}
    for versions in load_catalogue("de").indicators.values():
        newest = versions[-1]
        if newest.system == _SYSTEM and len(newest.numerator) == 1:
            found[newest.numerator[0]] = (*found.get(newest.numerator[0], ()), newest)
    return found


def _count(key: tuple[str, str, Period], printed: str, layout: Tables, place: str) -> Observation:
    number = _number(printed, layout, place)
    if number is not None and number != int(number):
        raise InputError(f"'{printed}' is no number of cases.", where=place, do=AGAIN)
    return Observation(
        indicator=key[0],
        area=key[1],
        period=key[2],
        presence=Presence.MISSING if number is None else Presence.VALUE,
        precision=Precision.COUNT,
        value=number,
        unit="count",
        literal=printed,
        count=None if number is None else int(number),
    )


def _number(printed: str, layout: Tables, place: str) -> Decimal | None:
    """The number in a cell; an empty cell is missing and not zero."""
    if not printed:
        return None
    try:
        return parse_number(printed, layout.numbers)
    except ValueError as error:
        raise InputError(f"'{printed}' is not a number as this table writes them.", where=place) from error
