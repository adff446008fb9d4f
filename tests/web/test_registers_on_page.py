# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Headline, insights, events, tasks, levels and layers as their pages show them."""

from __future__ import annotations

import pytest

from baken.model.text import Language
from baken.web.pages import Kind

from .sites import Site


@pytest.mark.requirement("DOC-02")
def test_the_start_page_shows_the_headline_with_its_version_and_says_that_no_evidence_is_linked(
    maastricht: Site,
) -> None:
    text = maastricht.page(Kind.HOME).one("main").text
    assert "Kernboodschap: Toenemende druk op openbare orde & veiligheid (versie 1, concept" in text
    assert "Er is nog geen onderbouwing aan gekoppeld." in text
    page = maastricht.page(Kind.INSIGHTS).one("section", aria_labelledby="headline").text
    assert "Aan deze boodschap is geen onderbouwing gekoppeld. Zij is een concept" in page


@pytest.mark.requirement("DOC-02")
def test_a_headline_with_evidence_shows_it_and_its_earlier_versions(example: Site) -> None:
    assert "Rust op 3 onderbouwingen" in example.page(Kind.HOME).one("main").text
    text = example.page(Kind.INSIGHTS).one("section", aria_labelledby="headline").text
    assert "Versie 2, definitief" in text
    assert "(bevinding)" in text
    assert "1: Voorbeeldstad wordt veiliger (verzonnen)" in text


@pytest.mark.requirement("SRC-15")
def test_an_insight_leads_to_its_decisions_and_one_without_says_so(example: Site) -> None:
    cards = example.page(Kind.INSIGHTS).one("section", aria_labelledby="insights").all("article")
    assert "Extra toezicht in het winkelgebied (verzonnen)" in cards[0].text
    assert "Besluiten die volgden: geen bekend." in cards[1].text


@pytest.mark.requirement("SRC-10")
def test_the_steps_stand_with_an_insight_and_what_waits_is_counted(example: Site) -> None:
    section = example.page(Kind.INSIGHTS).one("section", aria_labelledby="insights")
    for word in ("verzameld", "gecontroleerd", "geduid", "gepubliceerd"):
        assert word in section.all("article")[0].text
    assert "1 inzicht is onderweg" in section.text
    theme = example.page(Kind.THEME, "buurt-en-beleving").one("main").text
    assert "1 uitspraak is verzameld, maar nog niet geduid en gepubliceerd." in theme
    assert "speeltuin" not in theme


@pytest.mark.requirement("DEV-21", "DEV-25")
def test_events_are_shown_without_persons_and_apart_from_the_figures(maastricht: Site) -> None:
    text = maastricht.page(Kind.EVENTS).one("main").text
    assert "17 november 2025 (dag van het bericht), Maastricht: explosie." in text
    assert "telt in geen enkel cijfer mee" in text
    assert "Maand niet bekend: 2" in text
    assert "Hoeveel het er in een maand waren, is dus onbekend." in text


@pytest.mark.requirement("DEV-04", "DEV-28")
def test_demonstrations_are_a_table_by_month_and_forms_have_an_answer(example: Site) -> None:
    page = example.page(Kind.EVENTS)
    rows = {cells[0]: cells[1] for cells in page.one("table").rows()}
    assert rows == {
        "2025-10": "1",
        "2025-11": "0",
        "2025-12": "0",
        "2026-01": "3",
        "2026-02": "0",
        "2026-03": "0",
    }
    intake = page.one("section", aria_labelledby="intake").text
    assert "Binnen 21 dagen" in intake
    assert "afgewezen (na 8 dagen): Eén folder, geen slachtoffers bekend (verzonnen)." in intake
    assert "te laat: niemand besliste binnen de termijn" in intake


def test_checks_and_cases_are_numbers_and_few_or_reserved_ones_are_not_told(
    example: Site, maastricht: Site
) -> None:
    section = example.page(Kind.EVENTS).one("section", aria_labelledby="casework")
    assert [one.text for one in section.all("li")] == [
        "2026-01: 12 controles",
        "2026-02: minder dan 5",
        "2026-03: 0 controles",
        "2026-01: 41 lopende zaken",
        "2026-02: 44 lopende zaken",
        "gezien: minder dan 5",
        "in aanpak: minder dan 5",
    ]
    assert "Kan zorgen voor meer registraties van: 1.6.3 Mensenhandel" in section.text
    assert "Zaken over radicalisering Hoeveel het er zijn, wordt niet gepubliceerd" in section.text
    assert not maastricht.page(Kind.EVENTS).all("section", aria_labelledby="casework")


@pytest.mark.requirement("CASE-06")
def test_the_level_of_a_development_is_shown_and_filtered_on(example: Site, maastricht: Site) -> None:
    text = example.page(Kind.DEVELOPMENTS).one("main").text
    for level in ("lokaal", "regionaal", "landelijk"):
        assert f"Niveau: {level}." in text
    assert "lokaal: Meer zelfscankassa's in winkels (verzonnen)." in text
    english = example.page(Kind.DEVELOPMENTS, language=Language.EN).one("main").text
    assert "regional: Nightlife moves to the station (invented)." in english
    assert maastricht.page(Kind.DEVELOPMENTS).one("main").text.count("Niveau: niet genoemd.") == 13


@pytest.mark.requirement("RULE-09")
def test_an_increase_of_tasks_that_nobody_scored_is_said_as_not_judged(maastricht: Site) -> None:
    text = maastricht.page(Kind.DEVELOPMENTS).one("section", aria_labelledby="tasks").text
    assert "“Opgaven nemen toe in omvang, complexiteit en dynamiek”" in text
    assert "Niet beoordeeld." in text
    assert "0 van de 12" in text


@pytest.mark.requirement("RULE-18", "RULE-19")
@pytest.mark.parametrize("kind", [Kind.DISTRICT, Kind.NEIGHBOURHOOD])
def test_an_area_sheet_shows_its_layers_in_one_block(site: Site, kind: Kind) -> None:
    pages = [one for one in site.samples() if one.kind is kind and one.language is Language.NL]
    for page in pages:
        block = site.tree(page.path).one("section", aria_labelledby="layers")
        names = [one.text for one in block.all("h3")]
        assert names == [
            "Overlast bij de politie",
            "Meldingen bij de gemeente",
            "Wat inwoners vinden",
            "Verloedering",
            "Sociale problemen",
        ]
        assert "Niet beschikbaar: Meldingen van afval; Meldingen van fietsen." in block.text


@pytest.mark.requirement("TRAP-31")
def test_which_two_areas_get_extra_attention_is_said_to_be_unknown(maastricht: Site) -> None:
    areas = maastricht.picture.material.municipality.focus_areas
    assert [(one.name, one.areas) for one in areas] == [("", ()), ("", ())]
    focus = maastricht.page(Kind.AREAS).one("section", aria_labelledby="focus").text
    assert "Welke gebieden dit zijn, is onbekend" in focus
    english = maastricht.page(Kind.AREAS, language=Language.EN).one("section", aria_labelledby="focus").text
    assert "Which areas these are is unknown" in english


@pytest.mark.requirement("THEME-04")
def test_the_theme_about_care_says_what_it_may_hold(maastricht: Site) -> None:
    text = maastricht.page(Kind.THEME, "zorg-en-veiligheid").one("main").text
    assert "Dit thema gaat over zorg. Het bevat alleen cijfers over veel mensen samen" in text
