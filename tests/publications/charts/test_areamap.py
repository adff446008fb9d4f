# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The map of areas: what it shows, that its borders stay whole, and that it stays small."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from math import cos, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.areas.borders import dissolved
from baken.areas.load import load_register
from baken.areas.outlines import flat
from baken.publications.charts import AreaMap, AreaShape, render
from baken.publications.charts.arcs import Path, cut
from baken.publications.charts.arealabels import Ground
from baken.publications.charts.arealayout import scale_label, scale_length, sheet
from baken.publications.charts.generalise import MOST_POINTS, generalise, path_data, simplify
from outlines import CITY, detailed, maastricht

from .examples import AREAS, SVG, WIDTHS, block, having, parse, words

STEP = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
PATHS = st.lists(st.tuples(st.integers(-9999, 9999), st.integers(-9999, 9999)), min_size=2, max_size=9)


def rings(data: str) -> list[Path]:
    """The corners of each closed path, in tenths of a px, as a browser reads them."""
    found = []
    for part in data.replace("z", "").split("M")[1:]:
        start, _, rest = part.partition("l")
        x, y = (round(float(one) * 10) for one in STEP.findall(start))
        dots = [(x, y)]
        steps = [round(float(one) * 10) for one in STEP.findall(rest)]
        for across, along in zip(steps[::2], steps[1::2], strict=True):
            dots.append((dots[-1][0] + across, dots[-1][1] + along))
        found.append(tuple(dots))
    return found


def drawn(root: ET.Element) -> dict[str, list[Path]]:
    """The rings of each area, by what its tooltip says."""
    found = {}
    for group in having(root, "bk-areas")[0]:
        title = next(one.text or "" for one in group.iter(f"{SVG}title"))
        found[title] = rings(next(one.get("d", "") for one in group.iter(f"{SVG}path")))
    return found


def size(ring: Path) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])))) / 200


@cache
def city(times: int = 0, values: bool = False) -> AreaMap:
    """Maastricht with its own districts; ``times`` halves every border so often."""
    register, metres = load_register(CITY), flat(detailed(maastricht(), times))
    shapes = []
    for n, (code, one) in enumerate(metres.items()):
        district = register.parent(code, "stadsdelen-2022")
        value = float(n % 5) if values and n % 4 else None
        shapes.append(
            AreaShape(code, one.name, one.rings, value, None if value is None else n % 5,
                      "" if value is None else f"{n % 5},0", f"buurt/{code.lower()}.html",
                      district.name if district else "")
        )  # fmt: skip
    classes = ("0", "1", "2", "3", "4") if values else ()
    return AreaMap("kaart", "Maastricht", "Buurten.", tuple(shapes), classes, "geen gegevens",
                   source="Grenzen: CBS/PDOK, 2024")  # fmt: skip


def outer_border(times: int, width: int) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The edges of the city's outline where they lie in the picture, in px."""
    chart = city(times)
    top = (
        min(y for paths in drawn(parse(render(chart, width))).values() for ring in paths for _, y in ring)
        / 10
    )
    laid = sheet([shape.rings for shape in chart.shapes], width, top)
    whole = dissolved(CITY, "", flat(detailed(maastricht(), times)).values())
    inside = [laid.path(ring) for ring in whole.rings]
    return [((x1 / 10, y1 / 10), (x2 / 10, y2 / 10)) for ring in inside
            for (x1, y1), (x2, y2) in pairwise((*ring, ring[0]))]  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
def test_every_area_is_a_link_with_its_name_and_figure(width: int) -> None:
    links = list(parse(render(AREAS, width)).iter(f"{SVG}a"))
    assert len(links) == 16
    assert {"Boschstraatkwartier 1: 1,0", "Boschstraatkwartier 0: geen gegevens"} < {
        one.get("aria-label") for one in links
    }
    assert [one.get("href") for one in links[:2]] == ["/buurt/0/", "/buurt/1/"]
    for link in links:
        assert link[0].tag == f"{SVG}title"
        assert link[0].text == link.get("aria-label")


