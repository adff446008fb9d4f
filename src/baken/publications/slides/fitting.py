# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What fits on a slide: long lists and tables go on over more slides. No word is ever cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from baken.model.text import Language
from baken.publications.office.texts import sentences
from baken.publications.report_model import Table
from baken.publications.slides import measure, words
from baken.publications.slides.model import Points, Tabled

POINT, LARGE, BESIDE, FOOT = 18.0, 26.0, 14.0, 12.0
CELL = 13.0
TITLE = (44.0, 40.0, 36.0, 32.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0)
GAP = 6.0
_NUMBERED, _MORE = " (00 van 00)", " …"
CELL_MARGIN, CELL_PADDING = 14.4, 7.2


def title_size(title: str, wide: float, high: float, largest: float = TITLE[0]) -> float | None:
    """The largest size up to that of the template at which a title fits; nothing where it never does."""
    for size in dict.fromkeys((largest, *TITLE)):
        if size <= largest and measure.lines(title, wide, size, bold=True) * size * measure.LINE <= high:
            return size
    return None


def short_title(title: str, wide: float, high: float) -> str:
    """A title that fits, with room for a number behind it: itself, or as many whole words of it as fit."""
    if title_size(title + _NUMBERED, wide, high) is not None:
        return title
    held = title.split()
    while len(held) > 1 and title_size(" ".join(held) + _MORE + _NUMBERED, wide, high) is None:
        held.pop()
    return " ".join(held) + _MORE


def pieces(text: str, wide: float, high: float, size: float) -> list[str]:
    """A text in pieces that each fit: whole, or by its sentences, or by its words."""
    if measure.height([text], wide, size, GAP) <= high:
        return [text]
    parts = sentences(text)
    if len(parts) == 1:
        parts = text.split(" ")
    found = [""]
    for part in parts:
        longer = f"{found[-1]} {part}".strip()
        if found[-1] and measure.height([longer], wide, size, GAP) > high:
            found.append(part)
        else:
            found[-1] = longer
    if found == [text]:
        return found
    return [one for part in found for one in pieces(part, wide, high, size)]


def pages(lines: Sequence[str], wide: float, high: float, size: float) -> list[list[str]]:
    """Lines over as many pages as they need, each page filled from the top."""
    found: list[list[str]] = [[]]
    for line in lines:
        for part in pieces(line, wide, high, size):
            if found[-1] and measure.height([*found[-1], part], wide, size, GAP) > high:
                found.append([])
            found[-1].append(part)
    return found


def spread(slide: Points, wide: float, high: float, language: Language) -> Iterator[tuple[Points, int]]:
    """A slide with points as slides that each fit, each with the number of its first point."""
    size = LARGE if slide.large else POINT
    found = pages(slide.lines, wide, high, size)
    start = 1
    for number, lines in enumerate(found, start=1):
        title = slide.title
        if len(found) > 1:
            title = words.PART.in_(language).format(title=slide.title, number=number, count=len(found))
        yield replace(slide, title=title, lines=tuple(lines)), start
        start += len(lines)


def column_widths(table: Table, wide: float) -> list[float]:
    """Room for each column by its longest words, the rest by how much stands in it."""
    columns = [
        [header, *(row[place].text for row in table.rows)] for place, header in enumerate(table.headers)
    ]
    least = [
        max(measure.width(word, CELL, bold=True) for text in column for word in (text.split() or [""]))
        + CELL_MARGIN
        + 2
        for column in columns
    ]
    spare = wide - sum(least)
    if spare <= 0:
        return [one * wide / sum(least) for one in least]
    wanted = [
        max(max(measure.width(text, CELL) for text in column) + CELL_MARGIN - low, 0.0)
        for column, low in zip(columns, least, strict=True)
    ]
    total = sum(wanted)
    share = min(1.0, spare / total) if total else 0.0
    left = (spare - share * total) / len(columns)
    return [low + share * want + left for low, want in zip(least, wanted, strict=True)]


def row_height(texts: Sequence[str], widths: Sequence[float], *, bold: bool = False) -> float:
    """The height of a table row: that of its fullest cell."""
    most = max(
        measure.lines(text, wide - CELL_MARGIN, CELL, bold=bold)
        for text, wide in zip(texts, widths, strict=True)
    )
    return most * CELL * measure.LINE + CELL_PADDING


def spread_table(slide: Tabled, wide: float, high: float, language: Language) -> Iterator[Tabled]:
    """A table over as many slides as it needs, its headers on each."""
    widths = column_widths(slide.table, wide)
    head = row_height(slide.table.headers, widths, bold=True)
    groups: list[list[int]] = [[]]
    used = head
    for place, row in enumerate(slide.table.rows):
        needed = row_height([cell.text for cell in row], widths)
        if groups[-1] and used + needed > high:
            groups.append([])
            used = head
        groups[-1].append(place)
        used += needed
    for number, group in enumerate(groups, start=1):
        title = slide.title
        if len(groups) > 1:
            title = words.PART.in_(language).format(title=slide.title, number=number, count=len(groups))
        rows = tuple(slide.table.rows[place] for place in group)
        yield replace(slide, title=title, table=replace(slide.table, rows=rows))
