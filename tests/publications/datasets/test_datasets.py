# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The open data for machines: typed, described, held against their descriptions, with addresses."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import pytest

from baken.model.errors import InputError
from baken.model.text import Language
from baken.publications import open_data
from baken.publications.datasets.columns import to_parquet
from baken.publications.datasets.fields import FIELDS, KEY, Kind
from baken.publications.datasets.licence import FREE, NAMED, licence_of
from baken.publications.datasets.making import datasets_of
from baken.publications.datasets.outputs import CATALOGUE, CSV, JSON, OUTPUTS, PACKAGE, PARQUET, WORKBOOKS
from picture.helpers import EXAMPLE, MAASTRICHT, bare, published

CODES = (MAASTRICHT, EXAMPLE)
BOOK = b"a workbook"


@cache
def files(code: str) -> dict[str, bytes]:
    """The figures of an edition and all that is made of them."""
    safety = published(code)
    figures = open_data.records(safety)
    given = {
        CSV: open_data.to_csv(figures),
        JSON: open_data.to_json(safety, figures),
        WORKBOOKS[Language.NL]: BOOK,
    }
    return given | datasets_of(safety, given)


@cache
def rows(code: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files(code)[CSV].decode(), newline="")))


@cache
def read(code: str, name: str) -> Any:
    return msgspec.json.decode(files(code)[name])


def graph(code: str, kind: str) -> dict[str, Any]:
    (found,) = (one for one in read(code, CATALOGUE)["@graph"] if one["@type"] == kind)
    return dict(found)


def parquet(data: bytes, place: Path) -> tuple[list[str], list[str], list[tuple[Any, ...]]]:
    """The names, the types and the rows of a Parquet file."""
    (place / "x.parquet").write_bytes(data)
    with duckdb.connect() as database:
        found = database.read_parquet(str(place / "x.parquet"))
        return found.columns, [str(one) for one in found.types], found.fetchall()


def test_every_column_of_the_table_is_described_in_its_order() -> None:
    assert tuple(one.name for one in FIELDS) == open_data.COLUMNS
    assert all(one.means.nl and one.means.en for one in FIELDS)


def typed(text: str, field: dict[str, Any]) -> Any:
    """A cell as the description says that it is to be read; refused where it is not so."""
    match field["type"]:
        case "integer":
            assert re.fullmatch("-?[0-9]+", text)
            return int(text)
        case "number":
            assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text)
            return Decimal(text)
        case "boolean":
            return {**dict.fromkeys(field["trueValues"], True), **dict.fromkeys(field["falseValues"], False)}[
                text
            ]
        case "date":
            return date.fromisoformat(text)
        case "string":
            return text
    raise AssertionError(field["type"])


@pytest.mark.parametrize("code", CODES)
def test_every_value_keeps_to_what_the_data_package_says_of_its_column(code: str) -> None:
    (table,) = (one for one in read(code, PACKAGE)["resources"] if one.get("type") == "table")
    schema = table["schema"]
    fields = {one["name"]: one for one in schema["fields"]}
    assert list(rows(code)[0]) == list(fields)
    for row in rows(code):
        for name, field in fields.items():
            limits = field["constraints"]
            if row[name] in schema["missingValues"]:
                assert not limits["required"], name
                continue
            value = typed(row[name], field)
            assert value in limits.get("enum", [value]), (name, value)
            assert "minimum" not in limits or value >= limits["minimum"], (name, value)
            assert "pattern" not in limits or re.fullmatch(limits["pattern"], value), (name, value)
    keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows(code)]
    assert tuple(schema["primaryKey"]) == KEY
    assert len(set(keys)) == len(keys) > 0


def test_the_checker_would_see_a_wrong_value() -> None:
    with pytest.raises(AssertionError):
        typed("1,5", {"type": "number"})
    with pytest.raises(KeyError):
        typed("yes", {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]})


@pytest.mark.parametrize("code", CODES)
def test_the_data_package_names_each_file_with_its_size_and_checksum(code: str) -> None:
    package = read(code, PACKAGE)
    found = {one["path"]: one for one in package["resources"]}
    assert set(found) == {CSV, JSON, PARQUET, WORKBOOKS[Language.NL]}
    for path, one in found.items():
        content = files(code)[path]
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{sha256(content).hexdigest()}")
        assert one["title"]
        assert one["title_en"]
        assert re.fullmatch("[a-z0-9._-]+", one["name"])
    assert package["version"] == "2026-11-21"
    assert package["created"] == "2026-11-21T00:00:00Z"
    assert len(package["sources"]) == len(published(code).material.snapshots)
    assert package["licenses"][0]["path"].startswith("https://creativecommons.org/")


