# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the two methods of Farrington share: fit every series and period, then bound, p value and reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods._threads import in_blocks
from baken.methods.reason import Reason
from baken.methods.signals._farrington_bounds import count_bound, count_p, power_bound, power_p
from baken.methods.signals._farrington_plan import FarringtonOptions, Plan, critical_values, plan
from baken.methods.signals._series import (
    Series,
    check_monitored,
    count_table,
    population_table,
    wrong_before,
)
from baken.methods.signals.table import SignalTable


@dataclass(frozen=True, slots=True, eq=False)
class FarringtonTable:
    """Signals with what the regression found; arrays of shape (series, monitored periods).

    ``phi`` is the dispersion (1 is Poisson), ``trend`` says whether a linear trend was kept and
    ``log_error`` is the standard error of the logarithm of the expected count.
    """

    signals: SignalTable
    phi: FloatArray
    trend: NDArray[np.bool_]
    log_error: FloatArray


@dataclass(frozen=True, slots=True)
class Variant:
    """What differs between the methods: two-sided alpha and which standard error the bound takes."""

    two_sided: bool
    relative_error: bool


def detected(
    given: tuple[ArrayLike, ArrayLike | None],
    options: FarringtonOptions,
    variant: Variant,
    monitored: int,
    threads: int | None,
) -> FarringtonTable:
    """Judge the last ``monitored`` periods of every series; ``given`` are counts and population."""
    counts = count_table(given[0])
    people = population_table(given[1], counts.values.shape)
    first = check_monitored(monitored, counts.values.shape[1])
    shape = plan(options)
    fits = _fits(counts.values, people.values, (options, variant, shape), monitored, threads)
    reason = _reasons(counts, people, shape.span, first)
    reason = np.where(reason == 0, fits[..., 4], reason)
    few = _last_cases(counts.values, first, options.cases_in) < options.fewest_cases
    reason = np.where((reason == 0) & few, Reason.TOO_FEW_CASES, reason).astype(np.int8)
    fits[reason != 0] = np.nan
    if variant.two_sided:
        options = replace(options, alpha=options.alpha / 2)
    return _table(first, counts.values[:, first:], fits, reason, options)


def _fits(
    counts: FloatArray,
    people: FloatArray,
    how: tuple[FarringtonOptions, Variant, Plan],
    monitored: int,
    threads: int | None,
) -> FloatArray:
    from baken.methods.signals._farrington_kernel import farrington_rows

    options, variant, shape = how
    rows, periods = counts.shape
    fits = np.full((rows, monitored, 5), np.nan)
    fits[..., 4] = Reason.TOO_FEW_PERIODS
    judged = min(monitored, periods - shape.span)
    if judged < 1:
        return fits
    settings = np.concatenate(
        [
            [options.weights_threshold, float(options.years_back >= 3), (shape.size + 1) // 2],
            [options.per_year, float(variant.relative_error)],
            critical_values(options, shape.size),
        ]
    )
    table, exposure = np.ascontiguousarray(counts), np.ascontiguousarray(people)
    found = np.zeros((rows, judged, 5))

    def work(first: int, last: int) -> None:
        farrington_rows(table[first:last], exposure[first:last], shape.runs, settings, found[first:last])

    in_blocks(work, rows, threads)
    fits[:, monitored - judged :] = found
    return fits


def _reasons(counts: Series, people: Series, span: int, first: int) -> NDArray[np.int8]:
    """Why the figures themselves allow no judgement, the judged period before the reference periods."""
    reason = counts.reason[:, first:].copy()
    for other in (
        people.reason[:, first:],
        wrong_before(counts, first, span),
        wrong_before(people, first, span),
    ):
        reason = np.where(reason == 0, other, reason)
    return reason


def _last_cases(counts: FloatArray, first: int, periods: int) -> FloatArray:
    total = np.zeros((counts.shape[0], counts.shape[1] + 1))
    total[:, 1:] = np.nan_to_num(counts).cumsum(axis=1)
    ends = np.arange(first, counts.shape[1]) + 1
    return np.asarray(total[:, ends] - total[:, np.maximum(ends - periods, 0)])


def _table(
    first: int,
    observed: FloatArray,
    fits: FloatArray,
    reason: NDArray[np.int8],
    options: FarringtonOptions,
) -> FarringtonTable:
    from scipy.special import ndtri

    mean, phi, variance = (np.ascontiguousarray(fits[..., place]) for place in range(3))
    quantile = float(ndtri(1 - options.alpha))
    if options.threshold == "delta":
        spread = phi + variance * mean
        upper = power_bound(mean, spread, options.power, quantile)
        p = power_p(observed, mean, spread, options.power)
    else:
        with np.errstate(over="ignore"):
            high = mean * np.exp(quantile * np.sqrt(variance)) if options.threshold == "muan" else mean
        upper, p = count_bound(high, phi, options.alpha), count_p(observed, high, phi)
    # Too uncertain for any bound: the upper limit of the expected count is beyond every float.
    reason = np.where((reason == 0) & ~np.isfinite(upper), Reason.NO_CONVERGENCE, reason).astype(np.int8)
    judged = reason == 0
    for numbers in (mean, phi, variance, upper, p):
        numbers[~judged] = np.nan
    signals = SignalTable(
        first=first,
        observed=observed,
        expected=mean,
        upper=upper,
        p=p,
        score=exceedance(observed, mean, upper),
        alarm=judged & (observed > upper),
        reason=reason,
    )
    return FarringtonTable(signals, phi, judged & (fits[..., 3] > 0), np.sqrt(variance))


def exceedance(observed: FloatArray, expected: FloatArray, upper: FloatArray) -> FloatArray:
    """Return (observed - expected) / (upper - expected): above 1 is an alarm."""
    room = upper - expected
    with np.errstate(divide="ignore", invalid="ignore"):
        score = (observed - expected) / room
    flat = np.where(observed > upper, np.inf, 0.0)
    return np.where(room > 0, score, np.where(np.isnan(room), np.nan, flat))
