# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Changes as open data: what the figures say and what they carry are two fields."""

import json
from datetime import date

import pytest

from baken import load_picture
from baken.publications.open_data import records, to_json

PICTURE = load_picture("Maastricht", date(2026, 11, 21))
CHANGES = {
    (one["indicator"], one["without_pandemic_years"]): one
    for one in json.loads(to_json(PICTURE, records(PICTURE)))["changes"]
}


def test_a_change_that_the_interval_carries_has_a_direction_and_its_interval() -> None:
    found = CHANGES["hic", False]
    assert (found["start"], found["end"]) == ("2017", "2021")
    assert (found["observed_change"], found["percent"]) == (-2.4, -64.9)
    assert found["supported_direction"] == "down"
    assert found["interval"]["upper"] < 0
    assert found["pandemic_years"] == ["2021"]


def test_the_same_change_without_pandemic_years_stands_beside_it() -> None:
    found = CHANGES["hic", True]
    assert (found["start"], found["end"], found["supported_direction"]) == ("2017", "2019", None)
    assert found["reason"] == "the interval includes no change"


@pytest.mark.requirement("OBJ-16")
def test_vandalism_went_up_by_3_1_per_cent_and_that_proves_nothing() -> None:
    found = CHANGES["vernieling", False]
    assert (found["observed_change"], found["percent"]) == (0.2, 3.1)
    assert found["supported_direction"] is None


def test_a_change_without_an_interval_says_why() -> None:
    found = CHANGES["onveilig-in-buurt", False]
    assert (found["observed_change"], found["scale"]) == (-5.5, "percentage points")
    assert found["interval"] is None
    assert found["reason"] == "series break in between"
