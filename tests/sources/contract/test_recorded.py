# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures that publishers gave, read through the adapters and compared with what is known of them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from baken.catalogue.files import read_csv
from baken.model.number import half_up, parse_number
from baken.model.observation import Life, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.replay.fill import sites_of
from baken.replay.messages import Site
from baken.sources.adapters import adapter
from baken.sources.contract import Ask
from baken.sources.protocols.odata4 import OData4, Series
from baken.sources.protocols.odata4_rows import rows
from baken.sources.registry import ROOT, source
from baken.store.columns import period_code, period_of
from fetching import Bytes

from .asking import downloaded, fetched

SHARED = Path(__file__).parents[4] / "shared/data"
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the publishers' files (../shared/data) are not on this machine"
)
CITY = "GM0935"
BESIDE = ("NL", "PV31", "RE-LB", "GM0080")


@pytest.fixture(scope="module")
def publishers() -> Sequence[Site]:
    return sites_of(SHARED)


def test_every_recorded_observation_is_read_and_none_becomes_zero() -> None:
    page = (SHARED / "fixtures/cbs_v4/03759ned/observations-page-1.json").read_bytes()
    layout = OData4(
        table="03759ned",
        areas="RegioS",
        series=(Series(name="bevolking/inwoners", measure="M000352", over={"Leeftijd": ("10000",)}),),
        fixed={"BurgerlijkeStaat": "T001019", "Geslacht": "T001038"},
    )
    found = list(rows(layout, Bytes({"Observations/000001": page})))
    assert len(found) == 13_568
    assert Counter(row.presence for row in found) == {Presence.IMPOSSIBLE: 8_165, Presence.VALUE: 5_403}
    assert not any(row.value == 0 for row in found)
    assert all((row.value is None) == (row.presence is Presence.IMPOSSIBLE) for row in found)


def test_the_population_of_maastricht_is_what_cbs_says(publishers: Sequence[Site]) -> None:
    kept = fetched("cbs_03759ned", Ask(municipality=CITY, beside=BESIDE), publishers)
    expected = [121565, 121575, 120227, 121151, 122734, 125285, 125563, 126026]
    for year, number in zip(range(2019, 2027), expected, strict=True):
        row = kept.get("bevolking/inwoners", CITY, str(year))
        assert row is not None
        assert (row.value, row.unit, row.life) == (Decimal(number), "inhabitants", Life.FINAL)
    assert "The table gives nothing for bevolking/12-17." in kept.notes
    carried = {
        (row["area"], row["period"]): int(row["value"])
        for _, row in read_csv(ROOT / "cbs_bevolking/figures.csv", ("area", "period", "value"))
    }
    same = [
        (area, period)
        for (_, area, period), row in kept.rows.items()
        if carried.get((area, str(period_of(period)))) == row.value
    ]
    assert len(same) == len(kept.rows) == 32, "Maastricht, Leeuwarden, Limburg and the country in eight years"


def test_of_the_whole_country_what_is_no_area_is_named(publishers: Sequence[Site]) -> None:
    kept = fetched("cbs_03759ned", Ask(since=Period.parse("2019")), publishers)
    assert len(kept.rows) == 6_784 - 8, "all but the register of persons, which is no area"
    assert "GM0997 Centraal persoonsregister (CPR)" in kept.unknown
    assert Counter(name[:2] for name in kept.unknown) == {"CR": 40, "LD": 4, "GM": 1}


