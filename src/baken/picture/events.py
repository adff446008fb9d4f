# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Events beside the statistics: incidents one by one, demonstrations as a number for each month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.model.event import Demonstrations, EventRegister, Incident
from baken.model.period import Period, PeriodKind


@dataclass(frozen=True, slots=True)
class MonthCount:
    """The demonstrations of one month. Where the register is not ``complete`` there may have been more."""

    period: Period
    count: int
    complete: bool


def incidents(register: EventRegister, on: date) -> tuple[Incident, ...]:
    """The incidents by a day, the newest first."""
    found = [one for one in register.incidents if one.date <= on]
    return tuple(sorted(found, key=lambda one: (one.date, one.id), reverse=True))


def demonstrations_per_month(register: EventRegister, on: date) -> tuple[MonthCount, ...]:
    """The number of demonstrations in each month that is over by a day, the oldest first.

    A month without one is zero only where the register is complete; any other month is left out.
    """
    counts: dict[Period, int] = {}
    for one in register.demonstrations:
        if one.period is not None:
            counts[one.period] = counts.get(one.period, 0) + one.count
    months = {*counts, *_complete(register)}
    complete = set(_complete(register))
    return tuple(
        MonthCount(one, counts.get(one, 0), one in complete)
        for one in sorted(months, key=lambda month: month.start)
        if one.end <= on
    )


def by_class(register: EventRegister, on: date) -> dict[tuple[str, str], int]:
    """The number of demonstrations by size and risk, over the months that are known and over."""
    found: dict[tuple[str, str], int] = {}
    for one in register.demonstrations:
        if one.period is not None and one.period.end <= on:
            key = (one.size.value, one.risk.value)
            found[key] = found.get(key, 0) + one.count
    return dict(sorted(found.items()))


def without_month(register: EventRegister) -> tuple[Demonstrations, ...]:
    """Demonstrations of which no document tells the month."""
    return tuple(one for one in register.demonstrations if one.period is None)


def _complete(register: EventRegister) -> list[Period]:
    """Every month in which the register holds all demonstrations."""
    if not register.complete_from:
        return []
    first, last = Period.parse(register.complete_from), Period.parse(register.complete_to)
    numbers = range(first.year * 12 + first.number - 1, last.year * 12 + last.number)
    return [Period(PeriodKind.MONTH, number // 12, number % 12 + 1) for number in numbers]
