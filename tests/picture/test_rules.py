# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules of interpretation: what must stand beside a figure, and what may not be said of it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from baken.catalogue.catalogue import DATA, load_catalogue
from baken.model.errors import CombinationError, InputError
from baken.model.figure import NotJudged, Supported
from baken.model.finding import Statement, StatementCheck, Tone, Verdict
from baken.model.intervention import Intervention
from baken.model.number import half_up
from baken.model.observation import Observation
from baken.model.offence import FlagChange, Initiative
from baken.model.text import Text
from baken.picture.comparison import above_reference, compare
from baken.picture.picture import SafetyPicture
from baken.picture.sensitivity import visitor_range
from baken.picture.series import IndicatorPicture

from .helpers import (
    EXAMPLE,
    MAASTRICHT,
    TODAY,
    all_text,
    bare,
    guidance,
    held,
    made_up,
    measured,
    picture,
    rules,
)

CHECKS = Intervention(
    id="checks",
    label=Text("Extra controles", "Extra checks"),
    area=MAASTRICHT,
    start=date(2024, 3, 1),
    end=date(2025, 6, 30),
    codes=("3.1.1",),
    controls=True,
)


def record_with(
    name: str,
    values: tuple[str, str],
    *,
    checks: tuple[Intervention, ...] = (),
    years: tuple[int, int] = (2023, 2025),
) -> IndicatorPicture:
    """The record of two made-up figures of Maastricht."""
    municipality = replace(bare().municipality, interventions=checks)
    figures = [measured(name, year, value) for year, value in zip(years, values, strict=True)]
    return made_up(figures, municipality=municipality).record(name, MAASTRICHT)


def statement(shown: SafetyPicture, name: str) -> StatementCheck:
    (found,) = (one for one in shown.statements if one.statement.id == name)
    return found


# -- the context note ---------------------------------------------------------------------------------------


@pytest.mark.requirement("RULE-01")
@pytest.mark.parametrize("empty", ['""', '"  "'])
def test_an_indicator_with_an_empty_context_note_is_refused(tmp_path: Path, empty: str) -> None:
    shutil.copytree(DATA / "nl", tmp_path / "nl", ignore=shutil.ignore_patterns("municipalities"))
    path = tmp_path / "nl/indicators/hic.yaml"
    head, _, tail = path.read_text("utf-8").partition("  context:\n")
    rest = tail.split("\n", 2)[2]
    path.write_text(f"{head}  context:\n    nl: {empty}\n    en: {empty}\n{rest}", "utf-8")
    with pytest.raises(InputError, match="duiding") as refused:
        load_catalogue(root=tmp_path)
    assert "hic.yaml" in str(refused.value)


@pytest.mark.requirement("RULE-01")
def test_an_indicator_without_a_context_note_is_refused(tmp_path: Path) -> None:
    shutil.copytree(DATA / "nl", tmp_path / "nl", ignore=shutil.ignore_patterns("municipalities"))
    path = tmp_path / "nl/indicators/hic.yaml"
    head, _, tail = path.read_text("utf-8").partition("  context:\n")
    path.write_text(head + tail.split("\n", 2)[2], "utf-8")
    with pytest.raises(InputError, match="context"):
        load_catalogue(root=tmp_path)


@pytest.mark.requirement("RULE-01")
@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_every_record_gives_its_values_together_with_its_context(code: str) -> None:
    records = picture(code).records
    assert len(records) >= 12
    for record in records:
        assert record.latest is not None
        assert record.latest.value is not None
        assert len(record.indicator.context.nl) > 40
        assert len(record.indicator.context.en) > 40


# -- found by looking ---------------------------------------------------------------------------------------


@pytest.mark.requirement("RULE-02")
def test_a_proven_rise_of_what_is_found_by_looking_is_neutral_and_carries_the_caveat() -> None:
    record = record_with("drugshandel", ("1.0", "2.0"))
    assert record.change
    assert record.change.supported_direction is Supported.UP
    assert record.tone is Tone.NEUTRAL
    assert guidance(record, "haal").nl.startswith("Als je kijkt, zie je meer.")
    assert record.sentence
    assert "stijging" not in record.sentence.nl
    assert "meer geregistreerd" in record.sentence.nl


