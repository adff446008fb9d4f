# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The deck says what the picture says: its sentences, its figures, its sources and its questions."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from baken.model.text import Language
from baken.publications.book.records import source_of
from baken.publications.drawing import line_chart
from baken.publications.neighbourhoods import neighbourhood_map
from baken.publications.slides.presentation import slides_of
from picture.helpers import EXAMPLE, MAASTRICHT, made_up, measured, published, without_value
from publications.office import contradicted, fixed_words, read, slides

TOWNS = [MAASTRICHT, EXAMPLE]


def shown(data: bytes) -> list[Any]:
    return list(Presentation(BytesIO(data)).slides)


def texts(slide: Any) -> list[str]:
    return [line.text for one in slide.shapes if one.has_text_frame for line in one.text_frame.paragraphs]


def charts(slide: Any) -> list[Any]:
    return [one.chart for one in slide.shapes if one.has_chart]


def test_the_first_slide_has_title_subtitle_municipality_day_and_version() -> None:
    first, *_ = shown(slides(MAASTRICHT))
    said = [one for one in texts(first) if one and one != "‹#›"]
    assert said == [
        "Veiligheidsopgaven van vandaag en morgen",
        "Toenemende druk op openbare orde & veiligheid",
        "Gemeente Maastricht",
        "21 november 2026; werkversie, nog niet vastgesteld",
    ]


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize("language", list(Language))
def test_every_measured_indicator_has_a_slide_with_its_sentence_and_a_chart(
    code: str, language: Language
) -> None:
    safety = published(code)
    held = {texts(one)[0]: one for one in shown(slides(code, language)) if charts(one)}
    themed = {name for theme in safety.material.municipality.themes for name in theme.indicators}
    for record in safety.records:
        if record.indicator.id not in themed or not record.measured or record.sentence is None:
            continue
        name = record.indicator.name.in_(language)
        slide = next(one for title, one in held.items() if title.startswith(f"{name}:"))
        assert record.sentence.in_(language) in texts(slide)
        notes = slide.notes_slide.notes_text_frame.text
        assert record.sentence.in_(language) in notes
        assert source_of(safety, record) in notes
        assert all(one.text.in_(language) in notes for one in record.caveats)
        assert any(source_of(safety, record) in one for one in texts(slide))


@pytest.mark.parametrize("code", TOWNS)
def test_the_numbers_of_a_line_chart_are_those_of_the_record(code: str) -> None:
    safety = published(code)
    material = safety.material
    found = 0
    for slide in shown(slides(code)):
        for record in safety.records:
            if not texts(slide)[0].startswith(f"{record.indicator.name.nl}:") or not charts(slide):
                continue
            (chart,) = charts(slide)
            drawn = line_chart(record, material.reference_name, (), Language.NL)
            categories = [str(one) for one in chart.plots[0].categories]
            own, *others = list(chart.plots[0].series)
            values = dict(zip(categories, own.values, strict=True))
            figures = {str(one.observation.period.year): one for one in record.figures}
            assert own.name == record.area.name
            for year, one in figures.items():
                expected = None if one.value is None else one.value
                assert (None if values[year] is None else Decimal(repr(values[year]))) == expected
            assert all(value is None for year, value in values.items() if year not in figures)
            if drawn.reference is not None:
                reference = dict(zip(categories, others[0].values, strict=True))
                held = {str(one.observation.period.year): one.value for one in record.reference}
                known = {year: value for year, value in reference.items() if value is not None}
                assert known
                assert all(Decimal(repr(value)) == held[year] for year, value in known.items())
            margins = [one for one in others if "marge" in one.name]
            assert len(margins) == (2 if any(one.interval for one in record.measured) else 0)
            found += 1
    assert found >= 12


def test_a_missing_year_is_no_point_and_never_zero() -> None:
    figures = [measured("hic", 2020, "3.1"), without_value("hic", 2021), measured("hic", 2022, "3.4")]
    slide = next(one for one in shown(slides_of(made_up(figures), Language.NL)) if charts(one))
    (chart,) = charts(slide)
    assert list(chart.plots[0].series[0].values) == [3.1, None, 3.4]
    assert b'dispBlanksAs val="gap"' in chart.part.blob
    assert any("Geen punt in 2021" in one for one in texts(slide))


def test_a_line_does_not_run_across_a_break() -> None:
    slide = next(
        one for one in shown(slides(EXAMPLE)) if charts(one) and "Geregistreerde misdrijven" in texts(one)[0]
    )
    (chart,) = charts(slide)
    categories = [str(one) for one in chart.plots[0].categories]
    place = categories.index("breuk")
    assert categories[place - 1 : place + 2] == ["2021", "breuk", "2022"]
    assert all(one.values[place] is None for one in chart.plots[0].series)


