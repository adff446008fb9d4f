# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The three survey indicators: when there can be a value, how a change is said, what is never mixed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import CombinationError, InputError
from baken.model.figure import NotJudged
from baken.model.finding import StatementCheck, Verdict
from baken.model.indicator import ChangeScale, Frequency, Indicator, IndicatorKind, Survey
from baken.model.observation import Observation, Presence
from baken.model.text import Language, Text
from baken.picture.combine import add, one_line
from baken.picture.figures import mean_of_measured
from baken.picture.picture import SafetyPicture
from baken.picture.waves import latest_wave, next_wave
from baken.publications.charts import render
from baken.publications.drawing import line_chart
from support import (
    CITY,
    DECK,
    between,
    carried,
    copied_data,
    definitions,
    figure,
    material,
    read_rows,
    record,
    survey,
    year,
)

UNSAFE, MARK, SATISFIED = "onveilig-in-buurt", "rapportcijfer-veiligheid", "tevreden-gemeente"
SUBJECTIVE = [UNSAFE, MARK, SATISFIED]
# Asked in the same survey; context beside police figures and no effect indicator.
ONLINE = "slachtoffer-online"
UNITS = {UNSAFE: "percent", MARK: "mark_1_10", SATISFIED: "percent"}
VALUES = {UNSAFE: "20", MARK: "7.0", SATISFIED: "40"}
SEED = {2017: "24.2", 2019: "20.5", 2021: "18.7"}


def asked(name: str) -> Survey:
    """What the survey behind an indicator asked, whom and how."""
    found = definitions()[name].survey
    assert found is not None
    return found


def row(name: str, in_year: int, value: str, status: str = "measured") -> str:
    return f"{name},{CITY},{in_year},{value},{status},{UNITS[name]}"


@pytest.mark.requirement("SUB-01")
def test_there_are_three_subjective_indicators_and_the_picture_holds_them_all() -> None:
    subjective = {name for name, one in definitions().items() if one.kind is IndicatorKind.SUBJECTIVE}
    assert subjective == set(SUBJECTIVE)
    shown = [one for one in carried().records if one.indicator.kind is IndicatorKind.SUBJECTIVE]
    assert len(shown) == 3
    assert all(one.latest for one in shown)


@pytest.mark.requirement("SUB-02", "SUB-04")
@pytest.mark.parametrize("name", SUBJECTIVE)
def test_a_survey_indicator_says_whom_when_how_and_with_what_response_was_asked(name: str) -> None:
    block = asked(name)
    assert "15 jaar en ouder" in block.population.nl
    assert "aged 15 and over" in block.population.en
    assert "augustus tot en met oktober" in block.fieldwork.nl
    assert "August to October" in block.fieldwork.en
    assert "internet" in block.mode.nl
    assert "31,7 %" in block.response.nl
    assert "31.7 %" in block.response.en
    assert block.scope.nl == "veiligheid, leefbaarheid en slachtofferschap"
    assert block.scope.en == "safety, liveability and victimisation"


@pytest.mark.requirement("SUB-02")
@pytest.mark.parametrize("name", SUBJECTIVE)
def test_a_survey_indicator_names_the_safety_monitor_and_who_holds_it(name: str) -> None:
    source = definitions()[name].source
    assert source.publisher == "Veiligheidsmonitor"
    assert source.origin == "CBS en ministerie van Justitie en Veiligheid"


@pytest.mark.requirement("SUB-02", "SUB-04")
@pytest.mark.parametrize("field", ["population", "fieldwork", "mode", "response", "scope"])
def test_a_survey_block_that_leaves_something_out_is_refused(tmp_path: Path, field: str) -> None:
    root = copied_data(tmp_path)
    path = root / f"nl/indicators/{MARK}.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(f"    {field}:")), "utf-8")
    with pytest.raises(InputError, match=rf"indicators/{MARK}.yaml, line \d+: .*`{field}`"):
        load_catalogue(root=root)


@pytest.mark.requirement("SUB-03")
@pytest.mark.parametrize("name", SUBJECTIVE)
@pytest.mark.parametrize("even", [2018, 2020, 2022, 2024])
def test_a_survey_value_for_an_even_year_is_refused(tmp_path: Path, name: str, even: int) -> None:
    with pytest.raises(InputError, match=rf"line 2: the survey was not held in {even}.*{even + 1}"):
        read_rows(tmp_path, row(name, even, VALUES[name]))


