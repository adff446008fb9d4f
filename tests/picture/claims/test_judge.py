# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Each rule of the labelling guide, on the figures of Voorbeeldstad; and claims about a real municipality."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from baken.model.claim import ClaimVerdict, JudgedClaim
from baken.picture.claims.judge import judge

from ..helpers import MAASTRICHT, TODAY, made_up, made_up_break, measured, picture
from .judging import SAID, claim, judged

SUPPORTED, PARTLY, CONTRADICTED = ClaimVerdict.SUPPORTED, ClaimVerdict.PARTLY, ClaimVerdict.CONTRADICTED
OPEN, CAUSE, GENERAL = (
    ClaimVerdict.NOT_JUDGEABLE,
    ClaimVerdict.CAUSE_WITHOUT_SOURCE,
    ClaimVerdict.TOO_GENERAL,
)
OBJECTIVE = ("vermogensdelicten", "hic", "winkeldiefstal", "geweld", "diefstal-uit-woning")


def verdict(kind: str, subject: str = "", period: str = "", **more: Any) -> ClaimVerdict:
    return judged(claim(kind, subject, period, **more)).verdict


def city(kind: str, subject: str, period: str = "", *, said: date, **more: Any) -> JudgedClaim:
    """A claim about Maastricht, seen from today."""
    return judged(claim(kind, subject, period, area=MAASTRICHT, **more), said, MAASTRICHT, TODAY)


# -- directions ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "period", "way", "wanted"),
    [
        ("geweld", "2019-2025", "down", SUPPORTED),
        ("geweld", "2019-2025", "up", CONTRADICTED),
        ("geweld", "2019-2025", "same", CONTRADICTED),
        ("geweld", "2024-2025", "down", OPEN),
        ("geweld", "2024-2025", "up", CONTRADICTED),
        ("geweld", "2024-2025", "same", SUPPORTED),
        ("geweld", "2023-2024", "up", CONTRADICTED),
        ("geweld", "2017-2025", "down", OPEN),
        ("drugshandel", "2018-2025", "up", OPEN),
        ("vermogensdelicten", "", "up", SUPPORTED),
        ("vermogensdelicten", "", "worse", SUPPORTED),
        ("vermogensdelicten", "", "better", CONTRADICTED),
        ("tevreden-gemeente", "2021-2025", "better", OPEN),
        ("halt", "2019-2025", "worse", OPEN),
        ("hic", "2025", "down", SUPPORTED),
        ("hic", "2025", "up", CONTRADICTED),
    ],
)
def test_a_direction_follows_the_figures(subject: str, period: str, way: str, wanted: ClaimVerdict) -> None:
    assert verdict("direction", subject, period, way=way, marks="registrations") is wanted


@pytest.mark.parametrize(
    ("subject", "period", "figure", "wanted"),
    [
        ("diefstal-uit-woning", "2018-2025", "0.5 times", SUPPORTED),
        ("diefstal-uit-woning", "2018-2025", ">0.5 times", SUPPORTED),
        ("diefstal-uit-woning", "2018-2025", "<0.5 times", PARTLY),
        ("diefstal-uit-woning", "2018-2025", "54 percent", SUPPORTED),
        ("diefstal-uit-woning", "2018-2025", "40 percent", PARTLY),
        ("diefstal-uit-woning", "2018-2025", "3.3..1.5 rate", SUPPORTED),
        ("diefstal-uit-woning", "2018-2025", "3.0..1.5 rate", PARTLY),
        ("diefstal-uit-woning", "2018-2025", "1.5 rate", SUPPORTED),
        ("diefstal-uit-woning", "2018-2025", "115 count", SUPPORTED),
        ("diefstal-uit-woning", "2018-2025", "~100 count", SUPPORTED),
        ("onveilig-in-buurt", "2023-2025", "4.2 points", SUPPORTED),
        ("onveilig-in-buurt", "2023-2025", "4.2 percent", PARTLY),
        ("onveilig-in-buurt", "2023-2025", "23.1..18.9 share", SUPPORTED),
        ("geweld", "2024-2025", "5.6..5.0 rate", PARTLY),
        ("geweld", "2024-2025", "40 percent", OPEN),
        ("vermogensdelicten", "2022-2025", "22 percent", CONTRADICTED),
    ],
)
def test_a_direction_with_a_number_needs_both_to_be_right(
    subject: str, period: str, figure: str, wanted: ClaimVerdict
) -> None:
    assert verdict("direction", subject, period, way="down", figure=figure) is wanted