@pytest.mark.requirement("RULE-02")
def test_a_fall_of_what_is_found_by_looking_is_neutral_too() -> None:
    record = record_with("drugshandel", ("2.0", "1.0"))
    assert record.change
    assert record.change.supported_direction is Supported.DOWN
    assert record.tone is Tone.NEUTRAL


@pytest.mark.requirement("RULE-02")
def test_the_flag_and_not_the_direction_of_the_definition_makes_it_neutral() -> None:
    catalogue = bare().catalogue
    change = FlagChange(
        code="1.2.4", initiative=Initiative.HAAL, author="A", date=TODAY, reason="met opzet veranderd"
    )
    figures = [measured("zakkenrollerij", 2023, "1.0"), measured("zakkenrollerij", 2025, "2.0")]
    as_carried = made_up(figures).record("zakkenrollerij", MAASTRICHT)
    flagged = made_up(figures, catalogue=catalogue.with_flags((change,))).record("zakkenrollerij", MAASTRICHT)
    assert (as_carried.tone, flagged.tone) == (Tone.UNFAVOURABLE, Tone.NEUTRAL)
    assert "haal" in rules(flagged)
    assert "haal" not in rules(as_carried)


def test_a_total_and_a_mix_of_both_kinds_are_neutral_with_a_caveat_of_their_own() -> None:
    for name in ("misdrijven-totaal", "vernieling"):
        record = record_with(name, ("10.0", "14.0"))
        assert record.initiative is Initiative.MIXED
        assert record.tone is Tone.NEUTRAL
        assert "mixed" in rules(record)


@pytest.mark.requirement("RULE-03")
def test_drug_trade_is_found_by_looking_and_says_who_decided_that() -> None:
    found = held(MAASTRICHT).catalogue.registration("politie-misdrijven", "3.1.1")
    assert found.initiative is Initiative.HAAL
    assert any("raadsvoorstel" in change.author for change in found.history)
    assert picture(EXAMPLE).record("drugshandel", EXAMPLE).initiative is Initiative.HAAL


@pytest.mark.requirement("RULE-04")
def test_the_number_of_checks_stands_beside_the_registrations_of_drug_trade() -> None:
    record = picture(EXAMPLE).record("drugshandel", EXAMPLE)
    assert {one.indicator for one in record.effort} == {"handhaving/controles-drugs"}
    checks = {one.period: one.value for one in record.effort}
    assert len(checks) >= 8
    assert {one.observation.period for one in record.measured} <= set(checks)
    assert not picture(EXAMPLE).record("hic", EXAMPLE).effort


@pytest.mark.requirement("RULE-04")
@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_no_generated_text_calls_anything_a_cause_or_an_effect_of_something_done(code: str) -> None:
    texts = all_text(picture(code))
    assert len(texts) > 100
    for text in texts:
        lower = text.lower()
        for word in ("veroorza", "caused", "causes ", "dankzij", "thanks to", "door de aanpak", "leidde tot"):
            assert word not in lower, text


@pytest.mark.requirement("RULE-05")
def test_all_59_entries_of_the_offence_table_have_a_flag() -> None:
    types = [
        one for (system, _), one in bare().catalogue.registrations.items() if system == "politie-misdrijven"
    ]
    assert len(types) == 59
    assert [one.code for one in types if one.initiative is Initiative.NONE] == ["0.0.0"]
    assert {one.initiative for one in types if not one.is_total} == {
        Initiative.BRENG,
        Initiative.HAAL,
        Initiative.MIXED,
    }
    assert all(one.history for one in types), "each says where its flag comes from"


