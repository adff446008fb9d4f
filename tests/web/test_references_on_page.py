# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of sources names what the council's documents rest on, in both languages."""

from __future__ import annotations

import pytest

from baken.model.text import Language
from baken.web.pages import Kind

from .dom import Node
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


def test_a_municipality_without_references_has_no_such_section(example: Site) -> None:
    assert not example.page(Kind.SOURCES).all("section", aria_labelledby="references")
