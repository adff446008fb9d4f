# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What holds for every chart: safe, well-formed, the same every time, and legible."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.publications.charts import (
    AreaMap,
    AreaShape,
    Bar,
    BarChart,
    Chart,
    LineChart,
    Mark,
    Point,
    Series,
    Span,
    Tile,
    TileMap,
    render,
)
from baken.publications.charts.looks import INK, LOOKS, MUTED, ON_TILES, RULE, SERIES, TILES

from .analysed import ANALYSED
from .examples import ALL, BARS, SVG, WIDTHS, block, dutch, having, parse, words
from .examples import AREAS as AREA_MAP
from .examples import TILES as TILE_MAP

EVERY = (*ALL, *ANALYSED)
CASES = [pytest.param(chart, width, id=f"{chart.id}-{width}") for chart in EVERY for width in WIDTHS]


def assert_safe(svg: str) -> None:
    for element in parse(svg).iter():
        tag = element.tag.removeprefix(SVG)
        assert tag in {"svg", "title", "desc", "defs", "pattern", "g", "a", "rect", "line", "path", "text"}
        for name, value in element.attrib.items():
            assert name != "style"
            assert not name.lower().startswith("on")
            assert name not in {"src", "xlink:href"}
            if "url(" in value:
                assert re.fullmatch(r"url\(#[A-Za-z0-9_-]+\)", value) or name == "aria-label"
            if name == "href":
                assert tag == "a"


@pytest.mark.parametrize(("chart", "width"), CASES)
def test_is_well_formed_and_needs_no_exception_in_the_security_policy(chart: Chart, width: int) -> None:
    assert_safe(render(chart, width))


@pytest.mark.parametrize(("chart", "width"), CASES)
def test_same_input_gives_the_same_bytes(chart: Chart, width: int) -> None:
    assert render(chart, width) == render(chart, width)


@pytest.mark.parametrize(("chart", "width"), CASES)
def test_is_named_by_its_title_and_described_by_its_description(chart: Chart, width: int) -> None:
    root = parse(render(chart, width))
    by_id = {element.get("id"): element.text for element in root.iter()}
    names = [by_id[key] for key in root.get("aria-labelledby", "").split()]
    assert names == [chart.title, chart.description]
    assert root.get("viewBox") == f"0 0 {width} {root.get('height')}"


def test_links_are_not_hidden_inside_an_image() -> None:
    assert {parse(render(chart)).get("role") for chart in (TILE_MAP, AREA_MAP)} == {"group"}
    others = [chart for chart in EVERY if chart not in (TILE_MAP, AREA_MAP)]
    assert {parse(render(chart)).get("role") for chart in others} == {"img"}


@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: chart.id)
def test_two_widths_of_one_chart_share_no_id(chart: Chart) -> None:
    wide, narrow = ({e.get("id") for e in parse(render(chart, w)).iter()} - {None} for w in WIDTHS)
    assert wide
    assert not wide & narrow


@pytest.mark.parametrize(("chart", "width"), CASES)
def test_every_reference_points_to_an_id_in_the_same_picture(chart: Chart, width: int) -> None:
    svg = render(chart, width)
    ids = {element.get("id") for element in parse(svg).iter()}
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= ids


@pytest.mark.parametrize(("chart", "width"), CASES)
def test_all_text_lies_inside_the_picture_and_is_large_enough(chart: Chart, width: int) -> None:
    root = parse(render(chart, width))
    height = float(root.get("height", "0"))
    for word in words(root):
        assert word.box.left >= -0.5, word
        assert word.box.right <= width + 0.5, word
        assert word.box.top >= -0.5, word
        assert word.box.bottom <= height + 0.5, word
    assert min(float(e.get("font-size", "99")) for e in root.iter()) >= 12


@pytest.mark.parametrize(("chart", "width"), CASES)
def test_no_text_lies_over_another(chart: Chart, width: int) -> None:
    found = words(parse(render(chart, width)))
    touching = [(a.text, b.text) for a, b in combinations(found, 2) if a.box.overlaps(b.box)]
    assert touching == []


