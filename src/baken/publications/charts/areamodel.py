# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller says about a map of areas."""

from dataclasses import dataclass

from baken.publications.charts.checks import check_areas, check_href, check_id, check_number, check_rings
from baken.publications.charts.tilemodel import SHADES

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class AreaShape:
    """One area: its rings in metres (x east, y north), without the first point again; `shade` 0 to 4.

    `text` is the formatted value, or for a missing value the reason ("" means the map's own
    `missing_text`). Areas of one `group` are enclosed by a heavier line and bear its name.
    """

    code: str
    name: str
    rings: tuple[Ring, ...]
    value: float | None
    shade: int | None = None
    text: str = ""
    href: str | None = None
    group: str = ""

    def __post_init__(self) -> None:
        check_number(self.value)
        check_href(self.href)
        if not self.rings:
            raise ValueError(f"area {self.code!r} has no outline")
        check_rings(self.code, self.rings)
        if self.shade is not None and not 0 <= self.shade < SHADES:
            raise ValueError(f"a shade lies between 0 and {SHADES - 1}")
        if self.value is None and self.shade is not None:
            raise ValueError("a missing value has no shade")


@dataclass(frozen=True, slots=True)
class AreaMap:
    """A map with north up; `classes` are the legend labels of shade 0, 1, ..., `source` whose borders."""

    id: str
    title: str
    description: str
    shapes: tuple[AreaShape, ...]
    classes: tuple[str, ...]
    missing_text: str
    unit_label: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        check_id(self.id)
        check_areas([shape.code for shape in self.shapes])
        if len(self.classes) > SHADES:
            raise ValueError(f"at most {SHADES} shades can be told apart")
        if any(shape.shade is not None and shape.shade >= len(self.classes) for shape in self.shapes):
            raise ValueError("an area has a shade that the legend does not explain")
