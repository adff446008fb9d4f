# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is measured: an indicator with its exact definition, unit, source chain and direction."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from baken.model.area import Validity
from baken.model.text import Text


class Direction(StrEnum):
    """Which way is better. ``AMBIGUOUS``: neither way is simply good or bad."""

    LOWER = "lower"
    HIGHER = "higher"
    AMBIGUOUS = "ambiguous"


class IndicatorKind(StrEnum):
    """The two kinds of effect indicator, and context that is no effect indicator."""

    OBJECTIVE = "objective"
    SUBJECTIVE = "subjective"
    CONTEXT = "context"


class Frequency(StrEnum):
    """How often new figures come."""

    YEARLY = "yearly"
    TWO_YEARLY = "two-yearly"
    MONTHLY = "monthly"


class ChangeScale(StrEnum):
    """How a change in this unit is said: as a percentage, in percentage points or in points."""

    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage points"
    POINTS = "points"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A typed unit: what is counted, per what, times which factor, and which values can exist."""

    id: str
    label: Text
    numerator: str
    denominator: str | None = None
    factor: int = 1
    change: ChangeScale = ChangeScale.PERCENT
    lowest: Decimal | None = None
    highest: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingSystem:
    """One way of counting registrations. Figures of two systems are never added.

    ``registrations`` is the file with its types, where they are listed, and ``total`` the code of all of
    them together.
    """

    id: str
    name: Text
    publisher: str
    note: Text
    registrations: str = ""
    total: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What a survey asked, whom, how and when; waves come every second year from ``odd_years_after``."""

    question: Text
    population: Text
    fieldwork: Text
    mode: Text
    response: Text
    scope: Text
    odd_years_after: int
    redesigned: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChain:
    """Who published the figure and where it was first registered; they often differ."""

    publisher: str
    origin: str
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plausibility:
    """Values outside this range are stopped on the way in, with the reason why."""

    low: Decimal
    high: Decimal
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownYear:
    """A value that another table gives, which the indicator computed from counts must reproduce."""

    area: str
    period: str
    value: Decimal
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator in one version of its definition.

    ``label`` is literal, as the source prints it; ``sentence`` says one value in words, with ``{period}`` and
    ``{value}`` in it. ``numerator`` holds codes of ``system``; where a figure is published as a rate without
    codes of that system it is empty. ``covers`` names, in codes of the police tables, the phenomenon that it
    counts, so that two indicators about the same thing are recognised. ``effort`` is a measure of how hard
    was looked, shown beside the figures. ``restrict`` narrows codes that are wider than the label.
    ``known`` are years that a computation from counts is checked against. ``of_persons``: what is registered
    are persons, such as those who were referred, and not incidents. ``beside`` names indicators of the same
    phenomenon from another source, which are read beside it and never added to it.
    """

    id: str
    version: int
    validity: Validity
    kind: IndicatorKind
    label: Text
    name: Text
    definition: Text
    sentence: Text
    unit: str
    decimals: int
    system: str
    direction: Direction
    frequency: Frequency
    source: SourceChain
    context: Text
    numerator: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
    restrict: dict[str, tuple[str, ...]] | None = None
    known: tuple[KnownYear, ...] = ()
    survey: Survey | None = None
    plausible: Plausibility | None = None
    visitors: bool = False
    effort: str = ""
    target_caveat: Text | None = None
    concept: str = "registered"
    of_persons: bool = False
    beside: tuple[str, ...] = ()

    @property
    def is_survey(self) -> bool:
        """Whether the figures come from people who were asked."""
        return self.survey is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A change in how figures come about, so that before and after are not simply comparable.

    ``bias`` says which way the figures moved through the change alone. ``severity`` is ``stop`` (before and
    after are not judged against each other), ``caution`` (a change against the bias stands, one along it
    is not judged) or ``note`` (no effect to speak of).
    """

    id: str
    date: date
    label: Text
    explanation: Text
    severity: Literal["stop", "caution", "note"]
    bias: Literal["up", "down", "unknown", "none"]
    source: str
    systems: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    def concerns(self, name: str, system: str, codes: Set[str]) -> bool:
        """Whether it concerns an indicator or measure: by its name, its codes or its whole system."""
        if self.indicators:
            return name in self.indicators
        return system in self.systems and (not self.codes or not codes.isdisjoint(self.codes))
