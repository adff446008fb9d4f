# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A process that is killed, two at a time, a disk that is full, a reply that grows: nothing is lost."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from baken.model.errors import StoreError
from baken.replay.server import Replay
from baken.sources.download import fetching
from baken.sources.importing import read_table, take_in
from baken.store.reader import Reader
from baken.store.workspace import Workspace

from .making import DAY, ENVIRONMENT, V3, V4, Publishers, State, fetch, held, replaying

FOLDER = Path(__file__).parent
HEADER = "indicator,area,period,value,status,unit"
ROW = "geweld,GM0935,{year},{value},measured,per_1000_inhabitants"


def started(workspace: Workspace, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(FOLDER / "working.py"), str(workspace.root), *words]
    return subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def finished(process: subprocess.Popen[str]) -> list[str]:
    """The lines that it said; nothing may stand on standard error."""
    with process:
        out, err = process.communicate(timeout=120)
    assert err == ""
    return out.splitlines()


def in_force(workspace: Workspace) -> dict[str, str]:
    """The index, the dictionaries and the files that are in force, by a checksum."""
    root, names = workspace.observations, ("index.json", "areas.txt", "measures.txt")
    paths = [root / name for name in (*names, *sorted(Reader(workspace).index.names))]
    return {str(path.relative_to(root)): sha256(path.read_bytes()).hexdigest() for path in paths}


def rows_of(workspace: Workspace) -> list[str]:
    """All that is held, as lines."""
    reader = Reader(workspace)
    found = (
        reader.observations(source, reader.areas.texts, reader.measures.texts) for source in reader.sources
    )
    return sorted(f"{one.key} {one.value} {one.snapshot}" for some in found for one in some)


def table(path: Path, value: float) -> Path:
    rows = [ROW.format(year=year, value=f"{value + year / 1000:.1f}") for year in range(2022, 2026)]
    path.write_text("\n".join([HEADER, *rows, ""]), "utf-8")
    return path


@dataclass
class Job:
    """What is killed: a workspace before it, the words of the process, and what is held before and after."""

    first: Path
    words: tuple[str, ...]
    old: tuple[dict[str, str], list[str]]
    new: tuple[dict[str, str], list[str]]
    seconds: float


def job(folder: Path, words: tuple[str, ...], prepare: Callable[[Workspace], object]) -> Job:
    """Prepare a workspace, and do once undisturbed what will be killed."""
    workspace = Workspace(folder / "workspace")
    prepare(workspace)
    old = in_force(workspace), rows_of(workspace)
    shutil.copytree(workspace.root, folder / "first")
    process = started(workspace, *words)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    start = time.monotonic()
    assert finished(process)[0] == "done"
    seconds = time.monotonic() - start
    new = in_force(workspace), rows_of(workspace)
    assert new != old
    return Job(folder / "first", words, old, new, seconds)


def check_kills(one: Job, workspace: Workspace, again: Callable[[Workspace], object], times: int) -> int:
    """Kill it so many times; the answer is how often that was before its end."""
    chance, cut_short = random.Random(times), 0
    for _ in range(times):
        shutil.rmtree(workspace.root, ignore_errors=True)
        shutil.copytree(one.first, workspace.root)
        with started(workspace, *one.words) as process:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
            time.sleep(chance.random() * one.seconds)
            process.kill()
            cut_short += "done" not in process.stdout.read()
        assert rows_of(workspace) in (one.old[1], one.new[1])
        again(workspace)
        assert (in_force(workspace), rows_of(workspace)) == one.new
    return cut_short


@contextmanager
def fetch_job(folder: Path, name: str = V3) -> Iterator[tuple[Job, Callable[[Workspace], object]]]:
    publishers = Publishers(State(revised=1, modified="2025-12-15T02:00:00"))

    def prepare(workspace: Workspace) -> None:
        fetch(server, workspace, name)
        publishers.turn(State(areas=("BU09350000", "BU09350001", "BU09350007", "WK093500  ", "NL00      ")))

    with replaying(publishers) as server:
        one = job(folder, ("fetch", server.url, name), prepare)
        yield one, lambda workspace: fetch(server, workspace, name)


def import_job(folder: Path) -> tuple[Job, Callable[[Workspace], object]]:
    file = table(folder / "own.csv", 3)

    def run(workspace: Workspace) -> None:
        take_in(workspace, read_table(file, "GM0935", DAY.date()), DAY)

    def prepare(workspace: Workspace) -> None:
        run(workspace)
        table(file, 4)

    return job(folder, ("import", str(file), str(DAY.date())), prepare), run


def test_a_fetch_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    with fetch_job(tmp_path) as (one, again):
        check_kills(one, Workspace(tmp_path / "killed"), again, 3)


def test_an_import_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    one, again = import_job(tmp_path)
    check_kills(one, Workspace(tmp_path / "killed"), again, 3)


@pytest.mark.slow
def test_a_hundred_and_forty_fetches_that_are_killed_lose_nothing(tmp_path: Path) -> None:
    with fetch_job(tmp_path) as (one, again):
        assert check_kills(one, Workspace(tmp_path / "killed"), again, 140) > 70


@pytest.mark.slow
def test_sixty_imports_that_are_killed_lose_nothing(tmp_path: Path) -> None:
    one, again = import_job(tmp_path)
    assert check_kills(one, Workspace(tmp_path / "killed"), again, 60) > 30


