# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was known of a figure, when, and from which snapshot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from baken.areas.load import find_area, load_register
from baken.catalogue.catalogue import DENOMINATORS, Catalogue, load_catalogue
from baken.catalogue.municipality import load_municipality
from baken.model.errors import UnknownAreaError
from baken.model.observation import Observation
from baken.model.period import Period
from baken.sources.registry import carried
from baken.store.reader import Reader
from baken.store.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was known from ``since`` to ``until``; ``measure`` is the part of an indicator that it is."""

    measure: str
    value: Decimal | None
    status: str
    unit: str
    since: date
    until: date | None
    withdrawn: bool
    snapshot: str
    source: str

    @property
    def shown(self) -> str:
        """The value, or that there is none."""
        return f"{self.value} {self.unit}" if self.value is not None else "no value"


@dataclass(frozen=True, slots=True)
class History:
    """All that was ever known of one figure, oldest first within each part."""

    area: str
    versions: tuple[Known, ...]


def history(workspace: Workspace, asked: str, name: str, period: Period) -> History:
    """What was known of an indicator or measure in an area and period.

    An indicator that is computed has the history of the counts and the population that it is made of.

    Args:
        workspace: where it is held.
        asked: code or name of the area.
        name: an indicator of the catalogue, or a measure such as ``politie-misdrijven/1.1.1``.
        period: a year, quarter or month; a year also finds the survey wave of that year.

    Raises:
        UnknownAreaError: nobody knows the area and nothing was ever held of it.
        UsageError: no such indicator.

    """
    reader, catalogue = Reader(workspace), load_catalogue()
    municipality, area = _area(asked, reader)
    found: list[Known] = []
    for measure in _measures(catalogue, name, period):
        part = measure if measure != name else ""
        found += _carried(catalogue, municipality, area, measure, period, part)
        found += _held(reader, area, measure, period, part)
    return History(area, tuple(found))


def _area(asked: str, reader: Reader) -> tuple[str, str]:
    try:
        return find_area(asked)
    except UnknownAreaError:
        code = asked.strip().upper()
        if code in reader.areas.numbers:
            return "", code
        raise


def _measures(catalogue: Catalogue, name: str, period: Period) -> list[str]:
    """The name itself, and what an indicator is made of."""
    if "/" in name:
        return [name]
    indicator = catalogue.indicator(name, period.end)
    parts = [f"{indicator.system}/{code}" for code in indicator.numerator]
    people = DENOMINATORS.get(catalogue.unit_of(indicator).denominator or "")
    return [name, *parts, *([people] if people else [])]


def _carried(  # noqa: PLR0913, PLR0917 - a figure has that many coordinates
    catalogue: Catalogue, municipality: str, area: str, measure: str, period: Period, part: str
) -> Iterator[Known]:
    if not municipality:
        return
    register = load_register(municipality)
    for snapshot in carried(load_municipality(municipality).sources, catalogue, register.areas):
        for one in snapshot.observations:
            if (one.indicator, one.area) == (measure, area) and str(one.period) == str(period):
                yield _known(one, part, snapshot.taken, None, withdrawn=False)


def _held(reader: Reader, area: str, measure: str, period: Period, part: str) -> Iterator[Known]:
    for source in reader.sources:
        for when in {period, Period.parse(str(period), wave=True)}:
            for one in reader.versions(source, area, measure, when):
                until = one.until.taken if one.until else None
                yield _known(one.observation, part, one.since.taken, until, withdrawn=one.withdrawn)


def _known(one: Observation, part: str, since: date, until: date | None, *, withdrawn: bool) -> Known:
    return Known(
        measure=part,
        value=one.value,
        status=one.status,
        unit=one.unit,
        since=since,
        until=until,
        withdrawn=withdrawn,
        snapshot=one.snapshot,
        source=one.snapshot.partition("/")[0],
    )
