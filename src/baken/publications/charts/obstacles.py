# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps labels off lines and off each other."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from baken.publications.charts.canvas import Box

Place = tuple[float, float]

# Side of the squares in which boxes are sought, in px: about the height of two names.
_SQUARE = 32.0
# How near text may come to a box, in px.
_GAP = 1.0


def crosses(box: Box, start: Place, end: Place) -> bool:
    """Whether a line from `start` to `end` passes through a box (Liang-Barsky clipping)."""
    (x0, y0), (x1, y1) = start, end
    if max(x0, x1) < box.left or min(x0, x1) > box.right or max(y0, y1) < box.top or min(y0, y1) > box.bottom:
        return False
    dx, dy = x1 - x0, y1 - y0
    enter, leave = 0.0, 1.0
    for delta, room in (
        (-dx, x0 - box.left),
        (dx, box.right - x0),
        (-dy, y0 - box.top),
        (dy, box.bottom - y0),
    ):
        if delta == 0:
            continue
        share = room / delta
        enter, leave = (max(enter, share), leave) if delta < 0 else (enter, min(leave, share))
    return enter <= leave


def _square(place: float) -> int:
    return math.floor(place / _SQUARE)


class Obstacles:
    """What is already drawn in a plot area."""

    def __init__(self, area: Box) -> None:
        self.area = area
        # By square, since a chart may hold thousands of boxes and asks often.
        self._boxes: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        self._lines: list[tuple[Place, Place]] = []

    def add_box(self, box: Box) -> None:
        """Keep this rectangle free of text."""
        left, top, right, bottom = box
        for square in self._squares(Box(left - _GAP, top - _GAP, right + _GAP, bottom + _GAP)):
            self._boxes[square].append(box)

    def add_line(self, places: list[Place]) -> None:
        """Keep this line free of text."""
        self._lines.extend(itertools.pairwise(places))

    def add_path(self, places: list[Place]) -> None:
        """Keep this line, and a marker at each of its points, free of text."""
        self._lines.extend(itertools.pairwise(places))
        for x, y in places:
            self.add_box(Box(x - 4, y - 4, x + 4, y + 4))

    def _squares(self, box: Box) -> Iterator[tuple[int, int]]:
        """The squares that a box touches; text stands within the area, so that others do not matter."""
        left, top, right, bottom = self.area
        across = range(_square(max(box.left, left)), _square(min(box.right, right)) + 1)
        down = range(_square(max(box.top, top)), _square(min(box.bottom, bottom)) + 1)
        return itertools.product(across, down)

    def free(self, box: Box, *, over_lines: bool = False) -> bool:
        """Whether text may stand here."""
        if not box.within(self.area):
            return False
        # Written out, since this is where a chart spends most of its time.
        left, top, right, bottom = box
        for square in self._squares(box):
            for x0, y0, x1, y1 in self._boxes.get(square, ()):
                if left < x1 + _GAP and x0 < right + _GAP and top < y1 + _GAP and y0 < bottom + _GAP:
                    return False
        return over_lines or not any(crosses(box, start, end) for start, end in self._lines)

    def first_free(self, candidates: Iterable[Box], *, over_lines: bool = False) -> Box | None:
        """Give the first candidate where text may stand."""
        return next((box for box in candidates if self.free(box, over_lines=over_lines)), None)
