# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Surveys: a value and its margins come in rows of their own, and become one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from baken.model.observation import Precision, Presence
from baken.replay.messages import Site
from fetching import Bytes

from .asking import fetched, read
from .publishers import TOPICS, sites
from .spoiling import CITY, ROWS, assert_refused, changed, parts_of


@pytest.fixture(scope="module")
def publishers() -> Sequence[Site]:
    return sites(page=10_000)


def test_a_survey_has_margins_where_they_are_given(publishers: Sequence[Site]) -> None:
    kept = fetched("cbs_81877ned", CITY, publishers)
    with_margins = [row for row in kept.rows.values() if row.precision is Precision.SURVEY_WITH_MARGINS]
    without = [row for row in kept.rows.values() if row.precision is Precision.SURVEY_WITHOUT_MARGINS]
    assert with_margins
    assert all(row.lower is not None and row.upper is not None for row in with_margins)
    assert all(
        row.value and row.lower and row.upper and row.lower < row.value < row.upper for row in with_margins
    )
    assert all(row.presence is not Presence.VALUE for row in without)
    assert {measure for measure, _, _ in kept.rows} == {
        "onveilig-in-buurt",
        "rapportcijfer-veiligheid",
        "veiligheidsmonitor/VanZakkenrollerij_3",
    }
    assert any("Onbekend_4" in note and "schaalscore" in note for note in kept.notes)


def test_a_title_that_stands_twice_is_no_indicator(publishers: Sequence[Site]) -> None:
    parts = parts_of("cbs_81877ned", publishers)
    parts["DataProperties/000001"] = parts["DataProperties/000001"].replace(
        b'"Van zakkenrollerij"', b'"Voelt zich wel eens onveilig in buurt"'
    )
    kept = read("cbs_81877ned", CITY, parts)
    assert not any(measure == "onveilig-in-buurt" for measure, _, _ in kept.rows)
    assert any(measure.startswith("veiligheidsmonitor/VoeltZich") for measure, _, _ in kept.rows)


def test_a_margin_as_one_number_holds_to_both_sides(publishers: Sequence[Site]) -> None:
    parts = parts_of("cbs_81877ned", publishers)
    codes = [{"Key": "MW00000", "Title": "Waarde"}, {"Key": "MM00000", "Title": "Marges"}]
    parts["Marges/000001"] = json.dumps({"value": codes}).encode()
    data = json.loads(parts[ROWS])
    data["value"] = [row for row in data["value"] if row["Marges"] != "MBG0095"]
    for row in data["value"]:
        if row["Marges"] == "MOG0095":
            row.update({"Marges": "MM00000"} | {name: 0.5 for name, *_ in TOPICS})
    parts[ROWS] = json.dumps(data).encode()
    kept = read("cbs_81877ned", CITY, parts)
    rows = [row for row in kept.rows.values() if row.presence is Presence.VALUE]
    assert rows
    assert {str(row.upper - row.value) for row in rows if row.upper and row.value} == {"0.5"}
    assert {str(row.value - row.lower) for row in rows if row.lower and row.value} == {"0.5"}


def test_margins_that_do_not_hold_their_value_are_refused(publishers: Sequence[Site]) -> None:
    def put(data: Any) -> None:
        for row in data["value"]:
            if row["Marges"] == "MBG0095":
                row["VoeltZichWelEensOnveiligInBuurt_1"] = 0.1

    assert_refused(
        "cbs_81877ned", changed(parts_of("cbs_81877ned", publishers), ROWS, put), "do not hold their value"
    )


def test_margins_with_other_codes_are_refused(publishers: Sequence[Site]) -> None:
    parts = parts_of("cbs_85146ned", publishers)
    parts = Bytes({name: data.replace(b"MOG0095", b"XOG0095") for name, data in parts.items()})
    assert_refused("cbs_85146ned", parts, "cannot be told from the codes MW00000, XOG0095, MBG0095")
