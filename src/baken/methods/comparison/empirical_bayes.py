# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Rates of small areas drawn towards the rate of all areas, or of their neighbourhood (Marshall)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.comparison._columns import column, count_reasons, exposure_reasons, first_reasons
from baken.methods.neighbours import Neighbours
from baken.methods.reason import Reason


@dataclass(frozen=True, slots=True, eq=False)
class EmpiricalBayes:
    """One for each area; NaN where not judged, for which ``reason`` says why.

    ``raw`` is count / population and ``estimate`` the smoothed rate. It lies between raw and ``centre``, the
    rate of all areas or of the neighbourhood. ``spread`` is the estimated variance of the true rates around
    it; below 0 means that chance explains all differences, and the estimate is then the centre.
    """

    raw: FloatArray
    estimate: FloatArray
    centre: FloatArray
    spread: FloatArray
    population: FloatArray
    reason: NDArray[np.int8]


def global_rates(count: ArrayLike, population: ArrayLike) -> EmpiricalBayes:
    """Draw the rate of each area towards the rate of all areas, the more so the smaller its population.

    With p = x / n: b = sum x / sum n, a = sum n (p - b)**2 / sum n - b / mean n, and
    estimate = b + (p - b) max(a, 0) / (max(a, 0) + b / n).

    Args:
        count: cases in each area; NaN is missing.
        population: population of each area; NaN is missing.

    Raises:
        ValueError: not two rows of equal length.

    Source: R. Marshall (1991), Journal of the Royal Statistical Society C 40:283-294.
    """
    cases, people, reason = _checked(count, population)
    known = reason == Reason.JUDGED
    raw = np.where(known, cases / np.where(known, people, 1), np.nan)
    if not np.where(known, cases, 0).any():
        reason[known] = Reason.ALL_ZERO
        nothing = np.full(len(raw), np.nan)
        return EmpiricalBayes(raw, nothing, nothing, nothing, people, reason)
    all_people = people[known].sum()
    centre = cases[known].sum() / all_people
    around = (people[known] * (raw[known] - centre) ** 2).sum() / all_people
    centres = np.where(known, centre, np.nan)
    spreads = np.where(known, around - centre / people[known].mean(), np.nan)
    estimate = _drawn_towards(raw, people, centres, spreads)
    return EmpiricalBayes(raw, estimate, centres, spreads, people, reason)


def local_rates(
    count: ArrayLike,
    population: ArrayLike,
    neighbours: Neighbours,
    deviations: Literal["own", "centre"] = "own",
) -> EmpiricalBayes:
    """Draw the rate of each area towards the rate of its neighbourhood: the area and its neighbours.

    As for all areas, with sums over the neighbourhood. In its spread each member differs from the rate of
    the member's own neighbourhood ("own") or from that of the area in the centre ("centre").

    Args:
        count: cases in each area; NaN is missing.
        population: population of each area; NaN is missing.
        neighbours: the neighbours of these areas; their weights are not used.
        deviations: "own" or "centre".

    Raises:
        ValueError: not two rows with one for each area, or other deviations.

    Source: R. Marshall (1991), Journal of the Royal Statistical Society C 40:283-294.
    """
    if deviations not in ("own", "centre"):
        raise ValueError(f"deviations must be own or centre; got {deviations}")
    cases, people, reason = _checked(count, population)
    if len(cases) != neighbours.areas:
        raise ValueError(f"counts must be one for each of {neighbours.areas} areas; got {len(cases)}")
    known = reason == Reason.JUDGED
    raw = np.where(known, cases / np.where(known, people, 1), np.nan)
    near = neighbours.among(known).with_self()
    own, other = near.owner, near.index
    cases, weight = np.where(known, cases, 0), np.where(known, people, 0)

    def sums(each: FloatArray) -> FloatArray:
        return np.bincount(own, each, minlength=near.areas).astype(np.float64)

    all_people = np.where(known, sums(weight[other]), np.nan)
    centre = sums(cases[other]) / all_people
    about = centre[other] if deviations == "own" else centre[own]
    around = sums(np.where(known[other], weight[other] * (raw[other] - about) ** 2, 0)) / all_people
    spread = around - centre * near.counts / all_people
    reason[known & np.equal(near.counts, 1)] = Reason.NO_NEIGHBOURS
    alone = reason != Reason.JUDGED
    estimate = np.where(alone, np.nan, _drawn_towards(raw, people, centre, spread))
    return EmpiricalBayes(
        raw, estimate, np.where(alone, np.nan, centre), np.where(alone, np.nan, spread), people, reason
    )


def standardised_rates(rates: EmpiricalBayes) -> FloatArray:
    """Return how many standard deviations each rate lies from the centre, under the model of the smoothing.

    (p - b) / sqrt(a + b / n); where a is so far below 0 that the sum is not above 0, a counts as 0.

    Args:
        rates: what ``global_rates`` or ``local_rates`` answered.

    Source: R. Assuncao and E. Reis (1999), Statistics in Medicine 18:2147-2162.
    """
    chance = rates.centre / np.where(rates.population > 0, rates.population, np.nan)
    variance = np.where(rates.spread + chance > 0, rates.spread + chance, chance)
    return np.asarray(
        (rates.raw - rates.centre) / np.sqrt(np.where(variance > 0, variance, np.nan)), dtype=np.float64
    )


def _checked(count: ArrayLike, population: ArrayLike) -> tuple[FloatArray, FloatArray, NDArray[np.int8]]:
    cases, people = column(count, "count"), column(population, "population")
    if len(cases) != len(people):
        raise ValueError(f"counts and populations differ in number: {len(cases)} and {len(people)}")
    return cases, people, first_reasons(count_reasons(cases), exposure_reasons(people))


def _drawn_towards(raw: FloatArray, people: FloatArray, centre: FloatArray, spread: FloatArray) -> FloatArray:
    """The centre plus the share of the difference that is not chance."""
    above = np.maximum(spread, 0)
    whole = above + centre / np.where(people > 0, people, np.nan)
    share = above / np.where(whole > 0, whole, 1)
    return np.asarray(centre + share * (raw - centre), dtype=np.float64)
