# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Writes SVG: the only module that knows about its markup.

Coordinates have one decimal, so that the same chart gives the same bytes on every machine.
"""

from typing import NamedTuple

from baken.publications.charts.looks import GROUND, INK, LOOKS, MUTED, RULE
from baken.publications.charts.patterns import definition
from baken.publications.escaping import escape

NARROW_BELOW = 500
FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif"


class Box(NamedTuple):
    """A rectangle in px, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", gap: float = 0.0) -> bool:
        """Whether two rectangles share space or come closer than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def within(self, other: "Box") -> bool:
        """Whether this rectangle lies wholly inside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


def polyline(points: list[tuple[float, float]]) -> str:
    """Give the path data of an open line."""
    return "M" + "L".join([f"{x:.1f} {y:.1f}" for x, y in points])


class Canvas:
    """Collects the parts of one picture at one width, from back to front."""

    def __init__(self, chart_id: str, width: int) -> None:
        self.key = f"{chart_id}-{width}"
        self.width = width
        self.narrow = width < NARROW_BELOW
        # Larger on a small screen, so that it stays above 12 px when 340 is squeezed into 300.
        self.size = 14.0 if self.narrow else 13.0
        self.row = self.size * 1.3
        self.parts: list[str] = []
        self._hatched = False
        self._fills: dict[str, None] = {}

    def line(self, look: str, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw one straight line."""
        self.parts.append(
            f'<line {LOOKS[look]} x1="{start[0]:.1f}" y1="{start[1]:.1f}"'
            f' x2="{end[0]:.1f}" y2="{end[1]:.1f}"/>'
        )

    def rect(self, look: str, box: Box) -> None:
        """Draw a rectangle."""
        self.parts.append(f"<rect {LOOKS[look]} {_place(box)}/>")

    def hatch(self, box: Box, title: str = "") -> None:
        """Draw hatching: no figure here. It has no CSS fill, since that would replace the pattern."""
        inner = f"<title>{escape(title)}</title>" if title else ""
        self.parts.append(f"<rect {self._hatching()} {_place(box)}>{inner}</rect>")

    def open_hatched(self, class_name: str) -> None:
        """Open a group in which a path without a colour of its own is hatched, and holes stay open."""
        self.parts.append(f'<g {self._hatching(class_name)} fill-rule="evenodd">')

    def _hatching(self, class_name: str = "bk-missing") -> str:
        self._hatched = True
        return f'class="{class_name}" fill="url(#{self.key}-hatch)" stroke="{RULE}" stroke-width="0.8"'

    def filled_path(self, fill: str, data: str, *, edged: bool = True) -> None:
        """Draw a path filled with the pattern of a class; a CSS fill would replace it."""
        edge = "" if edged else ' stroke-width="0"'
        self.parts.append(f'<path {self._filling(fill)}{edge} d="{data}"/>')

    def filled_rect(self, fill: str, box: Box) -> None:
        """Draw a rectangle filled with the pattern of a class."""
        self.parts.append(f"<rect {self._filling(fill)} {_place(box)}/>")

    def _filling(self, fill: str) -> str:
        self._fills[fill] = None
        edge = "light" if fill in {"high", "cluster-1"} else "dark"
        stroke = GROUND if edge == "light" else MUTED
        return f'class="bk-class bk-edge-{edge}" fill="url(#{self.key}-{fill})" stroke="{stroke}"'

    def path(self, look: str, data: str) -> None:
        """Draw a path from its data."""
        self.parts.append(f'<path {LOOKS[look]} d="{data}"/>')

    def text(self, look: str, at: tuple[float, float], content: str, anchor: str = "start") -> None:
        """Write one line of text; `at` is on its baseline."""
        place = f'x="{at[0]:.1f}" y="{at[1]:.1f}"'
        if anchor != "start":
            place += f' text-anchor="{anchor}"'
        self.parts.append(f"<text {LOOKS[look]} {place}>{escape(content)}</text>")

    def turned_text(self, look: str, at: tuple[float, float], content: str) -> None:
        """Write one line of text from bottom to top, centred on `at`."""
        x, y = f"{at[0]:.1f}", f"{at[1]:.1f}"
        self.parts.append(
            f'<text {LOOKS[look]} x="{x}" y="{y}" text-anchor="middle"'
            f' transform="rotate(-90 {x} {y})">{escape(content)}</text>'
        )

    def open(self, class_name: str, title: str) -> None:
        """Open a group with a tooltip."""
        self.parts.append(f'<g class="{class_name}"><title>{escape(title)}</title>')

    def close(self) -> None:
        """Close the group opened last."""
        self.parts.append("</g>")

    def document(self, title: str, description: str, height: float, *, links: bool = False) -> str:
        """Give the whole picture.

        With links inside, the role is "group": the content of an "img" is hidden from assistive technology,
        and a hidden link that still takes focus is a trap.
        """
        wide, high, key = self.width, round(height), self.key
        kind = "bk-narrow" if self.narrow else "bk-wide"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="bk-chart {kind}"'
            f' role="{"group" if links else "img"}" aria-labelledby="{key}-title {key}-desc"'
            f' width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
            f' font-family="{FONT}" font-size="{self.size:.0f}" color="{INK}">'
            f'<title id="{key}-title">{escape(title)}</title>'
            f'<desc id="{key}-desc">{escape(description)}</desc>'
            f"{self._defs()}"
            f'<rect {LOOKS["ground"]} x="0" y="0" width="{wide}" height="{high}"/>'
            f"{''.join(self.parts)}</svg>"
        )

    def _defs(self) -> str:
        classes = "".join(definition(fill, self.key) for fill in self._fills)
        if not self._hatched:
            return f"<defs>{classes}</defs>" if classes else ""
        return (
            f'<defs><pattern id="{self.key}-hatch" width="6" height="6" patternUnits="userSpaceOnUse"'
            f' patternTransform="rotate(45)">'
            f'<rect class="bk-hatch-ground" width="6" height="6" fill="{GROUND}"/>'
            f'<line class="bk-hatch-line" x1="0" y1="0" x2="0" y2="6" stroke="{RULE}" stroke-width="1.6"/>'
            f"</pattern>{classes}</defs>"
        )


def _place(box: Box) -> str:
    return (
        f'x="{box.left:.1f}" y="{box.top:.1f}"'
        f' width="{box.right - box.left:.1f}" height="{box.bottom - box.top:.1f}"'
    )
