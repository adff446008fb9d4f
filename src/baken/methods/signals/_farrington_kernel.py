# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Quasi-Poisson regression on a season factor and a linear trend, with one reweighting, for many periods.

Time counts from the period that is judged, so the prediction is the effect of season 0 at time 0. Given the
slope every season has its effect in closed form, so that one step of iteratively reweighted least squares
needs three sums per season; within a run of periods the fitted means are a geometric series. The iteration
starts, steps and stops as glm does (McCullagh & Nelder 1989, 2.5): the same numbers, also where the fit
has not quite settled.
"""

import math

import numpy as np
from numpy.typing import NDArray

from baken.methods._compiled import compiled

_Floats = NDArray[np.float64]
_Table = NDArray[np.float64]
_Whole = NDArray[np.int64]

# Rows of the work table: one column per reference period. The means have two rows: those of the last step,
# whose weights were used, and the new ones.
_WEIGHT, _COUNT, _EXPOSURE, _LOG, _START, _TIME, _MEAN = 0, 1, 2, 3, 4, 5, 6
_ROWS = 8
# Columns of the sums per season: weight, weight x time, weight x time^2, gradient, gradient x time.
_W, _WT, _WTT, _U, _UT = 0, 1, 2, 3, 4
# Settings: threshold of the residuals, trend wanted, fewest reference periods, periods per year, standard
# error from relative residuals instead of the dispersion. The critical t values follow.
_THRESHOLD, _TREND, _FEWEST, _PER_YEAR, _RELATIVE, _CRITICAL = 0, 1, 2, 3, 4, 5
# Columns of the answer: mean, dispersion, variance of its logarithm, trend kept, reason.
_MU, _PHI, _VARIANCE, _KEPT, _REASON = 0, 1, 2, 3, 4

_ITERATIONS = 25
_TOLERANCE = 1e-8
_SETTLED = 1e-11
_TINY = 2.220446049250313e-16
_MISSING, _TOO_FEW_PERIODS, _NO_CONVERGENCE = 1.0, 7.0, 12.0


@compiled("float64(float64[:, ::1], int64[:, ::1], float64[:, :, ::1])")
def _start(work: _Table, runs: _Whole, sums: _Floats) -> float:
    """Fill the sums for the first step, from means of count + 0.1; returns the deviance there."""
    deviance = 0.0
    sums[0] = 0.0
    k = 0
    for run in range(runs.shape[0]):
        season = sums[0, runs[run, 2]]
        for _ in range(runs[run, 1]):
            mean = work[_COUNT, k] + 0.1
            work[_MEAN, k] = mean
            weight = work[_WEIGHT, k] * mean
            time = work[_TIME, k]
            target = work[_START, k] - math.log(work[_EXPOSURE, k]) - 0.1 / mean
            season[_W] += weight
            season[_WT] += weight * time
            season[_WTT] += weight * time * time
            season[_U] += weight * target
            season[_UT] += weight * target * time
            deviance += work[_WEIGHT, k] * (work[_COUNT, k] * (work[_LOG, k] - work[_START, k]) + 0.1)
            k += 1
    return 2 * deviance


@compiled("float64(float64[:, ::1], int64[:, ::1], float64[:, ::1], float64[::1], int64)")
def _evaluate(work: _Table, runs: _Whole, sums: _Table, effects: _Floats, into: int) -> float:
    """Fill means and sums for effects (slope last); returns the deviance."""
    slope = effects[-1]
    sums[:] = 0.0
    deviance = 0.0
    k = 0
    for run in range(runs.shape[0]):
        length, level = runs[run, 1], runs[run, 2]
        step = math.exp(slope * (work[_TIME, k + 1] - work[_TIME, k])) if length > 1 else 1.0
        rate = math.exp(effects[level] + slope * work[_TIME, k])
        w, wt, wtt, u, ut = 0.0, 0.0, 0.0, 0.0, 0.0
        for _ in range(length):
            time = work[_TIME, k]
            count = work[_COUNT, k]
            mean = max(rate * work[_EXPOSURE, k], _TINY)
            work[_MEAN + into, k] = mean
            weight = work[_WEIGHT, k] * mean
            rest = work[_WEIGHT, k] * (count - mean)
            w += weight
            wt += weight * time
            wtt += weight * time * time
            u += rest
            ut += rest * time
            fitted = effects[level] + slope * time
            deviance += work[_WEIGHT, k] * count * (work[_LOG, k] - fitted) - rest
            rate *= step
            k += 1
        season = sums[level]
        season[_W] += w
        season[_WT] += wt
        season[_WTT] += wtt
        season[_U] += u
        season[_UT] += ut
    return 2 * deviance


@compiled("float64(float64[:, ::1])")
def _spread(sums: _Table) -> float:
    """The information on the slope once the seasons have taken theirs."""
    spread = 0.0
    for level in range(sums.shape[0]):
        if sums[level, _W] > 0:
            spread += sums[level, _WTT] - sums[level, _WT] ** 2 / sums[level, _W]
    return spread


@compiled("float64(float64[:, ::1], float64[::1], boolean)")
def _step(sums: _Table, effects: _Floats, trend: bool) -> float:
    """Add one step of weighted least squares to the effects; returns its largest part, inf if impossible."""
    change = 0.0
    if trend:
        pull = 0.0
        for level in range(sums.shape[0]):
            if sums[level, _W] > 0:
                pull += sums[level, _UT] - sums[level, _WT] * sums[level, _U] / sums[level, _W]
        spread = _spread(sums)
        if not spread > 0:
            return math.inf
        change = pull / spread
        effects[-1] += change
    largest = abs(change)
    for level in range(sums.shape[0]):
        if sums[level, _W] > 0:
            own = (sums[level, _U] - change * sums[level, _WT]) / sums[level, _W]
            effects[level] += own
            largest = max(largest, abs(own))
    return largest


@compiled("int64(float64[:, ::1], int64[:, ::1], float64[:, :, ::1], float64[::1], boolean)")
def _fit(work: _Table, runs: _Whole, sums: _Floats, effects: _Floats, trend: bool) -> int:
    """Iterate; returns which of the two buffers the last step came from (the other is newer), or -1."""
    effects[:] = 0.0
    deviance = _start(work, runs, sums)
    used = 0
    for iteration in range(_ITERATIONS):
        before = effects.copy()
        largest = _step(sums[used], effects, trend)
        if not largest < math.inf:
            return -1
        now = _evaluate(work, runs, sums[1 - used], effects, 1 - used)
        for _ in range(_ITERATIONS):
            if abs(now) < math.inf or iteration == 0:
                break
            effects[:] = (effects + before) / 2
            now = _evaluate(work, runs, sums[1 - used], effects, 1 - used)
        if not abs(now) < math.inf:
            return -1
        # The second condition is for large counts, whose deviance has too few digits for the first.
        if abs(now - deviance) < _TOLERANCE * (abs(now) + 0.1) or largest < _SETTLED:
            return used
        deviance = now
        used = 1 - used
    return -1


@compiled("float64(float64[:, ::1], int64, boolean)")
def _squares(work: _Table, used: int, weighted: bool) -> float:
    """The sum of squared Pearson residuals or, not weighted, of relative residuals."""
    total = 0.0
    for k in range(work.shape[1]):
        if work[_WEIGHT, k] > 0:
            mean = work[_MEAN + 1 - used, k]
            relative = (work[_COUNT, k] - mean) / mean
            scale = work[_MEAN + used, k] if weighted else 1.0
            total += work[_WEIGHT, k] * scale * relative * relative
    return total


@compiled("void(float64[:, ::1], int64[:, ::1], float64[:, :, ::1], float64[::1])")
def _reweigh(work: _Table, runs: _Whole, sums: _Floats, told: _Floats) -> None:
    """Give reference periods with a large Anscombe residual the weight 1 / residual^2; mean weight is 1.

    ``told``: the buffer used, the dispersion, 1 with a trend, the threshold.
    """
    used, phi, limit = int(told[0]), told[1], told[3]
    spread = _spread(sums[used]) if told[2] > 0 else math.inf
    total, present, k = 0.0, 0, 0
    for run in range(runs.shape[0]):
        season = sums[used, runs[run, 2]]
        for _ in range(runs[run, 1]):
            if work[_WEIGHT, k] > 0:
                count, mean = work[_COUNT, k], work[_MEAN + 1 - used, k]
                away = work[_TIME, k] - season[_WT] / season[_W]
                hat = work[_MEAN + used, k] * (1 / season[_W] + away * away / spread)
                scale = phi * max(1 - hat, 0.0)
                # The Anscombe residual is never above the Pearson residual: most need no power.
                if count > mean and (count - mean) ** 2 > limit * limit * scale * mean:
                    residual = 1.5 * (count ** (2 / 3) * mean ** (-1 / 6) - math.sqrt(mean))
                    if residual > limit * math.sqrt(scale):
                        work[_WEIGHT, k] = scale / (residual * residual)
                total += work[_WEIGHT, k]
                present += 1
            k += 1
    work[_WEIGHT] *= present / total


@compiled("int64(float64[:, ::1], int64[:, ::1], float64[:, :, ::1], float64[::1], float64[::1])")
def _robust(work: _Table, runs: _Whole, sums: _Floats, effects: _Floats, told: _Floats) -> int:
    """Fit, reweigh, fit again; returns the buffer used or -1.

    ``told``: in: places 2 to 4 the trend (1 or 0), the threshold and the degrees of freedom; out: place 1 the
    dispersion, place 5 the variance scale of the standard error.
    """
    trend, free = told[2] > 0, told[4]
    for k in range(work.shape[1]):
        work[_WEIGHT, k] = 1.0 if work[_WEIGHT, k] > 0 else 0.0
    used = _fit(work, runs, sums, effects, trend)
    if used < 0:
        return -1
    told[0] = used
    told[1] = max(_squares(work, used, True) / free, 1.0)
    _reweigh(work, runs, sums, told)
    used = _fit(work, runs, sums, effects, trend)
    if used >= 0:
        told[1] = max(_squares(work, used, True) / free, 1.0)
        told[6] = _squares(work, used, told[5]==2 )/free
        told[5] = _squares(work, used, False) / free if told[5] ==1  else told[1]
    return used


@compiled("void(float64[:, ::1], int64[:, ::1], float64[::1], float64[::1], float64[::1])")
def _judge(work: _Table, runs: _Whole, settings: _Floats, critical: _Floats, answer: _Floats) -> None:
    """Fit with and, if need be, without a trend, and predict. ``answer[0]`` brings the exposure."""
    levels = 0
    for run in range(runs.shape[0]):
        levels = max(levels, runs[run, 2] + 1)
    sums = np.zeros((2, levels, 5))
    effects = np.zeros(levels + 1)
    filled = np.zeros(levels)
    k, present, highest = 0, 0, 0.0
    for run in range(runs.shape[0]):
        for _ in range(runs[run, 1]):
            if work[_WEIGHT, k] > 0:
                present += 1
                filled[runs[run, 2]] = 1.0
                highest = max(highest, work[_COUNT, k])
            k += 1
    exposure = answer[0]
    answer[:] = math.nan
    answer[_REASON] = _TOO_FEW_PERIODS
    parameters = int(filled.sum())
    if present < settings[_FEWEST] or filled[0] == 0 or present - parameters < 2:
        return
    answer[_REASON] = _NO_CONVERGENCE
    told = np.zeros(7)
    for trend in (1, 0):
        if trend > settings[_TREND]:
            continue
        told[2], told[3], told[4] = trend, settings[_THRESHOLD], present - parameters - trend
        told[5] = settings[_RELATIVE]
        used = _robust(work, runs, sums, effects, told)
        if used < 0:
            continue
        season = sums[used, 0]
        mean = math.exp(effects[0]) * exposure
        spread = _spread(sums[used]) if trend else math.inf
        if trend:
            limit = critical[int(told[4])] * math.sqrt(told[6] / spread)
            if not abs(effects[-1]) > limit or mean > highest:
                continue
        answer[_MU], answer[_PHI], answer[_KEPT], answer[_REASON] = mean, told[1], trend, 0.0
        answer[_VARIANCE] = told[5] * (1 / season[_W] + (season[_WT] / season[_W]) ** 2 / spread)
        return


@compiled("void(float64[:, ::1], float64[:, ::1], int64[:, ::1], float64[::1], float64[:, :, ::1])")
def farrington_rows(
    counts: _Table, exposure: _Table, runs: _Whole, settings: _Floats, answers: _Floats
) -> None:
    """Judge the last periods of each row; missing is NaN in counts or exposure.

    ``settings`` goes on with the critical t values for 0, 1, 2, ... degrees of freedom; ``runs`` holds first
    place (from the judged period, below 0), length and season. ``answers`` is (rows, judged, 5).
    """
    periods, judged = counts.shape[1], answers.shape[1]
    size = runs[:, 1].sum()
    work = np.zeros((_ROWS, size))
    logs = np.zeros((2, periods))
    critical = settings[_CRITICAL:]
    k = 0
    for run in range(runs.shape[0]):
        for place in range(runs[run, 1]):
            work[_TIME, k] = (runs[run, 0] + place) / settings[_PER_YEAR]
            k += 1
    for row in range(counts.shape[0]):
        for period in range(periods):
            count = counts[row, period]
            logs[0, period] = math.log(count) if count > 0 else 0.0
            logs[1, period] = math.log(count + 0.1)
        for place in range(judged):
            now = periods - judged + place
            k = 0
            for run in range(runs.shape[0]):
                for then in range(now + runs[run, 0], now + runs[run, 0] + runs[run, 1]):
                    known = not math.isnan(counts[row, then]) and exposure[row, then] > 0
                    work[_WEIGHT, k] = 1.0 if known else 0.0
                    work[_COUNT, k] = counts[row, then] if known else 0.0
                    work[_EXPOSURE, k] = exposure[row, then] if known else 1.0
                    work[_LOG, k] = logs[0, then]
                    work[_START, k] = logs[1, then] if known else 0.0
                    k += 1
            answers[row, place, 0] = exposure[row, now]
            _judge(work, runs, settings, critical, answers[row, place])
