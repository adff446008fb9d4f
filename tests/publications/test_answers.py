# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of answers: the message and what it rests on, nothing left out and nothing added."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TypeVar

import numpy as np
import pytest

from analysis.making import grid, series
from baken.analysis.compare import CompareQuestion, ask_compare
from baken.analysis.trend import TrendAnswer, TrendQuestion, ask_trend
from baken.methods.reason import Reason
from baken.model.text import Language, Text
from baken.publications.answers import page_of, report_of
from baken.publications.charts import ClassMap, FunnelChart, RankChart, SignalChart, SignalPanels, TrendChart
from baken.publications.report_model import Drawing, Report

from .answered import (
    compared,
    every,
    falling,
    found_by_looking,
    hot,
    scanned,
    scanned_in_time,
    signalled,
    unknown_trend,
)

NAMES = ("trend", "unknown", "looking", "compare", "hotspots", "scan", "space-time", "signals", "one")


T = TypeVar("T")


def chart(report: Report, kind: type[T]) -> T:
    """The chart of a kind on a page."""
    return next(one.chart for one in report.drawings if isinstance(one.chart, kind))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_and_caveat_of_an_answer_stands_on_its_page(name: str, language: Language) -> None:
    answer = every()[name]
    found = report_of(answer, language)
    assert found.answer == tuple(one.in_(language) for one in answer.said.sentences)
    assert found.caveats == tuple(one.text.in_(language) for one in answer.said.caveats)
    assert any("test.csv" in line for line in found.sources)
    assert found.methods
    page = page_of(answer, language)
    assert "<in>" not in page
    assert page == page_of(answer, language)
    assert len(page) < 150_000


@pytest.mark.parametrize("name", NAMES)
def test_no_figure_is_printed_as_not_a_number(name: str) -> None:
    for language in Language:
        page = page_of(every()[name], language).split("</style>")[1]
        assert "nan" not in page.replace("finan", "")
        assert ">inf" not in page


def test_a_trend_is_drawn_with_its_outlier_and_its_missing_month() -> None:
    found = report_of(falling(), Language.NL)
    assert found.title.startswith("Diefstal <in>: daling van ")
    drawn = chart(found, TrendChart)
    assert [point.position for point in drawn.points if point.value is None] == [40.0]
    assert [point.position for point in drawn.points if point.outlier] == [70.0]
    assert drawn.season
    assert {span.label for span in drawn.shaded} == {"coronajaren"}
    table = found.drawings[0].table
    assert table is not None
    assert [row[1].text for row in table.rows if row[0].text == "mei 2021"] == ["geen gegevens"]


def test_the_parts_of_a_whole_are_set_against_no_change() -> None:
    drawn = chart(report_of(falling(), Language.NL), RankChart)
    assert {row.label for row in drawn.rows} == {"Inbraak", "overig"}
    assert drawn.reference is not None
    assert drawn.reference.value == 0


def test_a_rise_of_what_the_police_look_for_is_no_rise_in_the_title() -> None:
    titles = [report_of(found_by_looking(), language).title for language in Language]
    assert "meer geregistreerd" in titles[0]
    assert "more registered" in titles[1]
    assert "stijging" not in titles[0]


def test_what_cannot_be_judged_is_said_in_the_title() -> None:
    found = report_of(unknown_trend(), Language.NL)
    assert found.title == "Diefstal <in>: trend niet te beoordelen"
    assert chart(found, TrendChart).fitted == ()


def test_a_comparison_has_a_funnel_places_and_every_area_in_the_table() -> None:
    found = report_of(compared(), Language.NL)
    funnel, ranks = chart(found, FunnelChart), chart(found, RankChart)
    assert [point.name for point in funnel.points if point.emphasised] == ["Buurt 7"]
    assert funnel.not_judged == ("Buurt 23 (een cijfer dat nodig is, ontbreekt)",)
    assert len(funnel.points) == 24
    assert {limit.thin for limit in funnel.limits} == {True, False}
    assert all(row.text for row in ranks.rows)
    assert len(found.tables[0].rows) == 25
    assert [row[0].text for row in found.tables[0].rows if row[0].strong] == ["Buurt 7"]