def test_two_numbers_say_the_way_themselves() -> None:
    assert verdict("direction", "geweld", "2019-2025", figure="6.3..5.0 rate") is SUPPORTED
    assert verdict("direction", "geweld", "2019-2025", figure="5.0..6.3 rate") is CONTRADICTED
    assert verdict("direction", "zakkenrollerij", "2020-2025", figure="2 times") is PARTLY


def test_a_percentage_of_a_percentage_is_explained() -> None:
    found = judged(claim("direction", "onveilig-in-buurt", "2023-2025", way="down", figure="4.2 percent"))
    assert "procentpunten" in found.reason.nl
    assert "percentage points" in found.reason.en


@pytest.mark.parametrize(
    ("subject", "period", "way", "wanted"),
    [
        ("objective", "2019-2025", "down", PARTLY),
        ("diefstal-uit-woning,geweld", "2019-2025", "down", SUPPORTED),
        ("diefstal-uit-woning,geweld", "2019-2025", "up", CONTRADICTED),
        ("hic,geweld", "2024-2025", "down", OPEN),
        ("geweld,halt", "2023-2024", "same", SUPPORTED),
        ("geweld,winkeldiefstal", "2022-2025", "same", PARTLY),
        ("onveilig-in-buurt,rapportcijfer-veiligheid", "", "better", OPEN),
        ("geweld,1.2.3", "2019-2025", "down", SUPPORTED),
        ("onveilig-in-buurt,geweld", "2019-2025", "down", SUPPORTED),
    ],
)
def test_several_indicators_are_judged_together(
    subject: str, period: str, way: str, wanted: ClaimVerdict
) -> None:
    assert verdict("direction", subject, period, way=way) is wanted


def test_members_that_take_no_part_are_named() -> None:
    found = judged(claim("direction", "geweld,1.2.3,onveilig-in-buurt", "2019-2025", way="down"))
    assert (found.agreeing, found.unheld) == (("geweld",), ("1.2.3",))
    assert found.unjudged == ("onveilig-in-buurt",)
    assert "anders geteld of gevraagd" in found.reason.nl
    assert "geen cijfer vastgelegd" in found.reason.nl


def test_in_every_part_of_town_is_judged_by_its_districts() -> None:
    found = judged(claim("direction", "overlast", "2022-2025", way="down", marks="all"))
    assert found.verdict is PARTLY
    assert "Overlast (Voorbeeldwijk Oost)" in found.reason.nl
    assert verdict("direction", "overlast", "2022-2025", way="down") is OPEN


# -- levels -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "period", "more", "wanted"),
    [
        ("geweld", "", {"figure": "5.0 rate"}, SUPPORTED),
        ("geweld", "2019", {"figure": "5.0 rate"}, CONTRADICTED),
        ("geweld", "2019", {"figure": "~6 rate"}, SUPPORTED),
        ("geweld", "2019", {"figure": ">6 rate"}, SUPPORTED),
        ("geweld", "2019", {"figure": "<6 rate"}, CONTRADICTED),
        ("geweld", "2017", {"figure": "6 rate"}, OPEN),
        ("winkeldiefstal", "2025", {"figure": "270 count"}, SUPPORTED),
        ("winkeldiefstal", "2025", {"figure": "312 count"}, CONTRADICTED),
        ("onveilig-in-buurt", "", {"figure": "~20 share"}, SUPPORTED),
        ("onveilig-in-buurt", "", {"figure": "<20 share"}, SUPPORTED),
        ("onveilig-in-buurt", "2024", {"figure": "20 share"}, OPEN),
        ("rapportcijfer-veiligheid", "2025", {"figure": "7.2 mark"}, SUPPORTED),
        ("geweld", "2018-2025", {"marks": "lowest"}, SUPPORTED),
        ("geweld", "2019-2024", {"marks": "lowest"}, CONTRADICTED),
        ("winkeldiefstal", "2018-2025", {"marks": "highest"}, SUPPORTED),
        ("geweld", "2015-2025", {"marks": "lowest"}, OPEN),
        ("geweld", "2015-2024", {"marks": "lowest"}, CONTRADICTED),
        ("rapportcijfer-veiligheid", "2018-2025", {"marks": "highest"}, SUPPORTED),
        ("zakkenrollerij", "", {"marks": "none"}, CONTRADICTED),
        ("zakkenrollerij", "", {"marks": "none", "area": "BU99990001"}, SUPPORTED),
        ("overlast", "2023", {"figure": "16 rate", "area": "SD9999-noord"}, OPEN),
        ("geweld", "2019-2023", {"figure": "6 rate"}, OPEN),
        ("overlast", "", {}, GENERAL),
        ("overlast", "", {"marks": "vague"}, GENERAL),
        ("overlast", "", {"marks": "vague", "area": "?"}, GENERAL),
        ("", "", {"marks": "vague"}, GENERAL),
        ("", "2025", {"figure": "12 count"}, OPEN),
        ("1.2.3", "2025", {"figure": "12 count"}, OPEN),
        ("geweld", "2025", {"figure": "5.0 rate", "marks": "subperiod"}, OPEN),
        ("geweld", "2026", {"figure": "5.0 rate"}, OPEN),
    ],
)
def test_a_level_is_held_against_the_year_that_is_named(
    subject: str, period: str, more: dict[str, Any], wanted: ClaimVerdict
) -> None:
    assert verdict("level", subject, period, **more) is wanted


