# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The fourth version of OData: observations in pages, filters with lists, and names that know their case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from baken.replay.cbs4 import invented_dataset, recorded_dataset
from baken.replay.odata4 import OData4
from baken.replay.server import Replay

from .conftest import asking, every_page

ROOT = "/datasets.cbs.nl/odata/v1/CBS"
LINK = "@odata.nextLink"


def test_the_wrong_case_is_empty_and_an_unknown_name_is_not_found(filled: Replay) -> None:
    ask = asking(filled)
    for name in ("Observations", "RegioSCodes", "Properties"):
        answer = ask(f"{ROOT}/03759NED/{name}")
        assert (answer.status_code, answer.json()["value"]) == (200, []), name
    assert ask(f"{ROOT}/00000NED/Observations").status_code == 404
    assert ask(f"{ROOT}/03759ned/Nothing").status_code == 404


@pytest.mark.parametrize(
    ("where", "number"),
    [
        ("RegioS eq 'GM0935'", 16),
        ("RegioS in ('GM0935','NL01') and Perioden eq '2024JJ00'", 4),
        ("startswith(RegioS,'PV') and Measure eq 'M000352' and Perioden ge '2025JJ00'", 24),
        ("ValueAttribute eq 'Impossible'", 8165),
        ("RegioS eq 'GM0935    '", 0),
        ("RegioS eq 'GM0935' or RegioS eq 'NL01' and Measure eq 'M000352'", 24),
    ],
)
def test_a_filter_leaves_the_recorded_rows(filled: Replay, where: str, number: int) -> None:
    assert len(asking(filled)(f"{ROOT}/03759ned/Observations", filter=where).json()["value"]) == number
    count = asking(filled)(f"{ROOT}/03759ned/Observations/$count", filter=where)
    assert count.text == str(number)


def test_the_inhabitants_of_maastricht(filled: Replay) -> None:
    where = "RegioS eq 'GM0935' and Measure eq 'M000352'"
    rows = asking(filled)(f"{ROOT}/03759ned/Observations", filter=where, select="Perioden,Value").json()[
        "value"
    ]
    assert [row["Value"] for row in rows] == [121565, 121575, 120227, 121151, 122734, 125285, 125563, 126026]
    assert list(rows[0]) == ["Value", "Perioden"]


def test_impossible_is_null_and_not_zero(filled: Replay) -> None:
    rows = asking(filled)(f"{ROOT}/03759ned/Observations", filter="ValueAttribute eq 'Impossible'").json()[
        "value"
    ]
    assert {row["Value"] for row in rows} == {None}


def test_pages_have_links_to_the_publisher(data: Path) -> None:
    folder = data / "fixtures/cbs_v4/03759ned"
    dataset = recorded_dataset(folder)
    with Replay([OData4({"03759ned": lambda: dataset}, page=5000)]) as server:
        first = asking(server)(f"{ROOT}/03759ned/Observations", count="true").json()
        assert first["@odata.count"] == 13_568
        assert first[LINK].startswith("https://datasets.cbs.nl/odata/v1/CBS/03759ned/Observations?")
        rows = every_page(server, f"{ROOT}/03759ned/Observations", LINK)
        assert len({row["Id"] for row in rows}) == len(rows) == 13_568
        some = every_page(server, f"{ROOT}/03759ned/Observations", LINK, top=7000, skip=100)
    assert some == rows[100:7100]


def test_codes_can_be_asked_by_their_group(filled: Replay) -> None:
    ask = asking(filled)
    codes = ask(
        f"{ROOT}/03759ned/RegioSCodes", filter="DimensionGroupId eq 'GMPV31'", select="Identifier"
    ).json()
    assert {"Identifier": "GM0935"} in codes["value"]
    groups = ask(f"{ROOT}/03759ned/RegioSGroups").json()["value"]
    assert "GMPV31" in [group["Id"] for group in groups]
    assert ask(f"{ROOT}/03759ned/MeasureGroups").json()["value"] == []


def test_the_catalogue_is_the_recorded_one(filled: Replay) -> None:
    listed = asking(filled)(f"{ROOT}/Datasets", filter="Identifier eq '03759ned'").json()["value"]
    assert [one["Title"] for one in listed] == [
        "Bevolking op 1 januari en gemiddeld; geslacht, leeftijd en regio"
    ]
    assert len(asking(filled)(f"{ROOT}/Datasets", top=5, skip=80).json()["value"]) == 3


def test_invented_observations_have_margins_follow_from_a_seed_and_say_so(filled: Replay, data: Path) -> None:
    where = "RegioS eq 'NL01' and Perioden eq '2024MM01' and Geslacht eq 'T001038' and Leeftijd eq '10000'"
    rows = asking(filled)(f"{ROOT}/85554NED/Observations", filter=where).json()["value"]
    figures = {row["Marges"]: row["Value"] for row in rows}
    assert figures["MOG0095"] < figures["MW00000"] < figures["MBG0095"]
    said = asking(filled)(f"{ROOT}/85554NED/Properties").json()["Description"]
    assert said.startswith("Invented observations (seed 85554).")

    def first(seed: int) -> Any:
        folder = data / "fixtures/cbs_v4/85554NED"
        with Replay([OData4({"85554NED": lambda: invented_dataset(folder, seed)})]) as server:
            return asking(server)(f"{ROOT}/85554NED/Observations", top=100).json()["value"]

    assert first(1) == first(1)
    assert first(1) != first(2)
