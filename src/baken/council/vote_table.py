# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Votes as rows of tables: what each side counts, and how each faction voted. No row names a member."""

from __future__ import annotations

from dataclasses import dataclass

from baken.council.agenda import segment
from baken.council.vote import Place, Side, Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    """One side of one vote: ``number`` tells the how many-th vote of the document, from 1.

    ``named`` is how many members the lists name, ``listed`` the number stated at a list and ``concluded``
    that of the conclusion; what the text does not give is None.
    """

    number: int
    vote: Vote
    side: Side
    named: int | None
    listed: int | None
    concluded: int | None

    @property
    def count(self) -> int | None:
        """How many are named, or else what is stated; None where the text tells neither."""
        known = (self.named, self.listed, self.concluded)
        return next((one for one in known if one is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactionRow:
    """One faction on one side of one vote; ``faction`` is kept as the text writes it.

    ``votes`` is None where the text gives no number.
    """

    number: int
    vote: Vote
    side: Side
    faction: str
    votes: int | None

    @property
    def path(self) -> str:
        """Its part of an address: *1/for/VVD*."""
        return f"{self.number}/{self.side}/{segment(self.faction)}"


def side_rows(votes: tuple[Vote, ...]) -> tuple[SideRow, ...]:
    """The sides of which a text says anything, vote by vote."""
    found = []
    for number, vote in enumerate(votes, 1):
        for side in Side:
            row = SideRow(
                number=number,
                vote=vote,
                side=side,
                named=vote.counted(side),
                listed=_stated(vote, side, Place.LIST),
                concluded=_stated(vote, side, Place.CONCLUSION),
            )
            if row.count is not None or any(one.side == side for one in vote.lists):
                found.append(row)
    return tuple(found)


def faction_rows(votes: tuple[Vote, ...]) -> tuple[FactionRow, ...]:
    """How each faction voted, in the order of the text; members without a faction give no row."""
    return tuple(
        FactionRow(number=number, vote=vote, side=side, faction=faction, votes=count)
        for number, vote in enumerate(votes, 1)
        for side in Side
        for faction, count in vote.faction_totals(side).items()
        if faction
    )


def _stated(vote: Vote, side: Side, place: Place) -> int | None:
    stated = vote.stated_at(side, place)
    return stated[0].count if stated else None
