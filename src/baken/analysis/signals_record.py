# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An answer about signals as plain data, in a form that does not change."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from baken.analysis.reasons import word
from baken.analysis.tables import SeriesTable

if TYPE_CHECKING:
    from baken.analysis.signal_groups import Event, Group
    from baken.analysis.signals import Signal, SignalAnswer

_NUMBERED = re.compile(r"[A-Za-z]?\d{1,9}", re.ASCII)
_COLUMNS = ("observed", "expected", "upper", "p", "score", "alarm", "reason")


def record(answer: SignalAnswer) -> dict[str, object]:
    """The answer; what was not judged is null (``alarm`` too) and has a reason."""
    ids = _ids(answer.question.series)
    found: dict[str, object] = {
        "series": list(_series(answer, ids)),
        "method": answer.question.method,
        "monitored": len(answer.periods),
        "answer": answer.said.record(),
        "events": [_event(answer, ids, one) for one in answer.events],
    }
    return found if answer.question.from_file else found | _of_store(answer)


def _of_store(answer: SignalAnswer) -> dict[str, object]:
    """What can be told only where areas and kinds are known."""
    groups, alone = answer.groups
    names = answer.question.series.names
    return {
        "groups": [_grouped(names, one) for one in groups],
        "not_on_their_own": [names[row] for row in alone],
        "signals": [_described(one) for one in answer.signals],
        "notes": [_described(one) for one in answer.notes],
        "board": [
            {
                "theme": {"nl": theme.nl, "en": theme.en},
                "area": area.nl,
                "signals": [_described(one) for one in found],
            }
            for theme, area, found in answer.board()
        ],
        "districts": list(answer.by_district()),
    }


def number(value: float) -> float | int | None:
    """A number for a record: whole where it is whole, nothing where there is none."""
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def _described(one: Signal) -> dict[str, object]:
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


def _event(answer: SignalAnswer, ids: Sequence[int | str], one: Event) -> dict[str, object]:
    series = answer.question.series
    return {
        "series": ids[one.row],
        "start": one.start,
        "peak": one.peak,
        "end": one.end,
        "observed": number(one.observed),
        "expected": number(one.expected),
        "running": one.running,
        "found_by_looking": series.kinds[one.row] in series.found_by_looking,
    }


def _grouped(names: Sequence[str], one: Group) -> dict[str, object]:
    return {
        "area": one.area,
        "kind": one.kind,
        "alarms": [names[row] for row in one.rows],
        "notes": [names[row] for row in one.notes],
        "judged": one.series,
        "observed": number(one.observed),
        "expected": number(one.expected),
    }


def _series(answer: SignalAnswer, ids: Sequence[int | str]) -> Iterator[dict[str, object]]:
    series, result = answer.question.series, answer.result
    periods = _periods(answer.periods)
    columns = [getattr(result, name).tolist() for name in _COLUMNS]
    reasons = {value: word(value) for value in set().union(*map(set, columns[-1]))}
    for n, name in enumerate(ids):
        found = [
            _cell(period, values, reasons)
            for period, *values in zip(periods, *(column[n] for column in columns), strict=True)
        ]
        item: dict[str, object] = {"series": name, "periods": found}
        if not answer.question.from_file:
            item |= {"area": series.areas[n], "kind": series.kinds[n]}
        yield item


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
        "alarm": None if reason else bool(alarm),
    }
    if reason:
        found["reason"] = reasons[reason]
    return found