def test_an_area_too_small_to_see_is_no_link_but_keeps_its_tooltip() -> None:
    tiny = AreaShape("BU99", "Klein", (block(4, 0, 0.05, 0.05),), None, href="/klein/")
    root = parse(render(replace(AREAS, shapes=(*AREAS.shapes, tiny)), 340))
    assert "/klein/" not in {one.get("href") for one in root.iter(f"{SVG}a")}
    assert "Klein: geen gegevens" in {one.text for one in root.iter(f"{SVG}title")}
    alone = parse(render(replace(AREAS, shapes=(tiny, replace(AREAS.shapes[0], href=None))), 340))
    assert alone.get("role") == "img"


@pytest.mark.parametrize("width", WIDTHS)
def test_an_area_without_a_figure_is_hatched_and_never_white(width: int) -> None:
    root = parse(render(AREAS, width))
    missing = [one for one in AREAS.shapes if one.value is None]
    # One more in the legend.
    assert len(having(root, "bk-missing")) == len(missing) + 1
    (areas,) = having(root, "bk-areas")
    assert areas.get("fill") == f"url(#areas-{width}-hatch)"
    for group in areas:
        title = next(one.text or "" for one in group.iter(f"{SVG}title"))
        path = next(group.iter(f"{SVG}path"))
        assert (path.get("class") == "bk-missing") == title.endswith(": geen gegevens")
        # Hatching is what a path without a colour of its own gets.
        assert (path.get("fill") is None) == title.endswith(": geen gegevens")
        assert path.get("fill") != "#ffffff"
    assert "geen gegevens" in {word.text for word in words(root)}


def test_the_legend_names_every_class_and_hatching_only_where_there_is_some() -> None:
    full = replace(AREAS, shapes=tuple(one for one in AREAS.shapes if one.value is not None))
    said = {word.text for word in words(parse(render(full)))}
    assert set(AREAS.classes) <= said
    assert "geen gegevens" not in said


@pytest.mark.parametrize("width", WIDTHS)
def test_north_is_up_and_the_scale_bar_is_as_long_as_it_says(width: int) -> None:
    root = parse(render(AREAS, width))
    corner = drawn(root)["Boschstraatkwartier 0: geen gegevens"][0]
    east = drawn(root)["Boschstraatkwartier 1: 1,0"][0]
    north = drawn(root)["Boschstraatkwartier 4: 4,0"][0]
    assert min(x for x, _ in corner) < min(x for x, _ in east)
    assert min(y for _, y in corner) > min(y for _, y in north)
    said = {word.text for word in words(root)}
    assert {"N", "Grenzen: verzonnen, 2026"} <= said
    (label,) = (text for text in said if re.fullmatch(r"\d+ k?m", text))
    metres = float(label.split()[0]) * (1000 if label.endswith("km") else 1)
    bar = next(one.get("d", "") for one in having(root, "bk-axis") if "H" in one.get("d", ""))
    left, right = (float(one) for one in re.findall(r"[MH](\d+\.\d)", bar))
    # A square is 700 m wide.
    wide = (max(x for x, _ in corner) - min(x for x, _ in corner)) / 10
    assert (right - left) / metres == pytest.approx(wide / 700, rel=0.01)


@given(st.floats(1e-3, 10), st.floats(20, 160))
def test_a_scale_bar_has_the_longest_round_length_that_fits(per_metre: float, longest: float) -> None:
    metres = scale_length(per_metre, longest)
    assert str(metres).strip("0") in ("1", "2", "5")
    assert metres == 1 or metres * per_metre <= longest
    assert metres * 2.5 * per_metre > longest or metres == 5_000_000
    assert scale_label(500) == "500 m"
    assert scale_label(2000) == "2 km"


def test_borders_between_districts_are_drawn_heavier_and_no_other() -> None:
    four = {n: [((x, y), (x + 10, y), (x + 10, y + 10), (x, y + 10))] for n, (x, y) in enumerate(
        ((0, 0), (10, 0), (0, 10), (10, 10)))}  # fmt: skip
    areas = {str(n): paths for n, paths in four.items()}
    edges = generalise(areas, {"0": "west", "2": "west", "1": "oost", "3": "oost"}).edges
    pieces = {frozenset(edge) for piece in edges for edge in pairwise(piece)}
    assert frozenset(((10, 0), (10, 10))) in pieces
    assert frozenset(((10, 10), (10, 20))) in pieces
    assert frozenset(((0, 0), (10, 0))) in pieces
    assert frozenset(((0, 10), (10, 10))) not in pieces
    assert len(pieces) == 10


