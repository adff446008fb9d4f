# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tile map and its layout."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.publications.charts import Tile, TileMap, render, tile_layout
from baken.publications.charts.lettering import fit_name, text_width

from .examples import SVG, TILES, WIDTHS, having, parse, words

METRES = st.floats(0, 10_000)
POINTS = st.lists(st.tuples(METRES, METRES), min_size=1, max_size=60)
APART = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=15, max_size=60, unique=True)


@settings(max_examples=50, deadline=None)
@given(POINTS)
def test_every_area_has_a_square_of_its_own_and_always_the_same(points: list[tuple[float, float]]) -> None:
    cells = tile_layout(points)
    assert len(set(cells)) == len(points)
    assert all(column >= 0 and row >= 0 for column, row in cells)
    assert tile_layout(list(points)) == cells


@settings(max_examples=30, deadline=None)
@given(APART, st.randoms())
def test_the_layout_does_not_depend_on_the_order_of_the_areas(
    points: list[tuple[int, int]], random: Random
) -> None:
    places = dict(zip(points, tile_layout(points), strict=True))
    random.shuffle(points)
    assert dict(zip(points, tile_layout(points), strict=True)) == places


@settings(max_examples=50, deadline=None)
@given(APART)
def test_rough_order_is_kept(points: list[tuple[int, int]]) -> None:
    """The westernmost third lies on average west of the easternmost third, and so for north and south."""
    cells = tile_layout(points)
    third = len(points) // 3
    for axis, sign in ((0, 1), (1, -1)):
        order = sorted(range(len(points)), key=lambda i: points[i][axis])
        low = sum(cells[i][axis] for i in order[:third]) / third
        high = sum(cells[i][axis] for i in order[-third:]) / third
        assert sign * (high - low) > -0.2


def test_a_regular_grid_keeps_its_order_exactly() -> None:
    points = [(700.0 * column, -700.0 * row) for row in range(5) for column in range(6)]
    cells = tile_layout(points)
    for (one, cell), (other, next_cell) in zip(
        zip(points, cells, strict=True), zip(points[1:], cells[1:], strict=True), strict=False
    ):
        if one[1] == other[1]:
            assert cell[0] < next_cell[0]


def test_the_grid_has_the_shape_of_the_town_and_room_to_show_it() -> None:
    points = [(float(i * 37 % 100) * 20, float(i * 61 % 97) * 60) for i in range(44)]
    cells = tile_layout(points)
    columns, rows = max(c for c, _ in cells) + 1, max(r for _, r in cells) + 1
    assert 1.2 * 44 <= columns * rows <= 1.5 * 44
    assert rows > 1.8 * columns
    assert tile_layout([]) == []
    assert tile_layout([(5.0, 5.0)]) == [(0, 0)]


def test_north_is_up_and_west_is_left() -> None:
    (north, south) = tile_layout([(0.0, 1000.0), (0.0, 0.0)])
    assert north[1] < south[1]
    (west, east) = tile_layout([(0.0, 0.0), (1000.0, 0.0)])
    assert west[0] < east[0]


@pytest.mark.parametrize("width", WIDTHS)
def test_tiles_are_equal_squares_large_enough_to_hit(width: int) -> None:
    root = parse(render(TILES, width))
    links = list(root.iter(f"{SVG}a"))
    assert len(links) == len(TILES.tiles)
    sizes = {(e.get("width"), e.get("height")) for link in links for e in link if e.tag == f"{SVG}rect"
             and "bk-plate" not in e.get("class", "")}  # fmt: skip
    assert len(sizes) == 1
    ((wide, high),) = sizes
    assert wide == high
    assert float(wide or 0) >= 24


