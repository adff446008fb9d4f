# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The verdict on a comparison of two changes in words, and the sentence that the figures carry."""

from __future__ import annotations

from baken.analysis.said import both, same
from baken.model.claim import Claim, Way
from baken.model.figure import Change
from baken.model.text import Language, Text
from baken.picture.claims.judge_comparisons import reference_of
from baken.picture.claims.judge_directions import way_of
from baken.picture.claims.judge_held import Held
from baken.picture.claims.judge_outcome import Outcome, Side
from baken.picture.claims.judged_words_figures import joined, name_of, names, place_of
from baken.picture.sentences import amount

_OTHER_WAY = Text("Het cijfer ging zelf niet die kant op.", "The figure itself did not go that way.")
_NOT_SO = {
    "stronger": Text(
        "Het cijfer veranderde niet sterker dan dat andere cijfer.",
        "The figure did not change more than that other figure.",
    ),
    "weaker": Text(
        "Het cijfer veranderde niet minder sterk dan dat andere cijfer.",
        "The figure did not change less than that other figure.",
    ),
    "even": Text(
        "De twee veranderingen verschillen, en dat is meer dan toeval.",
        "The two changes differ, and it is more than chance.",
    ),
}
_NOT_BETTER = Text(
    "De ontwikkeling was niet zoals gezegd, vergeleken met dat andere cijfer.",
    "The development was not as said, beside that other figure.",
)
_SO = Text(
    "Dat is zo, en het verschil tussen de twee veranderingen is meer dan toeval.",
    "That is so, and the difference between the two changes is more than chance.",
)
_EVEN = Text(
    "Het cijfer ging die kant op, en het verschil tussen de twee veranderingen kan toeval zijn.",
    "The figure went that way, and the difference between the two changes may be chance.",
)
_MAY_BE = Text(
    "De cijfers liggen wel zo, maar het verschil tussen de twee veranderingen, of de eigen verandering, kan "
    "toeval zijn.",
    "The figures do lie that way, but the difference between the two changes, or the change itself, may be "
    "chance.",
)
_OPEN = Text(
    "De cijfers liggen wel zo, maar of het verschil tussen de twee veranderingen toeval is, is niet "
    "uitgerekend.",
    "The figures do lie that way, but whether the difference between the two changes is chance was not "
    "worked out.",
)
_SEVERAL = Text("{count} van {total} zoals gezegd{names}.", "{count} of {total} as said{names}.")
_NAMES = Text(": {names}", ": {names}")
_CARRIED = Text(
    "{name}: {own} in {area} ({years}) en {theirs} in {about} ({others}). {doubt}",
    "{name}: {own} in {area} ({years}) and {theirs} in {about} ({others}). {doubt}",
)
_PROVEN = Text("Dat verschil is meer dan toeval.", "That difference is more than chance.")
_CHANCE = Text("Dat verschil kan toeval zijn.", "That difference may be chance.")
_UNKNOWN = Text(
    "Of dat verschil toeval is, is niet uitgerekend.", "Whether that difference is chance was not worked out."
)


def told_of_changes(held: Held, claim: Claim, outcomes: tuple[Outcome, ...]) -> Text:
    """Why the figures give this verdict; there is at least one figure that takes part."""
    known = [one for one in outcomes if one.goes is not None]
    if len(known) == 1:
        return _single(held, claim, known[0])
    right = [one for one in known if one.goes]
    listed = both(_NAMES, names=names(one.member for one in right)) if right else same("")
    loose = any(not one.carried for one in right)
    first = both(_SEVERAL, count=len(right), total=len(known), names=listed)
    return joined((first, _CHANCE if loose and right else None)) or first


def _single(held: Held, claim: Claim, one: Outcome) -> Text:
    way, mark = way_of(claim), _mark(claim)
    wrong = {Way.UP: Side.UP, Way.DOWN: Side.DOWN}.get(way) if way else None
    if not one.goes:
        if wrong is not None and one.side is not wrong:
            return _OTHER_WAY
        return _NOT_SO[mark] if wrong is not None else _NOT_BETTER
    if one.carried:
        return _EVEN if mark == "even" else _SO
    return _MAY_BE if _is_worked_out(held, claim) else _OPEN


def _mark(claim: Claim) -> str:
    return next(one for one in _NOT_SO if one in claim.marks)


def _is_worked_out(held: Held, claim: Claim) -> bool:
    return claim.against is None and reference_of(held, claim) == held.picture.material.reference.code


def carried_of_changes(held: Held, claim: Claim, outcomes: tuple[Outcome, ...]) -> Text | None:
    """Both changes, and whether their difference is more than chance where that was worked out."""
    return joined(_both_changes(held, claim, one) for one in outcomes)


def _both_changes(held: Held, claim: Claim, one: Outcome) -> Text | None:
    record, own, other = one.member.record, one.change, one.beside
    if record is None or own is None or other is None:
        return None
    about = one.member.area if claim.against else reference_of(held, claim)
    decimals = record.indicator.decimals
    return both(
        _CARRIED,
        name=name_of(one.member),
        own=_signed(own, decimals),
        theirs=_signed(other, decimals),
        area=place_of(held, one.member.area),
        about=place_of(held, about),
        years=f"{own.start}-{own.end}",
        others=f"{other.start}-{other.end}",
        doubt=_doubt(held, claim, one),
    )


def _signed(one: Change, decimals: int) -> Text:
    return Text(*(amount(one, decimals, language, signed=True) for language in Language))


def _doubt(held: Held, claim: Claim, one: Outcome) -> Text:
    if not _is_worked_out(held, claim) or one.differs is None:
        return _UNKNOWN
    return _PROVEN if one.differs else _CHANCE
