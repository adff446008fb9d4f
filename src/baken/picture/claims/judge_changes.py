# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison of two changes: of two areas over the same years, or of one area at two times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from baken.methods.rates.relative_change import relative_change
from baken.model.claim import Claim, ClaimKind, Way
from baken.model.figure import Change, Figure, NotJudged
from baken.model.indicator import ChangeScale
from baken.picture.claims.judge_comparisons import reference_of
from baken.picture.claims.judge_directions import change_of, side_of
from baken.picture.claims.judge_held import Held, Member
from baken.picture.claims.judge_numbers import change_fits
from baken.picture.claims.judge_outcome import Outcome, Unheld, barred, is_that_way, way_for

_LEFT_OPEN = (Way.BETTER, Way.WORSE)
Ends = tuple[Figure, Figure]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two changes with their ends; ``proven`` is nothing where nobody works out whether they differ."""

    own: Change
    other: Change
    ends: Ends
    other_ends: Ends
    proven: bool | None

    @property
    def further(self) -> Decimal:
        """How much further up the own change goes: in per cent, or in the unit of a figure without."""
        own, other = self.own, self.other
        relative = own.scale is ChangeScale.PERCENT
        if relative and own.percent is not None and other.percent is not None:
            return own.percent - other.percent
        return own.observed_change - other.observed_change


def changes(held: Held, claim: Claim) -> tuple[Outcome, ...]:
    """What the figures of each member say of a comparison of changes."""
    return tuple(_outcome(held, claim, member) for member in held.members(claim))


def _outcome(held: Held, claim: Claim, member: Member) -> Outcome:
    base = Outcome(member=member)
    if member.record is None:
        return replace(base, unheld=Unheld.CODE)
    rule = barred(member, replace(claim, kind=ClaimKind.DIRECTION))
    other = member if claim.against else held.member(member.id, reference_of(held, claim))
    pair = _pair(held, claim, member, other)
    if pair is None or (member.area == other.area and claim.against is None):
        return replace(base, unheld=rule or Unheld.NO_FIGURE)
    flat = float(held.picture.material.catalogue.country.flat_percent)
    base = replace(
        base,
        change=pair.own,
        beside=pair.other,
        differs=pair.proven,
        shown=pair.ends,
        side=side_of(pair.own, pair.ends, flat),
        figures=(
            *(held.figure(member, one) for one in pair.ends),
            *(held.figure(other, one) for one in pair.other_ends),
        ),
        outdated=claim.start is None and claim.end is None and held.is_outdated(member, pair.own.end),
    )
    if rule is None and NotJudged.BREAK in (pair.own.reason, pair.other.reason):
        rule = Unheld.BREAK
    return replace(base, unheld=rule) if rule else _judged(base, claim, pair)


def _pair(held: Held, claim: Claim, member: Member, other: Member) -> _Pair | None:
    own = change_of(held, claim, member)
    if own is None:
        return None
    years = claim.against or (own.start, own.end)
    beside = held.between(other, years[0].year, years[1].year)
    ends, other_ends = _ends(member, own), _ends(other, beside)
    if beside is None or ends is None or other_ends is None:
        return None
    # Only with the reference area is the margin worked out, as it is for levels.
    worked_out = claim.against is None and other.area == held.picture.material.reference.code
    return _Pair(own, beside, ends, other_ends, _proven(ends, other_ends) if worked_out else None)


def _ends(member: Member, found: Change | None) -> Ends | None:
    first = member.at(found.start.year) if found else None
    last = member.at(found.end.year) if found else None
    return (first, last) if first and last else None


def _proven(ends: Ends, other: Ends) -> bool | None:
    """Whether two rates changed differently beyond chance, by the ratio of their changes.

    The interval is that of four counts; the growth of the two populations shifts it.
    """
    seen = [one.observation for one in (*ends, *other)]
    if not all(one.count and one.denominator for one in seen):
        return None
    found = relative_change([one.count for one in seen[:2]], [one.count for one in seen[2:]])
    people = [float(one.denominator or 1) for one in seen]
    growth = people[1] / people[0] / (people[3] / people[2])
    return not found.lower / growth <= 1 <= found.upper / growth


def _judged(base: Outcome, claim: Claim, pair: _Pair) -> Outcome:
    """The own change must go the way that is said, and further than the other one, or less far."""
    record, side = base.member.record, base.side
    way = way_for(record.indicator, claim.way) if record and claim.way else None
    if record is None or way is None or side is None:
        return replace(base, unheld=Unheld.NO_SIDE)
    right = change_fits(pair.ends, record.unit, claim.number) if claim.number else None
    further = pair.further if way is Way.UP else -pair.further
    goes = claim.way in _LEFT_OPEN or is_that_way(side, way)
    own_proven = claim.way in _LEFT_OPEN or pair.own.supported_direction is not None
    if "even" in claim.marks:
        carried = own_proven and pair.proven is not None
        return replace(base, goes=goes and not pair.proven, carried=carried, right=right)
    goes = goes and (further < 0 if "weaker" in claim.marks else further > 0)
    return replace(base, goes=goes, carried=own_proven and pair.proven is True, right=right)
