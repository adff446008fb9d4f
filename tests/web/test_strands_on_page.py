# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The three strands on the page of a theme, and the page of developments."""

from __future__ import annotations

import pytest

from baken.model.text import Language
from baken.web.pages import Kind

from .sites import Site

EMPTY = {Language.NL: "Hierover is niets vastgelegd.", Language.EN: "Nothing was written down on this."}
STRANDS = ("figures", "professionals", "residents")


@pytest.mark.requirement("SRC-05")
def test_each_theme_page_has_three_strands_and_an_empty_one_says_so(site: Site) -> None:
    for theme in site.picture.material.municipality.themes:
        empty = site.picture.theme(theme.id).strands.empty
        for language in Language:
            page = site.page(Kind.THEME, theme.id, language)
            for name in STRANDS:
                text = page.one("section", aria_labelledby=name).text
                assert text.strip()
                if name != "figures":
                    assert (EMPTY[language] in text) == (name in empty), (theme.id, name)


@pytest.mark.requirement("SRC-04")
def test_a_statement_shows_role_area_since_and_certainty(example: Site) -> None:
    text = example.page(Kind.THEME, "winkelgebied").one("section", aria_labelledby="professionals").text
    assert "winkelstraatmanager (verzonnen); Voorbeeldwijk Centrum; sinds 2024-Q3; redelijk zeker" in text
    assert "Het is geen telling en zegt niets over personen." in text


def test_what_residents_said_shows_how_they_agreed(example: Site) -> None:
    text = example.page(Kind.THEME, "buurt-en-beleving").one("section", aria_labelledby="residents").text
    assert "toestemming: gegeven voor de groep als geheel" in text
    assert "Voelt zich wel eens onveilig in de buurt" in text


def test_figures_that_may_not_be_added_say_so_on_the_page(maastricht: Site) -> None:
    text = (
        maastricht.page(Kind.THEME, "veelvoorkomende-criminaliteit")
        .one("section", aria_labelledby="figures")
        .text
    )
    assert "Deze cijfers overlappen" in text


@pytest.mark.requirement("DEV-12")
def test_the_page_of_developments_keeps_the_words_of_the_document(maastricht: Site) -> None:
    text = maastricht.page(Kind.DEVELOPMENTS).text
    assert "“Sterkte groei complexe zorgproblematiek met directe impact op veiligheid”" in text
    assert "taalfout in het document; lees: Sterke groei" in text
    assert text.count("Impact: nog niet gescoord") == 13
    assert text.count("Aantal onderbouwingen: 0.") == 13


@pytest.mark.requirement("DEV-17")
def test_a_news_report_is_marked_as_an_illustration(example: Site) -> None:
    text = example.page(Kind.DEVELOPMENTS).text
    assert "Illustratie, geen meting: Winkeliers vragen aandacht voor diefstal (verzonnen)." in text
    assert "Aantal onderbouwingen: 2." in text
    english = example.page(Kind.DEVELOPMENTS, language=Language.EN).text
    assert "Illustration, not measurement:" in english
