# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller says about a line chart: plain values, no drawing."""

from collections.abc import Callable
from dataclasses import dataclass

from baken.publications.charts.checks import check_id, check_interval, check_number

NumberFormat = Callable[[float], str]

MOST_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Point:
    """One measurement; `value=None` is a gap, and `text` then says why (e.g. "niet gemeten").

    For a point with a value, `text` replaces the formatted value in the direct label.
    """

    label: str
    position: float
    value: float | None
    lower: float | None = None
    upper: float | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        check_number(self.position)
        check_interval(self.value, self.lower, self.upper)


@dataclass(frozen=True, slots=True)
class Series:
    """A second line, named at its end: the Netherlands, or the same measure by another definition."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A break in comparability: from `position` on the figures are made differently.

    When it coincides with a point it is drawn halfway the previous position and that point.
    """

    position: float
    label: str
    stops_line: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """A shaded period; `start` and `end` are the first and last position that belong to it."""

    start: float
    end: float
    label: str


@dataclass(frozen=True, slots=True)
class Effort:
    """The small panel under a line chart, with columns, e.g. the number of police checks."""

    label: str
    points: tuple[Point, ...]
    number_format: NumberFormat


@dataclass(frozen=True, slots=True)
class LineChart:
    """A series through time; breaks stop every line in it, also the reference.

    `label` names the main line at its end. `axis_format` is for the ticks only.
    """

    id: str
    title: str
    description: str
    points: tuple[Point, ...]
    unit_label: str
    number_format: NumberFormat
    label: str = ""
    reference: Series | None = None
    others: tuple[Series, ...] = ()
    effort: Effort | None = None
    breaks: tuple[Mark, ...] = ()
    shaded: tuple[Span, ...] = ()
    zero_based: bool = True
    axis_format: NumberFormat | None = None
    truncated_text: str = "as begint niet bij 0"

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.points:
            raise ValueError("a line chart needs at least one point, even if its value is missing")
        if len(self.others) > MOST_OTHERS:
            raise ValueError(f"more than {MOST_OTHERS} extra lines cannot be told apart without colour")


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the small multiples; ``breaks`` are its own."""

    label: str
    points: tuple[Point, ...]
    breaks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallMultiples:
    """Several small line charts that share one y axis; `breaks` and `shaded` hold for all."""

    id: str
    title: str
    description: str
    panels: tuple[Panel, ...]
    unit_label: str
    number_format: NumberFormat
    breaks: tuple[Mark, ...] = ()
    shaded: tuple[Span, ...] = ()
    axis_format: NumberFormat | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.panels or not all(panel.points for panel in self.panels):
            raise ValueError("small multiples need at least one panel, and each panel at least one point")