def test_a_level_of_several_says_of_which_it_is_right() -> None:
    found = judged(claim("level", "diefstal-uit-woning,winkeldiefstal", "2018-2025", marks="lowest"))
    assert found.verdict is PARTLY
    assert found.reason.nl == "1 van 2 klopt: Diefstal uit woning; 1 van 2 klopt niet: Winkeldiefstal."


def test_a_number_of_offences_is_not_read_out_of_a_rate() -> None:
    """The rate of a year is held; the number behind it is a range, and a range is no number."""
    found = city("level", "geweld", "2021", said=date(2023, 1, 31), figure="600 count")
    assert found.verdict is OPEN
    assert "geen aantal" in found.reason.nl


# -- comparisons --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "period", "more", "wanted"),
    [
        ("misdrijven-totaal", "", {"way": "up"}, SUPPORTED),
        ("misdrijven-totaal", "", {"way": "worse"}, SUPPORTED),
        ("misdrijven-totaal", "", {"way": "down"}, CONTRADICTED),
        ("misdrijven-totaal", "", {"way": "same"}, CONTRADICTED),
        ("geweld", "2025", {"way": "up"}, OPEN),
        ("geweld", "2025", {"way": "down"}, CONTRADICTED),
        ("geweld", "2025", {"way": "same"}, SUPPORTED),
        ("geweld", "2025", {"way": "up", "figure": "4.9..5.0 rate"}, OPEN),
        ("geweld", "2019", {"way": "up"}, SUPPORTED),
        ("geweld", "2017", {"way": "up"}, OPEN),
        ("geweld", "", {"way": "up", "about": "?"}, OPEN),
        ("geweld", "", {"way": "up", "about": "?", "marks": "vague"}, GENERAL),
        ("vermogensdelicten", "", {"way": "up", "figure": "~40 percent"}, SUPPORTED),
        ("vermogensdelicten", "", {"way": "up", "figure": "80 percent"}, PARTLY),
        ("drugshandel", "", {"way": "up", "figure": "2 times", "marks": "registrations"}, SUPPORTED),
        ("overlast", "", {"way": "up", "area": "SD9999-noord"}, SUPPORTED),
        ("overlast", "", {"way": "up", "area": "SD9999-noord", "about": "SD9999-zuid"}, OPEN),
        ("overlast", "", {"way": "down", "area": "SD9999-noord", "about": "SD9999-zuid"}, CONTRADICTED),
        ("overlast", "", {"way": "up", "area": "SD9999-noord", "about": "GM9999"}, OPEN),
        ("geweld", "", {"way": "up", "area": "SD9999-noord"}, OPEN),
        ("geweld", "", {"way": "up", "area": "GM9999", "about": "GM9999"}, OPEN),
        ("geweld", "", {}, GENERAL),
        ("geweld,winkeldiefstal", "", {"way": "up"}, OPEN),
        ("vernieling,winkeldiefstal", "", {"way": "up"}, PARTLY),
        ("geweld", "2019-2025", {"way": "up"}, OPEN),
    ],
)
def test_a_comparison_is_judged_by_the_margin_or_by_what_is_printed(
    subject: str, period: str, more: dict[str, Any], wanted: ClaimVerdict
) -> None:
    assert verdict("comparison", subject, period, **more) is wanted


