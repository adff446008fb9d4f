# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Votes that stand in a table, with the cells of a row set apart by bars.

Two forms occur. A column for each side, with numbers, names or a cross: ``Fractie | Voor | Tegen``. A column
that tells the side: ``Fractie | Leden | Stem``; of this form the header may lack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby

from baken.council.dutch import read_number, tidy
from baken.council.members import ListHint, looks_like_faction, read_list
from baken.council.vote import FactionVote, Place, Side, SideList, StatedCount, Voter
from baken.model.remark import Span

_SIDES = {
    Side.FOR: re.compile(r"(?:aantal )?(?:stemmen |leden )?voor(?:stemmers?|stemmen)?"),
    Side.AGAINST: re.compile(r"(?:aantal )?(?:stemmen |leden )?tegen(?:stemmers?|stemmen)?"),
    Side.ABSTAINED: re.compile(r"(?:stem)?onthouding(?:en)?|onthouden|onthoudt zich|blanco"),
    Side.ABSENT: re.compile(r"afwezig(?:en)?|absent|niet aanwezig|verhinderd"),
}
_VOTE = re.compile(r"stem|stemt|stemde|stemgedrag|keuze|gestemd|uitgebrachte stem|stemming")
_FACTION = re.compile(r"(?:politieke )?(?:fracties?|partij(?:en)?)")
_NAME = re.compile(r"naam|namen|(?:raads)?(?:lid|leden)|stemmers?")
_COUNT = re.compile(r"(?:aantal|zetels?|(?:aantal )?(?:leden|zetels|stemmen))")
_TOTAL = re.compile(r"totaal|totalen|samen|aantal", re.IGNORECASE)
_NOTHING = frozenset({"", "-", "–", "—", "0", "geen", "nee"})
_CROSS = frozenset({"x", "✓", "✔", "✗", "√", "v", "ja", "1x"})
_LINE = re.compile(r"^[^\n]*\|[^\n]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class VoteTable:
    """What one table tells of a vote."""

    span: Span
    lists: tuple[SideList, ...]
    stated: tuple[StatedCount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """What each column holds, as far as there is one; ``sides`` by column."""

    sides: dict[int, Side] = field(default_factory=dict)
    vote: int | None = None
    faction: int | None = None
    name: int | None = None
    count: int | None = None


@dataclass(slots=True)
class _Found:
    """What is read of one table so far."""

    voters: dict[Side, list[Voter]] = field(default_factory=dict)
    factions: dict[Side, list[FactionVote]] = field(default_factory=dict)
    stated: list[StatedCount] = field(default_factory=list)
    unread: int = 0

    def take(self, side: Side, one: Voter | FactionVote) -> None:
        if isinstance(one, Voter):
            self.voters.setdefault(side, []).append(one)
        else:
            self.factions.setdefault(side, []).append(one)

    def around(self, side: Side) -> Span | None:
        """From the first to the last of a side."""
        spans = sorted(one.span for one in (*self.voters.get(side, ()), *self.factions.get(side, ())))
        return Span(spans[0].start, max(one.end for one in spans)) if spans else None

    @property
    def read(self) -> int:
        """How many members and factions were read."""
        return sum(len(one) for held in (self.voters, self.factions) for one in held.values())


_Row = tuple[Span, tuple[Span, ...]]


def find_vote_tables(text: str, words: str) -> tuple[VoteTable, ...]:
    """The tables that tell of a vote, in order; ``words`` is the same text without accents."""
    if "|" not in words:
        return ()
    return tuple(table for rows in _runs(words) for table in _tables(text, words, rows))


def _runs(words: str) -> Iterator[list[_Row]]:
    """Lines with bars that follow each other, each cut in its cells."""
    rows = [(Span(*line.span()), tuple(_cut(words, *line.span()))) for line in _LINE.finditer(words)]
    ends = {row[0].end for row in rows}
    starts = [row[0].start - 1 not in ends for row in rows]
    for _, run in groupby(zip(accumulate(starts), rows, strict=True), lambda pair: pair[0]):
        yield [row for _, row in run]


def _cut(words: str, start: int, end: int) -> Iterator[Span]:
    if words[start:end].lstrip().startswith("|"):
        start = words.index("|", start) + 1
    at = start
    for found in re.finditer(r"\||$", words[start:end]):
        cell = words[at : start + found.start()]
        first = at + len(cell) - len(cell.lstrip())
        yield Span(first, first + len(cell.strip()))
        at = start + found.end()


def _tables(text: str, words: str, rows: list[_Row]) -> Iterator[VoteTable]:
    """The tables in one run of rows: each header begins one."""
    heads = [(at, columns) for at, row in enumerate(rows) if (columns := _header(words, row[1]))]
    if not heads:
        columns = _headless(words, rows)
        heads = [(-1, columns)] if columns else []
    for place, (at, columns) in enumerate(heads):
        until = heads[place + 1][0] if place + 1 < len(heads) else len(rows)
        table = _table(text, words, rows[max(at, 0) : until], (columns, at >= 0))
        if table:
            yield table


def _header(words: str, cells: tuple[Span, ...]) -> _Columns | None:
    sides: dict[int, Side] = {}
    found: dict[str, int] = {}
    kinds = {"vote": _VOTE, "faction": _FACTION, "name": _NAME, "count": _COUNT}
    for at, cell in enumerate(cells):
        bare = tidy(cell.of(words)).casefold().strip(" :*.")
        side = next((one for one, form in _SIDES.items() if form.fullmatch(bare)), None)
        kind = next((one for one, form in kinds.items() if form.fullmatch(bare)), None)
        if side:
            sides[at] = side
        elif kind:
            found.setdefault(kind, at)
        elif not bare and not at:
            found.setdefault("faction", at)
    if len(sides) > 1 and Side.FOR in sides.values():
        found.pop("vote", None)
    elif sides or "vote" not in found:
        return None
    return _Columns(sides=sides, **found) if {"faction", "name"} & set(found) else None


def _headless(words: str, rows: list[_Row]) -> _Columns | None:
    """Three cells a row with a side in the last: a member, a faction and a vote."""
    if len(rows) < 2 or any(len(cells) != 3 or _side(cells[2].of(words)) is None for _, cells in rows):
        return None
    liked = [sum(looks_like_faction(cells[at].of(words)) for _, cells in rows) for at in (0, 1)]
    return _Columns(vote=2, faction=0, name=1) if liked[0] > liked[1] else _Columns(vote=2, faction=1, name=0)


def _side(words: str) -> Side | None:
    bare = tidy(words).casefold().strip(" .;,")
    return next((side for side, form in _SIDES.items() if form.fullmatch(bare)), None)


def _table(text: str, words: str, rows: list[_Row], form: tuple[_Columns, bool]) -> VoteTable | None:
    columns, headed = form
    found = _Found()
    for span, cells in rows[headed:]:
        (_wide if columns.sides else _long)(text, words, (span, cells), (columns, found))
    if not found.read or found.unread > found.read:
        return None
    span = Span(rows[0][0].start, rows[-1][0].end)
    lists = tuple(
        SideList(
            side=side,
            span=found.around(side) or span,
            voters=tuple(found.voters.get(side, ())),
            factions=tuple(found.factions.get(side, ())),
        )
        for side in Side
        if side in found.voters or side in found.factions or side in columns.sides.values()
    )
    return VoteTable(span, lists, tuple(found.stated))


def _cell(words: str, cells: tuple[Span, ...], at: int | None) -> str:
    return tidy(cells[at].of(words)) if at is not None and at < len(cells) else ""


def _wide(text: str, words: str, row: _Row, reading: tuple[_Columns, _Found]) -> None:
    """A row with a cell for each side."""
    (span, cells), (columns, found) = row, reading
    faction, name = _cell(text, cells, columns.faction), _cell(text, cells, columns.name)
    for at, side in columns.sides.items():
        cell = _cell(words, cells, at).casefold()
        if cell in _NOTHING:
            continue
        count = read_number(cell)
        if _TOTAL.match(faction or name):
            if count is not None:
                found.stated.append(StatedCount(side=side, count=count, place=Place.LIST, span=cells[at]))
        elif count is not None and faction:
            found.take(side, FactionVote(faction=faction, count=count, span=span))
        elif (cell in _CROSS or count == 1) and name:
            _members(text, cells[columns.name or 0], side, (faction, found))
        elif cell in _CROSS and faction:
            found.take(side, FactionVote(faction=faction, count=None, span=span))
        else:
            _members(text, cells[at], side, (faction, found))


def _long(text: str, words: str, row: _Row, reading: tuple[_Columns, _Found]) -> None:
    """A row that tells its side in a cell."""
    (span, cells), (columns, found) = row, reading
    side = _side(_cell(words, cells, columns.vote))
    faction, name = _cell(text, cells, columns.faction), _cell(text, cells, columns.name)
    if side is None or _TOTAL.match(faction or name):
        return
    count = read_number(_cell(words, cells, columns.count) or _cell(words, cells, columns.name))
    if name and read_number(name) is None and columns.name is not None:
        _members(text, cells[columns.name], side, (faction, found))
    elif faction:
        found.take(side, FactionVote(faction=faction, count=count, span=span))


def _members(text: str, cell: Span, side: Side, into: tuple[str, _Found]) -> None:
    faction, found = into
    voters = read_list(text, cell, side, ListHint(by_faction=False)).voters
    found.unread += not voters
    for one in voters:
        found.take(side, replace(one, faction=faction or one.faction))
