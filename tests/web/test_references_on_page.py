# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the council's documents rest on, on the page of sources and on the page of each theme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.web.pages import Kind, Page
from baken.web.views import render_page

from .dom import Node, parse
from .sites import Site


def references(site: Site, language: Language) -> Node:
    return site.page(Kind.SOURCES, language=language).one("section", aria_labelledby="references")


@pytest.mark.requirement("SRC-20")
def test_a_survey_edition_is_shown_with_its_other_name(maastricht: Site) -> None:
    text = references(maastricht, Language.NL).text
    assert "Veiligheidsmonitor 2021" in text
    assert "editie van een enquête; CBS en ministerie van Justitie en Veiligheid; 2021." in text
    assert "Heet ook: Integrale Veiligheidsmonitor 2021." in text


@pytest.mark.parametrize(
    ("language", "kinds"),
    [
        (Language.NL, ("trendrapportage", "onderzoek", "fenomeenonderzoek", "nieuwsbericht; NOS Nieuws")),
        (Language.EN, ("trend report", "research", "phenomenon study", "news report; NOS Nieuws")),
    ],
)
def test_each_source_has_its_kind_in_the_language_of_the_page(
    maastricht: Site, language: Language, kinds: tuple[str, ...]
) -> None:
    terms = references(maastricht, language)
    said = {one.text for one in terms.all("dd")}
    for kind in kinds:
        assert any(one.startswith(kind) for one in said), kind


def test_dutch_titles_are_marked_as_dutch(maastricht: Site) -> None:
    for term in references(maastricht, Language.EN).all("dt"):
        assert term.one("span").attrs["lang"] == "nl"


def test_where_a_document_is_named_stands_with_it(maastricht: Site) -> None:
    text = references(maastricht, Language.NL).text
    assert "Genoemd in: raadsvoorstel 2023, regels 436 en 639." in text


def test_a_municipality_without_references_has_no_such_section(example: Site) -> None:
    material = example.picture.material
    bare = replace(material, municipality=replace(material.municipality, references=()))
    page = parse(render_page(SafetyPicture(bare), Page(Kind.SOURCES, Language.NL)))
    assert not page.all("section", aria_labelledby="references")
    theme = parse(render_page(SafetyPicture(bare), Page(Kind.THEME, Language.NL, "winkelgebied")))
    assert "verzoek van de raad (verzonnen)Meer is van dit document niet bekend." in documents(theme)


def documents(page: Node) -> str:
    """What the page of a theme says of its documents."""
    return page.one("section", aria_labelledby="documents").text


@pytest.mark.requirement("SRC-12")
def test_the_page_of_a_theme_shows_figures_and_the_documents_that_it_rests_on(site: Site) -> None:
    for theme in site.picture.material.municipality.themes:
        shown = site.picture.theme(theme.id)
        assert shown.documents.found
        for language in Language:
            page = site.page(Kind.THEME, theme.id, language)
            names = {one.text for one in page.one("section", aria_labelledby="figures").all("h3")}
            assert names == {one.indicator.name.in_(language) for one in shown.records}
            terms = page.one("section", aria_labelledby="documents").all("dt")
            assert [one.text for one in terms] == [one.title for one in shown.documents.found]


@pytest.mark.requirement("SRC-12")
def test_a_study_stands_beside_the_figures_with_all_that_is_known_of_it(example: Site) -> None:
    text = documents(example.page(Kind.THEME, "ondermijning"))
    assert "Fenomeenonderzoek drugshandel (verzonnen)fenomeenonderzoek; Voorbeeldinstituut; 2024." in text
    assert "met twintig mensen gesproken (verzonnen)." in text
    assert "Verzonnen. De registraties volgen het aantal controles" in text
    assert "Genoemd in: veiligheidsbeeld 2026 (verzonnen), paragraaf 3." in text
    english = documents(example.page(Kind.THEME, "ondermijning", Language.EN))
    assert "phenomenon study; Voorbeeldinstituut; 2024. Police files read" in english


@pytest.mark.requirement("SRC-12")
def test_a_kind_of_study_that_is_not_named_is_not_passed_over(maastricht: Site) -> None:
    text = documents(maastricht.page(Kind.THEME, "ondermijning"))
    assert "Veiligheidsanalyse 2022veiligheidsanalyse; Gemeente Maastricht; 2022." in text
    assert text.endswith(
        "Voor dit thema is geen onderzoek of signaal genoemd van deze soorten: "
        "fenomeenonderzoek; trendrapportage; onderzoek; nieuwsbericht."
    )


def test_what_is_invented_says_so(example: Site) -> None:
    for one in example.picture.material.municipality.references:
        assert one.title.endswith("(verzonnen)")
        assert "(verzonnen)" in one.named_in
