# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The deck as a file: the same bytes, text that fits, words that stay words, and a word for every picture."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from baken.model.errors import InputError
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.charts import LineChart, Point
from baken.publications.charts.looks import BAR, GROUND, INK, MUTED, SERIES, TILES
from baken.publications.slides import measure
from baken.publications.slides.linechart import line_numbers
from baken.publications.slides.model import Cover, Deck, Points
from baken.publications.slides.presentation import slides_of
from baken.publications.slides.workbook import Print
from baken.publications.slides.writing import presentation_of
from picture.helpers import EXAMPLE, MAASTRICHT, TODAY, held, made_up, measured, published
from publications.office import needs_office, pages_in_office, parts_of, slides, times_in

TOWNS = [MAASTRICHT, EXAMPLE]


def every(data: bytes) -> list[Any]:
    return list(Presentation(BytesIO(data)).slides)


@pytest.mark.parametrize("code", TOWNS)
def test_the_same_picture_gives_the_same_bytes_and_no_clock_is_in_them(code: str) -> None:
    first = slides(code)
    assert slides_of(SafetyPicture(published(code).material), Language.NL) == first
    assert times_in(first) == {(TODAY.year, TODAY.month, TODAY.day, 12, 0, 0)}
    workbooks = [one for name, one in parts_of(first).items() if name.endswith(".xlsx")]
    assert workbooks
    for one in (first, *workbooks):
        assert parts_of(one)["docProps/core.xml"].count(b"2026-11-21T12:00:00Z") == 2


@needs_office
@pytest.mark.requirement("DOC-01")
def test_it_opens_in_an_office_program_slide_for_slide(tmp_path: Path) -> None:
    files = {"a.pptx": slides(MAASTRICHT), "b.pptx": slides(EXAMPLE, Language.EN)}
    assert pages_in_office(tmp_path, files) == {name: len(every(data)) for name, data in files.items()}
    first, *_ = every(files["a.pptx"])
    said = [one.text_frame.text for one in first.shapes if one.has_text_frame]
    assert said[:2] == [
        "Veiligheidsopgaven van vandaag en morgen",
        "Toenemende druk op openbare orde & veiligheid",
    ]
    assert said[2].splitlines()[0] == "Gemeente Maastricht"


def long_names() -> SafetyPicture:
    """A town whose name and whose themes have very long names."""
    town = held(EXAMPLE).municipality
    theme = replace(town.themes[0].name, nl="Zeer uitvoerig omschreven thema " * 12)
    changed = replace(
        town,
        name="Sint-Voorbeeld-aan-de-Langgerekte-Rivier en Omstreken",
        themes=(replace(town.themes[0], name=theme), *town.themes[1:]),
    )
    return SafetyPicture(replace(published(EXAMPLE).material, municipality=changed))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", [*TOWNS, "long"])
def test_all_text_fits_in_its_place(code: str, language: Language) -> None:
    data = slides_of(long_names(), language) if code == "long" else slides(code, language)
    for number, slide in enumerate(every(data), start=1):
        for one in slide.shapes:
            if one.has_text_frame and one.text_frame.text.strip() and one.name[:12] != "Slide Number":
                assert _needed(one) <= one.height.pt + 1, (number, one.text_frame.text)
                assert one.top.pt + one.height.pt <= 540
                assert one.left.pt + one.width.pt <= 960
            if one.has_table:
                assert one.top.pt + sum(row.height.pt for row in one.table.rows) <= 540, number


def test_a_title_that_is_too_long_stands_in_full_below_itself() -> None:
    slide = next(
        one
        for one in every(slides_of(long_names(), Language.NL))
        if "uitvoerig" in one.shapes[0].text_frame.text
    )
    title, body = (one.text_frame for one in list(slide.shapes)[:2])
    assert title.text.endswith(" …")
    assert body.paragraphs[0].text.startswith(("Zeer uitvoerig omschreven thema " * 12).strip())


