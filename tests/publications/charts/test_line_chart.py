# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Line charts and small multiples: gaps, breaks, bands and labels."""

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.publications.charts import LineChart, Mark, Panel, Point, Series, SmallMultiples, render
from baken.publications.charts.plot import break_position, segments
from baken.publications.charts.scales import nice_axis, thin

from .examples import (
    CONTROLS,
    CUT,
    FIVE_YEARS,
    LONG,
    PANELS,
    SURVEY,
    WIDTHS,
    dutch,
    having,
    numbers,
    parse,
    words,
    yearly,
)

VALUES = st.just(0.0) | st.floats(1e-6, 1e6)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_missing_year_is_a_gap_and_never_a_zero(width: int) -> None:
    root = parse(render(LONG, width))
    markers = having(root, "bk-marker-1")
    assert len(markers) == 14
    base = max(float(e.get("y1", "0")) for e in having(root, "bk-axis") if e.get("y1") == e.get("y2"))
    (strip,) = having(root, "bk-missing")
    middle = float(strip.get("x", "0")) + float(strip.get("width", "0")) / 2
    for line in having(root, "bk-series-1"):
        xs = [x for x, _ in numbers(line)]
        assert not min(xs) <= middle <= max(xs)
    assert all(y < base - 10 for marker in markers for _, y in numbers(marker))


def test_a_missing_year_says_why() -> None:
    root = parse(render(SURVEY))
    assert [w.text for w in words(root) if "bk-missing-label" in w.kind] == ["niet gemeten"] * 2
    assert [strip[0].text for strip in having(root, "bk-missing")] == [
        "2018: niet gemeten",
        "2020: niet gemeten",
    ]


def test_years_missing_for_the_same_reason_share_one_mark() -> None:
    points = yearly({2018: 1.0, 2019: None, 2020: None, 2021: None, 2022: 2.0})
    root = parse(render(LineChart("x", "", "", points, "", dutch(0))))
    (strip,) = having(root, "bk-missing")
    assert strip[0].text == "2019–2021: niet gemeten"


def test_isolated_points_have_error_bars_and_consecutive_ones_a_band() -> None:
    survey, five = parse(render(SURVEY)), parse(render(FIVE_YEARS))
    assert (len(having(survey, "bk-whisker")), len(having(survey, "bk-band"))) == (3, 0)
    assert (len(having(five, "bk-whisker")), len(having(five, "bk-band"))) == (0, 1)


def test_a_label_does_not_cover_an_error_bar() -> None:
    for width in WIDTHS:
        root = parse(render(SURVEY, width))
        bars = [numbers(bar) for bar in having(root, "bk-whisker")]
        labels = [word.box for word in words(root) if "bk-value" in word.kind]
        assert len(labels) == 2
        for x, y in (corner for bar in bars for corner in bar):
            assert not any(box.left < x < box.right and box.top < y < box.bottom for box in labels)


def test_a_break_stops_the_line_only_when_it_says_so() -> None:
    points = yearly({2018: 1.0, 2019: 2.0, 2020: 3.0, 2021: 4.0})
    assert [len(piece) for piece in segments(points, [Mark(2020, "x")])] == [2, 2]
    assert [len(piece) for piece in segments(points, [Mark(2020, "x", stops_line=False)])] == [4]


def test_a_break_is_drawn_between_two_positions() -> None:
    assert break_position(Mark(2021, ""), [2019, 2020, 2021]) == 2020.5
    assert break_position(Mark(2020.7, ""), [2019, 2020, 2021]) == 2020.7
    root = parse(render(SURVEY))
    (line,) = having(root, "bk-break")
    places = sorted(numbers(marker)[0][0] for marker in having(root, "bk-marker-1"))
    assert places[1] < float(line.get("x1", "0")) < places[2]


@given(st.lists(st.none() | VALUES, min_size=1, max_size=30), st.lists(st.floats(0, 30), max_size=4))
def test_pieces_hold_every_figure_once_and_never_span_a_gap_or_a_break(
    values: list[float | None], stops: list[float]
) -> None:
    points = [Point(str(i), i, value) for i, value in enumerate(values)]
    pieces = segments(reversed(points), [Mark(stop, "") for stop in stops])
    assert [p for piece in pieces for p in piece] == [p for p in points if p.value is not None]
    for piece in pieces:
        assert [p.position for p in piece] == list(range(int(piece[0].position), int(piece[-1].position) + 1))
        assert not any(piece[0].position < stop <= piece[-1].position for stop in stops)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.none() | VALUES, min_size=1, max_size=20),
    st.lists(st.none() | VALUES, min_size=1, max_size=20),
    st.sampled_from(WIDTHS),
    st.booleans(),
)
def test_value_labels_never_overlap_and_stay_in_view(
    own: list[float | None], other: list[float | None], width: int, zero_based: bool
) -> None:
    main, reference = (yearly(dict(enumerate(values, start=2005))) for values in (own, other))
    chart = LineChart("x", "t", "d", main, "eenheid", dutch(1), label="Maastricht", zero_based=zero_based,
                      reference=Series("Nederland", reference), breaks=(Mark(2010, "breuk"),))  # fmt: skip
    root = parse(render(chart, width))
    found = words(root)
    labels = [word.box for word in found if "bk-value" in word.kind]
    assert not any(a.overlaps(b) for a, b in combinations(labels, 2))
    assert all(w.box.left >= -0.5 and w.box.right <= width + 0.5 for w in found)
    assert len(having(root, "bk-marker-1")) in {sum(v is not None for v in own), _alone(own)}


