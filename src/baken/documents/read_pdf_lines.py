# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the lines of a PDF are: headers and footers, headings, rows of tables, or text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from baken.documents.read_pdf_page import PdfLine, PdfPage

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(pagina |page |blz\.? |p\. |- )?(\d{1,4})( van \d{1,4}| of \d{1,4}| ?/ ?\d{1,4}| -)?", re.IGNORECASE
)
_FIRST_NUMBER = re.compile(r"(?:pagina |page |- )?(\d{1,4})(?![\d.,%])", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"(?<![\d.,])(\d{1,4})(?: van \d{1,4}| of \d{1,4}| ?/ ?\d{1,4})?(?: -)?$")
_MARGIN = 0.12
_LONGEST_MARGIN = 150
_LARGER = 1.15
_LONGEST_HEADING = 150
_MOST_LINES_OF_HEADING = 2
_FURTHER_APART = 1.35
_ANY_LETTER = re.compile(r"[^\W\d_]")


def without_margins(pages: Sequence[PdfPage]) -> list[list[PdfLine]]:
    """The lines of each page without headers, footers and page numbers.

    They stand in the upper or lower part of the page. They come back at one height on other pages and differ
    in figures only, or they begin or end with a number that counts along with the pages.
    """
    margins = _Margins(pages)
    return [
        [line for line in page.lines if not margins.holds(line, page, index)]
        for index, page in enumerate(pages)
    ]


class _Margins:
    """What comes back at the edges of the pages of a document."""

    def __init__(self, pages: Sequence[PdfPage]) -> None:
        self.places: Counter[tuple[str, int]] = Counter()
        self.leads: Counter[int] = Counter()
        for index, page in enumerate(pages):
            at_edge = [line for line in page.lines if _is_at_edge(line, page)]
            self.places.update({key for line in at_edge for key in _keys(line)})
            self.leads.update({lead for line in at_edge for lead in _leads(line, index)})
        written = sum(bool(page.lines) for page in pages)
        self.often = max(2, -(-written // 3))
        self.enough = min(3, self.often)

    def holds(self, line: PdfLine, page: PdfPage, index: int) -> bool:
        """Whether a line is no part of the text."""
        if not _is_at_edge(line, page):
            return False
        # The head of a table comes back too, on the pages of the table.
        enough = self.often if line.gaps else self.enough
        if max(self.places[key] for key in _keys(line)) >= enough:
            return True
        if any(self.leads[lead] >= max(3, self.often) for lead in _leads(line, index)):
            return True
        found = _PAGE_NUMBER.fullmatch(line.text)
        if not found:
            return False
        return bool(found[1]) or int(found[2]) == index + 1 or self.leads[int(found[2]) - index] > 1


def _is_at_edge(line: PdfLine, page: PdfPage) -> bool:
    margin = _MARGIN * (page.top - page.bottom)
    return line.bottom < page.bottom + margin or line.bottom + line.size > page.top - margin


def _keys(line: PdfLine) -> tuple[tuple[str, int], tuple[str, int]]:
    """What a header is counted by: its words, and its height on the page, rounded both ways."""
    words = _DIGITS.sub("0", line.text.casefold())
    return (words, 2 * int(line.bottom // 6)), (words, 2 * int((line.bottom + 3) // 6) + 1)


def _leads(line: PdfLine, index: int) -> set[int]:
    """How far the numbers that a short line begins and ends with are ahead of the page."""
    if len(line.text) > _LONGEST_MARGIN:
        return set()
    found = (_FIRST_NUMBER.match(line.text), _LAST_NUMBER.search(line.text))
    return {int(one[1]) - index for one in found if one}


def in_order(lines: list[PdfLine]) -> list[PdfLine]:
    """The lines from top to bottom where the page draws them otherwise; columns stay one after another."""
    jumps = sum(
        later.bottom > earlier.bottom + 2 * earlier.size
        and later.left < earlier.right
        and earlier.left < later.right
        for earlier, later in pairwise(lines)
    )
    if jumps <= max(1, len(lines) // 10):
        return lines
    return sorted(lines, key=lambda line: (-line.bottom, line.left))


def body_size(pages: Sequence[Sequence[PdfLine]]) -> float:
    """The height of the letters that most of the text has."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def headings(lines: Sequence[PdfLine], body: float) -> set[int]:
    """The numbers of the lines that are headings: larger than the text or bold, short, and few together."""
    found: set[int] = set()
    group: list[int] = []
    for index, line in enumerate([*lines, None]):
        looks = line is not None and _looks_like_heading(line, body)
        if line is not None and looks and (not group or _go_together(lines[group[-1]], line)):
            group.append(index)
            continue
        if group and _is_heading([lines[one] for one in group], body):
            found.update(group)
        group = [index] if looks else []
    return found


def _looks_like_heading(line: PdfLine, body: float) -> bool:
    styled = line.size > _LARGER * body or line.bold
    return styled and not line.gaps and _ANY_LETTER.search(line.text) is not None and line.text[0] not in "•-"


def _go_together(above: PdfLine, line: PdfLine) -> bool:
    same_look = abs(above.size - line.size) < 0.5 and above.bold == line.bold
    return same_look and above.page == line.page and 0 < above.bottom - line.bottom < 2 * line.size


def _is_heading(group: Sequence[PdfLine], body: float) -> bool:
    length = sum(len(line.text) for line in group)
    larger = group[0].size > _LARGER * body
    ended = group[-1].text[-1] in ".;:,!" and not larger
    few = len(group) <= _MOST_LINES_OF_HEADING * (2 if larger else 1)
    return few and length <= _LONGEST_HEADING and not ended


def rows(lines: Sequence[PdfLine]) -> set[int]:
    """The numbers of the lines that are rows of a table: gaps between words, as in the line above or below.

    A single gap without figures and without such a neighbour is only a gap.
    """
    found = set()
    for index, line in enumerate(lines):
        if not line.gaps:
            continue
        beside = [lines[one] for one in (index - 1, index + 1) if 0 <= one < len(lines)]
        in_table = any(one.gaps and one.page == line.page for one in beside)
        if line.gaps > 1 or in_table or any(sign.isdigit() for sign in line.text.partition(" | ")[2]):
            found.add(index)
    return found


def with_gaps(lines: Sequence[PdfLine]) -> Iterator[tuple[PdfLine, bool]]:
    """Each line with whether it stands apart from the one above: further down than the lines of a text do, or
    back at the margin after an item.
    """
    steps = [
        earlier.bottom - later.bottom
        for earlier, later in pairwise(lines)
        if earlier.page == later.page and 0 < earlier.bottom - later.bottom < 3 * later.size
    ]
    usual = median(steps) if steps else 0.0
    above: PdfLine | None = None
    item: PdfLine | None = None
    for line in lines:
        step = above.bottom - line.bottom if above and above.page == line.page else 0.0
        apart = usual > 0 and step > _FURTHER_APART * usual
        if line.text[0] in "•-–":
            item = line
        elif item and (item.page != line.page or line.left < item.left + 1):
            apart, item = apart or item.page == line.page, None
        yield line, apart
        above = line
