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
# whose weights were used, and the new ones. LOG is count x log(count / exposure), START the working response
# at count + 0.1, FIRST half the deviance there.
_WEIGHT, _COUNT, _EXPOSURE, _LOG, _START, _FIRST, _TIME, _MEAN = 0, 1, 2, 3, 4, 5, 6, 7
_ROWS = 9
# Columns of a run of reference periods: first place (from the judged period, below 0), length, season and
# the column of the work table where it begins.
_PLACE, _LENGTH, _SEASON, _BEGIN = 0, 1, 2, 3
# Columns of the sums per season: weight, weight x time, weight x time^2, gradient, gradient x time. A third
# table of sums holds counts, counts x time, counts x log of the rate, and the rate at time 0.
_W, _WT, _WTT, _U, _UT = 0, 1, 2, 3, 4
_Y, _YT, _YLOG, _RATE, _FIXED = 0, 1, 2, 3, 2
# Settings: threshold of the residuals, trend wanted, fewest reference periods, periods per year, standard
# errors from relative residuals (1) or from the dispersion (0). The critical t values follow.
_THRESHOLD, _TREND, _FEWEST, _PER_YEAR, _RELATIVE, _CRITICAL = 0, 1, 2, 3, 4, 5
# What a fit is told (trend, threshold, degrees of freedom, the setting above) and tells (buffer used,
# dispersion, scale of the variance of the prediction, scale of the variance of the slope).
_WITH, _LIMIT, _FREE, _HOW, _USED, _SCALE, _AHEAD, _SLOPE = 0, 1, 2, 3, 4, 5, 6, 7
# Columns of the answer: mean, dispersion, variance of the logarithm of the mean, trend kept, reason.
_MU, _PHI, _VARIANCE, _KEPT, _REASON = 0, 1, 2, 3, 4

_CHAIN = 10
_ITERATIONS = 25
_TOLERANCE = 1e-8
_SETTLED = 1e-11
_TINY = 2.220446049250313e-16
_TOO_FEW_PERIODS, _NO_CONVERGENCE = 7.0, 12.0


@compiled("float64(float64[:, ::1], int64[:, ::1], float64[:, :, ::1])")
def _start(work: _Table, runs: _Whole, sums: _Floats) -> float:
    """Fill the sums for the first step, from means of count + 0.1; returns the deviance there."""
    deviance = 0.0
    sums[0], sums[_FIXED] = 0.0, 0.0
    for run in range(runs.shape[0]):
        begin = runs[run, _BEGIN]
        w, wt, wtt, u, ut, y, yt, ylog = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
        for k in range(begin, begin + runs[run, _LENGTH]):
            prior, count, time = work[_WEIGHT, k], work[_COUNT, k], work[_TIME, k]
            mean = count + 0.1
            work[_MEAN, k] = mean
            weight = prior * mean
            w += weight
            wt += weight * time
            wtt += weight * time * time
            u += weight * work[_START, k]
            ut += weight * work[_START, k] * time
            y += prior * count
            yt += prior * count * time
            ylog += prior * work[_LOG, k]
            deviance += prior * work[_FIRST, k]
        season, fixed = sums[0, runs[run, _SEASON]], sums[_FIXED, runs[run, _SEASON]]
        season[_W] += w
        season[_WT] += wt
        season[_WTT] += wtt
        season[_U] += u
        season[_UT] += ut
        fixed[_Y] += y
        fixed[_YT] += yt
        fixed[_YLOG] += ylog
    return 2 * deviance


