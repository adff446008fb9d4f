# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A published figure: an observation with its interval, its change and its comparison."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from baken.model.indicator import ChangeScale
from baken.model.observation import Observation
from baken.model.period import Period


class Supported(StrEnum):
    """A direction that the interval carries."""

    UP = "up"
    DOWN = "down"


class NotJudged(StrEnum):
    """Why no direction is given, apart from an interval that includes no change."""

    NO_INTERVAL = "no counts or denominators, so no interval"
    NO_RESPONDENTS = "number of respondents unknown"
    BREAK = "series break in between"
    INSIDE_INTERVAL = "the interval includes no change"


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval in the unit of the figure, and how it was computed."""

    lower: float
    upper: float
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An observation together with what may be said of its certainty.

    ``implied`` is the range of counts that a rounded rate can stand for: a range, never a fact.
    ``shown`` is false where the denominator is too small for a rate.
    """

    observation: Observation
    interval: Interval | None = None
    implied: tuple[int, int] | None = None
    shown: bool = True
    outlier: bool = False

    @property
    def value(self) -> Decimal | None:
        """The value, or nothing where it is missing or may not be shown."""
        return self.observation.value if self.shown else None

    @property
    def status(self) -> str:
        """The status of the observation, or ``too_small`` where no rate is shown."""
        return self.observation.status if self.shown else "too_small"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happened between two periods.

    ``observed_change`` is what the figures say: an absolute difference in the unit. ``percent`` is the same
    as a percentage of the start, or nothing where the unit has no such reading or the start is zero.
    ``supported_direction`` is given only where the interval excludes no change; otherwise ``reason`` says
    why not. The interval is one of percent change for rates, and of the difference for shares and marks.
    """

    start: Period
    end: Period
    observed_change: Decimal
    percent: Decimal | None
    scale: ChangeScale
    supported_direction: Supported | None = None
    interval: Interval | None = None
    reason: NotJudged | None = None
    breaks: tuple[str, ...] = ()
    pandemic_years: tuple[int, ...] = ()

    @property
    def pandemic(self) -> bool:
        """Whether it starts or ends in a pandemic year."""
        return bool(self.pandemic_years)

    @property
    def observed_direction(self) -> int:
        """The sign of the observed change: -1, 0 or 1. What the figures say, not what they prove."""
        return (self.observed_change > 0) - (self.observed_change < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One area against another in the same period, on the same indicator and definition."""

    period: Period
    area: str
    reference: str
    value: Decimal
    reference_value: Decimal
    ratio: float
    supported: Supported | None
    interval: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """The place of an area in a group, highest value first, with those that lack a figure counted apart."""

    period: Period
    group: str
    position: int
    last_position: int
    compared: int
    missing: int