def test_the_chart_of_ranks_says_how_many_areas_it_leaves_out() -> None:
    areas = grid([40.0 + n for n in range(64)], [1000.0] * 64)
    answer = ask_compare(CompareQuestion(areas=areas, name=Text("Diefstal", "Theft")))
    ranks = chart(report_of(answer, Language.NL), RankChart)
    assert len(ranks.rows) == 37
    assert ranks.description == "De 27 gebieden daartussen staan niet in de figuur, maar wel in de tabel."
    assert ranks.description in page_of(answer, Language.NL)


def test_the_verdict_of_an_area_is_that_of_the_funnel() -> None:
    answer = compared()
    verdicts = {row[0].text: row[-1].text for row in report_of(answer, Language.NL).tables[0].rows}
    for name, area in zip(answer.question.areas.names, answer.funnel.areas, strict=True):
        if area.wide_place is not None and abs(area.wide_place) == 2:
            assert verdicts[name].startswith(("▲", "▼"))
        elif not area.reason:
            assert not verdicts[name].startswith(("▲", "▼"))


def test_the_map_of_hotspots_hatches_what_is_small_or_unknown() -> None:
    answer = hot()
    drawn = chart(report_of(answer, Language.NL), ClassMap)
    fills = {shape.code: shape.fill for shape in drawn.shapes}
    assert (fills["A23"], fills["A24"]) == (None, None)
    assert {code for code, fill in fills.items() if fill == "high"} == {
        answer.question.areas.codes[n] for n in answer.of_class("hot")
    }
    text = next(shape.text for shape in drawn.shapes if shape.code == "A24")
    assert text == "minder dan 5 gevallen"


def test_a_small_count_stands_nowhere_on_the_page_of_hotspots() -> None:
    row = next(row for row in report_of(hot(), Language.NL).tables[0].rows if row[0].text == "Buurt 24")
    assert [cell.text for cell in row[1:]] == ["minder dan 5 gevallen", "–", "–", "–", "–"]


def test_the_clusters_of_a_scan_are_those_that_are_certain() -> None:
    answer = scanned()
    drawn = chart(report_of(answer, Language.NL), ClassMap)
    inside = {shape.code for shape in drawn.shapes if shape.fill == "cluster-1"}
    assert inside == {answer.question.areas.codes[n] for n in answer.certain[0].areas}
    assert {"A00", "A01", "A05", "A06"} <= inside


def test_a_cluster_in_time_shows_its_course_and_its_periods() -> None:
    answer = scanned_in_time()
    found = report_of(answer, Language.NL)
    course = chart(found, SignalChart)
    (span,) = course.shaded
    assert (span.start, span.end) == (10.0, 11.0)
    assert found.tables[0].rows[0][2].text == "nov 2025 – dec 2025"


def test_signals_are_on_the_board_by_theme_and_area() -> None:
    found = report_of(signalled(), Language.NL)
    assert found.title == "Eén signaal in de laatste 3 perioden"
    board = found.tables[0]
    assert board.headers[:3] == ("Thema", "Gebied", "Reeks")
    assert [cell.text for cell in board.rows[0][:5]] == ["Diefstal", "Wyck", "Inbraak", "▲ dec 2021", "30"]
    panels = chart(found, SignalPanels)
    assert [panel.label for panel in panels.panels] == ["Inbraak, Wyck"]


