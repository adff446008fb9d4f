# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the picture says: caveats, sentences, points that stand out, reviews and checked statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from baken.model.figure import Change
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
