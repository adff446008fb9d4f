# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.methods.neighbours import Neighbours
from baken.methods.scans.zones import (
    SHAPES,
    ZoneLimits,
    Zones,
    circular_zones,
    connected_zones,
    elliptic_zones,
    step_zones,
)


def sets_of(zones: Zones) -> list[frozenset[int]]:
    return [frozenset(zones.at(int(place)).tolist()) for place in np.flatnonzero(zones.ends)]


def grid(side: int) -> Neighbours:
    pairs = [
        (row * side + column, row * side + column + 1) for row in range(side) for column in range(side - 1)
    ]
    pairs += [(area, area + side) for area in range(side * (side - 1))]
    return Neighbours.from_pairs(side * side, pairs)


@settings(max_examples=30)
@given(st.integers(2, 25), st.floats(0.05, 1), st.integers(0, 10_000))
def test_circles_are_all_sets_within_a_radius_and_the_limit(areas: int, share: float, seed: int) -> None:
    random = np.random.default_rng(seed)
    # Whole coordinates give many equal distances.
    x, y = random.integers(0, 5, (2, areas)).astype(float)
    people = random.integers(1, 9, areas).astype(float)
    expected = set()
    for centre in range(areas):
        away = (x - x[centre]) ** 2 + (y - y[centre]) ** 2
        for radius in np.unique(away):
            inside = np.flatnonzero(away <= radius)
            if people[inside].sum() <= share * people.sum() * (1 + 1e-12):
                expected.add(frozenset(inside.tolist()))
    assert set(sets_of(circular_zones(x, y, people, ZoneLimits(share=share)))) == expected


def test_a_limit_on_the_number_of_areas_keeps_the_nearest() -> None:
    random = np.random.default_rng(4)
    x, y = random.random((2, 60))
    zones = circular_zones(x, y, np.ones(60), ZoneLimits(share=1, areas=5))
    whole = circular_zones(x, y, np.ones(60), ZoneLimits(share=1))
    assert set(sets_of(zones)) == {one for one in sets_of(whole) if len(one) <= 5}


def test_degrees_follow_the_sphere() -> None:
    # At 52 degrees north one degree of longitude is 0.62 of a degree of latitude.
    longitude, latitude = [5.0, 5.5, 5.0], [52.0, 52.0, 52.4]
    flat = circular_zones(longitude, latitude, [1, 1, 1], ZoneLimits(share=0.7))
    round_ = circular_zones(longitude, latitude, [1, 1, 1], ZoneLimits(share=0.7, degrees=True))
    assert frozenset({0, 2}) in sets_of(flat)
    assert frozenset({0, 1}) in sets_of(round_)


def test_an_ellipse_takes_in_a_line_that_no_circle_does() -> None:
    line = [(0, place) for place in range(5)]
    points = np.array([*line, (1.2, 1), (1.2, 3), (-1.2, 1), (-1.2, 3)], dtype=float)
    people = np.ones(9)
    x, y = points.T
    circles = circular_zones(x, y, people, ZoneLimits(share=0.6))
    ellipses = elliptic_zones(x, y, people, ZoneLimits(share=0.6))
    whole = frozenset(range(5))
    assert whole not in sets_of(circles)
    assert whole in sets_of(ellipses)
    assert set(sets_of(circles)) <= set(sets_of(ellipses))


@pytest.mark.parametrize(("penalty", "weight"), [(0, 1.0), (0.5, 0.8), (1, 0.64)])
def test_the_penalty_of_an_ellipse_of_elongation_four(penalty: float, weight: float) -> None:
    zones = elliptic_zones([0, 1, 3], [0, 2, 1], [1, 1, 1], penalty=penalty)
    first = 3 * (1 + SHAPES[1.5] + SHAPES[2.0] + SHAPES[3.0])
    assert zones.weight[first] == pytest.approx(weight)
    assert zones.weight[0] == 1


def test_steps_follow_the_borders_and_keep_apart_what_hangs_apart() -> None:
    neighbours = Neighbours.from_pairs(6, [(0, 1), (1, 2), (2, 3), (4, 5)])
    found = set(sets_of(step_zones(neighbours, np.ones(6), 2, ZoneLimits(share=1))))
    assert frozenset({0, 1, 2}) in found
    assert frozenset({4, 5}) in found
    assert frozenset({1, 0, 2, 3}) in found
    assert not any({3, 4} <= one for one in found)


@pytest.mark.parametrize("largest", [1, 2, 3, 4])
def test_connected_sets_come_each_once(largest: int) -> None:
    neighbours = grid(3)
    found = sets_of(connected_zones(neighbours, np.ones(9), ZoneLimits(share=1, areas=largest)))
    expected = [
        frozenset(one)
        for size in range(1, largest + 1)
        for one in combinations(range(9), size)
        if len(set(neighbours.among(np.isin(np.arange(9), one)).components[list(one)])) == 1
    ]
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


def test_connected_sets_keep_to_the_share() -> None:
    found = sets_of(connected_zones(grid(3), np.arange(1.0, 10), ZoneLimits(share=0.2, areas=4)))
    assert found
    assert all(sum(area + 1 for area in one) <= 9 for one in found)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: ZoneLimits(share=0), "share must lie above 0"),
        (lambda: ZoneLimits(share=1.5), "share must lie above 0"),
        (lambda: ZoneLimits(areas=0), "areas must be at least 1"),
        (lambda: circular_zones([0, 1], [0], [1, 1]), "same length"),
        (lambda: circular_zones([], [], []), "same length"),
        (lambda: circular_zones([0, np.nan], [0, 1], [1, 1]), "finite"),
        (lambda: circular_zones([0, 1], [0, 1], [1, 1, 1]), "one row for each of 2 areas"),
        (lambda: elliptic_zones([0, 1], [0, 1], [1, 1], ZoneLimits(degrees=True)), "not in degrees"),
        (lambda: elliptic_zones([0, 1], [0, 1], [1, 1], penalty=-1), "penalty must not be negative"),
        (lambda: step_zones(grid(2), np.ones(4), -1), "steps must not be negative"),
    ],
)
def test_wrong_settings_are_said_in_one_line(call: object, message: str) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match=message):
        call()


def test_too_many_connected_sets_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baken.methods.scans.zones._MOST_SETS", 50)
    with pytest.raises(ValueError, match="allow fewer areas"):
        connected_zones(grid(4), np.ones(16), ZoneLimits(share=1, areas=6))


def test_zones_hold_areas_and_no_coordinates() -> None:
    zones = circular_zones([10.0, 20.0], [30.0, 40.0], [1, 1], ZoneLimits(share=1))
    assert set(Zones.__slots__) == {"areas", "start", "index", "ends", "weight", "centre"}
    assert zones.index.max() < 2