@pytest.mark.parametrize("code", CODES)
def test_parquet_holds_the_table_row_by_row_with_its_types(code: str, tmp_path: Path) -> None:
    names, types, found = parquet(files(code)[PARQUET], tmp_path)
    assert tuple(names) == open_data.COLUMNS
    wanted = {
        Kind.STRING: "VARCHAR",
        Kind.INTEGER: "BIGINT",
        Kind.NUMBER: "DECIMAL(18,6)",
        Kind.BOOLEAN: "BOOLEAN",
        Kind.DATE: "DATE",
    }
    assert types == [wanted[one.kind] for one in FIELDS]
    assert len(found) == len(rows(code))
    for line, row in zip(found, rows(code), strict=True):
        for value, field in zip(line, FIELDS, strict=True):
            assert same(value, row[field.name]), (field.name, value, row[field.name])


def same(value: Any, text: str) -> bool:
    if value is None or text == "":
        return value is None and text == ""
    if isinstance(value, bool):
        return text == ("true" if value else "false")
    if isinstance(value, int | Decimal):
        return Decimal(text) == value
    return str(value) == text


def test_a_missing_value_is_null_and_never_zero(tmp_path: Path) -> None:
    names, _, found = parquet(files(EXAMPLE)[PARQUET], tmp_path)
    at = {name: names.index(name) for name in ("value", "status", "count")}
    without = [line for line in found if line[at["value"]] is None]
    assert {line[at["status"]] for line in without} >= {"not_measured", "too_small", "suppressed"}
    assert {line[at["count"]] for line in without} == {None}
    assert any(line[at["value"]] == 0 for line in found), "a zero that was counted stays one"


def one_record(**changes: Any) -> dict[str, Any]:
    return dict(read(MAASTRICHT, JSON)["figures"][0]) | changes


def test_parquet_holds_texts_as_they_are_and_small_and_long_numbers(tmp_path: Path) -> None:
    words = '=1+1 "x"; a, b\nc'
    names, _, (line,) = parquet(to_parquet([one_record(annotation=words, value=0.00001)]), tmp_path)
    assert line[names.index("annotation")] == words
    assert line[names.index("value")] == Decimal("0.00001")
    names, types, (line,) = parquet(to_parquet([one_record(value=0.12345678)]), tmp_path)
    assert line[names.index("value")] == Decimal("0.12345678")
    assert types[names.index("value")] == "DECIMAL(38,15)"
    assert parquet(to_parquet([]), tmp_path)[2] == []
    with pytest.raises(InputError, match="20 decimals"):
        to_parquet([one_record(value=1e-20)])


@pytest.mark.parametrize("code", CODES)
def test_every_figure_has_one_address_that_leads_to_it(code: str) -> None:
    whole = read(code, JSON)["figures"]
    by_address = {one["address"]: one for one in whole}
    assert len(by_address) == len(whole) == len(rows(code))
    assert [row["address"] for row in rows(code)] == [one["address"] for one in whole]
    for address, one in by_address.items():
        path, _, pointer = address.partition("#/")
        assert path == f"figures/{one['indicator']}/{one['area']}.json"
        assert read(code, path)[pointer] == one
    series = {path for path in files(code) if path.startswith("figures/") and path.endswith(".json")}
    assert series == {address.partition("#")[0] for address in by_address}


@pytest.mark.parametrize("code", CODES)
def test_the_tables_of_single_indicators_are_the_whole_table_in_parts(code: str) -> None:
    parts = {path: content for path, content in files(code).items() if path.endswith(".csv") and "/" in path}
    assert {path.removeprefix("figures/").removesuffix(".csv") for path in parts} == {
        row["indicator"] for row in rows(code)
    }
    for path, content in parts.items():
        held = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
        name = path.removeprefix("figures/").removesuffix(".csv")
        assert held == [row for row in rows(code) if row["indicator"] == name]


def test_an_address_is_safe_in_a_path() -> None:
    assert open_data.figure_address("a/b c", "X#1", "2021-Q2") == "figures/a%2Fb%20c/X%231.json#/2021-Q2"


