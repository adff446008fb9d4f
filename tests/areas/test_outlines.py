# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Outlines: read with clear refusals, measured, compared with neighbours, and joined into districts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.areas.borders import dissolved, shared_edges
from baken.areas.geojson import polygons
from baken.areas.load import load_register
from baken.areas.outlines import Bounds, Outline, Polygon, Ring, bounds, flat, signed_size, turned
from baken.model.errors import InputError, UsageError
from outlines import ALONG, CITY, maastricht, outline, polygon, shared_json, square

DISTRICTS = "stadsdelen-2022"
PLACE = "items/buurten/000001, BU1"
CELLS = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1)


def cell(column: int, row: int) -> Outline:
    """A square of one by one, not in degrees."""
    x, y = float(column), float(row)
    ring = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
    return Outline(f"{column}-{row}", "", (Polygon(ring),))


def test_a_ring_loses_its_repeated_point_and_runs_against_the_clock_and_a_hole_with_it() -> None:
    (part,) = polygons(polygon(square(0, 0, 3)[::-1], square(1, 1)), PLACE)
    assert len(part.outer) == 4
    assert signed_size(part.outer) > 0 > signed_size(part.holes[0])
    assert turned(part.outer) == part.outer
    assert turned(part.outer, hole=True) == part.outer[::-1]


def test_a_point_in_a_hole_or_between_two_parts_is_outside() -> None:
    both = {"type": "MultiPolygon", "coordinates": [[square(0, 0, 3), square(1, 1)], [square(5, 0)]]}
    found = Outline("BU1", "", polygons(both, PLACE))
    inside = [
        found.contains((5.0 + x * 0.01, 51.0 + y * ALONG)) for x, y in ((0.5, 0.5), (2.5, 1.5), (5.5, 0.5))
    ]
    outside = [found.contains((5.0 + x * 0.01, 51.0 + y * ALONG)) for x, y in ((1.5, 1.5), (4, 0.5), (7, 0))]
    assert inside == [True] * 3
    assert outside == [False] * 3
    assert found.size == pytest.approx((9 - 1 + 1) * 0.01 * ALONG)
    assert found.bounds == pytest.approx(Bounds(5.0, 51.0, 5.06, 51.0 + 3 * ALONG))


@given(st.floats(0, 1, exclude_max=True), st.floats(0, 1, exclude_max=True))
def test_of_neighbours_at_most_one_contains_a_point(x: float, y: float) -> None:
    four = [cell(column, row) for column in (-1, 0) for row in (-1, 0)]
    assert sum(one.contains((x - 0.5, y - 0.5)) for one in four) == 1
    assert sum(one.contains((0.0, y - 0.5)) for one in four) == 1


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        (None, "no geometry"),
        ({"type": "Point", "coordinates": [5, 51]}, "'Point', not an area"),
        ({"type": "MultiPolygon", "coordinates": []}, "empty"),
        ({"type": "Polygon", "coordinates": [[]]}, "0 points is not closed"),
        ({"type": "Polygon", "coordinates": [[[5, 51], [6, 51], [6, 52]]]}, "3 points is not closed"),
        (polygon([*square(0, 0)[:-1], [5.5, 51.5]]), "5 points is not closed"),
        ({"type": "Polygon", "coordinates": [[[5, 51], [6, 51], [6, 51], [5, 51]]]}, "encloses nothing"),
        ({"type": "Polygon", "coordinates": [[[5, 51], ["6", 51], [6, 52], [5, 51]]]}, "not a point"),
        ({"type": "Polygon", "coordinates": [[[5, 51], [True, 51], [6, 52], [5, 51]]]}, "not a point"),
        ({"type": "Polygon", "coordinates": [[[5], [6, 51], [6, 52], [5]]]}, "not a point"),
        ({"type": "Polygon", "coordinates": [[[176718, 318055]] * 4]}, "not a longitude and a latitude"),
        ({"type": "Polygon", "coordinates": [[[float("nan"), 51]] * 4]}, "not a longitude and a latitude"),
        ({"type": "Polygon", "coordinates": [17]}, "not a list of points"),
        ({"type": "Polygon", "coordinates": 17}, "no ring"),
        ({"type": "MultiPolygon", "coordinates": [17]}, "no ring"),
    ],
)
def test_a_geometry_that_is_no_area_is_refused_and_the_feature_is_named(geometry: Any, words: str) -> None:
    with pytest.raises(InputError, match=words) as refused:
        polygons(geometry, PLACE)
    assert str(refused.value).startswith(f"{PLACE}: ")


def test_height_is_not_read_and_a_point_twice_in_a_row_counts_once() -> None:
    ring = [[*point, 43.7] for point in square(0, 0)]
    (part,) = polygons(polygon([ring[0], *ring]), PLACE)
    assert part.outer == tuple((x, y) for x, y, _ in ring[:-1])