@pytest.mark.requirement("RULE-05")
def test_a_changed_flag_is_logged_with_who_when_and_why() -> None:
    catalogue = bare().catalogue
    change = FlagChange(
        code="2.5.2",
        initiative=Initiative.MIXED,
        author="A. Analist",
        date=date(2026, 5, 1),
        reason="winkelteam",
    )
    before = catalogue.registration("politie-misdrijven", "2.5.2")
    after = catalogue.with_flags((change,)).registration("politie-misdrijven", "2.5.2")
    assert (before.initiative, after.initiative) == (Initiative.BRENG, Initiative.MIXED)
    assert after.history == (*before.history, change)
    assert catalogue.registration("politie-misdrijven", "2.5.2") == before, (
        "the catalogue itself is unchanged"
    )


@pytest.mark.requirement("RULE-05")
@pytest.mark.parametrize(
    ("code", "author", "reason"), [("2.5.2", " ", "x"), ("2.5.2", "A", ""), ("9.9.9", "A", "x")]
)
def test_a_change_of_flag_without_author_reason_or_known_code_is_refused(
    code: str, author: str, reason: str
) -> None:
    change = FlagChange(code=code, initiative=Initiative.HAAL, author=author, date=TODAY, reason=reason)
    with pytest.raises(InputError, match="flag"):
        bare().catalogue.with_flags((change,))


@pytest.mark.requirement("RULE-05")
def test_a_flag_that_the_municipality_changed_is_in_its_picture() -> None:
    found = held(EXAMPLE).catalogue.registration("politie-misdrijven", "1.6.2")
    assert found.initiative is Initiative.HAAL
    assert found.history[-1] == held(EXAMPLE).municipality.flags[0]
    assert bare().catalogue.registration("politie-misdrijven", "1.6.2").initiative is Initiative.MIXED


@pytest.mark.requirement("RULE-06")
def test_more_looking_is_suggested_when_a_found_by_looking_indicator_rises_during_checks() -> None:
    record = record_with("drugshandel", ("1.0", "2.0"), checks=(CHECKS,))
    text = guidance(record, "haal-intervention")
    assert "Als je kijkt, zie je meer" in text.nl
    assert "samenhangen" in text.nl
    assert "associated" in text.en
    assert "haal-intervention" in rules(picture(EXAMPLE).record("drugshandel", EXAMPLE))


@pytest.mark.requirement("RULE-06")
@pytest.mark.parametrize(
    ("name", "values", "checks"),
    [
        ("drugshandel", ("1.0", "2.0"), None),
        ("drugshandel", ("2.0", "1.0"), CHECKS),
        ("drugshandel", ("2.0", "2.0"), CHECKS),
        ("drugshandel", ("1.0", "2.0"), replace(CHECKS, controls=False)),
        ("drugshandel", ("1.0", "2.0"), replace(CHECKS, codes=("3.1.3",))),
        ("drugshandel", ("1.0", "2.0"), replace(CHECKS, end=date(2024, 12, 31))),
        ("drugshandel", ("1.0", "2.0"), replace(CHECKS, start=date(2026, 1, 1), end=None)),
        ("drugshandel", ("1.0", "2.0"), replace(CHECKS, start=date(2022, 1, 1), end=None)),
        ("zakkenrollerij", ("1.0", "2.0"), replace(CHECKS, codes=("1.2.4",))),
    ],
    ids=[
        *("no checks", "fall", "no change", "something else than checks", "checks on something else"),
        *("ended before", "started after", "ran all the time", "not found by looking"),
    ],
)
def test_more_looking_is_not_suggested_otherwise(
    name: str, values: tuple[str, str], checks: Intervention | None
) -> None:
    record = record_with(name, values, checks=(checks,) if checks else ())
    assert record.change
    assert "haal-intervention" not in rules(record)


# -- statements ---------------------------------------------------------------------------------------------


@pytest.mark.requirement("RULE-07")
def test_a_rise_in_parts_is_answered_with_the_rising_and_the_falling_parts() -> None:
    found = statement(picture(MAASTRICHT), "criminaliteit-gestegen")
    assert found.up == ("vernieling",)
    assert set(found.down) == {"vermogensdelicten", "hic", "winkeldiefstal", "geweld", "diefstal-uit-woning"}
    assert not {*found.up} & {*found.down}
    assert "1 van 8 omhoog: Vernieling en beschadiging" in found.explanation.nl
    assert "5 van 8 omlaag: " in found.explanation.nl
    assert found.verdict is Verdict.NOT_SUPPORTED, "the figures of 2021 were outdated in 2026"
    assert "verouderd" in found.explanation.nl


