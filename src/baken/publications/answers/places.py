# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas of a table as the shapes of a map of classes: their outlines, or equal squares by where they lie."""

from __future__ import annotations

from collections.abc import Sequence

from baken.analysis.tables import AreaTable
from baken.areas.outlines import flat
from baken.publications.answers.speech import BORDERS, Speech
from baken.publications.charts import ClassShape

_METRES = 1000.0


def drawable(areas: AreaTable) -> bool:
    """Whether it is known where the areas lie, and there are several."""
    return len(areas.codes) > 1 and (_outlined(areas) or (areas.x is not None and areas.y is not None))


def shapes_of(areas: AreaTable, fills: Sequence[str | None], texts: Sequence[str]) -> tuple[ClassShape, ...]:
    """The shapes, each with the fill of its class (None: not judged) and what is said of it."""
    metres = flat({code: areas.outlines[code] for code in areas.codes}) if _outlined(areas) else {}
    found = []
    for n, code in enumerate(areas.codes):
        x = y = 0.0
        if areas.x is not None and areas.y is not None:
            x, y = float(areas.x[n]) * _METRES, float(areas.y[n]) * _METRES
        rings = metres[code].rings if code in metres else ()
        found.append(ClassShape(code, areas.names[n], fills[n], rings, x, y, texts[n]))
    return tuple(found)


def borders_of(areas: AreaTable, speech: Speech) -> str:
    """Whose borders are drawn."""
    if not _outlined(areas):
        return ""
    sources = dict.fromkeys(one.source for one in areas.outlines.values() if one.source)
    return speech(BORDERS, source="; ".join(sources)) if sources else ""


def _outlined(areas: AreaTable) -> bool:
    return bool(areas.outlines) and set(areas.codes) <= set(areas.outlines)
