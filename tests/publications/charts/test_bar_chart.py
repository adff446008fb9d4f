# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Bar charts."""

from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.publications.charts import Bar, BarChart, RefLine, render

from .examples import BARS, WIDTHS, dutch, having, parse, words


def box(element: Element) -> tuple[float, float]:
    left = float(element.get("x", "nan"))
    return left, left + float(element.get("width", "nan"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.just(0.0) | st.floats(1e-6, 1e5), min_size=1, max_size=20), st.sampled_from(WIDTHS))
def test_bars_start_at_zero_and_are_in_proportion(values: list[float], width: int) -> None:
    chart = BarChart("x", "", "", tuple(Bar(f"g{i}", value) for i, value in enumerate(values)), dutch(1))
    ends = [box(bar) for bar in having(parse(render(chart, width)), "bk-bar")]
    assert len({left for left, _ in ends}) == 1
    longest = max(right - left for left, right in ends)
    for (left, right), value in zip(ends, values, strict=True):
        assert right - left == pytest.approx(longest * value / max(values) if max(values) else 0.0, abs=0.2)


def test_a_missing_value_is_hatched_over_the_whole_width_with_its_reason() -> None:
    for width in WIDTHS:
        root = parse(render(BARS, width))
        (hatched,) = having(root, "bk-missing")
        bars = having(root, "bk-bar")
        assert len(bars) == len(BARS.bars) - 1
        assert box(hatched)[1] > max(box(bar)[1] for bar in bars)
        assert [w.text for w in words(root) if "bk-missing-label" in w.kind] == ["geen gegevens"]


def test_the_own_bar_stands_out_by_more_than_colour() -> None:
    root = parse(render(BARS))
    assert len(having(root, "bk-own")) == 1
    assert {word.text for word in words(root) if "bk-strong" in word.kind} == {"Maastricht", "40,0"}


def test_the_reference_line_stands_at_its_value_and_is_named() -> None:
    chart = replace(BARS, reference=RefLine("Nederland", 36.0))
    root = parse(render(chart))
    (line,) = having(root, "bk-ref")
    # The second bar has this value too.
    assert float(line.get("x1", "0")) == pytest.approx(box(having(root, "bk-bar")[1])[1], abs=0.2)
    assert "Nederland 36,0" in {word.text for word in words(root)}


def test_bars_below_zero_go_the_other_way() -> None:
    root = parse(render(BarChart("x", "", "", (Bar("af", -4.0), Bar("toe", 4.0)), dutch(0))))
    down, up = (box(bar) for bar in having(root, "bk-bar"))
    assert down[1] == pytest.approx(up[0], abs=0.2)


def test_without_any_figure_there_is_no_scale() -> None:
    root = parse(render(BarChart("x", "", "", (Bar("a", None, text="onbekend"),), dutch(0))))
    assert having(root, "bk-tick") == []
    with pytest.raises(ValueError, match="at least one bar"):
        BarChart("x", "", "", (), dutch(0))