@pytest.mark.parametrize("code", TOWNS)
def test_pandemic_years_are_named_beside_a_chart_that_cannot_shade_them(code: str) -> None:
    named = [
        line for one in shown(slides(code)) if charts(one) for line in texts(one) if "Coronajaren:" in line
    ]
    assert named
    assert set(named) <= {"Coronajaren: 2020, 2021.", "Coronajaren: 2020.", "Coronajaren: 2021."}


@pytest.mark.parametrize("language", list(Language))
def test_the_map_is_a_picture_with_the_same_in_words_and_all_figures_in_its_notes(language: Language) -> None:
    known = neighbourhood_map(published(EXAMPLE), language)
    assert known is not None
    slide = next(one for one in shown(slides(EXAMPLE, language)) if texts(one)[0] == known.title)
    (picture,) = [one for one in slide.shapes if one.shape_type is MSO_SHAPE_TYPE.PICTURE]
    assert picture._element._nvXxPr.cNvPr.get("descr") == known.drawn.description
    assert known.said in texts(slide)
    notes = slide.notes_slide.notes_text_frame.text
    assert all(f"{area.name}: {cell.text}" in notes for area, cell in known.rows)
    without = [one.shape_type for each in shown(slides(MAASTRICHT)) for one in each.shapes]
    assert MSO_SHAPE_TYPE.PICTURE not in without


def test_the_comparison_has_a_bar_for_each_municipality_and_sets_the_own_one_apart() -> None:
    safety = published(MAASTRICHT)
    begins = "Geregistreerde misdrijven in "
    slide = next(one for one in shown(slides(MAASTRICHT)) if texts(one)[0].startswith(begins))
    assert texts(slide)[0].endswith("hoger dan in Nederland")
    (chart,) = charts(slide)
    names = [str(one) for one in chart.plots[0].categories]
    assert len(names) == len(safety.material.municipality.peers.members)
    record = safety.record("misdrijven-totaal", MAASTRICHT)
    assert record.latest is not None
    values = safety.peer_figures("misdrijven-totaal", record.latest.observation.period)
    held = {safety.material.register[code].name: one.value if one else None for code, one in values.items()}
    for name, value in zip(names, chart.plots[0].series[0].values, strict=True):
        assert Decimal(repr(value)) == held[name]
    painted = {point.get("val") for point in chart._chartSpace.iter() if point.tag.endswith("}schemeClr")}
    assert "accent1" in painted


@pytest.mark.parametrize("code", TOWNS)
def test_what_stands_out_stands_there_with_its_rule(code: str) -> None:
    safety = published(code)
    every = " ".join(line for one in shown(slides(code)) for line in texts(one))
    assert 0 < len(safety.highlights) <= 5
    for one in safety.highlights:
        assert f"{one.sentence.nl} ({one.rule.nl})" in every


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize("language", list(Language))
def test_the_last_slide_asks_three_questions(code: str, language: Language) -> None:
    *_, last = shown(slides(code, language))
    asked = [one for one in texts(last) if one.endswith("?")]
    assert len(asked) == 3
    if code == MAASTRICHT and language is Language.NL:
        assert asked[-1] == "Wat wilt u ons meegeven?"


def test_each_theme_has_a_slide_also_without_figures() -> None:
    titles = [texts(one)[0] for one in shown(slides(MAASTRICHT))]
    for theme in published(MAASTRICHT).material.municipality.themes:
        assert any(one.startswith(theme.name.nl) for one in titles)
    assert any("Geen cijfers" in line for one in shown(slides(MAASTRICHT)) for line in texts(one))


def test_a_picture_without_any_figure_is_a_deck() -> None:
    made = shown(slides_of(made_up([]), Language.EN))
    assert not any(charts(one) for one in made)
    assert texts(made[-1])[0] == "Our questions to you"


@pytest.mark.parametrize("code", TOWNS)
def test_the_figures_contradict_nothing_that_the_deck_says(code: str) -> None:
    """A rule of the catalogue about the whole country is no claim about a town, invented or not."""
    safety = published(code)
    found = contradicted(read(slides(code), "deck.pptx"), safety)
    fixed = fixed_words(safety)
    assert [one for one in found if one not in fixed and not _only_names(one, fixed)] == []


def _only_names(sentence: str, fixed: str) -> bool:
    """Whether a sentence is the measure of a chart, or a definition behind its name."""
    first = sentence.partition("; ")[0]
    bare = first.partition(": ")[2] or first.partition(", ")[2]
    return bool(bare) and bare in fixed
