# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small multiples and the chart of two moments say what the records say, of areas and indicators alike."""

from __future__ import annotations

import pytest

from baken.model.area import AreaLevel
from baken.model.figure import NotJudged
from baken.model.text import Language
from baken.picture.slopes import district_changes
from baken.publications.charts import Slope, SlopeChart, render
from baken.publications.office.messages import together
from baken.publications.slopes import slope_drawing
from baken.publications.small_charts import district_multiples, theme_multiples
from picture.helpers import EXAMPLE, MAASTRICHT, published


def districts() -> list[str]:
    return [one.name for one in published(EXAMPLE).local_areas if one.level is AreaLevel.DISTRICT]


def test_multiples_of_a_theme_share_a_unit_and_a_counting_system() -> None:
    safety = published(EXAMPLE)
    seen = 0
    for theme in safety.material.municipality.themes:
        records = {one.indicator.name.nl: one for one in safety.theme(theme.id).records}
        for chart in theme_multiples(safety, theme.name.nl, tuple(records.values()), Language.NL):
            held = [records[panel.label] for panel in chart.panels]
            assert len(held) >= 2
            assert len({(one.unit.id, one.indicator.system) for one in held}) == 1
            for panel, record in zip(chart.panels, held, strict=True):
                values = [one.value for one in panel.points if one.value is not None]
                assert values == [float(one.value or 0) for one in record.measured]
                assert panel.label in chart.description
            assert render(chart)
            seen += 1
    assert seen


def test_a_panel_that_would_be_flat_beside_the_highest_is_left_out() -> None:
    safety = published(EXAMPLE)
    for theme in safety.material.municipality.themes:
        for chart in theme_multiples(safety, "x", safety.theme(theme.id).records, Language.NL):
            tops = [max(one.value or 0 for one in panel.points) for panel in chart.panels]
            assert min(tops) * 10 >= max(tops)


def test_every_district_has_a_panel() -> None:
    safety = published(EXAMPLE)
    chart = district_multiples(safety, safety.record("overlast", EXAMPLE), Language.NL)
    assert chart is not None
    assert [panel.label for panel in chart.panels] == districts()
    assert all(name in chart.description for name in districts())


def test_without_figures_of_districts_there_is_no_chart_of_them() -> None:
    safety = published(MAASTRICHT)
    record = safety.record("misdrijven-totaal", MAASTRICHT)
    assert district_multiples(safety, record, Language.NL) is None
    assert district_changes(safety, record) == ()
    assert slope_drawing(safety, record, Language.NL) is None


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", ["overlast", "zakkenrollerij", "drugshandel"])
def test_a_slope_is_only_more_than_chance_where_the_change_is_judged_so(
    name: str, language: Language
) -> None:
    safety = published(EXAMPLE)
    record = safety.record(name, EXAMPLE)
    found, drawing = district_changes(safety, record), slope_drawing(safety, record, language)
    assert drawing is not None
    assert isinstance(drawing.chart, SlopeChart)
    first, *rows = drawing.chart.rows
    assert first.label == record.area.name
    assert first.emphasised
    assert [row.label for row in rows] == [one.area.name for one in found] == districts()
    for row, one in zip(rows, found, strict=True):
        if one.change is None:
            assert row.said
            continue
        judged = one.change.supported_direction is not None
        assert (row.slope is Slope.CHANGED) == judged
        assert (row.slope is Slope.SAME) == (one.change.reason is NotJudged.INSIDE_INTERVAL)
        assert bool(row.said) == judged


@pytest.mark.parametrize("language", list(Language))
def test_chart_text_and_table_of_two_moments_hold_the_same_figures(language: Language) -> None:
    safety = published(EXAMPLE)
    record = safety.record("overlast", EXAMPLE)
    drawing = slope_drawing(safety, record, language)
    assert drawing is not None
    assert drawing.table is not None
    assert isinstance(drawing.chart, SlopeChart)
    assert drawing.table.headers[1:3] == drawing.chart.moments
    for row, line in zip(drawing.chart.rows, drawing.table.rows, strict=True):
        name, before, after, _ = (cell.text for cell in line)
        assert name == row.label
        assert f"{name} {before} → {after}" in drawing.chart.description
        assert drawing.chart.number_format(row.end.value or 0.0) == after
    same = {Language.NL: "ongeveer gelijk", Language.EN: "about the same"}[language]
    assert same in drawing.chart.description
    assert same in drawing.measure


def test_a_theme_title_counts_what_changed_and_names_no_direction() -> None:
    safety = published(EXAMPLE)
    for theme in safety.material.municipality.themes:
        records = safety.theme(theme.id).records
        said = together(theme.name.nl, records, Language.NL)
        moved = sum(bool(one.change and one.change.supported_direction) for one in records)
        held = sum(one.latest is not None for one in records)
        assert said.startswith(theme.name.nl)
        if held >= 2:
            assert f"{moved or 'geen'} van {held} cijfers" in said
        assert "hoger" not in said
        assert "lager" not in said
