# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Open data says what the picture says, with the reason where there is no value."""

from __future__ import annotations

import csv
import io
import time
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.model.area import Area, AreaLevel, Validity
from baken.model.figure import Figure, Interval
from baken.model.observation import Life, Observation, Precision, Presence
from baken.model.period import Period
from baken.picture.material import load_material
from baken.picture.picture import SafetyPicture
from baken.publications.open_data import COLUMNS, figure_record, records, to_csv, to_json

ON = date(2026, 11, 21)
CITY = Area("GM0935", "Maastricht", AreaLevel.MUNICIPALITY, Validity(date(1995, 1, 1)))
EMPTY = {"", None}


@pytest.fixture(scope="module")
def picture() -> SafetyPicture:
    return SafetyPicture(load_material("GM0935", ON))


@pytest.fixture(scope="module")
def found(picture: SafetyPicture) -> list[dict[str, Any]]:
    return records(picture)


@pytest.fixture(scope="module")
def whole(picture: SafetyPicture, found: list[dict[str, Any]]) -> Any:
    return msgspec.json.decode(to_json(picture, found))


@pytest.fixture(scope="module")
def invented() -> SafetyPicture:
    return SafetyPicture(load_material("GM9999", ON))


def record(**changes: Any) -> dict[str, Any]:
    shown, interval = changes.pop("shown", True), changes.pop("interval", None)
    given: dict[str, Any] = {
        "indicator": "hic",
        "area": "GM0935",
        "period": Period.parse("2021"),
        "presence": Presence.VALUE,
        "value": Decimal("1.3"),
        "literal": "1,3",
        "snapshot": "b/t 1@2026-11-21 a/t@2026-11-21",
    }
    figure = Figure(observation=Observation(**(given | changes)), shown=shown, interval=interval)
    indicator = load_catalogue().indicator("hic")
    return figure_record(figure, indicator, load_catalogue().unit_of(indicator), CITY)


@pytest.mark.parametrize(
    ("value", "shown"), [("1.3", 1.3), ("5.0", 5.0), ("18", 18), ("0", 0), ("0.0", 0.0), ("1E+1", 10)]
)
def test_a_value_keeps_the_decimals_that_it_was_printed_with(value: str, shown: float) -> None:
    found = record(value=Decimal(value))["value"]
    assert (found, type(found)) == (shown, type(shown))


@pytest.mark.parametrize("presence", [one for one in Presence if one is not Presence.VALUE])
def test_a_missing_value_is_null_with_its_reason(presence: Presence) -> None:
    one = record(presence=presence, value=None, literal="")
    assert (one["value"], one["status"], one["presence"]) == (None, presence.value, presence.value)


def test_what_may_not_be_shown_shows_nothing_of_it() -> None:
    one = record(shown=False, count=3, denominator=400, precision=Precision.COUNT)
    assert (one["value"], one["count"], one["denominator"], one["literal"]) == (None, None, None, "")
    assert (one["status"], one["interval"], one["implied_count"]) == ("too_small", None, None)


def test_intervals_are_rounded_beyond_the_decimals_of_the_figure() -> None:
    one = record(interval=Interval(1.23456, 1.98765, "exact Poisson"), life=Life.PROVISIONAL)
    assert one["interval"] == {"lower": 1.235, "upper": 1.988, "level": 0.95, "method": "exact Poisson"}
    assert one["status"] == "provisional"


def test_snapshots_are_told_apart() -> None:
    assert record()["snapshots"] == ["b/t 1@2026-11-21", "a/t@2026-11-21"]


def test_records_are_sorted_and_unique(found: list[dict[str, Any]]) -> None:
    keys = [(one["indicator"], one["area"], one["period"]) for one in found]
    assert keys == sorted(set(keys))
    held = {one["area"] for one in found}
    assert {"GM0935", "NL", "GM0080"} <= held
    assert {one["invented"] for one in found} == {False}


def test_the_literal_label_and_its_translation(found: list[dict[str, Any]]) -> None:
    hic = next(one for one in found if one["indicator"] == "hic")
    assert hic["label"] == "Schaalscore per 1.000 inwoners: slachtofferschap High Impact Crimes (HIC)"
    assert hic["label_en"].startswith("Scale score per 1,000 inhabitants")
    assert hic["context"].keys() == {"nl", "en"}


@pytest.mark.requirement("OBJ-03")
def test_units_are_objects(whole: Any) -> None:
    unit = whole["indicators"]["hic"]["unit"]
    wanted = {"numerator": "registrations", "denominator": "inhabitants", "factor": 1000}
    assert {key: unit[key] for key in wanted} == wanted


