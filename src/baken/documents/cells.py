# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Telling the cells of a table from the numbers in its labels and definitions.

One line, or one text, at a time; how rows are put together is in `figure_tables`.
"""

import re
from collections.abc import Collection

__all__ = ["find_definition", "find_stray_cell", "is_whole_number", "split_cells", "year_columns"]

_NUMBER = re.compile(r"[-−+]?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)%?")
_WHOLE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HEADER_WORDS = frozenset({"indicator", "indicatoren", "omschrijving", "onderwerp", "jaar", "jaren"})
# Behind these words a whole number belongs to the text: "per 1.000", "tot 23", "tabel 4".
_NUMBER_FOLLOWS = re.compile(
    r"per|tot|t/m|onder|boven|vanaf|sinds|van|in|uit|naar|tussen|en|of|dan|art\.|artikel|lid|nr\.|nummer|"
    r"tabel|figuur|bijlage|hoofdstuk|paragraaf|pagina|blz\.",
    re.IGNORECASE,
)
# What tables hold in place of a number, beside the marks that a caller allows.
_PLACEHOLDER = re.compile(r"[-–—*.?x]{1,3}|gm|nb|na|nvt|nnb|n\.b\.|n\.a\.|n\.v\.t\.|n\.n\.b\.", re.IGNORECASE)
_OPENING = r"(?:De|Het|Een|Deze|Dit)"
_VERB = r"(?:omvat(?:ten)?|bestaat uit|betreft|betekent|meet|telt)"
_WORD = r"(?:\S*[^\s.]\s+)"
_DEFINES = re.compile(rf"{_OPENING}\s+{_WORD}{{1,8}}?{_VERB}(?!\w)")
_STOP = re.compile(r"(\S+)\.[)\]”’\"]*\s+(?=[^\W\d_])")
_ABBREVIATION = re.compile(r"\(?(?:art|bijv|ca|dhr|excl|gem|incl|max|min|mr|mw|nr|resp|st)", re.IGNORECASE)


def year_columns(text: str) -> tuple[str, ...]:
    """Give the years of a line that is the header of a table, and () for any other line.

    A header is two years or more in rising or falling order, with at most the word "Indicator" or the like
    before them.
    """
    words = text.split()
    if words and words[0].lower().rstrip(":") in _HEADER_WORDS:
        words = words[1:]
    if len(words) < 2 or not all(_YEAR.fullmatch(word) for word in words):
        return ()
    rising = sorted(set(words))
    return tuple(words) if words in (rising, rising[::-1]) else ()


def split_cells(text: str, marks: Collection[str], before: str = "") -> tuple[str, tuple[str, ...]]:
    """Split a line in its words and the cells it ends with: the last tokens that are numbers or `marks`.

    `before` is the text of the line above, when that is part of the same label. A whole number behind a word
    such as "per" stays with the words, and so does a single year.
    """
    tokens = text.split()
    start = len(tokens)
    while start and _is_cell(tokens[start - 1], marks):
        start -= 1
    cells = tokens[start:]
    leading = (before.split() + tokens[:start])[-1:]
    if cells and _WHOLE.fullmatch(cells[0]) and leading:
        single_year = len(cells) == 1 and start > 0 and _YEAR.fullmatch(cells[0]) is not None
        start += single_year or _NUMBER_FOLLOWS.fullmatch(leading[0]) is not None
    return " ".join(tokens[:start]), tuple(tokens[start:])


def _is_cell(token: str, marks: Collection[str]) -> bool:
    return token in marks or _NUMBER.fullmatch(token) is not None


def is_whole_number(token: str) -> bool:
    """Tell a number such as a text may end with ("12", "1.000"), not "3,4" or a mark."""
    return _WHOLE.fullmatch(token) is not None


def find_stray_cell(text: str, count: int, marks: Collection[str]) -> str:
    """Give the last token if it stands where a row of `count` cells has a cell, but is none; else "".

    That is so for a usual placeholder behind a cell, and for any token behind all other cells of a row.
    """
    tokens = text.split()
    if len(tokens) < 2 or _is_cell(tokens[-1], marks):
        return ""
    before, last = tokens[-2], tokens[-1]
    # "2019 –" is a range of years that goes on on the next line.
    behind_cell = (_is_cell(before, marks) and not _YEAR.fullmatch(before)) or _PLACEHOLDER.fullmatch(before)
    if behind_cell and _PLACEHOLDER.fullmatch(last):
        return last
    others = sum(_is_cell(token, marks) for token in tokens[-count:-1])
    return last if others >= max(2, count - 1) else ""


def find_definition(text: str, line_starts: Collection[int]) -> tuple[int, bool] | None:
    """Give where in a cell's text its definition begins, and whether it says so; None when there is none.

    A definition says so with "De <term> omvat" (or a verb like it) at the start of a line or sentence.
    Without that it is what stands behind the first sentence.
    """
    sentences = [found.end() for found in _STOP.finditer(text) if _ends_sentence(found[1], text[found.end()])]
    for start in sorted({*line_starts, *sentences}):
        if _DEFINES.match(text, start):
            return min([start, *sentences]), True
    return (sentences[0], False) if sentences else None


def _ends_sentence(word: str, following: str) -> bool:
    """Tell whether the full stop between `word` and `following` is more than that of an abbreviation."""
    return not following.islower() and "." not in word and not _ABBREVIATION.fullmatch(word)
