# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which meeting and agenda item a text is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from baken.council.dutch import MONTH, MONTHS, plain
from baken.council.vote import Meeting
from baken.model.remark import Span

DATE = (
    rf"(?:(?P<day>[0-3]?[0-9])\s+(?P<month>{MONTH})\s+(?P<year>[12][0-9]{{3}})"
    r"|(?P<day2>[0-3]?[0-9])\s?[-/.]\s?(?P<month2>[01]?[0-9])\s?[-/.]\s?(?P<year2>[12][0-9]{3})"
    r"|(?P<year3>[12][0-9]{3})-(?P<month3>[01][0-9])-(?P<day3>[0-3][0-9]))"
)
"""A full date in the ways in which documents write it; read it with `date_of`."""

_MEETING = re.compile(
    r"\b(?:raads?-?vergadering|vergadering\s+van\s+de\s+(?:gemeente)?raad|gemeenteraad|raad|vergaderdatum|"
    r"datum\s+(?:raads)?vergadering)\b(?:[^.;\n0-9]|\bd\.?\s?d\.|\bdd\.){0,60}?\s*:?\s*(?:(?:ma|di|woens|donder|vrij)(?:an|ns)?dag\s+)?"
    + DATE,
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"\bagenda(?:punt|nummer|nr\.?|\s+nr\.?)\s*:?\s*(?P<item>[0-9]{1,3}(?:\.?[a-z0-9]{1,2})?)(?![\w])",
    re.IGNORECASE,
)


# The numbered headings of minutes and lists of decisions are the items of the agenda.
_IS_LIST = re.compile(
    r"\b(?:besluitenlijst|notulen|verslag van de (?:openbare )?(?:raads)?vergadering)\b",
    re.IGNORECASE,
)
_HEAD = 1000
_NUMBERED = re.compile(
    r"^[ \t]*(?P<item>[0-9]{1,2}(?:\.[0-9]{1,2}|\.?[a-z])?)[.)]?[ \t]+"
    r"(?=[A-Z])[^\n]{2,100}(?<![.;:,])[ \t]*$",
    re.MULTILINE,
)


def date_of(found: re.Match[str]) -> date | None:
    """The day that a match of `DATE` gives; None if there is no such day (31 februari)."""
    for end in ("", "2", "3"):
        if found["day" + end]:
            month = found["month" + end].casefold().rstrip(".")
            number = MONTHS[month] if month in MONTHS else int(month)
            try:
                return date(int(found["year" + end]), number, int(found["day" + end]))
            except ValueError:
                return None
    return None


def read_meeting(text: str) -> Meeting:
    """The first meeting that a text names, with the first item of its agenda."""
    meetings = read_meetings(text)
    whole = Meeting()
    for _, one in meetings:
        whole = _with(whole, one) if whole.on is None or not whole.item else whole
    return whole


@lru_cache(maxsize=2)
def read_meetings(text: str) -> tuple[tuple[int, Meeting], ...]:
    """What is known of meeting and agenda item from each offset on: the last of either that was named.

    Votes, decisions and the agenda all ask this of the same text.
    """
    words = plain(text)
    found: list[tuple[int, Meeting]] = []
    for one in _MEETING.finditer(words):
        on = date_of(one)
        if on is not None:
            found.append((one.start(), Meeting(on=on, span=Span(one.start(), one.end()))))
    numbered = _NUMBERED.finditer(words) if _IS_LIST.search(words, 0, _HEAD) else ()
    for one in (*_ITEM.finditer(words), *numbered):
        found.append((one.start(), Meeting(item=one["item"], item_span=Span(*one.span("item")))))
    known = Meeting()
    held = []
    for start, meeting in sorted(found, key=lambda pair: pair[0]):
        known = _with(meeting, known)
        held.append((start, known))
    return tuple(held)


def meeting_before(meetings: Sequence[tuple[int, Meeting]], at: int) -> Meeting:
    """What is known of the meeting and item at a place: the last date and the last item before it."""
    last = bisect_right(meetings, at, key=lambda pair: pair[0])
    return meetings[last - 1][1] if last else Meeting()


def _with(known: Meeting, new: Meeting) -> Meeting:
    return Meeting(
        on=known.on or new.on,
        item=known.item or new.item,
        span=known.span or new.span,
        item_span=known.item_span or new.item_span,
    )
