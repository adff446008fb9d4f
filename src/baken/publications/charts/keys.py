# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The key of a chart: each mark with the word for it, from left to right in as many rows as needed."""

from collections.abc import Callable, Sequence

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.lettering import shorten, text_width, wrap

# Marks drawn from their middle. High and low differ in form, not in colour alone.
DISC = "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z"
LARGE_DISC = "m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z"
RING = "m-7.5 0a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0z"
UP = "m0 -5.5l5.5 9.5h-11z"
DOWN = "m0 5.5l5.5 -9.5h-11z"
DIAMOND = "m0 -6l6 6l-6 6l-6 -6z"

_SWATCH = 22.0
_BETWEEN = 16.0

Swatch = Callable[[Canvas, Box], None]
Entry = tuple[Swatch, str]


def mark(look: str, form: str) -> Swatch:
    """A mark as it stands in the chart."""

    def draw(canvas: Canvas, box: Box) -> None:
        canvas.path(look, f"M{(box.left + box.right) / 2:.1f} {(box.top + box.bottom) / 2:.1f}{form}")

    return draw


def stroke(look: str) -> Swatch:
    """A short piece of a line."""

    def draw(canvas: Canvas, box: Box) -> None:
        y = (box.top + box.bottom) / 2
        canvas.line(look, (box.left, y), (box.right, y))

    return draw


def block(look: str) -> Swatch:
    """A small bar or piece of a band."""

    def draw(canvas: Canvas, box: Box) -> None:
        canvas.rect(look, box)

    return draw


def filled(fill: str) -> Swatch:
    """A piece of the pattern of a class."""

    def draw(canvas: Canvas, box: Box) -> None:
        canvas.filled_rect(fill, box)

    return draw


def hatched(canvas: Canvas, box: Box) -> None:
    """A piece of the hatching of what is missing."""
    canvas.hatch(box)


def draw_key(canvas: Canvas, entries: Sequence[Entry], top: float) -> float:
    """Draw the key; the answer is where it ends. Entries without words are left out."""
    x, y, step = 2.0, top, canvas.row + 4
    shown = [(swatch, label) for swatch, label in entries if label.strip()]
    for swatch, label in shown:
        text = shorten(label, canvas.size, canvas.width - _SWATCH - 12)
        width = _SWATCH + 6 + text_width(text, canvas.size)
        if x > 2 and x + width > canvas.width - 2:
            x, y = 2.0, y + step
        middle = y + step / 2
        swatch(canvas, Box(x, middle - 7, x + _SWATCH, middle + 7))
        canvas.text("label", (x + _SWATCH + 6, middle + canvas.size * 0.36), text)
        x += width + _BETWEEN
    return y + step if shown else top


def draw_notes(canvas: Canvas, notes: Sequence[str], top: float) -> float:
    """Write sentences under a chart; the answer is where they end."""
    y = top
    for note in notes:
        for line in wrap(note, canvas.size, canvas.width - 6) if note.strip() else ():
            y += canvas.row
            canvas.text("tick", (2, y), line)
    return y + 6 if y > top else top
