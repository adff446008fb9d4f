# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds a place for names inside areas of any form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import ceil, floor

from baken.publications.charts.arcs import Path
from baken.publications.charts.canvas import Box
from baken.publications.charts.lettering import fit_name, text_width

Span = tuple[float, float]
_STEP = 3.0
_PADDING = 2.0
LEADING = 1.2


class Ground:
    """What some areas cover together, as stretches from west to east on rows of a few px."""

    def __init__(self, areas: Sequence[Sequence[Path]]) -> None:
        dots = [dot for rings in areas for ring in rings for dot in ring]
        self.top = min(y for _, y in dots) / 10
        self.rows = _rows(areas, self.top, floor((max(y for _, y in dots) / 10 - self.top) / _STEP) + 1)
        total = sum(end - start for row in self.rows for start, end in row) or 1.0
        self.middle = (
            sum((end**2 - start**2) / 2 for row in self.rows for start, end in row) / total,
            sum(self.y(n) * (end - start) for n, row in enumerate(self.rows) for start, end in row) / total,
        )
        self.size = total * _STEP

    def y(self, row: int) -> float:
        """How low a row lies."""
        return self.top + row * _STEP

    def boxes(self, width: float, height: float, share: float = 1.0) -> list[Box]:
        """Boxes that lie inside, or for the given share of their width and height; the most central first."""
        deep = max(1, ceil(height * share / _STEP))
        found = []
        for row in range(len(self.rows) - deep):
            for start, end in _common(self.rows[row : row + deep + 1]):
                if end - start >= width * share:
                    half = min(width, end - start) / 2
                    x = min(max(self.middle[0], start + half), end - half)
                    y = (self.y(row) + self.y(row + deep)) / 2
                    found.append(Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2))
        return sorted(found, key=self._off_middle)

    def _off_middle(self, box: Box) -> float:
        across = (box.left + box.right) / 2 - self.middle[0]
        return across**2 + ((box.top + box.bottom) / 2 - self.middle[1]) ** 2


@dataclass(frozen=True, slots=True)
class Name:
    """What is to be written. Where it does not fit, only the share ``inside`` has to lie within."""

    text: str
    size: float
    bold: bool
    inside: float = 1.0

    def settings(self) -> Iterator[tuple[str, ...]]:
        """The ways to set the name whole: in one line, else broken at a blank or its own hyphen."""
        yield (self.text,)
        # Bold letters are wider than the estimate that breaks the name.
        letters = self.size * (1.07 if self.bold else 1.0)
        longest = max(text_width(piece, letters) for piece in self.text.replace("-", "- ").split() or [""])
        for most, part in ((2, 0.62), (3, 0.45)):
            room = max(text_width(self.text, letters) * part, longest)
            lines = fit_name(self.text, letters, room, most)
            if len(lines) > 1 and " ".join(lines).replace("- ", "-") == self.text:
                yield lines

    def measure(self, lines: Sequence[str]) -> tuple[float, float]:
        """The width and the height that the name takes in some lines."""
        width = max(text_width(line, self.size, bold=self.bold) for line in lines)
        return width + 2 * _PADDING, self.size * LEADING * len(lines) + _PADDING


def place(
    ground: Ground, name: Name, within: Box, taken: Sequence[Box]
) -> tuple[tuple[str, ...], Box] | None:
    """The lines of a name and their box, or nothing where it fits nowhere; a name is never shortened.

    Args:
        ground: what the name is of.
        name: the name and its letters.
        within: the map.
        taken: where other names stand.

    """
    ways = [(lines, *name.measure(lines)) for lines in name.settings()]
    for share in (1.0, name.inside):
        for lines, width, height in ways:
            for box in ground.boxes(width, height, share):
                if box.within(within) and not any(box.overlaps(other, 1.0) for other in taken):
                    return lines, box
    return None


def _rows(areas: Sequence[Sequence[Path]], top: float, number: int) -> list[list[Span]]:
    rows: list[list[Span]] = [[] for _ in range(number)]
    for rings in areas:
        crossed: list[list[float]] = [[] for _ in range(number)]
        for ring in rings:
            for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
                low, high = min(y1, y2) / 10, max(y1, y2) / 10
                for row in range(max(0, ceil((low - top) / _STEP)), number):
                    y = top + row * _STEP
                    if y >= high:
                        break
                    crossed[row].append((x1 + (y * 10 - y1) / (y2 - y1) * (x2 - x1)) / 10)
        for row, places in enumerate(crossed):
            places.sort()
            rows[row] += zip(places[::2], places[1::2], strict=False)
    return [_merged(row) for row in rows]


def _merged(spans: list[Span]) -> list[Span]:
    """Stretches that touch become one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 0.5:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _common(rows: Sequence[list[Span]]) -> list[Span]:
    """The stretches that all rows have."""
    common = rows[0]
    for row in rows[1:]:
        both = chain.from_iterable(((max(a, c), min(b, d)) for c, d in row) for a, b in common)
        common = [(start, end) for start, end in both if end > start]
    return common
