# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Claims held against the figures: first the rules that go before the figures, then the figures.

The verdicts mean what ``tests/picture/claims/labelled/README.md`` says. A figure counts only if its period
was over on the day of the document; newer ones are named apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from baken.analysis.said import both
from baken.model.claim import Claim, ClaimKind, ClaimVerdict, JudgedClaim, StatedNumber
from baken.model.period import PeriodKind
from baken.model.text import Language, Text
from baken.picture.claims import judged_words_rules as rules
from baken.picture.claims.judge_changes import changes
from baken.picture.claims.judge_comparisons import ALL_OTHERS, comparisons, reference_of
from baken.picture.claims.judge_directions import directions, way_of
from baken.picture.claims.judge_held import Held
from baken.picture.claims.judge_levels import EXTREMES, levels
from baken.picture.claims.judge_often import counted
from baken.picture.claims.judge_outcome import Outcome, Side, is_outdated, verdict_of
from baken.picture.claims.judge_together import may_be_added, together
from baken.picture.claims.judged_words import newer_of, reason_of
from baken.picture.claims.judged_words_changes import carried_of_changes, told_of_changes
from baken.picture.claims.judged_words_figures import (
    carried_changes,
    carried_comparisons,
    carried_levels,
    joined,
    placed,
)
from baken.picture.claims.judged_words_settle import settle_of
from baken.picture.claims.judged_words_together import carried_together
from baken.picture.claims.places_names import name_of_other
from baken.picture.sentences import level

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture

