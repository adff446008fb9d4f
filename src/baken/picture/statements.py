# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Statements from documents, kept as records and held against the figures like any other claim.

The judging is that of ``baken.picture.claims``; here stands what a kept statement asserts, and which of its
indicators went which way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from baken.model.claim import Claim, ClaimKind, ClaimVerdict, JudgedClaim, Way
from baken.model.finding import Statement, StatementCheck, Verdict
from baken.model.period import Period, PeriodKind
from baken.model.remark import Span
from baken.model.text import Text
from baken.picture.claims.judge import judge
from baken.picture.claims.judge_directions import directions
from baken.picture.claims.judge_held import Held
from baken.picture.claims.judge_often import counted
from baken.picture.claims.judge_outcome import Outcome, Side
from baken.picture.claims.judged_words import told_in_full

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture

_NO_FIGURES = Text("Over dit onderwerp zijn geen cijfers.", "There are no figures on this subject.")
_WAYS = {"down": Way.DOWN, "up": Way.UP, "above": Way.UP}
_VERDICTS = {
    ClaimVerdict.SUPPORTED: Verdict.HOLDS,
    ClaimVerdict.PARTLY: Verdict.NOT_FOR_ALL,
    ClaimVerdict.CONTRADICTED: Verdict.CONTRADICTED,
}


def check(picture: SafetyPicture, statement: Statement) -> StatementCheck:
    """Hold one statement against the figures that were known when it was made."""
    claim, held = _claim(picture, statement), Held(picture, statement.said)
    if claim.kind is ClaimKind.COMPARISON:
        return _check_above(held, claim, statement)
    outcomes = tuple(
        one for one in directions(held, claim) if one.member.record and one.member.record.figures
    )
    judged = judge(claim, picture, statement.said)
    return StatementCheck(
        statement=statement,
        verdict=_verdict(judged, outcomes),
        explanation=told_in_full(outcomes) if outcomes else _NO_FIGURES,
        down=_ids(outcomes, Side.DOWN),
        up=_ids(outcomes, Side.UP),
        flat=_ids(outcomes, Side.FLAT),
        unchanged=_ids(outcomes, Side.UNCHANGED),
        without_figures=_ids(outcomes, None),
    )


def _claim(picture: SafetyPicture, statement: Statement) -> Claim:
    """What a statement asserts. "Above" says neither how many nor which, so it is too general."""
    material, whole = picture.material, Span(0, len(statement.quote))
    above = statement.direction == "above"
    beside = any(material.register[code].name in statement.quote for code in material.municipality.within)
    return Claim(
        kind=ClaimKind.COMPARISON if above else ClaimKind.DIRECTION,
        sentence=whole,
        words=whole,
        area=material.municipality.code,
        indicators=statement.indicators,
        group="" if statement.indicators else statement.kind,
        start=_year(None if above else statement.start),
        end=_year(statement.end),
        way=_WAYS[statement.direction],
        marks=frozenset((*(("vague",) if above else ()), *(("two-areas",) if beside else ()))),
    )


def _year(year: int | None) -> Period | None:
    return None if year is None else Period(PeriodKind.YEAR, year)


def _ids(outcomes: tuple[Outcome, ...], side: Side | None) -> tuple[str, ...]:
    return tuple(one.id for one in outcomes if one.side is side)


def _verdict(judged: JudgedClaim, outcomes: tuple[Outcome, ...]) -> Verdict:
    """A statement about several indicators holds only if each of them has figures, none of them too old."""
    with_figures = [one for one in outcomes if one.side is not None]
    if all(one.outdated for one in with_figures):
        return Verdict.NOT_SUPPORTED
    found = _VERDICTS.get(judged.verdict, Verdict.NOT_SUPPORTED)
    complete = len(with_figures) == len(outcomes)
    return Verdict.NOT_FOR_ALL if found is Verdict.HOLDS and not complete else found


def _check_above(held: Held, claim: Claim, statement: Statement) -> StatementCheck:
    found = counted(held, claim)
    return StatementCheck(
        statement=statement,
        verdict=Verdict.NOT_QUANTIFIED,
        explanation=found.said,
        up=found.count.above,
        down=found.count.not_above,
        without_figures=found.count.without_reference,
    )
