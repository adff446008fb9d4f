# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The eight objective indicators of the council table: what they count, their values, what may be said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import CombinationError, InputError, UsageError
from baken.model.figure import NotJudged, Supported
from baken.model.finding import Tone, Verdict
from baken.model.indicator import IndicatorKind
from baken.model.intervention import EffectMethod, EffectStatement
from baken.model.number import half_up
from baken.model.observation import Presence
from baken.model.text import Language, Text
from baken.picture.derive import indicator_series, rate
from baken.picture.highlights import same_phenomenon
from baken.picture.material import Material
from baken.picture.picture import SafetyPicture
from support import (
    CITY,
    between,
    carried,
    counts,
    definitions,
    figure,
    inhabitants,
    material,
    measured,
    record,
    unmeasured,
    year,
)

OBJECTIVE = [
    "vermogensdelicten",
    "hic",
    "overlast",
    "halt",
    "winkeldiefstal",
    "geweld",
    "diefstal-uit-woning",
    "vernieling",
]
SCALES = OBJECTIVE[:3]
VALUES = {
    "vermogensdelicten": "28.6 22.1 23.7 14.3 12.8",
    "hic": "3.7 3.7 3.3 2.1 1.3",
    "overlast": "17.2 19.6 18.7 22.5 17.1",
    "halt": "18 18 19 29 18",
    "winkeldiefstal": "3.4 3.1 3.4 2.4 2.2",
    "geweld": "6.4 6.1 6.7 5.6 5.0",
    "diefstal-uit-woning": "3.5 3.5 2.9 1.8 1.1",
    "vernieling": "6.4 7.1 7.7 6.8 6.6",
}
PROPERTY = ("1.1.2", "1.2.4", "1.2.1", "1.2.2", "1.2.3")
NUISANCE = ("E33", "E41", "E35", "E38")
YEARS = range(2017, 2022)


def printed(name: str) -> list[str]:
    """The values of 2017 to 2021 with exactly the decimals that they have."""
    return [str(one.value) for one in record(name).figures]


def size(name: str, start: int, end: int) -> tuple[str, str]:
    """A change as a difference and as a percentage."""
    found = between(name, start, end)
    return str(found.observed_change), str(found.percent)


@pytest.mark.requirement("OBJ-01")
def test_there_are_eight_objective_indicators_and_the_picture_holds_them_all() -> None:
    objective = {name for name, one in definitions().items() if one.kind is IndicatorKind.OBJECTIVE}
    assert objective == set(OBJECTIVE)
    shown = [one for one in carried().records if one.indicator.kind is IndicatorKind.OBJECTIVE]
    assert len(shown) == 8
    assert all(one.latest for one in shown)


@pytest.mark.requirement("OBJ-02")
@pytest.mark.parametrize("name", OBJECTIVE)
def test_the_portal_that_published_is_kept_apart_from_who_registered(name: str) -> None:
    source = record(name).indicator.source
    assert source.publisher == "waarstaatjegemeente.nl"
    assert ("Politie" in source.origin) == (name != "halt")


@pytest.mark.requirement("OBJ-02")
def test_halt_comes_from_another_body_than_its_table_says_and_a_note_tells_so() -> None:
    source = record("halt").indicator.source
    assert source.origin == "Stichting Halt"
    assert source.note is not None
    assert "politiecijfers" in source.note.nl
    assert "Stichting Halt" in source.note.nl
    assert "police figures" in source.note.en


@pytest.mark.requirement("OBJ-03")
@pytest.mark.parametrize("name", SCALES)
def test_the_unit_per_1000_inhabitants_is_typed(name: str) -> None:
    unit = record(name).unit
    assert (unit.numerator, unit.denominator, unit.factor) == ("registrations", "inhabitants", 1000)


@pytest.mark.requirement("OBJ-03")
def test_the_label_is_kept_as_the_council_table_prints_it() -> None:
    assert [record(name).indicator.label.nl for name in SCALES] == [
        "Schaalscore per 1.000 inwoners: slachtofferschap vermogensdelicten",
        "Schaalscore per 1.000 inwoners: slachtofferschap High Impact Crimes (HIC)",
        "Schaalscore per 1.000 inwoners: overlast",
    ]


def property_counts(numbers: list[int], people: int) -> Material:
    """Counts of the five types of one year, beside types that do not belong to the scale."""
    others = counts("politie-misdrijven", {"1.2.5": 900, "0.0.0": 9000}, 2019)
    own = counts("politie-misdrijven", dict(zip(PROPERTY, numbers, strict=True)), 2019)
    return material([*own, *others, inhabitants(people, 2019)])