_MOST_NEWER = 3
_SUBPERIODS = (PeriodKind.MONTH, PeriodKind.QUARTER)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A verdict that does not rest on the figures, and its words."""

    verdict: ClaimVerdict
    reason: Text
    settle: Text


def judge(claim: Claim, picture: SafetyPicture, said: date) -> JudgedClaim:
    """Hold a claim against the figures of a picture.

    Args:
        claim: what a sentence asserts.
        picture: the picture of the municipality; its day may be later than that of the document.
        said: the day of the document: only figures of periods that were over by then count.

    """
    held = Held(picture, said)
    rule = _rule(held, claim)
    if rule is None:
        return _by_figures(held, claim)
    if rule.verdict is ClaimVerdict.TOO_GENERAL and claim.kind is ClaimKind.COMPARISON:
        return _often(held, claim, rule)
    outcomes = _outcomes(held, claim) if _has_subject(held, claim) else ()
    return replace(
        _shown(held, claim, outcomes),
        verdict=rule.verdict,
        reason=rule.reason,
        settle=rule.settle,
    )


def _rule(held: Held, claim: Claim) -> _Rule | None:
    """The rules that go before the figures, the first that applies."""
    marks = claim.marks
    general = ClaimVerdict.TOO_GENERAL
    if claim.kind is ClaimKind.CAUSE:
        if "source" in marks:
            return _Rule(ClaimVerdict.NOT_JUDGEABLE, rules.STUDY, rules.SETTLE_STUDY)
        return _Rule(ClaimVerdict.CAUSE_WITHOUT_SOURCE, rules.CAUSE, rules.SETTLE_CAUSE)
    if claim.kind is ClaimKind.RESULT:
        return _Rule(general, rules.RESULT, rules.SETTLE_RESULT)
    if "parts" in marks:
        return _Rule(general, rules.PARTS, rules.SETTLE_PARTS)
    if "vague" in marks or (_says_nothing(claim) and "population" not in marks):
        return _Rule(general, rules.VAGUE, rules.SETTLE_VAGUE)
    return _without_figures(held, claim)


def _says_nothing(claim: Claim) -> bool:
    """Whether there is neither a number nor a way, so that no figure could be held against it."""
    if claim.kind is ClaimKind.LEVEL:
        return claim.number is None and not claim.marks.intersection((*EXTREMES, "none"))
    return way_of(claim) is None if claim.kind is ClaimKind.DIRECTION else claim.way is None


def _without_figures(held: Held, claim: Claim) -> _Rule | None:
    """Subjects, places and times for which no figure can be held."""
    last = claim.end or claim.start
    place = claim.area if not held.knows_area(claim.area) else claim.about
    checks = (
        (rules.SUBJECT, rules.SETTLE_SUBJECT, not claim.indicators and not claim.group),
        (
            _other_place(held, place),
            rules.SETTLE_PLACE,
            bool(place) and place != ALL_OTHERS and not held.knows_area(place),
        ),
        (rules.FUTURE, rules.SETTLE_FUTURE, last is not None and last.end > held.said),
        (rules.SUBPERIOD, rules.SETTLE_SUBPERIOD, _is_subperiod(claim)),
        (rules.SPAN, rules.SETTLE_SPAN, _spans(claim)),
    )
    found = next(((reason, settle) for reason, settle, holds in checks if holds), None)
    return _Rule(ClaimVerdict.NOT_JUDGEABLE, *found) if found else None


def _other_place(held: Held, code: str) -> Text:
    """Why an area cannot be judged: it is another municipality, or one that nobody knows."""
    name = name_of_other(held.picture, code)
    return both(rules.OTHER_TOWN, name=name) if name else rules.PLACE


def _is_subperiod(claim: Claim) -> bool:
    periods = [one for one in (claim.start, claim.end) if one is not None]
    return "subperiod" in claim.marks or any(one.kind in _SUBPERIODS for one in periods)


def _spans(claim: Claim) -> bool:
    """Whether one level or comparison is said of several years, which no single figure is of."""
    years = {one.year for one in (claim.start, claim.end) if one is not None}
    single = claim.kind in (ClaimKind.LEVEL, ClaimKind.COMPARISON)
    return single and len(years) > 1 and not claim.marks.intersection((*EXTREMES, "change"))


def _has_subject(held: Held, claim: Claim) -> bool:
    return bool(claim.indicators or claim.group) and held.knows_area(claim.area)


def _is_summed(held: Held, claim: Claim) -> bool:
    """Whether a claim is about the sum of its indicators; without a number, only if they may be added."""
    if "together" not in claim.marks or claim.kind not in (ClaimKind.LEVEL, ClaimKind.DIRECTION):
        return False
    return claim.number is not None or (claim.kind is ClaimKind.DIRECTION and may_be_added(held, claim))


def _outcomes(held: Held, claim: Claim) -> tuple[Outcome, ...]:
    if _is_summed(held, claim):
        return together(held, claim)
    if claim.kind is ClaimKind.LEVEL:
        return levels(held, claim)
    if "change" in claim.marks and claim.kind is ClaimKind.COMPARISON:
        return changes(held, claim)
    return comparisons(held, claim) if claim.kind is ClaimKind.COMPARISON else directions(held, claim)


def _by_figures(held: Held, claim: Claim) -> JudgedClaim:
    outcomes = _outcomes(held, claim)
    verdict = verdict_of(outcomes, claim)
    # Old figures cannot bear out or refute what is said of now; that they go different ways still stands.
    if verdict is not ClaimVerdict.PARTLY and is_outdated(outcomes):
        verdict = ClaimVerdict.NOT_JUDGEABLE
    return replace(
        _told(held, claim, outcomes),
        verdict=verdict,
        reason=_reason(held, claim, outcomes, verdict),
        settle=settle_of(held, claim, outcomes, verdict),
    )


def _reason(held: Held, claim: Claim, outcomes: tuple[Outcome, ...], verdict: ClaimVerdict) -> Text:
    if "change" in claim.marks and any(one.goes is not None for one in outcomes):
        return told_of_changes(held, claim, outcomes)
    if _is_summed(held, claim) and any(one.goes is not None for one in outcomes):
        return reason_of(claim, outcomes[:1], verdict)
    return reason_of(claim, outcomes, verdict)


def _shown(held: Held, claim: Claim, outcomes: tuple[Outcome, ...]) -> JudgedClaim:
    """The figures beside a claim and the sentence that they carry; the verdict is still to come."""
    return JudgedClaim(
        claim=claim,
        verdict=ClaimVerdict.NOT_JUDGEABLE,
        reason=rules.SUBJECT,
        figures=tuple(dict.fromkeys(figure for one in outcomes for figure in one.figures)),
        unheld=_ids(one for one in outcomes if not one.figures),
        carried=_carried(held, claim, outcomes),
        newer=_newer(held, outcomes),
    )


def _told(held: Held, claim: Claim, outcomes: tuple[Outcome, ...]) -> JudgedClaim:
    """The same, with which figures go the way of the claim and which do not."""
    known = [one for one in outcomes if one.goes is not None]
    other = [one for one in known if not one.goes]
    return replace(
        _shown(held, claim, outcomes),
        agreeing=_ids(one for one in known if one.goes),
        disagreeing=_ids(one for one in other if one.side not in (Side.FLAT, Side.UNCHANGED)),
        flat=_ids(one for one in other if one.side is Side.FLAT),
        unchanged=_ids(one for one in other if one.side is Side.UNCHANGED),
        unproven=_ids(one for one in known if not one.carried),
        unjudged=_ids(one for one in outcomes if one.goes is None and one.figures),
        outdated=_ids(one for one in known if one.outdated),
    )


def _ids(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.id for one in outcomes))


def _carried(held: Held, claim: Claim, outcomes: tuple[Outcome, ...]) -> Text | None:
    if _is_summed(held, claim):
        return carried_together(held, outcomes)
    if claim.kind is ClaimKind.LEVEL:
        extreme = next((one for one in EXTREMES if one in claim.marks), "")
        return carried_levels(held, outcomes, extreme=extreme)
    if "change" in claim.marks and claim.kind is ClaimKind.COMPARISON:
        return carried_of_changes(held, claim, outcomes)
    if claim.kind is ClaimKind.COMPARISON:
        return carried_comparisons(held, outcomes, reference_of(held, claim))
    return carried_changes(held, outcomes, counts=_is_of_counts(claim.number))


def _is_of_counts(number: StatedNumber | None) -> bool:
    return number is not None and number.unit == "count"


def _newer(held: Held, outcomes: tuple[Outcome, ...]) -> Text | None:
    """The newer figures of the first few members, in words."""
    said = []
    for one in outcomes[:_MOST_NEWER]:
        record, latest = one.member.record, held.newer(one.member)
        if record is not None and latest is not None:
            said.append(placed(held, one.member, Text(*(level(record, latest, each) for each in Language))))
    found = joined(said)
    return newer_of(found) if found else None


def _often(held: Held, claim: Claim, rule: _Rule) -> JudgedClaim:
    """A comparison that is too general, with how many figures of which years it would be true of."""
    if not held.knows_area(claim.area):
        return replace(_shown(held, claim, ()), verdict=rule.verdict, reason=rule.reason, settle=rule.settle)
    found = counted(held, claim)
    agreeing, disagreeing = found.sides(claim.way)
    return replace(
        _shown(held, claim, ()),
        verdict=rule.verdict,
        reason=joined((rule.reason, found.said)) or rule.reason,
        settle=rules.SETTLE_OFTEN,
        figures=found.figures,
        agreeing=agreeing,
        disagreeing=disagreeing,
        unproven=tuple(name for name in found.count.above if name not in found.count.certain),
        unheld=found.count.without_reference,
        carried=found.said if found.count.compared else None,
    )
