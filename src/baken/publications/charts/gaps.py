# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Shows that figures are missing: a hatched strip with the reason, so that nobody reads a zero."""

from collections.abc import Sequence
from itertools import groupby

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.lettering import shorten, text_width, wrap
from baken.publications.charts.linemodel import Point
from baken.publications.charts.obstacles import Obstacles
from baken.publications.charts.plot import ordered
from baken.publications.charts.scales import Frame

_WIDEST = 16.0
_HEIGHTS = (0.5, 0.3, 0.7, 0.15, 0.85)


def gaps(points: Sequence[Point]) -> list[list[Point]]:
    """Give the runs of consecutive missing points that have the same reason."""
    runs = groupby(ordered(points), key=lambda point: (point.value is None, point.text))
    return [list(run) for (missing, _), run in runs if missing]


def strip(frame: Frame, gap: Sequence[Point], step: float) -> Box:
    """Give the hatched area of a gap: narrow, and over the full height."""
    half = min(step * 0.5, _WIDEST) / 2
    left, right = frame.x(gap[0].position) - half, frame.x(gap[-1].position) + half
    return Box(left, frame.box.top, right, frame.box.bottom)


def draw_strips(canvas: Canvas, frame: Frame, points: Sequence[Point], step: float) -> list[tuple[Box, str]]:
    """Draw the hatching; the answer says where, and for what reason."""
    drawn = []
    for gap in gaps(points):
        reason = gap[0].text or ""
        years = gap[0].label if len(gap) == 1 else f"{gap[0].label}–{gap[-1].label}"
        box = strip(frame, gap, step)
        canvas.hatch(box, f"{years}: {reason}" if reason else years)
        drawn.append((box, reason))
    return drawn


def _upright(canvas: Canvas, box: Box, lines: Sequence[str]) -> list[Box]:
    """Give the places for a reason written horizontally over its strip."""
    wide = max(text_width(line, canvas.size) for line in lines) + 6
    high = canvas.row * len(lines) + 2
    middle = (box.left + box.right) / 2
    tall = box.bottom - box.top
    tops = [box.top + tall * share - high / 2 for share in _HEIGHTS]
    return [Box(middle - wide / 2, top, middle + wide / 2, top + high) for top in tops]


def draw_reason(canvas: Canvas, area: tuple[Box, str], step: float, taken: Obstacles) -> None:
    """Write why figures are missing: horizontally where that fits, else along the strip."""
    box, reason = area
    if not reason:
        return
    lines = wrap(reason, canvas.size, box.right - box.left + max(0.0, 2 * step - 30))
    whole = " ".join(lines) == " ".join(reason.split())
    plate = taken.first_free(_upright(canvas, box, lines)) if whole and len(lines) <= 3 else None
    if plate is None:
        _draw_turned(canvas, box, reason, taken)
        return
    canvas.rect("plate", plate)
    taken.add_box(plate)
    for index, line in enumerate(lines):
        baseline = plate.top + canvas.row * index + canvas.size
        canvas.text("missing-label", ((plate.left + plate.right) / 2, baseline), line, "middle")


def _draw_turned(canvas: Canvas, box: Box, reason: str, taken: Obstacles) -> None:
    """Write a reason along its strip, or right beside a strip that is narrower than the letters."""
    text = shorten(reason, canvas.size, box.bottom - box.top - 8)
    half, thick = text_width(text, canvas.size) / 2 + 2, canvas.size / 2 + 1
    x, middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    shift = max(0.0, middle - half - box.top - 4)
    tries = [
        Box(centre - thick, y - half, centre + thick, y + half)
        for centre in (x, box.right + thick + 1, box.left - thick - 1)
        for y in (middle, middle - shift, middle + shift)
    ]
    plate = taken.first_free(tries)
    if plate is not None:
        canvas.rect("plate", plate)
        taken.add_box(plate)
    else:
        # No free place: the white edge of the letters keeps them legible without hiding what lies below.
        plate = tries[0]
    at = ((plate.left + plate.right) / 2 + canvas.size * 0.35, (plate.top + plate.bottom) / 2)
    canvas.turned_text("missing-label", at, text)
