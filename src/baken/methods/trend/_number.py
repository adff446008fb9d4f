# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How many changes of slope: a sequence of permutation tests, or a criterion with a penalty."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods.trend._hinges import Problem, best_set, coarse, gains, sets_of

# Residual squares below this are rounding: chance in counts makes them about one per period.
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class NumberTest:
    """A test of so ``few`` changes against so ``many``: the p value, and whether it fell below its level."""

    few: int
    many: int
    p: float
    rejected: bool


def by_permutation(
    problem: Problem, found: list[tuple[int, ...]], settings: tuple[float, int, int]
) -> tuple[int, tuple[NumberTest, ...]]:
    """Return the number of changes by tests of few against many, each at the level over the most changes.

    Rejected: few goes up by one; not rejected: many goes down by one; until they meet. The residuals of the
    fit with few are permuted, and both models are searched again in each permuted response.

    Args:
        problem: the linearised trend.
        found: best set for each number of changes, from 0 on.
        settings: chance of a change too many, number of permutations, seed.

    Source: Kim, Fay, Feuer & Midthune (2000), Statistics in Medicine 19:335-351.
    """
    chance, permutations, seed = settings
    few, many, tests = 0, len(found) - 1, []
    while few < many:
        p = _p(problem, found, (few, many), (permutations, seed))
        rejected = p <= chance / (len(found) - 1)
        tests.append(NumberTest(few, many, p, rejected))
        few, many = (few + 1, many) if rejected else (few, many - 1)
    return few, tuple(tests)


def _p(
    problem: Problem, found: list[tuple[int, ...]], numbers: tuple[int, int], settings: tuple[int, int]
) -> float:
    permutations, seed = settings
    residuals = problem.residuals(found[numbers[0]])
    draws = np.random.default_rng((seed, *numbers))
    order = draws.permuted(np.tile(np.arange(len(residuals)), (permutations, 1)), axis=1)
    shuffled = np.concatenate([residuals[:, None], residuals[order].T], axis=1)
    responses = shuffled - problem.base @ (problem.base.T @ shuffled)
    responses += (problem.response - residuals)[:, None]
    ratio = _ratio(problem, responses, numbers)
    # A permutation that leaves the data as they are must tie with them, whatever the rounding.
    return float((ratio >= ratio[0] * (1 - 1e-12)).sum()) / (permutations + 1)


def _ratio(problem: Problem, responses: FloatArray, numbers: tuple[int, int]) -> FloatArray:
    """The residual squares with few over those with many, on one grid for the data and the permutations."""
    grid = coarse(np.arange(len(problem.places)))
    hinges = problem.hinges[:, grid]
    total = (responses**2).sum(axis=0)
    squares = []
    for number in numbers:
        sets = sets_of(problem.places[grid], number, problem.apart) if number else None
        fall = gains(hinges.T @ hinges, hinges.T @ responses, sets) if sets is not None else 0.0
        squares.append(np.maximum(total - fall, _TINY))
    ratio: FloatArray = squares[0] / squares[1]
    return ratio


def by_criterion(
    problem: Problem, found: list[tuple[int, ...]], rule: str, weights: list[float]
) -> tuple[int, tuple[float, ...]]:
    """Return the number of changes with the smallest criterion, and the criterion for each number.

    log(RSS / n) + (penalty k + 2) log(n) / n with penalty 2 (bic), 3 (bic3), or 2 plus the largest partial
    R2 of a change (wbic).

    Args:
        problem: the linearised trend.
        found: best set for each number of changes, from 0 on.
        rule: "bic", "bic3" or "wbic".
        weights: largest partial R2 for each number of changes; used by wbic.

    Source: Kim, Yu & Feuer (2009), Statistica Sinica 19:597-609 (BIC); Kim and others (2022), Journal of
    Applied Statistics 50:1992-2013 (BIC3, WBIC).
    """
    n = len(problem.response)
    values = []
    for number, chosen in enumerate(found):
        penalty = {"bic": 2.0, "bic3": 3.0, "wbic": 2 + weights[number]}[rule]
        squares = max(problem.residual_squares(chosen), _TINY)
        values.append(math.log(squares / n) + (penalty * number + 2) * math.log(n) / n)
    return int(np.argmin(values)), tuple(values)


def best_sets(problem: Problem, most: int) -> list[tuple[int, ...]]:
    """Return the best set for each number of changes from 0 to ``most``, as far as they fit in."""
    found: list[tuple[int, ...]] = [()]
    for number in range(1, most + 1):
        if not len(sets_of(problem.places, 1, problem.apart)) or not _fits(problem, number):
            break
        found.append(best_set(problem, number))
    return found


def _fits(problem: Problem, number: int) -> bool:
    placed, last = 0, -math.inf
    for place in problem.places.tolist():
        if place - last >= problem.apart:
            placed, last = placed + 1, place
    return placed >= number