@pytest.mark.requirement("SUB-04")
def test_survey_indicators_carry_their_survey(whole: Any) -> None:
    for name in ("onveilig-in-buurt", "rapportcijfer-veiligheid", "tevreden-gemeente"):
        (version,) = whole["indicators"][name]["versions"]
        assert version["survey"]["question"]["nl"]
        assert {"population", "fieldwork", "mode", "response", "scope"} <= version["survey"].keys()


def test_json_holds_definitions_snapshots_and_completeness(whole: Any, found: list[dict[str, Any]]) -> None:
    assert (whole["format"], whole["municipality"], whole["date"]) == (
        "baken-figures",
        "GM0935",
        "2026-11-21",
    )
    assert whole["figures"] == msgspec.json.decode(msgspec.json.encode(found))
    assert whole["indicators"]["hic"]["codes"] == ["1.1.1", "1.4.6", "1.4.7"]
    assert {one["indicator"] for one in found} <= whole["indicators"].keys()
    ids = {one["id"] for one in whole["snapshots"]}
    assert {name for one in found for name in one["snapshots"]} <= ids
    assert all(len(one["sha256"]) == 64 and one["licence"] for one in whole["snapshots"])
    assert whole["completeness"]["percent_current"] == 0
    assert all(one["sentence"]["nl"] and one["rule"]["en"] for one in whole["highlights"])


def test_json_is_sorted_and_ends_with_a_newline(picture: SafetyPicture, found: list[dict[str, Any]]) -> None:
    import json

    data = to_json(picture, found)
    whole = json.loads(data)
    assert data.decode() == json.dumps(whole, sort_keys=True, indent=1, ensure_ascii=False) + "\n"
    assert data == to_json(picture, found)


@pytest.mark.requirement("TRAP-02")
def test_csv_has_empty_cells_and_their_reason_where_there_is_no_value(found: list[dict[str, Any]]) -> None:
    data = to_csv(found)
    assert b"\r" not in data
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(found)
    for row, one in zip(rows, found, strict=True):
        assert (row["value"] in EMPTY) is (one["value"] is None)
        assert row["value"] in EMPTY or float(row["value"]) == one["value"]
        assert row["status"]
        assert (row["interval_lower"] in EMPTY) is (one["interval"] is None)
    missing = [row for row in rows if row["literal"] == "GM"]
    assert {row["value"] for row in missing} == {""}
    assert {row["status"] for row in missing} == {"not_measured"}
    assert len(missing) == 6


def test_nothing_invented_is_unmarked(invented: SafetyPicture) -> None:
    start = time.perf_counter()
    found = records(invented)
    data = to_json(invented, found), to_csv(found)
    # Generous, for a busy machine; it takes less than a second on a quiet one.
    assert time.perf_counter() - start < 15
    assert len(found) > 1000
    assert {one["invented"] for one in found} == {True}
    assert {row["invented"] for row in csv.DictReader(io.StringIO(data[1].decode()))} == {"true"}
    whole = msgspec.json.decode(data[0])
    assert whole["invented"]
    assert {one["invented"] for one in whole["snapshots"]} == {True}
    levels = {one["area_level"] for one in found}
    assert {"country", "municipality", "district", "neighbourhood"} <= levels


FORMULAS = ["=1+1", "+31 43", "-0,6", "@SUM(A1)", "\tx", "\rx"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_a_spreadsheet_takes_for_a_formula_starts_with_an_apostrophe(text: str) -> None:
    one = record(literal=text, annotation=text) | {"label": text, "area_name": text, "codes": [text]}
    (row,) = csv.DictReader(io.StringIO(to_csv([one]).decode(), newline=""))
    for column in ("literal", "annotation", "label", "area_name", "codes"):
        assert row[column] == f"'{text}".replace("\r", " "), column
    assert one["literal"] == text, "the JSON stays as it was"


def test_a_number_never_starts_with_an_apostrophe() -> None:
    one = record(value=Decimal("-0.6"), literal="x") | {"implied_count": [-2, -1]}
    (row,) = csv.DictReader(io.StringIO(to_csv([one]).decode(), newline=""))
    assert (row["value"], row["implied_count_low"], row["implied_count_high"]) == ("-0.6", "-2", "-1")


@pytest.mark.parametrize(
    "snapshot", ["eigen-tabel/x@2026-11-21", "b/t@2026-11-21 eigen-tabel/x y@2026-11-21"]
)
def test_the_publisher_of_an_own_figure_is_the_municipality(snapshot: str) -> None:
    one = record(snapshot=snapshot)
    assert (one["publisher"], one["origin"]) == ("gemeente (eigen tabel)", "gemeente (eigen tabel)")


def test_the_publisher_of_a_carried_figure_is_that_of_its_indicator() -> None:
    one, source = record(snapshot="b/eigen-tabel/x@2026-11-21"), load_catalogue().indicator("hic").source
    assert (one["publisher"], one["origin"]) == (source.publisher, source.origin)
