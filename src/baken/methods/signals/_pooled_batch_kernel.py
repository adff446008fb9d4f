# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Expected counts of the monitored periods for a block of series, each from its own past only."""

import math
from typing import Any

import numpy as np

from baken.methods._compiled import compiled
from baken.methods.signals._pooled_fit_kernel import (
    PRIOR,
    SERIES,
    WORK,
    Arrays,
    dispersion,
    doubt,
    newton,
    paired,
    shrunk,
)
from baken.methods.signals._pooled_score_kernel import PAST
from baken.methods.signals._pooled_solve_kernel import forward

_ROW, _GRID, _WHOLE = "float64[::1]", "float64[:, ::1]", "int64[::1]"
_ROUNDS = 3
_ROUGH, _SMALL = 0.03, 1e-3  # largest change of a coefficient in the last step of the first and last rounds
_FAR = 30.0
_SURE = 1e6  # inverse standard error of what is not estimated
_STEP_PRECISION = 0.44  # of the change of level at a break: a factor of 1/4.5 to 4.5 is usual
_STEPS = 4  # breaks whose steps are estimated; what lies before an earlier one is not used
_SETTLE = 3  # periods that must be known after a break
# Places in the plan: first monitored period, periods that share one fit, periods left out before those,
# cases below which only the level is estimated.
_FIRST, _REFIT, _GAP, _FEW = 0, 1, 2, 3
# Places in the row of settings of one series: centre and variance of the log of phi; then those about past
# outbreaks (see the fit) with the caution about phi among them; few; and the shares of series with a trend
# and with each harmonic of their own.
_CENTRE, _SPREAD, _ODDS, _CAUTION, _FEWEST, _PRESENT = 0, 1, 2, 5, 7, 8
# Columns of the details: dispersion as it is, periods it stands on, variance of one, dispersion in use,
# then the coefficients and then their variances.
DETAILS = 4
Nested = tuple[Any, ...]
_BOUND = f"Tuple(({SERIES}, {_ROW}, {PRIOR}))"  # series, which periods are known, prior
_FITTED = f"Tuple(({_ROW}, {WORK}))"  # coefficients and work space


@compiled(f"float64({WORK}, {_ROW})")
def variance(work: Arrays, x: np.ndarray) -> float:
    """Return the variance of a sum of the coefficients with these factors; x is used up."""
    matrix, _, pivot, _ = work
    forward(matrix, pivot, x, x.shape[0])
    total = 0.0
    for i in range(x.shape[0]):
        total += x[i] * x[i]
    return total


@compiled(f"void({PRIOR}, {_FITTED}, {_ROW})")
def _gate(prior: Nested, fitted: Nested, present: np.ndarray) -> None:
    """Draw trend and each harmonic to the centre by the chance that the series has none of its own.

    ``present``: chance beforehand that trend, first, second ... harmonic differ from the centre. The
    precision becomes such that the estimate is the average over presence and absence.
    """
    centre, precision, wide = prior
    beta, work = fitted
    order = beta.shape[0]
    x = np.empty(order)
    for group in range(present.shape[0]):
        low, high = (1, 2) if group == 0 else (2 * group, 2 * group + 2)
        log = 0.0
        for j in range(low, high):
            x[:] = 0.0
            x[j] = 1.0
            whole = 1.0 / variance(work, x)
            own = max(whole - precision[j], 1e-9)
            away = (beta[j] - centre[j]) * whole / own
            log += 0.5 * away * away * own * own / (own + wide[j]) - 0.5 * math.log((own + wide[j]) / wide[j])
            precision[j] = own
        chance = present[group] / (present[group] + (1.0 - present[group]) * math.exp(-min(log, 50.0)))
        for j in range(low, high):
            own = precision[j]
            precision[j] = min((own + wide[j]) / max(chance, 1e-6) - own, 1e8)


@compiled(f"float64({_BOUND}, {_FITTED}, {_ROW})")
def _whole(bound: Nested, fitted: Nested, settings: np.ndarray) -> float:
    """Fit all coefficients and the dispersion in a few rounds of weights; the dispersion, or -1."""
    series, known, prior = bound
    beta, work = fitted
    phi = max(1.0, math.exp(settings[_CENTRE]))
    prior[1][:] = prior[2]
    for round_ in range(_ROUNDS):
        small = _SMALL if round_ == _ROUNDS - 1 else _ROUGH
        if newton(series, prior, beta, work, (phi, small)) == 0:
            return -1.0
        phi = shrunk(series, work[3], beta.shape[0], settings)
        if round_ < _ROUNDS - 1:
            doubt(series, known, work[3], phi, settings[_ODDS:])
            if settings[_PRESENT] < 1.0:
                _gate(prior, fitted, settings[_PRESENT:])
    return phi