def test_one_series_is_drawn_whole_with_every_judged_period_in_a_table() -> None:
    found = report_of(signalled(1), Language.EN)
    assert found.title == "Burglary, Wyck: a signal in Dec 2021"
    drawn = chart(found, SignalChart)
    assert [point.label for point in drawn.points if point.alarm] == ["Dec 2021"]
    assert sum(point.expected is not None for point in drawn.points) == 12
    (only,) = found.drawings
    assert isinstance(only, Drawing)
    assert only.table is not None
    assert len(only.table.rows) == 12


def test_an_unjudged_series_has_no_expected_line() -> None:
    answer = signalled()
    answer.result.reason[-1, -1] = 0
    answer.result.alarm[-1, -1] = True
    panels = chart(report_of(answer, Language.NL), SignalPanels)
    assert all(point.expected is None for point in panels.panels[-1].points[:-1])


def test_a_page_never_says_no_signal_where_nothing_was_judged() -> None:
    for rows in (1, 3):
        answer = signalled(rows)
        answer.result.alarm[:] = False
        answer.result.reason[:] = Reason.TOO_FEW_PERIODS
        found = report_of(answer, Language.NL)
        assert "beoordeeld" in found.title
        assert "geen signaal" not in " ".join((found.title, *found.answer)).lower()
    assert found.title == "In dec 2021 kon geen enkele reeks worden beoordeeld"
    assert found.subtitle.startswith("0 van de 3 reeksen beoordeeld")


@pytest.mark.parametrize("rows", [1, 3])
def test_what_police_find_by_looking_has_no_mark_of_a_signal(rows: int) -> None:
    base = signalled(rows)
    question = replace(
        base.question, series=replace(base.question.series, found_by_looking=frozenset(["inbraak"]))
    )
    found = report_of(replace(base, question=question), Language.NL)
    charts = [one.chart for one in found.drawings]
    assert not any(point.alarm for one in charts if isinstance(one, SignalChart) for point in one.points)
    cells = [cell.text for table in found.tables for row in table.rows for cell in row]
    assert not any("▲" in text for text in cells)
    if rows == 1:
        assert found.title == "Inbraak, Wyck: meer geregistreerd in dec 2021; als je kijkt, zie je meer"
    else:
        assert found.title == "Geen signalen in de laatste 3 perioden"
        assert charts == []
        assert found.tables[0].caption.startswith("Meer geregistreerd van wat de politie vindt")


def test_a_signal_that_chance_gives_too_is_called_so_in_words() -> None:
    base = signalled()
    found = report_of(replace(base, q=np.array([1.0, 1.0, np.nan])), Language.NL)
    assert "past ook bij toeval" in [cell.text for cell in found.tables[0].rows[0]]
    assert any("Dit past ook bij toeval." in one for one in found.answer)
    assert "vals alarm" not in " ".join(found.answer)
    sure = report_of(replace(base, q=np.array([0.02, 1.0, np.nan])), Language.NL)
    assert any("kans dat het toeval is onder alle signalen: 0,02" in one for one in sure.answer)


def test_clusters_among_areas_that_differ_anyway_may_be_ordinary_spread() -> None:
    answer = scanned()
    assert answer.overdispersed
    found = report_of(answer, Language.NL)
    assert found.title.endswith("; kan gewone spreiding zijn")
    assert any("Een cluster kan gewone spreiding zijn" in one for one in found.caveats)
    assert found.tables[0].rows[0][-1].text == "cluster of gewone spreiding"
    calm = report_of(replace(answer, phi=1.1), Language.NL)
    assert "spreiding" not in " ".join((calm.title, *calm.caveats))


@cache
def bent() -> TrendAnswer:
    """Months with a season that rise for five years and fall for five."""
    slopes = [0.012] * 60 + [-0.015] * 60
    level, row = math.log(200.0), []
    for n, slope in enumerate(slopes):
        level += slope
        row.append(float(round(math.exp(level + 0.2 * math.cos(n / 12 * 2 * math.pi)))))
    return ask_trend(TrendQuestion(series=series(row), name=Text("Diefstal", "Theft")))


