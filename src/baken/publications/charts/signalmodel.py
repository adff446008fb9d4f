# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller says about a chart of signals: counts with what was expected, and the alarms among them."""

from dataclasses import dataclass

from baken.publications.charts.checks import check_id, check_number
from baken.publications.charts.linemodel import Mark, NumberFormat, Span

Tick = tuple[float, str]


@dataclass(frozen=True, slots=True)
class SignalPoint:
    """The count of one period; ``observed=None`` is missing, and ``text`` then says why.

    ``expected`` and ``upper`` (the highest count that is no alarm) are None where nothing was judged.
    """

    label: str
    position: float
    observed: float | None
    expected: float | None = None
    upper: float | None = None
    alarm: bool = False
    text: str | None = None

    def __post_init__(self) -> None:
        for number in (self.position, self.observed, self.expected, self.upper):
            check_number(number)
        if self.alarm and self.observed is None:
            raise ValueError("a missing count is no alarm")


@dataclass(frozen=True, slots=True)
class SignalWords:
    """The words of the key, and the word that stands at an alarm."""

    alarm: str = "signaal"
    observed: str = "geteld"
    past: str = "geteld, niet beoordeeld"
    expected: str = "verwacht"
    upper: str = "bovengrens"
    missing: str = "geen gegevens"


@dataclass(frozen=True, slots=True)
class SignalChart:
    """Counts of one series through time. ``ticks`` are the labels of the x axis; without them every label."""

    id: str
    title: str
    description: str
    points: tuple[SignalPoint, ...]
    unit_label: str
    number_format: NumberFormat
    ticks: tuple[Tick, ...] = ()
    breaks: tuple[Mark, ...] = ()
    shaded: tuple[Span, ...] = ()
    words: SignalWords = SignalWords()

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.points:
            raise ValueError("a chart of signals needs at least one period, even if its count is missing")


@dataclass(frozen=True, slots=True)
class SignalPanel:
    """One series among others; ``note`` is a short line under its name, e.g. the latest count."""

    label: str
    points: tuple[SignalPoint, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignalPanels:
    """Small charts of signals side by side. Each has a y axis of its own: the unit label must say so."""

    id: str
    title: str
    description: str
    panels: tuple[SignalPanel, ...]
    unit_label: str
    number_format: NumberFormat
    ticks: tuple[Tick, ...] = ()
    breaks: tuple[Mark, ...] = ()
    words: SignalWords = SignalWords()

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.panels or not all(panel.points for panel in self.panels):
            raise ValueError("panels of signals need at least one panel, and each at least one period")