@pytest.mark.parametrize("width", WIDTHS)
def test_tiles_without_a_figure_are_hatched_and_say_so(width: int) -> None:
    root = parse(render(TILES, width))
    missing = [tile for tile in TILES.tiles if tile.value is None]
    # One more in the legend.
    assert len(having(root, "bk-missing")) == len(missing) + 1
    titles = [title.text or "" for title in root.iter(f"{SVG}title")]
    assert sum(title.endswith(": geen gegevens") for title in titles) == len(missing)
    assert "geen gegevens" in {word.text for word in words(root)}


def test_every_tile_has_its_full_name_and_figure_for_those_who_cannot_see_it() -> None:
    root = parse(render(TILES, 340))
    labels = {link.get("aria-label") for link in root.iter(f"{SVG}a")}
    assert "Boschstraatkwartier 1: 1,0" in labels
    assert "Boschstraatkwartier 0: geen gegevens" in labels


def test_the_legend_names_every_class_and_hatching_only_where_there_is_some() -> None:
    full = replace(TILES, tiles=tuple(tile for tile in TILES.tiles if tile.value is not None))
    assert set(TILES.classes) <= {word.text for word in words(parse(render(full)))}
    assert "geen gegevens" not in render(full)


def test_a_given_cell_is_used_as_it_is() -> None:
    tiles = (
        Tile("a", "Aa", 0, 0, 1.0, 0, "1", cell=(1, 0)),
        Tile("b", "Bee", 9, 9, 1.0, 0, "1", cell=(0, 0)),
    )
    found = {w.text: w.box.left for w in words(parse(render(TileMap("x", "", "", tiles, ("1",), "geen"))))}
    assert found["Bee"] < found["Aa"]


def test_very_many_tiles_lose_their_names_but_not_their_tooltips() -> None:
    tiles = tuple(
        Tile(str(i), f"Buurt {i}", i % 20, i // 20, 1.0, 0, "1", f"/{i}", (i % 20, i // 20))
        for i in range(400)
    )
    root = parse(render(TileMap("x", "", "", tiles, ("1",), "geen"), 340))
    assert list(root.iter(f"{SVG}a")) == []
    assert root.get("role") == "img"
    assert len(list(root.iter(f"{SVG}title"))) == 401


@given(st.text(min_size=1, max_size=40), st.integers(1, 3), st.floats(36, 80))
def test_a_name_fits_its_square(name: str, most: int, width: float) -> None:
    lines = fit_name(name, 12, width, most)
    assert len(lines) <= most
    assert all(text_width(line.removesuffix("."), 12) <= width for line in lines)


def test_long_names_break_where_a_reader_would() -> None:
    assert fit_name("Boschstraatkwartier", 12, 75, 3) == ("Boschstraat-", "kwartier")
    assert fit_name("Oud-Caberg", 12, 50, 3) == ("Oud-", "Caberg")
    assert fit_name("Statenkwartier", 12, 45, 2)[0] == "Staten-"


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "java\nscript:alert(1)", " javascript:x", "DATA:text/html,x"]
)
def test_a_link_that_could_run_a_script_is_refused(href: str) -> None:
    with pytest.raises(ValueError, match="link"):
        Tile("a", "A", 0, 0, None, href=href)


def test_contradictory_input_is_refused() -> None:
    tile = Tile("a", "A", 0, 0, 1.0, 4, "1")
    with pytest.raises(ValueError, match="legend"):
        TileMap("x", "", "", (tile,), ("1",), "geen")
    with pytest.raises(ValueError, match="no shade"):
        Tile("a", "A", 0, 0, None, 1)
    with pytest.raises(ValueError, match="between"):
        Tile("a", "A", 0, 0, 1.0, 5)
    with pytest.raises(ValueError, match="at most"):
        TileMap("x", "", "", (tile,), tuple("123456"), "geen")
    with pytest.raises(ValueError, match="cell"):
        TileMap("x", "", "", (replace(tile, cell=(0, 0)), tile), tuple("12345"), "geen")
    with pytest.raises(ValueError, match="at least one"):
        TileMap("x", "", "", (), (), "geen")
