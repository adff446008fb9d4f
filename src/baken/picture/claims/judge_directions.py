# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Directions held against the figures: over the years that are named, or else over the main change."""

from __future__ import annotations

from dataclasses import replace

from baken.model.claim import Claim, StatedNumber, Way
from baken.model.figure import Change, Figure, NotJudged
from baken.picture.claims.judge_held import Held, Member
from baken.picture.claims.judge_numbers import change_fits
from baken.picture.claims.judge_outcome import Outcome, Side, Unheld, barred, is_that_way, way_for


def directions(held: Held, claim: Claim) -> tuple[Outcome, ...]:
    """What the figures of each member say of a direction."""
    return tuple(_outcome(held, claim, member) for member in held.members(claim))


def way_of(claim: Claim) -> Way | None:
    """Which way a claim points, in its words or else by its numbers."""
    number = claim.number
    if claim.way is not None or number is None:
        return claim.way
    low = number.before if number.before is not None else _neutral(number)
    return Way.UP if number.value > low else Way.DOWN if number.value < low else Way.SAME


def _neutral(number: StatedNumber) -> int:
    """Where neither way begins: once as much, or no change."""
    return 1 if number.unit == "times" else 0


def change_of(held: Held, claim: Claim, member: Member) -> Change | None:
    """The change over the years that a claim names, or else the main one as it was known then.

    One year alone is held against the year before; a start alone runs up to the newest figure.
    """
    if claim.start is None and claim.end is None:
        return held.main(member)
    newest = member.known[-1].observation.period.year if member.known else 0
    end = claim.end.year if claim.end else newest
    start = claim.start.year if claim.start else end - 1
    return held.between(member, end - 1 if start == end else start, end)


def _outcome(held: Held, claim: Claim, member: Member) -> Outcome:
    base = Outcome(member=member)
    if member.record is None:
        return replace(base, unheld=Unheld.CODE)
    found = change_of(held, claim, member)
    ends = _ends(member, found)
    if found is None or ends is None:
        return replace(base, unheld=barred(member, claim) or Unheld.NO_FIGURE)
    flat = float(held.picture.material.catalogue.country.flat_percent)
    base = replace(
        base,
        change=found,
        shown=ends,
        side=side_of(found, ends, flat),
        carried=found.supported_direction is not None,
        figures=tuple(held.figure(member, one) for one in ends),
        outdated=_speaks_of_now(claim) and held.is_outdated(member, found.end),
    )
    return judged_change(base, claim)


def _speaks_of_now(claim: Claim) -> bool:
    return claim.start is None and claim.end is None


def _ends(member: Member, found: Change | None) -> tuple[Figure, Figure] | None:
    if found is None:
        return None
    first, last = member.at(found.start.year), member.at(found.end.year)
    return (first, last) if first and last else None


def side_of(found: Change, ends: tuple[Figure, Figure], flat: float) -> Side:
    """Where a change goes; ``flat`` is how many per cent still count as about the same.

    No change is one that rounds to nothing at the decimals of the figure. Of two figures that are printed
    alike, the counts behind them may still differ by more than that.
    """
    if found.observed_change == 0:
        return Side.UNCHANGED if ends[0].value == ends[1].value else Side.FLAT
    if found.percent is not None and abs(float(found.percent)) <= flat:
        return Side.FLAT
    return Side.DOWN if found.observed_change < 0 else Side.UP


def judged_change(base: Outcome, claim: Claim) -> Outcome:
    """Hold the change of one member against the way and the number that are said."""
    record, found, side = base.member.record, base.change, base.side
    said = way_of(claim)
    if record is None or found is None or side is None or said is None:
        return base
    way = way_for(record.indicator, said)
    rule = barred(base.member, claim)
    if rule is None and found.reason is NotJudged.BREAK:
        rule = Unheld.BREAK
    if rule is None and way is None:
        rule = Unheld.NO_SIDE
    if rule is not None or way is None:
        return replace(base, unheld=rule)
    right = change_fits((base.shown[0], base.shown[1]), record.unit, claim.number) if claim.number else None
    if way is Way.SAME:
        same = side in (Side.FLAT, Side.UNCHANGED) or not base.carried
        return replace(base, goes=same, carried=True, right=right)
    return replace(base, goes=is_that_way(side, way), right=right)
