# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller says about a map of areas in classes that have no order: hotspots, clusters."""

from dataclasses import dataclass
from math import isfinite

from baken.publications.charts.areamodel import Ring
from baken.publications.charts.checks import check_areas, check_href, check_id, check_rings
from baken.publications.charts.patterns import PATTERNS


@dataclass(frozen=True, slots=True)
class MapClass:
    """A class: how its areas are filled (a name of ``patterns.PATTERNS``) and its words in the legend.

    ``mark`` is a short text at the class's own ground, e.g. the number of a cluster. Areas of a class that
    is ``named`` bear their name on the map; the others do where there are few areas.
    """

    fill: str
    label: str
    mark: str = ""
    named: bool = False

    def __post_init__(self) -> None:
        if self.fill not in PATTERNS:
            raise ValueError(f"there is no pattern {self.fill!r}; there are {', '.join(PATTERNS)}")


@dataclass(frozen=True, slots=True)
class ClassShape:
    """One area: its class as the fill of that class, or None where it was not judged (hatched).

    It has rings in metres (x east, y north, without the first point again), or where there are none a place
    ``x``, ``y`` in metres; ``text`` says what was found, or why nothing could be.
    """

    code: str
    name: str
    fill: str | None
    rings: tuple[Ring, ...] = ()
    x: float = 0.0
    y: float = 0.0
    text: str = ""
    href: str | None = None

    def __post_init__(self) -> None:
        check_href(self.href)
        check_rings(self.code, self.rings)
        if not (isfinite(self.x) and isfinite(self.y)):
            raise ValueError("a point must be finite")


@dataclass(frozen=True, slots=True)
class ClassMap:
    """A map with north up, or equal squares where some area has no outline."""

    id: str
    title: str
    description: str
    shapes: tuple[ClassShape, ...]
    classes: tuple[MapClass, ...]
    missing_text: str
    unit_label: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        check_id(self.id)
        check_areas([shape.code for shape in self.shapes])
        known = {one.fill for one in self.classes}
        if len(known) != len(self.classes):
            raise ValueError("two classes look the same")
        if any(shape.fill is not None and shape.fill not in known for shape in self.shapes):
            raise ValueError("an area has a class that the legend does not explain")

    @property
    def outlined(self) -> bool:
        """Whether every area has an outline."""
        return all(shape.rings for shape in self.shapes)
