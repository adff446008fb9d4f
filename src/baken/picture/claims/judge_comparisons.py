# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Comparisons held against the figures: with the reference area by the margin, with others as printed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from baken.model.claim import Claim, StatedNumber, Way
from baken.model.figure import Comparison, Figure, Supported
from baken.picture.claims.judge_held import Held, Member
from baken.picture.claims.judge_numbers import fits, level_fits, relative_fits
from baken.picture.claims.judge_outcome import Outcome, Side, Unheld, barred, is_that_way, way_for

ALL_OTHERS = "*"
"""What a claim is ``about`` that holds an area against all others of its kind: the most, the least."""


def comparisons(held: Held, claim: Claim) -> tuple[Outcome, ...]:
    """What the figures of each member say of a comparison."""
    if claim.about != ALL_OTHERS:
        about = reference_of(held, claim)
        return tuple(_outcome(held, claim, one, about) for one in held.members(claim))
    return tuple(_outcome(held, claim, one, _rival(held, claim, one)) for one in held.members(claim))


def _rival(held: Held, claim: Claim, member: Member) -> str:
    """The area of the same kind that comes nearest to being the most, or the least; "?" without any."""
    area = held.picture.material.register.areas.get(member.area)
    found = []
    for one in held.picture.local_areas:
        if area is None or one.level is not area.level or one.code == area.code:
            continue
        other = held.member(member.id, one.code)
        year = _year(claim, member, other)
        theirs = other.at(year) if year else None
        if theirs is not None and theirs.value is not None:
            found.append((theirs.value, one.code))
    if not found:
        return "?"
    return (max(found) if claim.way is Way.UP else min(found))[1]


def reference_of(held: Held, claim: Claim) -> str:
    """The area that is compared with: the one named, or else the reference area of the municipality."""
    return claim.about or held.picture.material.reference.code


def _outcome(held: Held, claim: Claim, member: Member, about: str) -> Outcome:
    base = Outcome(member=member)
    if member.record is None:
        return replace(base, unheld=Unheld.CODE)
    other = held.member(member.id, about)
    year = _year(claim, member, other)
    own, theirs = (member.at(year), other.at(year)) if year else (None, None)
    if own is None or theirs is None or member.area == other.area:
        return replace(base, unheld=barred(member, claim) or Unheld.NO_FIGURE)
    found = held.comparison(member, other, year or 0)
    base = replace(
        base,
        comparison=found,
        shown=(own, theirs),
        side=_side(own, theirs),
        carried=found is not None and found.supported is not None,
        figures=(held.figure(member, own), held.figure(other, theirs)),
        outdated=claim.end is None
        and claim.start is None
        and held.is_outdated(member, own.observation.period),
    )
    worked_out = held.picture.material.reference.code in (member.area, other.area)
    judged = _judged(base, claim, worked_out=worked_out)
    # Between other areas the margin is not published, so it is not told either.
    return judged if worked_out else replace(judged, comparison=None)


def _year(claim: Claim, own: Member, other: Member) -> int | None:
    """The year that is named, or the newest in which both areas have a figure."""
    period = claim.end or claim.start
    if period is not None:
        return period.year
    theirs = {one.observation.period.year for one in other.known}
    years = [one.observation.period.year for one in own.known if one.observation.period.year in theirs]
    return years[-1] if years else None


def _side(own: Figure, theirs: Figure) -> Side:
    first, second = own.value or Decimal(0), theirs.value or Decimal(0)
    return Side.UNCHANGED if first == second else Side.UP if first > second else Side.DOWN


def _judged(base: Outcome, claim: Claim, *, worked_out: bool) -> Outcome:
    """Hold the two values against what is said; only with the reference area is the margin worked out."""
    record, side = base.member.record, base.side
    rule = barred(base.member, claim)
    if rule is not None or record is None or side is None or claim.way is None:
        return replace(base, unheld=rule)
    way = way_for(record.indicator, claim.way)
    if way is None:
        return replace(base, unheld=Unheld.NO_SIDE)
    right = _number_fits(base, claim.number) if claim.number else None
    if way is Way.SAME:
        return replace(base, goes=not base.carried, carried=worked_out, right=right)
    carried = worked_out and base.carried and _is_supported(base.comparison, way)
    return replace(base, goes=is_that_way(side, way), carried=carried, right=right)


def _is_supported(found: Comparison | None, way: Way) -> bool:
    wanted = Supported.UP if way is Way.UP else Supported.DOWN
    return found is not None and found.supported is wanted


def _number_fits(base: Outcome, number: StatedNumber) -> bool | None:
    record, (own, theirs) = base.member.record, base.shown
    if record is None or own.value is None or theirs.value is None:
        return None
    if number.before is not None:
        first = level_fits(own, record.unit, number)
        second = level_fits(theirs, record.unit, number, number.before)
        return None if first is None or second is None else first and second
    if number.unit in ("percent", "times"):
        return relative_fits([(theirs.value, own.value)], number)
    return level_fits(own, record.unit, number) is True or fits(own.value - theirs.value, number)
