# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps labels off lines and off each other."""

import itertools
from collections.abc import Iterable

from baken.publications.charts.canvas import Box

Place = tuple[float, float]


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


class Obstacles:
    """What is already drawn in a plot area."""

    def __init__(self, area: Box) -> None:
        self.area = area
        self._boxes: list[Box] = []
        self._lines: list[tuple[Place, Place]] = []

    def add_box(self, box: Box) -> None:
        """Keep this rectangle free of text."""
        self._boxes.append(box)

    def add_line(self, places: list[Place]) -> None:
        """Keep this line free of text."""
        self._lines.extend(itertools.pairwise(places))

    def add_path(self, places: list[Place]) -> None:
        """Keep this line, and a marker at each of its points, free of text."""
        self._lines.extend(itertools.pairwise(places))
        self._boxes.extend(Box(x - 4, y - 4, x + 4, y + 4) for x, y in places)

    def free(self, box: Box, *, over_lines: bool = False) -> bool:
        """Whether text may stand here."""
        if not box.within(self.area):
            return False
        # Written out, since this is where a chart spends most of its time.
        left, top, right, bottom = box
        for x0, y0, x1, y1 in self._boxes:
            if left < x1 + 1 and x0 < right + 1 and top < y1 + 1 and y0 < bottom + 1:
                return False
        return over_lines or not any(crosses(box, start, end) for start, end in self._lines)

    def first_free(self, candidates: Iterable[Box], *, over_lines: bool = False) -> Box | None:
        """Give the first candidate where text may stand."""
        return next((box for box in candidates if self.free(box, over_lines=over_lines)), None)
