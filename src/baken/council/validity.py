# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a vote was valid and what came of it, under every reading of a text that contradicts itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from baken.council.vote import Outcome, Place, Side, Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class VotingRules:
    """The rules of a vote. Both shares must be exceeded: with 39 seats more than 19.5 is 20.

    The articles are named in messages and decide nothing; they are those of the Gemeentewet and are to be
    confirmed by whoever uses them. ``abstention_allowed`` is about a vote by roll-call.
    """

    quorum_share: Fraction = Fraction(1, 2)
    majority_share: Fraction = Fraction(1, 2)
    abstention_allowed: bool = False
    quorum_article: str = "artikel 29 Gemeentewet"
    majority_article: str = "artikel 30 Gemeentewet"
    abstention_article: str = "artikel 32 Gemeentewet"

    def __post_init__(self) -> None:
        if not (0 <= self.quorum_share < 1 and 0 <= self.majority_share < 1):
            raise ValueError("a share must lie between 0 and 1")

    def quorum(self, seats: int) -> int:
        """The least number of members that must take part."""
        return int(seats * self.quorum_share) + 1

    def majority(self, cast: int) -> int:
        """The least number of votes in favour that adopts, of so many votes cast."""
        return int(cast * self.majority_share) + 1

    def outcome(self, favour: int, against: int) -> Outcome:
        """What the numbers lead to. An even split of the votes is a tie."""
        if favour >= self.majority(favour + against):
            return Outcome.ADOPTED
        return Outcome.TIED if favour == against and favour else Outcome.REJECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """What is known of the council on the day of a vote: its seats, and those of each faction."""

    seats: int | None = None
    factions: Mapping[str, int] = field(default_factory=dict)

    def seats_of(self, faction: str) -> int | None:
        """The seats of a faction, capitals aside; None if it is not known."""
        names = {name.casefold(): seats for name, seats in self.factions.items()}
        return names.get(faction.casefold())


class Source(StrEnum):
    """Where a reading of a vote takes its numbers from."""

    NAMED = "named"
    LISTS = "stated at the lists"
    CONCLUSION = "concluded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading of a vote, and what follows from it; quorum and ``quorate`` are None without seats."""

    source: Source
    favour: int
    against: int
    majority: int
    outcome: Outcome
    quorum: int | None = None
    quorate: bool | None = None

    @property
    def cast(self) -> int:
        """Votes in favour and against; abstentions are no votes."""
        return self.favour + self.against


def counted(vote: Vote, side: Side, council: Council) -> int | None:
    """How many members the lists of a side name, with the seats of factions that are named without number."""
    if not any(one.side == side for one in vote.lists):
        return None
    total = len(vote.voters(side))
    for one in vote.factions(side):
        count = council.seats_of(one.faction) if one.count is None else one.count
        if count is None:
            return None
        total += count
    return total


def read_outcomes(
    vote: Vote, council: Council | None = None, rules: VotingRules | None = None
) -> tuple[Reading, ...]:
    """Return every reading that gives numbers for both sides, with quorum, majority and outcome.

    Votes that were taken without a count have no reading. A side without members counts as nought only where
    the text says that the vote was unanimous, or states a nought.
    """
    council, rules = council or Council(), rules or VotingRules()
    found = []
    for source in Source:
        favour, against = (_number(vote, side, source, council) for side in (Side.FOR, Side.AGAINST))
        if favour is None or against is None:
            continue
        quorum = rules.quorum(council.seats) if council.seats else None
        found.append(
            Reading(
                source=source,
                favour=favour,
                against=against,
                majority=rules.majority(favour + against),
                outcome=rules.outcome(favour, against),
                quorum=quorum,
                quorate=favour + against >= quorum if quorum else None,
            )
        )
    return tuple(found)


def _number(vote: Vote, side: Side, source: Source, council: Council) -> int | None:
    if source is Source.NAMED:
        number = counted(vote, side, council)
        if number is None and not any(one.side == side for one in vote.lists):
            return 0 if any(one.side == side and one.count == 0 for one in vote.stated) else None
        return number
    place = Place.LIST if source is Source.LISTS else Place.CONCLUSION
    stated = vote.stated_at(side, place)
    return stated[0].count if stated else None
