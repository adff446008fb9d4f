# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which letters the font of a book has. A PDF that everyone can read holds no letter without a shape, so
another letter (of Arabic, of Chinese) stands as a question mark; the pages of the site show it."""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from importlib.resources import files

_ABSENT = "?"
_SPACING = "\n\t\r\u00ad\u200b\u2060"
_LONG = re.compile(r"\w{31,}")
"""A word that no line can hold, whatever the table that it stands in."""
_BASIC = 4
"""The format of the table of a font for the basic plane."""


def readable(text: str) -> str:
    """The text with a question mark for each letter that the font does not have.

    A mark that stands over a letter and is not one with it, as in a misspelled name, is left out.
    """
    return unicodedata.normalize("NFC", text).translate(_Missing())


def broken(text: str) -> str:
    """The text in which a word without end may be broken at the end of a line, after every 15 letters."""
    return _LONG.sub(lambda word: "\u00ad".join(re.findall(r".{1,15}", word[0])), text)


class _Missing(dict[int, str]):
    def __missing__(self, letter: int) -> str:
        known = chr(letter) in _SPACING or letter in _letters()
        absent = "" if unicodedata.combining(chr(letter)) else _ABSENT
        self[letter] = chr(letter) if known and absent else absent
        return self[letter]


@cache
def _letters() -> frozenset[int]:
    """The letters that every face of the font has."""
    held = files("font_source_sans_pro") / "files"
    faces = (
        one
        for one in held.iterdir()
        if re.fullmatch(r"SourceSansPro-(Regular|Bold|It|BoldIt)\.ttf", one.name)
    )
    found = [frozenset(_covered(one.read_bytes())) for one in faces]
    return frozenset.intersection(*found)


def _covered(font: bytes) -> set[int]:
    """The letters in the character map of a font (OpenType, table ``cmap``, format 4)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(tables))
    start = next(offset for name, _, offset, _ in records if name == b"cmap")
    maps = struct.unpack_from(">H", font, start + 2)[0]
    offsets = (struct.unpack_from(">I", font, start + 4 + 8 * number + 4)[0] for number in range(maps))
    place = next(start + one for one in offsets if struct.unpack_from(">H", font, start + one)[0] == _BASIC)
    segments = struct.unpack_from(">H", font, place + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, place + 14)
    starts = struct.unpack_from(f">{segments}H", font, place + 16 + 2 * segments)
    return {letter for first, last in zip(starts, ends, strict=True) for letter in range(first, last + 1)} - {
        0xFFFF
    }
