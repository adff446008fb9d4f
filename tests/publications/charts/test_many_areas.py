# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Charts of thousands of areas: a crowd in one path, what stands out still apart, and nothing slow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.publications.charts import ClassMap, ClassShape, FunnelPoint, MapClass, render
from baken.publications.charts.canvas import Box
from baken.publications.charts.obstacles import Obstacles

from .analysed import FUNNEL
from .examples import SVG, WIDTHS, having, parse, words

MANY = 1500
CROWD = tuple(FunnelPoint(f"Buurt {n}", 1000.0 + n, 20.0 + n % 7) for n in range(MANY))
HIGH = tuple(FunnelPoint(f"Hoge buurt {n}", 1000.0 + n, 30.0 + n / 9, 1) for n in range(100))
AREA = Box(0, 0, 400, 300)

boxes = st.builds(
    lambda x, y, wide, high: Box(x, y, x + wide, y + high),
    st.floats(-50, 450), st.floats(-50, 350), st.floats(0, 120), st.floats(0, 60),
)  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
def test_the_areas_between_the_limits_of_a_large_funnel_are_one_path(width: int) -> None:
    own = replace(CROWD[0], name="Eigen buurt", emphasised=True)
    root = parse(render(replace(FUNNEL, points=(own, *CROWD[1:], *HIGH)), width))
    crowd, key = having(root, "bk-crowd")
    assert MANY * 0.2 < crowd.get("d", "").count("M") < MANY
    assert key.get("d", "").count("M") == 1
    titles = {(one.text or "").split(":")[0] for one in root.iter(f"{SVG}title")}
    assert {"Eigen buurt", *(one.name for one in HIGH)} <= titles
    assert "Buurt 5" not in titles


def test_a_funnel_of_few_areas_has_a_dot_for_each() -> None:
    root = parse(render(replace(FUNNEL, points=CROWD[:200])))
    assert having(root, "bk-crowd") == []
    assert len(having(root, "bk-point")) == 200


def test_a_long_note_says_how_many_names_it_leaves_out() -> None:
    notes = " ".join(word.text for word in words(parse(render(replace(FUNNEL, points=HIGH), 340))))
    named = notes.split("Ook buiten de buitenste grens: ")[1].count("Hoge buurt")
    assert named == 60
    assert "andere, zie de tabel." in notes


@pytest.mark.parametrize("width", WIDTHS)
def test_thousands_of_squares_lie_against_each_other_and_a_group_has_its_mark(width: int) -> None:
    group = {(7, 7), (7, 8)}
    shapes = tuple(
        ClassShape(f"{x}-{y}", f"Buurt {x} {y}", "cluster-1" if (x, y) in group else "plain", x=x, y=y)
        for x in range(100)
        for y in range(20)
    )
    classes = (MapClass("cluster-1", "cluster 1", "1"), MapClass("plain", "buiten de clusters"))
    root = parse(render(ClassMap("m", "t", "d", shapes, classes, "geen gegevens"), width))
    paths = [one for one in having(root, "bk-class") if one.tag == f"{SVG}path"]
    assert [one.get("d", "").count("M") for one in paths] == [1998, 2]
    assert [one.get("stroke-width") for one in paths] == ["0", None]
    assert "1" in {word.text for word in words(root)}
    assert having(root, "bk-tile") == []


@given(st.lists(boxes, max_size=20), boxes)
def test_text_stands_free_where_it_comes_near_no_box(taken: list[Box], asked: Box) -> None:
    obstacles = Obstacles(AREA)
    for box in taken:
        obstacles.add_box(box)
    clear = not any(asked.overlaps(box, gap=1.0) for box in taken)
    assert obstacles.free(asked) == (asked.within(AREA) and clear)
