# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Votes read from the text of council documents: decision lists, minutes, proposals.

Clerks write a vote in many ways; ``docs/council.md`` shows the ones that are read. Nothing is filled in: a
side that the text does not name is not there, and a number that it does not give is None.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from baken.council.dutch import PARTICLES, plain, read_number
from baken.council.marks import find_marks, read_matter
from baken.council.meeting import meeting_before, read_meetings
from baken.council.members import ListHint, looks_like_faction, read_list
from baken.council.vote import Manner, Matter, Meeting, Outcome, Place, Side, SideList, StatedCount, Vote
from baken.council.vote_mark import Mark, Sentences
from baken.council.vote_patterns import OF_ALL
from baken.council.vote_tables import find_vote_tables
from baken.model.remark import Span

_FAR = 1500
"""Characters after which a vote is over if nothing more is said of it."""

_LONGEST = 8000
"""Characters that one list may take."""


@dataclass(slots=True)
class _Open:
    """A vote that is being read."""

    start: int
    end: int
    matter: Matter | None = None
    number: str = ""
    lists: list[SideList] = field(default_factory=list)
    stated: list[StatedCount] = field(default_factory=list)
    outcome: Mark | None = None
    headed: set[str] = field(default_factory=set)


def read_votes(text: str, factions: Iterable[str] = ()) -> tuple[Vote, ...]:
    """Return the votes that a text records, in its order.

    Args:
        text: the whole text of a document.
        factions: names of factions that are known for sure. They help where a list gives bare names.

    """
    words = plain(text)
    sentences = Sentences(words)
    marks = find_marks(words, sentences, find_vote_tables(text, words))
    known = frozenset(" ".join(one.split()).casefold() for one in factions)
    meetings = read_meetings(text)
    items = [start for start, _ in meetings]
    votes: list[_Open] = []
    for place, mark in enumerate(marks):
        read = _read(text, words, (mark, marks[place + 1 : place + 12]), sentences, known)
        if read is None and not mark.stated and mark.outcome is None:
            continue
        current = votes[-1] if votes else None
        behind = marks[place + 1] if place + 1 < len(marks) else None
        if mark.outcome and not _concludes(mark, current, behind, words):
            continue
        if current is None or _on_next_item(current, mark, items) or _is_other(current, mark, read):
            if mark.strict and mark.outcome and not mark.stated and not mark.manner:
                continue
            current = _Open(start=mark.who.start if mark.who else mark.start, end=mark.end)
            votes.append(current)
        _take(current, mark, read, words)
    before = [0, *(one.end for one in votes)]
    return tuple(
        _closed(one, words, meetings, since)
        for one, since in zip(votes, before, strict=False)
        if _is_vote(one)
    )


def _is_vote(one: _Open) -> bool:
    voted = any(side.side is not Side.ABSENT for side in one.lists)
    return bool(voted or one.stated or (one.outcome and (one.outcome.manner or one.number)))


def _closed(one: _Open, words: str, meetings: Sequence[tuple[int, Meeting]], since: int) -> Vote:
    """The vote as a record; what stands before ``since`` belongs to the vote before it."""
    matter, number = one.matter, one.number
    if matter is None or (matter in {Matter.AMENDMENT, Matter.MOTION} and not number):
        before = read_matter(words[max(since, one.start - 300) : one.start], matter)
        if matter is None or before[0] == matter:
            matter, number = before
    return Vote(
        matter=matter or Matter.OTHER,
        number=number,
        span=Span(one.start, max(one.end, one.start)),
        lists=tuple(one.lists),
        stated=tuple(dict.fromkeys(one.stated)),
        outcome=one.outcome.outcome if one.outcome else None,
        outcome_span=Span(one.outcome.start, one.outcome.end) if one.outcome else None,
        manner=_manner(one),
        meeting=meeting_before(meetings, one.start),
    )


def _manner(one: _Open) -> Manner | None:
    if one.outcome and one.outcome.manner:
        return one.outcome.manner
    return Manner.COUNTED if one.lists or one.stated else None


