# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The traps in the two council documents: what looks like a number, a sum or a trend and is none."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from baken.catalogue.catalogue import DATA, load_catalogue
from baken.model.errors import CombinationError, ConfirmationNeeded, InputError, PublicationError
from baken.model.figure import Change, NotJudged, Supported
from baken.model.finding import Statement, Verdict
from baken.model.number import parse_number
from baken.model.observation import Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.picture.changes import breaks_between
from baken.picture.combine import add
from baken.picture.derive import indicator_series
from baken.picture.figures import mean_of_measured
from baken.picture.picture import SafetyPicture
from baken.picture.targets import propose_target
from baken.sources.figure_table import REQUIRED, read_figure_table

from .helpers import (
    EXAMPLE,
    MAASTRICHT,
    TODAY,
    bare,
    changed_figures,
    counted,
    guidance,
    made_up,
    measured,
    picture,
    published,
    rules,
    without_value,
)

OBJECTIVE = (
    *("vermogensdelicten", "hic", "overlast", "halt", "winkeldiefstal", "geweld"),
    *("diefstal-uit-woning", "vernieling"),
)
SURVEY = ("onveilig-in-buurt", "rapportcijfer-veiligheid", "tevreden-gemeente")
Y2021 = Period(PeriodKind.YEAR, 2021)
DECISION = date(2023, 1, 31)


def read(tmp_path: Path, *rows: str) -> tuple[Observation, ...]:
    path = tmp_path / "own.csv"
    path.write_text("\n".join((",".join(REQUIRED), *rows)) + "\n", "utf-8")
    return read_figure_table(path, bare().catalogue, bare().register.areas, "test")


def refused_row(tmp_path: Path, row: str) -> str:
    with pytest.raises(InputError) as refused:
        read(tmp_path, row)
    return str(refused.value)


# -- numbers that are none ----------------------------------------------------------------------------------


@pytest.mark.requirement("TRAP-02")
@pytest.mark.parametrize("row", ["GM,not_measured", ",GM", "GM,", ",not_measured"])
def test_gm_means_not_measured_and_is_no_number(tmp_path: Path, row: str) -> None:
    (found,) = read(tmp_path, f"onveilig-in-buurt,GM0935,2018,{row},percent")
    assert found.value is None
    assert found.presence is Presence.NOT_MEASURED
    assert found.status == "not_measured"


@pytest.mark.requirement("TRAP-02")
def test_a_mean_leaves_out_what_was_not_measured() -> None:
    record = picture(MAASTRICHT).record("onveilig-in-buurt", MAASTRICHT)
    assert [figure.status for figure in record.figures].count("not_measured") == 2
    found = mean_of_measured(record.figures)
    assert found
    mean, waves = found
    assert waves == 3
    assert round(mean, 2) == Decimal("21.13")
    assert mean_of_measured(made_up([without_value("hic", 2024)]).record("hic", MAASTRICHT).figures) is None


@pytest.mark.requirement("TRAP-02")
def test_a_change_and_its_start_points_skip_what_was_not_measured() -> None:
    record = picture(MAASTRICHT).record("tevreden-gemeente", MAASTRICHT)
    assert [point.start.year for point in record.starts] == [2017, 2019]
    assert [one.observation.period.year for one in record.measured] == [2017, 2019, 2021]


@pytest.mark.requirement("TRAP-03")
@pytest.mark.parametrize("name", SURVEY)
@pytest.mark.parametrize("year", [2018, 2020, 2022, 2024])
def test_a_survey_value_of_an_even_year_is_refused(tmp_path: Path, name: str, year: int) -> None:
    unit = bare().catalogue.indicator(name).unit
    message = refused_row(tmp_path, f"{name},GM0935,{year},7.1,measured,{unit}")
    assert "own.csv, line 2" in message
    assert "odd years" in message
    assert str(year + 1) in message
    (odd,) = read(tmp_path, f"{name},GM0935,{year + 1},7.1,measured,{unit}")
    assert odd.period == Period(PeriodKind.WAVE, year + 1)


