# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How do areas compare: rates with margins, what chance explains, places in a ranking, what could turn it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from baken.analysis.reasons import word
from baken.analysis.said import Said, clean
from baken.analysis.tables import AreaTable
from baken.methods.reason import Reason
from baken.model.finding import Caveat
from baken.model.text import Text

if TYPE_CHECKING:
    from baken.methods.comparison.area_against_rest import AreaAgainstRest
    from baken.methods.comparison.funnel import Funnel
    from baken.methods.comparison.poisson_gamma import PoissonGamma
    from baken.methods.comparison.rank_uncertainty import RankUncertainty
    from baken.methods.comparison.sensitivity import RegisteredRange, Tipping, VisitorRange

_SURE = 0.975
# Outside of both levels of the funnel.
_FAR = 2


class Turn(StrEnum):
    """Whether a difference in reporting can turn the order of two areas; OPEN: chance can do so as well."""

    CAN = "can"
    CANNOT = "cannot"
    PERHAPS = "perhaps"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CompareQuestion:
    """Areas with cases and population, in one period.

    Rates are per ``factor``. ``reference`` is a rate to hold the areas against, with its name; without one it
    is that of all areas together. ``visitors`` are the fewest and the most visitors present for each
    inhabitant, ``reported`` the lowest and highest share of the cases that is registered. ``about`` is the
    code of the area that was asked about, if it is one of them. An area with fewer than ``minimum_cases`` has
    a place with its margin, but is not named among the highest.
    """

    areas: AreaTable
    name: Text
    factor: float = 1000
    reference: float | None = None
    reference_name: Text | None = None
    visitors: tuple[float, float] | None = None
    reported: tuple[float, float] | None = None
    about: str = ""
    minimum_people: float = 500
    minimum_cases: float = 5
    caveats: tuple[Caveat, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class CompareAnswer:
    """What the methods say of the areas, each in the order of the table."""

    question: CompareQuestion
    funnel: Funnel
    shrunken: PoissonGamma
    ranks: RankUncertainty
    visitors: tuple[VisitorRange, ...]
    reported: tuple[RegisteredRange, ...]
    tipping: tuple[Tipping, ...]

    @cached_property
    def said(self) -> Said:
        """The answer in words."""
        from baken.analysis.compare_words import said

        return said(self)

    @cached_property
    def rest(self) -> tuple[AreaAgainstRest, ...]:
        """Each area against all others; worked out when first asked for, since many answers do without."""
        from baken.methods.comparison.area_against_rest import area_against_rest

        phi, factor = self.funnel.phi, self.question.factor
        spread = 1.0 if math.isnan(phi) else max(1.0, phi)
        pairs, whole = _pairs(self.question.areas), _whole(self.question.areas)
        return tuple(area_against_rest(pair, whole, factor, overdispersion=spread) for pair in pairs)

    @property
    def reference(self) -> float:
        """The rate that the areas are held against, per factor."""
        given = self.question.reference
        return self.funnel.target if given is None else given

    def beyond(self, sign: int, *, wide: bool) -> list[int]:
        """The areas outside of the 99.8 % limits on one side, the furthest first."""
        places = [one.wide_place if wide else one.place for one in self.funnel.areas]
        found = [n for n, place in enumerate(places) if place is not None and place * sign >= _FAR]
        return sorted(found, key=lambda n: -sign * self.funnel.areas[n].deviation)

    @cached_property
    def order(self) -> list[int]:
        """The judged areas from high to low, with chance smoothed out."""
        rates, names = self.shrunken.rate, self.question.areas.names
        known = [n for n in range(len(names)) if not self.shrunken.reason[n] and math.isfinite(rates[n])]
        return sorted(known, key=lambda n: (-float(rates[n]), names[n]))

    def turns(self, n: int) -> Turn:
        """What a difference in reporting could do to the order of an area and the rest."""
        rest, turn = self.rest[n], self.tipping[n]
        if rest.reason or turn.can_turn is None or math.isnan(rest.ratio_lower):
            return Turn.UNKNOWN
        if rest.ratio_lower <= 1 <= rest.ratio_upper:
            return Turn.OPEN
        if turn.can_turn:
            return Turn.CAN
        # The end of the margin that lies nearest to no difference.
        nearest = rest.ratio_lower if rest.ratio_lower > 1 else 1 / rest.ratio_upper
        return Turn.CANNOT if turn.possible < nearest else Turn.PERHAPS

    def above(self) -> tuple[int, int]:
        """How many areas are surely above the reference (0.975), and of how many that is known."""
        known = self.shrunken.probability_above[self.shrunken.reason == 0]
        return int((known > _SURE).sum()), len(known)

    def record(self) -> dict[str, object]:
        """The answer as plain data; what cannot be judged is null and has a reason."""
        question = self.question
        return {
            "kind": question.areas.kind or None,
            "period": question.areas.periods[0] or None,
            "factor": question.factor,
            "reference": clean(self.reference),
            "overdispersion": clean(self.funnel.phi),
            "between_areas": clean(self.funnel.tau),
            "areas": [self._area(n) for n in range(len(question.areas.codes))],
            "above_reference": dict(zip(("certain", "judged"), self.above(), strict=True)),
            "answer": self.said.record(),
        }

    def _area(self, n: int) -> dict[str, object]:
        areas, point, factor = self.question.areas, self.funnel.areas[n], self.question.factor
        shrunken, ranks, rest = self.shrunken, self.ranks, self.rest[n]
        return {
            "area": areas.codes[n],
            "name": areas.names[n],
            "count": clean(float(areas.cases[n])),
            "population": None if areas.population is None else clean(float(areas.population[n])),
            "rate": clean(point.rate),
            "limits": [[clean(low), clean(high)] for low, high in point.limits],
            "wide_limits": [[clean(low), clean(high)] for low, high in point.wide_limits],
            "place": point.place,
            "wide_place": point.wide_place,
            "shrunken": clean(shrunken.rate[n] * factor),
            "shrunken_lower": clean(shrunken.lower[n] * factor),
            "shrunken_upper": clean(shrunken.upper[n] * factor),
            "probability_above": clean(shrunken.probability_above[n]),
            "rank": _span(ranks.expected[n], ranks.lower[n], ranks.upper[n]),
            "against_rest": {
                "rest": clean(rest.rest),
                "difference": _span(rest.difference, rest.difference_lower, rest.difference_upper),
                "ratio": _span(rest.ratio, rest.ratio_lower, rest.ratio_upper),
                "reason": word(rest.reason),
            },
            "with_visitors": _visitors(self.visitors[n]) if self.visitors else None,
            "under_registration": _reported(self.reported[n], self.tipping[n], self.turns(n))
            if self.reported
            else None,
            "reason": word(point.reason or Reason(int(shrunken.reason[n]))),
        }


def ask_compare(question: CompareQuestion) -> CompareAnswer:
    """Put areas to the methods."""
    import numpy as np

    from baken.methods.comparison.funnel import FunnelOptions, funnel
    from baken.methods.comparison.poisson_gamma import poisson_gamma
    from baken.methods.comparison.rank_uncertainty import rank_uncertainty

    areas, factor = question.areas, question.factor
    people = np.full(len(areas.codes), np.nan) if areas.population is None else areas.population
    counts = areas.cases
    shape = funnel(counts.tolist(), people.tolist(), FunnelOptions(target=question.reference, factor=factor))
    one = shape.target / factor if shape.target > 0 else None
    shrunken = poisson_gamma(counts, people, one)
    changes = _sensitivity(question, shape.target)
    return CompareAnswer(
        question=question,
        funnel=shape,
        shrunken=shrunken,
        ranks=rank_uncertainty(shrunken),
        visitors=changes.visitors,
        reported=changes.reported,
        tipping=changes.tipping,
    )


@dataclass(frozen=True, slots=True)
class _Sensitivity:
    """What visitors and under-registration could change; empty where nothing was asked."""

    visitors: tuple[VisitorRange, ...] = ()
    reported: tuple[RegisteredRange, ...] = ()
    tipping: tuple[Tipping, ...] = ()


def _pairs(areas: AreaTable) -> list[tuple[float, float]]:
    """The count and the population of each area."""
    people = [math.nan] * len(areas.codes) if areas.population is None else areas.population.tolist()
    return list(zip(areas.cases.tolist(), people, strict=True))


def _whole(areas: AreaTable) -> tuple[float, float]:
    """The count and the population of all areas of which both are known."""
    if areas.population is None:
        return 0.0, 0.0
    counts, people = areas.cases, areas.population
    known = (counts >= 0) & (people > 0) & (counts < math.inf) & (people < math.inf)
    return float(counts[known].sum()), float(people[known].sum())


def _sensitivity(question: CompareQuestion, target: float) -> _Sensitivity:
    from baken.methods.comparison.sensitivity import registered_range, tipping, visitor_range

    areas, visitors, reported = question.areas, question.visitors, question.reported
    pairs, whole = _pairs(areas), _whole(areas)
    rests = [(whole[0] - count, whole[1] - size) for count, size in pairs]
    aim = target if target > 0 else None
    return _Sensitivity(
        tuple(visitor_range(one, visitors, aim, question.factor) for one in pairs) if visitors else (),
        tuple(registered_range(count, reported) for count, _ in pairs) if reported else (),
        tuple(tipping(one, rest, reported) for one, rest in zip(pairs, rests, strict=True))
        if reported
        else (),
    )


def _span(value: float, lower: float, upper: float) -> dict[str, float | None]:
    return {"value": clean(value), "lower": clean(lower), "upper": clean(upper)}


def _visitors(one: VisitorRange) -> dict[str, object]:
    return {
        "lowest": clean(one.lowest),
        "highest": clean(one.highest),
        "break_even": clean(one.break_even),
        "reason": word(one.reason),
    }


def _reported(one: RegisteredRange, turn: Tipping, order: Turn) -> dict[str, object]:
    decided = {Turn.CAN: True, Turn.CANNOT: False}
    return {
        "fewest": clean(one.fewest),
        "most": clean(one.most),
        "tipping_ratio": clean(turn.ratio),
        "can_turn": decided.get(order),
        "order": str(order),
        "reason": word(one.reason),
    }