def test_protected_counts_say_how_far_they_can_be_off() -> None:
    small = [row for row in rows(EXAMPLE) if row["area_level"] == "neighbourhood" and row["count"]]
    assert small
    assert all(0 <= int(row["spread"]) <= int(row["spread_limit"]) > 0 for row in small)
    town = [row for row in rows(EXAMPLE) if row["area_level"] == "municipality"]
    assert {(row["spread"], row["spread_limit"]) for row in town} == {("", "")}


@pytest.mark.parametrize("code", CODES)
def test_the_description_for_portals_has_what_the_profile_demands(code: str) -> None:
    dataset = graph(code, "dcat:Dataset")
    for name in (
        *("dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:creator"),
        *("dcat:contactPoint", "dct:accessRights", "dcat:theme"),
    ):
        assert dataset[name], name
    # At most one of these, says the profile.
    assert all(isinstance(dataset[name], str) for name in ("dct:identifier", "dcat:version"))
    assert isinstance(dataset["dcat:contactPoint"], dict)
    assert dataset["dct:publisher"]["foaf:name"] == published(code).material.municipality.name
    assert dataset["dct:modified"] == {"@type": "xsd:date", "@value": "2026-11-21"}
    assert dataset["dct:temporal"]["dcat:startDate"]["@value"] == min(
        row["period_start"] for row in rows(code)
    )
    assert dataset["dct:temporal"]["dcat:endDate"]["@value"] == max(row["period_end"] for row in rows(code))
    catalogue, record = graph(code, "dcat:Catalog"), graph(code, "dcat:CatalogRecord")
    for name in ("dct:title", "dct:description", "dct:publisher", "dcat:contactPoint"):
        assert catalogue[name], name
    assert catalogue["dcat:dataset"] == record["foaf:primaryTopic"] == {"@id": dataset["@id"]}
    assert "dcat-ap-nl30" in record["dct:conformsTo"]["@id"]


@pytest.mark.parametrize("code", CODES)
def test_each_distribution_leads_to_its_file_with_size_checksum_and_licence(code: str) -> None:
    given = graph(code, "dcat:Dataset")["dcat:distribution"]
    assert [one["dcat:accessURL"]["@id"] for one in given] == [
        one.path for one in OUTPUTS if one.path in files(code)
    ]
    for one in given:
        content = files(code)[one["dcat:accessURL"]["@id"]]
        assert one["dcat:downloadURL"] == one["dcat:accessURL"]
        assert one["dcat:byteSize"]["@value"] == str(len(content))
        assert one["spdx:checksum"]["spdx:checksumValue"]["@value"] == sha256(content).hexdigest()
        assert one["dct:license"]["@id"] == licence_of(published(code).material).listed
        assert one["dct:format"]["@id"].startswith(
            "http://publications.europa.eu/resource/authority/file-type/"
        )
        assert one["dcat:mediaType"]["@id"].startswith("https://www.iana.org/assignments/media-types/")


def test_a_real_municipality_has_its_public_name_and_an_invented_one_has_not() -> None:
    real, invented = (graph(code, "dcat:Dataset") for code in CODES)
    assert real["dct:publisher"]["@id"] == "https://identifier.overheid.nl/tooi/id/gemeente/gm0935"
    assert real["dct:spatial"][0]["@id"].endswith("/country/NLD")
    assert invented["dct:publisher"]["@id"] == "#publisher"
    assert [one["@id"] for one in invented["dct:spatial"]] == ["#area"]


def test_the_prefixes_of_the_description_are_all_known() -> None:
    whole = read(MAASTRICHT, CATALOGUE)
    used = set(re.findall(r'"(\w+):\w+":', files(MAASTRICHT)[CATALOGUE].decode()))
    assert used <= set(whole["@context"])


def test_the_licence_is_the_freest_that_all_sources_allow() -> None:
    assert licence_of(published(EXAMPLE).material) is FREE
    assert licence_of(published(MAASTRICHT).material) is NAMED
    assert licence_of(replace(bare(), holdings=published(EXAMPLE).material.holdings)) is FREE


@pytest.mark.parametrize("code", CODES)
def test_the_same_picture_gives_the_same_bytes(code: str) -> None:
    given = {name: files(code)[name] for name in (CSV, JSON, WORKBOOKS[Language.NL])}
    again = datasets_of(published(code), given)
    assert given | again == files(code)
    assert not {b"\r"} & {content[:1] for content in again.values()}


def test_a_figure_is_the_same_with_and_without_an_address() -> None:
    """Working papers on the command line have no edition, so no address either."""
    one = next(open_data.area_records(published(MAASTRICHT).material, "hic", MAASTRICHT))
    assert "address" not in one
