# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From alarms per period to events: what lasts some months is one event and is told once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray
from baken.methods.signals.table import SignalTable

QUIET = 2


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """One item per event, by series and then by time; periods are places in the input.

    ``start`` and ``end`` are its first and last alarm, ``peak`` the alarm with the largest excess over the
    expected count. ``observed``, ``expected`` and ``excess`` are sums over the judged periods from start to
    end. ``running``: not yet ended by enough quiet periods.
    """

    series: NDArray[np.int64]
    start: NDArray[np.int64]
    peak: NDArray[np.int64]
    end: NDArray[np.int64]
    observed: FloatArray
    expected: FloatArray
    excess: FloatArray
    running: NDArray[np.bool_]


def new_alarms(table: SignalTable, quiet: int = QUIET) -> NDArray[np.bool_]:
    """Return (series, monitored): the alarms with which an event begins, so what must be told.

    An alarm begins a new event when no alarm came before it, or when at least ``quiet`` judged periods
    without alarm lie between. A period that was not judged does not count as quiet.

    Raises:
        ValueError: quiet below 1.

    """
    if quiet < 1:
        raise ValueError(f"quiet must be at least 1 period; got {quiet}")
    alarm = table.alarm & (table.reason == 0)
    result = np.zeros(alarm.shape, dtype=np.bool_)
    still = np.full(alarm.shape[0], quiet, dtype=np.int64)
    for period in range(alarm.shape[1]):
        now = alarm[:, period]
        result[:, period] = now & (still >= quiet)
        still = np.where(now, 0, still + (table.reason[:, period] == 0))
    return result


def joined_events(table: SignalTable, quiet: int = QUIET) -> Events:
    """Join the alarms of each series to events; see ``new_alarms`` for when a new one begins.

    Raises:
        ValueError: quiet below 1.

    """
    begins = new_alarms(table, quiet)
    alarm = table.alarm & (table.reason == 0)
    row, column = np.nonzero(alarm)
    event = np.cumsum(begins[row, column]) - 1
    number = int(begins.sum())
    first, last = np.full(number, -1), np.full(number, -1)
    first[event[::-1]] = column[::-1]
    last[event] = column
    series = np.zeros(number, dtype=np.int64)
    series[event] = row
    seen, usual = _within(table.observed, table, series, (first, last)), None
    usual = _within(table.expected, table, series, (first, last))
    excess = (table.observed - table.expected)[row, column]
    order = np.lexsort((-column, excess, event))
    peak = np.zeros(number, dtype=np.int64)
    peak[event[order]] = column[order]
    judged = np.cumsum(table.reason == 0, axis=1)
    after = judged[series, -1] - judged[series, last] if number else np.zeros(0, dtype=np.int64)
    place = table.first
    return Events(series, first + place, peak + place, last + place, seen, usual, seen - usual, after < quiet)


def _within(
    values: FloatArray, table: SignalTable, series: NDArray[np.int64], ends: tuple[NDArray[np.int64], ...]
) -> FloatArray:
    """Sum over the judged periods from the first to the last of each event."""
    sums = np.zeros((values.shape[0], values.shape[1] + 1))
    np.cumsum(np.where(table.reason == 0, values, 0.0), axis=1, out=sums[:, 1:])
    return np.asarray(sums[series, ends[1] + 1] - sums[series, ends[0]])
