# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which group of adjoining areas holds more cases than chance gives, at once or in a run of periods."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from baken.analysis.nearby import neighbours_of
from baken.analysis.reasons import word
from baken.analysis.said import Said, clean
from baken.analysis.tables import AreaTable
from baken.methods.reason import Reason
from baken.model.errors import InputError, UsageError
from baken.model.finding import Caveat
from baken.model.text import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from baken.methods.scans.poisson_scan import ScanCluster, ScanResult
    from baken.methods.scans.space_time_scan import SpaceTimeCluster, SpaceTimeResult
    from baken.methods.scans.zones import Zones

    Cluster = ScanCluster | SpaceTimeCluster
    Result = ScanResult | SpaceTimeResult

SHAPES = ("circle", "ellipse", "graph")
_SURE = 0.05
_WIDE = 1.5
_WRONG = {
    Reason.NEGATIVE: "is negative",
    Reason.FRACTIONAL: "is not a whole number",
    Reason.INFINITE: "is infinite",
}
_STEPS = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScanQuestion:
    """Areas with cases in one period, or in several for a scan in space and time.

    ``prospective``: only what goes on in the newest period. ``longest``: the most periods of a cluster; 0 is
    the method's own. Of a cluster with fewer than ``minimum`` cases nothing is said.
    """

    areas: AreaTable
    name: Text
    shape: str = "circle"
    simulations: int = 999
    seed: int = 1
    prospective: bool = True
    longest: int = 0
    minimum: int = 5
    caveats: tuple[Caveat, ...] = ()

    @property
    def in_time(self) -> bool:
        """Whether it is a scan in space and time."""
        return self.areas.cases.ndim == 2


@dataclass(frozen=True, kw_only=True, eq=False)
class ScanAnswer:
    """The clusters, strongest first, and how many zones were searched.

    ``left_out`` are the areas without a figure or without population, with the reason. ``phi`` is how many
    times as large as by chance the spread between the areas is; NaN in time or where it is not known.
    """

    question: ScanQuestion
    result: Result
    zones: int
    left_out: tuple[tuple[str, Reason], ...] = ()
    phi: float = math.nan

    @property
    def overdispersed(self) -> bool:
        """Whether there are clusters, and areas differ so much more than by chance that p is too small."""
        return self.phi > _WIDE and bool(self.certain)

    @cached_property
    def said(self) -> Said:
        """The answer in words."""
        from baken.analysis.scan_words import said

        return said(self)

    @property
    def shown(self) -> list[Cluster]:
        """The clusters with enough cases to be spoken of."""
        return [one for one in self.result.clusters if one.cases >= self.question.minimum]

    @property
    def certain(self) -> list[Cluster]:
        """Those that chance gives in fewer than one of twenty maps."""
        return [one for one in self.shown if one.p < _SURE]

    def names(self, cluster: Cluster) -> list[str]:
        """The areas of a cluster, the core first."""
        return [self.question.areas.names[n] for n in cluster.areas]

    def record(self) -> dict[str, object]:
        """The answer as plain data."""
        question = self.question
        return {
            "kind": question.areas.kind or None,
            "periods": [one for one in question.areas.periods if one],
            "shape": question.shape,
            "simulations": question.simulations,
            "seed": question.seed,
            "prospective": question.prospective if question.in_time else None,
            "minimum": question.minimum,
            "zones": self.zones,
            "cases": self.result.cases,
            "reason": word(self.result.reason),
            "left_out": [code for code, _ in self.left_out],
            "phi": clean(self.phi),
            "suppressed": len(self.result.clusters) - len(self.shown),
            "clusters": [self._cluster(one) for one in self.shown],
            "answer": self.said.record(),
        }

    def _cluster(self, one: Cluster) -> dict[str, object]:
        areas = self.question.areas
        return {
            "areas": [areas.codes[n] for n in one.areas],
            "names": self.names(one),
            **self._window(one),
            "cases": one.cases,
            "expected": clean(one.expected),
            "relative_risk": clean(one.relative_risk),
            "log_likelihood_ratio": clean(one.log_likelihood_ratio),
            "p": clean(one.p),
            "gumbel_p": clean(one.gumbel_p),
        }

    def _window(self, one: Cluster) -> dict[str, object]:
        window = self.window(one)
        return {} if window is None else {"first": window[0], "last": window[1]}

    def window(self, one: Cluster) -> tuple[str, str] | None:
        """The first and last period of a cluster, if it has some."""
        first, last = getattr(one, "first", None), getattr(one, "last", None)
        if first is None or last is None:
            return None
        periods = self.question.areas.periods
        return periods[first], periods[last]


