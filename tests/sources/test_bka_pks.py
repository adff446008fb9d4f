# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""German cases by Kreis: each year is read in its own layout, and what is no such table is refused."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.errors import InputError
from baken.model.observation import Observation, Precision, Presence
from baken.model.period import Period
from baken.sources.bka_pks.source import adapter, tables
from baken.sources.contract import Ask
from fetching import Bytes, Kept, Publisher

REGION = Path(__file__).parents[3] / "shared/data/neighbours/pks_aachen_region_2014_2020_derived.csv"
AACHEN = {2014: 53428, 2015: 56158, 2016: 53606, 2017: 49142, 2018: 44993, 2019: 44473, 2020: 45556}
HEADERS = {
    2014: "Schlüsselzahl der Tat;Straftat;Gemeindeschlüssel;Stadt-/Landkreis;erfasste Fälle;HZ",
    2015: "Schluesse;Straftat;Gemeindeschluessel;Stadt-/Landkreis;erfasste Faelle;HZ nach Zensus",
    2016: "Schluesse;Straftat;Gemeindeschluessel;Stadt-/Landkreis;erfasste Faelle;HZ nach Zensus",
    2017: "Schluesse;Straftat;Gemeindeschluessel;Stadt-/Landkreis;erfasste Faelle;HZ nach Zensus",
    2018: "Schluessel;Straftat;Gemeindeschluessel;Stadt-/Landkreis;erfasste Faelle;HZ nach Zensus",
    2019: "Schluessel;Straftat;Gemeindeschluessel;Stadt-/Landkreis;erfasste Faelle;HZ nach Zensus",
    2020: "Schluessel;Straftat;Gemeindeschluessel;Landkreis;Anzahl erfasste Faelle;Haeufigkeitszahl;;",
}


def table(year: int, *rows: str) -> bytes:
    """A table as the publisher writes that year: column numbers, names, cp1252, line ends of Windows."""
    numbers = ["1;2;3;4;5;6;;" if year == 2020 else "1;2;3;4;5;6"]
    repeated = numbers if year == 2015 else []
    lines = [*numbers, HEADERS[year], *repeated, *(f"{row};;" if year == 2020 else row for row in rows)]
    return "\r\n".join([*lines, ""]).encode("cp1252")


def read(parts: dict[str, bytes], ask: Ask | None = None) -> list[Observation]:
    kept = Kept()
    adapter().read(ask or Ask(), Bytes(parts), kept)
    return kept.rows


def one(year: int, row: str) -> list[Observation]:
    return read({f"kreise/{year}.csv": table(year, row)})


def printed(number: str, year: int) -> str:
    return f"{Decimal(number):,}" if year >= 2016 else number


@pytest.mark.skipif(not REGION.exists(), reason="the region of Aachen (../shared) is not on this machine")
def test_the_region_of_aachen_comes_out_as_it_was_published_in_seven_layouts() -> None:
    with REGION.open(encoding="utf-8", newline="") as file:
        source = list(csv.DictReader(file))
    parts = {}
    for year in AACHEN:
        rows = [
            f"{row['offence_key']};{row['offence']};{int(row['kreis_key'])};{row['kreis_name']};"
            f"{printed(row['cases'], year)};{printed(row['HZ_per_100k'], year)}"
            for row in source
            if row["year"] == str(year)
        ]
        parts[f"kreise/{year}.csv"] = table(year, *rows)
    found = {(row.indicator, row.area, row.period.year): row for row in read(parts)}
    assert {year: found["pks/------", "05334", year].count for year in AACHEN} == AACHEN
    assert len(found) == len(source) + 4 * 7 == 1184
    for row in source:
        name = f"pks/{row['offence_key']}"
        assert found[name, row["kreis_key"], int(row["year"])].value == Decimal(row["cases"])


def test_the_rate_is_the_publishers_own_beside_the_count() -> None:
    count, rate = one(2014, "------;Straftaten insgesamt;5334;Aachen;53428;9802.1")
    assert (count.indicator, count.area, str(count.period)) == ("pks/------", "05334", "2014")
    assert (count.count, count.unit, count.precision) == (53428, "count", Precision.COUNT)
    assert (rate.indicator, rate.value, rate.unit) == (
        "straftaten",
        Decimal("9802.1"),
        "per_100000_inhabitants",
    )
    assert (rate.count, rate.denominator) == (None, None)


