# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which of many series is higher than it should be: every monitored period judged, signals put together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING

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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SignalQuestion:
    """Series, the method that judges them, and how many of their newest periods are judged.

    ``themes`` gives the theme of each kind and ``districts`` the district of each area, for the board;
    ``responses`` the days on which something was begun about a kind in an area.
    ``fewest`` is the fewest cases of a signal, where the method knows of it. ``shortened``: fewer periods are
    judged than usual, since the series are short.
    """

    series: SeriesTable
    method: str
    monitored: int
    themes: Mapping[str, Text] = field(default_factory=dict)
    districts: Mapping[str, str] = field(default_factory=dict)
    responses: Starts = field(default_factory=dict)
    fewest: int = 1
    shortened: bool = False
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
    def judged(self) -> NDArray[np.bool_]:
        """Which cells of (series, monitored periods) were judged."""
        import numpy as np

        return np.asarray(self.result.reason == 0)

    @property
    def judged_series(self) -> int:
        """How many series were judged in at least one period."""
        return int(self.judged.any(axis=1).sum())

    @property
    def judged_now(self) -> int:
        """How many series were judged in the newest period."""
        return int(self.judged[:, -1].sum())

    @property
    def signals(self) -> tuple[Signal, ...]:
        """Every signal, the newest period first, and within a period the most unlikely first.

        Offences that police find by looking are no signals; they stand in ``notes``.
        """
        return self._alarms[0]

    @property
    def notes(self) -> tuple[Signal, ...]:
        """Where more was registered of what police find by looking, in the same order."""
        return self._alarms[1]

    @cached_property
    def _alarms(self) -> tuple[tuple[Signal, ...], tuple[Signal, ...]]:
        import numpy as np

        rows, columns = np.nonzero(self.result.alarm & self.judged)
        found = [
            self._signal(row, column) for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        ]
        found.sort(key=lambda one: (-one.column, 1.0 if math.isnan(one.p) else one.p, one.row))
        return (
            tuple(one for one in found if not one.found_by_looking),
            tuple(one for one in found if one.found_by_looking),
        )

    def of_last(self, periods: int) -> tuple[Signal, ...]:
        """The signals of the newest periods."""
        return tuple(one for one in self.signals if one.column >= len(self.periods) - periods)

    def notes_of_last(self, periods: int) -> tuple[Signal, ...]:
        """The notes of the newest periods."""
        return tuple(one for one in self.notes if one.column >= len(self.periods) - periods)

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
        ``notes`` counts apart what police found by looking.
        """
        districts = self.question.districts
        days: dict[tuple[str, str], list[int | None]] = {
            (district, period): [] for district in sorted(set(districts.values())) for period in self.periods
        }
        notes = Counter((districts.get(one.area), one.period) for one in self.notes)
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
                "notes": notes[district, period],
                "answered": len(answered),
                "response_days": median(answered) if answered else None,
            }

    def record(self) -> dict[str, object]:
        """The answer as plain data; what was not judged is null and has a reason."""
        from baken.analysis.signals_record import record

        return record(self)

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


_OTHER = Text("Overig", "Other")


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