# -- sums that are none -------------------------------------------------------------------------------------


@pytest.mark.requirement("TRAP-04")
@pytest.mark.parametrize("pair", [("hic", "diefstal-uit-woning"), ("diefstal-uit-woning", "hic")])
def test_hic_and_theft_from_dwellings_are_not_added(pair: tuple[str, str]) -> None:
    shown = picture(MAASTRICHT)
    records = [shown.record(name, MAASTRICHT) for name in pair]
    values = {one.indicator.id: figure.value for one in records if (figure := one.at(Y2021))}
    assert values == {"hic": Decimal("1.3"), "diefstal-uit-woning": Decimal("1.1")}
    with pytest.raises(CombinationError, match="overlap") as refused:
        add(shown.material.catalogue, records, Y2021)
    assert "1.1.1" in str(refused.value)


@pytest.mark.requirement("TRAP-07")
def test_the_rows_of_the_proposal_are_not_summed_and_the_message_names_the_systems() -> None:
    shown = picture(MAASTRICHT)
    apart = [shown.record(name, MAASTRICHT) for name in ("geweld", "vermogensdelicten", "overlast", "halt")]
    with pytest.raises(CombinationError) as refused:
        add(shown.material.catalogue, apart, Y2021)
    for system in ("cbs-misdrijven", "politie-misdrijven", "politie-overlast", "halt"):
        assert f"({system})" in str(refused.value)
    assert "CBS standard classification" in str(refused.value)


@pytest.mark.requirement("TRAP-07")
def test_no_sum_of_all_objective_rows_is_ever_made() -> None:
    shown = picture(MAASTRICHT)
    with pytest.raises(CombinationError):
        add(shown.material.catalogue, [shown.record(name, MAASTRICHT) for name in OBJECTIVE], Y2021)


def test_two_rows_of_one_system_without_overlap_can_be_added() -> None:
    shown = picture(MAASTRICHT)
    pair = [shown.record(name, MAASTRICHT) for name in ("winkeldiefstal", "diefstal-uit-woning")]
    assert add(shown.material.catalogue, pair, Y2021) == Decimal("3.3")


# -- words that mislead -------------------------------------------------------------------------------------


@pytest.mark.requirement("TRAP-05")
@pytest.mark.parametrize("name", ["vermogensdelicten", "hic"])
def test_what_the_portal_calls_victimisation_is_shown_as_registered_with_its_own_label_kept(
    name: str,
) -> None:
    record = picture(MAASTRICHT).record(name, MAASTRICHT)
    assert "slachtofferschap" in record.indicator.label.nl
    assert "slachtofferschap" not in record.indicator.name.nl.lower()
    assert record.sentence
    assert "geregistreerd" in record.sentence.nl
    assert "slachtoffer" not in record.sentence.nl
    assert "geregistreerd" in guidance(record, "registered").nl
    assert any(
        "slachtofferschap" in caveat.text.nl for caveat in record.caveats if caveat.rule == "definition"
    )


@pytest.mark.requirement("TRAP-05")
def test_every_police_figure_and_no_other_is_shown_as_registered_by_the_police() -> None:
    for record in picture(MAASTRICHT).records:
        police = record.indicator.system.startswith("politie") or record.indicator.system == "cbs-misdrijven"
        assert ("registered" in rules(record)) == police, record.indicator.id


@pytest.mark.requirement("TRAP-06")
def test_the_glossary_keeps_the_two_meanings_of_scale_score_apart() -> None:
    terms = {term.term: term for term in bare().catalogue.glossary if term.term.startswith("schaalscore")}
    assert set(terms) == {"schaalscore (portaal)", "schaalscore (Veiligheidsmonitor)"}
    portal, survey = terms["schaalscore (portaal)"], terms["schaalscore (Veiligheidsmonitor)"]
    assert portal.not_to_confuse_with == (survey.term,)
    assert survey.not_to_confuse_with == (portal.term,)
    assert "per 1.000 inwoners" in portal.explanation.nl
    assert "0 tot 10" in survey.explanation.nl