def test_a_district_inside_another_is_a_hole_in_it() -> None:
    outer = AreaShape("a", "Rand", (block(0, 0, 3, 3), block(1, 1)[::-1]), 1.0, 0, "1", group="Rand")
    inner = AreaShape("b", "Kern", (block(1, 1),), 2.0, 0, "2", group="Kern")
    root = parse(render(AreaMap("x", "", "", (outer, inner), ("1",), "geen")))
    found = drawn(root)
    assert [len(one) for one in found["Rand: 1"]] == [4, 4]
    assert set(found["Rand: 1"][1]) == set(found["Kern: 2"][0])
    assert having(root, "bk-areas")[0].get("fill-rule") == "evenodd"
    assert {word.text for word in words(root)} >= {"Rand", "Kern"}


@given(PATHS, st.floats(0, 300))
def test_simplifying_keeps_the_ends_and_leaves_nothing_farther_away(
    given_: list[tuple[int, int]], tolerance: float
) -> None:
    simple = simplify(tuple(given_), tolerance)
    assert (simple[0], simple[-1]) == (given_[0], given_[-1])
    places = iter(given_)
    assert all(dot in places for dot in simple)
    if tolerance == 0:
        assert len(simple) >= len(set(given_) & set(simple))
    for dot in given_:
        assert min(_away(dot, *edge) for edge in pairwise(simple)) <= tolerance + 1e-6


