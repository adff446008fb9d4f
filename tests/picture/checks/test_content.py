# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Ageing figures, lists of themes, terms, unnamed areas, summaries and activities."""

from dataclasses import replace
from datetime import date

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.lexicon_language import load_document_words
from baken.picture.checks.ageing import ageing_remarks, figures_ages
from baken.picture.checks.summary import activity_remarks, summary_remarks
from baken.picture.checks.terms import term_remarks
from baken.picture.checks.theme_lists import crosswalk, theme_lists, theme_remarks
from baken.picture.checks.unnamed import unnamed_remarks

from .seeds import needs_seeds, of, rules, seed

WORDS = load_document_words()
LIMITS = load_catalogue().country.fresh_months


@needs_seeds
def test_the_tables_of_the_proposal_are_thirteen_months_old() -> None:
    ages = figures_ages(seed("004"), date(2023, 1, 31), LIMITS, WORDS)
    assert [(age.newest, age.months, age.limit, age.is_old) for age in ages] == [
        (2021, 13, 13, False),
        (2021, 13, 25, False),
    ]
    later = figures_ages(seed("004"), date(2026, 4, 4), LIMITS, WORDS)
    assert all(age.is_old for age in later)


@needs_seeds
def test_the_deck_has_no_figures() -> None:
    assert rules(ageing_remarks(seed("000"), date(2026, 4, 4), LIMITS, WORDS)) == ["ageing-no-figures"]


def test_a_sentence_has_its_own_age() -> None:
    document = of("In 2019 waren er 120 meldingen.", "Het doel is 5 % minder in 2030.")
    (age,) = figures_ages(document, date(2022, 3, 1), LIMITS, WORDS)
    assert (age.newest, age.is_old, age.table) == (2019, True, False)


@pytest.mark.requirement("THEME-06", "TRAP-26")
@needs_seeds
def test_the_themes_of_2023_find_their_names_of_2026() -> None:
    found = crosswalk(theme_lists(seed("004"), WORDS)[0], theme_lists(seed("000"), WORDS)[0])
    pairs = {pair.first.name: pair.second.name if pair.second else "" for pair in found.pairs if pair.first}
    assert pairs == {
        "Ondermijnende criminaliteit": "Ondermijning",
        "Veiligheidsgerelateerde overlast/veiligheidsbeleving": "Veiligheidsgerelateerde overlast",
        "Veelvoorkomende criminaliteit/HIC": "Criminaliteit",
        "Verbinding zorg en veiligheid": "Zorg en Veiligheid",
        "gedigitaliseerde criminaliteit": "",
        "maatschappelijke onrust/openbare orde": "",
    }
    said = theme_remarks(found, ("2023", "2026"))
    assert rules(said).count("themes-gone") == 2
    assert "themes-number" in rules(said)


def test_another_order_and_a_new_theme_are_said() -> None:
    first = theme_lists(of("Thema's", "- Jeugd\n- Verkeer"), WORDS)[0]
    second = theme_lists(of("Thema's", "- Verkeer\n- Jeugd\n- Water"), WORDS)[0]
    found = crosswalk(first, second)
    assert not found.same_order
    assert set(rules(theme_remarks(found, ("A", "B")))) == {"themes-order", "themes-new", "themes-number"}
    assert crosswalk(first, first).is_same


@needs_seeds
def test_a_plan_that_goes_by_two_names_is_said() -> None:
    found = term_remarks((seed("004"), seed("000")), load_catalogue().glossary)
    assert any(
        "uitvoeringsprogramma" in one.message.nl and "uitvoeringsplan" in one.message.nl for one in found
    )


@needs_seeds
def test_the_two_areas_are_unknown() -> None:
    document = seed("004")
    found = unnamed_remarks(document, WORDS, ("Centrum", "West"))
    assert [document.place(one.places[0]).line for one in found] == [120, 303]
    assert all("onbekend" in one.message.nl for one in found)


def test_areas_that_are_named_are_known() -> None:
    assert unnamed_remarks(of("In twee wijken: Noord en Zuid, is meer nodig."), WORDS) == ()
    assert (
        unnamed_remarks(of("In twee wijken is meer nodig. Het zijn Noord en Zuid."), WORDS, ("Noord",)) == ()
    )
    assert unnamed_remarks(of("De stad is in zeven stadsdelen verdeeld, met twee wijken elk."), WORDS) == ()
    assert rules(unnamed_remarks(of("In twee wijken is meer nodig."), WORDS)) == ["unnamed-areas"]


@pytest.mark.requirement("DOC-13")
@needs_seeds
def test_a_theme_changed_in_the_body_makes_the_summary_stale() -> None:
    document = seed("004")
    assert "summary-theme" not in rules(summary_remarks(document, WORDS))
    start = document.text.index("Beslispunten")
    body = document.text[start:].replace("Ondermijnende", "Georganiseerd")
    changed = replace(document, text=document.text[:start] + body)
    stale = [one for one in summary_remarks(changed, WORDS) if one.rule == "summary-theme"]
    assert len(stale) == 1
    assert "Ondermijnende criminaliteit" in stale[0].message.nl


@pytest.mark.requirement("DOC-09")
@needs_seeds
def test_the_eleven_activities_of_the_deck_are_not_traceable() -> None:
    assert rules(activity_remarks(seed("000"), WORDS)) == ["activity-not-traceable"] * 11


def test_an_activity_with_its_report_is_traceable() -> None:
    document = of("Wat hebben we gedaan?", "- Controles (voortgangsrapportage 2025, p. 4)\n- Campagnes")
    assert len(activity_remarks(document, WORDS)) == 1