@pytest.mark.requirement("OBJ-04")
def test_property_offences_are_five_types_of_the_police_table() -> None:
    found = record("vermogensdelicten").indicator
    assert sorted(found.numerator) == sorted(PROPERTY)
    labels = [load_catalogue().registration(found.system, code).label.nl for code in found.numerator]
    assert labels == [
        "Diefstal/inbraak box/garage/schuur",
        "Zakkenrollerij",
        "Diefstal uit/vanaf motorvoertuigen",
        "Diefstal van motorvoertuigen",
        "Diefstal van brom-, snor-, fietsen",
    ]


@pytest.mark.requirement("OBJ-04")
def test_property_offences_are_added_before_they_are_rounded() -> None:
    # Each type alone is 0.04 per 1,000 and would round to 0.0; together they are 0.2.
    (one,) = indicator_series(property_counts([4] * 5, 100_000), "vermogensdelicten", CITY)
    assert (one.value, one.count, one.denominator) == (Decimal("0.2"), 20, 100_000)


@pytest.mark.requirement("OBJ-04")
@settings(max_examples=40)
@given(st.lists(st.integers(0, 5000), min_size=5, max_size=5), st.integers(1000, 1_000_000))
def test_a_recomputed_composite_is_the_rate_of_the_sum_of_its_counts(numbers: list[int], people: int) -> None:
    (one,) = indicator_series(property_counts(numbers, people), "vermogensdelicten", CITY)
    assert one.count == sum(numbers)
    assert one.value == half_up(Decimal(sum(numbers)) * 1000 / people, 1)


@pytest.mark.requirement("OBJ-04")
@pytest.mark.parametrize("absent", PROPERTY)
def test_a_composite_without_one_of_its_types_has_no_value(absent: str) -> None:
    held = counts("politie-misdrijven", {code: 10 for code in PROPERTY if code != absent}, 2019)
    people = inhabitants(120_000, 2019)
    assert indicator_series(material([*held, people]), "vermogensdelicten", CITY) == ()
    in_another_year = counts("politie-misdrijven", {absent: 10}, 2018)
    assert indicator_series(material([*held, *in_another_year, people]), "vermogensdelicten", CITY) == ()
    gone = unmeasured(f"politie-misdrijven/{absent}", year(2019), Presence.SUPPRESSED)
    (one,) = indicator_series(material([*held, gone, people]), "vermogensdelicten", CITY)
    assert (one.presence, one.value, one.count) == (Presence.SUPPRESSED, None, None)


@pytest.mark.requirement("OBJ-05")
def test_property_offences_have_the_printed_values_and_changes() -> None:
    assert " ".join(printed("vermogensdelicten")) == VALUES["vermogensdelicten"]
    assert size("vermogensdelicten", 2017, 2021) == ("-15.8", "-55.2")
    assert size("vermogensdelicten", 2019, 2020)[1] == "-39.7"


@pytest.mark.requirement("OBJ-06")
def test_hic_is_three_types_of_the_police_table() -> None:
    assert sorted(record("hic").indicator.numerator) == ["1.1.1", "1.4.6", "1.4.7"]
    own = counts("politie-misdrijven", {"1.1.1": 100, "1.4.6": 20, "1.4.7": 5}, 2019)
    others = counts("politie-misdrijven", {"1.2.4": 400, "1.4.5": 300}, 2019)
    held = material([*own, *others, inhabitants(100_000, 2019)])
    (one,) = indicator_series(held, "hic", CITY)
    assert (one.count, one.value) == (125, Decimal("1.3"))


@pytest.mark.requirement("OBJ-07")
def test_hic_has_the_printed_values_and_changes() -> None:
    assert " ".join(printed("hic")) == VALUES["hic"]
    assert size("hic", 2017, 2021) == ("-2.4", "-64.9")
    assert between("hic", 2017, 2021).supported_direction is Supported.DOWN


@pytest.mark.requirement("OBJ-07")
def test_the_incidents_behind_the_hic_rate_of_2021_are_a_range() -> None:
    found = figure("hic", 2021)
    assert found.observation.denominator == 120_227
    assert found.implied == (151, 162)
    assert found.observation.count is None


