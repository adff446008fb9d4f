# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Asking stand-ins of publishers without a network, and keeping what an adapter reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from baken.model.errors import SourceError
from baken.model.observation import Life, Observation, Precision, Presence
from baken.model.period import Period
from baken.replay.messages import Request, Site
from baken.sources.adapters import adapter
from baken.sources.contract import Ask
from baken.sources.registry import source
from baken.store.columns import LIVES, PRECISIONS, PRESENCES, Batch, period_code, period_of
from fetching import Bytes


class Asker:
    """Asks the sites directly; every part is remembered, and every address that was asked."""

    def __init__(self, sites: Sequence[Site]) -> None:
        self.sites, self.parts = sites, Bytes()
        self.asked: list[str] = []

    def peek(self, address: str) -> bytes:
        self.asked.append(address)
        found = urlsplit(address)
        request = Request(host=found.netloc, path=found.path, query=found.query)
        for site in self.sites:
            reply = site.answer(request)
            if reply is not None:
                assert reply.status == 200, (address, reply.content)
                return reply.content
        raise SourceError("the publisher does not answer.", where=address)

    def part(self, name: str, address: str) -> bytes:
        assert name not in self.parts, f"{name} is asked twice"
        self.parts[name] = self.peek(address)
        return self.parts[name]


@dataclass(frozen=True, slots=True)
class Found:
    """One row as it would be stored."""

    value: Decimal | None
    presence: Presence
    life: Life
    precision: Precision
    unit: str
    lower: Decimal | None = None
    upper: Decimal | None = None


Key = tuple[str, str, int]


@dataclass
class Kept:
    """Keeps what an adapter reads, by measure, area and period; the same key twice is an error."""

    rows: dict[Key, Found] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)

    def measure(self, name: str) -> int:
        return _place(self.measures, name)

    def area(self, code: str) -> int:
        return _place(self.areas, code)

    def add(self, batch: Batch) -> None:
        count = len(batch)
        wide = {
            name: np.broadcast_to(getattr(batch, name), count)
            for name in ("measure", "area", "period", "value", "presence", "decimals", "life")
        }
        for n in range(count):
            places = int(wide["decimals"][n])
            margins = places if batch.margin_decimals is None else batch.margin_decimals
            presence = PRESENCES[wide["presence"][n]]
            found = Found(
                _number(wide["value"][n], places) if presence is Presence.VALUE else None,
                presence,
                LIVES[wide["life"][n]],
                PRECISIONS[batch.precision],
                batch.unit,
                _number(batch.lower[n], margins) if batch.lower is not None else None,
                _number(batch.upper[n], margins) if batch.upper is not None else None,
            )
            key = self.measures[wide["measure"][n]], self.areas[wide["area"][n]], int(wide["period"][n])
            self._keep(key, found)

    def add_observations(self, observations: Iterable[Observation]) -> None:
        for one in observations:
            found = Found(one.value, one.presence, one.life, one.precision, one.unit, one.lower, one.upper)
            self._keep((one.indicator, one.area, period_code(one.period)), found)

    def _keep(self, key: Key, found: Found) -> None:
        assert key not in self.rows, f"{key} came in twice"
        self.rows[key] = found

    def unmapped(self, code: str, name: str) -> None:
        self.unknown.append(f"{code} {name}")

    def note(self, text: str) -> None:
        self.notes.append(text)

    def get(self, measure: str, area: str, period: str) -> Found | None:
        return self.rows.get((measure, area, period_code(Period.parse(period))))

    def periods(self) -> set[Period]:
        return {period_of(period) for _, _, period in self.rows}


def _place(known: list[str], text: str) -> int:
    assert text
    assert text == text.strip()
    if text not in known:
        known.append(text)
    return known.index(text)


def _number(value: Any, places: int) -> Decimal:
    return Decimal(int(value)).scaleb(-places)


def downloaded(name: str, ask: Ask, sites: Sequence[Site]) -> Asker:
    """The parts of a source."""
    asker = Asker(sites)
    adapter(source(name)).download(ask, asker, source(name).base)
    return asker


def read(name: str, ask: Ask, parts: dict[str, bytes]) -> Kept:
    """What a source makes of its parts."""
    kept = Kept()
    adapter(source(name)).read(ask, Bytes(parts), kept)
    return kept


def fetched(name: str, ask: Ask, sites: Sequence[Site]) -> Kept:
    """What a source says when it is asked."""
    return read(name, ask, downloaded(name, ask, sites).parts)
