# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The legend of a map: the shades with their classes, and hatching for what is missing."""

from collections.abc import Sequence

from baken.publications.charts.canvas import Box, Canvas
from baken.publications.charts.lettering import shorten, text_width, wrap

_SWATCH = 18.0


def draw_legend(canvas: Canvas, classes: Sequence[str], missing_text: str | None, unit_label: str) -> float:
    """Draw the legend from left to right, in as many rows as needed; the answer is where it ends.

    Without `missing_text` nothing on the map is missing.
    """
    y = 4.0
    for line in wrap(unit_label, canvas.size, canvas.width - 4) if unit_label else ():
        canvas.text("label", (2, y + canvas.size - 2), line)
        y += canvas.row
    entries = [(f"tile-{shade}", label) for shade, label in enumerate(classes)]
    if missing_text is not None:
        entries.append(("missing", missing_text))
    x, step = 2.0, _SWATCH + 7
    for look, label in entries:
        text = shorten(label, canvas.size, canvas.width - _SWATCH - 12)
        width = _SWATCH + 6 + text_width(text, canvas.size)
        if x > 2 and x + width > canvas.width - 2:
            x, y = 2.0, y + step
        box = Box(x, y, x + _SWATCH, y + _SWATCH)
        if look == "missing":
            canvas.hatch(box)
        else:
            canvas.rect(look, box)
        canvas.text("label", (x + _SWATCH + 6, y + _SWATCH / 2 + canvas.size * 0.36), text)
        x += width + 16
    return y + step if entries else y
