# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where an indicator goes over all comparable years, and how firmly that is said."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from baken import load_picture
from baken.methods.reason import Reason
from baken.model.figure import Supported
from baken.model.indicator import Break
from baken.model.observation import Observation
from baken.model.offence import Initiative
from baken.picture.trend_words import trend_sentence
from baken.picture.trends import IndicatorTrend
from baken.publications.open_data import records, to_json

from .helpers import EXAMPLE, MAASTRICHT, bare, made_up, made_up_break, measured, picture, without_value

RISING = ("5.0", "5.5", "6.1", "6.7", "7.4")
LEVEL = ("5.0", "5.2", "4.9", "5.1", "5.0")


def trend(values: tuple[str, ...], first: int = 2022, *breaks: Break, name: str = "hic") -> IndicatorTrend:
    figures = [measured(name, first + place, value) for place, value in enumerate(values)]
    return of(figures, *breaks, name=name)


def of(figures: list[Observation], *breaks: Break, name: str = "hic") -> IndicatorTrend:
    catalogue = replace(bare().catalogue, breaks=breaks)
    base = replace(bare(), on=date(2031, 1, 1))
    found = made_up(figures, catalogue=catalogue, base=base).record(name, MAASTRICHT).trend
    assert found
    return found


def test_a_steady_rise_has_a_direction_and_a_percentage_per_year() -> None:
    found = trend(RISING)
    assert found.direction is Supported.UP
    assert found.percent == pytest.approx(10.3, abs=0.2)
    assert found.percent is not None
    assert 0 < (found.lower or 0) < found.percent < (found.upper or 0)
    assert (str(found.start), str(found.end)) == ("2022", "2026")


def test_a_level_series_has_no_direction() -> None:
    found = trend(LEVEL)
    assert found.direction is None
    assert not found.biased
    text = trend_sentence(found, Initiative.BRENG)
    assert "geen richting" in text.nl
    assert "no direction" in text.en


def test_years_that_differ_much_among_themselves_widen_the_margin() -> None:
    steady, restless = trend(RISING), trend(("5.0", "8.5", "3.4", "9.9", "7.4"))
    assert steady.dispersion == 1
    assert restless.dispersion
    assert restless.dispersion > 5
    assert restless.direction is None


def test_three_years_are_too_few() -> None:
    found = trend(RISING[:3])
    assert found.reason is Reason.TOO_FEW_PERIODS
    assert found.percent is None
    assert "te weinig perioden" in trend_sentence(found, Initiative.BRENG).nl


def test_a_missing_year_is_left_out_and_is_not_zero() -> None:
    whole = [measured("hic", 2022 + place, value) for place, value in enumerate(RISING)]
    gap = of([without_value("hic", 2024) if one.period.year == 2024 else one for one in whole])
    assert gap.percent == pytest.approx(trend(RISING).percent, abs=0.3)
    assert gap.direction is Supported.UP


def test_a_break_that_stops_cuts_the_years_off() -> None:
    stop = made_up_break(date(2024, 1, 1), "stop", "none")
    found = trend((*LEVEL[:2], *RISING), 2022, stop)
    assert found.start.year == 2024
    assert found.stopped == stop
    halfway = replace(stop, date=date(2024, 7, 1))
    assert trend((*LEVEL[:2], *RISING), 2022, halfway).start.year == 2025


def test_a_break_that_pushes_up_takes_a_rise_its_direction_and_leaves_a_fall_its_own() -> None:
    caution = made_up_break(date(2024, 1, 1), "caution", "up")
    rise, fall = trend(RISING, 2022, caution), trend(RISING[::-1], 2022, caution)
    assert (rise.direction, rise.biased) == (None, True)
    assert (fall.direction, fall.biased) == (Supported.DOWN, False)
    assert "anders geteld" in trend_sentence(rise, Initiative.BRENG).nl


def test_pandemic_years_are_left_out_beside_it() -> None:
    found = trend(("5.0", "5.1", "5.0", "2.0", "2.1", "5.1", "5.0", "5.2"), 2017)
    assert found.ordinary
    assert found.ordinary.percent == pytest.approx(0.3, abs=0.4)
    assert "Zonder coronajaren" in trend_sentence(found, Initiative.BRENG).nl
    assert "Without pandemic years" in trend_sentence(found, Initiative.BRENG).en


def test_what_police_find_by_looking_rises_in_registrations_only() -> None:
    words = trend_sentence(trend(RISING), Initiative.HAAL)
    assert "Als je kijkt, zie je meer" in words.nl
    assert not re.search(r"\b(steeg|stijging|daalde|daling)\b", words.nl)
    assert not re.search(r"\b(rose|rise|fell|fall)\b", words.en)


@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_a_trend_says_rose_or_fell_only_where_the_margin_carries_it(code: str) -> None:
    seen = set()
    for record in picture(code).records:
        if record.trend is None or record.trend_sentence is None:
            continue
        one, text = record.trend, record.trend_sentence
        moves = bool(re.search(r"\b(steeg|daalde)\b", text.nl))
        assert moves == bool(re.search(r"\b(rose|fell)\b", text.en))
        if moves:
            assert one.lower is not None
            assert one.upper is not None
            assert one.lower > 0 or one.upper < 0
        assert "{" not in text.nl + text.en
        assert "nan" not in text.nl + text.en
        seen.add(one.direction)
    assert None in seen


def test_two_years_that_differ_and_years_that_swing_do_not_contradict_each_other() -> None:
    found = picture(MAASTRICHT).record("geweld", MAASTRICHT)
    assert found.change
    assert found.trend
    assert found.trend_sentence
    assert found.change.supported_direction is Supported.DOWN
    assert found.trend.direction is None
    assert "daarmee nog geen richting aangetoond" in found.trend_sentence.nl
    assert "shows no direction yet" in found.trend_sentence.en


def test_waves_of_a_survey_have_no_trend_per_year() -> None:
    assert picture(MAASTRICHT).record("onveilig-in-buurt", MAASTRICHT).trend is None


def test_not_all_indicators_fell_and_the_years_together_carry_three_falls() -> None:
    down = {
        one.indicator.id
        for one in picture(MAASTRICHT).records
        if one.trend and one.trend.direction is Supported.DOWN
    }
    assert down == {"diefstal-uit-woning", "hic", "vermogensdelicten"}


def test_the_open_data_hold_each_trend_with_and_without_pandemic_years() -> None:
    found = load_picture("Voorbeeldstad", date(2026, 11, 21))
    rows = json.loads(to_json(found, records(found)))["trends"]
    by_key = {(one["indicator"], one["without_pandemic_years"]): one for one in rows}
    confused = by_key["verward-gedrag", False]
    assert confused["supported_direction"] == "up"
    assert 0 < confused["interval"]["lower"] < confused["percent_per_year"]
    assert by_key["drugshandel", False]["explained_by_break"] is True
    assert by_key["misdrijven-totaal", False]["begins_after"] == "definitie-politie-2022"
    assert ("verward-gedrag", True) in by_key
