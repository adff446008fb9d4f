# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who are neighbours: as stated, by shared borders, or the nearest by their points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from baken.analysis.area_files import outlined
from baken.analysis.tables import AreaTable
from baken.model.errors import UsageError
from baken.model.text import Text

if TYPE_CHECKING:
    from baken.methods.neighbours import Neighbours

_NEAREST = 5
STATED = Text(
    "buren zoals opgegeven of met een gedeelde grens", "neighbours as stated or with a shared border"
)
_BY_POINT = Text("de {k} dichtstbijzijnde gebieden als buren", "the {k} nearest areas as neighbours")


def neighbours_of(areas: AreaTable) -> tuple[Neighbours, Text]:
    """The neighbours of the areas of a table, and in words where they come from.

    Raises:
        UsageError: nothing is known of where the areas lie.

    """
    import numpy as np

    from baken.methods.neighbours import Neighbours

    number = len(areas.codes)
    if areas.neighbours:
        return Neighbours.from_pairs(number, np.array(areas.neighbours)), STATED
    if areas.x is not None and areas.y is not None:
        nearest = min(_NEAREST, number - 1)
        if nearest < 1:
            return Neighbours.from_pairs(number, np.empty((0, 2), dtype=np.int64)), STATED
        words = Text(_BY_POINT.nl.format(k=nearest), _BY_POINT.en.format(k=nearest))
        return Neighbours.nearest(areas.x, areas.y, nearest), words
    raise UsageError(
        "it is not known which areas are neighbours.",
        do="Give --outlines or --neighbours, or the columns x and y.",
    )


def placed(areas: AreaTable) -> AreaTable:
    """The table with the neighbours that its outlines give, if it has outlines of all its areas."""
    if areas.neighbours or set(areas.outlines) != set(areas.codes):
        return areas
    return outlined(areas, areas.outlines)
