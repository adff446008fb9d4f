# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The votes, agenda and decision of a checked document: as records, as tables in CSV, and on the page.

Factions are named and members are not: how each member voted stays in the document itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from baken.council.agenda import AgendaItem
from baken.council.decision import Decision
from baken.council.signing import missing_of
from baken.council.vote import Vote
from baken.council.vote_table import FactionRow, SideRow, faction_rows, side_rows
from baken.model.errors import InputError
from baken.model.text import Language
from baken.picture.document_council import CouncilPart
from baken.picture.document_lists import SIDES, vote_words
from baken.publications.check_masking import Masked
from baken.publications.csv_table import csv_table
from baken.publications.escaping import escape

Record = dict[str, object]
_OF_VOTE = ("vote", "meeting", "item", "matter", "mark", "manner", "outcome", "side")
VOTES = (*_OF_VOTE, "named", "listed", "concluded")
FACTIONS = (*_OF_VOTE, "faction", "votes")


def council_record(part: CouncilPart, mask: Masked) -> Record:
    """What was read of the council; the fields are described in docs/check.md."""
    numbers = {id(vote): number for number, vote in enumerate(part.votes, 1)}
    return {
        "votes": [_vote(part, number, vote, mask) for number, vote in enumerate(part.votes, 1)],
        "agenda": [_item(one, [numbers[id(vote)] for vote in one.votes]) for one in part.agenda.items],
        "decision": part.decision and _decision(part.decision, mask),
    }


def _vote(part: CouncilPart, number: int, vote: Vote, mask: Masked) -> Record:
    sides = [row for row in side_rows(part.votes) if row.number == number]
    factions = [row for row in faction_rows(part.votes) if row.number == number]
    return {
        "number": number,
        "meeting": _day(vote.meeting.on),
        "item": vote.meeting.item or None,
        "matter": vote.matter,
        "mark": vote.number or None,
        "manner": vote.manner,
        "outcome": vote.outcome,
        "sides": [_side(row, [one for one in factions if one.side == row.side], mask) for row in sides],
    }


def _side(row: SideRow, factions: list[FactionRow], mask: Masked) -> Record:
    return {
        "side": row.side,
        "named": row.named,
        "listed": row.listed,
        "concluded": row.concluded,
        "factions": [
            {"faction": mask.clean(one.faction), "votes": one.votes, "path": mask.clean(one.path)}
            for one in factions
        ],
    }


def _item(one: AgendaItem, votes: list[int]) -> Record:
    return {
        "meeting": _day(one.on),
        "item": one.number,
        "path": one.path,
        "votes": votes,
        "decision": one.decision is not None,
    }


def _decision(one: Decision, mask: Masked) -> Record:
    """Names are not in it: whether one is recorded tells ``missing``."""
    return {
        "state": one.state,
        "missing": [{"nl": text.nl, "en": text.en} for text in missing_of(one.signatures)],
        "day": _day(one.decided.on if one.decided else None),
        "college_day": _day(one.college.on if one.college else None),
        "body": one.body or None,
        "public": one.public,
        "points": len(one.proposed or one.drafted),
        "case_number": mask.clean(one.case_number) or None,
        "department": mask.clean(one.department) or None,
    }


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def write_votes(part: CouncilPart, mask: Masked, folder: Path) -> None:
    """Write ``votes.csv``, a row for each side of a vote, and ``faction_votes.csv``, one for each faction.

    Raises:
        InputError: the folder cannot be written in.

    """
    sides = ((*_of(row), row.named, row.listed, row.concluded) for row in side_rows(part.votes))
    factions = ((*_of(row), mask.clean(row.faction), row.votes) for row in faction_rows(part.votes))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "votes.csv").write_bytes(csv_table(VOTES, sides))
        (folder / "faction_votes.csv").write_bytes(csv_table(FACTIONS, factions))
    except OSError as error:
        raise InputError(f"the tables cannot be written ({error.strerror}).", where=str(folder)) from error


def _of(row: SideRow | FactionRow) -> tuple[object, ...]:
    vote = row.vote
    return (
        row.number,
        _day(vote.meeting.on),
        vote.meeting.item,
        vote.matter,
        vote.number,
        vote.manner,
        vote.outcome,
        row.side,
    )


def vote_lines(part: CouncilPart, mask: Masked, language: Language) -> Iterator[str]:
    """The votes as the items of a list in HTML; each faction has its own address: ``#votes/1/for/VVD``."""
    sides, factions = side_rows(part.votes), faction_rows(part.votes)
    for number, vote in enumerate(part.votes, 1):
        yield f"<li>{escape(mask.clean(vote_words(number, vote).in_(language)))}"
        yield "<ul>"
        for row in (one for one in sides if one.number == number):
            own = [one for one in factions if (one.number, one.side) == (number, row.side)]
            counts = ", ".join(_faction(one, mask) for one in own)
            side = f"{escape(SIDES[row.side].in_(language))} ({'?' if row.count is None else row.count})"
            yield f"<li>{side}: {counts}</li>" if counts else f"<li>{side}</li>"
        yield "</ul></li>"


def _faction(one: FactionRow, mask: Masked) -> str:
    address = escape(f"votes/{mask.clean(one.path)}")
    name = escape(mask.clean(one.faction))
    return f'<a id="{address}" href="#{address}">{name}</a> {"?" if one.votes is None else one.votes}'
