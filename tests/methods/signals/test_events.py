# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from baken.methods.reason import Reason
from baken.methods.signals.events import joined_events, new_alarms
from baken.methods.signals.table import SignalTable


def table(alarm: Any, observed: Any = None, reason: Any = None, first: int = 100) -> SignalTable:
    alarms = np.array(alarm, dtype=bool)
    seen = np.where(alarms, 9.0, 2.0) if observed is None else np.array(observed, dtype=float)
    reasons = np.zeros(alarms.shape, np.int8) if reason is None else np.array(reason, dtype=np.int8)
    usual = np.full(alarms.shape, 3.0)
    nothing = np.full(alarms.shape, np.nan)
    return SignalTable(first, seen, usual, nothing, nothing, nothing, alarms, reasons)


def test_consecutive_alarms_are_one_event_and_are_told_once() -> None:
    signals = table([[0, 1, 1, 1, 0, 0]], [[3, 7, 12, 8, 3, 3]])
    assert new_alarms(signals).tolist() == [[False, True, False, False, False, False]]
    events = joined_events(signals)
    assert [one.tolist() for one in (events.start, events.peak, events.end)] == [[101], [102], [103]]
    assert [events.observed[0], events.expected[0], events.excess[0]] == [27.0, 9.0, 18.0]
    assert not events.running[0]


def test_a_new_event_needs_two_quiet_periods() -> None:
    assert new_alarms(table([[1, 0, 1, 0, 0, 1]])).sum() == 2
    assert new_alarms(table([[1, 0, 1, 0, 0, 1]]), quiet=1).sum() == 3
    assert new_alarms(table([[1, 0, 1, 0, 0, 1]]), quiet=3).sum() == 1


def test_a_period_that_was_not_judged_is_not_quiet_and_its_figures_do_not_count() -> None:
    missing = int(Reason.MISSING)
    signals = table([[1, 0, 0, 1]], [[9, np.nan, 3, 8]], [[0, missing, 0, 0]])
    events = joined_events(signals)
    assert len(events.series) == 1
    assert events.observed[0] == 20
    assert events.expected[0] == 9


def test_an_event_runs_on_until_it_was_quiet_long_enough() -> None:
    assert joined_events(table([[0, 1, 0]])).running.tolist() == [True]
    assert joined_events(table([[1, 0, 0]])).running.tolist() == [False]


def test_no_alarm_is_no_event() -> None:
    assert len(joined_events(table([[0, 0], [0, 0]])).series) == 0


def test_quiet_is_at_least_one_period() -> None:
    with pytest.raises(ValueError, match="quiet"):
        new_alarms(table([[0]]), quiet=0)


@given(arrays(bool, (4, 9)), st.integers(1, 4))
def test_each_alarm_lies_in_one_event(alarm: Any, quiet: int) -> None:
    events = joined_events(table(alarm, first=0), quiet)
    inside = np.zeros(alarm.shape, dtype=int)
    for series, start, end in zip(events.series, events.start, events.end, strict=True):
        inside[series, start : end + 1] += 1
    assert inside.max(initial=0) <= 1
    assert (inside[alarm] == 1).all()
    assert ((events.peak >= events.start) & (events.peak <= events.end)).all()