@pytest.mark.requirement("RULE-07")
def test_newer_figures_are_listed_by_what_they_do() -> None:
    now = [
        measured(name, year, value)
        for name, values in {
            "hic": ("2.0", "3.0"),
            "geweld": ("6.0", "5.0"),
            "overlast": ("10.0", "10.0"),
        }.items()
        for year, value in zip((2023, 2025), values, strict=True)
    ]
    found = statement(made_up(now), "criminaliteit-gestegen")
    assert (found.up, found.down, found.unchanged) == (("hic",), ("geweld",), ("overlast",))
    assert found.verdict is Verdict.NOT_FOR_ALL


@pytest.mark.requirement("RULE-15")
def test_visibly_fallen_is_not_true_for_all_indicators_of_the_proposal() -> None:
    found = statement(picture(MAASTRICHT), "criminaliteit-gedaald")
    assert found.verdict is Verdict.NOT_FOR_ALL
    assert set(found.down) == {"vermogensdelicten", "hic", "winkeldiefstal", "geweld", "diefstal-uit-woning"}
    assert (found.flat, found.unchanged, found.up) == (("overlast",), ("halt",), ("vernieling",))
    assert not found.without_figures
    for words in ("5 van 8 omlaag", "1 van 8 ongeveer gelijk", "1 van 8 precies gelijk", "1 van 8 omhoog"):
        assert words in found.explanation.nl


@pytest.mark.requirement("RULE-15")
@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        (("3.0", "2.0"), Verdict.HOLDS),
        (("2.0", "3.0"), Verdict.CONTRADICTED),
        (("2.0", "2.0"), Verdict.CONTRADICTED),
    ],
)
def test_the_verdict_follows_the_figures(values: tuple[str, str], verdict: Verdict) -> None:
    said = Statement(
        id="s", quote="HIC daalt", document="d", said=TODAY, direction="down", indicators=("hic",)
    )
    municipality = replace(bare().municipality, statements=(said,))
    figures = [measured("hic", 2023, values[0]), measured("hic", 2025, values[1])]
    assert made_up(figures, municipality=municipality).statements[0].verdict is verdict


def test_a_statement_without_any_figure_is_not_supported_and_says_so_in_words() -> None:
    found = made_up([]).statements
    assert found
    for one in found:
        assert one.verdict in (Verdict.NOT_SUPPORTED, Verdict.NOT_QUANTIFIED)
        for words in (one.explanation.nl, one.explanation.en):
            assert len(words) > 20
            assert words[0].isupper()


# -- against others -----------------------------------------------------------------------------------------


@pytest.mark.requirement("RULE-08")
def test_how_many_indicators_lie_above_the_country_is_counted() -> None:
    shown = picture(EXAMPLE)
    pairs = [(one.indicator, one.comparison) for one in shown.records if not one.indicator.is_survey]
    count = above_reference(EXAMPLE, "XX00", pairs)
    by_hand = {
        record.indicator.id
        for record in shown.records
        if not record.indicator.is_survey
        and record.latest
        and (record.latest.value or 0) > (record.reference[-1].value or 0)
    }
    assert set(count.above) == by_hand
    assert 0 < len(count.above) < count.compared == len(pairs)
    found = statement(shown, "alles-boven-land")
    assert found.up == count.above
    assert f"{len(count.above)} van {count.compared}" in found.explanation.nl


@pytest.mark.requirement("RULE-08")
def test_a_statement_about_two_indicators_counts_those_two_only() -> None:
    found = statement(picture(EXAMPLE), "diefstal-boven-land")
    assert {*found.up, *found.down, *found.without_figures} == {"vermogensdelicten", "winkeldiefstal"}


