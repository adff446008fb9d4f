# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods.neighbours import Neighbours


def rows(neighbours: Neighbours) -> list[list[int]]:
    return [neighbours.of(area).tolist() for area in range(neighbours.areas)]


def test_pairs_are_read_in_both_directions_and_once() -> None:
    near = Neighbours.from_pairs(5, [(0, 1), (1, 0), (2, 1), (3, 1), (0, 1)])
    assert rows(near) == [[1], [0, 2, 3], [1], [1], []]
    assert near.weight.tolist() == [1.0] * 6
    assert near.islands.tolist() == [False, False, False, False, True]
    assert near.counts.tolist() == [1, 3, 1, 1, 0]


def test_no_pairs_are_islands_only() -> None:
    near = Neighbours.from_pairs(3, [])
    assert near.areas == 3
    assert near.islands.all()
    assert near.components.tolist() == [0, 1, 2]
    assert near.row_standardised().weight.size == 0


@pytest.mark.parametrize(
    ("pairs", "weights", "message"),
    [
        ([(0, 3)], None, "from 0 to 2"),
        ([(-1, 1)], None, "from 0 to 2"),
        ([(1, 1)], None, "area 1 is stated as its own neighbour"),
        ([(0, 0.5)], None, "whole numbers"),
        ([(0, float("nan"))], None, "whole numbers"),
        ([0, 1, 2], None, "two columns"),
        ([(0, 1)], [0.0], "above 0"),
        ([(0, 1)], [float("inf")], "above 0"),
        ([(0, 1)], [1.0, 2.0], "one finite number"),
        ([(0, 1), (1, 0)], [1.0, 2.0], "two different weights"),
    ],
)
def test_what_is_no_pair_of_neighbours_is_refused(pairs: Any, weights: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Neighbours.from_pairs(3, pairs, weights)


def test_weights_go_both_ways_and_rows_are_standardised() -> None:
    near = Neighbours.from_pairs(3, [(0, 1), (1, 2)], [1.0, 3.0])
    assert near.weight.tolist() == [1, 1, 3, 3]
    assert near.row_standardised().weight.tolist() == [1, 0.25, 0.75, 1]
    assert near.sums(np.array([1.0, 10.0, 100.0])).tolist() == [10, 301, 30]


def test_with_itself_each_area_is_a_neighbour_in_its_place() -> None:
    near = Neighbours.from_pairs(3, [(0, 2)]).with_self(0.5)
    assert rows(near) == [[0, 2], [1], [0, 2]]
    assert near.weight.tolist() == [0.5, 1, 0.5, 1, 0.5]


def test_lists_are_taken_as_stated() -> None:
    near = Neighbours.from_lists([[2, 1], [], {1}])
    assert rows(near) == [[1, 2], [], [1]]
    assert near.components.tolist() == [0, 0, 0]
    assert Neighbours.from_lists([]).areas == 0
    for wrong in ([[1], [2]], [[0], []]):
        with pytest.raises(ValueError, match=r"areas from|own neighbour"):
            Neighbours.from_lists(wrong)


def test_areas_that_are_not_kept_lose_their_neighbours_and_are_no_ones() -> None:
    near = Neighbours.from_pairs(4, [(0, 1), (1, 2), (2, 3)])
    assert rows(near.among(np.array([True, False, True, True]))) == [[], [], [3], [2]]


def test_the_nearest_are_neighbours_both_ways_and_ties_go_to_the_first() -> None:
    near = Neighbours.nearest([0, 1, 2, 10], [0, 0, 0, 0], 1)
    assert rows(near) == [[1], [0, 2], [1, 3], [2]]
    with pytest.raises(ValueError, match="from 1 to 3"):
        Neighbours.nearest([0, 1, 2, 3], [0, 0, 0, 0], 4)
    with pytest.raises(ValueError, match="finite"):
        Neighbours.nearest([0, 1, np.nan], [0, 0, 0], 1)


@given(st.integers(2, 30), st.data())
def test_components_are_those_of_a_search(areas: int, data: Any) -> None:
    pair = st.tuples(st.integers(0, areas - 1), st.integers(0, areas - 1)).filter(
        lambda two: two[0] != two[1]
    )
    near = Neighbours.from_pairs(areas, data.draw(st.lists(pair, max_size=areas)))
    label = near.components
    for area in range(areas):
        reached, open_areas = {area}, [area]
        while open_areas:
            new = set(near.of(open_areas.pop()).tolist()) - reached
            reached |= new
            open_areas += new
        assert set(np.flatnonzero(label == label[area])) == reached
    assert label.min() == 0
    assert label.max() == len(set(label.tolist())) - 1