def _of_all(read: SideList, words: str) -> tuple[StatedCount, ...]:
    """The number behind a list of factions without numbers: that of all of them."""
    found = OF_ALL.search(read.span.of(words)) if read.factions else None
    if not found or len(read.factions) < 2 or any(one.count is not None for one in read.factions):
        return ()
    at = read.span.start + found.start("count")
    span = Span(at, at + len(found["count"]))
    return (StatedCount(side=read.side, count=read_number(found["count"]) or 0, place=Place.LIST, span=span),)


def _take(current: _Open, mark: Mark, read: SideList | None, words: str) -> None:
    current.end = max(current.end, mark.end, read.span.end if read else 0)
    current.start = min(current.start, mark.start)
    if mark.matter and current.matter is None:
        current.matter = mark.matter
    current.number = current.number or mark.number
    if read:
        current.lists.append(read)
        current.stated += _of_all(read, words) if not mark.stated else ()
        if mark.head:
            current.headed.add(read.side)
    current.stated += mark.stated
    if mark.outcome and current.outcome is None:
        current.outcome = mark


def _concludes(mark: Mark, current: _Open | None, behind: Mark | None, words: str) -> bool:
    """Whether an outcome belongs to a vote: words such as *aangenomen* also occur in running text."""
    if mark.stated or mark.manner:
        return True
    if behind and behind.outcome is None and (behind.stated or behind.head) and behind.start - mark.end < 160:
        return True
    near = current is not None and mark.start - current.end < 600 and current.outcome is None
    if near:
        return True
    if mark.strict or mark.outcome is Outcome.TIED:
        return False
    sentence = words[max(0, mark.start - 120) : mark.start]
    return bool(mark.number) and mark.matter in {Matter.AMENDMENT, Matter.MOTION} and "\n\n" not in sentence


def _on_next_item(current: _Open, mark: Mark, items: list[int]) -> bool:
    """Whether a next item of the agenda begins between what was read and a mark."""
    begin = mark.who.start if mark.who else mark.start
    return bisect_left(items, begin) > bisect_left(items, current.end)


def _is_other(current: _Open, mark: Mark, read: SideList | None) -> bool:  # noqa: PLR0911 - a rule each
    """Whether a mark begins another vote than the one being read."""
    if mark.number and current.number and mark.number.casefold() != current.number.casefold():
        return True
    if mark.matter and current.matter and mark.matter != current.matter and current.outcome:
        return True
    begin = mark.who.start if mark.who else mark.start
    if begin - current.end > _FAR:
        return True
    if mark.outcome:
        return current.outcome is not None and mark.start > current.outcome.end + 5
    if current.outcome is None:
        return bool(read and mark.head and read.side in current.headed)
    if not read and mark.stated:
        return _restates(current, mark)
    if current.outcome.manner is Manner.WITHOUT_VOTE and read and mark.head:
        return True
    # A list may follow the conclusion that it belongs to, but only if the vote has no lists yet.
    return bool(
        read and any(one.span.end <= current.outcome.start and _is_full(current) for one in current.lists)
    )


def _restates(current: _Open, mark: Mark) -> bool:
    """Whether numbers behind an outcome belong to a next vote: those of this side are stated already."""
    stated = {one.side for one in current.stated if one.place == Place.CONCLUSION}
    far = current.outcome is not None and mark.start - current.outcome.end > 160
    return far or (bool(stated) and mark.stated[0].side in stated)


def _is_full(current: _Open) -> bool:
    """Whether both sides were read, or one of them and the conclusion."""
    return bool(current.lists) and current.outcome is not None


def _read(
    text: str, words: str, marks: tuple[Mark, list[Mark]], sentences: Sentences, known: frozenset[str]
) -> SideList | None:
    mark, later = marks
    if mark.read is not None:
        return mark.read
    if mark.side is None and not (mark.who and mark.stated):
        return None
    side = mark.side or mark.stated[0].side
    by_line = False
    if mark.who:
        span = mark.who
    else:
        by_line = _is_by_line(words, mark.end)
        span = Span(mark.end, _list_end(words, mark.end, _limit(words, mark, later, sentences), by_line))
        span = _unwrapped(words, span)
    hint = ListHint(by_faction=mark.by_faction, by_line=by_line, strict=mark.strict, factions=known)
    found = _without_total(read_list(text, span, side, hint), words)
    return found if found.voters or found.factions else None


