# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which of many series is higher than it should be: every monitored period judged, signals put together."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING, Any

from baken.analysis.reasons import word
from baken.analysis.responses import Starts, days_until
from baken.analysis.said import Said
from baken.analysis.signal_groups import Event, Group, events_of, groups_of
from baken.analysis.tables import SeriesTable
from baken.model.errors import UsageError
from baken.model.finding import Caveat
from baken.model.text import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from baken.methods.signals.table import SignalTable

QUARTER = 3
_WEEKS, _MONTHS = 49, 12
_NUMBERED = re.compile(r"[A-Za-z]?\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SignalQuestion:
    """Series, the method that judges them, and how many of their newest periods are judged.

    ``themes`` gives the theme of each kind and ``districts`` the district of each area, for the board;
    ``responses`` the days on which something was begun about a kind in an area.
    ``fewest`` is the fewest cases of a signal, where the method knows of it.
    """

    series: SeriesTable
    method: str
    monitored: int
    themes: Mapping[str, Text] = field(default_factory=dict)
    districts: Mapping[str, str] = field(default_factory=dict)
    responses: Starts = field(default_factory=dict)
    fewest: int = 1
    from_file: bool = True
    caveats: tuple[Caveat, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One alarm: a series (its place in the table) in one period, with what was seen and expected.

    ``q`` is the false discovery rate where the method gives it, NaN elsewhere.
    """

    row: int
    column: int
    name: str
    kind: str
    area: str
    period: str
    observed: float
    expected: float
    upper: float
    p: float
    q: float
    found_by_looking: bool


@dataclass(frozen=True, kw_only=True, eq=False)
class SignalAnswer:
    """What the method says of each series and period, and the signals in it.

    ``q`` is the false discovery rate of each series in the newest period, where the method gives it.
    """

    question: SignalQuestion
    result: SignalTable
    q: NDArray[np.float64] | None = None

    @property
    def periods(self) -> tuple[str, ...]:
        """The monitored periods."""
        return self.question.series.periods[self.result.first :]

    @cached_property
    def said(self) -> Said:
        """The answer in words."""
        from baken.analysis.signals_words import said

        return said(self)

    @cached_property
    def signals(self) -> tuple[Signal, ...]:
        """Every alarm, the newest period first, and within a period the most unlikely first."""
        import numpy as np

        rows, columns = np.nonzero(self.result.alarm)
        found = [
            self._signal(row, column) for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        ]
        return tuple(
            sorted(found, key=lambda one: (-one.column, 1.0 if math.isnan(one.p) else one.p, one.row))
        )

    def of_last(self, periods: int) -> tuple[Signal, ...]:
        """The signals of the newest periods."""
        return tuple(one for one in self.signals if one.column >= len(self.periods) - periods)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Alarms of one series that belong together, those that still run first."""
        return events_of(self.question.series, self.result)

    @cached_property
    def groups(self) -> tuple[tuple[Group, ...], tuple[int, ...]]:
        """The signals of the newest period, and the series whose alarm says nothing on its own."""
        return groups_of(self.question.series, self.result)

    def label(self, code: str) -> Text:
        """The name of a kind or an area."""
        return self.question.series.labels.get(code, Text(code, code))

    def board(self) -> Iterator[tuple[Text, Text, tuple[Signal, ...]]]:
        """The signals of the last quarter by theme and area: (theme, area, signals)."""
        groups: dict[tuple[str, str], list[Signal]] = {}
        themes = {}
        for one in self.of_last(QUARTER):
            theme = self.question.themes.get(one.kind, _OTHER)
            themes[theme.nl] = theme
            groups.setdefault((theme.nl, one.area), []).append(one)
        for (theme_nl, area), found in sorted(groups.items()):
            yield themes[theme_nl], self.label(area), tuple(found)

    def by_district(self) -> Iterator[dict[str, object]]:
        """How many signals each district had in each monitored month, and how soon something was done.

        ``response_days`` is the median over the signals that were answered by a recorded intervention.
        """
        districts = self.question.districts
        days: dict[tuple[str, str], list[int | None]] = {
            (district, period): [] for district in sorted(set(districts.values())) for period in self.periods
        }
        for one in self.signals:
            if one.area in districts:
                starts = self.question.responses.get((one.area, one.kind), ())
                days[districts[one.area], one.period].append(days_until(starts, one.period))
        for (district, period), found in days.items():
            answered = [one for one in found if one is not None]
            yield {
                "district": district,
                "name": self.label(district).nl,
                "period": period,
                "signals": len(found),
                "answered": len(answered),
                "response_days": median(answered) if answered else None,
            }

    def record(self) -> dict[str, object]:
        """The answer as plain data; what was not judged is null and has a reason."""
        answer: dict[str, object] = {
            "series": list(self._series()),
            "method": self.question.method,
            "monitored": len(self.periods),
            "answer": self.said.record(),
        }
        answer["events"] = [self._event(one) for one in self.events]
        if self.question.from_file:
            return answer
        groups, alone = self.groups
        names = self.question.series.names
        return {
            **answer,
            "groups": [self._grouped(one) for one in groups],
            "not_on_their_own": [names[row] for row in alone],
            "signals": [self._described(one) for one in self.signals],
            "board": [
                {
                    "theme": {"nl": theme.nl, "en": theme.en},
                    "area": area.nl,
                    "signals": [self._described(one) for one in found],
                }
                for theme, area, found in self.board()
            ],
            "districts": list(self.by_district()),
        }

    def _signal(self, row: int, column: int) -> Signal:
        series, result = self.question.series, self.result
        kind = series.kinds[row]
        return Signal(
            row=row,
            column=column,
            name=series.names[row],
            kind=kind,
            area=series.areas[row],
            period=self.periods[column],
            observed=float(result.observed[row, column]),
            expected=float(result.expected[row, column]),
            upper=float(result.upper[row, column]),
            p=float(result.p[row, column]),
            q=math.nan if self.q is None or column < len(self.periods) - 1 else float(self.q[row]),
            found_by_looking=kind in series.found_by_looking,
        )

    def _described(self, one: Signal) -> dict[str, object]:
        return {
            "series": one.name,
            "kind": one.kind,
            "area": one.area,
            "period": one.period,
            "observed": number(one.observed),
            "expected": number(one.expected),
            "upper": number(one.upper),
            "p": number(one.p),
            "q": number(one.q),
            "found_by_looking": one.found_by_looking,
        }

    def _event(self, one: Event) -> dict[str, object]:
        return {
            "series": self._ids[one.row],
            "start": one.start,
            "peak": one.peak,
            "end": one.end,
            "observed": number(one.observed),
            "expected": number(one.expected),
            "running": one.running,
        }

    def _grouped(self, one: Group) -> dict[str, object]:
        names = self.question.series.names
        return {
            "area": one.area,
            "kind": one.kind,
            "alarms": [names[row] for row in one.rows],
            "notes": [names[row] for row in one.notes],
            "judged": one.series,
            "observed": number(one.observed),
            "expected": number(one.expected),
        }

    @cached_property
    def _ids(self) -> list[int | str]:
        return _ids(self.question.series)

    def _series(self) -> Iterator[dict[str, object]]:
        series, result = self.question.series, self.result
        periods = _periods(self.periods)
        columns = [
            getattr(result, name).tolist()
            for name in ("observed", "expected", "upper", "p", "score", "alarm", "reason")
        ]
        reasons = {value: word(value) for value in set().union(*map(set, columns[-1]))}
        for n, name in enumerate(self._ids):
            found = [
                _cell(period, values, reasons)
                for period, *values in zip(periods, *(column[n] for column in columns), strict=True)
            ]
            item: dict[str, object] = {"series": name, "periods": found}
            if not self.question.from_file:
                item |= {"area": series.areas[n], "kind": series.kinds[n]}
            yield item


_OTHER = Text("Overig", "Other")


def number(value: float) -> float | int | None:
    """A number for a record: whole where it is whole, nothing where there is none."""
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def usual_monitored(per_year: int, periods: int) -> int:
    """How many of the newest periods are judged where nothing else is asked."""
    return min(_WEEKS if per_year == 52 else _MONTHS, periods)


def ask_signals(question: SignalQuestion) -> SignalAnswer:
    """Put series to the method.

    Raises:
        UsageError: no such method, or more periods are to be judged than there are.

    """
    from baken.analysis.detectors import detect

    periods = len(question.series.periods)
    if question.monitored > periods:
        raise UsageError(
            f"{question.monitored} periods are to be judged, and there are {periods}.",
            do="Use a smaller --monitor.",
        )
    found = detect(question.series, question.method, question.monitored, question.fewest)
    return SignalAnswer(question=question, result=found.table, q=found.q)


def _periods(names: tuple[str, ...]) -> list[int | str]:
    """Periods as in the file; a mere number (t576) as that number."""
    if all(_NUMBERED.fullmatch(name) for name in names):
        return [int(name[not name[0].isdigit() :]) for name in names]
    return list(names)


def _ids(series: SeriesTable) -> list[int | str]:
    """The names of the series as in the file, as numbers where all of them are whole numbers."""
    if all(name.isascii() and name.isdigit() and (name == "0" or name[0] != "0") for name in series.names):
        return [int(name) for name in series.names]
    return list(series.names)


def _cell(period: int | str, values: Sequence[Any], reasons: Mapping[int, str | None]) -> dict[str, object]:
    observed, expected, upper, p, score, alarm, reason = values
    found: dict[str, object] = {
        "period": period,
        "observed": number(observed),
        "expected": number(expected),
        "upper": number(upper),
        "p": number(p),
        "score": number(score),
        "alarm": bool(alarm),
    }
    if reason:
        found["reason"] = reasons[reason]
    return found