def baken(workspace: Workspace, *words: str) -> subprocess.Popen[str]:
    """The command itself, in a process of its own."""
    program = "import sys; from baken.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", program, *words, "--workspace", str(workspace.root)]
    return subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def asked(server: Replay, part: str) -> list[str]:
    return [line for line in server.log if part in line]


def test_the_command_that_is_killed_asks_only_for_the_rest_the_next_time(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "killed")
    workspace.root.mkdir()
    with replaying(None, "hang@TypedDataSet#4x*") as server:
        words = ("fetch", V3, "--area", "GM0935", "--base-url", server.url)
        with baken(workspace, *words) as process:
            until = time.monotonic() + 60
            while len(asked(server, "TypedDataSet")) < 4 and time.monotonic() < until:
                time.sleep(0.02)
            # The replies before are kept beside the next question.
            time.sleep(0.3)
            process.kill()
        came = set(server.log) - {asked(server, "TypedDataSet")[3]}
        server.stopping.set()
        server.faults, server.log[:] = (), []
        with baken(workspace, *words) as process:
            out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, "")
        assert "went on from" in out
        again = {line for line in server.log if "TableInfos" not in line}
        assert not again & came
        undisturbed = Workspace(tmp_path / "undisturbed")
        undisturbed.root.mkdir()
        with baken(undisturbed, *words) as process:
            process.communicate(timeout=60)
        assert held(undisturbed, server) == held(workspace, server)


@pytest.mark.parametrize("names", [(V3, V3), (V3, V4)])
def test_two_at_a_time_both_come_to_a_good_end(names: tuple[str, str], tmp_path: Path) -> None:
    one, other = Workspace(tmp_path / "one"), Workspace(tmp_path / "other")
    with replaying(None, "drip=0.2@TypedDataSet#1x*") as server:
        running = [started(one, "fetch", server.url, name) for name in names]
        assert [finished(process)[1] for process in running] == ["done", "done"]
        server.faults = ()
        for name in names:
            fetch(server, other, name)
    assert [line.replace("@2026", "") for line in rows_of(one)] == [
        line.replace("@2026", "") for line in rows_of(other)
    ]
    assert len(Reader(one).index.snapshots) == len(set(names))


def test_a_second_one_is_told_who_is_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baken.sources.download.writing.__wrapped__.__defaults__", (0.1,))
    workspace = Workspace(tmp_path)
    with replaying() as server, fetching(workspace, V3):
        with pytest.raises(StoreError, match="another program is writing"):
            fetch(server, workspace)
        assert held(workspace) == {}
    assert not list(workspace.snapshots.glob("*/health.json"))


@pytest.mark.parametrize("most", [0, 200, 700, 1500, 2500])
def test_a_full_disk_is_one_line_and_changes_nothing(most: int, tmp_path: Path) -> None:
    publishers = Publishers(State(revised=1, modified="2025-12-15T02:00:00"))
    workspace = Workspace(tmp_path)
    with replaying(publishers) as server:
        fetch(server, workspace)
        before = in_force(workspace), rows_of(workspace)
        publishers.turn(State(areas=("BU09350000", "BU09350001", "BU09350007", "WK093500  ", "NL00      ")))
        ready, line = finished(started(workspace, "fetch", server.url, V3, str(most)))
        assert ready == "ready"
        assert line.startswith("StoreError ")
        assert "the disk is full" in line
        assert (in_force(workspace), rows_of(workspace)) == before
        fetch(server, workspace)
        assert rows_of(workspace) != before[1]


@pytest.mark.parametrize("most", [0, 100, 700])
def test_a_full_disk_is_one_line_for_an_import_too(most: int, tmp_path: Path) -> None:
    workspace, file = Workspace(tmp_path / "workspace"), table(tmp_path / "own.csv", 3)
    assert finished(started(workspace, "import", str(file), "2026-02-01"))[1] == "done"
    before = in_force(workspace), rows_of(workspace)
    table(file, 5)
    _, line = finished(started(workspace, "import", str(file), "2026-02-01", str(most)))
    assert line.startswith("StoreError ")
    assert "the disk is full" in line
    assert (in_force(workspace), rows_of(workspace)) == before


_MEASURE = r"""
import json, re, sys
from baken.model.errors import BakenError
from baken.sources.client import Client, Patience
try:
    with Client(Patience(attempts=1)) as client:
        client.get(sys.argv[1])
except BakenError as error:
    peak = int(re.search(r"VmHWM:\s+(\d+) kB", open("/proc/self/status").read())[1])
    print(json.dumps([str(error), peak // 1024]))
"""


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="only Linux tells the peak of a process")
@pytest.mark.parametrize(("size", "said"), [(2048, "larger than 256 MiB"), (250, "JSON is broken")])
def test_a_reply_that_swells_takes_little_memory(size: int, said: str) -> None:
    with replaying(None, f"bomb={size}@figures.json#1x*") as server:
        address = f"{server.url}/demo.invalid/figures.json"
        found = subprocess.run(
            [sys.executable, "-c", _MEASURE, address], env=ENVIRONMENT, capture_output=True, check=True
        )
    line, megabytes = json.loads(found.stdout)
    assert said in line
    assert megabytes < 500
