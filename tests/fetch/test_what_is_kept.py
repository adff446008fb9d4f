# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Going on after an interruption, asking again, and what changed meanwhile."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from baken.model.errors import SourceError
from baken.model.observation import Presence
from baken.model.period import Period
from baken.picture.material import load_material
from baken.replay.server import Replay
from baken.sources.client import Client
from baken.sources.contract import Ask
from baken.sources.download import Download
from baken.sources.history import history
from baken.sources.registry import source
from baken.store.merge import Changes
from baken.store.reader import Reader
from baken.store.workspace import Workspace

from .making import (
    AREAS,
    DAY,
    DEMO,
    FEATURES,
    FILES,
    HASTE,
    MONTHS,
    V3,
    V4,
    Publishers,
    State,
    fetch,
    held,
    replaying,
)

LATER = DAY + timedelta(days=30)
PART = "2016-07-west-yorkshire-street.csv"
BURGLARY = "politie-misdrijven/1.1.1"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def data_asked(server: Replay, part: str = "TypedDataSet") -> list[str]:
    return [line for line in server.log if part in line]


@pytest.mark.parametrize("name", [V3, V4])
@pytest.mark.parametrize("first", [2, 3])
def test_an_interrupted_download_goes_on_where_it_stopped(
    name: str, first: int, workspace: Workspace, tmp_path: Path
) -> None:
    part = "TypedDataSet" if name == V3 else "Observations"
    with replaying(None, f"500@{part}#{first}x*") as server:
        with pytest.raises(SourceError, match="has a fault"):
            fetch(server, workspace, name, patience=HASTE)
        assert held(workspace, server) == {}
        server.faults = ()
        came = set(data_asked(server, part)[: first - 1])
        server.log.clear()
        outcome = fetch(server, workspace, name, now=DAY)
        assert outcome.resumed > first - 1
        assert not came & set(server.log)
        asked = [line for line in server.log if not line.endswith(("TableInfos?$format=json", "Properties"))]
        assert asked == data_asked(server, part)
        again = Workspace(tmp_path / "undisturbed")
        fetch(server, again, name)
        assert held(again, server) == held(workspace, server)
    assert not list((workspace.snapshots / "incoming").glob("*/*/*"))


def test_a_table_that_was_renewed_meanwhile_is_asked_anew(workspace: Workspace) -> None:
    publishers = Publishers()
    with replaying(publishers, "500@TypedDataSet#2x*") as server:
        with pytest.raises(SourceError):
            fetch(server, workspace, patience=HASTE)
        server.faults = ()
        publishers.turn(State(modified="2026-02-15T02:00:00", revised=5))
        outcome = fetch(server, workspace)
        assert outcome.resumed == 0
    (row,) = Reader(workspace).series(V3, "BU09350000", BURGLARY)[:1]
    assert row.value == sum(map(ord, "1.1.1 BU09350000" + MONTHS[0])) % 19 + 5


def test_bytes_that_the_disk_spoiled_are_asked_again(workspace: Workspace) -> None:
    with replaying(None, "500@TypedDataSet#4x*") as server:
        with pytest.raises(SourceError):
            fetch(server, workspace, patience=HASTE)
        server.faults = ()
        (log,) = (workspace.snapshots / "incoming" / V3).glob("*/log.jsonl")
        lines = [json.loads(line) for line in log.read_bytes().splitlines() if line]
        spoiled, empty, lost = (one for one in lines if one["name"].startswith("TypedDataSet/"))
        for one, data in ((spoiled, b"x" * 40), (empty, b"")):
            (workspace.blobs / one["sha256"][:2] / f"{one['sha256']}.zst").write_bytes(data)
        (workspace.blobs / lost["sha256"][:2] / f"{lost['sha256']}.zst").unlink()
        # A line that was being written when the power failed.
        log.write_bytes(log.read_bytes() + b'{"name":"TypedDataSet/000004","addr')
        server.log.clear()
        fetch(server, workspace)
        assert {one["address"].removeprefix(server.url) for one in (spoiled, empty, lost)} <= set(server.log)
        reader = Reader(workspace)
        parts = reader.parts(reader.snapshot(reader.until))
        assert all(parts[name] for name in parts.names())