def test_count_over_population_is_the_published_rate_in_all_eleven_years(publishers: Sequence[Site]) -> None:
    kept = fetched("cbs_83648ned", Ask(municipality=CITY, beside=("NL",)), publishers)
    people = {
        row["period"]: int(row["value"])
        for _, row in read_csv(ROOT / "cbs_bevolking/figures.csv", ("area", "period", "value"))
        if row["area"] == CITY
    }
    published = {}
    with (SHARED / "crime/cbs_83648NED_totals_gemeente_2010_2020.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["RegioS"] == "Maastricht":
                published[row["Perioden"]] = Decimal(row["GeregistreerdeMisdrijvenPer1000Inw_3"])
    assert len(published) == 11
    for year, rate in published.items():
        found = kept.get("cbs-misdrijven/T", CITY, year)
        assert found is not None
        assert found.value is not None
        assert half_up(found.value * 1000 / people[year], 1) == rate


def test_the_totals_of_the_police_are_those_that_the_project_carries(publishers: Sequence[Site]) -> None:
    kept = fetched("politie_47013ned", Ask(municipality=CITY, beside=BESIDE), publishers)
    carried = [
        row
        for _, row in read_csv(
            ROOT / "politie_47013ned/figures.csv", ("indicator", "area", "period", "value")
        )
        if row["area"] in (CITY, *BESIDE)
    ]
    assert {"GM0935", "NL", "RE-LB"} <= {row["area"] for row in carried}
    for row in carried:
        found = kept.get(row["indicator"], row["area"], row["period"])
        assert found is not None
        assert found.value == Decimal(row["value"])
        assert found.precision is Precision.COUNT


def test_genuine_lists_give_the_44_neighbourhoods_and_7_districts_and_nothing_becomes_zero(
    publishers: Sequence[Site],
) -> None:
    asker = downloaded("politie_47018ned", Ask(municipality=CITY), publishers)
    assert adapter(source("politie_47018ned")).classification(asker.parts) == "2024"
    kept = fetched("politie_47018ned", Ask(municipality=CITY), publishers)
    assert Counter(area[:2] for area in kept.areas) == {"BU": 44, "WK": 7}
    assert len(kept.rows) == 51 * 59 * 12, "all types in all years"
    assert not [note for note in kept.notes if "catalogue" in note], "the catalogue knows every genuine type"
    for (measure, _, _), row in kept.rows.items():
        hidden = measure.rpartition("/")[2] in ("1.4.1", "3.2.1", "3.2.2")
        assert row.presence is (Presence.SUPPRESSED if hidden else Presence.MISSING)
        assert row.value is None


def test_a_month_that_was_collected_too_early_is_missing(publishers: Sequence[Site]) -> None:
    kept = fetched("politie_47022ned", Ask(municipality="GM0518", since=Period.parse("2017")), publishers)
    assert kept.rows
    for (measure, _, period), row in kept.rows.items():
        if period == period_code(Period(PeriodKind.MONTH, 2017, 12)) or measure.endswith("/1.4.7"):
            assert row.presence is Presence.MISSING
        else:
            assert row.presence is Presence.VALUE
    assert {period_of(period).kind for _, _, period in kept.rows} == {PeriodKind.MONTH}


def test_a_survey_comes_with_the_margins_that_were_published(publishers: Sequence[Site]) -> None:
    kept = fetched("cbs_81877ned", Ask(), publishers)
    path = SHARED / "survey/cbs_81877NED_province_2015_2017_with_margins.csv"
    with path.open(encoding="utf-8") as file:
        lines = {row["Onderwerp"].strip("| "): row for row in csv.DictReader(file)}
    titles = {
        "onveilig-in-buurt": ("Voelt zich wel eens onveilig in buurt", "percent"),
        "rapportcijfer-veiligheid": ("Rapportcijfer veiligheid in buurt", "mark_1_10"),
    }
    for indicator, (title, unit) in titles.items():
        for year in ("2015", "2016", "2017"):
            found = kept.rows[indicator, "PV31", period_code(Period.parse(year, wave=True))]
            value = parse_number(lines[title][f"Waarde_Limburg (PV)_{year}"], "nl")
            margin = parse_number(lines[title][f"Marges_Limburg (PV)_{year}"], "nl")
            assert (found.value, found.lower, found.upper) == (value, value - margin, value + margin)
            assert (found.precision, found.unit) == (Precision.SURVEY_WITH_MARGINS, unit)