@pytest.mark.requirement("SUB-03")
@pytest.mark.parametrize("name", SUBJECTIVE)
def test_a_survey_value_for_an_odd_year_or_from_before_2017_is_taken(tmp_path: Path, name: str) -> None:
    rows = [row(name, number, VALUES[name]) for number in (2016, 2017, 2019, 2021, 2023, 2025)]
    found = read_rows(tmp_path, *rows)
    assert [one.value for one in found] == [Decimal(VALUES[name])] * 6


@pytest.mark.requirement("SUB-03")
@pytest.mark.parametrize("name", SUBJECTIVE)
def test_the_next_wave_is_in_2027(name: str) -> None:
    assert next_wave(asked(name), DECK) == 2027
    assert definitions()[name].frequency is Frequency.TWO_YEARLY


@pytest.mark.requirement("SUB-04")
def test_every_survey_indicator_has_a_survey_block_and_no_other_has_one() -> None:
    surveyed = {name for name, one in definitions().items() if one.system == "veiligheidsmonitor"}
    assert surveyed == {name for name, one in definitions().items() if one.survey is not None}
    assert surveyed == {*SUBJECTIVE, ONLINE}


@pytest.mark.requirement("SUB-05")
@pytest.mark.parametrize("name", SUBJECTIVE)
def test_2018_and_2020_are_not_measured_and_have_no_value(name: str) -> None:
    for gap in (2018, 2020):
        one = figure(name, gap)
        assert (one.status, one.value, one.observation.literal) == ("not_measured", None, "GM")
    assert [one.observation.period.year for one in record(name).measured] == [2017, 2019, 2021]


@pytest.mark.requirement("SUB-05")
def test_the_mark_gm_in_a_table_is_read_as_not_measured(tmp_path: Path) -> None:
    first, second = read_rows(tmp_path, row(UNSAFE, 2018, "GM"), row(UNSAFE, 2020, "", "GM"))
    assert (first.presence, first.value) == (Presence.NOT_MEASURED, None)
    assert (second.presence, second.value) == (Presence.NOT_MEASURED, None)


@pytest.mark.requirement("SUB-05")
def test_the_mean_of_feeling_unsafe_uses_the_three_points_that_exist() -> None:
    found = mean_of_measured(record(UNSAFE).figures)
    assert found is not None
    mean, points = found
    assert (points, round(mean, 2)) == (3, Decimal("21.13"))
    gaps = [one for one in record(UNSAFE).figures if one.value is None]
    assert len(gaps) == 2
    assert mean_of_measured(tuple(gaps)) is None


@pytest.mark.requirement("SUB-05")
@pytest.mark.parametrize("language", list(Language))
def test_the_chart_of_feeling_unsafe_has_gaps_at_2018_and_2020(language: Language) -> None:
    found = line_chart(record(UNSAFE), Text("Nederland", "the Netherlands"), (2020, 2021), language)
    values = {point.label: point.value for point in found.points}
    assert values == {"2017": 24.2, "2018": None, "2019": 20.5, "2020": None, "2021": 18.7}
    reason = {Language.NL: "niet gemeten", Language.EN: "not measured"}[language]
    drawn = render(found)
    assert f"2018: {reason}" in drawn
    assert f"2020: {reason}" in drawn


