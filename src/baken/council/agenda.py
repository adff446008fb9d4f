# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The items of an agenda, with what was voted and decided on them: each is found by meeting and number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from baken.council.decision import Decision
from baken.council.vote import Meeting, Vote
from baken.model.remark import Span

_LITERAL = "!$&'()*+,;=:@"
"""What a part of an address may hold beside letters and digits (RFC 3986, 3.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An item of the agenda of one meeting; ``number`` is kept as printed (*9*, *7.a*)."""

    on: date
    number: str
    votes: tuple[Vote, ...] = ()
    decision: Decision | None = None

    @property
    def path(self) -> str:
        """Its part of an address: *2023-01-31/9*."""
        return f"{self.on.isoformat()}/{segment(self.number)}"


@dataclass(frozen=True, slots=True)
class Agenda:
    """The items that a document names, in its order."""

    items: tuple[AgendaItem, ...] = ()

    def item(self, on: date, number: str) -> AgendaItem | None:
        """The item of a meeting with a number, however it is written (*9*, *09.*, *7a* or *7.a*)."""
        wanted = (on, _bare(number))
        return next((one for one in self.items if (one.on, _bare(one.number)) == wanted), None)


def agenda_of(
    meetings: Iterable[Meeting], votes: tuple[Vote, ...] = (), decision: Decision | None = None
) -> Agenda:
    """The items of meetings that are known by day and number, with the votes and the decision on them.

    Args:
        meetings: those that a text names, each with an item.
        votes: those of the text. A vote of which meeting or item is not known belongs to no item.
        decision: that of the text.
    """
    decided = _key(decision.meeting) if decision else None
    printed: dict[tuple[date, str], str] = {}
    told: set[Span | None] = set()
    for one in meetings:
        key = _key(one)
        # An item belongs to the meeting that it is first read with; a later day in the text is another one.
        if key and one.item_span not in told:
            told.add(one.item_span)
            printed.setdefault(key, one.item)
    for vote in votes:
        key = _key(vote.meeting)
        if key:
            printed.setdefault(key, vote.meeting.item)
    if decided and decision:
        printed.setdefault(decided, decision.meeting.item)
    return Agenda(
        tuple(
            AgendaItem(
                on=key[0],
                number=number,
                votes=tuple(vote for vote in votes if _key(vote.meeting) == key),
                decision=decision if decided == key else None,
            )
            for key, number in printed.items()
        )
    )


def _key(meeting: Meeting) -> tuple[date, str] | None:
    return (meeting.on, _bare(meeting.item)) if meeting.on and meeting.item else None


def _bare(number: str) -> str:
    """A number without what is only a habit of writing: dots, spaces, capitals, a nought in front.

    A dot between digits stays: item 1.12 is not item 11.2.
    """
    tight = re.sub(r"(?<![0-9])\.|\.(?![0-9])|\s", "", number)
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", tight).casefold()


def segment(name: str) -> str:
    """A name as part of an address. Signs that may stand there stay: *M:N* is *M:N*, *A/B* is *A%2FB*.

    `urllib.parse.unquote` gives the name back.
    """
    return quote(name, safe=_LITERAL)