@pytest.mark.requirement("TRAP-08")
def test_a_target_on_confused_behaviour_asks_to_confirm_that_it_counts_no_persons() -> None:
    catalogue = bare().catalogue
    with pytest.raises(ConfirmationNeeded) as asked:
        propose_target(catalogue, "verward-gedrag", Decimal("5.0"))
    assert "E33 telt meldingen en geen personen" in str(asked.value)
    assert "ongeschikt als prestatie-indicator" in str(asked.value)
    assert propose_target(catalogue, "verward-gedrag", Decimal("5.0"), confirmed=True).confirmed
    assert not propose_target(catalogue, "hic", Decimal("1.0")).confirmed


def test_a_target_of_zero_registrations_asks_to_confirm() -> None:
    with pytest.raises(ConfirmationNeeded, match="bestaat niet"):
        propose_target(bare().catalogue, "hic", Decimal(0))


def own_catalogue(tmp_path: Path, indicator: str, old: str, new: str) -> Path:
    shutil.copytree(DATA / "nl", tmp_path / "nl", ignore=shutil.ignore_patterns("municipalities"))
    path = tmp_path / "nl/indicators" / f"{indicator}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return tmp_path


@pytest.mark.requirement("TRAP-09")
def test_drug_nuisance_cannot_be_mapped_to_the_offence_called_drug_nuisance(tmp_path: Path) -> None:
    root = own_catalogue(tmp_path, "overlast", "[E33, E41, E35, E38]", "[E33, E41, E35, 2.1.1]")
    with pytest.raises(InputError) as refused:
        load_catalogue(root=root)
    assert (
        str(refused.value) == "nl/indicators/overlast.yaml: version 1: 'politie-overlast' has no code 2.1.1."
    )


@pytest.mark.requirement("TRAP-09")
def test_drug_nuisance_is_class_e38_of_the_nuisance_table() -> None:
    catalogue = bare().catalogue
    nuisance = catalogue.indicator("overlast")
    assert nuisance.system == "politie-overlast"
    assert "E38" in nuisance.numerator
    assert catalogue.registration("politie-overlast", "E38").label.nl == "Overlast ivm alcohol/ drugs"
    assert catalogue.registration("politie-misdrijven", "2.1.1").classes == ("F47",)
    assert ("politie-overlast", "2.1.1") not in catalogue.registrations


CODES = ("1.1.2", "1.2.1", "1.2.2", "1.2.3", "1.2.4")


@pytest.mark.requirement("TRAP-10")
def test_car_theft_is_wider_than_its_label_and_narrows_to_cars_where_counts_per_class_are_held() -> None:
    record = picture(MAASTRICHT).record("vermogensdelicten", MAASTRICHT)
    notes = [caveat.text.nl for caveat in record.caveats if caveat.rule == "definition"]
    assert any("1.2.2" in note and "bestelwagens" in note and "A70" in note for note in notes)
    wide = [counted(f"politie-misdrijven/{code}", MAASTRICHT, 2024, 120) for code in CODES]
    classes = [counted(f"politie-klassen/{code}", MAASTRICHT, 2024, 60) for code in ("A70", "A10")]
    people = counted("bevolking/inwoners", MAASTRICHT, 2024, 120_000)
    material = made_up([*wide, *classes, people]).material
    (whole,) = indicator_series(material, "vermogensdelicten", MAASTRICHT)
    (narrow,) = indicator_series(material, "vermogensdelicten", MAASTRICHT, restricted=True)
    assert (whole.count, whole.value) == (600, Decimal("5.0"))
    assert (narrow.count, narrow.value) == (480, Decimal("4.0"))


