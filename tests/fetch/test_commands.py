# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Fetching, importing, asking what was known and how fresh it is, as a person at the command line sees it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from baken.catalogue.files import read_csv
from baken.cli import main
from baken.replay.faults import Fault
from baken.replay.server import Replay
from baken.sources.description import SourceFile
from baken.sources.health import next_release
from baken.sources.registry import ROOT, source, sources
from baken.store.reader import Reader
from baken.store.workspace import Workspace
from workbooks import excel

from .making import DAY, DEMO, ENVIRONMENT, V3, V4, Publishers, State, fetch, replaying

PROPOSAL = Path(__file__).parents[3] / "shared/seeds/004_fb015403efaea0b8.txt"
CARRIED = ROOT / "raadsvoorstel_2023" / "figures.csv"


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Person:
    """Somebody at the command line of one workspace, with a stand-in for the publishers."""

    def __init__(self, capsys: pytest.CaptureFixture[str], root: Path, server: Replay) -> None:
        self.capsys, self.root, self.server = capsys, root, server

    def says(self, *words: str) -> Answer:
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([*words, "--workspace", str(self.root)])
        out, err = self.capsys.readouterr()
        return Answer(int(left.value.code or 0), out, err)

    def fetches(self, *words: str) -> Answer:
        return self.says("fetch", *words, "--base-url", self.server.url)


@pytest.fixture
def publishers() -> Publishers:
    return Publishers()


@pytest.fixture
def person(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    publishers: Publishers,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Person]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DAY.timestamp())))
    Workspace(tmp_path / "mine").create("GM0935")
    with replaying(publishers) as server:
        yield Person(capsys, tmp_path / "mine", server)


def line_of(answer: Answer) -> str:
    """The one line on standard error of a command that refuses."""
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("error: ")
    assert answer.err.count("\n") == 1
    return answer.err


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


def sources_of(person: Person, on: str = "2026-02-01") -> dict[str, Any]:
    found = person.says("sources", "--json", "--date", on).json["sources"]
    return {one["source"]: one for one in found}


@pytest.mark.requirement("SRC-03")
def test_how_fresh_each_source_is(person: Person) -> None:
    person.fetches(V3)
    person.fetches("demo_weigert")
    found = sources_of(person)
    assert found.keys() == sources().keys()
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


def council_rows() -> list[list[object]]:
    """The council's two tables as a person keeps them: an indicator a row, a year a column."""
    years = ["2017", "2018", "2019", "2020", "2021"]
    cells: dict[str, dict[str, str]] = {}
    for _, row in read_csv(CARRIED, ("indicator", "period", "value", "status", "literal")):
        cells.setdefault(row["indicator"], {})[row["period"]] = row["literal"]
    rows: list[list[object]] = [["indicator", *years]]
    for name, found in cells.items():
        rows.append([name, *(found[year] for year in years)])
    return rows


def facts(workspace: Workspace, name: str) -> dict[tuple[str, str], tuple[str, str]]:
    reader = Reader(workspace)
    found = reader.observations(name, reader.areas.texts, reader.measures.texts)
    return {(one.indicator, str(one.period)): (str(one.value or ""), one.presence.value) for one in found}


def carried_facts() -> dict[tuple[str, str], tuple[str, str]]:
    rows = read_csv(CARRIED, ("indicator", "period", "value", "status"))
    return {(row["indicator"], row["period"]): (row["value"], row["status"]) for _, row in rows}


@pytest.mark.requirement("TRAP-02")
def test_the_council_tables_as_a_workbook_with_the_mapping_that_is_suggested(
    person: Person, tmp_path: Path
) -> None:
    path = excel(tmp_path / "Raad 2023.xlsx", {"Indicatoren": council_rows()})
    suggested = person.says("import", str(path), "--suggest")
    assert suggested.code == 0
    mapping = tmp_path / "raad.yaml"
    mapping.write_text(suggested.out, "utf-8")
    assert not list((person.root / "snapshots").iterdir())
    clash = line_of(person.says("import", str(path), "--mapping", str(mapping)))
    assert "--replaces raadsvoorstel_2023" in clash
    words = ("import", str(path), "--mapping", str(mapping), "--replaces", "raadsvoorstel_2023", "--json")
    answer = person.says(*words)
    assert (answer.code, answer.err) == (0, "")
    assert (answer.json["rows"], answer.json["new"]) == (55, 55)
    assert facts(Workspace(person.root), "eigen-raad-2023") == carried_facts()
    missing = [value for value, status in carried_facts().values() if status == "not_measured"]
    assert missing == [""] * 6
    again = person.says(*words).json
    assert (again["snapshot"], again["same"], again["new"]) == (answer.json["snapshot"], 55, 0)
    listed = sources_of(person)["eigen-raad-2023"]
    assert (listed["rows"], listed["health"], listed["without_value"]) == (55, "up to date", 6)


@pytest.mark.requirement("TRAP-33")
@pytest.mark.skipif(not PROPOSAL.exists(), reason="the council proposal (../shared) is not on this machine")
def test_the_council_proposal_gives_both_tables(person: Person) -> None:
    answer = person.says("import", str(PROPOSAL), "--replaces", "raadsvoorstel_2023", "--date", "2026-01-31")
    assert (answer.code, answer.err) == (0, "")
    assert "55 figures: 55 new" in answer.out
    (name,) = Reader(Workspace(person.root)).sources
    assert facts(Workspace(person.root), name) == carried_facts()


def test_an_import_that_cannot_be_is_one_line_and_changes_nothing(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    header = "indicator,area,period,value,status,unit\n"
    for row in (
        "geweld,GM0935,2024,x,measured,per_1000_inhabitants",
        "nee,GM0935,2024,1,measured,count",
        "1,2",
    ):
        path.write_text(header + row + "\n", "utf-8")
        assert "own.csv" in line_of(person.says("import", str(path)))
    assert "nothing.csv" in line_of(person.says("import", str(tmp_path / "nothing.csv")))
    assert Reader(Workspace(person.root)).sources == ()


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
