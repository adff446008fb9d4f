# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was done, as numbers only: checks, caseloads, and groups that are worked with.

There is no field for a person, and none for a free text about one: a count has a kind, a month and a source,
a group has an area, a type and a status. So nobody can be stored here, neither by name nor otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from baken.model.errors import InputError
from baken.model.period import Period
from baken.model.text import Text

_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseKind:
    """A kind of work that is counted for the whole municipality, month by month.

    ``codes`` are the offences, by counting system, of which more may be registered because of it.
    ``minimum`` is the smallest count that may be published, other than zero.
    """

    id: str
    name: Text
    unit: Text
    minimum: int
    codes: dict[str, tuple[str, ...]]
    note: Text | None = None

    def __post_init__(self) -> None:
        if self.minimum < 1:
            raise InputError(f"'{self.id}' has no smallest count that may be published.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCount:
    """How many there were of one kind in one month, in the whole municipality.

    Raises:
        InputError: the month is none, the count is below zero, or there is no source.

    """

    kind: str
    month: str
    count: int
    source: str

    def __post_init__(self) -> None:
        if not _MONTH.fullmatch(self.month):
            raise InputError(f"'{self.month}' is no month.", do="Write it as 2026-03.")
        if self.count < 0 or not self.source.strip():
            raise InputError(f"'{self.kind}' in {self.month} has no count or no source.")

    @property
    def period(self) -> Period:
        """The month."""
        return Period.parse(self.month)


class GroupType(StrEnum):
    """What a group is known for. None of these says anything of who is in it."""

    HINDERING = "hindering"
    NUISANCE = "nuisance"
    CRIMINAL = "criminal"
    UNKNOWN = "unknown"


class GroupStatus(StrEnum):
    """How far the work with a group is."""

    SEEN = "seen"
    ANALYSED = "analysed"
    WORKED_WITH = "worked with"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group that is worked with as a group: where, of what type, how far; no name and no members.

    Raises:
        InputError: the month since which the status holds is none.

    """

    area: str
    type: GroupType
    status: GroupStatus
    since: str

    def __post_init__(self) -> None:
        if not _MONTH.fullmatch(self.since):
            raise InputError(f"'{self.since}' is no month.", do="Write it as 2026-03.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseworkRegister:
    """The counts and groups of one municipality.

    Raises:
        InputError: a kind has two counts in one month.

    """

    counts: tuple[CaseCount, ...] = ()
    groups: tuple[Group, ...] = ()

    def __post_init__(self) -> None:
        seen: set[tuple[str, str]] = set()
        for one in self.counts:
            if (one.kind, one.month) in seen:
                raise InputError(f"'{one.kind}' has two counts in {one.month}.", do="Keep one of them.")
            seen.add((one.kind, one.month))
