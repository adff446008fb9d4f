# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of a plain-text document: cleaned, without blank ones, each with its number in the source.

Here lives what can be said of a single line. Joining lines is done in `passages` and `figure_tables`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

__all__ = ["SourceLine", "join_text", "read_lines"]

# Word processors write the bullets of a symbol font as private-use characters U+F020 to U+F0FF.
_NO_CELL = re.compile(r"^(?:\W|(?:\d+|[a-z]|[ivx]+)[.)]*$|[\d.]+$)|:$", re.IGNORECASE)
_BULLET_AT_START = re.compile("^\\s*[\uf020-\uf0ff•▪◦‣●○■□➢➤✓✔►▶·]\\s*")
# Inside a line only these are surely bullets: "16:24 • Aangepast" is not a list, U+F0E0 is an arrow.
_BULLET_INSIDE = re.compile("(?=[\uf0b7\uf0a7\uf0d8])")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]|\u00ad(?!\\s*$)")
_PAGE_NUMBER = re.compile(
    r"(pagina |blz\.? |p\. |- )?(\d{1,3})( van \d{1,3}| ?/ ?\d{1,3}| -)?", re.IGNORECASE
)
_WORD_BREAK = re.compile(r"\w-$")
_SUSPENDED = re.compile(r"(?:en|of|en/of|t/m|tot)\b")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line that carries text.

    `number` counts from 1 as an editor does; `gap` is the number of blank lines above it; `new_page` tells
    that it is the first of a page; `bullet` that it began with a bullet sign (its text then begins with "-").
    `row` holds the line with its cells set apart by " | " where it is one of a table, and "" elsewhere.
    """

    number: int
    text: str
    gap: int = 0
    new_page: bool = False
    bullet: bool = False
    row: str = ""


def read_lines(text: str) -> tuple[SourceLine, ...]:
    """Give the lines of `text` that carry text, in order; numbers of pages are left out.

    White space within a line becomes one space. A line holding a form feed, or a bullet halfway, gives more
    than one `SourceLine` with the same number. Raises nothing.
    """
    pages: list[list[SourceLine]] = []
    number = 1
    for page in text.replace("\r\n", "\n").replace("\r", "\n").split("\f"):
        pages.append(list(_page_lines(page, number)))
        number += page.count("\n")
    found: list[SourceLine] = []
    for lines in _without_page_numbers(pages) if len(pages) > 1 else pages:
        found += [replace(lines[0], new_page=True), *lines[1:]] if lines and found else lines
    return _rows_only_in_tables(found)


def _rows_only_in_tables(lines: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
    """Keep the cells of lines that stand in a table: next to another of as many cells.

    Two cells with a tab between them are a table from three lines on; fewer are more often words and a tab.
    """
    counts = [line.row.count(" | ") + 1 if line.row else 0 for line in lines]
    runs: list[int] = []
    for index, count in enumerate(counts):
        runs.append(runs[-1] + 1 if index and count and counts[index - 1] == count else bool(count))
    for index in range(len(lines) - 2, -1, -1):
        if runs[index] and counts[index] == counts[index + 1]:
            runs[index] = runs[index + 1]
    return tuple(
        line if run >= (2 if count > 2 or "|" in line.text else 3) else replace(line, row="")
        for line, run, count in zip(lines, runs, counts, strict=True)
    )


def _cells(raw: str) -> str:
    """A line that may be of a table with " | " between its cells; "" for any other line."""
    mark = "|" if "|" in raw else "\t"
    inside = raw.lstrip().rstrip(" \r\n")  # a tab at the end is an empty cell
    if mark not in inside.rstrip():
        return ""
    inside = inside.removeprefix("|").removesuffix("|") if mark == "|" else inside
    cells = [" ".join(cell.split()) for cell in inside.split(mark)]
    # Not a number or bullet with its words, nor a label with what it is.
    is_label = mark == "\t" and len(cells) == 2 and (not cells[0] or _NO_CELL.search(cells[0]))
    if len(cells) < 2 or is_label:
        return ""
    return " | ".join(cells)


def _page_lines(page: str, number: int) -> Iterator[SourceLine]:
    gap = 0
    for offset, raw in enumerate(page.split("\n")):
        pieces = [piece for piece in _BULLET_INSIDE.split(raw) if piece.strip()]
        for piece in pieces:
            text = _INVISIBLE.sub("", unicodedata.normalize("NFC", piece))
            cleaned = " ".join(_BULLET_AT_START.sub("- ", text).split())
            if cleaned.strip("\u00ad"):
                bullet = _BULLET_AT_START.match(text) is not None
                row = _cells(piece) if len(pieces) == 1 else ""
                yield SourceLine(number + offset, cleaned, gap, bullet=bullet, row=row)
                gap = 0
        gap += not pieces


def _without_page_numbers(pages: Sequence[Sequence[SourceLine]]) -> Iterator[list[SourceLine]]:
    """Leave out a page number on top or at the foot: it would stand in the middle of a sentence.

    A bare number may also be of the sentence. It is a page number only if it counts along with the pages.
    """
    leads = Counter(
        int(found[2]) - index
        for index, page in enumerate(pages)
        for line in {*page[:1], *page[-1:]}
        if (found := _PAGE_NUMBER.fullmatch(line.text))
    )
    for index, page in enumerate(pages):
        kept = list(page)
        for end in (0, -1):
            found = _PAGE_NUMBER.fullmatch(kept[end].text) if kept else None
            if found and (found[1] or index + 1 == int(found[2]) or leads[int(found[2]) - index] > 1):
                del kept[end]
        yield kept


def join_text(left: str, right: str) -> str:
    """Put `right` behind `left` as the next line of the same sentence; the result ends with `right`.

    A soft hyphen at the end of `left` goes. A hard hyphen stays, because whether it belongs to the word
    cannot be seen ("politie-" + "eenheid"); no space comes behind it, save in "Zorg-" + "en Veiligheidshuis".
    """
    if left.endswith("\u00ad"):
        return left[:-1] + right
    if _WORD_BREAK.search(left) and not _SUSPENDED.match(right):
        return left + right
    return f"{left} {right}" if left else right
