# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Charts of signals: alarms by shape and word, and missing is never a zero."""

from dataclasses import replace

import pytest

from baken.publications.charts import SignalChart, SignalPanels, SignalPoint, render

from .analysed import SIGNAL_PANELS, SIGNALS
from .examples import SVG, WIDTHS, having, numbers, parse, words


@pytest.mark.parametrize("width", WIDTHS)
def test_an_alarm_has_a_mark_and_a_word(width: int) -> None:
    root = parse(render(SIGNALS, width))
    alarms = [point for point in SIGNALS.points if point.alarm]
    assert len(having(root, "bk-mark-high")) == len(alarms) + 1  # one in the key
    assert len(having(root, "bk-bar-alarm")) == len(alarms)
    assert f"signaal {alarms[-1].label}" in {word.text for word in words(root)}


def test_every_column_says_what_was_expected() -> None:
    titles = [one.text or "" for one in parse(render(SIGNALS)).iter(f"{SVG}title")]
    assert "mei 2024: 29, verwacht 12, bovengrens 20, signaal" in titles


def test_a_missing_count_is_hatched_and_no_column() -> None:
    root = parse(render(SIGNALS))
    bars = [one for name in ("bk-bar", "bk-bar-past", "bk-bar-alarm") for one in having(root, name)]
    known = sum(point.observed is not None for point in SIGNALS.points)
    assert len(bars) == known + 2  # two kinds in the key
    assert any("niet geleverd" in (one.text or "") for one in root.iter(f"{SVG}title"))


def test_the_expected_line_stops_where_nothing_was_judged() -> None:
    gap = tuple(
        replace(point, expected=None, upper=None) if 44 <= point.position <= 46 else point
        for point in SIGNALS.points
    )
    pieces = having(parse(render(replace(SIGNALS, points=gap))), "bk-expected")
    # The two pieces and the one in the key.
    assert len(pieces) == 3
    ends = [numbers(piece) for piece in pieces if piece.tag == f"{SVG}path"]
    assert ends[0][-1][0] < ends[1][0][0]


def test_panels_draw_quiet_columns_together_so_that_a_page_stays_small() -> None:
    root = parse(render(SIGNAL_PANELS))
    alarms = sum(point.alarm for panel in SIGNAL_PANELS.panels for point in panel.points)
    assert len(having(root, "bk-point")) == alarms
    assert len(render(SIGNAL_PANELS)) < 40_000


@pytest.mark.parametrize("width", WIDTHS)
def test_every_panel_is_named_and_stays_in_its_place(width: int) -> None:
    said = [word.text for word in words(parse(render(SIGNAL_PANELS, width))) if "bk-strong" in word.kind]
    for panel in SIGNAL_PANELS.panels:
        assert any(panel.label.startswith(text.rstrip("…")) for text in said)


def test_nothing_but_missing_counts_gives_no_made_up_axis() -> None:
    points = tuple(SignalPoint(f"{n}", float(n), None) for n in range(5))
    root = parse(render(replace(SIGNALS, points=points, breaks=())))
    assert having(root, "bk-bar") == []
    assert having(root, "bk-grid") == []


def test_bad_input_is_refused() -> None:
    with pytest.raises(ValueError, match="no alarm"):
        SignalPoint("x", 0.0, None, alarm=True)
    with pytest.raises(ValueError, match="at least one period"):
        SignalChart("x", "", "", (), "", str)
    with pytest.raises(ValueError, match="at least one panel"):
        SignalPanels("x", "", "", (), "", str)
    with pytest.raises(ValueError, match="finite"):
        SignalPoint("x", 0.0, float("nan"))