def test_a_trend_with_a_bend_is_drawn_with_the_bend_and_without_the_season() -> None:
    drawn = chart(report_of(bent(), Language.NL), TrendChart)
    (place,) = (round(one.position) for one in drawn.changes)
    assert 55 <= place <= 65
    (line,) = drawn.fitted
    steps = [math.log(after.value / before.value) for before, after in pairwise(line)]
    assert max(steps[:place]) - min(steps[:place]) < 1e-9
    assert steps[0] == pytest.approx(0.012, abs=0.001)
    assert steps[-1] == pytest.approx(-0.015, abs=0.001)
    (season,) = drawn.season
    above = [math.log(full.value / plain.value) for full, plain in zip(season, line, strict=True)]
    # The season takes nothing away and adds nothing over a whole year.
    assert sum(above[12:24]) == pytest.approx(0.0, abs=0.01)
    assert max(above) == pytest.approx(0.2, abs=0.02)


def test_the_table_under_a_trend_has_the_figures_that_are_drawn() -> None:
    found = report_of(bent(), Language.EN)
    (season,) = chart(found, TrendChart).season
    table = found.drawings[0].table
    assert table is not None
    assert [row[2].text for row in table.rows] == [f"{one.value:,.1f}" for one in reversed(season)]


def test_a_jump_without_a_margin_that_carries_it_is_not_told_as_one() -> None:
    row = [40, 38, 44, 39, 41, 37, 43, 40]
    question = TrendQuestion(series=series(row, per_year=1), name=Text("Diefstal", "Theft"), breaks={4: None})
    drawn = chart(report_of(ask_trend(question), Language.NL), TrendChart)
    assert [mark.label for mark in drawn.shifts] == ["2022: niet aantoonbaar anders"]


def test_a_bend_that_is_only_possible_is_marked_as_that() -> None:
    row = [900, 830, 770, 705, 655, 600, 665, 730, 810, 890, 985, 1090]
    answer = ask_trend(TrendQuestion(series=series(row, per_year=1), name=Text("Diefstal", "Theft")))
    (point,) = answer.points.points
    unsure = replace(answer, points=replace(answer.points, points=(replace(point, lower=4),)))
    for one, start in ((answer, "2023 ("), (unsure, "mogelijk 2023 (")):
        (mark,) = chart(report_of(one, Language.NL), TrendChart).changes
        assert mark.label.startswith(start)


def test_the_table_of_a_trend_has_the_line_of_the_chart() -> None:
    row = [900, 830, 770, 705, 655, 600, 665, 730, 810, 890, 985, 1090]
    answer = ask_trend(TrendQuestion(series=series(row, per_year=1), name=Text("Diefstal", "Theft")))
    found = report_of(answer, Language.EN)
    table = found.drawings[0].table
    assert table is not None
    (line,) = chart(found, TrendChart).fitted
    told = [float(row[2].text.replace(",", "")) for row in reversed(table.rows)]
    assert told == [round(one.value, 1) for one in line]


def test_the_places_on_a_page_stand_in_the_order_of_the_sentence() -> None:
    answer = compared()
    found = report_of(answer, Language.NL)
    ranks = chart(found, RankChart)
    (sentence,) = [one for one in found.answer if one.startswith("Van hoog naar laag")]
    told = [sentence.index(f"{row.label} (plaats") for row in ranks.rows[:3]]
    assert told == sorted(told)
    assert ranks.words.apart == "marge waar het cijfer van alle gebieden samen buiten ligt"


def test_the_title_of_a_line_that_goes_both_ways_says_over_what_it_is_a_mean() -> None:
    row = [600, 560, 520, 480, 450, 420, 500, 600, 720, 860, 1040, 1250]
    answer = ask_trend(TrendQuestion(series=series(row, per_year=1), name=Text("Diefstal", "Theft")))
    assert report_of(answer, Language.NL).title.endswith(" % per jaar, gemiddeld over alle jaren")