def test_the_thousands_of_later_years_are_no_decimals() -> None:
    count, rate = one(2016, "------;Straftaten insgesamt;5334;Aachen;53,606;9,678")
    assert (count.count, rate.value) == (53606, Decimal(9678))


@given(year=st.sampled_from(sorted(AACHEN)), cases=st.integers(0, 9_999_999))
def test_any_number_of_cases_comes_back_as_it_was_printed(year: int, cases: int) -> None:
    (found,) = one(year, f"111000;x;5334;Aachen;{printed(str(cases), year)};1")
    assert (found.count, found.period.year, found.presence) == (cases, year, Presence.VALUE)


def test_an_empty_cell_is_missing_and_not_zero() -> None:
    (found,) = one(2019, "111000;Vergewaltigung;5334;Aachen;;")
    assert (found.presence, found.value, found.count) == (Presence.MISSING, None, None)
    (zero,) = one(2019, "111000;Vergewaltigung;5334;Aachen;0;0")
    assert (zero.presence, zero.count) == (Presence.VALUE, 0)


def test_only_the_areas_that_were_asked_for_are_kept() -> None:
    rows = ["------;x;5334;Aachen;1;1", "------;x;1001;Flensburg;2;2", "------;x;5358;Düren;3;3"]
    ask = Ask(municipality="05334", beside=("05358",))
    found = read({"kreise/2014.csv": table(2014, *rows)}, ask)
    assert {row.area for row in found} == {"05334", "05358"}


def test_a_municipality_abroad_gets_the_region_that_the_profile_lists() -> None:
    rows = ["------;x;5334;Aachen;1;1", "------;x;1001;Flensburg;2;2", "------;x;5370;Heinsberg;3;3"]
    found = read({"kreise/2014.csv": table(2014, *rows)}, Ask(municipality="GM0935", beside=("NL",)))
    assert {row.area for row in found} == {"05334", "05370"}


@pytest.mark.parametrize(
    ("year", "row", "words"),
    [
        (2014, "------;x;5334;Aachen;53,428;1", "'53,428' is not a number as this table writes them"),
        (2016, "------;x;5334;Aachen;53.606;1", "'53.606' is no number of cases"),
        (2016, "------;x;5334;Aachen;-;1", "'-' is not a number"),
        (2016, "12;x;5334;Aachen;1;1", "line 3: '12' is no key of an offence"),
        (2016, "------;x;5334;Aachen;1", "line 3 has 5 cells where 6 are expected"),
    ],
)
def test_a_cell_that_cannot_be_is_refused_with_its_place(year: int, row: str, words: str) -> None:
    with pytest.raises(InputError, match=f"kreise/{year}.csv") as refused:
        one(year, row)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (
            table(2016, "------;x;5334;A;1;1").replace(b"erfasste Faelle", b"Faelle"),
            "no column 'erfasste Faelle'",
        ),
        (b"\x81" + table(2016, "------;x;5334;A;1;1"), "the bytes are not cp1252 text"),
        (b"", "the table has no header"),
        (b"<html>\nsorry\n</html>", "there is no column 'Schluesse'"),
    ],
)
def test_a_reply_that_is_no_such_table_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=r"kreise/2016\.csv") as refused:
        read({"kreise/2016.csv": data})
    assert words in str(refused.value)


def test_each_year_is_asked_for_at_the_address_that_the_data_says() -> None:
    publisher = Publisher()
    adapter().download(Ask(since=Period.parse("2019")), publisher, "http://127.0.0.1:9/www.bka.de/")
    assert sorted(publisher.asked) == ["kreise/2019.csv", "kreise/2020.csv"]
    address = publisher.asked["kreise/2020.csv"]
    assert address.startswith("http://127.0.0.1:9/www.bka.de/SharedDocs/")
    assert "/2020/Kreis/Faelle/KR-F-01-T01-Kreise-Faelle-HZ_csv.csv" in address


@pytest.mark.parametrize("year", AACHEN)
def test_every_year_has_a_layout(year: Any) -> None:
    layout = tables()[year]
    assert set(HEADERS[year].split(";")) & set(layout.key)
    assert set(HEADERS[year].split(";")) & set(layout.cases)
