# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of interpretation as data: each has an explanation and a source, and shows where it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import ConfirmationNeeded
from baken.model.figure import NotJudged
from baken.model.finding import Tone
from baken.model.text import Text
from baken.picture.rules import together, wrong_words
from baken.picture.sensitivity import visitor_range
from baken.picture.targets import propose_target

from .helpers import (
    EXAMPLE,
    MAASTRICHT,
    bare,
    held,
    made_up,
    made_up_break,
    measured,
    picture,
    rules,
    without_value,
)

CATALOGUE = load_catalogue()
# What must be explained beside figures, by the rule that does it.
RULES = {
    "haal": "Als je kijkt, zie je meer",
    "haal-intervention": "samenhangen",
    "e33": "ongeschikt als prestatie-indicator",
    "break-not-judged": "niet beoordeeld",
    "break-stops-trend": "begint na de laatste trendbreuk",
    "pandemic": "coronajaren",
    "survey-years": "oneven jaren",
    "survey-margin-unknown": "niet te berekenen",
    "visitors": "bezoekers",
    "registered": "hoeveel mensen slachtoffer werden",
    "different-systems": "Tel ze niet bij elkaar op",
    "overlap-composite": "Tel ze niet bij elkaar op",
    "two-areas": "twee gebieden",
    "no-zero-target": "Honderd procent veiligheid bestaat niet",
    "association": "samenhangen zonder",
    "illustration": "geen meting",
    "empty-strand": "niet dat er niets aan de hand is",
}


@pytest.mark.parametrize(("rule", "words"), RULES.items())
def test_a_rule_is_explained_in_both_languages_with_its_source(rule: str, words: str) -> None:
    found = CATALOGUE.guidance[rule]
    assert words in found.text.nl
    assert len(found.text.en) > 40
    assert found.source


def test_every_rule_with_forbidden_words_is_explained() -> None:
    assert {one.rule for one in CATALOGUE.forbidden_words} == {"association", "no-zero-target", "haal"}
    assert all(one.rule in CATALOGUE.guidance for one in CATALOGUE.forbidden_words)


# -- breaks -------------------------------------------------------------------------------------------------


def test_across_a_break_the_observed_change_is_shown_and_not_judged() -> None:
    catalogue = replace(CATALOGUE, breaks=(made_up_break(date(2024, 7, 1), "stop", "unknown"),))
    figures = [measured("hic", year, value) for year, value in ((2023, "2.0"), (2025, "4.0"))]
    record = made_up(figures, catalogue=catalogue).record("hic", MAASTRICHT)
    assert record.change
    assert record.change.reason is NotJudged.BREAK
    assert record.change.percent == Decimal("100.0")
    assert record.tone is Tone.NEUTRAL
    assert record.sentence
    assert "(+100,0 %) is niet beoordeeld: er is ondertussen anders geteld" in record.sentence.nl
    assert "break-not-judged" in rules(record)


def test_a_break_stops_the_line_over_more_years_and_that_is_said() -> None:
    catalogue = replace(CATALOGUE, breaks=(made_up_break(date(2021, 1, 1), "stop", "up"),))
    figures = [measured("hic", year, "2.0") for year in range(2018, 2026)]
    record = made_up(figures, catalogue=catalogue).record("hic", MAASTRICHT)
    assert record.trend
    assert record.trend.start.year == 2021
    assert "break-stops-trend" in rules(record)
    unbroken = made_up(figures, catalogue=replace(CATALOGUE, breaks=())).record("hic", MAASTRICHT)
    assert "break-stops-trend" not in rules(unbroken)
    assert "break-not-judged" not in rules(unbroken)


# -- surveys ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["onveilig-in-buurt", "rapportcijfer-veiligheid", "tevreden-gemeente"])
def test_a_survey_says_in_which_years_it_is_held(name: str) -> None:
    figures = [measured(name, 2023, "7.0"), without_value(name, 2024), measured(name, 2025, "7.1")]
    record = made_up(figures).record(name, MAASTRICHT)
    assert {"survey-years", "survey-margin-unknown"} <= {*rules(record)}
    assert "registered" not in rules(record)
    assert "survey-years" not in rules(picture(EXAMPLE).record("hic", EXAMPLE))


# -- figures together ---------------------------------------------------------------------------------------


def indicators(*names: str) -> list[str]:
    return [one.rule for one in together(CATALOGUE, [CATALOGUE.indicator(name) for name in names])]


