# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The map of classes: patterns and words, borders around groups, and squares where there are no outlines."""

import re
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from baken.publications.charts import ClassMap, ClassShape, MapClass, render
from baken.publications.charts.classborders import group_borders
from baken.publications.charts.patterns import CLUSTERS, PATTERNS, definition

from .analysed import CLASS_MAP, CLASSES, CLUSTER_TILES
from .examples import SVG, WIDTHS, block, having, parse, words


@pytest.mark.parametrize("width", WIDTHS)
def test_each_area_says_its_class_in_words(width: int) -> None:
    titles = {one.text or "" for one in parse(render(CLASS_MAP, width)).iter(f"{SVG}title")}
    assert "Boschstraatkwartier 0: hoog naast hoog, 0,0" in titles
    assert "Boschstraatkwartier 6: niet beoordeeld, 6,0" in titles


def test_what_was_not_judged_is_hatched_and_has_no_pattern_of_a_class() -> None:
    root = parse(render(CLASS_MAP))
    hatched = [one for one in having(root, "bk-missing") if one.tag == f"{SVG}path"]
    assert len(hatched) == 1
    assert hatched[0].get("fill") is None
    assert having(root, "bk-areas")[0].get("fill") == "url(#classes-640-hatch)"


def test_patterns_are_defined_once_and_only_where_they_are_used() -> None:
    svg = render(CLASS_MAP)
    used = set(re.findall(r"url\(#classes-640-([a-z0-9-]+)\)", svg)) - {"hatch"}
    assert used == {"high", "low", "high-alone", "low-alone", "plain"}
    assert {name for name in PATTERNS if f'id="classes-640-{name}"' in svg} == used


def test_patterns_that_may_stand_together_differ_in_form_and_not_in_colour_alone() -> None:
    def form(name: str) -> str:
        one = PATTERNS[name]
        return f"{one.form} {one.size} {one.ground == one.ink}"

    for group in (CLUSTERS, ("high", "high-itself", "high-alone", "low", "low-alone")):
        for one, other in combinations(group, 2):
            assert form(one) != form(other), (one, other)
    assert all(f'id="x-{name}"' in definition(name, "x") for name in PATTERNS)


def test_a_class_without_areas_is_not_in_the_legend() -> None:
    said = {word.text for word in words(parse(render(replace(CLASS_MAP, shapes=CLASS_MAP.shapes[1:3]))))}
    assert "hoog naast hoog" in said
    assert "laag naast laag" not in said
    assert "niet beoordeeld" not in said


def test_without_outlines_the_areas_are_equal_squares() -> None:
    root = parse(render(CLUSTER_TILES))
    assert having(root, "bk-areas") == []
    assert len(having(root, "bk-tile")) == len(CLUSTER_TILES.shapes)


def test_an_area_too_small_for_its_name_has_it_beside_it() -> None:
    small = ClassShape("S", "Groente- en Fruitmarkt", "high", (block(1.9, 1.9, 0.15, 0.15),))
    large = ClassShape("L", "Rest", "plain", (block(0, 0, 1.9, 4), block(2.05, 0, 1.9, 4)))
    chart = ClassMap("x", "t", "d", (small, large), CLASSES, "niet beoordeeld")
    root = parse(render(chart))
    assert {"Groente- en", "Fruitmarkt"} <= {
        word.text for word in words(root)
    } or "Groente- en Fruitmarkt" in {word.text for word in words(root)}
    assert having(root, "bk-whisker")


def square(left: int, top: int, size: int = 1000) -> tuple[tuple[tuple[int, int], ...], ...]:
    return (((left, top), (left + size, top), (left + size, top + size), (left, top + size)),)


def test_the_border_of_a_group_runs_around_it_and_not_through_it() -> None:
    areas = {"a": square(0, 0), "b": square(1000, 0), "c": square(2000, 0)}
    pieces = list(group_borders(areas, {"a": "hot", "b": "hot", "c": ""}))
    edges = {frozenset(edge) for piece in pieces for edge in pairwise(piece)}
    assert frozenset({(1000, 0), (1000, 1000)}) not in edges
    assert frozenset({(2000, 0), (2000, 1000)}) in edges
    assert len(edges) == 6


def test_borders_that_do_not_meet_exactly_leave_no_line_inside_a_group() -> None:
    areas = {"a": square(0, 0, 997), "b": square(1000, 0)}
    pieces = list(group_borders(areas, {"a": "hot", "b": "hot"}))
    edges = {frozenset(edge) for piece in pieces for edge in pairwise(piece)}
    assert frozenset({(1000, 0), (1000, 1000)}) not in edges
    assert frozenset({(997, 0), (997, 997)}) not in edges


def test_bad_input_is_refused() -> None:
    shape = ClassShape("a", "A", "high", (block(0, 0),))
    with pytest.raises(ValueError, match="no pattern"):
        MapClass("purple", "paars")
    with pytest.raises(ValueError, match="does not explain"):
        ClassMap("x", "", "", (shape,), (MapClass("low", "laag"),), "")
    with pytest.raises(ValueError, match="stands twice"):
        ClassMap("x", "", "", (shape, shape), CLASSES, "")
    with pytest.raises(ValueError, match="look the same"):
        ClassMap("x", "", "", (shape,), (MapClass("high", "a"), MapClass("high", "b")), "")
    with pytest.raises(ValueError, match="no outline"):
        ClassShape("a", "A", None, (((0.0, 0.0), (1.0, 1.0)),))
    with pytest.raises(ValueError, match="finite"):
        ClassShape("a", "A", None, x=float("inf"))
    with pytest.raises(ValueError, match="scheme"):
        ClassShape("a", "A", None, href="javascript:1")
    with pytest.raises(ValueError, match="at least one area"):
        ClassMap("x", "", "", (), CLASSES, "")