@compiled(f"float64({_BOUND}, {_FITTED}, {_ROW})")
def _level(bound: Nested, fitted: Nested, settings: np.ndarray) -> float:
    """Estimate the level only, of a series of few cases; trend, season and dispersion are the usual ones."""
    series, _, prior = bound
    beta, work = fitted
    count, offset, weight, columns, _ = series
    matrix, _, pivot, mean = work
    beta[:] = prior[0]
    total, shape = 0.5, 0.0
    for t in range(count.shape[0]):
        eta = offset[t]
        for i in range(1, beta.shape[0]):
            eta += beta[i] * columns[t, i]
        mean[t] = math.exp(min(eta, _FAR))
        if weight[t] > 0.0:
            shape += mean[t]
            total += count[t]
    beta[0] = math.log(total / max(shape, 1e-12))
    mean *= total / max(shape, 1e-12)
    phi = max(1.0, math.exp(settings[_CENTRE]))
    matrix[:] = 0.0
    for i in range(beta.shape[0]):
        matrix[i, i] = _SURE
        pivot[i] = 1.0 / _SURE
    matrix[0, 0] = math.sqrt(total / phi)
    pivot[0] = 1.0 / matrix[0, 0]
    return phi


@compiled(f"int64({_WHOLE}, int64)")
def _before(breaks: np.ndarray, period: int) -> int:
    """How many breaks lie at or before a period."""
    number = 0
    for at in breaks:
        if at <= period:
            number += 1
    return number


@compiled(f"{_GRID}({_GRID}, {_WHOLE}, int64)")
def _widened(design: np.ndarray, breaks: np.ndarray, steps: int) -> np.ndarray:
    """Return the columns with one more for each of the last breaks: 1 from the break on."""
    order = design.shape[1]
    columns = np.zeros((design.shape[0], order + steps))
    columns[:, :order] = design
    for i in range(steps):
        columns[breaks[breaks.shape[0] - steps + i] :, order + i] = 1.0
    return columns


@compiled(f"{_ROW}({_ROW}, {_WHOLE})")
def _known(count: np.ndarray, breaks: np.ndarray) -> np.ndarray:
    """Return 1 for each period that is used and 0 for the others, whose counts become 0."""
    known = np.ones(count.shape[0])
    for t in range(count.shape[0]):
        if not math.isfinite(count[t]):
            known[t] = 0.0
            count[t] = 0.0
    if breaks.shape[0] > _STEPS:
        known[: breaks[breaks.shape[0] - _STEPS - 1]] = 0.0
    return known


@compiled(f"float64({_BOUND}, {_FITTED}, {_ROW}, {_WHOLE})")
def _fit(bound: Nested, fitted: Nested, settings: np.ndarray, breaks: np.ndarray) -> float:
    """Fit what lies before the end; few cases give the level since the last break only."""
    series, known, prior = bound
    count, offset, weight, _, _ = series
    total, exposure = 0.5, 0.5 / max(count.shape[0], 1)
    for t in range(count.shape[0]):
        if known[t] > 0.0:
            total += count[t]
            exposure += math.exp(offset[t])
    start = math.log(total / exposure)
    if not math.isfinite(prior[0][0]):
        fitted[0][0] = start
    prior[0][0] = start
    if total - 0.5 < settings[_FEWEST]:
        if breaks.shape[0]:
            weight[: breaks[-1]] = 0.0
        return _level(bound, fitted, settings)
    return _whole(bound, fitted, settings)


