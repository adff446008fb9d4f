# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Fetching, asking what was known and how fresh it is, as a person at the command line sees it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from baken.model.errors import UsageError
from baken.replay.faults import Fault
from baken.sources.clock import VARIABLE, now
from baken.sources.description import SourceFile
from baken.sources.health import next_release
from baken.sources.registry import source, sources
from baken.store.reader import Reader
from baken.store.workspace import Workspace

from .making import DAY, DEMO, ENVIRONMENT, V3, V4, Publishers, State, fetch, replaying
from .persons import Person, line_of, sources_of


def test_a_fetch_says_what_changed(person: Person, publishers: Publishers) -> None:
    first = person.fetches(V3)
    assert (first.code, first.err) == (0, "")
    assert first.out.splitlines()[0] == (
        f"{V3}/47022NED@2026-01-31: 24 rows, 0.0 MB: 24 new, 0 revised, 0 withdrawn, 0 as before"
    )
    again = person.fetches(V3)
    assert again.out == f"{V3}: nothing has changed since {V3}/47022NED@2026-01-31\n"
    publishers.turn(State(revised=2, modified="2026-02-15T02:00:00"))
    changed = person.fetches(V3, "--json").json
    (record,) = changed["sources"]
    assert changed["area"].startswith("GM0935 ")
    assert (record["new"], record["revised"], record["withdrawn"], record["same"]) == (0, 1, 0, 23)
    assert (record["changed"], record["snapshot"]) == (True, f"{V3}/47022NED@2026-01-31.2")
    assert person.fetches(V3, "--json").json["sources"][0]["changed"] is False


def test_what_cannot_be_fetched_is_one_line(person: Person) -> None:
    assert "unknown source 'nothing'" in line_of(person.fetches("nothing"))
    assert "cannot be fetched" in line_of(person.fetches("raadsvoorstel_2023"))
    assert "unknown area 'Atlantis'" in line_of(person.fetches(V3, "--area", "Atlantis"))
    assert "--since 2015" in line_of(person.fetches(V3, "--since", "lately"))
    assert "mistake (ZeroDivisionError" in line_of(person.fetches("demo_kapot"))
    assert "no figure of them can be used" in line_of(person.fetches("demo_weigert"))
    assert "answers 404" in line_of(person.fetches("cbs_85146ned"))
    assert Reader(Workspace(person.root)).sources == ()


def test_nobody_who_answers_is_one_line_without_a_word_of_the_tries(tmp_path: Path) -> None:
    words = (
        "fetch",
        DEMO,
        "--area",
        "GM0935",
        "--base-url",
        "http://127.0.0.1:9",
        "--workspace",
        str(tmp_path),
    )
    script = (
        "import sys; from baken.sources import client; import dataclasses\n"
        "client.Patience = lambda: dataclasses.replace(old(), attempts=2, pause=0.01)\n"
    ).replace("client.Patience =", "old = client.Patience; client.Patience =")
    command = [sys.executable, "-c", f"{script}from baken.cli import main; main(sys.argv[1:])", *words]
    found = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.count("\n") == 1
    assert "(2 tries). Try again later." in found.stderr


def test_one_source_that_fails_does_not_take_the_others_along(person: Person) -> None:
    answer = person.fetches("demo_kapot", DEMO, "demo_weigert", V4)
    assert answer.code == 2
    assert [line.partition("@")[0] for line in answer.out.splitlines() if line[0] != " "] == [
        f"{DEMO}/demo",
        f"{V4}/03759ned",
    ]
    assert answer.err.count("\n") == answer.err.count("error: ") == 2
    told = person.fetches("demo_kapot", DEMO, "--json")
    assert told.code == 2
    assert [one["source"] for one in told.json["sources"]] == [DEMO]


def test_what_was_known_and_when(person: Person, publishers: Publishers) -> None:
    person.fetches(V4)
    publishers.turn(State(revised=10, modified="2026-02-15T02:00:00"))
    fetch(person.server, Workspace(person.root), V4, now=DAY + timedelta(days=30))
    answer = person.says("history", "GM0935", "bevolking/inwoners", "2025")
    kept = [line for line in answer.out.splitlines() if V4 in line]
    # Two questions: with and without the areas beside the municipality.
    assert "2026-01-31 until 2026-03-02 (revised)" in kept[0]
    assert kept[-1].startswith("2026-03-02: ")
    versions = person.says("history", "GM0935", "bevolking/inwoners", "2025", "--json").json["versions"]
    ended = [one for one in versions if one["source"] == V4]
    assert [one["until"] for one in ended] == ["2026-03-02", None]
    assert ended[1]["value"] == ended[0]["value"] + 10
    never = person.says("history", "GM0935", "bevolking/inwoners", "1950")
    assert (never.code, never.out) == (1, "")
    assert never.err.count("\n") == 1