def _without_total(found: SideList, words: str) -> SideList:
    """A list whose last faction bears the number of all of them, without that number."""
    *others, last = found.factions or (None,)
    of_all = last and others and all(one and one.count is None for one in others)
    if last is None or last.count is None or not of_all or not OF_ALL.search(found.span.of(words)):
        return found
    return replace(found, factions=(*found.factions[:-1], replace(last, count=None)))


def _limit(words: str, mark: Mark, later: list[Mark], sentences: Sentences) -> int:
    """The furthest place that a list may reach."""
    end = min(len(words), mark.end + _LONGEST)
    for one in later:
        begin = one.who.start if one.who else one.start
        if begin <= mark.end:
            continue
        if one.outcome or (one.stated and not one.head):
            begin = max(sentences.around(one.start, one.end)[0], words.rfind("\n", mark.end, one.start))
            if begin <= mark.end:
                begin = one.start
        end = min(end, begin)
        break
    return min(
        end, max(mark.end, sentences.around(mark.end, mark.end + 1)[1] if mark.end < len(words) else end)
    )


def _unwrapped(words: str, span: Span) -> Span:
    """The list without the brackets around it: *Voor: 21 (CDA 11, VVD 10)*."""
    inside = span.of(words)
    core = inside.strip().rstrip(".;,").rstrip()
    if not (core.startswith("(") and core.endswith(")")) or ")" in core[1:-1].split("(", 1)[0]:
        return span
    first = span.start + inside.index("(") + 1
    return Span(first, span.start + inside.rindex(")"))


def _is_by_line(words: str, start: int) -> bool:
    """Whether the list has a member on each line: the head stands alone, or the lines have bullets."""
    lines = list(words[start : start + 400].split("\n")[:4])
    if lines[0].strip() or len(lines) < 2:
        return False
    rest = [one.strip() for one in lines[1:] if one.strip()]
    return bool(rest) and (rest[0][0] in "-–*•" or not re.search(r",$|,\s|\ben$", rest[0]))


def _list_end(words: str, start: int, limit: int, by_line: bool) -> int:
    """Where a list ends: at the first line that does not go on with it."""
    for found in re.finditer(r"\s*\n\s*", words[start:limit]):
        so_far = words[start : start + found.start()]
        if not so_far.strip(" :.-–•"):
            continue
        rest = words[start + found.end() : min(limit, start + found.end() + 120)]
        blank = found.group().count("\n") > 1
        if not _goes_on(so_far, rest, by_line and not blank):
            return start + found.start()
    return limit


def _goes_on(so_far: str, rest: str, by_line: bool) -> bool:
    """Whether the next line goes on with a list that has come this far."""
    if so_far.count("(") > so_far.count(")") or rest[:1] in "(" or rest[:1].islower():
        return True
    last = so_far.rsplit(maxsplit=1)[-1]
    if last[-1] in ",;-–" or last.casefold().strip(".") in {
        *PARTICLES,
        "en",
        "dhr",
        "mw",
        "mevr",
        "heer",
        "mevrouw",
    }:
        return True
    first = re.split(r"[,;(.\n]|\sen\s", rest.lstrip("-–*• "), maxsplit=1)[0]
    if re.match(r"(?:[-–*•]\s*)?(?:dhr|mw|mevr|mevrouw|heer|de heer)\b", rest, re.IGNORECASE):
        return True
    prose = [one for one in first.split() if one[0].islower() and one not in PARTICLES]
    if prose or not first.strip() or re.search(r"[0-9]\.|:", first):
        return False
    line = rest.split("\n", 1)[0]
    if by_line or rest[0] in "-–*•":
        return len(line) < 90
    bracket = re.search(r"\(([^()]{1,60})\)", line)
    return bool(bracket) or bool(
        (re.search(r",|\sen\s", line) and len(first.split()) < 5) or looks_like_faction(first)
    )