@pytest.mark.requirement("TRAP-21")
@pytest.mark.requirement("RULE-08")
def test_often_above_the_average_is_counted_with_year_and_group() -> None:
    found = city("comparison", "", said=date(2026, 4, 4), way="up", marks="vague two-areas")
    assert found.verdict is GENERAL
    assert found.agreeing == ("misdrijven-totaal", "vermogensdelicten")
    assert found.disagreeing == ("hic", "overlast")
    assert len(found.unheld) == 5
    for words in ("Maastricht", "Nederland", "2 van 4", "1 met zekerheid", "2024", "provincie"):
        assert words in found.reason.nl
    for words in ("Maastricht", "the Netherlands", "2 of 4", "1 with certainty", "2024", "province"):
        assert words in found.reason.en
    assert {one.area for one in found.figures} == {MAASTRICHT, "NL"}
    assert found.settle is not None
    assert "welk jaar" in found.settle.nl


def test_often_below_is_counted_from_the_other_side() -> None:
    found = judged(claim("comparison", "geweld,vernieling", way="down", marks="vague"))
    assert (found.agreeing, found.disagreeing) == (("vernieling",), ("geweld",))


# -- causes, results and rules before the figures -----------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "subject", "more", "wanted"),
    [
        ("cause", "overlast", {"way": "down"}, CAUSE),
        ("cause", "", {"way": "down"}, CAUSE),
        ("cause", "overlast", {"way": "down", "area": "?"}, CAUSE),
        ("cause", "overlast", {"way": "down", "marks": "source"}, OPEN),
        ("result", "overlast", {}, GENERAL),
        ("result", "", {}, GENERAL),
        ("direction", "overlast", {"way": "up", "marks": "parts"}, GENERAL),
        ("direction", "overlast", {"way": "up", "area": "?"}, OPEN),
        ("direction", "", {"way": "up"}, OPEN),
        ("direction", "1.2.3", {"way": "up"}, OPEN),
        ("direction", "drugshandel", {"way": "up"}, OPEN),
        ("direction", "drugshandel", {"way": "up", "marks": "registrations"}, SUPPORTED),
        ("direction", "vermogensdelicten", {"way": "up", "marks": "victims"}, OPEN),
        ("direction", "vermogensdelicten", {"way": "up", "marks": "population"}, OPEN),
        ("direction", "verward-gedrag", {"way": "same"}, SUPPORTED),
        ("direction", "verward-gedrag", {"way": "same", "marks": "persons"}, OPEN),
        ("direction", "halt", {"way": "same", "marks": "persons"}, SUPPORTED),
        ("level", "onveilig-in-buurt", {"figure": "~20 share", "marks": "population"}, OPEN),
        ("level", "onveilig-in-buurt", {"figure": "~20 share", "marks": "persons"}, SUPPORTED),
    ],
)
def test_rules_go_before_the_figures(
    kind: str, subject: str, more: dict[str, Any], wanted: ClaimVerdict
) -> None:
    assert verdict(kind, subject, **more) is wanted


def test_what_is_found_by_looking_is_known_by_its_flag() -> None:
    """Vandalism is in part found by looking and is judged; the rule knows no name of an indicator."""
    assert verdict("direction", "vernieling", "2022-2025", way="down") is SUPPORTED
    found = judged(claim("direction", "drugshandel", way="up"))
    assert found.unjudged == ("drugshandel",)
    assert found.carried is not None
    assert "Als je kijkt, zie je meer" in found.carried.nl
    assert "If you look, you see more" in found.carried.en
    assert found.settle is not None
    assert "registraties" in found.settle.nl


# -- what was known, and how old it was ---------------------------------------------------------------------


@pytest.mark.requirement("DEV-08")
def test_more_violence_and_vandalism_is_partly_true_and_needs_newer_figures() -> None:
    found = city("direction", "geweld,vernieling", said=date(2026, 4, 4), way="up")
    assert found.verdict is PARTLY
    assert (found.agreeing, found.disagreeing) == (("vernieling",), ("geweld",))
    assert found.outdated == ("geweld", "vernieling")
    assert found.carried is not None
    assert "\u221221,9 %" in found.carried.nl
    assert "+3,1 %; dat kan toeval zijn" in found.carried.nl
    assert found.settle is not None
    assert "nieuwer cijfer dan 2021" in found.settle.nl
    assert "newer figure than 2021" in found.settle.en
    assert {one.months_old for one in found.figures if one.period.year == 2021} == {51}


@pytest.mark.requirement("RULE-15")
@pytest.mark.parametrize("period", ["", "2017-2021"])
def test_that_crime_visibly_fell_is_true_of_five_of_eight(period: str) -> None:
    found = city("direction", "objective", period, said=date(2023, 1, 31), way="down")
    assert found.verdict is PARTLY
    assert set(found.agreeing) == set(OBJECTIVE)
    assert (found.flat, found.unchanged, found.disagreeing) == (("overlast",), ("halt",), ("vernieling",))
    assert not found.unheld
    for words in ("5 van 8 omlaag", "1 van 8 ongeveer gelijk", "1 van 8 precies gelijk", "1 van 8 omhoog"):
        assert words in found.reason.nl
    assert "Tellen deels hetzelfde" in found.reason.nl