@pytest.mark.requirement("RULE-08")
def test_figures_of_the_province_or_the_police_unit_are_never_taken_for_the_city() -> None:
    elsewhere = [
        measured("geweld", year, "9.0", area=area) for year in (2023, 2025) for area in ("PV31", "RE-LB")
    ]
    shown = made_up(elsewhere)
    record = shown.record("geweld", MAASTRICHT)
    assert not record.figures
    assert record.comparison is None
    assert not shown.records
    assert statement(shown, "boven-landelijk").up == ()


@pytest.mark.requirement("RULE-08")
def test_the_city_is_compared_with_the_country_and_the_province_does_not_slip_in() -> None:
    figures = [
        *(measured("geweld", 2025, value, area=area) for area, value in (("PV31", "1.0"), ("RE-LB", "1.5"))),
        measured("geweld", 2025, "6.0"),
        measured("geweld", 2025, "7.0", area="NL"),
    ]
    found = made_up(figures).record("geweld", MAASTRICHT).comparison
    assert found
    assert (found.area, found.reference) == (MAASTRICHT, "NL")
    assert (found.value, found.reference_value) == (Decimal("6.0"), Decimal("7.0"))


@pytest.mark.requirement("RULE-08")
def test_the_police_unit_and_the_province_are_two_areas_of_two_kinds() -> None:
    register = held(MAASTRICHT).register
    assert register["RE-LB"].level != register["PV31"].level != register[MAASTRICHT].level
    assert len({register[code].name for code in ("RE-LB", "PV31", MAASTRICHT)}) == 3
    assert picture(MAASTRICHT).record("misdrijven-totaal", "PV31").latest is None
    unit = picture(MAASTRICHT).record("misdrijven-totaal", "RE-LB")
    assert not unit.measured, "offences of the unit are not divided by inhabitants of the province"


@pytest.mark.requirement("RULE-08")
def test_only_the_same_indicator_in_the_same_year_in_another_area_is_compared() -> None:
    figures = [
        *(measured("geweld", year, "6.0") for year in (2024, 2025)),
        measured("hic", 2025, "2.0"),
        measured("geweld", 2025, "5.0", area="NL"),
    ]
    shown = made_up(figures)
    older, newer = shown.record("geweld", MAASTRICHT).figures
    (other,) = shown.record("geweld", "NL").figures
    (burglary,) = shown.record("hic", MAASTRICHT).figures
    assert compare(newer, other, "municipality", "country")
    for own in (older, burglary):
        with pytest.raises(CombinationError, match="cannot be compared"):
            compare(own, other, "municipality", "country")
    with pytest.raises(CombinationError, match="itself"):
        compare(newer, newer, "municipality", "province")


@pytest.mark.requirement("RULE-08")
def test_a_figure_of_another_year_is_not_compared() -> None:
    figures = [measured("geweld", 2025, "6.0"), measured("geweld", 2024, "5.0", area="NL")]
    record = made_up(figures).record("geweld", MAASTRICHT)
    assert record.reference
    assert record.comparison is None


@pytest.mark.requirement("RULE-08")
@pytest.mark.parametrize(
    ("value", "supported", "words"),
    [
        ("9.0", Supported.UP, "lag het cijfer hoger dan in Nederland, waar het 5,0 was"),
        ("3.0", Supported.DOWN, "lag het cijfer lager dan in Nederland, waar het 5,0 was"),
        ("5.1", None, "was het cijfer in Nederland 5,0; dat verschil kan toeval zijn"),
        ("5.0", None, "was het cijfer in Nederland even hoog"),
    ],
)
def test_higher_and_lower_are_said_only_where_the_interval_carries_it(
    value: str, supported: Supported | None, words: str
) -> None:
    figures = [measured("geweld", 2025, value), measured("geweld", 2025, "5.0", area="NL", people=17_000_000)]
    record = made_up(figures).record("geweld", MAASTRICHT)
    assert record.comparison
    assert record.sentence
    assert record.comparison.supported is supported
    assert words in record.sentence.nl


