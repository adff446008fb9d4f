# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Only the area and the periods that are asked come in, and never figures of two divisions together."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from baken.model.errors import InputError
from baken.model.period import Period
from baken.replay.server import Replay
from baken.sources.asking import ask_for
from baken.sources.contract import Ask
from baken.store.reader import Reader
from baken.store.workspace import Workspace

from .making import (
    DAY,
    FEATURES,
    MONTHS,
    V3,
    V4,
    Publishers,
    State,
    fetch,
    replaying,
)

LATER = DAY + timedelta(days=30)
BURGLARY = "politie-misdrijven/1.1.1"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def data_asked(server: Replay, part: str = "TypedDataSet") -> list[str]:
    return [line for line in server.log if part in line]


@pytest.mark.parametrize(
    ("name", "filtered"),
    [
        (V3, "startswith(WijkenEnBuurten,'WK0935')"),
        (V4, "startswith(RegioS,'GM0935')"),
        (FEATURES, "=GM0935"),
    ],
)
def test_only_the_area_that_is_asked_is_downloaded(name: str, filtered: str, workspace: Workspace) -> None:
    with replaying() as server:
        got = fetch(server, workspace, name).received
        asked = [unquote(line) for line in server.log if filtered in unquote(line)]
        assert asked
        bodies = [Reader(workspace).parts(got)[part.name] for part in got.parts] if got else []
        data = b"".join(body for body in bodies if b"0935" in body and b'"Key"' not in body)
        rows = [body for body in bodies if b"BU01060000" in body or b"GM0106" in body]
        assert data
        assert all(b'"Key"' in body or b'"Identifier"' in body for body in rows)
    areas = Reader(workspace).areas.texts
    assert not any("0106" in code for code in areas)


@pytest.mark.parametrize("area", ["NL", "Nederland", "nederland "])
def test_the_whole_country(area: str, workspace: Workspace) -> None:
    with replaying() as server:
        fetch(server, workspace, ask=ask_for(area))
        assert "filter" not in "".join(data_asked(server))
    reader = Reader(workspace)
    assert reader.series(V3, "BU01060000", BURGLARY)
    assert reader.series(V3, "BU09350000", BURGLARY)


def test_only_from_the_first_period_that_is_asked(workspace: Workspace) -> None:
    with replaying() as server:
        fetch(server, workspace, ask=ask_for("Maastricht", "2024"))
        assert all("startswith(Perioden,'2024')" in unquote(line) for line in data_asked(server))
    found = Reader(workspace).series(V3, "BU09350000", BURGLARY)
    assert [str(one.period) for one in found] == ["2024-01", "2024-02"]


SINCE = Ask(municipality="GM0935", beside=("NL",), since=Period.parse("2024"))


def test_after_a_new_division_everything_comes_in_anew(workspace: Workspace) -> None:
    publishers = Publishers()
    with replaying(publishers) as server:
        fetch(server, workspace)
        publishers.turn(
            State(modified="2026-02-15T02:00:00", division="2027", areas=("BU09350009", "NL00      "))
        )
        got = fetch(server, workspace, ask=SINCE, now=LATER).received
        assert got
        assert got.classification == "2027"
        assert any("Perioden,'2024'" not in unquote(line) for line in data_asked(server)[-2:])
    reader = Reader(workspace)
    assert len(reader.series(V3, "BU09350009", BURGLARY)) == len(MONTHS)
    assert not reader.series(V3, "BU09350000", BURGLARY)


def test_a_division_that_another_municipality_brought_in_first_is_new_all_the_same(
    workspace: Workspace,
) -> None:
    publishers = Publishers()
    with replaying(publishers) as server:
        fetch(server, workspace)
        publishers.turn(State(modified="2026-02-15T02:00:00", division="2027", revised=4))
        fetch(server, workspace, ask=Ask(municipality="GM0106"), now=LATER)
        fetch(server, workspace, ask=SINCE, now=LATER)
        fetch(server, workspace, ask=Ask(municipality="GM0106", since=SINCE.since), now=LATER)
    was = sum(map(ord, "1.1.1 BU09350000" + MONTHS[0])) % 19
    assert Reader(workspace).series(V3, "BU09350000", BURGLARY)[0].value == was + 4


def test_the_same_division_is_not_asked_whole(workspace: Workspace) -> None:
    publishers = Publishers()
    with replaying(publishers) as server:
        fetch(server, workspace)
        publishers.turn(State(modified="2026-02-15T02:00:00", revised=4))
        server.log.clear()
        fetch(server, workspace, ask=SINCE, now=LATER)
        assert all("Perioden,'2024'" in unquote(line) for line in data_asked(server))
    # What was not asked for was not withdrawn either.
    assert len(Reader(workspace).series(V3, "BU09350000", BURGLARY)) == len(MONTHS)


def test_a_month_never_stands_beside_its_year_in_a_picture(workspace: Workspace) -> None:
    from baken.sources.held import combined
    from support import measured, snapshot

    month = replace(
        measured("politie-misdrijven/1.1.1", Period.parse("2023"), 9), period=Period.parse("2023-04")
    )
    year, other = replace(month, period=Period.parse("2023")), replace(month, period=Period.parse("2022-04"))
    one = replace(snapshot([month, other]), source="by-month")
    kept = combined([snapshot([year])], [one])
    assert {str(each.period) for each in kept[1].observations} == {"2022-04"}


def test_a_municipality_that_a_table_lacks_is_noted_where_areas_beside_it_are_there(
    workspace: Workspace,
) -> None:
    publishers = Publishers(State(regions=("NL01", "PV31")))
    with replaying(publishers) as server:
        got = fetch(server, workspace, V4).received
        assert got
        assert "The table does not have GM0935." in got.notes
        assert Reader(workspace).series(V4, "NL", "bevolking/inwoners")
        with pytest.raises(InputError, match="no area of GM0001, and none beside it"):
            fetch(server, workspace, V4, Ask(municipality="GM0001"))
