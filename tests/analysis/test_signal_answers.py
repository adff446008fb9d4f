# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Signals: fixed records for programs, a board for people, and nothing that claims to be a proof."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from analysis.making import BURGLARY, CITY, DRUGS, TODAY, fetched, invented, plain, series
from baken.analysis.detectors import methods
from baken.analysis.held import Held, open_held
from baken.analysis.signal_questions import Settings, file_signals, held_signals
from baken.analysis.signals import SignalAnswer, ask_signals
from baken.analysis.tables import SeriesTable
from baken.model.errors import NotHeldError, UsageError
from baken.model.text import Language
from baken.store.reader import Reader

KEYS = {"period", "observed", "expected", "upper", "p", "score", "alarm"}


def table(rows: int = 6, years: int = 8) -> SeriesTable:
    """Quiet monthly series, of which the first ends in a wave."""
    chance = np.random.default_rng(2)
    counts = chance.poisson(5.0, (rows, years * 12)).astype(float)
    counts[0, -2:] = 40
    return series(*counts.tolist())


def asked(method: str = "pooled", **more: int) -> SignalAnswer:
    return ask_signals(file_signals(table(), Settings(method=method, **more)))


def words(answer: SignalAnswer, language: Language = Language.NL) -> str:
    return "\n".join(answer.said.lines(language))


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """Maastricht with months that were fetched, and a wave at the end."""
    workspace = fetched(tmp_path_factory.mktemp("workspace") / "mine")
    return open_held(CITY, TODAY, Reader(workspace))[0]


@pytest.mark.parametrize("method", methods())
def test_every_method_answers_in_the_same_form(method: str) -> None:
    if method in ("noufaily", "muan", "farrington"):
        with pytest.raises(UsageError, match="is for 52 periods per year"):
            asked(method)
        return
    record = plain(asked(method))
    (first, *rest) = record["series"]
    assert first["series"] == "s0"
    assert (len(rest), len(first["periods"])) == (5, 12)
    newest = first["periods"][-1]
    assert set(newest) == KEYS
    assert (newest["period"], newest["observed"]) == ("2025-12", 40)
    assert any(cell["alarm"] for cell in first["periods"][-2:])


def test_the_wave_is_said_as_a_reason_to_look() -> None:
    answer = asked()
    said = words(answer)
    assert "Aantal beoordeelde reeksen: 6, van 2025-01 tot en met 2025-12 (methode: pooled)." in said
    assert "Signaal: reeks s0: 40 geregistreerd waar er " in said
    assert "Een signaal is een reden om te kijken. Het is geen bewijs" in said
    assert "A signal is a reason to look" in words(answer, Language.EN)
    rules = [one.rule for one in answer.said.caveats]
    assert {"signal-no-proof", "registered-only", "many-tests-plain"} <= set(rules)


def test_what_was_not_judged_is_null_and_has_a_reason() -> None:
    rows = table().counts.tolist()
    rows[1][-1] = float("nan")
    rows[2][3] = -1
    rows[3][:90] = [float("nan")] * 90
    answer = ask_signals(file_signals(series(*rows), Settings(method="pooled")))
    found = plain(answer)["series"]
    last = [one["periods"][-1] for one in found]
    assert [one.get("reason") for one in last[:5]] == [None, "missing", "negative", "too_few_periods", None]
    assert (last[2]["expected"], last[2]["upper"], last[2]["p"], last[2]["alarm"]) == (
        None,
        None,
        None,
        None,
    )
    assert "(een aantal is negatief)" in words(answer)


def short(missing: Sequence[int], rows: int = 14) -> SignalAnswer:
    """Series of four years, of which some have no figures in the first two and a half."""
    counts = np.random.default_rng(5).poisson(6.0, (rows, 48)).astype(float)
    counts[list(missing), :30] = np.nan
    return ask_signals(file_signals(series(*counts.tolist()), Settings(method="pooled")))


def test_what_was_not_judged_in_the_newest_period_comes_first_with_up_to_ten_names() -> None:
    answer = short(range(12))
    first, helped, judged, *_ = answer.said.sentences
    assert first.nl.startswith(
        "In 2021-12 konden 12 van de 14 reeksen niet worden beoordeeld: er zijn te weinig"
    )
    assert first.nl.endswith("s8, s9 en 2 andere).")
    assert first.en.endswith("s8, s9 and 2 others).")
    assert helped.nl == "Daarvoor is een langere geschiedenis nodig."
    assert judged.nl.startswith("Aantal beoordeelde reeksen: 2, ")


def test_fewer_periods_are_advised_where_that_helps() -> None:
    counts = np.random.default_rng(5).poisson(6.0, (3, 48)).astype(float)
    counts[1, :15] = np.nan
    answer = ask_signals(file_signals(series(*counts.tolist()), Settings(method="pooled")))
    assert answer.question.monitored == 12
    assert "In 2021-12 kon 1 van de 3 reeksen niet worden beoordeeld: " in words(answer)
    assert "minder perioden beoordeeld (hooguit 7)" in words(answer)
    shorter = ask_signals(file_signals(series(*counts.tolist()), Settings(method="pooled", monitored=7)))
    assert shorter.judged_now == 3
    assert "minder perioden" not in words(shorter)