@compiled("float64(float64[:, ::1], int64[:, ::1], float64[:, :, ::1], float64[::1], int64)")
def _evaluate(work: _Table, runs: _Whole, sums: _Floats, effects: _Floats, into: int) -> float:
    """Fill means and sums for effects (slope last) into one buffer; returns the deviance."""
    slope, step = effects[-1], math.exp(effects[-1] * (work[_TIME, 1] - work[_TIME, 0]))
    sums[into] = 0.0
    means = work[_MEAN + into]
    for level in range(sums.shape[1]):
        sums[_FIXED, level, _RATE] = math.exp(effects[level])
    trend, expected, chained = 1.0, 0, 0
    for run in range(runs.shape[0]):
        begin, level = runs[run, _BEGIN], runs[run, _SEASON]
        end = begin + runs[run, _LENGTH]
        # Not too long a chain of products: rounding adds up, and the iteration stops at the eighth digit.
        if runs[run, _PLACE] != expected or chained > _CHAIN:
            trend, chained = math.exp(slope * work[_TIME, begin]), 0
        chained += runs[run, _LENGTH]
        expected = runs[run, _PLACE] + runs[run, _LENGTH]
        rate = sums[_FIXED, level, _RATE]
        w, wt, wtt = 0.0, 0.0, 0.0
        for k in range(begin, end):
            mean = max(rate * trend * work[_EXPOSURE, k], _TINY)
            means[k] = mean
            weight, time = work[_WEIGHT, k] * mean, work[_TIME, k]
            moment = weight * time
            w += weight
            wt += moment
            wtt += moment * time
            trend *= step
        season = sums[into, level]
        season[_W] += w
        season[_WT] += wt
        season[_WTT] += wtt
    deviance = 0.0
    for level in range(sums.shape[1]):
        season, fixed = sums[into, level], sums[_FIXED, level]
        season[_U] = fixed[_Y] - season[_W]
        season[_UT] = fixed[_YT] - season[_WT]
        deviance += fixed[_YLOG] - effects[level] * fixed[_Y] - slope * fixed[_YT] - season[_U]
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
        now = _evaluate(work, runs, sums, effects, 1 - used)
        for _ in range(_ITERATIONS):
            if abs(now) < math.inf or iteration == 0:
                break
            effects[:] = (effects + before) / 2
            now = _evaluate(work, runs, sums, effects, 1 - used)
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
    """Give reference periods with a large Anscombe residual the weight 1 / residual^2; mean weight is 1."""
    used, limit = int(told[_USED]), told[_LIMIT]
    slope_part = 1 / _spread(sums[used]) if told[_WITH] > 0 else 0.0
    total, present = 0.0, 0
    for run in range(runs.shape[0]):
        season = sums[used, runs[run, _SEASON]]
        begin = runs[run, _BEGIN]
        centre, level_part = season[_WT] / season[_W], 1 / season[_W]
        for k in range(begin, begin + runs[run, _LENGTH]):
            if work[_WEIGHT, k] == 0:
                continue
            count, mean = work[_COUNT, k], work[_MEAN + 1 - used, k]
            # The Anscombe residual is never above the Pearson residual: most need no more than this.
            if count > mean:
                away = work[_TIME, k] - centre
                hat = work[_MEAN + used, k] * (level_part + away * away * slope_part)
                scale = told[_SCALE] * max(1 - hat, 0.0)
                if (count - mean) ** 2 > limit * limit * scale * mean:
                    residual = 1.5 * (count ** (2 / 3) * mean ** (-1 / 6) - math.sqrt(mean))
                    if residual > limit * math.sqrt(scale):
                        work[_WEIGHT, k] = scale / (residual * residual)
            total += work[_WEIGHT, k]
            present += 1
    work[_WEIGHT] *= present / total


@compiled("int64(float64[:, ::1], int64[:, ::1], float64[:, :, ::1], float64[::1], float64[::1])")
def _robust(work: _Table, runs: _Whole, sums: _Floats, effects: _Floats, told: _Floats) -> int:
    """Fit, reweigh, fit again; returns the buffer used or -1."""
    trend, free = told[_WITH] > 0, told[_FREE]
    for k in range(work.shape[1]):
        work[_WEIGHT, k] = 1.0 if work[_WEIGHT, k] > 0 else 0.0
    used = _fit(work, runs, sums, effects, trend)
    if used < 0:
        return -1
    told[_USED] = used
    told[_SCALE] = max(_squares(work, used, True) / free, 1.0)
    _reweigh(work, runs, sums, told)
    used = _fit(work, runs, sums, effects, trend)
    if used < 0:
        return -1
    pearson = _squares(work, used, True) / free
    told[_SCALE] = max(pearson, 1.0)
    told[_AHEAD], told[_SLOPE] = told[_SCALE], pearson
    if told[_HOW] > 0:
        told[_AHEAD] = told[_SLOPE] = _squares(work, used, False) / free
    return used


@compiled("boolean(float64[:, ::1], int64[:, ::1], float64[::1], float64[::1])")
def _counted(work: _Table, runs: _Whole, settings: _Floats, found: _Floats) -> bool:
    """Find how many reference periods and seasons there are and the largest count; False: too few."""
    found[:] = 0.0
    seasons = np.zeros(found.shape[0])
    for run in range(runs.shape[0]):
        begin = runs[run, _BEGIN]
        for k in range(begin, begin + runs[run, _LENGTH]):
            if work[_WEIGHT, k] > 0:
                found[0] += 1
                seasons[runs[run, _SEASON]] = 1.0
                found[2] = max(found[2], work[_COUNT, k])
    found[1] = seasons.sum()
    return bool(found[0] >= settings[_FEWEST] and seasons[0] > 0 and found[0] - found[1] >= 2)


