# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A number of several indicators together: only those that count apart in one system are added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from baken.model.claim import Claim, ClaimKind
from baken.model.figure import Figure, NotJudged
from baken.model.number import half_up
from baken.picture.changes import change
from baken.picture.claims.judge_directions import change_of, judged_change, side_of
from baken.picture.claims.judge_held import Held, Member
from baken.picture.claims.judge_levels import figure_of
from baken.picture.claims.judge_numbers import level_fits
from baken.picture.claims.judge_outcome import Outcome, Unheld, barred
from baken.picture.series import exact_value


def may_be_added(held: Held, claim: Claim) -> bool:
    """Whether the catalogue lets all indicators of a claim be added up."""
    members = held.members(claim)
    return all(one.record for one in members) and _forbidden(held, members) is None


def together(held: Held, claim: Claim) -> tuple[Outcome, ...]:
    """What the sum of all members says of a claim: for each of them the same, with its own figures."""
    members = held.members(claim)
    bare = [one for one in members if one.record is None]
    if bare:
        return tuple(Outcome(member=one, unheld=Unheld.CODE) for one in bare)
    rule = next((rule for one in members if (rule := barred(one, claim))), None) or _forbidden(held, members)
    if rule:
        return tuple(Outcome(member=one, unheld=rule) for one in members)
    return _level(held, claim, members) if claim.kind is ClaimKind.LEVEL else _change(held, claim, members)


def _forbidden(held: Held, members: Sequence[Member]) -> Unheld | None:
    """Why figures may not be added: another system, the same offences in both, or no counts at all."""
    found = [one.record.indicator for one in members if one.record]
    if len({one.system for one in found}) > 1:
        return Unheld.SYSTEMS
    codes = [{*one.covers, *one.numerator} for one in found]
    # In the total of a system each of its other codes counts too.
    totals = {held.picture.material.catalogue.systems[one.system].total for one in found}
    if any(one & other for one, other in combinations(codes, 2)) or any(one & totals for one in codes):
        return Unheld.OVERLAP
    countable = all(codes) and not any(one.is_survey for one in found)
    return None if countable and len({one.unit for one in found}) == 1 else Unheld.ADDING


def _level(held: Held, claim: Claim, members: Sequence[Member]) -> tuple[Outcome, ...]:
    shown = [figure_of(claim, one) for one in members]
    parts = [one for one in shown if one is not None]
    if len(parts) < len(members):
        return _missing(members, [one is None for one in shown])
    total, record = _sum(members, parts), members[0].record
    if total is None or record is None or claim.number is None:
        return tuple(Outcome(member=one, unheld=Unheld.ADDING) for one in members)
    right = level_fits(total, record.unit, claim.number)
    counted = claim.number.unit == "count" and right is not None
    return tuple(
        Outcome(
            member=one,
            goes=right,
            right=right,
            carried=True,
            unheld=Unheld.NO_COUNT if right is None else None,
            shown=(total,),
            figures=(held.figure(one, part, count=counted),),
            outdated=claim.end is None and held.is_outdated(one, part.observation.period),
        )
        for one, part in zip(members, parts, strict=True)
    )


def _missing(members: Sequence[Member], lost: Sequence[bool]) -> tuple[Outcome, ...]:
    pairs = zip(members, lost, strict=True)
    return tuple(Outcome(member=one, unheld=Unheld.NO_FIGURE) for one, is_lost in pairs if is_lost)


def _change(held: Held, claim: Claim, members: Sequence[Member]) -> tuple[Outcome, ...]:
    found = [change_of(held, claim, one) for one in members]
    first, record = found[0], members[0].record
    if first is None or record is None or any(one is None for one in found):
        return _missing(members, [one is None for one in found])
    ends = [(one.at(first.start.year), one.at(first.end.year)) for one in members]
    parts = [(one, other) for one, other in ends if one and other]
    if len(parts) < len(members):
        return _missing(members, [None in one for one in ends])
    before, after = (_sum(members, [each[place] for each in parts]) for place in (0, 1))
    if before is None or after is None:
        return tuple(Outcome(member=one, unheld=Unheld.ADDING) for one in members)
    if any(one and one.reason is NotJudged.BREAK for one in found):
        return tuple(Outcome(member=one, unheld=Unheld.BREAK) for one in members)
    catalogue = held.picture.material.catalogue
    summed = change(catalogue, record.indicator, before, after)
    base = Outcome(
        member=members[0],
        change=summed,
        shown=(before, after),
        side=side_of(summed, (before, after), float(catalogue.country.flat_percent)),
        carried=summed.supported_direction is not None,
    )
    judged = judged_change(base, claim)
    return tuple(
        replace(judged, member=one, figures=tuple(held.figure(one, each) for each in part))
        for one, part in zip(members, parts, strict=True)
    )


def _sum(members: Sequence[Member], parts: Sequence[Figure]) -> Figure | None:
    """The figures of one period as one; nothing where they are of other periods or populations."""
    seen, record = [one.observation for one in parts], members[0].record
    if record is None or len({(one.period, one.denominator) for one in seen}) > 1:
        return None
    counts = [one.count for one in seen if one.count is not None]
    exact = sum((exact_value(one, record.unit) for one in parts), Decimal(0))
    value = half_up(exact, record.indicator.decimals)
    total = replace(
        seen[0], value=value, count=sum(counts) if len(counts) == len(seen) else None, lower=None, upper=None
    )
    return replace(parts[0], observation=total, interval=None, implied=None)