@pytest.mark.requirement("SUB-06")
@pytest.mark.parametrize("wrong", ["0", "0.9", "10.1", "73"])
def test_a_mark_outside_1_to_10_is_refused(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(InputError, match=rf"line 2: {wrong} cannot be a value of {MARK}.* 1 to 10"):
        read_rows(tmp_path, row(MARK, 2021, wrong))


@pytest.mark.requirement("SUB-06")
@pytest.mark.parametrize("right", ["1", "7.3", "10"])
def test_a_mark_from_1_to_10_is_taken(tmp_path: Path, right: str) -> None:
    (one,) = read_rows(tmp_path, row(MARK, 2021, right))
    assert one.value == Decimal(right)


@pytest.mark.requirement("SUB-06")
def test_a_change_of_a_mark_is_said_in_points_and_never_in_per_cent() -> None:
    found = record(MARK)
    assert found.change is not None
    assert (found.change.observed_change, found.change.scale) == (Decimal("0.4"), ChangeScale.POINTS)
    assert (found.change.start.year, found.change.end.year) == (2017, 2021)
    assert found.sentence is not None
    assert "+0,4 punt" in found.sentence.nl
    assert "+0.4 points" in found.sentence.en
    for said in (found.sentence.nl, found.sentence.en):
        assert "%" not in said
        assert "procent" not in said


@pytest.mark.requirement("SUB-07")
def test_a_change_of_a_share_is_said_in_percentage_points_and_never_as_15_per_cent() -> None:
    found = record(SATISFIED)
    assert [str(one.value) for one in found.measured] == ["34.6", "38.5", "39.8"]
    assert found.change is not None
    assert (found.change.observed_change, found.change.scale) == (
        Decimal("5.2"),
        ChangeScale.PERCENTAGE_POINTS,
    )
    assert found.sentence is not None
    assert "+5,2 procentpunt" in found.sentence.nl
    assert "+5.2 percentage points" in found.sentence.en
    assert "15" not in found.sentence.nl
    assert "15" not in found.sentence.en


@pytest.mark.requirement("SUB-08")
def test_the_wording_of_the_question_is_stored_with_its_sometimes() -> None:
    wording = asked(UNSAFE).question
    assert wording.nl == "% Inwoners dat zich wel eens onveilig voelt in de buurt"
    assert "sometimes" in wording.en
    assert "wel eens" in definitions()[UNSAFE].sentence.nl


def another_question(name: str) -> Indicator:
    """An indicator under the same id that asked something else, of other people."""
    own = definitions()[name]
    words = Text("kwart vrouwen voelt zich onveilig", "a quarter of women feel unsafe")
    return replace(own, survey=replace(asked(name), question=words))


@pytest.mark.requirement("SUB-08")
def test_another_question_cannot_be_drawn_on_the_same_line() -> None:
    own, other = definitions()[UNSAFE], another_question(UNSAFE)
    with pytest.raises(CombinationError, match=r"wel eens onveilig.*kwart vrouwen.*different questions"):
        one_line(own, other)
    with pytest.raises(CombinationError, match="not the same indicator"):
        one_line(own, replace(other, id="onveilig-vrouwen"))
    newer = replace(own, version=2)
    one_line(own, newer)
    assert newer.survey == own.survey


@pytest.mark.requirement("SUB-09")
@pytest.mark.parametrize(
    ("name", "dutch", "english"),
    [
        (
            UNSAFE,
            "% Inwoners dat zich wel eens onveilig voelt in de buurt",
            "% of inhabitants who sometimes feel unsafe in their neighbourhood",
        ),
        (MARK, "Rapportcijfer veiligheid in buurt", "Mark for safety in the neighbourhood"),
        (
            SATISFIED,
            "% Inwoners dat tevreden is over functioneren gemeente met betrekking tot aanpak leefbaarheid "
            "en veiligheid",
            "% of inhabitants who are satisfied with how the municipality deals with liveability and safety",
        ),
    ],
)
def test_the_label_is_literal_in_dutch_and_translated_in_english(name: str, dutch: str, english: str) -> None:
    label = definitions()[name].label
    assert label.in_(Language.NL) == dutch
    assert label.in_(Language.EN) == english


@pytest.mark.requirement("SUB-10")
def test_what_people_say_and_what_is_registered_are_two_concepts() -> None:
    concepts = {name: one.concept for name, one in definitions().items()}
    assert {name for name, concept in concepts.items() if concept == "survey"} == {*SUBJECTIVE, ONLINE}
    called_victimisation = [name for name, one in definitions().items() if "slachtofferschap" in one.label.nl]
    assert called_victimisation == ["hic", "vermogensdelicten"]
    for name in called_victimisation:
        assert concepts[name] == "registered"
        assert any("registraties van de politie" in note.nl for note in definitions()[name].notes)


@pytest.mark.requirement("SUB-10")
def test_the_glossary_explains_both_kinds_of_victimisation_and_each_names_the_other() -> None:
    terms = {term.term: term for term in load_catalogue().glossary}
    registered, surveyed = terms["slachtofferschap (geregistreerd)"], terms["slachtofferschap (enquête)"]
    assert surveyed.term in registered.not_to_confuse_with
    assert registered.term in surveyed.not_to_confuse_with
    assert registered.explanation != surveyed.explanation
    assert "slachtofferschap" not in terms


@pytest.mark.requirement("SUB-10")
def test_registered_and_surveyed_figures_are_never_added_or_drawn_on_one_line() -> None:
    registered, surveyed = record("hic"), record(UNSAFE)
    with pytest.raises(CombinationError, match="2 counting systems"):
        add(load_catalogue(), [registered, surveyed], year(2021))
    with pytest.raises(CombinationError, match="not the same indicator"):
        one_line(registered.indicator, surveyed.indicator)


def warned(waves: dict[int, str], on: date = DECK) -> bool:
    """Whether the picture warns that a newer wave is out than the newest one it holds."""
    picture = SafetyPicture(material(survey(UNSAFE, waves), on))
    return "older-wave" in [caveat.rule for caveat in record(UNSAFE, picture).caveats]


@pytest.mark.requirement("SUB-11")
def test_a_picture_of_2026_without_the_wave_of_2025_gives_a_warning() -> None:
    assert latest_wave(asked(UNSAFE), DECK) == 2025
    assert warned({2021: "18.7"})
    assert warned({2021: "18.7", 2023: "19.0"})
    assert not warned({2021: "18.7", 2025: "19.0"})


@pytest.mark.requirement("SUB-11")
def test_the_carried_picture_of_2026_warns_at_every_survey_indicator_and_at_no_other() -> None:
    flagged = [
        one.indicator.id
        for one in carried(DECK).records
        if "older-wave" in [caveat.rule for caveat in one.caveats]
    ]
    assert sorted(flagged) == sorted(SUBJECTIVE)


@pytest.mark.requirement("SUB-11")
def test_a_wave_counts_from_the_day_on_which_its_results_are_out() -> None:
    assert not warned({2023: "19.0"}, date(2026, 2, 28))
    assert warned({2023: "19.0"}, date(2026, 3, 1))
    # A figure from after the day of the picture is not held against an earlier picture.
    assert warned({2021: "18.7", 2027: "19.0"})


@pytest.mark.requirement("SUB-11")
def test_the_warning_of_an_older_wave_is_said_in_both_languages() -> None:
    (caveat,) = [one for one in record(UNSAFE, carried(DECK)).caveats if one.rule == "older-wave"]
    assert "nieuwere ronde" in caveat.text.nl
    assert "newer wave" in caveat.text.en


def claim(observations: list[Observation]) -> StatementCheck:
    """What the picture of 2026 says of "Mensen voelen zich onveilig" with these figures."""
    found = SafetyPicture(material(observations)).statements
    (checked,) = [one for one in found if one.statement.quote == "Mensen voelen zich onveilig"]
    return checked


@pytest.mark.requirement("SUB-12")
def test_that_people_feel_unsafe_is_not_supported_by_the_held_waves() -> None:
    checked = claim(survey(UNSAFE, SEED))
    assert checked.verdict is Verdict.NOT_SUPPORTED
    assert str(checked.verdict) == "not supported by held data"
    assert checked.down == (UNSAFE,)
    assert "een nieuwere meting is nodig" in checked.explanation.nl
    assert "a newer wave is needed" in checked.explanation.en


@pytest.mark.requirement("SUB-12")
@pytest.mark.parametrize(
    ("newest", "verdict"), [("25.0", Verdict.HOLDS), ("14.0", Verdict.CONTRADICTED)], ids=["more", "fewer"]
)
def test_with_the_newer_waves_the_same_claim_is_judged_by_them(newest: str, verdict: Verdict) -> None:
    waves = survey(UNSAFE, {**SEED, 2023: "18.9", 2025: newest})
    checked = claim([replace(one, respondents=4000) for one in waves])
    assert checked.verdict is verdict
    assert "newer wave" not in checked.explanation.en


def test_a_rise_that_is_not_judged_does_not_make_a_claim_hold() -> None:
    checked = claim(survey(UNSAFE, {**SEED, 2023: "18.9", 2025: "25.0"}))
    assert checked.verdict is Verdict.NOT_SUPPORTED
    assert "niet beoordeeld" in checked.explanation.nl


@pytest.mark.requirement("SUB-12")
def test_without_any_survey_figure_the_claim_is_not_supported() -> None:
    assert claim([]).verdict is Verdict.NOT_SUPPORTED


def test_a_change_between_waves_without_a_known_number_of_respondents_is_not_judged() -> None:
    found = between(UNSAFE, 2017, 2019)
    assert (found.observed_change, found.supported_direction) == (Decimal("-3.7"), None)
    assert found.reason is NotJudged.NO_RESPONDENTS
