# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the figures of one member say of a claim, and the verdict that follows for all members together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from baken.model.claim import Claim, ClaimKind, ClaimVerdict, HeldFigure, Way
from baken.model.figure import Change, Comparison, Figure
from baken.model.indicator import Direction, Indicator
from baken.model.offence import Initiative
from baken.picture.claims.judge_held import Member

_ABOUT_CHANGE = (ClaimKind.DIRECTION, ClaimKind.CAUSE, ClaimKind.RESULT)


class Side(StrEnum):
    """Where a figure went or lies, as printed; what it proves is another thing."""

    DOWN = "down"
    UP = "up"
    FLAT = "flat"
    UNCHANGED = "unchanged"


class Unheld(StrEnum):
    """Why a member takes no part."""

    CODE = "no indicator"
    NO_FIGURE = "no figure"
    BREAK = "series break"
    NO_SIDE = "neither way is better"
    NO_COUNT = "no count"
    LOOKING = "found by looking"
    VICTIMS = "registered, not victims"
    PERSONS = "incidents, not persons"
    POPULATION = "another population"
    SYSTEMS = "other counting systems"
    OVERLAP = "counts the same"
    ADDING = "cannot be added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One member held against a claim.

    ``goes``: whether its figures go the way that is said, nothing where it takes no part (``unheld`` says
    why). ``carried``: whether that is more than chance. ``right``: whether the number is that of the
    figures, nothing where none is stated or it is not held. ``beside`` is the change that ``change`` is held
    against, where a sentence compares two; ``differs`` says whether they do beyond chance, nothing where
    nobody works it out.
    """

    member: Member
    goes: bool | None = None
    carried: bool = False
    right: bool | None = None
    side: Side | None = None
    unheld: Unheld | None = None
    change: Change | None = None
    comparison: Comparison | None = None
    beside: Change | None = None
    differs: bool | None = None
    figures: tuple[HeldFigure, ...] = ()
    shown: tuple[Figure, ...] = ()
    outdated: bool = False

    @property
    def id(self) -> str:
        """The indicator."""
        return self.member.id


def verdict_of(outcomes: Iterable[Outcome], claim: Claim) -> ClaimVerdict:
    """The verdict on one or several members; those that take no part are left out."""
    known = [one for one in outcomes if one.goes is not None]
    if not known:
        return ClaimVerdict.NOT_JUDGEABLE
    if not any(one.goes for one in known):
        return ClaimVerdict.CONTRADICTED
    if not all(one.goes for one in known):
        return ClaimVerdict.PARTLY
    right = not claim.states_figure or all(one.right for one in known)
    if all(one.carried for one in known):
        return ClaimVerdict.SUPPORTED if right else ClaimVerdict.PARTLY
    # Right numbers of a change that may be chance are right in part; a difference that may be chance is open.
    partly = claim.kind is ClaimKind.DIRECTION and claim.states_figure and right
    return ClaimVerdict.PARTLY if partly else ClaimVerdict.NOT_JUDGEABLE


def is_outdated(outcomes: Sequence[Outcome]) -> bool:
    """Whether every figure that takes part was too old to speak of now."""
    known = [one for one in outcomes if one.goes is not None]
    return bool(known) and all(one.outdated for one in known)


def barred(member: Member, claim: Claim) -> Unheld | None:
    """The rule that goes before the figures: why those of a member cannot speak on a claim, if so."""
    record = member.record
    if record is None:
        return None
    marks, registered = claim.marks, record.indicator.concept == "registered"
    found_by_looking = record.initiative is Initiative.HAAL and "registrations" not in marks
    rules = (
        (Unheld.VICTIMS, "victims" in marks and registered),
        (Unheld.PERSONS, "persons" in marks and registered and not record.indicator.of_persons),
        (Unheld.POPULATION, "population" in marks),
        (Unheld.LOOKING, found_by_looking and claim.kind in _ABOUT_CHANGE),
    )
    return next((rule for rule, holds in rules if holds), None)


def way_for(indicator: Indicator, way: Way) -> Way | None:
    """Which way the figures of an indicator go when it gets better or worse; nothing where neither way is."""
    if way not in (Way.BETTER, Way.WORSE):
        return way
    if indicator.direction is Direction.AMBIGUOUS:
        return None
    up = (indicator.direction is Direction.HIGHER) is (way is Way.BETTER)
    return Way.UP if up else Way.DOWN


def is_that_way(side: Side, way: Way) -> bool:
    """Whether a side is the one that is said: up or down."""
    return (side, way) in ((Side.UP, Way.UP), (Side.DOWN, Way.DOWN))
