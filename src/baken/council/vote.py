# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The records of a vote: who voted which way, what is stated about it, and where."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.remark import Span


class Side(StrEnum):
    """Which way a member voted, or why there is no vote of a member."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    ABSENT = "absent"


class Title(StrEnum):
    """How a document addresses a member."""

    SIR = "dhr."
    MADAM = "mw."
    NONE = ""


class Outcome(StrEnum):
    """What became of the matter that was voted on."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    TIED = "tied"
    HELD_OVER = "held over"
    WITHDRAWN = "withdrawn"


class Manner(StrEnum):
    """How the vote was taken, as far as the text says."""

    COUNTED = "counted"
    UNANIMOUS = "unanimous"
    WITHOUT_VOTE = "without a vote"


class Matter(StrEnum):
    """What was voted on."""

    PROPOSAL = "proposal"
    AMENDMENT = "amendment"
    MOTION = "motion"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """A named member: the surname with its particles, and what stands with it; ``faction`` may be empty."""

    name: str
    faction: str
    span: Span
    title: Title = Title.NONE
    initials: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """By what a member is told from another in one document: capitals and dots aside."""
        initials = "".join(letter for letter in self.initials if letter.isalpha())
        return self.name.casefold(), initials.casefold(), self.faction.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactionVote:
    """A faction that is named as a whole; ``count`` is None where the text gives no number of members."""

    faction: str
    count: int | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SideList:
    """One list of a vote: the members and factions on a side."""

    side: Side
    span: Span
    voters: tuple[Voter, ...] = ()
    factions: tuple[FactionVote, ...] = ()


class Place(StrEnum):
    """Where a number is stated: at the head of a list, or where the outcome is concluded."""

    LIST = "list"
    CONCLUSION = "conclusion"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedCount:
    """A number that the text states for a side."""

    side: Side
    count: int
    place: Place
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The meeting that a text is about; ``item`` is kept as printed (*9*, *7.a*), empty if not stated."""

    on: date | None = None
    item: str = ""
    span: Span | None = None
    item_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One vote as the text records it; nothing is filled in.

    ``number`` is the mark of an amendment or motion (*A1*), as printed.
    """

    matter: Matter
    number: str
    span: Span
    lists: tuple[SideList, ...] = ()
    stated: tuple[StatedCount, ...] = ()
    outcome: Outcome | None = None
    outcome_span: Span | None = None
    manner: Manner | None = None
    meeting: Meeting = Meeting()

    def voters(self, side: Side) -> tuple[Voter, ...]:
        """The named members on a side, in the order of the text."""
        return tuple(voter for one in self.lists if one.side == side for voter in one.voters)

    def factions(self, side: Side) -> tuple[FactionVote, ...]:
        """The factions that are named as a whole on a side."""
        return tuple(faction for one in self.lists if one.side == side for faction in one.factions)

    def counted(self, side: Side) -> int | None:
        """How many members the lists of a side name; None where there is no list, or a faction without
        number."""
        if not any(one.side == side for one in self.lists):
            return None
        counts = [one.count for one in self.factions(side)]
        if any(count is None for count in counts):
            return None
        return len(self.voters(side)) + sum(count or 0 for count in counts)

    def faction_totals(self, side: Side) -> dict[str, int | None]:
        """Votes per faction on a side, in the order of the text; None where the text gives no number."""
        totals: dict[str, int | None] = dict(Counter(one.faction for one in self.voters(side)))
        for one in self.factions(side):
            before = totals.get(one.faction, 0)
            totals[one.faction] = None if before is None or one.count is None else before + one.count
        return totals

    def stated_at(self, side: Side, place: Place) -> tuple[StatedCount, ...]:
        """The numbers that are stated for a side at one kind of place."""
        return tuple(one for one in self.stated if one.side == side and one.place == place)
