# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Events beside the statistics: serious incidents, and how many demonstrations there were in a month.

There is no field for a person: no suspect, victim, organiser or participant. A demonstration has no subject
either, because that would tell a political opinion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.errors import InputError
from baken.model.period import Period
from baken.model.text import Text

_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


class IncidentKind(StrEnum):
    """The kinds of serious incident."""

    EXPLOSION = "explosion"
    SHOOTING = "shooting"
    STABBING = "stabbing"
    ARSON = "arson"
    DISORDER = "disorder"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One serious incident: the day, the area (a neighbourhood at the smallest), the kind and the source.

    It is no figure and never counts in one. ``day_reported``: the source tells only when it reported it.

    Raises:
        InputError: it does not name its source.

    """

    id: str
    date: date
    area: str
    kind: IncidentKind
    source: str
    day_reported: bool = False
    note: Text | None = None

    def __post_init__(self) -> None:
        if not self.source.strip():
            raise InputError(f"incident '{self.id}' names no source.")


class SizeClass(StrEnum):
    """How large a demonstration was, as a class: never a list or a count of people."""

    SMALL = "up to 100"
    MEDIUM = "100 to 1000"
    LARGE = "more than 1000"
    UNKNOWN = "unknown"


class RiskClass(StrEnum):
    """What risk the municipality saw beforehand."""

    LOW = "low"
    RAISED = "raised"
    HIGH = "high"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstrations:
    """How many demonstrations of one size and risk there were in one month, or when nobody knows.

    Raises:
        InputError: the month is none, or it has no count or no source.

    """

    count: int
    source: str
    month: str = ""
    size: SizeClass = SizeClass.UNKNOWN
    risk: RiskClass = RiskClass.UNKNOWN

    def __post_init__(self) -> None:
        if self.month and not _MONTH.fullmatch(self.month):
            raise InputError(f"'{self.month}' is no month.", do="Write it as 2026-03.")
        if self.count < 1 or not self.source.strip():
            raise InputError(f"the demonstrations of {self.month or 'no month'} have no count or no source.")

    @property
    def period(self) -> Period | None:
        """The month, if it is known."""
        return Period.parse(self.month) if self.month else None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRegister:
    """The events of one municipality.

    ``complete_from`` and ``complete_to`` are the months (``2025-01``) between which the register of
    demonstrations holds all of them, so that a month without one is zero; elsewhere nothing is known.

    Raises:
        InputError: the register is complete from or to something that is no month.

    """

    incidents: tuple[Incident, ...] = ()
    demonstrations: tuple[Demonstrations, ...] = ()
    complete_from: str = ""
    complete_to: str = ""

    def __post_init__(self) -> None:
        ends = [one for one in (self.complete_from, self.complete_to) if one]
        if len(ends) == 1 or any(not _MONTH.fullmatch(one) for one in ends) or ends != sorted(ends):
            raise InputError(
                "the register of demonstrations is complete from or to no month.",
                do="Give both as 2025-01, or neither.",
            )
