# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""That what is served from a folder of data is what its files say, and that nothing is added to it."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from baken.replay.fill import sites_of
from baken.replay.police import KINDS
from baken.replay.server import Replay
from baken.sources.bka_pks.source import tables

from .conftest import asking, every_page

POLICE, CBS = "/dataderden.cbs.nl/ODataFeed/odata", "/opendata.cbs.nl/ODataApi/OData"
V4 = "/datasets.cbs.nl/odata/v1/CBS"
TOPIC = "GeregistreerdeMisdrijven_1"
Rows = list[dict[str, Any]]


def rows_of(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def hague(filled: Replay) -> Rows:
    return every_page(filled, f"{POLICE}/47022NED/TypedDataSet", format="json")


@pytest.fixture(scope="module")
def collected(data: Path) -> Rows:
    """The file with the cells of The Hague."""
    packed = data / "crime/thehague/thehague_buurt_month_crime_2011_2017.csv.gz"
    with gzip.open(packed, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_month_of_the_hague_is_a_cell(hague: Rows, collected: Rows) -> None:
    months = [row for row in hague if "MM" in row["Perioden"]]
    assert len(months) == len(collected) == 343_728
    assert [row["ID"] for row in hague] == list(range(len(hague)))
    served = {
        (row["SoortMisdrijf"].strip(), row["WijkenEnBuurten"], row["Perioden"]): row[TOPIC] for row in months
    }
    for row in collected:
        own = row["delict_code"]
        period = f"{row['year']}MM{int(row['month']):02}"
        unknown = own == "117" or period == "2017MM12"
        key = KINDS.get(own, own), f"BU{int(row['buurt_code']):08}", period
        assert served[key] == (None if unknown else int(row["count"]))


def test_a_year_is_the_sum_of_twelve_known_months_and_stands_in_the_same_column(hague: Rows) -> None:
    sums: Counter[tuple[str, str, str]] = Counter()
    for row in hague:
        if "MM" in row["Perioden"] and row[TOPIC] is not None:
            sums[row["SoortMisdrijf"], row["WijkenEnBuurten"], row["Perioden"][:4]] += row[TOPIC]
    years = [row for row in hague if "JJ" in row["Perioden"]]
    assert {row["Perioden"] for row in years} == {f"{year}JJ00" for year in range(2011, 2017)}
    assert len(years) == 341 * 12 * 6
    for row in years:
        key = row["SoortMisdrijf"], row["WijkenEnBuurten"], row["Perioden"][:4]
        assert row[TOPIC] == (None if row["SoortMisdrijf"] == "1.4.7 " else sums[key])


def test_what_is_unknown_in_the_hague_is_missing(hague: Rows) -> None:
    missing = [row for row in hague if row[TOPIC] is None]
    assert len([row for row in missing if row["Perioden"] == "2017MM12"]) == 341 * 12
    assert {row["SoortMisdrijf"] for row in missing if row["Perioden"] != "2017MM12"} == {"1.4.7 "}


def test_a_kind_of_the_hague_has_the_code_of_the_police_only_where_its_name_says_so(filled: Replay) -> None:
    answer = asking(filled)(f"{POLICE}/47022NED/SoortMisdrijf", format="json").json()["value"]
    titles = {code["Key"]: code["Title"] for code in answer}
    assert titles["2.5.2 "] == "2.5.2 Winkeldiefstal"
    assert [key for key in titles if key.strip().isdigit()] == ["100   ", "101   ", "104   "]
    assert titles["104   "] == "Burglary (both attempted and successful)"
    assert len(titles) == 12


def test_a_row_says_in_which_municipality_it_lies(hague: Rows) -> None:
    names = {row["WijkenEnBuurten"][2:6]: row["Gemeentenaam_2"] for row in hague}
    assert names["0518"] == "'s-Gravenhage"
    assert {row["SoortRegio_3"] for row in hague} == {"Buurt"}


def test_the_totals_of_maastricht_are_those_of_the_police(filled: Replay) -> None:
    where = "RegioS eq 'GM0935' and SoortMisdrijf eq '0.0.0 '"
    rows = every_page(filled, f"{POLICE}/47013NED/TypedDataSet", format="json", filter=where)
    told = {row["Perioden"]: row[TOPIC] for row in rows if row[TOPIC] is not None}
    assert told == {"2022JJ00": 7966, "2023JJ00": 7840, "2024JJ00": 8318}
    assert {row["Perioden"] for row in rows if row[TOPIC] is None} == {f"{y}JJ00" for y in range(2012, 2022)}
    assert {row["Aangiften_2"] for row in rows} == {None}


def test_the_country_has_the_figures_of_each_kind(filled: Replay, data: Path) -> None:
    rows = every_page(filled, f"{POLICE}/47013NED/TypedDataSet", format="json", filter="RegioS eq 'NL01  '")
    served = {(row["SoortMisdrijf"].strip(), row["Perioden"]): row[TOPIC] for row in rows}
    for row in rows_of(data / "crime/nl_47013NED_annual_by_type.csv"):
        label = row["incident_type_code"]
        if label != "Totaal misdrijven":
            assert served[label.split()[0], f"{row['year']}JJ00"] == int(row["incident_count"])
    # The newest totals come from a later table.
    assert [served["0.0.0", f"{y}JJ00"] for y in (2012, 2021, 2022, 2024)] == [
        1127869,
        742992,
        800027,
        805559,
    ]


def test_the_country_by_kind_in_2023(filled: Replay, data: Path) -> None:
    where = "WijkenEnBuurten eq 'NL00      ' and Perioden eq '2023JJ00'"
    rows = every_page(filled, f"{POLICE}/47018NED/TypedDataSet", format="json", filter=where)
    told = {row["SoortMisdrijf"].strip(): row[TOPIC] for row in rows if row[TOPIC] is not None}
    expected = rows_of(data / "crime/nscr_47018NED_NL_counts_by_type_2023.csv")
    assert told == {row["crimetype_lab"].split()[0]: int(row["crime"]) for row in expected}
    assert "0.0.0" not in told


def test_maastricht_has_no_figures_where_no_file_has_them(filled: Replay) -> None:
    where = "startswith(WijkenEnBuurten,'BU0935') and Perioden eq '2023JJ00' and SoortMisdrijf eq '1.1.1 '"
    rows = every_page(filled, f"{POLICE}/47018NED/TypedDataSet", format="json", filter=where)
    assert len(rows) == 44
    assert {row[TOPIC] for row in rows} == {None}


def test_nuisance_in_the_country(filled: Replay, data: Path) -> None:
    rows = every_page(filled, f"{POLICE}/47021NED/TypedDataSet", format="json")
    assert len(rows) == len(rows_of(data / "crime/nl_annual_disorder_overlast.csv")) == 108
    first = next(row for row in rows if row["Overlast"] == "E33   " and row["Perioden"] == "2012JJ00")
    assert first["RegioS"] == "NL01  "
    total = next(row for row in rows if row["Overlast"] == "0.0.0 " and row["Perioden"] == "2021JJ00")
    assert total["GeregistreerdeOverlast_1"] == 536_959


def test_nuisance_by_neighbourhood_is_not_served(filled: Replay) -> None:
    assert asking(filled)(f"{POLICE}/47024NED/TypedDataSet", format="json").status_code == 404


def test_recorded_crime_of_cbs(filled: Replay, data: Path) -> None:
    rows = asking(filled)(f"{CBS}/83648NED/TypedDataSet").json()["value"]
    given = rows_of(data / "crime/cbs_83648NED_totals_gemeente_2010_2020.csv")
    assert len(rows) == len(given) == 4323
    own = [row for row in rows if row["RegioS"] == "GM0935"]
    expected = [row for row in given if row["RegioS"] == "Maastricht"]
    for one, other in zip(own, expected, strict=True):
        for name in ("TotaalGeregistreerdeMisdrijven_1", "GeregistreerdeMisdrijvenPer1000Inw_3"):
            assert one[name] == float(other[name])
    assert {row["SoortMisdrijf"] for row in rows} == {"T001161"}


def test_a_survey_has_a_value_and_both_bounds(filled: Replay) -> None:
    where = "startswith(RegioS,'PV31') and Perioden eq '2017JJ00'"
    rows = asking(filled)(f"{CBS}/81877NED/TypedDataSet", filter=where).json()["value"]
    figures = {row["Marges"]: row["VoeltZichWelEensOnveilig_1"] for row in rows}
    assert figures == {"MW00000": 36.3, "MOG0095": 34.9, "MBG0095": 37.7}
    assert len(asking(filled)(f"{CBS}/81877NED/TypedDataSet").json()["value"]) == 3 * 12 * 3


@pytest.mark.parametrize("table", ["03759ned", "83625NED"])
def test_recorded_observations_come_back_as_they_were(filled: Replay, data: Path, table: str) -> None:
    folder = data / "fixtures/cbs_v4" / table
    recorded = json.loads((folder / "observations-page-1.json").read_text("utf-8"))
    served = asking(filled)(f"{V4}/{table}/Observations").json()
    assert served["@odata.context"] == recorded["@odata.context"]
    assert served["value"] == recorded["value"]


@pytest.mark.parametrize("table", ["03759ned", "83625NED", "85554NED"])
def test_recorded_lists_come_back_as_they_were(filled: Replay, data: Path, table: str) -> None:
    folder = data / "fixtures/cbs_v4" / table
    names = {"Properties": "properties", "Dimensions": "dimensions", "MeasureCodes": "measure-codes"}
    names |= {f"{path.stem[6:]}Codes": path.stem for path in folder.glob("codes-*.json")}
    for name, file in names.items():
        recorded = json.loads((folder / f"{file}.json").read_text("utf-8"))
        served = asking(filled)(f"{V4}/{table}/{name}").json()
        if table == "85554NED" and name == "Properties":
            served["Description"] = served["Description"].removeprefix("Invented observations (seed 85554). ")
        assert served == recorded


def test_the_files_beside_the_tables(filled: Replay, data: Path) -> None:
    name = "2016-07-west-yorkshire-street.csv"
    street = asking(filled)(f"/data.police.uk/data/archive/2016-07/{name}")
    assert street.content == (data / "points/police_uk" / name).read_bytes()
    published = rows_of(data / "neighbours/pks_aachen_region_2014_2020_derived.csv")
    for year, table in tables().items():
        answer = asking(filled)(f"/www.bka.de{table.path.format(year=year)}")
        numbers, header, *rows = answer.content.decode("cp1252").splitlines()
        assert numbers == "1;2;3;4;5;6"
        assert header.split(";")[0] in table.key
        found = [row.replace(",", "").split(";") for row in rows]
        names = ("offence_key", "offence", "kreis_key", "kreis_name", "cases", "HZ_per_100k")
        kept = [row for row in published if row["year"] == str(year)]
        assert sorted(found) == sorted([row[name].replace(",", "") for name in names] for row in kept)


def test_the_same_folder_gives_the_same_bytes(filled: Replay, data: Path) -> None:
    paths = (
        f"{POLICE}/47013NED/TypedDataSet?$format=json",
        f"{CBS}/81877NED/UntypedDataSet",
        f"{V4}/85554NED/Observations?$top=1000",
        "/api.pdok.nl/cbs/wijken-en-buurten-2024/ogc/v1/collections/wijken/items",
    )
    with Replay(sites_of(data), packing=False) as again:
        for path in paths:
            assert asking(again)(path).content == asking(filled)(path).content
