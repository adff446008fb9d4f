# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller says about a chart of a trend: what was observed, and the line fitted to it."""

from dataclasses import dataclass

from baken.publications.charts.checks import check_id, check_interval, check_number
from baken.publications.charts.linemodel import Mark, NumberFormat, Span
from baken.publications.charts.signalmodel import Tick


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One observation; ``value=None`` is missing, and ``text`` then says why.

    ``excluded`` says that the line was fitted without it, ``outlier`` that it lies far from the others.
    """

    label: str
    position: float
    value: float | None
    lower: float | None = None
    upper: float | None = None
    text: str | None = None
    excluded: bool = False
    outlier: bool = False

    def __post_init__(self) -> None:
        check_number(self.position)
        check_interval(self.value, self.lower, self.upper)


@dataclass(frozen=True, slots=True)
class Fitted:
    """The fitted line at one position, with its interval or without."""

    position: float
    value: float
    lower: float | None = None
    upper: float | None = None

    def __post_init__(self) -> None:
        check_number(self.position)
        check_interval(self.value, self.lower, self.upper)


@dataclass(frozen=True, slots=True)
class TrendWords:
    """The words of the key."""

    observed: str = "waarneming"
    excluded: str = "niet meegerekend"
    outlier: str = "uitschieter"
    fitted: str = "trend"
    model: str = "model met seizoen"
    band: str = "95%-interval van de trend"
    change: str = "knik in de trend"
    shift: str = "sprong van niveau"
    missing: str = "geen gegevens"


@dataclass(frozen=True, slots=True)
class TrendChart:
    """Observations with a fitted trend.

    ``fitted`` holds the pieces of the line; between two pieces it is interrupted. ``season`` holds the same
    with the season in it: then the band is given there, and the line bears none. ``changes`` are the places
    where its slope changes, ``shifts`` those where its level does, ``breaks`` those where the figures are
    made differently.
    """

    id: str
    title: str
    description: str
    points: tuple[TrendPoint, ...]
    fitted: tuple[tuple[Fitted, ...], ...]
    unit_label: str
    number_format: NumberFormat
    season: tuple[tuple[Fitted, ...], ...] = ()
    changes: tuple[Mark, ...] = ()
    shifts: tuple[Mark, ...] = ()
    breaks: tuple[Mark, ...] = ()
    shaded: tuple[Span, ...] = ()
    ticks: tuple[Tick, ...] = ()
    axis_format: NumberFormat | None = None
    words: TrendWords = TrendWords()

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.points:
            raise ValueError("a chart of a trend needs at least one point, even if its value is missing")