def _away(dot: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    along, aside = complex(*end) - complex(*start), complex(*dot) - complex(*start)
    share = (aside * along.conjugate()).real / abs(along) ** 2 if along else 0.0
    return abs(aside - min(1.0, max(0.0, share)) * along)


@given(PATHS)
def test_a_path_is_read_as_it_was_written(given_: list[tuple[int, int]]) -> None:
    assert rings(path_data(tuple(given_))) == [tuple(given_)]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("times", [0, 6])
def test_neighbours_stay_neighbours_however_much_their_borders_are_simplified(times: int, width: int) -> None:
    found = drawn(parse(render(city(times), width)))
    assert len(found) == 44
    # Each edge in the direction of its ring; what a neighbour runs along in the other direction falls away.
    edges = Counter(edge for paths in found.values() for ring in paths for edge in pairwise((*ring, ring[0])))
    loose = [edge for edge, number in edges.items() if number > edges[edge[::-1]]]
    assert len(loose) > 20
    # What is left is the outer border and nothing else: no gap and no overlap within the city.
    outside = outer_border(times, width)
    for (x1, y1), (x2, y2) in loose:
        middle = ((x1 + x2) / 20, (y1 + y2) / 20)
        assert min(_away(middle, *edge) for edge in outside) < 6, middle
    laid = sheet([shape.rings for shape in city(times).shapes], width, 0)
    whole = sum(size(ring) for paths in found.values() for ring in paths)
    assert whole / laid.per_metre**2 == pytest.approx(59.0e6, rel=0.01)


@pytest.mark.parametrize("values", [False, True])
@pytest.mark.parametrize("times", [0, 6])
def test_a_map_of_44_areas_stays_small_also_from_detailed_outlines(times: int, values: bool) -> None:
    chart = city(times, values)
    given_points = sum(len(ring) for shape in chart.shapes for ring in shape.rings)
    assert given_points == 258 * 2**times
    for width in WIDTHS:
        assert len(render(chart, width).encode()) <= 25 * 1024


def test_borders_are_made_coarser_until_there_are_few_enough_points() -> None:
    # A circle of radius 400 px with a fine zigzag.
    many, out = 4_000, (4000, 4030)
    ring = tuple(
        (round(out[n % 2] * cos(2 * pi * n / many)), round(out[n % 2] * sin(2 * pi * n / many)))
        for n in range(many)
    )
    (found,) = generalise({"a": [ring]}, {}).areas["a"]
    assert 20 < len(found) <= MOST_POINTS
    assert size(found) == pytest.approx(size(ring), rel=0.02)


def test_a_border_of_two_areas_is_one_piece_for_both() -> None:
    square = ((0, 0), (10, 0), (20, 0), (20, 20), (0, 20))
    beside = ((20, 0), (40, 0), (40, 20), (20, 20))
    found = cut({"a": [square], "b": [beside]})
    assert Counter(map(len, found.owners)) == {1: 2, 2: 1}
    (shared,) = (n for n, owners in enumerate(found.owners) if len(owners) == 2)
    assert set(found.pieces[shared]) == {(20, 0), (20, 20)}
    turns = [back for one in "ab" for ring in found.rings[one] for number, back in ring if number == shared]
    assert sorted(turns) == [False, True]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_seven_districts_are_named_in_full_on_their_own_ground(width: int) -> None:
    chart = city()
    root = parse(render(chart, width))
    names = {word.text: word.box for word in words(root) if "bk-area-label" in word.kind}
    assert set(names) == {"Centrum", "Noord", "Noord-West", "Oost", "West", "Zuid", "Zuid-West"}
    assert not any(one.overlaps(other) for one, other in combinations(names.values(), 2))
    group_of = {f"{shape.name}: geen gegevens": shape.group for shape in chart.shapes}
    grounds: dict[str, list[list[Path]]] = {}
    for title, paths in drawn(root).items():
        grounds.setdefault(group_of[title], []).append(paths)
    for name, box in names.items():
        ground = Ground(grounds[name])
        middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        row = ground.rows[round((middle[1] - ground.top) / 3)]
        assert any(start <= middle[0] <= end for start, end in row), name


def test_the_areas_of_one_district_bear_their_own_names() -> None:
    north = replace(city(), shapes=tuple(
        replace(one, group="") for one in city().shapes if one.group == "Noord"))  # fmt: skip
    said = {word.text for word in words(parse(render(north)))}
    assert {one.name for one in north.shapes} == {
        "Borgharen", "Itteren", "Meerssenhoven", "Limmel", "Nazareth", "Beatrixhaven",
    }  # fmt: skip
    assert {one.name for one in north.shapes} <= said


def test_a_name_is_broken_only_at_a_blank_or_its_own_hyphen_and_left_out_where_it_fits_nowhere() -> None:
    narrow = AreaShape("a", "Oud-Caberg", (block(0, 0, 0.5, 3),), None, group="Sint-Pieter")
    rest = AreaShape("b", "Rest", (block(0.5, 0, 2.5, 3),), None, group="")
    said = {w.text for w in words(parse(render(AreaMap("x", "", "", (narrow, rest), (), "geen"), 340)))}
    assert {"Sint-", "Pieter"} <= said or "Sint-Pieter" in said
    thin = AreaShape("a", "Boschstraatkwartier", (block(0, 0, 0.1, 3),), None)
    said = {w.text for w in words(parse(render(AreaMap("x", "", "", (thin, rest), (), "geen"), 340)))}
    assert "Rest" in said
    assert not any("Bosch" in text for text in said)


def test_names_let_the_pointer_through_and_are_not_read_twice() -> None:
    root = parse(render(AREAS))
    labels = having(root, "bk-area-label")
    assert {one.get("pointer-events") for one in labels} == {"none"}
    assert {
        one.get("pointer-events") for one in (*having(root, "bk-border"), *having(root, "bk-border-under"))
    }
    hidden = [one for one in root if one.get("aria-hidden") == "true"]
    assert [text for one in hidden for text in one if "bk-area-label" in text.get("class", "")] == labels


def test_contradictory_input_is_refused() -> None:
    shape = AreaShape("a", "A", (block(0, 0),), 1.0, 4, "1")
    with pytest.raises(ValueError, match="legend"):
        AreaMap("x", "", "", (shape,), ("1",), "geen")
    with pytest.raises(ValueError, match="no shade"):
        replace(shape, value=None)
    with pytest.raises(ValueError, match="between"):
        replace(shape, shade=5)
    with pytest.raises(ValueError, match="no outline"):
        replace(shape, rings=())
    with pytest.raises(ValueError, match="no outline"):
        replace(shape, rings=(((0, 0), (1, 1)),))
    with pytest.raises(ValueError, match="finite"):
        replace(shape, rings=(((0, 0), (1, 1), (float("nan"), 2)),))
    with pytest.raises(ValueError, match="scheme"):
        replace(shape, href="javascript:alert(1)")
    with pytest.raises(ValueError, match="twice"):
        AreaMap("x", "", "", (shape, shape), tuple("12345"), "geen")
    with pytest.raises(ValueError, match="at least one"):
        AreaMap("x", "", "", (), (), "geen")
    with pytest.raises(ValueError, match="at most"):
        AreaMap("x", "", "", (shape,), tuple("123456"), "geen")