def test_all_titles_fit_in_the_template_of_a_municipality(tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"
    own = Presentation()
    own.save(str(path))
    largest = 44.0
    for one in every(slides_of(published(EXAMPLE), Language.NL, path)):
        title = one.shapes.title
        size = next(
            (run.font.size.pt for run in title.text_frame.paragraphs[0].runs if run.font.size), largest
        )
        lines = measure.lines(title.text_frame.text, title.width.pt - 14.4, size)
        assert lines * size * measure.LINE <= title.height.pt
        assert all(shape.top + shape.height <= own.slide_height for shape in one.shapes if shape.height)


def _needed(shape: Any) -> float:
    """The height that the words of a shape take, by the widths of their letters."""
    frame = shape.text_frame
    is_title = shape.is_placeholder and shape.placeholder_format.idx == 0
    inset = 0.0 if not shape.is_placeholder else 14.4
    total = inset / 2
    for place, paragraph in enumerate(frame.paragraphs):
        size = next((run.font.size.pt for run in paragraph.runs if run.font.size), 28.0 if is_title else 20.0)
        indent = 27.0 if shape.is_placeholder and not is_title else 0.0
        room = shape.width.pt - inset - indent
        total += measure.lines(paragraph.text, room, size, bold=is_title) * size * measure.LINE
        total += paragraph.space_after.pt if paragraph.space_after and place else 0
    return total


def test_no_word_is_cut_when_a_list_goes_on_over_more_slides() -> None:
    lines = tuple(f"{'Een lange zin over veiligheid in de stad. ' * 9}Nummer {one}." for one in range(9))
    lines = (*lines, "woord " * 700)
    cover = Cover(title="T", subtitle="S", lines=("Gemeente X",))
    deck = Deck(
        language=Language.NL,
        title="T",
        author="X",
        day=TODAY,
        slides=(cover, Points(title="Lijst", lines=lines, ordered=True)),
    )
    _, *pages = every(presentation_of(deck, None))
    assert len(pages) > 3
    body = [" ".join(one.shapes[1].text_frame.text.split()) for one in pages]
    assert " ".join(body).split() == " ".join(lines).split()
    assert pages[1].shapes.title.text_frame.text == f"Lijst (2 van {len(pages)})"


def test_names_stay_words_in_the_workbook_behind_a_chart() -> None:
    chart = LineChart(
        id="a",
        title="a",
        description="",
        points=(Point(label="=1+1", position=2020.0, value=1.5),),
        unit_label="a",
        number_format=str,
        label='=HYPERLINK("http://example.org")',
    )
    made = line_numbers(chart, Print(1, Language.NL))
    blob = made._workbook_writer.xlsx_blob
    assert b"<f>" not in parts_of(blob)["xl/worksheets/sheet1.xml"]
    assert b"hyperlink" not in parts_of(blob)["xl/worksheets/sheet1.xml"]
    assert b"=1+1" in parts_of(blob)["xl/sharedStrings.xml"]


def test_words_of_people_are_never_markup() -> None:
    town = held(EXAMPLE).municipality
    odd = replace(town, name='<a:fld type="slidenum"/> & \x0b\x00 {PAGE}')
    safety = SafetyPicture(replace(published(EXAMPLE).material, municipality=odd))
    first, *_ = every(slides_of(safety, Language.NL))
    assert 'Gemeente <a:fld type="slidenum"/> & {PAGE}' in first.shapes[2].text_frame.text


@pytest.mark.parametrize("code", TOWNS)
def test_every_slide_has_a_title_and_every_chart_and_table_says_what_it_shows(code: str) -> None:
    for slide in every(slides(code, Language.EN)):
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text.strip()
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id, "the title is read first"
        ids = [one.shape_id for one in slide.shapes]
        assert len(ids) == len(set(ids))
        for one in slide.shapes:
            if one.has_chart or one.has_table:
                assert one._element._nvXxPr.cNvPr.get("descr")
            if one.has_text_frame:
                runs = [run for line in one.text_frame.paragraphs for run in line.runs]
                assert all(run._r.rPr is not None and run._r.rPr.get("lang") == "en-GB" for run in runs)


def test_colours_can_be_told_from_their_ground() -> None:
    assert all(_contrast(one, GROUND) >= 4.5 for one in (INK, MUTED, SERIES[0], SERIES[1]))
    assert _contrast(INK, TILES[1]) >= 4.5
    assert _contrast(BAR, GROUND) >= 3
    assert _contrast(SERIES[0], TILES[1]) >= 3


def _contrast(first: str, second: str) -> float:
    light, dark = sorted((_light(first), _light(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(code: str) -> float:
    parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_template_of_the_municipality_gives_the_look(tmp_path: Path) -> None:
    own = Presentation()
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text = "Voorbeelddia"
    own.slide_width = Pt(1000)
    path = tmp_path / "slides.pptx"
    own.save(str(path))
    data = slides_of(made_up([measured("hic", 2024, "3.4")]), Language.NL, path)
    made = Presentation(BytesIO(data))
    assert made.slide_width == Pt(1000)
    assert len(list(made.slide_layouts)) == len(list(own.slide_layouts))
    assert not any("Voorbeelddia" in one.shapes.title.text_frame.text for one in made.slides)
    assert b"Calibri" in parts_of(data)["ppt/theme/theme1.xml"]
    assert slides_of(made_up([measured("hic", 2024, "3.4")]), Language.NL, path) == data


def test_a_template_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"
    path.write_bytes(b"geen presentatie")
    with pytest.raises(InputError, match="is no presentation"):
        slides_of(made_up([]), Language.NL, path)