@compiled(f"void({_BOUND}, {_FITTED}, Tuple(({_ROW}, {_WHOLE}, {_WHOLE})), Tuple(({_ROW}, {_ROW}, {_ROW})))")
def _series(bound: Nested, fitted: Nested, plan: Nested, answer: Nested) -> None:
    """Forecast the monitored periods of one series, each run of periods from one fit of what lies before."""
    (count, offset, weight, columns, products), known, prior = bound
    beta, (matrix, gradient, pivot, mean) = fitted
    settings, places, breaks = plan
    means, sizes, detail = answer
    periods, first, order = count.shape[0], places[_FIRST], beta.shape[0]
    x = np.empty(order)
    start = first
    while start < periods:
        end = max(start - places[_GAP], 0)
        weight[:end] = known[:end]
        series = (count[:end], offset[:end], weight[:end], columns[:end], products[:end])
        work = (matrix, gradient, pivot, mean[:end])
        fit = ((series, known[:end], prior), (beta, work))
        phi = _fit(fit[0], fit[1], settings, breaks[: _before(breaks, end - 1)])
        raw, number, spread = dispersion(series, mean[:end], order, max(1.0, math.exp(settings[_CENTRE])))
        wide = phi * math.exp(settings[_CAUTION] / (number / spread + 1.0 / settings[_SPREAD]))
        until = min(start + places[_REFIT], periods)
        for t in range(max(start - PAST, 0) if start == first else start, until):
            near = _before(breaks, t)
            settled = near == 0 or (breaks[near - 1] < end and known[breaks[near - 1] : end].sum() >= _SETTLE)
            if phi > 0.0 and settled:
                x[:] = columns[t]
                eta = offset[t]
                for i in range(order):
                    eta += beta[i] * x[i]
                expected = math.exp(min(eta, _FAR))
                means[t - first + PAST] = expected
                sizes[t - first + PAST] = expected / max(wide - 1.0 + expected * variance(work, x), 1e-3)
        detail[0], detail[1], detail[2], detail[3] = raw, number, spread, phi
        start = until
    for i in range((detail.shape[0] - DETAILS) // 2):
        x[:] = 0.0
        x[i] = 1.0
        detail[DETAILS + i] = beta[i]
        detail[DETAILS + (detail.shape[0] - DETAILS) // 2 + i] = variance((matrix, gradient, pivot, mean), x)


@compiled(
    f"void(Tuple(({_GRID}, {_GRID}, {_GRID})), Tuple(({_WHOLE}, {_WHOLE})),"
    f" Tuple(({_GRID}, {_ROW}, {_GRID})), Tuple(({_WHOLE}, {_ROW})), Tuple(({_GRID}, {_GRID}, {_GRID})))"
)
def forecast(data: Arrays, breaks: Arrays, prior: Arrays, plan: Nested, answer: Nested) -> None:
    """Forecast a block of series.

    Args: counts (NaN missing), log exposures (one row or as many) and shared columns; where the breaks of
    each series begin and the breaks; centres of the coefficients per series, their precision, and centre and
    variance of the log dispersion per series; plan and settings (see the places above); the answer: means
    and sizes, NaN where not judged, and details.
    """
    counts, offsets, design = data
    begin, at = breaks
    centres, precision, usual = prior
    places, robust = plan
    periods = counts.shape[1]
    shared = paired(design)
    settings = np.zeros(robust.shape[0] + 3)
    settings[_ODDS:_FEWEST] = robust[: _FEWEST - _ODDS]
    settings[_PRESENT:] = robust[_FEWEST - _ODDS :]
    settings[_FEWEST] = places[_FEW]
    for row in range(counts.shape[0]):
        own = at[begin[row] : begin[row + 1]]
        steps = min(own.shape[0], _STEPS)
        columns = design if steps == 0 else _widened(design, own, steps)
        products = shared if steps == 0 else paired(columns)
        order = columns.shape[1]
        centre, sharp = np.zeros(order), np.full(order, _STEP_PRECISION)
        centre[: design.shape[1]] = centres[row]
        sharp[: design.shape[1]] = precision
        beta = centre.copy()
        centre[0] = np.nan
        count = counts[row].copy()
        known = _known(count, own)
        offset = offsets[row if offsets.shape[0] > 1 else 0]
        settings[_CENTRE], settings[_SPREAD] = usual[row, 0], usual[row, 1]
        work = (np.zeros((order, order)), np.empty(order), np.empty(order), np.empty(periods))
        bound = ((count, offset, np.empty(periods), columns, products), known, (centre, sharp, sharp.copy()))
        _series(
            bound, (beta, work), (settings, places, own), (answer[0][row], answer[1][row], answer[2][row])
        )
