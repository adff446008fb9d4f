# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Labels at ends of lines and above breaks: apart, in order, within the plot, and near their place."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.publications.charts.headers import Header, place_headers, rows
from baken.publications.charts.labels import spread
from baken.publications.charts.lettering import text_width

LABELS = st.lists(st.tuples(st.floats(0, 300), st.sampled_from((17.0, 34.0))), min_size=1, max_size=8)


def test_two_labels_at_one_place_move_apart_by_the_same_amount() -> None:
    assert spread([50, 50], [10, 10], (0, 100)) == [40, 50]
    assert spread([50, 80], [10, 10], (0, 100)) == [45, 75]


def test_a_group_is_as_near_to_its_places_as_it_can_be() -> None:
    assert spread([50, 50, 50], [10, 10, 10], (0, 100)) == [35, 45, 55]
    # At the edge of the plot they stay within it, with a little room outside.
    assert spread([0, 0], [10, 10], (0, 100)) == [-6, 4]
    assert spread([100, 100], [10, 10], (0, 100)) == [86, 96]


@settings(max_examples=200, deadline=None)
@given(LABELS)
def test_labels_are_apart_and_within_the_plot(labels: list[tuple[float, float]]) -> None:
    labels.sort()
    middles, heights = [middle for middle, _ in labels], [height for _, height in labels]
    tops = spread(middles, heights, (0, 320))
    for (one, height), (other, _) in itertools.pairwise(zip(tops, heights, strict=True)):
        assert one + height <= other + 1e-6
    assert tops[0] >= -6 - 1e-6
    assert tops[-1] + heights[-1] <= 326 + 1e-6


def test_three_breaks_whose_labels_fit_on_one_row_stand_on_one_row() -> None:
    # Placed from left to right, each centred on its own break, the last one would find no place.
    names = ("Onlinefraude telt mee", "DigiD-app en registratie", "Van CBS naar politie")
    headers = [Header(x, name, stem=True) for x, name in zip((220.0, 352.0, 460.0), names, strict=True)]
    placed = place_headers(headers, 13, (30, 638))
    assert rows(placed) <= len(headers)
    boxes = sorted((one.row, one.left, one.left + one.width) for one in placed)
    for (row, _, right), (below, left, _) in itertools.pairwise(boxes):
        assert row != below or right <= left
    for one, other in itertools.permutations(placed, 2):
        if other.row < one.row:
            assert not other.left < one.header.x < other.left + other.width
    assert {one.text for one in placed} == set(names)


@pytest.mark.parametrize("room", [638, 338])
def test_whatever_the_breaks_every_label_is_placed(room: int) -> None:
    headers = [Header(40.0 + 30 * n, f"breuk nummer {n}", stem=n % 4 != 0) for n in range(8)]
    placed = place_headers(headers, 13, (30, room))
    assert len(placed) == len(headers)
    for one in placed:
        assert one.left >= 30 - 1e-6
        assert one.left + text_width(one.text, 13) <= room + 1e-6
