# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where do high figures lie together: local statistics with a false discovery rate, small counts left out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from baken.analysis.nearby import neighbours_of
from baken.analysis.reasons import word
from baken.analysis.said import Said, clean
from baken.analysis.tables import AreaTable
from baken.model.finding import Caveat
from baken.model.text import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from baken.methods.comparison.funnel import Funnel
    from baken.methods.hotspots.global_association import GlobalAssociation
    from baken.methods.hotspots.local_association import LocalAssociation

_RATE = 0.05
_DRAWS_PER_AREA = 40
_NOWHERE = "none"
# Outside of both levels of a funnel that allows for how much areas differ.
_FAR = 2
CLASSES = ("hot", "cold", "high_itself", "high_among_low", "low_among_high", _NOWHERE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HotspotQuestion:
    """Areas with cases in one period. Of an area with fewer than ``minimum`` cases no figure is given."""

    areas: AreaTable
    name: Text
    factor: float = 1000
    minimum: int = 5
    simulations: int = 999
    seed: int = 1
    caveats: tuple[Caveat, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class HotspotAnswer:
    """The local statistics, in the order of the table, and whether areas resemble their neighbours at all.

    ``funnel`` says which areas lie high by themselves; without population there is none. ``lower`` and
    ``upper`` are the 95 % margin of ``figure``: the rate per factor, or the count.
    """

    question: HotspotQuestion
    found: LocalAssociation
    whole: GlobalAssociation
    funnel: Funnel | None
    neighbours: Text
    figure: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]

    @cached_property
    def said(self) -> Said:
        """The answer in words."""
        from baken.analysis.hotspots_words import said

        return said(self)

    @cached_property
    def suppressed(self) -> tuple[bool, ...]:
        """Which areas have too few cases to say anything of."""
        return tuple(0 <= count < self.question.minimum for count in self.question.areas.cases.tolist())

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """What each area is, at a false discovery rate of 5 %; of a suppressed area nothing is said."""
        return tuple(_NOWHERE if hidden else self._class(n) for n, hidden in enumerate(self.suppressed))

    def _class(self, n: int) -> str:
        from baken.methods.hotspots.local_moran import Quadrant

        star, moran = self.found.getis_ord, self.found.moran
        if star.q[n] < _RATE:
            return "hot" if star.z[n] > 0 else "cold"
        own = self.funnel.areas[n].wide_place if self.funnel else None
        if own is not None and own >= _FAR:
            return "high_itself"
        lonely = {Quadrant.HIGH_AMONG_LOW: "high_among_low", Quadrant.LOW_AMONG_HIGH: "low_among_high"}
        return lonely.get(Quadrant(int(moran.quadrant[n])), _NOWHERE) if moran.q[n] < _RATE else _NOWHERE

    def of_class(self, name: str) -> list[int]:
        """The areas of a class, those that stand out most first."""
        found = [n for n, one in enumerate(self.classes) if one == name]
        if name == "high_itself" and self.funnel:
            deviations = [one.deviation for one in self.funnel.areas]
            return sorted(found, key=lambda n: -deviations[n])
        return sorted(found, key=lambda n: -abs(float(self.found.getis_ord.z[n])))

    def record(self) -> dict[str, object]:
        """The answer as plain data; a suppressed area has no figures, what cannot be judged has a reason."""
        question, whole = self.question, self.whole
        return {
            "kind": question.areas.kind or None,
            "period": question.areas.periods[0] or None,
            "factor": None if question.areas.population is None else question.factor,
            "minimum": question.minimum,
            "simulations": question.simulations,
            "seed": question.seed,
            "neighbours": {"nl": self.neighbours.nl, "en": self.neighbours.en},
            "global": {
                "statistic": clean(whole.statistic),
                "z": clean(whole.z),
                "p": clean(whole.p),
                "reason": word(whole.reason),
            },
            "areas": [self._area(n) for n in range(len(question.areas.codes))],
            "hotspots": [question.areas.codes[n] for n in self.of_class("hot")],
            "high_by_themselves": [question.areas.codes[n] for n in self.of_class("high_itself")],
            "coldspots": [question.areas.codes[n] for n in self.of_class("cold")],
            "suppressed": sum(self.suppressed),
            "answer": self.said.record(),
        }

    def _area(self, n: int) -> dict[str, object]:
        areas, star, moran = self.question.areas, self.found.getis_ord, self.found.moran
        known = {"area": areas.codes[n], "name": areas.names[n], "suppressed": self.suppressed[n]}
        if self.suppressed[n]:
            return known
        return {
            **known,
            "class": self.classes[n],
            "count": clean(float(areas.cases[n])),
            "figure": clean(self.figure[n]),
            "lower": clean(self.lower[n]),
            "upper": clean(self.upper[n]),
            "smoothed": clean(self._smoothed(n)),
            "g_star": {
                "z": clean(star.z[n]),
                "p": _judge(star.p[n], star.p_permutation[n]),
                "q": clean(star.q[n]),
            },
            "moran": {
                "statistic": clean(moran.statistic[n]),
                "p": _judge(moran.conditional.p[n], moran.p_permutation[n]),
                "q": clean(moran.q[n]),
                "quadrant": _quadrant(int(moran.quadrant[n])),
            },
            "neighbours_missing": int(star.left_out[n]),
            "reason": word(int(star.reason[n])),
        }

    def _smoothed(self, n: int) -> float:
        factor = 1.0 if self.question.areas.population is None else self.question.factor
        return float(self.found.values[n]) * factor


def ask_hotspots(question: HotspotQuestion) -> HotspotAnswer:
    """Put areas to the methods.

    Raises:
        UsageError: nothing is known of which areas are neighbours.

    """
    from baken.methods.comparison.funnel import FunnelOptions
    from baken.methods.comparison.funnel import funnel as funnel_of
    from baken.methods.hotspots.global_association import empirical_bayes_index, morans_i
    from baken.methods.hotspots.local_association import RateOptions, local_association, rate_association
    from baken.methods.hotspots.permutation import Permutations

    areas = question.areas
    neighbours, words = neighbours_of(areas)
    # With few draws no p value is small enough to count among many areas: promising ones are drawn longer.
    longest = max(question.simulations, _DRAWS_PER_AREA * len(areas.codes))
    draws = Permutations(draws=question.simulations, seed=question.seed, up_to=longest)
    if areas.population is None:
        found = local_association(_plain(areas), neighbours, draws)
        whole = morans_i(_plain(areas), neighbours)
    else:
        options = RateOptions(permutations=draws)
        found = rate_association(areas.cases, areas.population, neighbours, options)
        whole = empirical_bayes_index(areas.cases, areas.population, neighbours)
    funnel = None
    if areas.population is not None:
        funnel = funnel_of(
            areas.cases.tolist(), areas.population.tolist(), FunnelOptions(factor=question.factor)
        )
    figure, lower, upper = margins(areas, question.factor)
    return HotspotAnswer(
        question=question,
        found=found,
        whole=whole,
        funnel=funnel,
        neighbours=words,
        figure=figure,
        lower=lower,
        upper=upper,
    )


def margins(areas: AreaTable, factor: float) -> tuple[NDArray[np.float64], ...]:
    """The rate (without population the value) of each area with its 95 % margin; NaN where there is none.

    A value that is no count has no margin.
    """
    import numpy as np

    from baken.methods.rates.rate_interval import rate_interval

    people = np.ones(len(areas.codes)) if areas.population is None else areas.population
    fit = np.isfinite(areas.cases) & (areas.cases >= 0) & np.isfinite(people) & (people > 0)
    fit &= np.floor(areas.cases) == areas.cases
    found = rate_interval(
        np.where(fit, areas.cases, np.nan),
        np.where(fit, people, 1.0),
        1.0 if areas.population is None else factor,
    )
    figure = _plain(areas) if areas.population is None else found.rate
    return figure, found.lower, found.upper


def _plain(areas: AreaTable) -> NDArray[np.float64]:
    """The values as they are; what is infinite has no place among them."""
    import numpy as np

    return np.where(np.isfinite(areas.cases), areas.cases, np.nan)


def _judge(normal: float, permuted: float) -> dict[str, float | None]:
    return {"normal": clean(normal), "permutation": clean(permuted)}


def _quadrant(value: int) -> str:
    from baken.methods.hotspots.local_moran import Quadrant

    return Quadrant(value).name.lower()
