# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the picture says: findings, caveats, points that stand out, reviews and checked statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from baken.model.errors import InputError
from baken.model.figure import Change, Interval, Supported
from baken.model.period import Period
from baken.model.text import Text


class Tone(StrEnum):
    """How a change is coloured. Neutral where up is not simply bad or nothing is supported."""

    FAVOURABLE = "favourable"
    UNFAVOURABLE = "unfavourable"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Caveat:
    """Something that must be read with a figure; ``rule`` names the rule that put it there."""

    rule: str
    text: Text


class FindingKind(StrEnum):
    """What a finding is about."""

    LEVEL = "level"
    CHANGE = "change"
    TREND = "trend"
    COMPARISON = "comparison"
    SIGNAL = "signal"
    HOTSPOT = "hotspot"
    EFFECT = "effect"


class Mark(StrEnum):
    """What must be known of a finding before anything is built on it."""

    PANDEMIC = "pandemic year"
    PANDEMIC_ONLY = "only with a pandemic year"
    BREAK = "series break"
    FOUND_BY_LOOKING = "found by looking"
    PROVISIONAL = "provisional"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class FindingFigure:
    """One number of a finding: what it is (``value``, ``before``, ``percent``, ...), unit and decimals."""

    name: str
    value: float
    unit: str
    decimals: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that the figures say, with all that it rests on. Its sentence can be read on its own.

    ``subject`` is an indicator or a counted measure, ``area`` a code and ``areas`` all areas that it is
    about. ``periods`` are the first and the last, or the only one. ``interval`` is that of the number that
    the finding is about. ``supported`` is given only where the interval carries a direction, else ``reason``
    says why not. ``method`` names how it was found; it is empty where nothing was computed.
    """

    id: str
    kind: FindingKind
    subject: str
    area: str
    periods: tuple[Period, ...]
    figures: tuple[FindingFigure, ...]
    sentence: Text
    areas: tuple[str, ...] = ()
    interval: Interval | None = None
    supported: Supported | None = None
    reason: str = ""
    method: str = ""
    tone: Tone = Tone.NEUTRAL
    marks: tuple[Mark, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    snapshots: tuple[str, ...] = ()

    def figure(self, name: str) -> float | None:
        """The number of that name, or nothing."""
        return next((one.value for one in self.figures if one.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingOverride:
    """That an analyst puts a finding on another place in the ranking, or leaves it out, and why.

    Raises:
        InputError: it has no reason or no author, or asks for neither or both of the two.

    """

    finding: str
    reason: str
    author: str
    date: date
    rank: int | None = None
    leave_out: bool = False

    def __post_init__(self) -> None:
        if not self.reason.strip() or not self.author.strip():
            raise InputError(
                f"the other place of finding '{self.finding}' says not why, or not who decided it.",
                do="Give a reason and an author.",
            )
        if (self.rank is None) != self.leave_out or (self.rank is not None and self.rank < 1):
            raise InputError(
                f"the other place of finding '{self.finding}' is no place.",
                do="Give a rank of 1 or more, or leave_out: true.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """One of the points that stand out, with the rule that picked it and the score it was ranked by.

    ``about`` is ``change`` or ``level``. ``same_phenomenon`` names indicators that changed as well but count
    the same thing, so are not shown.
    """

    indicator: str
    sentence: Text
    rule: Text
    score: float
    about: str = "change"
    change: Change | None = None
    same_phenomenon: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A figure that passed its threshold: the owner of the theme is asked to look."""

    indicator: str
    theme: str
    owner: str
    period: Period
    value: Decimal
    threshold: Decimal


class Verdict(StrEnum):
    """What the figures say of a statement."""

    HOLDS = "holds"
    NOT_FOR_ALL = "not true for all"
    CONTRADICTED = "contradicted"
    NOT_SUPPORTED = "not supported by held data"
    NOT_QUANTIFIED = "not quantified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something a document says, held as a record: what it is about and which way it points.

    ``direction`` is ``down``, ``up`` or ``above`` (the reference area). No indicators means all of ``kind``.
    """

    id: str
    quote: str
    document: str
    said: date
    direction: Literal["down", "up", "above"]
    place: str = ""
    kind: str = ""
    indicators: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementCheck:
    """A statement held against the figures: which indicators go which way."""

    statement: Statement
    verdict: Verdict
    explanation: Text
    down: tuple[str, ...] = ()
    up: tuple[str, ...] = ()
    flat: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    without_figures: tuple[str, ...] = ()