@pytest.mark.parametrize(
    ("method", "periods", "monitored"),
    [("pooled", 37, 11), ("pooled", 38, 12), ("pooled", 20, 12), ("cusum", 20, 8), ("ears_c1", 20, 12)],
)
def test_short_series_are_judged_over_as_many_periods_as_leave_enough(
    method: str, periods: int, monitored: int
) -> None:
    counts = np.random.default_rng(1).poisson(6.0, (3, periods)).astype(float)
    answer = ask_signals(file_signals(series(*counts.tolist()), Settings(method=method)))
    assert answer.question.monitored == monitored
    judged = not (method == "pooled" and periods == 20)
    assert (answer.judged_now == 3) is judged
    assert ("geen signaal" in words(answer) or "signaal." in words(answer)) is judged


def test_nothing_is_said_of_a_signal_where_the_newest_period_has_no_figures() -> None:
    rows = table().counts
    rows[:, -1] = np.nan
    answer = ask_signals(file_signals(series(*rows.tolist()), Settings(method="pooled")))
    said = words(answer)
    assert "In 2025-12 kon geen van de 6 reeksen worden beoordeeld: een cijfer dat nodig is" in said
    assert "In 2025-12 is er geen signaal" not in said
    assert "Aantal beoordeelde reeksen: 6," in said
    assert "Eerder, vanaf 2025-01: " in said


def test_one_series_was_not_looked_at_in_many_places() -> None:
    answer = ask_signals(file_signals(series(table().counts[0].tolist()), Settings(method="pooled")))
    assert "many-tests-plain" not in [one.rule for one in answer.said.caveats]
    assert "past ook bij toeval" not in words(answer)


def test_a_signal_that_chance_gives_too_says_so_in_plain_words() -> None:
    from dataclasses import replace

    wide = ask_signals(file_signals(table(rows=25), Settings(method="pooled")))
    newest = wide.of_last(1)[0]
    assert wide.q is not None
    assert f"geregistreerd waar er {newest.expected:.1f} te verwachten waren".replace(".", ",") in words(wide)
    assert ", kans dat het toeval is onder alle signalen: kleiner dan 0,001." in words(wide)
    unsure = words(replace(wide, q=np.ones(25)))
    assert " Dit past ook bij toeval: onder zoveel reeksen geeft toeval er al enkele." in unsure
    assert "vals alarm" not in unsure


def test_expected_numbers_near_one_have_the_same_number_of_decimals() -> None:
    from baken.analysis.signals_words import expected_decimals

    assert [expected_decimals(one) for one in (0.04, 0.99, 0.996, 1.0, 12.5, float("nan"))] == [
        2,
        2,
        1,
        1,
        1,
        1,
    ]


def test_how_many_periods_are_judged_can_be_asked() -> None:
    assert len(asked(monitored=3).periods) == 3
    with pytest.raises(UsageError, match="97 periods are to be judged, and there are 96"):
        asked(monitored=97)
    with pytest.raises(UsageError, match="'magic' is no method"):
        asked("magic")
    with pytest.raises(UsageError, match="say that a year has 12 of them"):
        asked(per_year=52)


@pytest.mark.parametrize(("columns", "per_year", "monitored"), [(300, 52, 49), (120, 12, 12)])
def test_periods_without_a_length_are_taken_as_they_look(columns: int, per_year: int, monitored: int) -> None:
    from dataclasses import replace

    counts = np.random.default_rng(1).poisson(3.0, (3, columns)).astype(float)
    bare = replace(
        series(*counts.tolist()),
        per_year=0,
        names=("1", "2", "3"),
        periods=tuple(f"t{n + 1}" for n in range(columns)),
    )
    question = file_signals(bare, Settings(method="ears_c1"))
    assert (question.series.per_year, question.monitored) == (per_year, monitored)
    (first, *_) = plain(ask_signals(question))["series"]
    assert (first["series"], first["periods"][-1]["period"]) == (1, columns)


@pytest.mark.requirement("CASE-02")
def test_the_board_has_the_signals_of_the_last_quarter_by_theme_and_area(city: Held) -> None:
    answer = ask_signals(held_signals(city, CITY, (), "", Settings(method="pooled")))
    board = plain(answer)["board"]
    assert {(one["theme"]["nl"], one["area"]) for one in board} >= {
        (city_theme(city, BURGLARY), "Binnenstad")
    }
    periods = {one["period"] for entry in board for one in entry["signals"]}
    assert periods <= {"2025-10", "2025-11", "2025-12"}
    assert f"Laatste kwartaal, {city_theme(city, BURGLARY)}: Binnenstad (" in words(answer)


def city_theme(city: Held, measure: str) -> str:
    """What the board calls the theme of a measure."""
    question = held_signals(city, CITY, (), "", Settings(method="pooled"))
    return question.themes[measure].nl


