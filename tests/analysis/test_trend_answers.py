# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The trend of a series: a direction only where its margin carries it, and the parts of a whole by name."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import pytest

from analysis.making import BURGLARY, invented, plain, series
from baken.analysis.held_series import one_series
from baken.analysis.kinds import kind_of
from baken.analysis.tables import SeriesTable
from baken.analysis.trend import TrendAnswer, TrendQuestion, ask_trend
from baken.analysis.trend_questions import _in_step, file_question, held_question
from baken.methods.reason import Reason
from baken.model.errors import NotHeldError, UsageError
from baken.model.text import Language, Text

FALLING = [400, 361, 330, 298, 266, 243, 219, 201]
FLAT = [40, 38, 44, 39, 41, 37, 43, 40]


def asked(table: SeriesTable, **more: object) -> TrendAnswer:
    question = TrendQuestion(series=table, name=Text("Diefstal", "Theft"))
    return ask_trend(replace(question, **more))  # type: ignore[arg-type]


def words(answer: TrendAnswer, language: Language = Language.NL) -> str:
    return "\n".join(answer.said.lines(language))


def test_a_fall_is_said_where_the_margin_carries_it() -> None:
    answer = asked(series(FALLING, per_year=1))
    assert answer.full.direction == "down"
    assert "Diefstal: een daling van gemiddeld 9,5 % per jaar (95%-marge " in words(answer)
    assert "a fall of 9.5 % per year" in words(answer, Language.EN)
    record = plain(answer)
    assert record["direction"] == "down"
    assert record["reason"] is None
    assert [one["observed"] for one in record["periods"]] == FALLING


def test_no_direction_without_a_margin_that_carries_it() -> None:
    answer = asked(series(FLAT, per_year=1))
    assert plain(answer)["direction"] is None
    assert "geen verandering die groter is dan toeval" in words(answer)
    assert "stijging" not in words(answer)
    assert "daling" not in words(answer)


def test_what_police_find_by_looking_is_more_registered_and_no_rise() -> None:
    answer = asked(series(FALLING[::-1], per_year=1), found_by_looking=True)
    said = words(answer)
    assert "meer geregistreerd" in said
    assert "Als je kijkt, zie je meer" in said
    assert "stijging" not in said
    assert "rise" not in words(answer, Language.EN)


@pytest.mark.parametrize(
    ("row", "reason", "said"),
    [
        ([1, 2, 3], Reason.TOO_FEW_PERIODS, "te weinig perioden"),
        ([0, 0, 0, 0, 0, 0], Reason.ALL_ZERO, "niet één geval"),
        ([3, -1, 4, 5, 3, 2], Reason.NEGATIVE, "een aantal is negatief"),
        ([3, 1.5, 4, 5, 3, 2], Reason.FRACTIONAL, "geen heel getal"),
        ([math.nan] * 6, Reason.MISSING, "ontbreekt"),
    ],
)
def test_what_cannot_be_judged_is_null_with_a_reason(row: Sequence[float], reason: Reason, said: str) -> None:
    answer = asked(series(row, per_year=1))
    record = plain(answer)
    assert (record["direction"], record["reason"]) == (None, reason.name.lower())
    assert record["per_year"] == {"percent": None, "lower": None, "upper": None}
    assert "kan niet worden beoordeeld: " in words(answer)
    assert said in words(answer)


def test_pandemic_years_are_left_out_beside_the_whole() -> None:
    row = [100, 104, 99, 20, 22, 98, 101, 103]
    answer = asked(series(row, per_year=1, first=2017), pandemic=(2020, 2021))
    assert answer.ordinary is not None
    assert "Zonder de coronajaren 2020, 2021" in words(answer)
    assert asked(series(row, per_year=1, first=2000), pandemic=(2020, 2021)).ordinary is None


