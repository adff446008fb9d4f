# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The loop from looking to finding to looking again: what advice on patrols does to itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray
from baken.methods._checks import check_level

Rule = Literal["effort", "proportional", "highest"]
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class LoopOptions:
    """Two areas, and patrols that are divided between them anew in each round.

    ``incidence`` of the two areas: the reports by citizens (``reports`` per round at incidence 1) and the
    finds per check (``find_chance`` at incidence 1) both go with it. ``start`` is the ratio of patrols
    at the start, ``checks`` the checks per round over both areas, ``step`` the part of the way to the advice
    that the division moves in one round, ``window`` the number of past rounds that the advice looks at.
    """

    incidence: tuple[float, float] = (1.0, 1.0)
    start: float = 2.0
    reports: float = 40.0
    checks: float = 300.0
    find_chance: float = 0.2
    step: float = 0.1
    window: int = 12


@dataclass(frozen=True, slots=True, eq=False)
class LoopPaths:
    """What a rule did: ``ratio`` of patrols (first area over second), shape (rounds + 1, runs).

    Row 0 is the start. ``mean`` is the geometric mean over the runs, per round.
    """

    rule: Rule
    ratio: FloatArray
    options: LoopOptions

    @property
    def mean(self) -> FloatArray:
        """The geometric mean over the runs, shape (rounds + 1,): 2:1 and 1:2 average to 1."""
        result: FloatArray = np.exp(np.log(self.ratio).mean(axis=1))
        return result

    def within(self, margin: float, around: float = 1.0) -> float:
        """Return the share of runs that end within a margin around a ratio."""
        return float((np.abs(self.ratio[-1] - around) <= margin).mean())


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How often: ``rounds`` per run, ``runs``, the ``seed`` that fixes them, the ``level`` of intervals."""

    rounds: int = 50
    runs: int = 400
    seed: int = 0
    level: float = 0.95


def simulate_loop(
    rule: Rule, loop: LoopOptions | None = None, options: RunOptions | None = None
) -> LoopPaths:
    """Return how the division of patrols develops when it follows a rule for some rounds.

    In each round both areas have citizens' reports (Poisson, not touched by patrols) and finds (Poisson, in
    proportion to the checks there). The rule turns the counts of the window into an advised share for the
    first area, and the share moves a step towards it:

    - effort: what citizens report is compared as it is, finds are set against checks. The advised ratio is
      that of the reports when its interval leaves out 1, else that of the finds per check when its interval
      does, else 1: no difference shown is no reason for a different division.
    - proportional: the share of all finds that was made in the first area. It counts finds as if they were
      incidence.
    - highest: all to the area with the most finds.

    Args:
        rule: one of the three.
        loop: see ``LoopOptions``.
        options: see ``RunOptions``.

    Raises:
        ValueError: an unknown rule or a setting out of range.

    Source: Ensign, Friedler, Neville, Scheidegger & Venkatasubramanian (2018), Runaway feedback loops in
    predictive policing, PMLR 81:160-171; Lum & Isaac (2016), Significance 13(5):14-19.
    """
    setting, running = loop or LoopOptions(), options or RunOptions()
    _check(rule, setting, running)
    draw = np.random.Generator(np.random.PCG64(running.seed))
    share = np.full(running.runs, setting.start / (1 + setting.start))
    ratios = np.empty((running.rounds + 1, running.runs))
    ratios[0] = setting.start
    past = _Past.empty(setting.window, running.runs)
    incidence = np.array(setting.incidence)[:, None]
    for one in range(running.rounds):
        checks = np.array([share, 1 - share]) * setting.checks
        reports = draw.poisson(np.broadcast_to(setting.reports * incidence, checks.shape))
        finds = draw.poisson(checks * setting.find_chance * incidence)
        past.add(one, reports, finds, checks)
        share = share + setting.step * (_RULES[rule](past, running.level) - share)
        ratios[one + 1] = share / (1 - share)
    return LoopPaths(rule, ratios, setting)


@dataclass(slots=True, eq=False)
class _Past:
    """Reports, finds and checks of the last rounds: shape (window, 2 areas, runs); unused rounds are 0."""

    reports: FloatArray
    finds: FloatArray
    checks: FloatArray

    @classmethod
    def empty(cls, window: int, runs: int) -> "_Past":
        return cls(*(np.zeros((window, 2, runs)) for _ in range(3)))

    def add(self, number: int, reports: Counts, finds: Counts, checks: FloatArray) -> None:
        place = number % len(self.reports)
        self.reports[place], self.finds[place], self.checks[place] = reports, finds, checks


def _effort(past: _Past, level: float) -> FloatArray:
    reports, finds, checks = (one.sum(axis=0) for one in (past.reports, past.finds, past.checks))
    even = np.ones_like(reports)
    ratio = np.where(
        _differs(reports, even, level),
        _divided(reports[0], reports[1]),
        np.where(
            _differs(finds, checks, level),
            _divided(finds[0] * checks[1], finds[1] * checks[0]),
            1.0,
        ),
    )
    result: FloatArray = ratio / (1 + ratio)
    return result


def _proportional(past: _Past, level: float) -> FloatArray:
    del level
    finds = past.finds.sum(axis=0)
    total = finds.sum(axis=0)
    result: FloatArray = np.where(total > 0, finds[0] / np.maximum(total, 1), 0.5)
    return result


def _highest(past: _Past, level: float) -> FloatArray:
    del level
    finds = past.finds.sum(axis=0)
    result: FloatArray = (1 + np.sign(finds[0] - finds[1])) / 2
    return result


_RULES: dict[str, Callable[[_Past, float], FloatArray]] = {
    "effort": _effort,
    "proportional": _proportional,
    "highest": _highest,
}


def _differs(counts: FloatArray, exposure: FloatArray, level: float) -> NDArray[np.bool_]:
    """Whether the exact conditional interval of the rate ratio leaves out 1.

    That is so when a binomial tail with p = exposure share falls below (1 - level) / 2.
    """
    from scipy.special import betainc

    first, second = counts
    p = exposure[0] / exposure.sum(axis=0)
    # P(X >= first) = I_p(first, second + 1), P(X <= first) = I_(1-p)(second, first + 1); 1 at a count of 0.
    at_least = np.where(first > 0, betainc(np.maximum(first, 1), second + 1, p), 1.0)
    at_most = np.where(second > 0, betainc(np.maximum(second, 1), first + 1, 1 - p), 1.0)
    result: NDArray[np.bool_] = np.minimum(at_least, at_most) < (1 - level) / 2
    return result


def _divided(one: FloatArray, other: FloatArray) -> FloatArray:
    """The ratio, with half a case added to both where one of them is 0: a division of 1:0 is no advice."""
    empty = (one == 0) | (other == 0)
    result: FloatArray = np.where(empty, one + 0.5, one) / np.where(empty, other + 0.5, other)
    return result


def _check(rule: Rule, loop: LoopOptions, options: RunOptions) -> None:
    if rule not in get_args(Rule):
        raise ValueError(f"rule must be one of {', '.join(get_args(Rule))}; got {rule!r}")
    check_level(options.level)
    positive = (*loop.incidence, loop.start, loop.reports, loop.checks, loop.find_chance)
    if len(loop.incidence) != 2 or not all(0 < one < 1e9 for one in positive):
        raise ValueError("incidence (a pair), start, reports, checks and find_chance must be above 0")
    if not 0 < loop.step < 1 or loop.window < 1 or options.rounds < 1 or options.runs < 1:
        raise ValueError("step must lie between 0 and 1; window, rounds and runs must be 1 or more")