TEXT = st.text(max_size=40)
FIGURE = (st.just(0.0) | st.floats(1e-6, 1e6)) | st.none()


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT, st.lists(st.tuples(TEXT, FIGURE), min_size=1, max_size=8), st.sampled_from(WIDTHS))
def test_any_text_is_written_as_text_in_a_line_chart(
    title: str, label: str, rows: list[tuple[str, float | None]], width: int
) -> None:
    points = tuple(
        Point(text, index, value, text=None if value else text) for index, (text, value) in enumerate(rows)
    )
    marks, spans = (Mark(1.0, label),), (Span(0.0, 1.0, title),)
    chart = LineChart("x", title, label, points, label, dutch(1), label=title, breaks=marks, shaded=spans,
                      reference=Series(label, points))  # fmt: skip
    assert_safe(render(chart, width))


@settings(max_examples=40, deadline=None)
@given(TEXT, st.lists(st.tuples(TEXT, FIGURE), min_size=1, max_size=8), st.sampled_from(WIDTHS))
def test_any_text_is_written_as_text_in_bars_tiles_and_maps(
    title: str, rows: list[tuple[str, float | None]], width: int
) -> None:
    bars = tuple(Bar(text, value, text=text if value is None else None) for text, value in rows)
    assert_safe(render(BarChart("x", title, title, bars, dutch(1), title), width))
    tiles = tuple(Tile(t, t, i * i, i, v, None if v is None else 0, t) for i, (t, v) in enumerate(rows))
    assert_safe(render(TileMap("x", title, title, tiles, (title,), title, title), width))
    shapes = tuple(
        AreaShape(f"{i}", t, (block(i, i % 2),), v, None if v is None else 0, t, None, t)
        for i, (t, v) in enumerate(rows)
    )
    assert_safe(render(AreaMap("x", title, title, shapes, (title,), title, title, title), width))


def test_markup_in_a_text_stays_text() -> None:
    bar = Bar('<script>alert("1")</script> & \x00', 1.0)
    svg = render(BarChart("x", "a < b", '"', (bar,), dutch(0)))
    assert "<script" not in svg
    assert parse(svg)[0].text == "a < b"
    assert "&amp; \ufffd" in svg


@pytest.mark.parametrize("bad", ["", "1a", "a b", 'a"b', "é"])
def test_an_id_that_could_break_out_of_its_place_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="chart id"):
        BarChart(bad, "", "", BARS.bars, dutch(0))


def test_a_picture_too_small_to_read_is_refused() -> None:
    with pytest.raises(ValueError, match="at least"):
        render(BARS, 200)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_colours_have_enough_contrast() -> None:
    assert all(contrast(colour, "#ffffff") >= 4.5 for colour in (INK, MUTED, *SERIES))
    assert contrast(RULE, "#ffffff") >= 3
    for look in ("slope-same", "slope-open"):
        stroke = re.search(r'stroke="(#\w+)"', LOOKS[look])
        assert stroke
        assert contrast(stroke.group(1), "#ffffff") >= 3
    assert all(contrast(tile, text) >= 4.5 for tile, text in zip(TILES, ON_TILES, strict=True))
    for look in ("bar", "bar-own", "column"):
        fill = re.search(r'fill="(#\w+)"', LOOKS[look])
        assert fill
        assert contrast(fill.group(1), "#ffffff") >= 3


def test_lines_differ_by_more_than_colour() -> None:
    dashes = [re.findall('stroke-dasharray="([^"]*)"', LOOKS[f"line-{n}"]) for n in range(1, 6)]
    assert len({tuple(dash) for dash in dashes}) == 5


def test_hatching_has_no_class_that_a_theme_gives_a_fill() -> None:
    for element in having(parse(render(BARS)), "bk-missing"):
        assert element.get("class") == "bk-missing"
        assert element.get("fill") == "url(#bars-640-hatch)"
