# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""English crime by small area: every row counts once, and no point and no crime id is kept."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.errors import InputError
from baken.sources.contract import Ask
from baken.sources.police_uk.source import adapter, without_location
from fetching import Bytes, Kept, Publisher

FILE = Path(__file__).parents[3] / "shared/data/points/police_uk/2016-07-west-yorkshire-street.csv"
PART = "2016-07-west-yorkshire-street.csv"
HEADER = "Crime ID,Month,Reported by,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type"
NOWHERE = without_location("west-yorkshire")


def read(data: bytes) -> Kept:
    kept = Kept()
    adapter().read(Ask(), Bytes({PART: data}), kept)
    return kept


def rows(*lines: str) -> bytes:
    return "\n".join((HEADER, *lines, "")).encode()


@pytest.mark.skipif(not FILE.exists(), reason="the street file (../shared) is not on this machine")
def test_a_genuine_month_counts_every_row_and_keeps_no_point_and_no_id() -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    kept = read(FILE.read_bytes())
    assert sum(row.count or 0 for row in kept.rows) == len(lines) == 27176
    assert sum(row.count or 0 for row in kept.rows if row.area == NOWHERE) == 1347
    assert kept.notes == [
        "2016-07 west-yorkshire: 27176 crimes and incidents, 1347 of them without a place "
        "(counted under west-yorkshire-no-location)."
    ]
    by_type = Counter(line["Crime type"] for line in lines)
    burglary = sum(row.count or 0 for row in kept.rows if row.indicator == "police-uk/burglary")
    assert burglary == by_type["Burglary"] == 2131
    assert len({row.indicator for row in kept.rows}) == len(by_type) == 14
    said = " ".join(map(repr, kept.rows))
    hidden = {
        text for line in lines[:2000] for text in (line["Longitude"], line["Latitude"], line["Crime ID"])
    }
    assert [text for text in hidden - {""} if text in said] == []


def test_rows_of_one_area_and_category_become_one_count() -> None:
    line = "{id},2016-07,X,-1.55,53.59,On or near A,E01007359,Barnsley 005C,Bicycle theft"
    (found,) = read(rows(line.format(id="a1"), line.format(id="b2"))).rows
    assert (found.indicator, found.area, found.count) == ("police-uk/bicycle-theft", "E01007359", 2)
    assert (str(found.period), found.unit) == ("2016-07", "count")


def test_a_row_without_a_place_counts_under_the_force() -> None:
    (found,) = read(rows("a1,2016-07,X,,,No Location,,,Drugs")).rows
    assert (found.area, found.count) == (NOWHERE, 1)


@given(st.lists(st.sampled_from(["E01007359", "E01011732", ""]), min_size=1, max_size=40))
def test_no_row_is_dropped_and_none_counts_twice(places: list[str]) -> None:
    found = read(rows(*(f"a,2016-07,X,-1.5,53.5,Street,{place},Name,Drugs" for place in places))).rows
    wanted = Counter(place or NOWHERE for place in places)
    assert {row.area: row.count for row in found} == wanted


def test_an_area_without_a_row_gives_nothing_and_no_zero() -> None:
    found = read(rows("a,2016-07,X,-1.5,53.5,Street,E01007359,Name,Drugs")).rows
    assert [row.area for row in found] == ["E01007359"]


def test_a_file_without_a_single_row_is_refused() -> None:
    with pytest.raises(InputError, match="the table has no rows"):
        read(rows())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a,2016-08,X,,,No Location,,,Drugs", "line 2 is about 2016-08, not 2016-07"),
        ("a,2016-07,X,,,No Location,,,Witchcraft", "line 2: 'Witchcraft' is no known category"),
        ("a,2016-07,X", "line 2 has 3 cells where 9 are expected"),
    ],
)
def test_a_row_that_cannot_be_is_refused(line: str, words: str) -> None:
    with pytest.raises(InputError, match=PART) as refused:
        read(rows(line))
    assert words in str(refused.value)


def test_a_file_without_the_column_of_small_areas_is_refused() -> None:
    with pytest.raises(InputError, match="there is no column 'LSOA code'"):
        read(rows("a,2016-07,X,,,y,E01,z,Drugs").replace(b"LSOA code", b"LSOA"))


def test_the_file_of_a_month_is_asked_for_at_the_address_that_the_data_says() -> None:
    publisher = Publisher()
    adapter().download(Ask(), publisher, "http://127.0.0.1:9/data.police.uk")
    assert publisher.asked == {PART: f"http://127.0.0.1:9/data.police.uk/data/archive/2016-07/{PART}"}