@pytest.mark.requirement("TRAP-11")
def test_theft_from_cars_has_a_note_and_is_not_narrowed_where_no_counts_per_class_are_held() -> None:
    record = picture(MAASTRICHT).record("vermogensdelicten", MAASTRICHT)
    notes = [caveat.text.nl for caveat in record.caveats if caveat.rule == "definition"]
    assert any("1.2.1" in note and "A10" in note and "personenauto's" in note for note in notes)
    wide = [counted(f"politie-misdrijven/{code}", MAASTRICHT, 2024, 120) for code in CODES]
    people = counted("bevolking/inwoners", MAASTRICHT, 2024, 120_000)
    only_cars = counted("politie-klassen/A70", MAASTRICHT, 2024, 60)
    material = made_up([*wide, only_cars, people]).material
    assert indicator_series(material, "vermogensdelicten", MAASTRICHT, restricted=True) == ()
    assert len(indicator_series(material, "vermogensdelicten", MAASTRICHT)) == 1


# -- units, outliers and end points -------------------------------------------------------------------------


@pytest.mark.requirement("TRAP-12")
def test_halt_per_ten_thousand_is_stopped_as_ten_times_too_large(tmp_path: Path) -> None:
    message = refused_row(tmp_path, "halt,GM0935,2017,180,measured,per_1000_youth_12_17")
    assert "own.csv, line 2" in message
    assert "factor of ten" in message
    assert "per 10,000" in message
    (right,) = read(tmp_path, "halt,GM0935,2017,18,measured,per_1000_youth_12_17")
    assert right.value == 18


def strip_annotations(one: Observation) -> Observation:
    return replace(one, annotation="")


@pytest.mark.requirement("TRAP-13")
def test_the_halt_outlier_of_2020_blocks_publication_until_it_is_explained() -> None:
    record = picture(MAASTRICHT).record("halt", MAASTRICHT)
    assert [one.observation.period.year for one in record.figures if one.outlier] == [2020]
    assert "outlier" in rules(record)
    with pytest.raises(PublicationError) as refused:
        changed_figures(MAASTRICHT, strip_annotations).check_publishable()
    assert "halt GM0935 2020" in str(refused.value)


@pytest.mark.requirement("TRAP-13")
def test_with_an_annotation_the_outlier_passes_and_is_said() -> None:
    shown = published(MAASTRICHT)
    shown.check_publishable()
    record = shown.record("halt", MAASTRICHT)
    assert guidance(record, "annotation").nl.startswith("2020: ")
    published(EXAMPLE).check_publishable()


@pytest.mark.requirement("TRAP-13")
def test_what_the_municipality_writes_beside_its_own_figure_counts_as_the_annotation() -> None:
    material = picture(EXAMPLE).material
    silent = replace(material, municipality=replace(material.municipality, annotations=()))
    with pytest.raises(PublicationError, match="halt GM9999 2020"):
        SafetyPicture(silent).check_publishable()


@pytest.mark.requirement("TRAP-14")
def test_the_change_in_nuisance_is_shown_from_every_start_together() -> None:
    record = picture(MAASTRICHT).record("overlast", MAASTRICHT)
    shown = {point.start.year: round(point.percent or 0, 1) for point in record.starts}
    assert shown == {2017: -0.6, 2018: -12.8, 2019: -8.6, 2020: -24.0}


# -- surveys ------------------------------------------------------------------------------------------------


def unsafe(respondents: int | None, *, recalculated: bool = True) -> Change:
    """20.5 % in 2019 and 18.7 % in 2021, as in the proposal."""
    waves = [
        measured("onveilig-in-buurt", year, value, respondents=respondents, recalculated=recalculated)
        for year, value in ((2019, "20.5"), (2021, "18.7"))
    ]
    found = made_up(waves).record("onveilig-in-buurt", MAASTRICHT).change
    assert found
    assert found.observed_change == Decimal("-1.8")
    return found