def _alone(values: list[float | None]) -> int:
    """The figures without a neighbour, which keep a marker even where all others have none."""
    pieces = segments(yearly(dict(enumerate(values, start=2005))), [Mark(2010, "")])
    return sum(len(piece) == 1 for piece in pieces)


def test_without_any_figure_there_is_no_scale() -> None:
    root = parse(render(LineChart("x", "", "", yearly({2020: None, 2021: None}), "per jaar", dutch(1))))
    assert having(root, "bk-grid") == []
    assert having(root, "bk-marker-1") == []
    assert len(having(root, "bk-missing")) == 1


def test_the_reference_is_named_at_its_end() -> None:
    for width in WIDTHS:
        assert "Nederland" in {word.text for word in words(parse(render(FIVE_YEARS, width)))}


def test_a_cut_axis_says_so() -> None:
    for width in WIDTHS:
        assert "as begint niet bij 0" in render(CUT, width)
    assert "as begint niet bij 0" not in render(FIVE_YEARS)


def test_effort_has_a_panel_and_an_axis_of_its_own() -> None:
    root = parse(render(CONTROLS))
    columns = having(root, "bk-column")
    assert len(columns) == 3
    bottom = {round(float(c.get("y", "0")) + float(c.get("height", "0")), 1) for c in columns}
    assert len(bottom) == 1
    assert min(float(c.get("y", "0")) for c in columns) > max(
        y for m in having(root, "bk-marker-1") for _, y in numbers(m)
    )


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 6))
def test_ticks_are_round_and_enclose_the_figures(low: float, size: float, count: int) -> None:
    axis = nice_axis(low, low + size, count, lambda value: f"{value:.6g}")
    assert axis.low <= low + 1e-6 * size
    assert axis.high >= low + size - 1e-6 * size
    assert 2 <= len(axis.ticks) <= count + 3
    step = axis.ticks[1] - axis.ticks[0]
    lead = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert min(abs(lead - nice) for nice in (1, 2, 2.5, 5, 10)) < 1e-2


def test_tick_labels_never_hide_a_half() -> None:
    axis = nice_axis(0, 10, 4, lambda value: f"{value:.0f}")
    assert [float(label) for label in axis.labels] == list(axis.ticks)
    assert nice_axis(0, 10, 4, dutch(1)).labels == ("0,0", "2,5", "5,0", "7,5", "10,0")


def test_year_labels_are_thinned_from_the_last_one_back() -> None:
    places = [30.0 * i for i in range(15)]
    kept = thin(places, [str(2010 + i) for i in range(15)], 13)
    assert kept == [0, 2, 4, 6, 8, 10, 12, 14]


def test_small_multiples_share_one_axis() -> None:
    root = parse(render(PANELS))
    assert {panel.label for panel in PANELS.panels} <= {word.text for word in words(root)}
    ticks = [word.text for word in words(root) if word.kind == "bk-tick" and "," in word.text]
    assert len(ticks) == 2 * len(set(ticks))
    assert "te weinig" in {word.text for word in words(root)}


def test_small_multiples_have_two_columns_on_a_small_screen() -> None:
    for width, columns in zip(WIDTHS, (4, 2), strict=True):
        names = {panel.label for panel in PANELS.panels}
        lefts = {word.box.left for word in words(parse(render(PANELS, width))) if word.text in names}
        assert len(lefts) == columns


def test_contradictory_input_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        Point("2020", 2020, math.nan)
    with pytest.raises(ValueError, match="both"):
        Point("2020", 2020, 1.0, lower=0.5)
    with pytest.raises(ValueError, match="above"):
        Point("2020", 2020, 1.0, 2.0, 0.5)
    with pytest.raises(ValueError, match="missing value"):
        Point("2020", 2020, None, 0.5, 2.0)
    with pytest.raises(ValueError, match="at least one point"):
        LineChart("x", "", "", (), "", dutch(0))
    with pytest.raises(ValueError, match="told apart"):
        LineChart("x", "", "", CUT.points, "", dutch(0), others=CUT.others * 4)
    with pytest.raises(ValueError, match="at least one"):
        SmallMultiples("x", "", "", (Panel("leeg", ()),), "", dutch(0))
