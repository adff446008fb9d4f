# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How the division of the country into municipalities changed: what went over to whom, and when.

An amount that nobody stated is ``None``. It is not zero: a strip of land without inhabitants says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property


class Measure(StrEnum):
    """What a municipality is divided by."""

    RESIDENTS = "residents"
    DWELLINGS = "dwellings"
    HECTARES = "hectares"


class Side(StrEnum):
    """Which of the two municipalities stated a transfer."""

    BOTH = "both"
    GIVER = "giver"
    RECEIVER = "receiver"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A part of one municipality that went over to another on a day.

    Where giver and receiver are the same it is the part that a municipality kept in a redivision.
    """

    day: date
    giver: str
    receiver: str
    residents: Decimal | None
    dwellings: Decimal | None
    hectares: Decimal | None
    stated_by: Side = Side.BOTH

    @property
    def kept(self) -> bool:
        """Whether this is the part that stayed with a municipality that keeps its code."""
        return self.giver == self.receiver

    def amount(self, by: Measure) -> Decimal | None:
        """How much went over, or nothing where it is not known."""
        return {
            Measure.RESIDENTS: self.residents,
            Measure.DWELLINGS: self.dwellings,
            Measure.HECTARES: self.hectares,
        }[by]


@dataclass(frozen=True, slots=True)
class Rename:
    """A municipality that went on under another code from a day on."""

    day: date
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A code and its name, its first day (none: older than the register) and the day on which it was gone."""

    code: str
    name: str
    start: date | None = None
    gone: date | None = None

    def exists_on(self, day: date) -> bool:
        """Whether it is a municipality on this day."""
        return (self.start is None or self.start <= day) and (self.gone is None or day < self.gone)


@dataclass(frozen=True, kw_only=True)
class BoundaryChanges:
    """All changes from ``first`` up to and including ``last``; of earlier and later ones nothing is known."""

    first: date
    last: date
    municipalities: Mapping[str, Municipality]
    transfers: tuple[Transfer, ...]
    renames: tuple[Rename, ...]
    remarks: tuple[str, ...] = ()

    def existing(self, day: date) -> frozenset[str]:
        """The codes of the municipalities on a day."""
        return frozenset(one.code for one in self.municipalities.values() if one.exists_on(day))

    def days(self, after: date, until: date) -> list[date]:
        """The days with a change, later than ``after`` and no later than ``until``, in order."""
        return [day for day in sorted({*self._transfers, *self._renames}) if after < day <= until]

    def transfers_on(self, day: date) -> tuple[Transfer, ...]:
        """What went over on one day."""
        return self._transfers.get(day, ())

    def renames_on(self, day: date) -> tuple[Rename, ...]:
        """The codes that changed on one day."""
        return self._renames.get(day, ())

    def name(self, code: str) -> str:
        """The name of a code with the code behind it, or the code alone where it has no name here."""
        found = self.municipalities.get(code)
        return f"{found.name} ({code})" if found else code

    @cached_property
    def _transfers(self) -> dict[date, tuple[Transfer, ...]]:
        found: dict[date, list[Transfer]] = {}
        for one in self.transfers:
            found.setdefault(one.day, []).append(one)
        return {day: tuple(group) for day, group in found.items()}

    @cached_property
    def _renames(self) -> dict[date, tuple[Rename, ...]]:
        found: dict[date, list[Rename]] = {}
        for one in self.renames:
            found.setdefault(one.day, []).append(one)
        return {day: tuple(group) for day, group in found.items()}
