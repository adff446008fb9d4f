# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The passes over a batch: what is usual, the totals of the parents, forecast and score, the threshold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray
from baken.methods._threads import in_blocks
from baken.methods.reason import Reason
from baken.methods.signals._pooled_data import Batch, Whole
from baken.methods.signals._pooled_odds import outbreak_odds
from baken.methods.signals._pooled_prior import WEAK, by_kind, dispersions, log_dispersion, precisions

if TYPE_CHECKING:
    from baken.methods.signals.pooled import PooledOptions

_BLOCK = 4096
_LEVEL_PRECISION = 0.01
_FIRST_LOG, _FIRST_SPREAD = 0.4, 0.4  # centre and variance of the log dispersion in the first fit
_FIRST_ODDS = 0.02  # of outbreaks in the totals of parents
_ODDS_ROUNDS = 3
_FARTHEST = -12.0, 30.0  # of a log mean
_LITTLE = 0.01  # added to a mean before its logarithm


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """Arrays (series, monitored), the threshold of the score, and a reason for each."""

    mean: FloatArray
    upper: FloatArray
    chance: FloatArray
    score: FloatArray
    share: FloatArray
    reason: NDArray[np.int8]
    threshold: float


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """Per series: mean count, known periods and cases of the past, and why it cannot be judged.

    ``some``: per period of the past whether any series is known.
    """

    mean: FloatArray
    periods: Whole
    some: NDArray[np.bool_]
    cases: FloatArray
    reason: NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class _Prior:
    """What is usual: centres of trend and season per parent (the last row is for series without), precisions
    where present, dispersion, odds of past outbreaks, and the shares of series with a trend and harmonics."""

    centres: FloatArray
    precision: FloatArray
    usual: FloatArray
    odds: float
    present: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class _Forecast:
    recent: FloatArray
    mean: FloatArray
    size: FloatArray
    detail: FloatArray


def outcome(batch: Batch, options: PooledOptions) -> Outcome:
    """Judge the monitored periods of a batch."""
    from baken.methods.signals._pooled_score_kernel import PAST

    series, periods = batch.shape
    monitored = periods - batch.first
    shape = (series, monitored)
    if batch.first < max(PAST, options.gap + 1) or not series:
        nothing = np.full(shape, np.nan)
        reason = np.full(shape, Reason.TOO_FEW_PERIODS, dtype=np.int8)
        return Outcome(nothing, nothing, nothing, nothing, nothing, reason, np.inf)
    known = _look(batch, options)
    return _judge(batch, options, known, _prior(batch, options, known))


def columns(periods: int, options: PooledOptions) -> FloatArray:
    """Level, trend in years from the newest period, and the harmonics."""
    period = np.arange(periods)
    parts = [np.ones(periods), (period - periods + 1) / options.per_year]
    for harmonic in range(1, options.harmonics + 1):
        angle = 2 * np.pi * harmonic * period / options.per_year
        parts += [np.cos(angle), np.sin(angle)]
    return np.ascontiguousarray(np.array(parts).T)


