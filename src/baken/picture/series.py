# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One indicator in one area: its figures, what happened, and what must be read with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from baken.model.area import Area
from baken.model.figure import Change, Comparison, Figure, Rank
from baken.model.finding import Caveat, Tone
from baken.model.indicator import Break, Indicator, Unit
from baken.model.observation import Observation
from baken.model.offence import Initiative
from baken.model.period import Period, whole_months
from baken.model.text import Text
from baken.picture.trends import IndicatorTrend


class Origins(StrEnum):
    """Whether published rates and rates computed from counts meet in one record, and if they may.

    ``CHECKED``: the computation gives the same for a year that is known. ``UNCHECKED``: no year is known.
    ``REFUSED``: it gives something else, so the computed rates were left out.
    """

    ONE = "one"
    CHECKED = "checked"
    UNCHECKED = "unchecked"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How old the newest figure is, in whole months since its period, and how old it may be."""

    newest: Period | None
    months: int | None
    limit: int

    @property
    def current(self) -> bool:
        """Whether there is a figure and it is young enough."""
        return self.months is not None and self.months <= self.limit


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPoint:
    """The change up to the newest figure, seen from one possible start, and whether it may be judged."""

    start: Period
    absolute: Decimal
    percent: float | None
    judged: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPicture:
    """Everything that is said about one indicator in one area, in one record.

    The sentence, the chart and the table are made from this record and from nothing else.
    """

    indicator: Indicator
    unit: Unit
    area: Area
    figures: tuple[Figure, ...]
    reference: tuple[Figure, ...]
    effort: tuple[Observation, ...]
    change: Change | None
    ordinary_change: Change | None
    starts: tuple[StartPoint, ...]
    comparison: Comparison | None
    rank: Rank | None
    breaks: tuple[Break, ...]
    initiative: Initiative
    tone: Tone
    freshness: Freshness
    origins: Origins = Origins.ONE
    trend: IndicatorTrend | None = None
    caveats: tuple[Caveat, ...] = ()
    sentence: Text | None = None
    trend_sentence: Text | None = None

    @property
    def measured(self) -> tuple[Figure, ...]:
        """The figures that have a value that may be shown."""
        return tuple(one for one in self.figures if one.value is not None)

    @property
    def latest(self) -> Figure | None:
        """The newest figure with a value."""
        return self.measured[-1] if self.measured else None

    @property
    def is_withheld(self) -> bool:
        """Whether there are figures that may not be shown, and no others."""
        return self.latest is None and any(not one.shown for one in self.figures)

    def at(self, period: Period) -> Figure | None:
        """The figure of one period."""
        return figure_at(self.figures, period)


def figure_at(figures: tuple[Figure, ...], period: Period) -> Figure | None:
    """The figure of one period among several."""
    return next((one for one in figures if one.observation.period == period), None)


def exact_value(one: Figure, unit: Unit) -> Decimal:
    """The value before rounding where the count is known, or else the value as published.

    Raises:
        ValueError: the figure has no value.

    """
    seen = one.observation
    if one.value is None:
        raise ValueError(f"{seen.indicator} {seen.area} {seen.period} has no value")
    if seen.count is None or not seen.denominator or not unit.denominator:
        return one.value
    return Decimal(seen.count) * unit.factor / seen.denominator


def freshness(figures: tuple[Figure, ...], limit: int, on: date) -> Freshness:
    """How old the newest measured figure is on a day; figures from after that day do not count."""
    known = [one.observation.period for one in figures if one.value is not None]
    past = [period for period in known if period.start <= on]
    if not past:
        return Freshness(newest=None, months=None, limit=limit)
    return Freshness(newest=past[-1], months=max(0, whole_months(past[-1].end, on)), limit=limit)
