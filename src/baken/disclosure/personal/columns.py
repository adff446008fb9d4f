# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Cells of tables and of comma-separated rows that hold personal data by the heading of their column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.disclosure.personal.hits import Hit, Kind, Passage
from baken.disclosure.personal.runs import INITIALS, WORD
from baken.model.remark import Span

_BREAKS = (" | ", ";", "\t", ",")
_LONGEST_HEADING = 300
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$")
_POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Z]{2}$")
_NAME = re.compile(rf"(?:{INITIALS} ?)?(?:[a-z’']{{1,4}} ){{0,3}}(?:{WORD}|{INITIALS})(?: {WORD}){{0,3}}$")

Cell = tuple[int, int]


def cells_of_persons(text: str, passages: Sequence[Passage], lexicon: PersonalLexicon) -> Iterator[Hit]:
    """The cells below the heading of a column of names, of dates of birth or of postcodes and numbers."""
    kinds = _headings(lexicon)
    mark = ""
    columns: dict[int, str] = {}
    for passage in passages:
        line = passage.span.of(text)
        found = _heading(line, kinds)
        if found:
            mark, columns = found
        elif columns and mark in line:
            cells = _cells(line, mark)
            yield from _row(line, cells, columns, passage.span.start, lexicon)
        else:
            columns = {}


def is_heading(line: str, lexicon: PersonalLexicon) -> bool:
    """Whether a line heads a column that may hold personal data."""
    return _heading(line, _headings(lexicon)) is not None


@cache
def _headings(lexicon: PersonalLexicon) -> dict[str, str]:
    columns = lexicon.columns
    named = {"name": columns.name, "maybe": columns.maybe_name, "birth": columns.birth}
    named |= {"postcode": columns.postcode, "house": columns.house}
    return {word: kind for kind, words in named.items() for word in words}


def _heading(line: str, kinds: dict[str, str]) -> tuple[str, dict[int, str]] | None:
    """The mark between cells and the kind of each column, where a line is a heading that has such columns."""
    if len(line) > _LONGEST_HEADING or _DIGIT.search(line):
        return None
    for mark in _BREAKS:
        if mark in line:
            cells = [line[start:end].strip(' "').lower() for start, end in _cells(line, mark)]
            found = {index: kinds[cell] for index, cell in enumerate(cells) if cell in kinds}
            return (mark, found) if found else None
    return None


def _cells(line: str, mark: str) -> list[Cell]:
    cells, start = [], 0
    for part in line.split(mark):
        cells.append((start, start + len(part)))
        start += len(part) + len(mark)
    return cells


def _row(
    line: str, cells: list[Cell], columns: dict[int, str], offset: int, lexicon: PersonalLexicon
) -> Iterator[Hit]:
    held = {kind: cells[index] for index, kind in columns.items() if index < len(cells)}
    for index, kind in columns.items():
        if index >= len(cells):
            continue
        start, end = cells[index]
        words = line[start:end].strip(' "')
        start += line[start:end].find(words)
        span = Span(offset + start, offset + start + len(words))
        if kind == "birth" and _DATE.match(words):
            yield Hit(Kind.BIRTH, span)
        elif kind in {"name", "maybe"} and _is_name(words, lexicon, sure=kind == "name"):
            yield Hit(Kind.NAME, span)
        elif kind == "postcode" and _POSTCODE.match(words) and "house" in held:
            number = held["house"]
            first, last = sorted(((start, start + len(words)), number))
            yield Hit(Kind.ADDRESS, Span(offset + first[0], offset + last[1]))


def _is_name(words: str, lexicon: PersonalLexicon, *, sure: bool) -> bool:
    if not _NAME.match(words) or any(piece.lower() in lexicon.bodies for piece in words.split()):
        return False
    return sure or words.split(maxsplit=1)[0] in lexicon.first_names or bool(re.match(INITIALS, words))
