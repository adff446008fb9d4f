# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading street-level files as counts by small area, category and month. Points and crime ids stay out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.files import load
from baken.model.errors import InputError
from baken.model.observation import Observation, Precision, Presence
from baken.model.period import Period
from baken.sources.contract import Adapter, Ask, Getter, Parts, Sink
from baken.sources.protocols.replies import AGAIN
from baken.sources.separated import column, read_separated

_SYSTEM = "police-uk"
_END = "-street.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class StreetFiles:
    """Which months of which forces are taken, and where the file of each is."""

    path: str
    months: tuple[str, ...]
    forces: tuple[str, ...]


@cache
def files() -> StreetFiles:
    """What ``files.yaml`` says."""
    return load(StreetFiles, Path(__file__).parent / "files.yaml")


def adapter() -> Adapter:
    """How this source is fetched."""
    return StreetLevel()


def without_location(force: str) -> str:
    """The area under which a force's crimes without a place are counted."""
    return f"{force}-no-location"


class StreetLevel:
    """One file a month and force, of which only the month, the small area and the category are read."""

    def modified(self, get: Getter, base: str) -> str:
        """Nothing: a file has no stamp."""
        return ""

    def classification(self, parts: Parts) -> str:
        """Nothing: a month keeps the small areas that it was published in."""
        return ""

    def download(self, ask: Ask, get: Getter, base: str) -> None:
        """Keep the file of each month and force that is wanted."""
        for month in sorted(files().months):
            if ask.since is None or Period.parse(month).end >= ask.since.start:
                for force in files().forces:
                    path = files().path.format(month=month, force=force)
                    get.part(f"{month}-{force}{_END}", f"{base.rstrip('/')}{path}")

    def read(self, ask: Ask, parts: Parts, sink: Sink) -> None:
        """Counts by small area and category; what has no place counts under the force, so none is dropped."""
        for part in parts.names():
            month, force = part[:7], part[8:].removesuffix(_END)
            counted = _count(parts[part], part, month, force)
            nowhere = sum(number for (area, _), number in counted.items() if area == without_location(force))
            sink.note(
                f"{month} {force}: {counted.total()} crimes and incidents, {nowhere} of them without a place "
                f"(counted under {without_location(force)})."
            )
            sink.add_observations(_observations(counted, month))


def _count(data: bytes, part: str, month: str, force: str) -> Counter[tuple[str, str]]:
    """How many rows there are of each small area and category."""
    known = {code for system, code in load_catalogue("gb-eng").registrations if system == _SYSTEM}
    counted: Counter[tuple[str, str]] = Counter()
    for line, row in read_separated(data, part):
        if row[column(row, ("Month",), part)] != month:
            raise InputError(f"line {line} is about {row['Month']}, not {month}.", where=part, do=AGAIN)
        category = row[column(row, ("Crime type",), part)].lower().replace(" ", "-")
        if category not in known:
            raise InputError(
                f"line {line}: '{row['Crime type']}' is no known category.",
                where=part,
                do="Add it to gb-eng/offences.csv.",
            )
        counted[row[column(row, ("LSOA code",), part)] or without_location(force), category] += 1
    return counted


def _observations(counted: Counter[tuple[str, str]], month: str) -> Iterator[Observation]:
    period = Period.parse(month)
    for (area, category), number in sorted(counted.items()):
        yield Observation(
            indicator=f"{_SYSTEM}/{category}",
            area=area,
            period=period,
            presence=Presence.VALUE,
            precision=Precision.COUNT,
            value=Decimal(number),
            unit="count",
            literal=str(number),
            count=number,
        )