@pytest.mark.requirement("OBJ-08")
def test_nuisance_is_four_classes_without_noise_and_waste() -> None:
    found = record("overlast").indicator
    assert set(found.numerator) == set(NUISANCE)
    labels = {load_catalogue().registration(found.system, code).label.nl for code in found.numerator}
    assert labels == {
        "Overlast door verward persoon",
        "Overlast zwervers",
        "Melding overlast jeugd",
        "Overlast ivm alcohol/ drugs",
    }
    assert "Geluid en afval tellen niet mee" in found.definition.nl


@pytest.mark.requirement("OBJ-08")
def test_noise_drunkenness_and_waste_do_not_change_the_nuisance_figure() -> None:
    own = counts("politie-overlast", dict.fromkeys(NUISANCE, 100), 2019)
    noise = counts("politie-overlast", {"M061": 70, "M062": 70, "M22": 70, "F010": 70, "0.0.0": 680}, 2019)
    waste = counts("politie-misdrijven", {"2.6.4": 50}, 2019)
    (one,) = indicator_series(material([*own, *noise, *waste, inhabitants(100_000, 2019)]), "overlast", CITY)
    assert (one.count, one.value) == (400, Decimal("4.0"))


@pytest.mark.requirement("OBJ-09")
def test_nuisance_has_the_printed_values_and_peaks_in_2020() -> None:
    assert " ".join(printed("overlast")) == VALUES["overlast"]
    assert size("overlast", 2017, 2021) == ("-0.1", "-0.6")
    peak = max(record("overlast").measured, key=lambda one: one.value or 0)
    assert (peak.observation.period, peak.value) == (year(2020), Decimal("22.5"))


@pytest.mark.requirement("OBJ-09")
def test_nuisance_has_no_clear_direction_over_2017_to_2021() -> None:
    found = record("overlast")
    assert found.change is not None
    assert (found.change.start, found.change.end) == (year(2017), year(2021))
    assert found.change.supported_direction is None
    assert found.change.reason is NotJudged.INSIDE_INTERVAL
    assert found.tone is Tone.NEUTRAL
    assert found.sentence is not None
    assert "(−0,6 %) kan toeval zijn" in found.sentence.nl
    assert "(−0.6 %) may be chance" in found.sentence.en
    assert not any(word in found.sentence.nl for word in ("daling", "stijging", "gedaald", "gestegen"))
    assert not any(word in found.sentence.en for word in (" fall ", " rise ", "fell", "rose"))


@pytest.mark.requirement("OBJ-10")
def test_halt_is_measured_per_young_person_of_12_to_17() -> None:
    unit = record("halt").unit
    assert (unit.numerator, unit.denominator, unit.factor) == ("referrals", "inhabitants_12_17", 1000)
    young = measured("bevolking/12-17", year(2021), 7000, "inhabitants")
    found = rate(record("halt").indicator, unit, measured("halt/verwijzingen", year(2021), 126), young)
    assert (found.value, found.denominator) == (Decimal("18"), 7000)


@pytest.mark.requirement("OBJ-10")
def test_dividing_halt_by_all_inhabitants_is_refused() -> None:
    halt = record("halt")
    referrals = measured("halt/verwijzingen", year(2021), 126)
    with pytest.raises(CombinationError, match=r"bevolking/inwoners.*another population.*bevolking/12-17"):
        rate(halt.indicator, halt.unit, referrals, inhabitants(120_227, 2021))


@pytest.mark.requirement("OBJ-10")
def test_the_picture_puts_all_inhabitants_under_hic_and_never_under_halt() -> None:
    assert figure("hic", 2021).observation.denominator == 120_227
    for one in record("halt").figures:
        assert (one.observation.denominator, one.interval, one.implied) == (None, None, None)


@pytest.mark.requirement("OBJ-11")
def test_halt_has_the_printed_whole_values_and_no_change() -> None:
    assert " ".join(printed("halt")) == VALUES["halt"]
    assert size("halt", 2017, 2021) == ("0", "0.0")
    assert size("halt", 2019, 2020)[1] == "52.6"


@pytest.mark.requirement("OBJ-11")
def test_halt_2020_is_the_only_outlier_of_its_series_and_is_shown_with_it() -> None:
    found = record("halt")
    assert [one.observation.period.year for one in found.figures if one.outlier] == [2020]
    assert "outlier" in [caveat.rule for caveat in found.caveats]


@pytest.mark.requirement("OBJ-11")
def test_halt_is_said_without_decimals() -> None:
    found = record("halt").sentence
    assert found is not None
    for said in (found.nl, found.en):
        assert " 18 " in said
        assert "18,0" not in said
        assert "18.0" not in said


