# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas beside each other: rates with margins, what chance explains, and the difference with the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from analysis.making import grid, invented, plain
from baken.analysis.compare import CompareAnswer, CompareQuestion, ask_compare
from baken.analysis.compare_questions import held_comparison
from baken.analysis.held import open_held
from baken.model.errors import NotHeldError, UsageError
from baken.model.text import Language, Text

CASES = [10, 12, 9, 11, 40, 8, 10, 13]
PEOPLE = [1000.0] * 8


def asked(cases: Sequence[float], people: Sequence[float], **more: object) -> CompareAnswer:
    question = CompareQuestion(areas=grid(cases, people), name=Text("Diefstal", "Theft"))
    return ask_compare(replace(question, **more))  # type: ignore[arg-type]


def words(answer: CompareAnswer, language: Language = Language.NL) -> str:
    return "\n".join(answer.said.lines(language))


def test_the_area_that_stands_out_is_named_with_its_rate() -> None:
    answer = asked(CASES, PEOPLE)
    assert "Als alleen toeval meetelt, ligt boven de 99,8%-grens: Buurt 4 (40,0)." in words(answer)
    row = plain(answer)["areas"][4]
    assert (row["area"], row["rate"], row["place"]) == ("A04", 40.0, 2)
    assert row["rank"]["lower"] == 1
    assert row["shrunken_lower"] < row["shrunken"] < row["shrunken_upper"]
    assert row["probability_above"] > 0.99


def test_equal_areas_give_no_difference() -> None:
    answer = asked([10, 11, 9, 10, 10, 11], [1000.0] * 6)
    assert "Geen gebied wijkt verder af dan toeval kan verklaren." in words(answer)
    assert "No area lies further away" in words(answer, Language.EN)


def test_areas_that_cannot_be_judged_have_a_reason_and_no_number() -> None:
    answer = asked([10, float("nan"), -1, 3, 40, 1.5, 10, 9], [1000, 1000, 1000, 0, 1000, 1000, 1000, 1000])
    rows = plain(answer)["areas"]
    reasons = [row["reason"] for row in rows]
    assert reasons[1:4] == ["missing", "negative", "no_population"]
    assert reasons[5] == "fractional"
    assert rows[3]["rate"] is None
    assert "Buurt 2 (een aantal is negatief)" in words(answer)


def test_nothing_at_all_is_said_in_one_sentence() -> None:
    answer = asked([0, 0, 0], [1000.0] * 3)
    assert "kan niet worden beoordeeld: er is niet één geval" in words(answer)


def test_visitors_and_under_registration() -> None:
    answer = asked(CASES, PEOPLE, visitors=(0.1, 0.4), reported=(0.3, 0.6))
    row = plain(answer)["areas"][4]
    assert row["with_visitors"]["highest"] == pytest.approx(40 / 1.1)
    assert row["under_registration"]["most"] == pytest.approx(40 / 0.3)
    said = words(answer)
    assert (
        "(1,10 tot 1,40 keer de inwoners), dan is het cijfer van Buurt 4 28,6 tot 36,4 in plaats van 40,0"
        in said
    )
    assert "staan de 40 geregistreerde gevallen in Buurt 4 voor 67 tot 133 gevallen." in said


@pytest.mark.requirement("AREA-04")
def test_a_focus_area_is_held_against_the_rest_of_the_city_with_a_margin() -> None:
    question = held_comparison(invented(), "GM9999", "zakkenrollerij", "focus", "2025")
    answer = ask_compare(question)
    assert question.areas.codes[-1] == "rest"
    focus = answer.rest[0]
    assert focus.difference_lower > 0
    sentence = words(answer).splitlines()[1]
    assert sentence.startswith(
        "Aandachtsgebied Markt en station (verzonnen): 5,2 per 1.000 inwoners; in de rest 0,6."
    )
    assert "Het verschil is +4,6 (95%-marge 2,6 tot 7,2)." in sentence


def test_a_neighbourhood_is_held_against_the_rest_of_its_city() -> None:
    answer = ask_compare(held_comparison(invented(), "BU99990000", "zakkenrollerij", "neighbourhood", "2025"))
    assert answer.question.about == "BU99990000"
    assert "Proefmarkt: 8,2 per 1.000 inwoners; in de rest 0,6." in words(answer)


def test_peers_are_held_against_the_country_and_counted() -> None:
    held = open_held("GM0935", date(2026, 11, 22), None)[0]
    answer = ask_compare(held_comparison(held, "GM0935", "misdrijven-totaal", "peers", "2024"))
    assert "Vergeleken met Nederland: 44,9 per 1.000 inwoners." in words(answer)
    assert plain(answer)["above_reference"] == {"certain": 9, "judged": 14}
    assert "internal" not in [one.rule for one in answer.said.caveats]


@pytest.mark.requirement("CASE-05")
@pytest.mark.parametrize("level", ["neighbourhood", "district"])
def test_every_rate_says_that_people_from_outside_are_not_in_it(level: str) -> None:
    answer = ask_compare(held_comparison(invented(), "GM9999", "hic", level, ""))
    assert "Daders en slachtoffers kunnen van over de grens of uit andere gemeenten komen" in words(answer)
    assert "Offenders and victims can come from across the border" in words(answer, Language.EN)
    assert "border" in [one.rule for one in asked(CASES, PEOPLE).said.caveats]