def ask_scan(question: ScanQuestion) -> ScanAnswer:
    """Put areas to the scan. Areas without a figure or without population are left out and named.

    Raises:
        UsageError: no such shape, or nothing is known of where the areas lie.
        InputError: a figure of an area cannot be true.

    """
    import numpy as np

    if question.shape not in SHAPES:
        raise UsageError(f"'{question.shape}' is no shape.", do=f"Known: {', '.join(SHAPES)}.")
    _check_figures(question.areas)
    reasons = _reasons(question.areas)
    known = [one is Reason.JUDGED for one in reasons]
    if not any(known):
        known = [True] * len(known)
    kept = replace(question, areas=_among(question.areas, known))
    areas = kept.areas
    people = np.ones(len(areas.codes)) if areas.population is None else areas.population
    zones = _zones(areas, question.shape, people)
    return ScanAnswer(
        question=kept,
        result=_in_time(kept, zones) if question.in_time else _at_once(kept, zones, people),
        zones=zones.count,
        left_out=tuple(
            (name, reason)
            for name, reason, one in zip(question.areas.codes, reasons, known, strict=True)
            if not one
        ),
        phi=math.nan if question.in_time else _phi(areas, people),
    )


def _check_figures(areas: AreaTable) -> None:
    """Name the first area with a figure that cannot be true."""
    import numpy as np

    cases = areas.cases.reshape(len(areas.codes), -1)
    figures = [
        ("a count", cases < 0, Reason.NEGATIVE),
        ("a count", np.isinf(cases), Reason.INFINITE),
        ("a count", np.isfinite(cases) & (cases % 1 != 0), Reason.FRACTIONAL),
    ]
    if areas.population is not None:
        people = areas.population[:, np.newaxis]
        figures.append(("the population", people < 0, Reason.NEGATIVE))
        figures.append(("the population", np.isinf(people), Reason.INFINITE))
    for what, wrong, reason in figures:
        rows = np.flatnonzero(wrong.any(axis=1))
        if len(rows):
            more = f" (and of {len(rows) - 1} more)" if len(rows) > 1 else ""
            raise InputError(
                f"{what} of area {areas.codes[rows[0]]}{more} {_WRONG[reason]}.", where=areas.source
            )


def _reasons(areas: AreaTable) -> list[Reason]:
    """Why each area is left out; a scan in time needs no population."""
    import numpy as np

    reason = np.where(np.isnan(areas.cases.reshape(len(areas.codes), -1)).any(axis=1), Reason.MISSING, 0)
    if areas.population is not None:
        nobody = np.isnan(areas.population)
        if areas.cases.ndim == 1:
            nobody = nobody | (areas.population == 0)
        reason = np.where((reason == 0) & nobody, Reason.NO_POPULATION, reason)
    return [Reason(one) for one in reason.tolist()]


def _phi(areas: AreaTable, people: NDArray[np.float64]) -> float:
    """The overdispersion between areas, as in a funnel."""
    from baken.methods.comparison.funnel import FunnelOptions, funnel

    return funnel(areas.cases.tolist(), people.tolist(), FunnelOptions(levels=(0.95,))).phi


def _among(areas: AreaTable, known: list[bool]) -> AreaTable:
    """The table without the areas that are left out."""
    import numpy as np

    if all(known):
        return areas
    kept = np.array(known)
    place = (np.cumsum(kept) - 1).tolist()
    return replace(
        areas,
        codes=tuple(one for one, there in zip(areas.codes, known, strict=True) if there),
        names=tuple(one for one, there in zip(areas.names, known, strict=True) if there),
        cases=areas.cases[kept],
        neighbours=tuple((place[a], place[b]) for a, b in areas.neighbours if known[a] and known[b]),
        population=_rows(areas.population, kept),
        x=_rows(areas.x, kept),
        y=_rows(areas.y, kept),
    )


def _rows(values: NDArray[np.float64] | None, kept: NDArray[np.bool_]) -> NDArray[np.float64] | None:
    return None if values is None else values[kept]


def _zones(areas: AreaTable, shape: str, people: NDArray[np.float64]) -> Zones:
    from baken.methods.scans.zones import circular_zones, elliptic_zones, step_zones

    if shape == "graph":
        return step_zones(neighbours_of(areas)[0], people, _STEPS)
    if areas.x is None or areas.y is None:
        raise UsageError(
            "circles and ellipses need points, and they are not known.",
            do="Give the columns x and y, or --outlines of all areas, or use --shape graph.",
        )
    return (elliptic_zones if shape == "ellipse" else circular_zones)(areas.x, areas.y, people)


def _at_once(question: ScanQuestion, zones: Zones, people: NDArray[np.float64]) -> ScanResult:
    from baken.methods.scans.poisson_scan import ScanOptions, poisson_scan

    options = ScanOptions(simulations=question.simulations, seed=question.seed)
    return poisson_scan(question.areas.cases, people, zones, options)


def _in_time(question: ScanQuestion, zones: Zones) -> SpaceTimeResult:
    """The permutation scan: what is always busy, and what is busy everywhere in one month, is no cluster."""
    from baken.methods.scans.poisson_scan import ScanOptions
    from baken.methods.scans.space_time_scan import SpaceTimeOptions, space_time_scan

    periods = question.areas.cases.shape[1]
    if question.longest > periods:
        raise UsageError(f"--longest is {question.longest}, and there are {periods} periods.")
    options = SpaceTimeOptions(
        prospective=question.prospective,
        longest=question.longest or None,
        scan=ScanOptions(simulations=question.simulations, seed=question.seed),
    )
    return space_time_scan(question.areas.cases, zones, None, options)
