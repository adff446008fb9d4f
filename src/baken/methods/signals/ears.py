# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Early signals from a few periods just before: the Early Aberration Reporting System, C1 to C3."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.reason import Reason
from baken.methods.signals._series import check_monitored, count_table, wrong_before
from baken.methods.signals.table import SignalTable

Method = Literal["C1", "C2", "C3", "C3-lagged"]

_LAG = {"C1": 0, "C2": 2, "C3": 2, "C3-lagged": 2}
_ALPHA = {"C1": 0.001, "C2": 0.001, "C3": 0.025, "C3-lagged": 0.025}
_EARLIER = 2


@dataclass(frozen=True, slots=True)
class EarsOptions:
    """Which method, with which chance of a false alarm and how many periods before as baseline.

    Without ``alpha`` it is 0.001 for C1 and C2 and 0.025 for C3. ``least_sigma`` is a floor for the standard
    deviation of the baseline.
    """

    method: Method = "C1"
    alpha: float | None = None
    baseline: int = 7
    least_sigma: float = 0.0

    def __post_init__(self) -> None:
        """Raise ValueError for settings that nothing can be computed with."""
        if self.method not in _LAG:
            raise ValueError(f"method must be C1, C2, C3 or C3-lagged; got {self.method}")
        if self.alpha is not None and not 0 < self.alpha < 0.5:
            raise ValueError(f"alpha must lie between 0 and 0.5; got {self.alpha:g}")
        if self.baseline < 3:
            raise ValueError(f"baseline must be 3 periods or more; got {self.baseline}")
        if not 0 <= self.least_sigma < np.inf:
            raise ValueError(f"least_sigma must not be negative; got {self.least_sigma:g}")


C1 = EarsOptions()


def ears(counts: ArrayLike, options: EarsOptions = C1, monitored: int = 1) -> SignalTable:
    """Judge the last periods of each series against the mean and spread of a few periods just before.

    C1 takes the ``baseline`` periods just before, C2 leaves the last two out. With C2(i) = (count - mean) /
    standard deviation, C3 adds up max(0, C2(i) - 1) of the period and the two before it. ``C3-lagged`` adds
    up those of the two before only and puts the bound at count + sigma (z - sum): what the common software
    prints under the name of C3.

    Args:
        counts: table (series, periods), oldest period first; NaN is missing and never zero.
        options: method, alpha, length of the baseline, floor of the standard deviation.
        monitored: how many periods at the end of the series to judge, each from the periods before it.

    Returns:
        Signals; ``score`` is C1, C2 or C3, ``p`` that of a normal distribution (NaN for C3). An ``upper`` of
        -1 says that the two periods before are enough for C3. At least half of a baseline must be known, and
        for C3 the two periods before: else TOO_FEW_PERIODS.

    Raises:
        ValueError: no table, or more periods monitored than there are.

    Source: Hutwagner, Thompson, Seeman & Treadwell (2003), Journal of Urban Health 80:i89-i96; Fricker,
    Hegler & Dunfee (2008), Statistics in Medicine 27:3407-3429.
    """
    from scipy.special import ndtri

    series = count_table(counts)
    first = check_monitored(monitored, series.values.shape[1])
    lag = _LAG[options.method]
    third = options.method.startswith("C3")
    span = options.baseline + lag + (_EARLIER if third else 0)
    values = series.values[:, max(first - span, 0) :]
    mean, sigma = _baselines(values, options, lag)
    score = _distance(values, mean, sigma)
    z = float(ndtri(1 - (options.alpha or _ALPHA[options.method])))
    bound, statistic = mean + z * sigma, score
    if third:
        bound, statistic = _third(values, mean, sigma, (score, z, options.method))
    parts = tuple(part[:, -monitored:] for part in (values, mean, bound, statistic))
    reason = np.where(np.isnan(parts[2]) | np.isnan(parts[3]), Reason.TOO_FEW_PERIODS, Reason.JUDGED)
    for other in (wrong_before(series, first, span), series.reason[:, first:]):
        reason = np.where(other > 0, other, reason)
    return _table(first, parts, reason.astype(np.int8), third)


def _baselines(counts: FloatArray, options: EarsOptions, lag: int) -> tuple[FloatArray, FloatArray]:
    """Mean and standard deviation of the baseline of every period; NaN with under half of it known."""
    rows, periods = counts.shape
    empty = np.full((rows, options.baseline + lag), np.nan)
    padded = np.concatenate([empty, counts], axis=1)[:, : periods + options.baseline - 1]
    windows = np.lib.stride_tricks.sliding_window_view(padded, options.baseline, axis=1)
    known = ~np.isnan(windows)
    size = known.sum(axis=2)
    enough = (size * 2 >= options.baseline) & (size >= 2)
    divisor = np.where(enough, size, 2)
    mean = np.where(known, windows, 0.0).sum(axis=2) / divisor
    squares = (np.where(known, windows - mean[..., np.newaxis], 0.0) ** 2).sum(axis=2)
    sigma = np.maximum(np.sqrt(squares / (divisor - 1)), options.least_sigma)
    return np.where(enough, mean, np.nan), np.where(enough, sigma, np.nan)


def _distance(counts: FloatArray, mean: FloatArray, sigma: FloatArray) -> FloatArray:
    """(count - mean) / sigma; without spread inf above the mean, 0 at it and -inf below."""
    with np.errstate(divide="ignore", invalid="ignore"):
        score = (counts - mean) / sigma
    return np.where((sigma == 0) & (counts == mean), 0.0, score)


def _third(
    counts: FloatArray, mean: FloatArray, sigma: FloatArray, how: tuple[FloatArray, float, str]
) -> tuple[FloatArray, FloatArray]:
    """Bound and statistic of C3; -1 where the two earlier periods are enough for an alarm."""
    score, z, method = how
    excess = np.maximum(score - 1, 0.0)
    earlier = np.full(counts.shape, np.nan)
    earlier[:, 2:] = excess[:, 1:-1] + excess[:, :-2]
    with np.errstate(invalid="ignore"):
        if method == "C3-lagged":
            bound = np.maximum(counts + sigma * (z - earlier), 0.0)
            return np.where(np.isinf(earlier), 0.0, bound), earlier
        bound = mean + sigma * (1 + z - earlier)
        return np.where(earlier > z, -1.0, bound), earlier + excess


def _table(first: int, parts: tuple[FloatArray, ...], reason: NDArray[np.int8], third: bool) -> SignalTable:
    from scipy.special import ndtr

    observed, mean, bound, statistic = parts
    judged = reason == 0
    none = np.full(observed.shape, np.nan)
    return SignalTable(
        first=first,
        observed=observed,
        expected=np.where(judged, mean, np.nan),
        upper=np.where(judged, bound, np.nan),
        p=none if third else np.where(judged, ndtr(-statistic), np.nan),
        score=np.where(judged, statistic, np.nan),
        alarm=judged & (observed > bound),
        reason=reason,
    )