def test_bytes_of_an_earlier_snapshot_that_the_disk_spoiled_are_kept_anew(workspace: Workspace) -> None:
    publishers = Publishers()
    with replaying(publishers) as server:
        got = fetch(server, workspace).received
        assert got
        part = next(one for one in got.parts if one.name == "SoortMisdrijf/000001")
        (workspace.blobs / part.sha256[:2] / f"{part.sha256}.zst").write_bytes(b"spoiled")
        publishers.turn(State(modified="2026-02-15T02:00:00", revised=1))
        fetch(server, workspace, now=LATER)
    reader = Reader(workspace)
    assert reader.parts(got)[part.name]


def test_what_an_earlier_run_left_and_is_no_good_is_asked_once_more(workspace: Workspace) -> None:
    with replaying(None, "rename@TypedDataSet#2", "500@TypedDataSet#3x*") as server:
        with pytest.raises(SourceError):
            fetch(server, workspace, patience=HASTE)
        server.faults = ()
        outcome = fetch(server, workspace)
        assert outcome.received
        assert outcome.resumed == 0


def test_without_a_stamp_only_what_just_came_in_is_used_again(workspace: Workspace) -> None:
    """A publisher that does not say when it renewed may have done so: two states are never put together."""
    publishers = Publishers(State(revised=1))
    ask = Ask(municipality="GM0935", since=Period.parse("2014"))
    with replaying(publishers) as server:
        address = f"{server.url}/data.police.uk/data/archive/2016-07/{PART}"
        for age, resumed in ((timedelta(minutes=30), 1), (timedelta(hours=2), 0)):
            leave_behind(workspace, f"{server.url}/data.police.uk {ask} ", address, DAY - age)
            publishers.turn(State(revised=3))
            got = fetch(server, workspace, FILES, ask)
            rows = Reader(workspace).series(FILES, "E01007359", "police-uk/burglary")
            assert got.resumed == resumed
            assert rows[0].value == (2 if resumed else 4)


def leave_behind(workspace: Workspace, question: str, address: str, at: datetime) -> None:
    """What a run that was interrupted leaves."""
    with (
        Client(HASTE) as client,
        Download(workspace, FILES, question, client, stamped=False, now=lambda: at) as left,
    ):
        left.part(PART, address)
        assert left.parts


@pytest.mark.parametrize("name", [V3, V4])
def test_the_same_state_costs_one_question(name: str, workspace: Workspace) -> None:
    with replaying() as server:
        first = fetch(server, workspace, name)
        assert first.received
        before = held(workspace, server)
        server.log.clear()
        second = fetch(server, workspace, name, now=LATER)
        assert len(server.log) == 1
        assert server.log[0].rpartition("/")[2] in ("TableInfos?$format=json", "Properties")
        assert (second.received, second.last) == (None, first.received)
        assert second.changes == Changes(same=first.received.rows)
        assert held(workspace, server) == before


@pytest.mark.parametrize("name", [DEMO, FILES, FEATURES])
def test_without_a_stamp_the_same_bytes_change_nothing(name: str, workspace: Workspace) -> None:
    with replaying() as server:
        first = fetch(server, workspace, name)
        before = held(workspace, server)
        second = fetch(server, workspace, name, now=LATER)
        assert (second.received, second.last) == (None, first.received)
        assert held(workspace, server) == before


def test_new_revised_and_withdrawn_figures_are_counted_and_remembered(workspace: Workspace) -> None:
    publishers = Publishers()
    with replaying(publishers) as server:
        first = fetch(server, workspace)
        cells = 2 * 3 * len(MONTHS)
        assert first.changes == Changes(new=cells)
        renewed = State(
            modified="2026-02-15T02:00:00",
            revised=6,
            months=(*MONTHS[:3], "2024MM03"),
            areas=tuple(code for code in AREAS if code != "BU09350001"),
        )
        publishers.turn(renewed)
        second = fetch(server, workspace, now=LATER)
    # A neighbourhood of three months left and so did the last month of the other two areas, for both kinds.
    assert second.changes == Changes(new=4, revised=1, withdrawn=2 * 4 + 4, same=cells - 1 - 12)
    earlier, later = history(workspace, "BU09350000", BURGLARY, Period.parse("2023-11")).versions
    was = sum(map(ord, "1.1.1 BU09350000" + MONTHS[0])) % 19
    assert (earlier.since, earlier.until) == (DAY.date(), LATER.date())
    assert earlier.value == was
    assert (later.since, later.until) == (LATER.date(), None)
    assert later.value == was + 6
    assert not earlier.withdrawn
    (gone,) = history(workspace, "BU09350001", BURGLARY, Period.parse("2023-11")).versions
    assert gone.withdrawn
    assert gone.until == LATER.date()
    reader = Reader(workspace)
    assert not reader.series(V3, "BU09350001", BURGLARY)
    assert len(reader.series(V3, "BU09350001", BURGLARY, DAY.date())) == len(MONTHS)


