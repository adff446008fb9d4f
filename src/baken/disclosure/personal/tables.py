# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What tables and JSON say in words: each different cell or text once, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.disclosure.personal.columns import is_heading

Words = tuple[str, int]
_CELL = re.compile(r'"((?:[^"]|"")*)"|[^,;\t\n"]+')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
# Less than the shortest number of a person, and dates as machines write them.
_PLAIN = re.compile(r"[-+\d.eE]{1,8}$|\d{4}(?:-\d\d){1,2}$")
_DECIMAL = re.compile(r"-?\d+\.\d+$")


def cells(text: str, lexicon: PersonalLexicon) -> Iterator[Words] | None:
    """The different cells of a table; nothing where a column is headed as one of persons: read that whole."""
    if is_heading(text.partition("\n")[0], lexicon):
        return None
    found = (
        (match[1] if match[1] is not None else match[0], match.start()) for match in _CELL.finditer(text)
    )
    return _different((words.replace("\n", " "), at) for words, at in found)


def strings(text: str) -> Iterator[Words]:
    """The different texts of a JSON file, the names of its fields included."""
    found = ((match[1], match.start() + 1) for match in _STRING.finditer(text))
    return ((_plain_text(words), at) for words, at in _different(found))


def _different(found: Iterator[Words]) -> Iterator[Words]:
    seen: set[str] = set()
    for words, at in found:
        if words not in seen:
            seen.add(words)
            if not _PLAIN.match(words) and not _DECIMAL.match(words):
                yield words, at


def _plain_text(words: str) -> str:
    """A text without the marks by which JSON writes what it cannot hold."""
    if "\\" not in words:
        return words
    try:
        return msgspec.json.decode(f'"{words}"', type=str).replace("\n", " ")
    except msgspec.DecodeError:
        return words
