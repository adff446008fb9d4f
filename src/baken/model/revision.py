# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two editions: figures, definitions and sources, and the log of all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from baken.model.edition import EditionStatus
from baken.model.editorial import Correction


class RevisionKind(StrEnum):
    """What happened to something that an edition holds."""

    NEW = "new"
    CHANGED = "changed"
    STATUS = "status"
    WITHDRAWN = "withdrawn"


class RevisionReason(StrEnum):
    """Why a figure is different, as far as the two editions tell."""

    PERIOD = "new period"
    ADDED = "added"
    DEFINITION = "another version of the definition"
    FINAL = "no longer provisional"
    REVISED = "revised"
    SOURCE = "other data from the source"
    METHOD = "same data and definition"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an edition said of one figure. Values and margins are as they stand in the open data.

    Where a figure no longer stands in an edition, what it was is not said again: the value is empty then.
    """

    status: str
    version: int
    value: int | float | None = None
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One figure that differs from the edition before.

    ``before`` or ``after`` is empty where the figure did not stand in that edition.
    """

    indicator: str
    area: str
    period: str
    kind: RevisionKind
    reason: RevisionReason
    before: Said | None = None
    after: Said | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Which figure: indicator, area, period."""
        return (self.indicator, self.area, self.period)


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionRevision:
    """An indicator whose definition is new, different or gone; the newest version before and after, or 0."""

    indicator: str
    kind: RevisionKind
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRevision:
    """A snapshot that is new, that holds other data than before, or that is no longer used."""

    snapshot: str
    kind: RevisionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionEntry:
    """One edition in the log. ``number`` counts from 1. ``since`` is the day of the one before it, if any.

    ``compared`` is false where that edition is not held, so that nobody can say what changed.
    ``correction`` is what people say that this edition corrects.
    """

    number: int
    on: date
    status: EditionStatus
    since: date | None = None
    compared: bool = False
    revisions: tuple[Revision, ...] = ()
    definitions: tuple[DefinitionRevision, ...] = ()
    sources: tuple[SourceRevision, ...] = ()
    correction: Correction | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no figure and no definition is different."""
        return not self.revisions and not self.definitions

    def count(self, kind: RevisionKind) -> int:
        """How many figures changed in this way."""
        return sum(one.kind is kind for one in self.revisions)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionLog:
    """Every edition of a municipality with what changed in it, the oldest first; never empty."""

    municipality: str
    editions: tuple[EditionEntry, ...] = field(default=())

    @property
    def newest(self) -> EditionEntry:
        """The edition that the log stands in."""
        return self.editions[-1]
