# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a deck holds: slides as plain values in one language. Each can have speaker notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.model.text import Language
from baken.publications.cards.model import Card
from baken.publications.charts import BarChart, LineChart
from baken.publications.report_model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first slide: title, subtitle, and below them who, when and which version."""

    title: str
    subtitle: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A title with points; ``large`` sets few words in large letters."""

    title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    ordered: bool = False
    large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Charted:
    """A message with the chart that shows it, what is said beside it, and where the figures come from.

    ``measure`` says what is measured and how the chart is read.
    """

    title: str
    measure: str
    chart: LineChart | BarChart
    decimals: int
    said: tuple[str, ...]
    source: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabled:
    """A title with a table and what must be read with it."""

    title: str
    table: Table
    note: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """A title with a map, which an office program cannot draw, as a picture, and what is said beside it."""

    title: str
    measure: str
    card: Card
    said: tuple[str, ...]
    source: str
    notes: tuple[str, ...]


Slide = Cover | Points | Charted | Tabled | Mapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A whole deck. The day is the edition's, never a clock's."""

    language: Language
    title: str
    author: str
    day: date
    slides: tuple[Slide, ...]
