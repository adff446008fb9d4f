# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Early signals over many series at once, which lend each other what they have in common."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import FloatArray
from baken.methods.false_discovery import adjusted
from baken.methods.signals._pooled_data import Batch, checked
from baken.methods.signals._pooled_run import Outcome, outcome
from baken.methods.signals.table import SignalTable

_CAUTIOUS = 0.88  # power of the shares before the false discovery rate: errors of estimation widen the tail


@dataclass(frozen=True, slots=True)
class PooledOptions:
    """Settings; the defaults were chosen on simulated series (see the page) and then frozen.

    ``level`` is the share of all series and periods that may alarm when nothing happens, ``minimum_count``
    the fewest cases of an alarm, ``per_year`` the periods per year, ``refit`` how many periods share one fit,
    ``threads`` how many threads work (all, if not given; the result is the same).
    The others are explained on the page under Formula.
    """

    level: float = 0.01
    minimum_count: int = 1
    per_year: int = 12
    refit: int = 1
    threads: int | None = None
    harmonics: int = 2
    gap: int = 2
    odds: float = 0.05
    height: float = 3.5
    memory: float = 30.0
    caution: float = 2.5
    pair: float = 1.0
    waves: tuple[float, ...] = (5.0, 5.0, 4.0, 2.0, 0.5, 0.06)
    few: int = 10
    sample: int = 2000
    share: float = 0.82

    def __post_init__(self) -> None:
        """Raise ValueError for a setting that cannot be."""
        if not 0 < self.level < 1:
            raise ValueError(f"level must lie between 0 and 1, such as 0.01; got {self.level:g}")
        if self.per_year < 2 * self.harmonics + 1 or self.harmonics < 0:
            raise ValueError(f"{self.harmonics} harmonics do not fit in {self.per_year} periods a year")
        if min(self.refit, self.sample) < 1 or min(self.gap, self.few, self.minimum_count) < 0:
            raise ValueError("refit and sample must be at least 1; gap, few and minimum_count at least 0")
        if len(self.waves) != 6 or min(*self.waves, self.odds, self.height, self.memory, self.pair) <= 0:
            raise ValueError("waves must be six positive numbers; odds, height, memory and pair positive")


@dataclass(frozen=True, slots=True)
class PooledBatch:
    """What is known of the series beside their counts; everything may be left out.

    ``parent`` (one whole number per series, -1 for none): series with the same number lend each other their
    season and trend through their total. ``kind`` (the same): series of one kind have a like dispersion.
    ``population`` (series, periods): the exposure. ``breaks`` (pairs of series and period, from 0): from
    that period on the level may be another.
    """

    parent: ArrayLike | None = None
    kind: ArrayLike | None = None
    population: ArrayLike | None = None
    breaks: ArrayLike | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PooledSignals:
    """A table of signals and what the batch adds to it.

    ``table.score`` is the log of the odds for a wave that goes on (without prior odds), ``table.p`` the
    chance of at least this count in this series. ``share`` (series, monitored periods) is the share of the
    batch's series and periods that would score as high if nothing happened; an alarm is a share of at most
    0.82 times the level. ``q`` (series) is the false discovery rate in the newest period. ``threshold`` is
    the score from which there is an alarm.
    """

    table: SignalTable
    share: FloatArray
    q: FloatArray
    threshold: float


def pooled_signals(
    counts: ArrayLike,
    monitored: int = 1,
    options: PooledOptions | None = None,
    batch: PooledBatch | None = None,
) -> PooledSignals:
    """Judge the newest periods of many series, each from its past and from what is usual in the batch.

    Args:
        counts: whole numbers, shape (series, periods), of any number type; NaN is missing.
        monitored: how many of the newest periods are judged.
        options: settings; None is the default.
        batch: parents, kinds, population and breaks; None is none of these.

    Returns:
        Arrays of shape (series, monitored). Not judged, with their reason, are: a period that is missing,
        has no population, or lies too near after a break (before three known periods and the ``gap``); a
        series with less than two years of known periods before the monitored ones; a series with a negative,
        fractional, infinite or too large count.

    Raises:
        ValueError: wrong settings, or arrays whose shapes do not belong together.

    Source: see the page.

    """
    options = options or PooledOptions()
    given = batch or PooledBatch()
    data = checked(counts, monitored, (given.parent, given.kind, given.population, given.breaks))
    result = outcome(data, options)
    table = _table(data, result, options)
    newest = np.where(table.reason[:, -1] == 0, result.share[:, -1], np.nan)
    return PooledSignals(table, result.share, adjusted(newest**_CAUTIOUS), result.threshold)


def _table(data: Batch, result: Outcome, options: PooledOptions) -> SignalTable:
    seen = data.counts[:, data.first :].astype(np.float64)
    judged = result.reason == 0
    upper = np.where(judged, np.maximum(result.upper, options.minimum_count - 1), np.nan)
    hide = np.where(judged, 0.0, np.nan)
    return SignalTable(
        first=data.first,
        observed=seen,
        expected=result.mean + hide,
        upper=upper,
        p=result.chance + hide,
        score=result.score + hide,
        alarm=judged & (seen > upper),
        reason=result.reason,
    )
