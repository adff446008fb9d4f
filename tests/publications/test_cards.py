# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures to share: message, measure, source and date stand in them, and they are the same every time."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pytest
from PIL import Image

from baken.edition.reading import texts_of
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.cards.drawing import pictures_of
from baken.publications.cards.figures import indicator_card, map_card
from baken.publications.cards.model import Card
from baken.publications.cards.words import words_in
from baken.publications.chart_files import DISTRICTS, PEERS, chart_files, chart_path, map_path
from baken.publications.charts import render
from baken.publications.neighbourhoods import neighbourhood_map
from baken.publications.office.messages import message
from picture.helpers import EXAMPLE, MAASTRICHT, published


@cache
def files(code: str) -> dict[str, bytes]:
    return dict(chart_files(published(code)))


def card(language: Language = Language.NL, name: str = "overlast") -> Card:
    safety = published(EXAMPLE)
    return indicator_card(safety, safety.record(name, EXAMPLE), language)


@pytest.mark.parametrize("language", list(Language))
def test_a_card_says_message_measure_source_and_edition(language: Language) -> None:
    safety = published(EXAMPLE)
    found, record = card(language), safety.record("overlast", EXAMPLE)
    assert found.title == message(record, language)
    assert record.area.name in found.measure
    assert record.unit.label.in_(language) in found.measure
    assert "95" in found.measure
    source, edition = found.feet
    assert "voorbeeldstad/generator@2026-11-21" in source
    assert "2026" in edition
    assert {"nl": "verzonnen", "en": "invented"}[language.value] in edition
    assert record.sentence is not None
    assert found.alternative == record.sentence.in_(language)


def test_a_picture_is_wide_enough_and_says_in_its_file_what_it_shows() -> None:
    (png,) = pictures_of([card()])
    with Image.open(io.BytesIO(png)) as shown:
        shown.load()
        assert shown.format == "PNG"
        assert shown.width >= 1200
        assert shown.getpixel((2, 2))[:3] == (255, 255, 255)  # type: ignore[index]
        assert len(shown.convert("RGB").getcolors(1 << 24) or ()) > 20
        held = dict(shown.text)  # type: ignore[attr-defined]
    assert held["Title"] == card().title
    assert card().alternative.rstrip(".") in held["Description"]
    assert held["Source"] == " ".join(card().feet)
    assert dict(words_in(png)) == held


def test_the_same_card_gives_the_same_bytes_and_another_title_does_not() -> None:
    first, again, other = pictures_of([card(), card(), replace(card(), title="Iets anders")])
    assert first == again == pictures_of([card()])[0]
    assert first != other


def test_words_of_people_are_never_markup() -> None:
    words = '#set page(width: 1cm) $x$ <b> *vet* _schuin_ #read("/etc/passwd") "\\\\'
    (png,) = pictures_of([replace(card(), title=words, feet=(words,))])
    assert dict(words_in(png))["Title"] == words
    with Image.open(io.BytesIO(png)) as shown:
        assert shown.width >= 1200


def test_no_card_is_no_picture() -> None:
    assert pictures_of([]) == []


def test_what_is_no_picture_has_no_words() -> None:
    for content in (b"", b"\x89PNG", b"<svg/>", b"\x89PNG\r\n\x1a\n" + b"\0" * 3):
        assert list(words_in(content)) == []


@pytest.mark.parametrize("code", [EXAMPLE, MAASTRICHT])
def test_every_indicator_has_a_drawing_and_a_picture_in_both_languages(code: str) -> None:
    for record in published(code).records:
        for language in Language:
            name = record.indicator.id
            assert files(code)[chart_path(name, language)].startswith(b"<svg")
            png = files(code)[chart_path(name, language, "png")]
            (read,) = texts_of("x.png", png)
            assert message(record, language) in read[1]


def test_maps_are_drawings_and_that_of_a_town_with_figures_is_a_picture_too() -> None:
    districts = [one for one in published(EXAMPLE).local_areas if one.level.value == "district"]
    for language in Language:
        for area in (EXAMPLE, *(one.code for one in districts)):
            assert map_path(area, language) in files(EXAMPLE)
        assert map_path(EXAMPLE, language, "png") in files(EXAMPLE)
        assert map_path(MAASTRICHT, language) in files(MAASTRICHT)
        assert map_path(MAASTRICHT, language, "png") not in files(MAASTRICHT)
    assert not any(b"<a " in one for path, one in files(EXAMPLE).items() if path.endswith(".svg"))


def test_peers_and_districts_have_drawings_of_their_own() -> None:
    assert chart_path("misdrijven-totaal", Language.NL, "svg", PEERS) in files(MAASTRICHT)
    assert chart_path("overlast", Language.EN, "svg", DISTRICTS) in files(EXAMPLE)
    assert chart_path("overlast", Language.EN, "svg", PEERS) not in files(EXAMPLE)


def test_an_edition_without_documents_has_drawings_and_no_pictures() -> None:
    bare = SafetyPicture(replace(published(EXAMPLE).material, documents=False))
    found = dict(chart_files(bare))
    assert found == {path: one for path, one in files(EXAMPLE).items() if path.endswith(".svg")}


@pytest.mark.parametrize("language", list(Language))
def test_a_map_says_its_range_its_gaps_and_how_it_is_read(language: Language) -> None:
    safety = published(EXAMPLE)
    shown = neighbourhood_map(safety, language)
    assert shown is not None
    values = {area.name: cell for area, cell in shown.rows if cell.value is not None}
    low, high = (pick(values, key=lambda name: values[name].value or 0.0) for pick in (min, max))
    said = shown.drawn.description
    assert said.endswith(shown.said)
    assert f"{values[low].text} ({low})" in said
    assert f"{values[high].text} ({high})" in said
    assert f": {len(shown.rows) - len(values)}." in said
    found = map_card(safety, shown, language)
    assert shown.unit in found.measure
    assert shown.reading in found.measure
    assert "<a " not in render(shown.drawn)


def test_a_map_without_figures_says_so() -> None:
    shown = neighbourhood_map(published(MAASTRICHT), Language.NL)
    assert shown is not None
    assert shown.empty
    assert "voor geen enkele buurt gegevens" in shown.drawn.description
    assert {cell.text for _, cell in shown.rows} == {"geen gegevens"}