def test_figures_that_overlap_or_come_from_two_systems_say_so_where_they_stand_together() -> None:
    assert indicators("hic", "diefstal-uit-woning") == ["overlap-composite", "different-systems"]
    assert indicators("hic", "geweld") == ["different-systems"]
    assert indicators("hic", "vermogensdelicten") == []
    assert indicators("hic") == []
    assert indicators("hic", "onveilig-in-buurt") == [], "a survey is no way of counting registrations"


def test_the_theme_with_hic_and_theft_from_dwellings_carries_both_rules() -> None:
    found = picture(MAASTRICHT).theme("veelvoorkomende-criminaliteit").together
    assert [one.rule for one in found] == ["overlap-composite", "different-systems"]


def test_a_sentence_that_mixes_city_and_province_gets_the_rule() -> None:
    (found,) = (one for one in picture(MAASTRICHT).statements if one.statement.id == "boven-landelijk")
    assert CATALOGUE.guidance["two-areas"].text.nl in found.explanation.nl
    assert CATALOGUE.guidance["two-areas"].text.en in found.explanation.en


# -- steering -----------------------------------------------------------------------------------------------


@pytest.mark.requirement("THEME-14")
def test_a_target_of_zero_asks_confirmation_with_the_rule_shown() -> None:
    with pytest.raises(ConfirmationNeeded, match="Honderd procent veiligheid bestaat niet"):
        propose_target(CATALOGUE, "hic", Decimal(0))
    assert propose_target(CATALOGUE, "hic", Decimal(0), confirmed=True).confirmed
    assert propose_target(CATALOGUE, "hic", Decimal("1.0")).value == Decimal("1.0")


def test_confused_behaviour_is_never_good_or_bad_news_and_says_that_it_counts_no_persons() -> None:
    for values in (("4.0", "8.0"), ("8.0", "4.0")):
        figures = [
            measured("verward-gedrag", year, one) for year, one in zip((2023, 2025), values, strict=True)
        ]
        record = made_up(figures).record("verward-gedrag", MAASTRICHT)
        assert record.change
        assert record.change.supported_direction
        assert record.tone is Tone.NEUTRAL
        assert {"e33", "repeat-callers", "registered"} <= {*rules(record)}


def test_where_visitors_are_victims_a_range_of_rates_is_given_with_the_rule() -> None:
    material, record = held(EXAMPLE), picture(EXAMPLE).record("zakkenrollerij", EXAMPLE)
    assert "visitors" in rules(record)
    found = visitor_range(material.catalogue, material.municipality, record)
    assert found
    assert len(found.rates) == 2


# -- words --------------------------------------------------------------------------------------------------


@pytest.mark.requirement("RULE-10")
@pytest.mark.parametrize(
    "words",
    [
        "De daling is veroorzaakt door de aanpak.",
        "Dankzij de aanpak daalde het cijfer.",
        "De inzet leidde tot minder inbraken.",
        "Het cijfer daalde als gevolg van de controles.",
        "De daling komt door de aanpak.",
    ],
)
def test_words_for_a_cause_are_flagged_unless_the_effect_was_studied(words: str) -> None:
    assert wrong_words(CATALOGUE, Text(words, "."))
    assert wrong_words(CATALOGUE, Text(words, "."), studied=True) == ()


@pytest.mark.requirement("RULE-10")
@pytest.mark.parametrize(
    "words",
    [
        "De daling hangt samen met de aanpak.",
        "Een stijging kan komen door meer inzet.",
        "De code daalde naar nul.",
    ],
)
def test_going_together_and_what_may_be_are_not_flagged(words: str) -> None:
    assert wrong_words(CATALOGUE, Text(words, ".")) == ()


def test_worse_is_flagged_for_what_is_found_by_looking_only() -> None:
    said = Text("Drugshandel is verslechterd.", "Drug trade got worse.")
    assert wrong_words(CATALOGUE, said, looking=True) == ("verslechterd", "worse")
    assert wrong_words(CATALOGUE, said) == ()


@pytest.mark.parametrize(
    "words",
    ["Wij maken de stad honderd procent veilig.", "Het doel is nul inbraken.", "Wij gaan terug naar nul."],
)
def test_a_promise_of_zero_is_flagged(words: str) -> None:
    assert wrong_words(CATALOGUE, Text(words, "."))
    assert wrong_words(CATALOGUE, Text("Honderd procent veiligheid bestaat niet.", ".")) == ()


def test_a_pattern_takes_linear_time_on_a_long_text() -> None:
    text = "reduce a b c " * 25_000
    assert wrong_words(CATALOGUE, Text(text, text)) == ()
    assert bare().catalogue.forbidden_words