def _look(batch: Batch, options: PooledOptions) -> _Known:
    series, _ = batch.shape
    end = batch.first - options.gap
    number, cases = np.zeros(series, dtype=np.int64), np.zeros(series)
    reason = np.zeros(series, dtype=np.int8)
    some = np.zeros((-(-series // _BLOCK), end), dtype=np.bool_)

    def work(low: int, high: int) -> None:
        values, reason[low:high] = batch.floats(low, high)
        seen = ~np.isnan(values[:, :end])
        some[low // _BLOCK] = seen.any(axis=0)
        number[low:high] = seen.sum(axis=1)
        cases[low:high] = np.where(seen, values[:, :end], 0).sum(axis=1)

    in_blocks(work, series, options.threads, _BLOCK)
    reason[(reason == 0) & (number < 2 * options.per_year)] = Reason.TOO_FEW_PERIODS
    known = np.asarray(some.any(axis=0))
    return _Known(cases / np.maximum(number, 1), number, known, cases, reason)


def _forecast(batch: Batch, part: slice, prior: _Prior, options: PooledOptions, pilot: bool) -> _Forecast:
    """Forecast a slice of the batch; a pilot estimates all coefficients of every series, once."""
    from baken.methods.signals._pooled_batch_kernel import DETAILS, forecast
    from baken.methods.signals._pooled_score_kernel import PAST

    values, _ = batch.floats(part.start, part.stop)
    design = columns(batch.shape[1], options)
    monitored = batch.shape[1] - batch.first
    size, order = len(values), design.shape[1]
    answer = (
        np.full((size, monitored + PAST), np.nan),
        np.full((size, monitored + PAST), np.nan),
        np.full((size, DETAILS + 2 * order), np.nan),
    )
    centres = np.zeros((size, order))
    centres[:, 1:] = prior.centres[batch.parent[part]]
    plan = [batch.first, monitored if pilot else options.refit, options.gap, 0 if pilot else options.few]
    robust = [prior.odds, options.height, options.memory, options.caution, options.pair]
    forecast(
        (values, batch.offsets(part.start, part.stop), design),
        batch.breaks(part.start, part.stop),
        (centres, np.concatenate(([_LEVEL_PRECISION], prior.precision)), prior.usual[part]),
        (np.array(plan), np.array([*robust, *prior.present])),
        answer,
    )
    return _Forecast(values[:, batch.first - PAST :], *answer)


def _picked(batch: Batch, rows: Whole) -> Batch:
    """Return a batch of some series only."""
    begin = np.concatenate(([0], np.cumsum(np.diff(batch.begin)[rows])))
    at = [batch.at[batch.begin[row] : batch.begin[row + 1]] for row in rows]
    people = None if batch.population is None else batch.population[rows]
    breaks = np.concatenate([*at, np.zeros(0, dtype=np.int64)]).astype(np.int64)
    return Batch(batch.counts[rows], batch.first, batch.parent[rows], batch.kind[rows], people, begin, breaks)


def _first(batch: Batch, centres: FloatArray, options: PooledOptions, odds: float) -> _Forecast:
    """Fit with weak priors."""
    series, _ = batch.shape
    order = centres.shape[1]
    usual = np.tile((_FIRST_LOG, _FIRST_SPREAD), (series, 1))
    prior = _Prior(centres, np.full(order, WEAK), usual, odds, np.ones(1 + options.harmonics))
    return _forecast(batch, slice(0, series), prior, options, pilot=True)


def _parents(batch: Batch, options: PooledOptions, known: _Known) -> FloatArray:
    """Trend and season of the total of each parent's complete series; the last row is zero.

    Complete is a series that is known wherever any series is; where none is, the total is missing too.
    """
    order = 1 + 2 * options.harmonics
    groups = int(batch.parent.max(initial=-1)) + 1
    centres = np.zeros((groups + 1, order))
    if not groups:
        return centres
    series, periods = batch.shape
    whole = (known.reason == 0) & (known.periods == known.some.sum()) & (batch.parent >= 0)
    total = np.zeros((groups, periods))
    people = None if batch.population is None else np.zeros((groups, periods))
    for low in range(0, series, _BLOCK):
        part = slice(low, min(low + _BLOCK, series))
        own = np.flatnonzero(whole[part])
        own = own[np.argsort(batch.parent[part][own], kind="stable")]
        if len(own):
            values = np.nan_to_num(batch.floats(part.start, part.stop)[0][own])
            label, start = np.unique(batch.parent[part][own], return_index=True)
            total[label] += np.add.reduceat(values, start, axis=0)
            if people is not None and batch.population is not None:
                people[label] += np.add.reduceat(np.nan_to_num(batch.population[part][own]), start, axis=0)
    enough = total.sum(axis=1) >= options.few
    total[:, : len(known.some)][:, ~known.some] = np.nan
    empty = np.full(groups, -1, dtype=np.int64)
    none = np.zeros(groups + 1, dtype=np.int64), np.zeros(0, dtype=np.int64)
    sums = Batch(total, batch.first, empty, empty, people, *none)
    fitted = _first(sums, np.zeros((1, order)), options, _FIRST_ODDS).detail[:, 5 : 5 + order]
    enough &= np.isfinite(fitted).all(axis=1)
    centres[:groups][enough] = fitted[enough]
    return centres


def _prior(batch: Batch, options: PooledOptions, known: _Known) -> _Prior:
    """Estimate what is usual, from a sample of the series of a large batch."""
    centres = _parents(batch, options, known)
    order = centres.shape[1]
    usable = np.flatnonzero(known.reason == 0)
    if len(usable) > options.sample:
        usable = np.flatnonzero((known.reason == 0) & (known.cases >= options.few))
    rows = usable[:: max(1, -(-len(usable) // options.sample))]
    log_mean = np.log(known.mean + _LITTLE)
    detail = np.zeros((0, 4))
    if len(rows):
        odds, detail = _odds(batch, rows, centres, options)
        good = detail[:, 3] > 0
        detail, rows = detail[good], rows[good]
    if not len(rows):
        usual = np.tile((_FIRST_LOG, _FIRST_SPREAD), (batch.shape[0], 1))
        return _Prior(centres, np.full(order, WEAK), usual, options.odds, np.ones(1 + options.harmonics))
    groups = [[0]] + [[2 * h - 1, 2 * h] for h in range(1, options.harmonics + 1)]
    own = slice(5, 5 + order), slice(6 + order, 6 + 2 * order)
    precision, present = precisions(detail[:, own[0]], detail[:, own[1]], centres[batch.parent[rows]], groups)
    variance = detail[:, 2] / np.maximum(detail[:, 1], 1)
    log = log_dispersion(detail[:, 0], variance)
    level, slope, spread = dispersions(log, variance, log_mean[rows])
    rest = log - level - slope * log_mean[rows]
    shift = by_kind(rest, variance, spread, batch.kind[rows], int(batch.kind.max(initial=-1)) + 1)
    usual = np.column_stack((level + slope * log_mean + shift[batch.kind], np.full(batch.shape[0], spread)))
    return _Prior(centres, precision, np.ascontiguousarray(usual), odds, present)


def _odds(batch: Batch, rows: Whole, centres: FloatArray, options: PooledOptions) -> tuple[float, FloatArray]:
    """Odds of past outbreaks, and the details of the first fit with them; series with breaks do not count."""
    some = _picked(batch, rows)
    series, periods = some.shape
    end = batch.first - options.gap
    design = columns(periods, options)[:end]
    values = some.floats(0, series)[0][:, :end]
    offsets = np.broadcast_to(some.offsets(0, series), some.shape)[:, :end]
    odds = options.odds
    detail = _first(some, centres, options, odds).detail
    for _ in range(_ODDS_ROUNDS):
        good = (detail[:, 3] > 0) & (np.diff(some.begin) == 0)
        log = detail[good, 4 : 4 + design.shape[1]] @ design.T + offsets[good]
        shape = options.height, options.pair
        odds = outbreak_odds(values[good], np.exp(np.clip(log, *_FARTHEST)), detail[good, 3], shape)
        detail = _first(some, centres, options, odds).detail
    return odds, detail


def _judge(batch: Batch, options: PooledOptions, known: _Known, prior: _Prior) -> Outcome:
    from baken.methods.signals._pooled_score_kernel import BINS, LOWEST, PAST, WIDTH, limits, scored

    series, periods = batch.shape
    monitored = periods - batch.first
    mean, size, recent = (np.full((series, monitored + PAST), np.nan) for _ in range(3))
    score, chance, upper = (np.full((series, monitored), np.nan) for _ in range(3))
    bins = np.zeros((-(-series // _BLOCK), BINS + 1))
    waves = np.array(options.waves)

    def work(low: int, high: int) -> None:
        part = slice(low, high)
        found = _forecast(batch, part, prior, options, pilot=False)
        found.mean[known.reason[part] != 0] = np.nan
        mean[part], size[part] = found.mean, found.size
        recent[part] = found.recent
        answer = (score[part], chance[part], bins[low // _BLOCK])
        scored(recent[part], found.mean, found.size, waves, answer)

    in_blocks(work, series, options.threads, _BLOCK)
    total = bins.sum(axis=0)
    above = np.cumsum(total[:BINS][::-1])[::-1] / max(total[BINS], 1e-300)
    allowed = np.flatnonzero(above <= options.level * options.share)
    threshold = LOWEST + WIDTH * int(allowed[0]) if len(allowed) and total[BINS] > 0 else np.inf

    def bound(low: int, high: int) -> None:
        part = slice(low, high)
        limits(recent[part], mean[part], size[part], waves, (threshold, upper[part]))

    in_blocks(bound, series, options.threads, _BLOCK)
    share = np.full(score.shape, np.nan)
    good = np.isfinite(score)
    place = np.floor((score[good] - LOWEST) / WIDTH).astype(np.int64)
    share[good] = np.where(place < 0, 1.0, above[np.clip(place, 0, BINS - 1)])
    expected = np.ascontiguousarray(mean[:, PAST:])
    reason = _reasons(batch, known, recent[:, PAST:], expected)
    return Outcome(expected, upper, chance, score, np.minimum(share, 1.0), reason, threshold)


def _reasons(batch: Batch, known: _Known, seen: FloatArray, mean: FloatArray) -> NDArray[np.int8]:
    """Why a period is not judged: of the period itself, else of the series."""
    reason = np.zeros(seen.shape, dtype=np.int8)
    broken = np.diff(batch.begin) > 0
    reason[np.isnan(mean) & broken[:, None]] = Reason.AFTER_BREAK
    reason[np.isnan(mean) & ~broken[:, None]] = Reason.NO_CONVERGENCE
    reason[np.isnan(seen)] = Reason.MISSING
    if batch.population is not None:
        reason[~(batch.population[:, batch.first :] > 0)] = Reason.NO_POPULATION
    bad = known.reason != 0
    reason[bad] = known.reason[bad][:, None]
    return reason