@pytest.mark.requirement("TRAP-15")
def test_a_survey_difference_is_not_judged_until_the_number_of_respondents_is_given() -> None:
    found = unsafe(None)
    assert (found.reason, found.supported_direction) == (NotJudged.NO_RESPONDENTS, None)
    assert found.interval is None
    record = picture(MAASTRICHT).record("onveilig-in-buurt", MAASTRICHT)
    assert "survey-margin-unknown" in rules(record)
    assert record.change
    assert record.change.supported_direction is None


@pytest.mark.requirement("TRAP-15")
def test_with_a_thousand_respondents_the_difference_is_within_chance_and_with_four_thousand_it_is_not() -> (
    None
):
    few, many = unsafe(1000), unsafe(4000)
    assert (few.reason, few.supported_direction) == (NotJudged.INSIDE_INTERVAL, None)
    assert few.interval
    assert few.interval.lower < 0 < few.interval.upper
    assert many.supported_direction is Supported.DOWN
    assert many.interval
    assert many.interval.upper < 0


@pytest.mark.requirement("TRAP-15", "TRAP-16")
def test_the_redesign_of_2021_stops_the_judgement_unless_the_older_wave_was_recalculated() -> None:
    assert unsafe(4000, recalculated=False).reason is NotJudged.BREAK
    assert unsafe(4000, recalculated=True).reason is None


@pytest.mark.requirement("TRAP-16")
def test_recalculating_the_newer_wave_alone_does_not_lift_the_break() -> None:
    waves = [
        measured("onveilig-in-buurt", 2019, "20.5", respondents=4000),
        measured("onveilig-in-buurt", 2021, "18.7", respondents=4000, recalculated=True),
    ]
    found = made_up(waves).record("onveilig-in-buurt", MAASTRICHT).change
    assert found
    assert found.reason is NotJudged.BREAK


@pytest.mark.requirement("TRAP-16")
@pytest.mark.parametrize("name", SURVEY)
def test_a_method_break_stands_between_2019_and_2021_of_every_survey_indicator(name: str) -> None:
    catalogue = bare().catalogue
    waves = [Period(PeriodKind.WAVE, year) for year in (2017, 2019, 2021, 2023)]
    marked = [
        [one.id for one in breaks_between(catalogue, catalogue.indicator(name), start, end)]
        for start, end in pairwise(waves)
    ]
    assert marked == [[], ["enquete-2021"], []]
    record = picture(MAASTRICHT).record(name, MAASTRICHT)
    assert record.change
    assert record.change.breaks == ("enquete-2021",)
    assert record.change.supported_direction is None
    assert "enquete-2021" in rules(record)
    assert "omrekening" in guidance(record, "enquete-2021").nl


# -- rates without counts -----------------------------------------------------------------------------------


@pytest.mark.requirement("TRAP-17")
def test_a_count_behind_a_published_rate_is_a_range_and_never_a_fact() -> None:
    record = picture(MAASTRICHT).record("hic", MAASTRICHT)
    figure = record.at(Y2021)
    assert figure
    assert figure.implied == (151, 162)
    assert figure.observation.precision is Precision.RATE_ONLY
    assert figure.observation.count is None
    assert "bereik" in guidance(record, "rate-only").nl
    assert figure.interval
    assert "implied" in figure.interval.method


@pytest.mark.requirement("TRAP-17")
def test_no_objective_figure_of_the_proposal_has_a_count() -> None:
    for name in OBJECTIVE:
        for figure in picture(MAASTRICHT).record(name, MAASTRICHT).figures:
            assert figure.observation.count is None
            assert figure.observation.precision is Precision.RATE_ONLY
            assert figure.implied is None or figure.implied[0] < figure.implied[1]