@pytest.mark.parametrize(
    ("name", "difference", "percent"),
    [
        pytest.param(
            "winkeldiefstal", "-1.2", "-35.3", marks=pytest.mark.requirement("OBJ-12"), id="shoplifting"
        ),
        pytest.param("geweld", "-1.4", "-21.9", marks=pytest.mark.requirement("OBJ-13"), id="violence"),
        pytest.param(
            "diefstal-uit-woning", "-2.4", "-68.6", marks=pytest.mark.requirement("OBJ-14"), id="dwellings"
        ),
    ],
)
def test_a_bbv_indicator_has_the_printed_values_and_changes(name: str, difference: str, percent: str) -> None:
    assert " ".join(printed(name)) == VALUES[name]
    assert size(name, 2017, 2021) == (difference, percent)


@pytest.mark.requirement("OBJ-13")
def test_violence_is_the_category_of_the_statistics_office_with_sexual_offences() -> None:
    found = record("geweld").indicator
    assert (found.system, found.numerator) == ("cbs-misdrijven", ())
    assert "categorie van het CBS" in found.definition.nl
    assert "seksuele misdrijven" in found.definition.nl.lower()
    assert "sexual offences" in found.definition.en


@pytest.mark.requirement("OBJ-13")
def test_violence_is_never_rebuilt_from_police_codes() -> None:
    codes = [f"1.4.{n}" for n in range(1, 8)]
    held = [*counts("politie-misdrijven", dict.fromkeys(codes, 100), 2022), inhabitants(120_000, 2022)]
    assert indicator_series(material(held), "geweld", CITY) == ()
    assert indicator_series(material(held), "hic", CITY) == ()
    with_burglary = [*held, *counts("politie-misdrijven", {"1.1.1": 100}, 2022)]
    assert len(indicator_series(material(with_burglary), "hic", CITY)) == 1


@pytest.mark.requirement("OBJ-14")
def test_theft_from_dwellings_is_known_to_lie_inside_hic() -> None:
    catalogue = load_catalogue()
    inside = same_phenomenon(catalogue.indicator("diefstal-uit-woning"), catalogue.indicator("hic"))
    assert inside == ("1.1.1",)


@pytest.mark.requirement("OBJ-16")
def test_vandalism_goes_up_and_contradicts_the_claim_that_crime_fell() -> None:
    assert " ".join(printed("vernieling")) == VALUES["vernieling"]
    assert size("vernieling", 2017, 2021) == ("0.2", "3.1")
    assert between("vernieling", 2017, 2021).observed_direction == 1
    (claim,) = [one for one in carried().statements if one.statement.id == "criminaliteit-gedaald"]
    assert "zichtbaar gedaald" in claim.statement.quote
    assert claim.verdict is Verdict.NOT_FOR_ALL
    assert claim.up == ("vernieling",)


@pytest.mark.requirement("OBJ-17")
def test_five_years_of_eight_indicators_are_forty_objective_observations() -> None:
    (proposal,) = [one for one in carried().material.holdings.snapshots if one.source == "raadsvoorstel_2023"]
    objective = [one for one in proposal.observations if one.indicator in OBJECTIVE]
    assert len(objective) == 40
    assert {one.period for one in objective} == {year(number) for number in YEARS}
    assert {one.key for one in objective} == {
        (name, CITY, year(number)) for name in OBJECTIVE for number in YEARS
    }
    assert all(one.value is not None for one in objective)


@pytest.mark.requirement("OBJ-17")
@pytest.mark.parametrize("name", OBJECTIVE)
def test_every_printed_value_stands_in_its_own_year(name: str) -> None:
    found = [(one.observation.period.year, str(one.value)) for one in record(name).figures]
    assert found == list(zip(YEARS, VALUES[name].split(), strict=True))


def effect(method: EffectMethod | None) -> EffectStatement:
    said = Text("Cameratoezicht verlaagde HIC.", "Cameras lowered HIC.")
    return EffectStatement(text=said, indicator="hic", method=method)


@pytest.mark.requirement("OBJ-18")
def test_a_statement_of_effect_without_a_method_is_refused() -> None:
    with pytest.raises(InputError, match=r"'hic' does not say how.*before/after, comparison or none"):
        effect(None)
    left_out = cast("Any", EffectStatement)
    with pytest.raises(TypeError, match="method"):
        left_out(text=Text("x", "x"), indicator="hic")


