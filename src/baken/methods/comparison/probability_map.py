# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How likely the count of each area is, or one further out, if all areas had the same rate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.comparison._columns import column, count_reasons, exposure_reasons, first_reasons
from baken.methods.reason import Reason


@dataclass(frozen=True, slots=True, eq=False)
class ProbabilityMap:
    """One for each area; NaN where not judged, for which ``reason`` says why.

    ``raw`` is count / population, ``expected`` the count at the rate of all areas, ``relative_risk`` the
    count in percent of it. ``p_at_most`` and ``p_at_least`` are the Poisson chances of at most and at least
    the count; ``choynowski`` is the first below the expected count and the second from there on.
    """

    raw: FloatArray
    expected: FloatArray
    relative_risk: FloatArray
    p_at_most: FloatArray
    p_at_least: FloatArray
    choynowski: FloatArray
    reason: NDArray[np.int8]

    @property
    def p(self) -> FloatArray:
        """Two-sided: twice the smaller chance, at most 1."""
        twice = 2 * np.minimum(self.p_at_most, self.p_at_least)
        return np.asarray(np.minimum(twice, 1.0), dtype=np.float64)


def probability_map(count: ArrayLike, population: ArrayLike) -> ProbabilityMap:
    """Return Poisson chances of the counts, each with the rate of all areas times its population expected.

    Args:
        count: cases in each area; NaN is missing.
        population: population of each area; NaN is missing. Expected numbers will do as well.

    Raises:
        ValueError: not two rows of equal length.

    Source: M. Choynowski (1959), Journal of the American Statistical Association 54:385-388.
    """
    from scipy.special import gammainc, gammaincc

    cases, people = column(count, "count"), column(population, "population")
    if len(cases) != len(people):
        raise ValueError(f"counts and populations differ in number: {len(cases)} and {len(people)}")
    reason = first_reasons(count_reasons(cases), exposure_reasons(people))
    known = reason == Reason.JUDGED
    cases, people = np.where(known, cases, np.nan), np.where(known, people, np.nan)
    raw = cases / people
    if not np.nansum(cases):
        reason[known] = Reason.ALL_ZERO
        known = np.zeros(len(known), dtype=np.bool_)
    expected = np.where(known, people * (np.nansum(cases) / max(np.nansum(people), 1e-300)), np.nan)
    at_most = np.asarray(gammaincc(cases + 1, expected), dtype=np.float64)
    at_least = np.where(cases > 0, gammainc(np.maximum(cases, 1), expected), expected * 0 + 1)
    choynowski = np.where(cases < expected, at_most, at_least)
    return ProbabilityMap(raw, expected, 100 * cases / expected, at_most, at_least, choynowski, reason)