@pytest.mark.requirement("TRAP-18")
def test_a_dutch_number_has_a_decimal_comma_and_a_point_for_thousands() -> None:
    assert parse_number("28,6", "nl") == Decimal("28.6")
    assert parse_number("1.000", "nl") == Decimal(1000)
    assert parse_number("1.234.567,5", "nl") == Decimal("1234567.5")
    for wrong in ("28.6", "1.00", "1,2,3"):
        with pytest.raises(ValueError, match="notation"):
            parse_number(wrong, "nl")


@pytest.mark.requirement("TRAP-18")
@pytest.mark.parametrize(
    ("cell", "words"),
    [('"28,6"', "decimal point"), ("28,6", "decimal comma"), ('"1.000,5"', "decimal point")],
)
def test_a_decimal_comma_in_a_figure_table_is_refused_with_its_row(
    tmp_path: Path, cell: str, words: str
) -> None:
    message = refused_row(tmp_path, f"vermogensdelicten,GM0935,2017,{cell},measured,per_1000_inhabitants")
    assert "own.csv, line 2" in message
    assert words in message


# -- age and vagueness --------------------------------------------------------------------------------------


@pytest.mark.requirement("TRAP-19")
def test_at_the_decision_of_2023_the_newest_figures_were_thirteen_months_old() -> None:
    shown = picture(MAASTRICHT, DECISION)
    for name in (*OBJECTIVE, *SURVEY):
        age = shown.record(name, MAASTRICHT).freshness
        assert age.months == 13
        assert age.limit == (25 if name in SURVEY else 13)
        assert age.current


@pytest.mark.requirement("TRAP-19")
@pytest.mark.parametrize(
    ("name", "last_current_day", "first_outdated_day"),
    [
        ("hic", date(2023, 2, 27), date(2023, 2, 28)),
        ("onveilig-in-buurt", date(2024, 2, 28), date(2024, 2, 29)),
    ],
)
def test_a_figure_is_outdated_after_thirteen_months_or_twenty_five_for_a_survey(
    name: str, last_current_day: date, first_outdated_day: date
) -> None:
    before = picture(MAASTRICHT, last_current_day).record(name, MAASTRICHT)
    after = picture(MAASTRICHT, first_outdated_day).record(name, MAASTRICHT)
    assert before.freshness.current
    assert "outdated" not in rules(before)
    assert not after.freshness.current
    assert "outdated" in rules(after)


@pytest.mark.requirement("TRAP-21")
def test_often_above_the_average_is_answered_with_n_of_m_year_and_group() -> None:
    (found,) = (one for one in picture(MAASTRICHT).statements if one.statement.id == "boven-landelijk")
    assert found.verdict is Verdict.NOT_QUANTIFIED
    assert found.up == ("misdrijven-totaal", "vermogensdelicten")
    assert found.down == ("hic", "overlast")
    assert len(found.without_figures) == 5
    for words in ("2 van 4", "1 met zekerheid", "2024", "Nederland", "zonder vergelijking: 5", "provincie"):
        assert words in found.explanation.nl
    for words in ("2 of 4", "1 with certainty", "2024", "the Netherlands", "a comparison: 5", "province"):
        assert words in found.explanation.en


@pytest.mark.requirement("TRAP-21")
def test_the_year_that_is_named_is_one_of_the_figures_that_were_counted() -> None:
    said = Statement(
        id="s", quote="scoort vaak hoger", document="d", said=TODAY, direction="above", indicators=("geweld",)
    )
    municipality = replace(bare().municipality, statements=(said,))
    figures = [
        *(measured("geweld", 2024, value, area=area) for value, area in (("6.0", MAASTRICHT), ("5.0", "NL"))),
        *(measured("hic", 2025, value, area=area) for value, area in (("6.0", MAASTRICHT), ("5.0", "NL"))),
    ]
    (found,) = made_up(figures, municipality=municipality).statements
    assert found.up == ("geweld",)
    assert "1 van 1, waarvan 1 met zekerheid (2024)" in found.explanation.nl
