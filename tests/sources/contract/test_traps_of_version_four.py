# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The traps of CBS tables in the fourth version, each laid on purpose."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from baken.model.errors import InputError
from baken.model.observation import Presence
from baken.replay.messages import Site
from baken.sources.contract import Ask
from fetching import Bytes

from .asking import Found, downloaded, read
from .publishers import sites

NAME = "cbs_03759ned"
CITY = Ask(municipality="GM0935", beside=("NL",))
ROWS = "Observations/000001"
AGES = ("11200", "11300", "11400", "11500", "11600", "11700")


@pytest.fixture(scope="module")
def publishers() -> Sequence[Site]:
    return sites(page=10_000)


def spoiled(publishers: Sequence[Site], change: Any, part: str = ROWS) -> Bytes:
    parts = Bytes(downloaded(NAME, CITY, publishers).parts)
    data = json.loads(parts[part])
    change(data)
    parts[part] = json.dumps(data).encode()
    return parts


def row(data: Any, age: str = "10000") -> Any:
    """The observation of Maastricht in 2022."""
    key = {"RegioS": "GM0935", "Perioden": "2022JJ00", "Leeftijd": age}
    return next(one for one in data["value"] if key.items() <= one.items())


def young(parts: Bytes) -> Found:
    found = read(NAME, CITY, parts).get("bevolking/12-17", "GM0935", "2022")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("attribute", "presence"),
    [
        ("Impossible", Presence.IMPOSSIBLE),
        ("Confidential", Presence.SUPPRESSED),
        ("NotAvailable", Presence.MISSING),
    ],
)
def test_each_reason_for_having_no_value_is_kept(
    publishers: Sequence[Site], attribute: str, presence: Presence
) -> None:
    parts = spoiled(publishers, lambda data: row(data).update(ValueAttribute=attribute, Value=None))
    found = read(NAME, CITY, parts).get("bevolking/inwoners", "GM0935", "2022")
    assert found is not None
    assert (found.value, found.presence) == (None, presence)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"ValueAttribute": "None", "Value": None}, "says 'None' and has no value"),
        ({"ValueAttribute": "Impossible"}, "says 'Impossible' and has the value"),
        ({"ValueAttribute": "Secret", "Value": None}, "'ValueAttribute' holds 'Secret'"),
        ({"StringValue": "veel"}, "'StringValue' holds 'veel'"),
        ({"Value": "12"}, "value"),
        ({"Value": 1.5}, "'Value' holds 1.5"),
        ({"RegioS": "GM7777"}, "'RegioS' holds 'GM7777'"),
        ({"Measure": "M999999"}, "'M999999' is not in its list"),
    ],
)
def test_a_row_that_contradicts_itself_or_the_lists_is_refused(
    publishers: Sequence[Site], said: dict[str, Any], words: str
) -> None:
    with pytest.raises(InputError, match=words) as refused:
        read(NAME, CITY, spoiled(publishers, lambda data: row(data).update(said)))
    assert ROWS in str(refused.value)


def test_the_young_are_the_sum_of_six_ages(publishers: Sequence[Site]) -> None:
    parts = downloaded(NAME, CITY, publishers).parts
    data = json.loads(parts[ROWS])
    assert young(parts).value == sum(row(data, age)["Value"] for age in AGES)


def test_of_ages_of_which_one_is_not_there_is_no_sum(publishers: Sequence[Site]) -> None:
    lacking = {"ValueAttribute": "Confidential", "Value": None}
    one = young(spoiled(publishers, lambda data: row(data, "11300").update(lacking)))
    assert (one.value, one.presence) == (None, Presence.MISSING)
    every = young(spoiled(publishers, lambda data: [row(data, age).update(lacking) for age in AGES]))
    assert (every.value, every.presence) == (None, Presence.SUPPRESSED)


def test_an_age_that_does_not_come_at_all_is_noticed(publishers: Sequence[Site]) -> None:
    parts = spoiled(publishers, lambda data: data["value"].remove(row(data, "11300")))
    with pytest.raises(InputError, match="rows of bevolking/12-17 did not come in, such as GM0935 2022JJ00"):
        read(NAME, CITY, parts)


def test_rows_that_were_not_asked_are_passed_over(publishers: Sequence[Site]) -> None:
    def more(data: Any) -> None:
        data["value"] += [{**row(data), "Geslacht": "3000"}, {**row(data), "Leeftijd": "22000"}]
        data["value"].append({**row(data), "RegioS": "PV31"})

    plain = read(NAME, CITY, downloaded(NAME, CITY, publishers).parts)
    assert read(NAME, CITY, spoiled(publishers, more)) == plain


@pytest.mark.parametrize(
    ("part", "change", "words"),
    [
        (
            "MeasureCodes/000001",
            lambda data: data["value"][0].update(Identifier="M1"),
            "'M000352' is missing",
        ),
        ("Dimensions/000001", lambda data: data["value"].pop(0), "'BurgerlijkeStaat' is missing"),
        ("LeeftijdCodes/000001", lambda data: data["value"].pop(1), "the code '11200' is missing"),
        ("GeslachtCodes/000001", lambda data: data["value"].pop(0), "the code 'T001038' is missing"),
        (
            "PeriodenCodes/000001",
            lambda data: data["value"].append(data["value"][0]),
            "stands in the list twice",
        ),
        ("PeriodenCodes/000001", lambda data: data["value"].clear(), "list of codes is empty"),
    ],
)
def test_a_table_that_was_changed_is_refused(
    publishers: Sequence[Site], part: str, change: Any, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        read(NAME, CITY, spoiled(publishers, change, part))
