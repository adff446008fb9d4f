# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How sure the place of an area in a ranking is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods._checks import check_level
from baken.methods.comparison._columns import Reasons
from baken.methods.comparison.poisson_gamma import PoissonGamma

_AT_ONCE = 2_000_000


@dataclass(frozen=True, slots=True)
class RankOptions:
    """``top``: the k of "among the highest k"; ``draws``: simulated rankings; ``seed`` fixes them."""

    top: int = 10
    draws: int = 2000
    seed: int = 0
    level: float = 0.95


@dataclass(frozen=True, slots=True, eq=False)
class RankUncertainty:
    """Per area; place 1 has the highest underlying rate. NaN where not judged.

    ``expected`` is the mean place, ``lower`` and ``upper`` (whole places) hold it with at least ``level``
    probability, ``top`` is the probability to be among the highest k.
    """

    expected: FloatArray
    lower: FloatArray
    upper: FloatArray
    top: FloatArray
    options: RankOptions
    reason: Reasons


def rank_uncertainty(rates: PoissonGamma, options: RankOptions | None = None) -> RankUncertainty:
    """Return the place of each area with its interval, by drawing the underlying rates many times.

    In each draw every area gets a rate from its gamma posterior and the areas are ranked; the places of an
    area over all draws give its interval and its probability to be among the highest k.

    Args:
        rates: what ``poisson_gamma`` returned.
        options: see ``RankOptions``.

    Raises:
        ValueError: a level outside (0, 1), fewer than 100 draws, or a top below 1.

    Source: Goldstein & Spiegelhalter (1996), JRSS A 159:385-443; Laird & Louis (1989), Journal of
    Educational Statistics 14:29-46.
    """
    settings = options or RankOptions()
    check_level(settings.level)
    if settings.draws < 100 or settings.top < 1:
        raise ValueError(
            f"at least 100 draws and a top of 1 are needed; got {settings.draws} and {settings.top}"
        )
    judged = np.flatnonzero(rates.reason == 0)
    result = np.full((4, rates.reason.size), np.nan)
    if judged.size:
        places = _places(rates, judged, settings)
        tail = (1 - settings.level) / 2
        result[0, judged] = places.mean(axis=1)
        result[1, judged] = np.quantile(places, tail, axis=1, method="lower")
        result[2, judged] = np.quantile(places, 1 - tail, axis=1, method="higher")
        result[3, judged] = (places <= settings.top).mean(axis=1)
    return RankUncertainty(result[0], result[1], result[2], result[3], settings, rates.reason)


def probability_higher(rates: PoissonGamma, areas: ArrayLike) -> FloatArray:
    """Return for each pair of areas the probability that the first has the higher underlying rate.

    For independent gammas with shapes s and rates r this is a beta probability:
    P(t1 > t2) = I(r2 / (r1 + r2); s2, s1). No simulation is needed.

    Args:
        rates: what ``poisson_gamma`` returned.
        areas: positions of m areas, from 0; keep m to a few hundred.

    Returns:
        Shape (m, m): row over column; NaN with an area that is not judged, and on the diagonal.

    Raises:
        ValueError: no such area.

    Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, 17.6.
    """
    from scipy.special import betainc

    chosen = np.asarray(areas, dtype=np.int64)
    if ((chosen < 0) | (chosen >= rates.reason.size)).any():
        raise ValueError(f"areas must be positions from 0 to {rates.reason.size - 1}")
    shape, rate = rates.posterior.shape[chosen], rates.posterior.rate[chosen]
    part = rate[None, :] / (rate[:, None] + rate[None, :])
    result: FloatArray = betainc(shape[None, :], shape[:, None], part)
    np.fill_diagonal(result, np.nan)
    return result


def not_distinguishable(rates: PoissonGamma, areas: ArrayLike, level: float = 0.95) -> NDArray[np.bool_]:
    """Return for each pair of areas whether their order is open: neither is higher with enough probability.

    Args:
        rates: what ``poisson_gamma`` returned.
        areas: positions of m areas, from 0.
        level: an order is taken as sure from (1 + level) / 2, as the limits of an interval would.

    Returns:
        Shape (m, m), symmetric; False on the diagonal and True with an area that is not judged.
    """
    check_level(level)
    higher = probability_higher(rates, areas)
    sure = (1 + level) / 2
    is_open = ~((higher >= sure) | (higher <= 1 - sure))
    np.fill_diagonal(is_open, val=False)
    return is_open


def _places(rates: PoissonGamma, judged: NDArray[np.intp], settings: RankOptions) -> NDArray[np.int32]:
    """Shape (judged areas, draws); 1 is the highest rate."""
    draw = np.random.Generator(np.random.PCG64(settings.seed))
    shape, scale = rates.posterior.shape[judged], 1 / rates.posterior.rate[judged]
    places = np.empty((judged.size, settings.draws), dtype=np.int32)
    order = np.arange(1, judged.size + 1, dtype=np.int32)
    step = max(1, _AT_ONCE // judged.size)
    for start in range(0, settings.draws, step):
        number = min(step, settings.draws - start)
        drawn = draw.standard_gamma(shape, (number, judged.size)) * scale
        ranked = np.empty(drawn.shape, dtype=np.int32)
        np.put_along_axis(ranked, np.argsort(-drawn, axis=1), order[None, :], axis=1)
        places[:, start : start + number] = ranked.T
    return places