def test_a_break_is_a_jump_of_the_level_and_no_trend() -> None:
    row = [40.0 + n % 7 for n in range(30)] + [80.0 + n % 7 for n in range(30)]
    whole = asked(series(row))
    broken = asked(series(row), breaks={30: None})
    assert whole.full.per_year.percent > 10 > abs(broken.full.per_year.percent)
    assert broken.full.direction is None
    (shift,) = plain(broken)["shifts"]
    assert shift["period"] == "2020-07"
    assert 1.6 < shift["ratio"] < 2.5
    assert "(2020-07): daarna lag het niveau op" in words(broken)


@pytest.mark.requirement("RULE-07")
def test_the_rising_and_the_falling_parts_are_listed_apart_and_beside_the_country() -> None:
    answer = ask_trend(held_question(invented(), "GM9999", "politie-misdrijven/0.0.0"))
    said = words(answer)
    assert "Onderdelen die stijgen: Drugshandel (haaldelict" in said
    assert "Van geen onderdeel is een daling aan te tonen." in said
    assert "Onderdelen zonder verandering die groter is dan toeval: Diefstal/inbraak woning" in said
    assert "In Voorbeeldland (verzonnen) veranderde het cijfer per inwoner" in said
    parts = plain(answer)["parts"]
    assert {one["direction"] for one in parts} == {"up", None}
    assert answer.relative is not None


def test_breaks_of_the_catalogue_and_caveats_come_along() -> None:
    answer = ask_trend(held_question(invented(), "GM9999", "hic"))
    rules = [one.rule for one in answer.said.caveats]
    assert {"invented", "registered", "border", "areas-summed", "pandemic", "no-cause"} <= set(rules)
    assert [one["break"] for one in plain(answer)["shifts"]] == ["digid-app-2019"]
    assert answer.said.snapshots == ("voorbeeldstad/generator@2026-11-21",)


def test_a_neighbourhood_has_its_own_trend() -> None:
    answer = ask_trend(held_question(invented(), "BU99990000", BURGLARY))
    assert plain(answer)["series"] == f"BU99990000 {BURGLARY}"
    assert "areas-summed" not in [one.rule for one in answer.said.caveats]


def test_what_is_no_count_or_not_held_is_refused() -> None:
    with pytest.raises(UsageError, match="published as a rate or a survey"):
        held_question(invented(), "GM9999", "onveilig-in-buurt")
    with pytest.raises(UsageError, match="unknown indicator"):
        held_question(invented(), "GM9999", "sfeer")
    with pytest.raises(NotHeldError, match="no counts are held"):
        held_question(invented(), "GM9999", "politie-misdrijven/3.9.1")


def test_a_file_with_several_series_needs_a_choice() -> None:
    table = series(FALLING, FLAT, per_year=1)
    with pytest.raises(UsageError, match="holds 2 series"):
        file_question(table)
    with pytest.raises(UsageError, match="'x' is no series"):
        file_question(table, "x")
    question = file_question(table, "s1", ["2021"])
    assert question.series.counts.tolist() == [FLAT]
    assert dict(question.breaks) == {3: None}
    for wrong in ("2018", "2040", "soon"):
        with pytest.raises(UsageError):
            file_question(table, "s1", [wrong])


def test_without_one_figure_the_series_is_missing_and_not_short() -> None:
    for number in (2, 3, 8):
        assert plain(asked(series([math.nan] * number, per_year=1)))["reason"] == "missing"


def test_only_the_pandemic_years_of_the_series_are_named() -> None:
    answer = asked(series([100, 104, 99, 101, 98, 103, 88], per_year=1, first=2014), pandemic=(2020, 2021))
    assert "Zonder de coronajaren 2020 is" in words(answer)


def test_a_break_without_a_name_and_one_without_a_shown_jump() -> None:
    said = words(asked(series(FLAT, per_year=1), breaks={4: None}))
    assert "Trendbreuk (2022): daarna lag het niveau niet aantoonbaar anders (" in said
    assert "  " not in said
    jump = words(asked(series([40, 41, 39, 40, 90, 88, 91, 90], per_year=1), breaks={4: None}))
    assert "Trendbreuk (2022): daarna lag het niveau op 2," in jump


