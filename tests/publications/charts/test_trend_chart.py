# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The chart of a trend: the line where it was fitted, and every exception marked by form and by word."""

from dataclasses import replace

import pytest

from baken.publications.charts import Fitted, Mark, TrendChart, render
from baken.publications.charts.headers import Header, place_or_number

from .analysed import TREND
from .examples import SVG, WIDTHS, having, parse, words


def test_each_observation_says_whether_it_counts() -> None:
    titles = {one.text or "" for one in parse(render(TREND)).iter(f"{SVG}title")}
    assert "2020: 5,9 (5,3–6,5), niet meegerekend" in titles
    assert "2013: 15,4 (14,8–16,0), uitschieter" in titles
    assert "2016: niet geleverd" in titles


@pytest.mark.parametrize("width", WIDTHS)
def test_the_key_names_all_that_is_drawn(width: int) -> None:
    said = {word.text for word in words(parse(render(TREND, width)))}
    assert {"waarneming", "niet meegerekend", "uitschieter", "trend", "knik in de trend"} <= said
    assert {"sprong van niveau", "geen gegevens", "95%-interval van de trend"} <= said


def test_the_line_is_interrupted_between_its_pieces() -> None:
    root = parse(render(TREND))
    lines = [one for one in having(root, "bk-line") if one.tag == f"{SVG}path"]
    assert len(lines) == len(TREND.fitted)
    assert len([one for one in having(root, "bk-band") if one.tag == f"{SVG}path"]) == len(TREND.fitted)


def test_a_season_gets_a_thin_line_and_the_band() -> None:
    season = tuple(Fitted(one.position, one.value + 1, one.value, one.value + 2) for one in TREND.fitted[0])
    bare = tuple(Fitted(one.position, one.value) for one in TREND.fitted[0])
    root = parse(render(replace(TREND, fitted=(bare,), season=(season,))))
    assert len([one for one in having(root, "bk-limit-thin") if one.tag == f"{SVG}path"]) == 1
    assert len([one for one in having(root, "bk-band") if one.tag == f"{SVG}path"]) == 1


def test_labels_that_do_not_fit_become_letters_with_a_note() -> None:
    wide = " ".join(word.text for word in words(parse(render(TREND, 640))))
    narrow = " ".join(word.text for word in words(parse(render(TREND, 340))))
    assert "A: " not in wide
    assert "A: 2017 (2016–2018) B: registratie C: 2022: −21 % (−30 tot −12)" in narrow


def test_letters_run_from_left_to_right() -> None:
    long = "een lange omschrijving van wat hier veranderde"
    headers = [Header(x, f"{long} {x:.0f}", stem=True) for x in (200.0, 100.0, 150.0)]
    placed, notes = place_or_number(headers, 13, (0, 300))
    assert notes == [f"A: {long} 100", f"B: {long} 150", f"C: {long} 200"]
    assert sorted((item.header.x, item.text) for item in placed) == [(100.0, "A"), (150.0, "B"), (200.0, "C")]


def test_a_mark_outside_of_the_series_is_left_out() -> None:
    root = parse(render(replace(TREND, changes=(Mark(1990.0, "lang geleden"),))))
    assert "lang geleden" not in {word.text for word in words(root)}


def test_without_points_there_is_no_chart() -> None:
    with pytest.raises(ValueError, match="at least one point"):
        TrendChart("x", "", "", (), (), "", str)
