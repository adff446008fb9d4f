# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.signals.grouping import GroupedSignals, Hierarchy, grouped_signals

# A town (node 0) with 8 districts (1-8) of 10 neighbourhoods (9-88); 3 groups (1-3) of 4 offences (4-15).
AREAS = np.array([-1] + [0] * 8 + [1 + i // 10 for i in range(80)])
OFFENCES = np.array([-1] + [0] * 3 + [1 + i // 4 for i in range(12)])
AREA = np.repeat(np.arange(9, 89), 12)
OFFENCE = np.tile(np.arange(4, 16), 80)
COUNT = len(AREA)


def grouped(alarm: Any, lonely: Any = None, expected: Any = None) -> GroupedSignals:
    usual = np.full(COUNT, 2.0) if expected is None else expected
    return grouped_signals(
        alarm, np.where(alarm, 9.0, 2.0), usual, Hierarchy(AREA, OFFENCE, AREAS, OFFENCES, lonely)
    )


def told(signals: GroupedSignals) -> list[tuple[int, int]]:
    return list(zip(signals.area.tolist(), signals.offence.tolist(), strict=True))


def series(area: int, offence: int) -> int:
    return int(np.flatnonzero((area == AREA) & (offence == OFFENCE))[0])


def alarms(*pairs: tuple[int, int]) -> Any:
    result = np.zeros(COUNT, dtype=bool)
    result[[series(*pair) for pair in pairs]] = True
    return result


def test_one_wave_over_ten_neighbourhoods_of_a_district_is_one_signal() -> None:
    signals = grouped(alarms(*[(area, 7) for area in range(9, 19)]))
    assert told(signals) == [(1, 7)]
    assert [signals.alarms[0], signals.series[0], signals.excess[0]] == [10, 10, 70.0]


def test_a_wave_over_ten_neighbourhoods_all_over_town_is_one_signal_of_the_town() -> None:
    signals = grouped(alarms(*[(area, 7) for area in range(9, 89, 8)]))
    assert told(signals) == [(0, 7)]
    assert signals.alarms[0] == 10


def test_many_offences_at_once_in_one_neighbourhood_are_one_signal() -> None:
    signals = grouped(alarms(*[(20, offence) for offence in range(4, 16)]))
    assert told(signals) == [(20, 0)]


def test_alarms_with_nothing_in_common_stay_apart() -> None:
    signals = grouped(alarms((9, 4), (30, 9), (80, 14)))
    assert len(signals.area) == 3
    assert sorted(signals.area) == [9, 30, 80]
    assert (signals.alarms == 1).all()


def test_alarms_spread_at_random_stay_apart_and_a_wave_among_them_does_not() -> None:
    alarm = np.zeros(COUNT, dtype=bool)
    alarm[np.random.default_rng(4).choice(COUNT, 12, replace=False)] = True
    assert len(grouped(alarm).area) == alarm.sum()
    alarm |= (AREAS[AREA] == 3) & (OFFENCE == 6)
    assert told(grouped(alarm))[0] == (3, 6)


def test_two_waves_are_two_signals_and_a_lone_alarm_is_a_third() -> None:
    wave = [(area, 7) for area in range(9, 19)] + [(area, 12) for area in range(49, 59)]
    signals = grouped(alarms(*wave, (88, 15)))
    assert told(signals) == [(1, 7), (5, 12), (88, 15)]


def test_offences_found_by_looking_are_only_a_note_with_another_alarm_of_the_area() -> None:
    lonely = OFFENCE == 15
    signals = grouped(alarms((9, 4), (9, 15), (40, 15)), lonely)
    assert len(signals.area) == 1
    assert signals.alarms[0] == 1
    assert signals.excess[0] == 7
    assert signals.note[series(9, 15)]
    assert signals.signal[series(9, 15)] == 0
    assert not signals.note[series(40, 15)]
    assert signals.signal[series(40, 15)] == -1


def test_what_was_not_judged_is_no_part_of_anything() -> None:
    expected = np.full(COUNT, 2.0)
    expected[series(9, 4)] = np.nan
    signals = grouped(alarms((9, 4)), expected=expected)
    assert len(signals.area) == 0
    assert (signals.signal == -1).all()


@given(st.sets(st.integers(0, COUNT - 1), max_size=60))
def test_every_alarm_belongs_to_exactly_one_signal_above_it(chosen: Any) -> None:
    alarm = np.zeros(COUNT, dtype=bool)
    alarm[list(chosen)] = True
    signals = grouped(alarm)
    assert ((signals.signal >= 0) == alarm).all()
    assert signals.alarms.sum() == alarm.sum()
    for own in np.flatnonzero(alarm):
        node, above = signals.area[signals.signal[own]], [AREA[own]]
        while AREAS[above[-1]] >= 0:
            above.append(AREAS[above[-1]])
        assert node in above


@pytest.mark.parametrize(
    ("hierarchy", "message"),
    [
        (Hierarchy([0, 5], [0, 0], [-1], [-1]), "does not exist"),
        (Hierarchy([0, 0], [0, 0], [1, 0], [-1]), "loop"),
        (Hierarchy([0], [0, 0], [-1], [-1]), "one node for each"),
        (Hierarchy([0, 0], [0, 0], [-1], [-1], [True]), "needs_company"),
    ],
)
def test_a_wrong_hierarchy_is_refused(hierarchy: Hierarchy, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        grouped_signals([True, False], [1, 2], [1, 2], hierarchy)