@pytest.mark.requirement("RULE-08")
@pytest.mark.parametrize("name", ["onveilig-in-buurt", "rapportcijfer-veiligheid"])
def test_a_difference_with_the_country_without_an_interval_is_not_called_about_the_same(name: str) -> None:
    values = ("18.9", "16.2") if name == "onveilig-in-buurt" else ("7.3", "6.1")
    figures = [
        measured(name, 2025, value, area=area) for area, value in zip((MAASTRICHT, "NL"), values, strict=True)
    ]
    record = made_up(figures).record(name, MAASTRICHT)
    assert record.comparison
    assert record.comparison.supported is None
    assert record.sentence
    assert "dat verschil is niet beoordeeld" in record.sentence.nl
    assert "that difference is not judged" in record.sentence.en


# -- visitors -----------------------------------------------------------------------------------------------


@pytest.mark.requirement("RULE-14")
@pytest.mark.parametrize("name", ["winkeldiefstal", "zakkenrollerij", "geweld"])
def test_where_visitors_are_victims_a_range_of_rates_stands_beside_the_rate_per_inhabitant(name: str) -> None:
    material, record = held(EXAMPLE), picture(EXAMPLE).record(name, EXAMPLE)
    found = visitor_range(material.catalogue, material.municipality, record)
    assert found
    assert record.latest
    assert found.per_inhabitant == record.latest.value
    assert [share for share, _ in found.rates] == [Decimal("0.05"), Decimal("0.12")]
    assert all(rate == half_up(found.per_inhabitant / (1 + share), 1) for share, rate in found.rates)
    assert found.lowest <= found.per_inhabitant
    assert "Verzonnen" in found.basis.nl
    assert {"visitors", "border"} <= {*rules(record)}


@pytest.mark.requirement("RULE-14")
def test_without_a_known_number_of_visitors_the_range_calls_itself_an_example() -> None:
    material, record = held(MAASTRICHT), picture(MAASTRICHT).record("winkeldiefstal", MAASTRICHT)
    found = visitor_range(material.catalogue, material.municipality, record)
    assert found
    assert found.basis.nl.startswith("Rekenvoorbeeld")
    assert found.rates == (
        (Decimal("0.1"), Decimal("2.0")),
        (Decimal("0.25"), Decimal("1.8")),
        (Decimal("0.5"), Decimal("1.5")),
    )


@pytest.mark.requirement("RULE-14")
def test_no_range_is_made_where_visitors_are_not_the_point_or_no_figure_is_held() -> None:
    material, shown = held(MAASTRICHT), picture(MAASTRICHT)
    for name in ("hic", "overlast", "onveilig-in-buurt", "zakkenrollerij"):
        assert (
            visitor_range(material.catalogue, material.municipality, shown.record(name, MAASTRICHT)) is None
        )


# -- completeness -------------------------------------------------------------------------------------------


@pytest.mark.requirement("SRC-09")
def test_in_2026_no_indicator_of_the_proposal_is_current_and_all_eleven_are_outdated() -> None:
    found = picture(MAASTRICHT).completeness
    assert found.percent_current == 0
    assert found.current == ()
    assert len(found.outdated) == len(found.with_figures) == len(found.indicators) == 11
    shown = {one.indicator.id: one for one in picture(MAASTRICHT).records}
    assert all("outdated" in rules(shown[name]) for name in found.outdated)


@pytest.mark.requirement("SRC-09")
def test_a_new_figure_makes_its_indicator_current() -> None:
    fresh: list[Observation] = [measured("hic", 2025, "2.0"), measured("geweld", 2023, "5.0")]
    found = made_up(fresh).completeness
    assert found.current == ("hic",)
    assert found.percent_current == 9
    assert len(found.outdated) == 10
    assert set(found.with_figures) == {"hic", "geweld"}


def test_a_change_that_is_not_judged_says_why() -> None:
    record = picture(MAASTRICHT).record("halt", MAASTRICHT)
    assert record.change
    assert record.change.reason is NotJudged.NO_INTERVAL