def test_wrong_levels_periods_and_what_is_not_held() -> None:
    for level, period in (("street", ""), ("district", "soon")):
        with pytest.raises(UsageError):
            held_comparison(invented(), "GM9999", "hic", level, period)
    with pytest.raises(NotHeldError, match="in 1999"):
        held_comparison(invented(), "GM9999", "hic", "district", "1999")
    held = open_held("GM0935", date(2026, 11, 22), None)[0]
    with pytest.raises(NotHeldError, match="baken fetch"):
        held_comparison(held, "GM0935", "hic", "neighbourhood", "")


def test_with_the_usual_spread_what_chance_alone_gives_is_said_as_that() -> None:
    rates = [66, 59, 55, 53, 53, 50, 48, 46, 44, 43, 40, 37, 34, 30]
    answer = asked([100.0 * n for n in rates], [100_000.0] * len(rates))
    said = words(answer)
    assert "dan toeval verklaart" not in said
    assert "Als alleen toeval meetelt, liggen boven de 99,8%-grens: Buurt 0 (66,0), " in said
    assert "Neem je die gewone verschillen mee, dan valt geen enkel gebied meer buiten de marge." in said
    assert "If chance alone counts, above the 99.8 % limit lie: " in words(answer, Language.EN)


def test_without_spread_chance_is_all_there_is() -> None:
    answer = asked([10, 30], [1000.0, 1000.0], reference=10.0)
    assert "Meer geregistreerd dan toeval verklaart (buiten de 99,8%-grens): Buurt 1 (30,0)." in words(answer)


def test_what_police_find_by_looking_is_more_registered_and_nothing_else() -> None:
    table = replace(grid(CASES, PEOPLE), found_by_looking=True)
    answer = ask_compare(CompareQuestion(areas=table, name=Text("Drugs", "Drugs")))
    said = words(answer)
    assert "Meer geregistreerd, boven de 99,8%-grens: Buurt 4 (40,0). Als je kijkt, zie je meer" in said
    assert "toeval verklaart" not in said
    assert "If you look, you see more" in words(answer, Language.EN)


@pytest.mark.parametrize(
    ("cases", "order", "said"),
    [
        (
            [100, 102, 98, 100, 600, *[101, 99] * 15],
            "cannot",
            "keert de volgorde ten opzichte van de rest niet om",
        ),
        (
            [100, 102, 98, 100, 160, *[101, 99] * 15],
            "can",
            "kan de volgorde ten opzichte van de rest omkeren",
        ),
        ([10, 12, 9, 11, 13, 8], "open", "staat ook zonder verschil in registreren niet vast"),
        ([10, 12, 9, 11, 0, 8], "unknown", "is niet te zeggen"),
    ],
)
def test_whether_reporting_can_turn_the_order_heeds_the_margin(
    cases: Sequence[float], order: str, said: str
) -> None:
    answer = asked(cases, [5000.0] * len(cases), reported=(0.4, 0.8), about="A04")
    record = plain(answer)["areas"][4]["under_registration"]
    assert record["order"] == order
    assert record["can_turn"] == {"can": True, "cannot": False}.get(order)
    assert said in words(answer)


def test_one_case_is_told_in_the_singular() -> None:
    said = words(asked([10, 12, 1, 9], PEOPLE[:4], reported=(0.4, 0.8), about="A02"))
    assert "staat 1 geregistreerd geval in Buurt 2 voor 1 tot 3 gevallen." in said


def test_a_place_of_few_cases_is_not_told_and_the_order_is_that_of_the_chart() -> None:
    answer = asked([4, 60, 20, 80, 10], [60.0, 1000, 1000, 1000, 1000])
    (sentence,) = [one for one in words(answer).splitlines() if one.startswith("Van hoog naar laag")]
    assert "Buurt 0" not in sentence
    names = [answer.question.areas.names[n] for n in answer.order if n != 0][:3]
    assert [sentence.index(name) for name in names] == sorted(sentence.index(name) for name in names)
    assert plain(answer)["areas"][0]["rank"]["value"] is not None


def test_one_area_has_nothing_to_be_compared_with() -> None:
    answer = asked([12], [1000.0])
    said = words(answer)
    assert "1 gebied" in said or "te weinig gebieden" in said
    assert "niets om het mee te vergelijken" in said
    assert "1 gebieden" not in said
    assert "rank-unsure" not in [one.rule for one in answer.said.caveats]
    assert "rank-unsure" in [one.rule for one in asked(CASES, PEOPLE).said.caveats]


def test_areas_with_few_people_are_named_and_a_population_below_its_cases() -> None:
    answer = asked([*CASES[:6], 30, 50], [*PEOPLE[:6], 12.5, 40])
    said = words(answer)
    assert "Hier wonen weinig mensen: Buurt 6 en Buurt 7." in said
    assert "In Buurt 6 zijn er meer gevallen (30) dan inwoners (13), en zo ook in 1 andere." in said
    many = words(asked([5.0] * 9, [100.0] * 9))
    assert "Buurt 3, Buurt 4 en 4 andere" in many
