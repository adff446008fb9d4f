# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Levels held against the figures: a number, "nothing at all", and the lowest or highest since a year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from baken.model.claim import Claim
from baken.model.figure import Figure
from baken.model.observation import Presence
from baken.picture.claims.judge_held import Held, Member
from baken.picture.claims.judge_numbers import level_fits
from baken.picture.claims.judge_outcome import Outcome, Unheld, barred

EXTREMES = ("lowest", "highest")


def levels(held: Held, claim: Claim) -> tuple[Outcome, ...]:
    """What the figures of each member say of a level."""
    return tuple(_outcome(held, claim, member) for member in held.members(claim))


def _outcome(held: Held, claim: Claim, member: Member) -> Outcome:
    base = Outcome(member=member)
    if member.record is None:
        return replace(base, unheld=Unheld.CODE)
    one = figure_of(claim, member)
    if one is None:
        return replace(base, unheld=barred(member, claim) or Unheld.NO_FIGURE)
    counted = claim.number is not None and claim.number.unit == "count" and one.observation.count is not None
    base = replace(
        base,
        carried=True,
        shown=(one,),
        figures=(held.figure(member, one, count=counted),),
        outdated=claim.start is None
        and claim.end is None
        and held.is_outdated(member, one.observation.period),
    )
    rule = barred(member, claim)
    return replace(base, unheld=rule) if rule else _judged(held, base, claim, one)


def figure_of(claim: Claim, member: Member) -> Figure | None:
    """The figure of the year that is named, or the newest."""
    period = claim.end or claim.start
    if period is not None:
        return member.at(period.year)
    return member.known[-1] if member.known else None


def _judged(held: Held, base: Outcome, claim: Claim, one: Figure) -> Outcome:
    record = base.member.record
    if claim.marks.intersection(EXTREMES):
        return _extreme(held, base, claim, one)
    if record is None or (claim.number is None and "none" not in claim.marks):
        return base
    if claim.number is None:
        return replace(base, goes=(one.observation.count or one.value) == 0)
    right = level_fits(one, record.unit, claim.number)
    if right is None:
        return replace(base, unheld=Unheld.NO_COUNT)
    return replace(base, goes=right, right=right)


def _extreme(held: Held, base: Outcome, claim: Claim, one: Figure) -> Outcome:
    """Whether a figure is the lowest or highest of all since the start, by the values as printed.

    A tie counts. A year without a figure leaves it open, unless a year that is held settles it.
    """
    record, period = base.member.record, one.observation.period
    if record is None or one.value is None:
        return base
    first = claim.start.year if claim.start and claim.start != claim.end else 0
    others = [
        other
        for other in base.member.known
        if first <= other.observation.period.year <= period.year and other is not one
    ]
    beyond = [other for other in others if _beats(other, one.value, claim)]
    if beyond:
        rival = max(beyond, key=lambda other: abs((other.value or Decimal(0)) - (one.value or Decimal(0))))
        figures = (*base.figures, held.figure(base.member, rival))
        return replace(base, goes=False, right=False, shown=(one, rival), figures=figures)
    if not others or _has_gaps(base.member, first, period.year):
        return replace(base, unheld=Unheld.NO_FIGURE)
    return replace(base, goes=True, right=True, shown=(one, others[0]))


def _beats(other: Figure, value: Decimal, claim: Claim) -> bool:
    if other.value is None:
        return False
    return other.value < value if "lowest" in claim.marks else other.value > value


def _has_gaps(member: Member, first: int, last: int) -> bool:
    """Whether a year from the first on should have a figure and has none; a survey has years off."""
    record = member.record
    if record is None or not record.figures:
        return True
    held = [one for one in record.figures if first <= one.observation.period.year <= last]
    lost = any(one.value is None and one.observation.presence is not Presence.NOT_MEASURED for one in held)
    return lost or (first > 0 and record.figures[0].observation.period.year > first)
