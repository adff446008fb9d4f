# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which themes come first: scores that people gave, weighed in sight of everybody.

total = sum of weight x score / sum of weights: a weighted mean, the simplest multi-criteria analysis
(V. Belton and T. Stewart, *Multiple Criteria Decision Analysis*, 2002, ch. 5). It is computed in exact
fractions, so the same scores give the same order everywhere. A theme that lacks a score that counts has no
place: a missing score is not zero, and neither is it the mean of the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from baken.model.errors import UsageError
from baken.model.text import Text

LOWEST, HIGHEST = 1, 5
"""The scale of every score: 1 is least and 5 is most reason to give a theme priority."""


class Criterion(StrEnum):
    """What a theme is weighed on."""

    THREAT = "threat"
    SIZE = "size"
    TREND = "trend"
    CONCERN = "concern"
    INFLUENCE = "influence"


CRITERIA = {
    Criterion.THREAT: Text(
        "bedreiging van de openbare orde en veiligheid", "threat to public order and safety"
    ),
    Criterion.SIZE: Text("omvang", "size"),
    Criterion.TREND: Text("ontwikkeling", "trend"),
    Criterion.CONCERN: Text("zorg van inwoners", "concern of residents"),
    Criterion.INFLUENCE: Text("invloed van de gemeente", "influence of the municipality"),
}
EXPLANATION = Text(
    "Volgorde: het gewogen gemiddelde van de scores van 1 tot en met 5. Een thema waarvan een score "
    "ontbreekt, staat niet in de volgorde. Gelijke uitkomsten delen een plaats.",
    "Order: the weighted mean of the scores from 1 to 5. A theme that lacks a score is not in the order. "
    "Equal outcomes share a place.",
)
EQUAL = dict.fromkeys(Criterion, Decimal(1))
"""Every criterion weighs the same: what is assumed as long as nobody chose weights."""

Scores = Mapping[Criterion, Decimal | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedTheme:
    """A theme with its place. ``total`` lies between 1 and 5; ``parts`` are what each criterion adds to it.

    ``tied_with`` are the other themes with exactly the same total, which share its place.
    """

    theme: str
    rank: int
    total: Fraction
    parts: dict[Criterion, Fraction]
    tied_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRanking:
    """Themes in order, and those without a place with the scores that they lack. Weights stand beside it."""

    weights: dict[Criterion, Decimal]
    ranked: tuple[RankedTheme, ...]
    unranked: tuple[tuple[str, tuple[Criterion, ...]], ...]


def rank_themes(scores: Mapping[str, Scores], weights: Mapping[Criterion, Decimal] = EQUAL) -> ThemeRanking:
    """Put themes in order.

    Args:
        scores: for each theme its scores from 1 to 5; None or absent where nobody gave one.
        weights: how much each criterion counts; one without a weight, or with 0, does not count.

    Raises:
        UsageError: a weight is negative, all are 0, or a score lies outside the scale.

    """
    counted = _counted(weights)
    whole = {name: _complete(name, found, counted) for name, found in scores.items()}
    parts = {name: found for name, found in whole.items() if isinstance(found, dict)}
    totals = {name: sum(found.values(), Fraction(0)) for name, found in parts.items()}
    order = sorted(totals, key=lambda name: (-totals[name], name))
    return ThemeRanking(
        weights={one: Decimal(weights.get(one, 0)) for one in Criterion},
        ranked=tuple(
            RankedTheme(
                theme=name,
                rank=1 + sum(other > totals[name] for other in totals.values()),
                total=totals[name],
                parts=parts[name],
                tied_with=tuple(one for one in order if one != name and totals[one] == totals[name]),
            )
            for name in order
        ),
        unranked=tuple((name, one) for name, one in sorted(whole.items()) if isinstance(one, tuple)),
    )


def _counted(weights: Mapping[Criterion, Decimal]) -> dict[Criterion, Fraction]:
    """The share of each criterion that counts."""
    wrong = next((one for one in weights if not weights[one].is_finite() or weights[one] < 0), None)
    if wrong is not None:
        raise UsageError(f"the weight of '{wrong}' is {weights[wrong]}.", do="Give 0 or more.")
    total = sum(map(Fraction, weights.values()), Fraction(0))
    if not total:
        raise UsageError("no criterion has a weight.", do="Give at least one of them more than 0.")
    return {one: Fraction(weights[one]) / total for one in Criterion if weights.get(one)}


def _complete(
    theme: str, scores: Scores, counted: Mapping[Criterion, Fraction]
) -> dict[Criterion, Fraction] | tuple[Criterion, ...]:
    """What each criterion adds, or the criteria that nobody scored."""
    parts: dict[Criterion, Fraction] = {}
    missing: list[Criterion] = []
    for one, share in counted.items():
        score = scores.get(one)
        if score is None:
            missing.append(one)
        elif not score.is_finite() or not LOWEST <= score <= HIGHEST:
            raise UsageError(
                f"the score of '{theme}' for {one} is {score}.", do=f"Give {LOWEST} to {HIGHEST}, or nothing."
            )
        else:
            parts[one] = share * Fraction(score)
    return tuple(missing) if missing else parts