@pytest.mark.requirement("SRC-03")
def test_how_fresh_each_source_is(person: Person) -> None:
    person.fetches(V3)
    person.fetches("demo_weigert")
    found = sources_of(person)
    assert found.keys() == sources().keys() - {"demo", "demo_kapot"}
    assert (found[V3]["health"], found[V3]["next_release"], found[V3]["taken"]) == (
        "up to date",
        "2026-02-15",
        "2026-01-31",
    )
    assert (found[V3]["rows"], found[V3]["coverage"]) == (24, "2023-11 - 2024-02")
    assert found[V3]["last_snapshot"] == f"{V3}/47022NED@2026-01-31"
    assert sources_of(person, "2026-02-15")[V3]["health"] == "new release expected"
    assert (found[V4]["health"], found[V4]["last_snapshot"]) == ("never fetched", None)
    assert found["raadsvoorstel_2023"]["health"] == "carried"
    assert found["demo_weigert"]["health"] == "failed"
    assert "no figure of them can be used" in found["demo_weigert"]["problem"]
    for one in found.values():
        assert {
            "table",
            "title",
            "publisher",
            "licence",
            "without_value",
            "can_be_fetched",
            "invented",
        } <= one.keys()
    listed = person.says("sources").out
    assert all(name in listed for name in found)


def test_a_source_that_failed_is_well_again_when_it_answers(person: Person) -> None:
    person.server.faults = (Fault.parse("404@figures.json"),)
    assert "answers 404" in line_of(person.fetches(DEMO))
    assert sources_of(person)[DEMO]["health"] == "failed"
    person.fetches(DEMO)
    assert sources_of(person)[DEMO]["health"] == "up to date"
    assert sources_of(person)[DEMO]["problem"] is None


def test_a_full_disk_or_another_writer_says_nothing_of_a_source(person: Person, tmp_path: Path) -> None:
    person.fetches(DEMO)
    blobs = person.root / "snapshots" / "blobs"
    blobs.rename(tmp_path / "aside")
    blobs.write_text("no directory")
    assert "error: " in line_of(person.fetches(V4))
    assert sources_of(person)[V4]["health"] == "never fetched"


def test_a_probe_names_whoever_answers_otherwise(person: Person) -> None:
    answer = person.says("sources", "--probe", "--base-url", person.server.url, "--json")
    assert (answer.code, answer.err) == (1, "")
    found = {one["source"]: one for one in answer.json["sources"]}
    assert DEMO not in found
    assert found[V4]["as_expected"]
    assert not found["cbs_85146ned"]["as_expected"]
    assert "answers 404" in found["cbs_85146ned"]["problem"]
    shown = person.says("sources", "--probe", "--base-url", person.server.url)
    assert shown.code == 1
    assert "as expected" in shown.out


def test_the_next_release_of_every_source_lies_ahead() -> None:
    rhythmic: list[SourceFile] = [one for one in sources().values() if one.rhythm]
    assert rhythmic
    for one in rhythmic:
        assert one.rhythm
        for day in (date(2026, 1, 1), date(2026, 2, 28), date(2026, 12, 31)):
            assert day < next_release(one.rhythm, day) < day + timedelta(days=31 * (one.rhythm.every + 1))
    assert source(V3).rhythm


def test_a_bar_moves_where_a_person_looks_on(tmp_path: Path) -> None:
    main_, follower = pty.openpty()
    with replaying(None, "drip=1@TypedDataSet#1x2") as server:
        words = ["fetch", V3, "--area", "GM0935", "--base-url", server.url, "--workspace", str(tmp_path)]
        program = "import sys; from baken.cli import main; main(sys.argv[1:])"
        running = subprocess.Popen(
            [sys.executable, "-c", program, *words],
            env=ENVIRONMENT | {"TERM": "xterm", "COLUMNS": "120"},
            stdout=subprocess.PIPE,
            stderr=follower,
            text=True,
        )
        os.close(follower)
        shown = b""
        while True:
            try:
                piece = os.read(main_, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        out = running.communicate()[0]
    os.close(main_)
    assert running.returncode == 0
    assert f"{V3}: ".encode() in shown
    assert b"parts" in shown
    assert out.startswith(f"{V3}/47022NED@2026-01-31: 24 rows")


def test_the_clock_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert abs(now() - datetime.now(now().tzinfo)) < timedelta(minutes=1)
    monkeypatch.setenv(VARIABLE, str(int(DAY.timestamp())))
    assert now() == DAY
    for wrong in ("tomorrow", "9" * 30, "1.5"):
        monkeypatch.setenv(VARIABLE, wrong)
        with pytest.raises(UsageError, match="no number of seconds since 1970"):
            now()
