# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of codes of a table: its kinds, areas and periods, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from baken.model.errors import InputError
from baken.model.observation import Life
from baken.model.period import Period
from baken.sources.contract import Parts, Sink
from baken.sources.protocols.area_codes import AreaCodes, level_of
from baken.sources.protocols.periods import life_of, period_of
from baken.sources.protocols.replies import all_pages

E = TypeVar("E")


class Page(msgspec.Struct, Generic[E]):
    """One page of a collection."""

    value: list[E]


class Entry3(msgspec.Struct):
    """One code in the third version. Its key can be padded with spaces."""

    key: str = msgspec.field(name="Key")
    title: str = msgspec.field(name="Title")
    status: str | None = msgspec.field(default=None, name="Status")


class Entry4(msgspec.Struct):
    """One code in the fourth version."""

    key: str = msgspec.field(name="Identifier")
    title: str = msgspec.field(name="Title")
    status: str | None = msgspec.field(default=None, name="Status")


@dataclass(frozen=True, slots=True)
class Code:
    """One code: as it is written in the list, and without padding."""

    key: str
    code: str
    title: str
    status: str | None
    part: str


def read_codes(entry: type[Entry3] | type[Entry4], parts: Parts, collection: str) -> tuple[Code, ...]:
    """A list of codes in the publisher's order.

    Raises:
        InputError: it is empty, or a code stands in it twice.

    """
    found: dict[str, Code] = {}
    pages: list[tuple[str, Page[Any]]] = all_pages(Page[entry], parts, collection)  # type: ignore[valid-type]
    for part, page in pages:
        for one in page.value:
            code = one.key.strip()
            if code in found:
                raise InputError(f"the code '{code}' stands in the list twice.", where=part)
            found[code] = Code(one.key, code, " ".join(one.title.split()), one.status, part)
    if not found:
        raise InputError("the list of codes is empty.", where=collection)
    return tuple(found.values())


class Keys:
    """From a key, padded or not, to its place among the codes that were asked; -1 for another code."""

    def __init__(self, codes: Iterable[Code], asked: Iterable[Code]) -> None:
        """Take all codes of the list and those that were asked."""
        asked_places = {one.code: place for place, one in enumerate(asked)}
        self.places: dict[str, int] = {}
        for one in codes:
            self.places[one.key] = self.places[one.code] = asked_places.get(one.code, -1)

    def learn(self, keys: Iterable[str]) -> bool:
        """Take in how keys are padded; the answer is whether any was written in a new way.

        Raises:
            KeyError: a key is not in the list of codes.

        """
        new = set(keys) - self.places.keys()
        for key in new:
            if key.strip() not in self.places:
                raise KeyError(key)
            self.places[key] = self.places[key.strip()]
        return bool(new)


@dataclass(frozen=True, slots=True)
class Area:
    """An area that was asked: what the publisher calls it, and our code if it is taken."""

    code: str
    level: str
    ours: str | None


@dataclass(frozen=True, slots=True)
class Time:
    """A period that was asked: the publisher's code, ours if it is taken, and how final it is."""

    code: str
    period: Period | None
    life: Life


def asked_areas(codes: Iterable[Code], starts: tuple[str, ...]) -> tuple[Code, ...]:
    """The codes that begin with one of these; all where nothing is named."""
    return tuple(one for one in codes if not starts or one.code.startswith(starts))


def check_present(asked: Iterable[Code], municipality: str | None, table: str) -> None:
    """Refuse a table that has none of the areas that were asked; one that lacks some is noted when read.

    Raises:
        InputError: neither the municipality nor an area beside it is in the list of codes.

    """
    if municipality and not any(True for _ in asked):
        raise InputError(
            f"the table has no area of {municipality}, and none beside it.",
            where=table,
            do="Check the code of the municipality.",
        )


def place_areas(
    asked: Iterable[Code], codes: AreaCodes, levels: tuple[str, ...], sink: Sink
) -> tuple[Area, ...]:
    """Our code of each area that was asked; one that has no place here is named to the sink."""
    found = []
    for one in asked:
        ours, level = codes.ours(one.code, one.title), level_of(one.code)
        if ours is None:
            sink.unmapped(one.code, one.title)
        found.append(Area(one.code, level, ours if not levels or level in levels else None))
    return tuple(found)


def asked_periods(codes: Iterable[Code], since: Period | None) -> tuple[Code, ...]:
    """The codes from the year of the first period that is wanted: years are asked and renewed whole."""
    return tuple(one for one in codes if since is None or one.code[:4] >= str(since.year))


def place_periods(
    asked: Iterable[Code], taken: Callable[[Period], bool], *, wave: bool = False
) -> tuple[Time, ...]:
    """The period behind each code, or none where it is of a kind that is not taken."""
    found = []
    for one in asked:
        period = period_of(one.code, one.part, wave=wave)
        wanted = period if period and taken(period) else None
        found.append(Time(one.code, wanted, life_of(one.status, one.code, one.part)))
    return tuple(found)
