# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
""" "Often above the average" says neither how many, nor which year, nor which group: here it is counted."""

from __future__ import annotations

from dataclasses import dataclass

from baken.analysis.said import both, same
from baken.model.claim import Claim, HeldFigure, Way
from baken.model.text import Text
from baken.picture.claims.judge_comparisons import comparisons
from baken.picture.claims.judge_held import Held
from baken.picture.claims.judge_outcome import Outcome
from baken.picture.claims.judged_words_figures import joined, place_of
from baken.picture.comparison import AboveReference, above_reference

_COUNTED = Text(
    "Cijfers van {place} die hoger liggen dan in {reference}: {above} van {compared}, waarvan {certain} met "
    "zekerheid ({years}). Cijfers zonder vergelijking: {without}.",
    "Figures of {place} above {reference}: {above} of {compared}, of which {certain} with certainty "
    "({years}). Figures without a comparison: {without}.",
)
_NO_YEAR = Text("geen jaar", "no year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """How many figures lie above the reference area, of which years, and which figures those are."""

    count: AboveReference
    years: tuple[str, ...]
    figures: tuple[HeldFigure, ...]
    said: Text

    def sides(self, way: Way | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Those that lie on the side that is said, and those that do not."""
        both_sides = (self.count.above, self.count.not_above)
        return both_sides if way is not Way.DOWN else (both_sides[1], both_sides[0])


def counted(held: Held, claim: Claim) -> Often:
    """Count how many figures lie above the reference area; without a subject, all that are registered.

    The group is always the reference area: a municipality is never held against a province by its name.
    """
    outcomes = _outcomes(held, claim)
    reference = held.picture.material.reference.code
    records = [(one.member.record, one.comparison) for one in outcomes]
    count = above_reference(
        claim.area, reference, [(record.indicator, pair) for record, pair in records if record]
    )
    years = tuple(sorted({str(one.comparison.period) for one in outcomes if one.comparison}))
    said = both(
        _COUNTED,
        place=place_of(held, claim.area),
        reference=place_of(held, reference),
        above=len(count.above),
        compared=count.compared,
        certain=len(count.certain),
        years=same(", ".join(years)) if years else _NO_YEAR,
        without=len(count.without_reference),
    )
    rule = held.picture.material.catalogue.guidance["two-areas"].text if "two-areas" in claim.marks else None
    figures = tuple(figure for one in outcomes for figure in one.figures)
    return Often(
        count=count,
        years=years,
        figures=figures,
        said=joined((said if count.compared else _NONE_HELD, rule)) or said,
    )


_NONE_HELD = Text(
    "Er zijn geen cijfers van beide gebieden om te vergelijken.",
    "No figures of both areas are held to compare.",
)


def _outcomes(held: Held, claim: Claim) -> tuple[Outcome, ...]:
    registered = [one.indicator.id for one in held.picture.records if not one.indicator.is_survey]
    names = claim.indicators or tuple(registered)
    plain = Claim(
        kind=claim.kind,
        sentence=claim.sentence,
        words=claim.words,
        area=claim.area,
        indicators=names,
        group=claim.group,
        start=claim.start,
        end=claim.end,
    )
    return comparisons(held, plain) if names else ()