@compiled("void(float64[:, ::1], int64[:, ::1], float64[::1], float64[::1], float64[::1])")
def _judge(work: _Table, runs: _Whole, settings: _Floats, critical: _Floats, answer: _Floats) -> None:
    """Fit with and, if need be, without a trend, and predict. ``answer[0]`` brings the exposure."""
    levels = 0
    for run in range(runs.shape[0]):
        levels = max(levels, runs[run, _SEASON] + 1)
    exposure, found = answer[0], np.zeros(levels + 3)
    answer[:] = math.nan
    answer[_REASON] = _TOO_FEW_PERIODS
    if not _counted(work, runs, settings, found):
        return
    answer[_REASON] = _NO_CONVERGENCE
    sums, effects, told = np.zeros((3, levels, 5)), np.zeros(levels + 1), np.zeros(8)
    told[_LIMIT], told[_HOW] = settings[_THRESHOLD], settings[_RELATIVE]
    for trend in range(int(settings[_TREND]), -1, -1):
        told[_WITH], told[_FREE] = trend, found[0] - found[1] - trend
        used = _robust(work, runs, sums, effects, told)
        if used < 0:
            continue
        mean = math.exp(effects[0]) * exposure
        spread = _spread(sums[used]) if trend else math.inf
        if trend:
            limit = critical[int(told[_FREE])] * math.sqrt(told[_SLOPE] / spread)
            if not abs(effects[-1]) > limit or mean > found[2]:
                continue
        season = sums[used, 0]
        answer[_VARIANCE] = told[_AHEAD] * (1 / season[_W] + (season[_WT] / season[_W]) ** 2 / spread)
        answer[_MU], answer[_PHI], answer[_KEPT], answer[_REASON] = mean, told[_SCALE], trend, 0.0
        return


@compiled("void(float64[::1], float64[::1], int64[:, ::1], float64[:, ::1], float64[:, ::1])")
def _gather(counts: _Floats, exposure: _Floats, runs: _Whole, logs: _Table, work: _Table) -> None:
    """Copy the reference periods before the end of these counts into the work table."""
    now = counts.shape[0] - 1
    for run in range(runs.shape[0]):
        away = now + runs[run, _PLACE] - runs[run, _BEGIN]
        begin = runs[run, _BEGIN]
        for k in range(begin, begin + runs[run, _LENGTH]):
            then = k + away
            known = counts[then] >= 0 and exposure[then] > 0
            work[_WEIGHT, k] = 1.0 if known else 0.0
            work[_COUNT, k] = counts[then] if known else 0.0
            work[_EXPOSURE, k] = exposure[then] if known else 1.0
            work[_LOG, k] = logs[0, then] if known else 0.0
            work[_START, k] = logs[1, then] if known else 0.0
            work[_FIRST, k] = logs[2, then] if known else 0.0


@compiled("float64[::1](float64[::1], float64[::1], float64[:, ::1])")
def _tables(counts: _Floats, exposure: _Floats, logs: _Table) -> _Floats:
    """Fill the logarithms that do not depend on the judged period; returns the exposure.

    The exposure is scaled to add up to the cases, so that effects and logarithms are small and the deviance
    keeps its digits.
    """
    cases, people = 0.0, 0.0
    for period in range(counts.shape[0]):
        if counts[period] >= 0 and exposure[period] > 0:
            cases += counts[period]
            people += exposure[period]
    scaled = exposure * (cases / people) if cases > 0 else exposure.copy()
    for period in range(counts.shape[0]):
        count, mean = counts[period], counts[period] + 0.1
        own = math.log(count / scaled[period]) if count > 0 else 0.0
        logs[0, period] = count * own
        logs[1, period] = math.log(mean / scaled[period]) - 0.1 / mean
        logs[2, period] = (count * math.log(count / mean) if count > 0 else 0.0) + 0.1
    return scaled


@compiled("void(float64[:, ::1], float64[:, ::1], int64[:, ::1], float64[::1], float64[:, :, ::1])")
def farrington_rows(
    counts: _Table, exposure: _Table, runs: _Whole, settings: _Floats, answers: _Floats
) -> None:
    """Judge the last periods of each row; missing is NaN in counts or exposure.

    ``runs`` and ``settings`` as above, ``answers`` is (rows, judged, 5).
    """
    periods, judged = counts.shape[1], answers.shape[1]
    work = np.zeros((_ROWS, runs[:, _LENGTH].sum()))
    logs = np.zeros((3, periods))
    for run in range(runs.shape[0]):
        for place in range(runs[run, _LENGTH]):
            work[_TIME, runs[run, _BEGIN] + place] = (runs[run, _PLACE] + place) / settings[_PER_YEAR]
    for row in range(counts.shape[0]):
        people = _tables(counts[row], exposure[row], logs)
        for place in range(judged):
            end = periods - judged + place + 1
            answers[row, place, 0] = people[end - 1]
            _gather(counts[row, :end], people[:end], runs, logs, work)
            _judge(work, runs, settings, settings[_CRITICAL:], answers[row, place])