@pytest.mark.parametrize("way", ["up", "down"])
def test_old_figures_neither_bear_out_nor_refute_what_is_said_of_now(way: str) -> None:
    found = city("direction", "geweld", said=date(2026, 4, 4), way=way)
    assert found.verdict is OPEN
    assert "te oud" in found.reason.nl
    assert found.carried is not None
    assert "2021" in found.carried.nl
    named = city("direction", "geweld", "2017-2021", said=date(2026, 4, 4), way=way)
    assert named.verdict is (SUPPORTED if way == "down" else CONTRADICTED)


def test_a_newer_figure_is_named_apart_and_changes_nothing() -> None:
    found = judged(claim("direction", "geweld", "2019-2023", way="down"), date(2024, 6, 1))
    seen_later = judged(claim("direction", "geweld", "2019-2023", way="down"))
    assert found.verdict is seen_later.verdict
    assert found.newer is not None
    assert "Wij hebben een nieuwer cijfer: In 2025" in found.newer.nl
    assert all(one.period.year <= 2023 for one in found.figures)
    assert seen_later.newer is None


def test_a_document_knows_no_figure_of_a_year_that_was_not_over() -> None:
    found = judged(claim("level", "geweld", "2025", figure="5.0 rate"), date(2025, 12, 1))
    assert found.verdict is OPEN
    assert not found.figures
    assert "nog niet voorbij" in found.reason.nl
    now = judged(claim("level", "geweld", figure="5.6 rate"), date(2025, 12, 1))
    assert now.verdict is SUPPORTED
    assert [one.period.year for one in now.figures] == [2024]
    assert [one.months_old for one in now.figures] == [11]


# -- words, other figures and speed -------------------------------------------------------------------------

_CLAIMS = [
    claim(kind, subject, period, area=area, way=way, marks=marks, figure=figure)
    for kind in ("level", "direction", "comparison", "cause", "result")
    for subject in ("", "objective", "geweld", "drugshandel,halt", "onveilig-in-buurt", "1.2.3")
    for period in ("", "2025", "2019-2025")
    for area in ("GM9999", "XX00", "SD9999-noord", "?")
    for way, marks, figure in (("up", "", ""), ("same", "registrations", "5 percent"), ("down", "all", ""))
]


def test_every_answer_is_plain_and_names_no_cause() -> None:
    for one in _CLAIMS:
        found = judged(one)
        texts = (found.reason, found.carried, found.settle, found.newer)
        for words in (words for text in texts if text for words in (text.nl, text.en)):
            assert len(words) > 10
            assert words.endswith("."), words
            assert not re.search(r"veroorzaakt|dankzij|caused by|thanks to|  |\{|None", words), words
        if not found.figures:
            assert found.carried is None or found.claim.kind == "comparison"
        assert found.settle is not None or found.verdict in (SUPPORTED, CONTRADICTED, PARTLY)


def test_a_break_leaves_a_change_unjudged_and_missing_is_never_zero() -> None:
    figures = [measured("hic", year, value) for year, value in ((2023, "4.0"), (2025, "2.0"))]
    fell = replace(claim("direction", "hic", "2023-2025", way="down"), area=MAASTRICHT)
    shown = made_up(figures)
    assert judge(fell, shown, TODAY).verdict is SUPPORTED
    assert judge(fell, made_up([]), TODAY).verdict is OPEN
    none = replace(claim("level", "hic", "2024", marks="none"), area=MAASTRICHT)
    assert judge(none, shown, TODAY).verdict is OPEN
    broken = replace(
        shown.material.catalogue, breaks=(made_up_break(date(2024, 7, 1), "stop", "none", ("hic",)),)
    )
    found = judge(fell, made_up(figures, catalogue=broken), TODAY)
    assert (found.verdict, found.unjudged) == (OPEN, ("hic",))


def test_a_claim_is_judged_in_two_milliseconds() -> None:
    shown = picture("GM9999", SAID)
    for one in _CLAIMS:
        judge(one, shown, SAID)
    started = time.process_time()
    for one in _CLAIMS:
        judge(one, shown, SAID)
    assert (time.process_time() - started) / len(_CLAIMS) < 0.002