def test_districts_have_their_signals_by_month_and_no_response_where_nothing_was_done(city: Held) -> None:
    answer = ask_signals(held_signals(city, CITY, (BURGLARY,), "", Settings(method="pooled")))
    rows = plain(answer)["districts"]
    newest = [one for one in rows if one["period"] == "2025-12"]
    assert sum(one["signals"] for one in newest) == 1
    assert {one["response_days"] for one in newest} == {None}
    assert {len(one["name"]) > 0 for one in newest} == {True}


def test_what_police_find_by_looking_is_neutral_and_says_so(city: Held) -> None:
    answer = ask_signals(held_signals(city, CITY, (DRUGS,), "", Settings(method="pooled")))
    assert answer.notes
    assert not answer.signals
    assert all(one.found_by_looking for one in answer.notes)
    said = words(answer)
    assert "Eerder" not in said
    record = plain(answer)
    assert (record["board"], record["signals"]) == ([], [])
    assert len(record["notes"]) == len(answer.notes)
    assert {one["found_by_looking"] for one in record["events"]} == {True}
    newest = [one for one in record["districts"] if one["period"] == "2025-12"]
    assert sum(one["signals"] for one in newest) == 0
    assert sum(one["notes"] for one in newest) == len(answer.notes_of_last(1))
    assert f" van wat de politie vindt als zij kijkt: {len(answer.notes)}." in said
    assert "In 2025-12 is er geen signaal." in said
    assert (
        "Meer geregistreerd, maar op zichzelf geen signaal, want als je kijkt, zie je meer: Drugshandel"
        in said
    )
    assert not any("stijging" in one.nl for one in answer.said.sentences)
    assert "haal" in [one.rule for one in answer.said.caveats]


def test_it_is_mentioned_where_something_else_stands_out_too(city: Held) -> None:
    answer = ask_signals(held_signals(city, CITY, (), "", Settings(method="pooled")))
    (first, *_) = plain(answer)["groups"]
    assert (first["area"], first["kind"]) == ("BU09350000", BURGLARY)
    assert first["notes"] == [f"BU09350000 {DRUGS}"]
    assert "Daar is ook meer geregistreerd van wat de politie vindt als zij kijkt: Drugshandel." in words(
        answer
    )


def test_months_that_belong_together_are_one_event(city: Held) -> None:
    answer = ask_signals(held_signals(city, CITY, (BURGLARY,), "", Settings(method="pooled")))
    (event, *_) = plain(answer)["events"]
    assert (event["series"], event["start"], event["end"]) == (f"BU09350000 {BURGLARY}", "2025-11", "2025-12")
    assert (event["observed"], event["running"]) == (50, True)


def test_a_month_in_the_past_is_judged_with_what_came_before_it(city: Held) -> None:
    answer = ask_signals(held_signals(city, CITY, (), "2025-06", Settings(method="pooled")))
    assert answer.periods[-1] == "2025-06"
    assert answer.question.series.periods[0] == "2018-01"
    with pytest.raises(NotHeldError, match="no figures are held of 2026-06"):
        held_signals(city, CITY, (), "2026-06", Settings(method="pooled"))
    for wrong in ("2025", "soon"):
        with pytest.raises(UsageError):
            held_signals(city, CITY, (), wrong, Settings(method="pooled"))


def test_without_months_there_is_nothing_to_judge() -> None:
    held = open_held(CITY, TODAY, None)[0]
    with pytest.raises(NotHeldError, match="no monthly figures are held of Maastricht"):
        held_signals(held, CITY, (), "", Settings(method="pooled"))


def test_the_wave_that_was_planted_in_voorbeeldstad_is_found() -> None:
    answer = ask_signals(
        held_signals(invented(), "GM9999", (BURGLARY,), "2024-12", Settings(method="pooled"))
    )
    found = {one.area for one in answer.of_last(3)}
    assert len(found & {"BU99990300", "BU99990301", "BU99990302"}) >= 2
    assert "Signaal: Diefstal/inbraak woning in Voorbeeldwijk Zuid, 2 van de " in words(answer)


@pytest.mark.skipif(
    not (Path(__file__).parents[3] / "shared" / "reference").exists(),
    reason="the reference series are not here",
)
def test_the_alarms_of_the_reference_are_found_again() -> None:
    import csv
    import gzip

    from baken.analysis.series_files import read_series

    folder = Path(__file__).parents[3] / "shared" / "reference"
    whole = read_series(folder / "noufaily_series.csv.gz")
    answer = ask_signals(file_signals(whole, Settings(method="noufaily")))
    with gzip.open(folder / "noufaily_R_noufaily.csv.gz", "rt", encoding="utf-8") as handle:
        theirs = {
            (int(row["series"]), int(row["week"])): row["alarm"].upper() in ("1", "TRUE")
            for row in csv.DictReader(handle)
        }
    ours = {
        (one["series"], cell["period"]): cell["alarm"]
        for one in plain(answer)["series"]
        for cell in one["periods"]
    }
    assert ours.keys() == theirs.keys()
    different = sum(ours[key] != alarm for key, alarm in theirs.items())
    assert different <= 0.001 * len(theirs)


def test_years_and_quarters_have_no_signals() -> None:
    with pytest.raises(UsageError, match="no weeks or months"):
        file_signals(series([1.0] * 10, per_year=1), Settings(method="pooled"))
