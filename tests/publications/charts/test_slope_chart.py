# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The chart of two moments: what is more than chance stands out, and no area is left out."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.publications.charts import Moment, Slope, SlopeChart, SlopeRow, render

from .examples import SLOPES, SVG, WIDTHS, dutch, having, numbers, parse, words

FIGURES = st.floats(0, 1e6) | st.none()
ROWS = st.lists(
    st.tuples(st.text(max_size=30), FIGURES, FIGURES, st.sampled_from(Slope)), min_size=1, max_size=12
)


def texts(chart: SlopeChart, width: int = 640) -> str:
    return " ".join(word.text for word in words(parse(render(chart, width))))


def test_a_change_within_the_margin_is_thin_and_its_meaning_is_said() -> None:
    root = parse(render(SLOPES))
    thin, thick = having(root, "bk-slope-same"), having(root, "bk-series-1")
    # Two areas and their sample in the key; the one change and its own sample.
    assert (len(thin), len(thick)) == (3, 2)
    width = {float(one.get("stroke-width", "0")) for one in thin}
    assert max(width) < min(float(one.get("stroke-width", "0")) for one in thick)
    said = texts(SLOPES)
    assert "ongeveer gelijk" in said
    assert "▼ lager" in said


def test_the_key_explains_only_what_is_drawn() -> None:
    same = [row for row in SLOPES.rows if row.slope is Slope.SAME]
    said = texts(replace(SLOPES, rows=tuple(same)))
    assert "ongeveer gelijk" in said
    assert "niet beoordeeld" not in said
    assert "meer dan toeval" not in said


@pytest.mark.parametrize("width", WIDTHS)
def test_every_area_is_named_and_a_missing_one_says_why(width: int) -> None:
    said = texts(SLOPES, width)
    for row in SLOPES.rows:
        assert row.label in said
    assert "Zuid: niet gemeten (2022)" in said
    assert having(parse(render(SLOPES, width)), "bk-missing")


def test_a_line_begins_and_ends_at_the_height_of_its_figures() -> None:
    root = parse(render(SLOPES))
    (change,) = [one for one in having(root, "bk-row") if "Noord" in (one[0].text or "")]
    (start_x, start_y), (end_x, end_y) = numbers(next(one for one in change if one.tag == f"{SVG}path"))
    assert start_x < end_x
    # 17.0 goes to 12.9: downwards, and the share of the drop is that of the figures on an axis from zero.
    zero = max(float(one.get("y1", "0")) for one in having(root, "bk-axis"))
    assert (zero - end_y) / (zero - start_y) == pytest.approx(12.9 / 17.0, rel=0.01)


def test_without_any_pair_of_figures_it_still_says_which_areas_there_are() -> None:
    rows = tuple(
        SlopeRow(f"Wijk {n}", Moment(None), Moment(3.0), said="geen gegevens (2022)") for n in range(3)
    )
    said = texts(SlopeChart("none", "Niets", "Niets.", ("2022", "2025"), rows, dutch(1)))
    assert [f"Wijk {n}: geen gegevens (2022)" in said for n in range(3)] == [True] * 3


def test_only_the_first_row_can_be_the_municipality_itself() -> None:
    with pytest.raises(ValueError, match="first row"):
        replace(SLOPES, rows=SLOPES.rows[::-1])
    with pytest.raises(ValueError, match="at least one row"):
        replace(SLOPES, rows=())


@settings(max_examples=60, deadline=None)
@given(ROWS, st.sampled_from(WIDTHS))
def test_names_and_figures_never_lie_over_each_other(
    held: list[tuple[str, float | None, float | None, Slope]], width: int
) -> None:
    rows = tuple(
        SlopeRow(label or "x", Moment(start), Moment(end), slope, "▲ hoger")
        for label, start, end, slope in held
    )
    svg = render(SlopeChart("any", "Titel", "Wat.", ("2022", "2025"), rows, dutch(1), "per 1.000"), width)
    drawn = [word for word in words(parse(svg)) if word.text.strip()]
    assert [(a.text, b.text) for a, b in combinations(drawn, 2) if a.box.overlaps(b.box)] == []
    assert svg == render(
        SlopeChart("any", "Titel", "Wat.", ("2022", "2025"), rows, dutch(1), "per 1.000"), width
    )