def test_squares_beside_each_other_are_neighbours_and_a_corner_is_not_enough() -> None:
    three = [outline("a", square(0, 0)), outline("b", square(1, 0)), outline("c", square(1, 1))]
    assert shared_edges(three) == {("a", "b"): 1, ("b", "c"): 1}


@given(CELLS)
def test_joined_squares_cover_exactly_what_the_squares_cover(cells: set[tuple[int, int]]) -> None:
    joined = dissolved("all", "All", [cell(*one) for one in sorted(cells)])
    assert joined.size == len(cells)
    for column in range(6):
        for row in range(6):
            assert joined.contains((column + 0.5, row + 0.5)) == ((column, row) in cells)
    assert all(signed_size(part.outer) > 0 for part in joined.polygons)
    assert all(signed_size(hole) < 0 for part in joined.polygons for hole in part.holes)


def test_a_ring_of_squares_has_a_hole_and_squares_that_touch_at_a_corner_stay_two_parts() -> None:
    ring = dissolved("r", "", [cell(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)])
    assert [(len(part.outer), len(part.holes)) for part in ring.polygons] == [(12, 1)]
    corner = dissolved("c", "", [cell(0, 0), cell(1, 1)])
    assert sorted(len(part.outer) for part in corner.polygons) == [4, 4]


def test_parts_that_overlap_or_are_not_there_cannot_be_joined() -> None:
    with pytest.raises(UsageError, match="parts of 'SD1' overlap"):
        dissolved("SD1", "", [cell(0, 0), cell(0, 0)])
    with pytest.raises(UsageError, match="no outline is known of any part of 'SD1'"):
        dissolved("SD1", "", [])


def test_degrees_become_metres_around_the_middle() -> None:
    metres = flat({"a": outline("a", square(0, 0)), "b": outline("b", square(1, 0))})
    around = bounds(ring for one in metres.values() for ring in one.rings)
    assert (around.west, around.south) == pytest.approx((-around.east, -around.north))
    # A hundredth of a degree of longitude at 51 degrees north is 702 m, one of latitude 1,113 m.
    assert around.east == pytest.approx(702, abs=1)
    assert around.north - around.south == pytest.approx(ALONG * 111_250, rel=0.001)
    assert set(metres["a"].rings[0]) & set(metres["b"].rings[0])
    assert flat({}) == {}


def test_the_sizes_of_real_neighbourhoods_are_those_of_the_national_grid() -> None:
    national = {
        one["id"]: sum(abs(signed_size(_closed_less(ring))) for ring in one["geometry"]["coordinates"])
        for one in shared_json("maastricht_buurten_2024_rd.geojson")["features"]
    }
    metres = flat(maastricht())
    assert set(metres) == set(national)
    assert sum(one.size for one in metres.values()) == pytest.approx(59.0e6, rel=0.001)
    for code, size in national.items():
        assert metres[code].size == pytest.approx(size, rel=0.003)


def _closed_less(ring: list[list[float]]) -> Ring:
    return tuple((x, y) for x, y in ring[:-1])


def test_real_neighbourhoods_fit_each_other() -> None:
    found = shared_edges(maastricht().values())
    assert (len(found), sum(found.values())) == (106, 111)
    assert {code for pair in found for code in pair} == set(maastricht())


@pytest.mark.requirement("AREA-02")
def test_the_seven_districts_of_maastricht_are_disjoint_and_cover_its_ground() -> None:
    metres, register = flat(maastricht()), load_register(CITY)
    districts = [
        dissolved(one.code, one.name, [metres[leaf] for leaf in sorted(register.leaves(one.code, DISTRICTS))])
        for one in register.children(CITY, DISTRICTS)
    ]
    whole = dissolved(CITY, "Maastricht", metres.values())
    assert len(districts) == 7
    # Their sizes add up to that of the city, and the city has no hole.
    assert sum(one.size for one in districts) == pytest.approx(whole.size)
    assert whole.size == pytest.approx(59.0e6, rel=0.001)
    assert [len(part.holes) for part in whole.polygons] == [0]
    # Of a grid of points over the city each lies in exactly one district, and one outside it in none.
    around, step = whole.bounds, 150.0
    points = [
        (around.west + step * column, around.south + step * row)
        for column in range(int((around.east - around.west) / step) + 1)
        for row in range(int((around.north - around.south) / step) + 1)
    ]
    within = [(whole.contains(point), sum(one.contains(point) for one in districts)) for point in points]
    assert sum(inside for inside, _ in within) > 2000
    assert all(number == inside for inside, number in within)
