# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of answers share: numbers, periods, sources and the cells of tables."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypedDict

from baken.analysis.periods import moment
from baken.analysis.said import Said, both, numeral
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.publications.charts.signalmodel import Tick
from baken.publications.report_model import Cell, Table

NO_DATA = Text("geen gegevens", "no data")
MARGIN = Text("95%-marge", "95 % margin")
AREA = Text("Gebied", "Area")
COUNT = Text("Aantal", "Count")
PER_PEOPLE = Text("{name} per {factor} inwoners", "{name} per {factor} inhabitants")
BORDERS = Text("Grenzen: {source}", "Borders: {source}")
_SOURCE = Text("Bron: {source}", "Source: {source}")
_SNAPSHOT = Text("Momentopname: {name}", "Snapshot: {name}")
_TO = Text("tot", "to")
_MONTHS = {
    Language.NL: ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    Language.EN: ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


@dataclass(frozen=True, slots=True)
class Speech:
    """One language: its words, and its way to print numbers."""

    language: Language

    def __call__(self, text: Text, **words: object) -> str:
        """The words, with gaps filled in."""
        return (both(text, **words) if words else text).in_(self.language)

    def number(self, value: float, decimals: int = 1, *, signed: bool = False) -> str:
        """A number as printed; a dash where there is none."""
        if not math.isfinite(value):
            return numeral(value).in_(self.language) if math.isinf(value) else "–"
        return format_number(value, decimals, self.language, signed=signed)

    def form(self, decimals: int) -> Callable[[float], str]:
        """A function that prints numbers with so many decimals."""
        return partial(format_number, decimals=decimals, language=self.language)

    def span(self, low: float, high: float, decimals: int = 1, *, signed: bool = False) -> str:
        """An interval in words."""
        if math.isnan(low) or math.isnan(high):
            return "–"
        ends = [self.number(one, decimals, signed=signed) for one in (low, high)]
        return f"{ends[0]} {_TO.in_(self.language)} {ends[1]}"

    def chance(self, p: float) -> str:
        """A probability for a table; a dash where there is none."""
        if math.isnan(p):
            return "–"
        return f"< {self.number(0.001, 3)}" if p < 0.001 else self.number(p, 3)

    def dated(self, words: str, period: str) -> str:
        """What is measured with its period, where that is known."""
        return f"{words}, {self.period(period)}" if period else words

    def period(self, name: str) -> str:
        """A period as people write it: "mrt 2021" for 2021-03."""
        try:
            at = moment(name)
        except ValueError:
            return name
        if at.per_year == 12:
            return f"{_MONTHS[self.language][at.number % 12]} {at.number // 12}"
        return name


class Spoken(TypedDict):
    """What a page takes over from the words of an answer."""

    language: Language
    answer: tuple[str, ...]
    caveats: tuple[str, ...]
    sources: tuple[str, ...]


def finite(value: float) -> float | None:
    """The value, or nothing where it is missing or infinite."""
    return float(value) if math.isfinite(value) else None


def decimals_for(values: Iterable[float]) -> int:
    """How many decimals tell values apart: rates of a few per thousand need one, tiny ones more."""
    highest = max((abs(one) for one in values if math.isfinite(one)), default=1.0)
    return 0 if highest >= 1000 else 1 if highest >= 2 else 2 if highest >= 0.2 else 4


def decimals_for_counts(values: Iterable[float]) -> int:
    """The same, but none where all that is known are whole numbers."""
    known = [one for one in values if math.isfinite(one)]
    return 0 if all(one == int(one) for one in known) else decimals_for(known)


def year_ticks(periods: Sequence[str], per_year: int, start: int = 0) -> tuple[Tick, ...]:
    """A label for the first period of each year from ``start`` on, where periods are shorter than years."""
    if per_year not in {4, 12, 52}:
        return ()
    years = [name[:4] for name in periods]
    places = (n for n in range(start, len(years)) if n == start or years[n] != years[n - 1])
    return tuple((float(n), years[n]) for n in places)


def spoken(said: Said, speech: Speech) -> Spoken:
    """The parts of a page that stand in the words of an answer already."""
    origin = [speech(_SOURCE, source=said.source)] if said.source else []
    return Spoken(
        language=speech.language,
        answer=tuple(speech(one) for one in said.sentences),
        caveats=tuple(speech(one.text) for one in said.caveats),
        sources=(*origin, *(speech(_SNAPSHOT, name=name) for name in said.snapshots)),
    )


def figure(text: str) -> Cell:
    """A cell with a figure; a dash is a missing one."""
    return Cell(text, numeric=True, missing=text == "–")


def with_columns(table: Table, kept: Sequence[int]) -> Table:
    """The table with these of its columns only."""
    headers = tuple(table.headers[n] for n in kept)
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    return Table(table.caption, headers, rows, frozenset(i for i, n in enumerate(kept) if n in table.numeric))
