# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a sentence asserts about safety, and what the figures say of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from baken.model.period import Period
from baken.model.remark import Span
from baken.model.text import Text


class ClaimKind(StrEnum):
    """What is asserted."""

    LEVEL = "level"
    DIRECTION = "direction"
    COMPARISON = "comparison"
    CAUSE = "cause"
    RESULT = "result"


class ClaimVerdict(StrEnum):
    """What the figures say of a claim."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    CONTRADICTED = "contradicted"
    NOT_JUDGEABLE = "not_judgeable"
    CAUSE_WITHOUT_SOURCE = "cause_without_source"
    TOO_GENERAL = "too_general"


class Way(StrEnum):
    """Which way a claim points."""

    DOWN = "down"
    UP = "up"
    SAME = "same"
    BETTER = "better"
    WORSE = "worse"


class Exactness(StrEnum):
    """How a number in a sentence is to be taken."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedNumber:
    """A measured number that a sentence states: of what unit (``percent``, ``points``, ``rate``, ``count``,
    ``mark``, ``share`` or ``times``), with how many decimals, and how exactly it is meant.

    ``before`` is the number that a change starts from, where the sentence gives both.
    """

    value: Decimal
    unit: str
    decimals: int = 0
    exactness: Exactness = Exactness.EXACT
    before: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion of a sentence, with what it is about.

    ``indicators`` holds ids of the catalogue, codes of offence types that have no indicator of their own, or
    nothing where the subject is not one that is measured. ``group`` is the word for several indicators, such
    as ``objective``. ``start`` and ``end`` are equal for one period; None where the sentence names none.
    ``about`` is what a comparison is made with; of a comparison of two changes (mark ``change``) ``against``
    holds the two ends of the other change, where that is one of another time. ``marks`` names what else
    the judging rules need to know, such as ``victims`` or ``registrations``.
    """

    kind: ClaimKind
    sentence: Span
    words: Span
    area: str
    indicators: tuple[str, ...] = ()
    group: str = ""
    start: Period | None = None
    end: Period | None = None
    way: Way | None = None
    number: StatedNumber | None = None
    about: str = ""
    against: tuple[Period, Period] | None = None
    marks: frozenset[str] = frozenset()

    @property
    def states_figure(self) -> bool:
        """Whether the sentence gives a measured number."""
        return self.number is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFigure:
    """A figure that is held against a claim: the value, where it comes from, and how old it was by then."""

    indicator: str
    area: str
    period: Period
    value: Decimal
    unit: str
    months_old: int
    snapshots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedClaim:
    """A claim with what the figures say of it.

    ``agreeing`` and ``disagreeing`` name the indicators that go the way of the claim and the other way;
    ``flat`` and ``unchanged`` those that stayed about and exactly the same where a change is claimed.
    ``unproven`` are those of which it may be chance, ``unheld`` those without figures, ``unjudged`` those
    whose figures cannot speak on it, such as across a series break, and ``outdated`` those too old for a
    claim about now. ``carried`` is the sentence that the figures would carry; ``settle`` is what would
    settle it; ``newer`` is the figure that the document could not know yet.
    """

    claim: Claim
    verdict: ClaimVerdict
    reason: Text
    figures: tuple[HeldFigure, ...] = ()
    agreeing: tuple[str, ...] = ()
    disagreeing: tuple[str, ...] = ()
    flat: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    unproven: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    carried: Text | None = None
    settle: Text | None = None
    newer: Text | None = None