@pytest.mark.requirement("OBJ-18")
@pytest.mark.parametrize(
    ("method", "words"),
    [
        (EffectMethod.BEFORE_AFTER, Text("geen bewijs", "no proof")),
        (EffectMethod.NONE, Text("niet onderzocht", "not studied")),
    ],
)
def test_a_statement_of_effect_says_beside_itself_that_it_is_no_proof(
    method: EffectMethod, words: Text
) -> None:
    for language in Language:
        assert words.in_(language) in effect(method).caveat.in_(language)


def with_threshold(name: str, limit: str) -> SafetyPicture:
    """The carried picture with one threshold, and with a different owner for every theme."""
    held = carried().material
    themes = tuple(replace(theme, owner=f"owner of {theme.id}") for theme in held.municipality.themes)
    changed = replace(held.municipality, thresholds={name: Decimal(limit)}, themes=themes)
    return SafetyPicture(replace(held, municipality=changed))


@pytest.mark.requirement("OBJ-19")
def test_a_figure_beyond_its_threshold_asks_the_owner_of_its_theme_to_look() -> None:
    (review,) = with_threshold("overlast", "17.0").reviews
    assert (review.indicator, review.theme) == ("overlast", "overlast-en-beleving")
    assert review.owner == "owner of overlast-en-beleving"
    assert (review.period, review.value, review.threshold) == (year(2021), Decimal("17.1"), Decimal("17.0"))


@pytest.mark.requirement("OBJ-19")
@pytest.mark.parametrize("limit", ["17.1", "22"])
def test_a_figure_at_or_under_its_threshold_asks_nothing(limit: str) -> None:
    # The peak of 22.5 in 2020 is over the second threshold, but only the newest figure counts.
    assert with_threshold("overlast", limit).reviews == ()


@pytest.mark.requirement("OBJ-19")
def test_where_higher_is_better_a_figure_below_its_threshold_asks_the_owner_to_look() -> None:
    (review,) = with_threshold("rapportcijfer-veiligheid", "7.5").reviews
    assert (review.indicator, review.value) == ("rapportcijfer-veiligheid", Decimal("7.3"))
    assert with_threshold("rapportcijfer-veiligheid", "7.0").reviews == ()


@pytest.mark.requirement("OBJ-20")
@pytest.mark.parametrize("name", OBJECTIVE)
def test_an_indicator_has_one_id_and_one_definition_in_both_programmes(name: str) -> None:
    first, second = carried().material.municipality.programmes
    assert (first.id, second.id) == ("mjp-2019-2022", "mjp-2023-2026")
    assert name in first.indicators
    assert name in second.indicators
    catalogue = load_catalogue()
    assert catalogue.indicator(name, first.start) is catalogue.indicator(name, second.end)


@pytest.mark.requirement("OBJ-20")
def test_a_redefined_indicator_keeps_its_id_and_gets_a_new_version() -> None:
    catalogue = load_catalogue()
    old, new = catalogue.indicators["misdrijven-totaal"]
    assert (old.id, old.version) == ("misdrijven-totaal", 1)
    assert (new.id, new.version) == ("misdrijven-totaal", 2)
    assert old.definition != new.definition
    assert catalogue.indicator("misdrijven-totaal", date(2021, 12, 31)) is old
    assert catalogue.indicator("misdrijven-totaal", date(2022, 1, 1)) is new
    assert catalogue.indicator("misdrijven-totaal") is new
    with pytest.raises(UsageError, match="no definition that holds on 2009"):
        catalogue.indicator("misdrijven-totaal", date(2009, 12, 31))


@pytest.mark.requirement("OBJ-20")
def test_each_year_is_computed_by_the_version_of_its_time_and_a_redefinition_is_not_judged_across() -> None:
    both = [
        *counts("cbs-misdrijven", {"T": 1000}, 2020),
        *counts("politie-misdrijven", {"0.0.0": 7000}, 2020),
        *counts("cbs-misdrijven", {"T": 1000}, 2022),
        *counts("politie-misdrijven", {"0.0.0": 2000}, 2022),
        inhabitants(100_000, 2020),
        inhabitants(100_000, 2022),
    ]
    found = SafetyPicture(material(both)).record("misdrijven-totaal", CITY)
    assert [one.value for one in found.figures] == [Decimal("10.0"), Decimal("20.0")]
    assert found.change is not None
    assert (found.change.supported_direction, found.change.reason) == (None, NotJudged.BREAK)
