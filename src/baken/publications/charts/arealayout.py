# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a map of areas lies in a drawing: from metres to px, and a scale bar of a round length."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from baken.publications.charts.arcs import Path
from baken.publications.charts.areamodel import Ring
from baken.publications.charts.canvas import Box

_MARGIN = 4.0
_HIGHEST = 480.0
_ROUND = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The place of a map: ``per_metre`` px to the metre, its north-west corner at ``box``."""

    west: float
    north: float
    per_metre: float
    box: Box

    def path(self, ring: Ring) -> Path:
        """A ring on the grid of tenths of a px."""
        left, top, scale = self.box.left, self.box.top, self.per_metre
        return tuple(
            (round((left + (x - self.west) * scale) * 10), round((top + (self.north - y) * scale) * 10))
            for x, y in ring
        )


def sheet(areas: Sequence[Sequence[Ring]], width: float, top: float) -> Sheet:
    """Make the map as large as fits, no higher than the drawing is wide unless that is very small."""
    points = list(chain.from_iterable(ring for rings in areas for ring in rings))
    across, along = [x for x, _ in points], [y for _, y in points]
    wide, high = max(across) - min(across), max(along) - min(along)
    room = (width - 2 * _MARGIN, max(_HIGHEST, width * 0.95))
    scale = min(room[0] / wide if wide else 1.0, room[1] / high if high else 1.0)
    left = (width - wide * scale) / 2
    return Sheet(min(across), max(along), scale, Box(left, top, left + wide * scale, top + high * scale))


def scale_length(per_metre: float, longest: float) -> int:
    """The longest round number of metres (1, 2 or 5 and noughts) that takes at most ``longest`` px."""
    lengths = (step * 10**power for power in range(7) for step in _ROUND)
    return max((length for length in lengths if length * per_metre <= longest), default=1)


def scale_label(metres: int) -> str:
    """A length in words that need no translation: 500 m, 2 km."""
    return f"{metres // 1000} km" if metres >= 1000 else f"{metres} m"