def test_a_bend_that_is_sure_is_told_apart_from_a_possible_one() -> None:
    row = [900, 830, 770, 705, 655, 600, 665, 730, 810, 890, 985, 1090]
    answer = asked(series(row, per_year=1, first=2010))
    assert plain(answer)["change_points"][0]["certain"] is True
    assert "De helling verandert rond 2015" in words(answer)
    assert answer.both_ways
    point = replace(answer.points.points[0], lower=4)
    unsure = replace(answer, points=replace(answer.points, points=(point,)))
    assert "Mogelijk verandert de helling rond 2015" in words(unsure)
    assert "Perhaps the slope changes" in words(unsure, Language.EN)
    overlap = replace(answer.points.segments[1], per_year=answer.points.segments[0].per_year)
    segments = (answer.points.segments[0], overlap)
    assert not replace(answer, points=replace(answer.points, segments=segments)).is_sure(0)


def test_a_line_that_goes_both_ways_has_a_mean_over_all_years() -> None:
    row = [600, 560, 520, 480, 450, 420, 500, 600, 720, 860, 1040, 1250]
    answer = asked(series(row, per_year=1, first=2010))
    assert answer.both_ways
    assert "per jaar, gemiddeld over alle jaren (95%-marge " in words(answer)
    looked = asked(series(row, per_year=1, first=2010), found_by_looking=True)
    assert "er is gemiddeld over alle jaren elk jaar " in words(looked)
    assert "gemiddeld over alle jaren" not in words(asked(series(FALLING, per_year=1)))


def test_the_figures_of_the_record_are_those_of_the_line_with_its_bends() -> None:
    row = [900, 830, 770, 705, 655, 600, 665, 730, 810, 890, 985, 1090]
    answer = asked(series(row, per_year=1, first=2010))
    fitted = [one["fitted"] for one in plain(answer)["periods"]]
    assert fitted == pytest.approx(answer.points.fitted.tolist())


def test_the_reference_has_the_same_model_and_the_difference_fits_both_numbers() -> None:
    here, there = [100, 96, 91, 88, 45, 43, 40, 38], [5000, 4900, 4850, 4780, 3600, 3540, 3480, 3400]
    both = series(here, there, per_year=1)
    more = {"reference": both, "reference_name": Text("het land", "the country"), "breaks": {4: None}}
    answer = asked(series(here, per_year=1), **more)
    assert answer.national is not None
    assert answer.relative is not None
    assert answer.national.per_year.percent > -3
    told = (1 + answer.full.per_year.percent / 100) / (1 + answer.national.per_year.percent / 100)
    assert answer.relative.percent == pytest.approx(100 * (told - 1))
    assert answer.relative.lower < answer.relative.percent < answer.relative.upper
    assert "jaarcijfers" not in words(answer)
    assert plain(answer)["reference_alike"] is True


def test_a_reference_by_year_says_that_it_is_another_comparison() -> None:
    answer = ask_trend(held_question(invented(), "GM9999", "hic"))
    assert plain(answer)["reference_alike"] is False
    assert "Dit vergelijkt jaarcijfers van 2018 tot en met 2025, zonder trendbreuken." in words(answer)


def test_a_country_that_does_not_change_is_told_without_a_change_of_nothing() -> None:
    both = series(FALLING, [5000] * 8, per_year=1)
    more = {"reference": both, "reference_name": Text("het land", "the country")}
    said = words(asked(series(FALLING, per_year=1), **more))
    assert "In het land veranderde het cijfer per saldo niet (0,0 % per jaar" in said


def test_a_reference_with_the_periods_of_the_series_is_kept_in_step_with_it() -> None:
    held = invented()
    kind = kind_of(held.catalogue, BURGLARY)
    here, there = (one_series(held, code, kind) for code in ("BU99990000", "GM9999"))
    table = _in_step(held, here, there, kind)
    assert table is not None
    assert table.periods == here.periods
    assert table.counts.tolist() == [here.counts[0].tolist(), there.counts[0].tolist()]
    assert _in_step(held, here, one_series(held, "GM9999", kind, yearly=True), kind) is None
    assert _in_step(held, here, replace(there, counts=there.counts * math.nan), kind) is None
