# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How many of the past periods of a batch look like an outbreak."""

import numpy as np

from baken.methods._arrays import FloatArray

_SHARES = np.geomspace(1e-3, 0.2, 60)  # of all periods; as likely beforehand
_PART = 0.6  # height of an outbreak of two periods in each of them, as in the fit
_LARGEST = 50.0


def outbreak_odds(count: FloatArray, mean: FloatArray, phi: FloatArray, shape: tuple[float, float]) -> float:
    """Odds beforehand that an outbreak of one period is in a past period, of the whole batch.

    Mean of the posterior of the share of periods in an outbreak, of one period or of two, with the counts as
    a mixture of outbreak and none. ``count`` (NaN missing) and ``mean`` are (series, periods), ``phi`` is the
    dispersion of each series, ``shape`` the height in standard deviations and the weight of two periods.
    """
    height, pair = shape
    size = mean / np.maximum(phi - 1, 1e-3)[:, None]
    total = np.exp(np.minimum(_log_ratio(count, mean, size, height), _LARGEST))
    part = _log_ratio(count, mean, size, _PART * height)
    both = pair * np.nan_to_num(np.exp(np.minimum(part[:, 1:] + part[:, :-1], _LARGEST)), nan=1.0)
    total[:, 1:] += both
    total[:, :-1] += both
    ratio = (total / (1 + 2 * pair))[np.isfinite(count)] - 1
    log = np.array([np.log1p(share * ratio).sum() for share in _SHARES])
    chance = np.exp(log - log.max())
    share = float((chance * _SHARES).sum() / chance.sum())
    return share / (1 - share) / (1 + 2 * pair)


def _log_ratio(count: FloatArray, mean: FloatArray, size: FloatArray, height: float) -> FloatArray:
    higher = mean + height * np.sqrt(mean + mean * mean / size)
    shrink = np.log((size + mean) / (size + higher))
    return np.asarray(count * (np.log(higher / mean) + shrink) + size * shrink)