def test_a_picture_of_an_earlier_day_holds_what_was_known_then(workspace: Workspace) -> None:
    publishers = Publishers(State(years=("2023JJ00", "2024JJ00", "2026JJ00")))
    with replaying(publishers) as server:
        fetch(server, workspace, V4)
        publishers.turn(replace(publishers.now, revised=1000, modified="2026-02-15T02:00:00"))
        fetch(server, workspace, V4, now=LATER)
    reader, period = Reader(workspace), Period.parse("2026")

    def inhabitants(on: date) -> int:
        found = load_material("GM0935", on, reader=reader).holdings.get(
            "bevolking/inwoners", "GM0935", period
        )
        assert found
        assert found.value is not None
        return int(found.value)

    assert inhabitants(LATER.date()) == inhabitants(DAY.date()) + 1000
    early = load_material("GM0935", date(2026, 1, 15), reader=reader).holdings
    carried = early.get("bevolking/inwoners", "GM0935", period)
    assert carried
    assert carried.snapshot.startswith("cbs_bevolking/")


def test_a_state_that_comes_back_is_put_in_force_again(workspace: Workspace) -> None:
    """Another question may have brought in a newer state meanwhile: then the first is not what is held."""
    publishers = Publishers(State(demo=(("GM0935", 2020, 7),)))
    with replaying(publishers) as server:
        fetch(server, workspace, DEMO)
        publishers.turn(State(demo=(("GM0935", 2020, 8),)))
        fetch(server, workspace, DEMO, Ask(), now=LATER)
        publishers.turn(State(demo=(("GM0935", 2020, 7),)))
        outcome = fetch(server, workspace, DEMO, now=LATER + timedelta(days=1))
    assert outcome.changes == Changes(revised=1)
    assert Reader(workspace).series(DEMO, "GM0935", "demo/verzonnen")[0].value == 7


@pytest.mark.requirement("SRC-03")
def test_a_snapshot_says_from_where_when_and_with_which_checksum(workspace: Workspace) -> None:
    with replaying() as server:
        got = fetch(server, workspace).received
        assert got
        found, layout = source(V3), source(V3).odata3
        assert layout
        assert layout.table == found.table == got.table == "47022NED"
        assert got.received == DAY
        assert got.base == f"{server.url}/dataderden.cbs.nl/"[:-1]
        assert all(part.sha256 and part.received == DAY for part in got.parts)
        assert len(got.digest) == 64
    assert Reader(workspace).newest(V3) == got


@pytest.mark.requirement("SRC-21")
@pytest.mark.parametrize("name", [V3, V4, FEATURES, FILES, DEMO])
def test_the_same_input_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    found = []
    for folder in ("one", "two"):
        publishers, workspace = Publishers(), Workspace(tmp_path / folder)
        with replaying(publishers) as server:
            fetch(server, workspace, name)
            publishers.turn(State(revised=3, modified="2026-02-15T02:00:00"))
            fetch(server, workspace, name, now=LATER)
            found.append(held(workspace, server))
    assert found[0] == found[1]
    assert any(file.endswith(".json") for file in found[0])


def test_what_is_impossible_comes_in_as_such(workspace: Workspace) -> None:
    with replaying() as server:
        fetch(server, workspace, V4)
    first = Reader(workspace).series(V4, "GM0935", "bevolking/inwoners")[0]
    assert (first.presence, first.value) == (Presence.IMPOSSIBLE, None)
