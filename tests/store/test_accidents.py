# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A writer that is killed, a disk that is full, two writers at a time: nothing is lost or half there."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from baken.model.errors import StoreError
from baken.store import writer as writer_module
from baken.store.lock import writing
from baken.store.merge import Changes, Scope
from baken.store.reader import Reader
from baken.store.workspace import Workspace
from baken.store.writer import writer

from .committing import commit_number
from .making import commit, counted, held_bytes, received, workspace_in

_TESTS = Path(__file__).parents[1]
_ENVIRONMENT = os.environ | {"PYTHONPATH": f"{_TESTS}:{_TESTS.parent / 'src'}"}


def started(workspace: Workspace, number: int, *more: str) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        str(_TESTS / "store" / "committing.py"),
        str(workspace.root),
        str(number),
        *more,
    ]
    return subprocess.Popen(command, env=_ENVIRONMENT, stdout=subprocess.PIPE, text=True)


def finished(process: subprocess.Popen[str]) -> str:
    with process:
        return process.communicate(timeout=120)[0]


@cache
def undisturbed() -> tuple[Path, list[dict[str, str]]]:
    """A workspace after one snapshot (as a copy to start from), and the bytes after one and after two."""
    folder = Path(mkdtemp(prefix="baken-undisturbed-"))
    workspace = workspace_in(folder)
    commit_number(workspace, 0)
    shutil.copytree(workspace.root, folder / "first")
    states = [held_bytes(workspace)]
    commit_number(workspace, 1)
    return folder / "first", [*states, held_bytes(workspace)]


@pytest.fixture(scope="module", autouse=True)
def _tidy() -> object:
    yield
    shutil.rmtree(undisturbed()[0].parent)


def seconds_of_a_commit(workspace: Workspace) -> float:
    """How long it takes from the last row to the end."""
    with started(workspace, 1) as process:
        assert process.stdout
        process.stdout.readline()
        start = time.monotonic()
        process.stdout.readline()
        return time.monotonic() - start


def kill_at_random(workspace: Workspace, chance: random.Random, longest: float) -> bool:
    """Kill a commit somewhere between its start and its end; whether it had ended by itself before."""
    with started(workspace, 1) as process:
        assert process.stdout
        assert process.stdout.readline() == "committing\n"
        time.sleep(chance.random() * longest)
        process.kill()
        return "committed" in process.stdout.read()


def check_kills(tmp_path: Path, times: int) -> int:
    first, (old, new) = undisturbed()
    workspace, chance, cut_short = workspace_in(tmp_path), random.Random(times), 0
    shutil.copytree(first, workspace.root)
    longest = seconds_of_a_commit(workspace)
    for _ in range(times):
        shutil.rmtree(workspace.root)
        shutil.copytree(first, workspace.root)
        done = kill_at_random(workspace, chance, longest)
        cut_short += not done
        # How fast this machine is changes meanwhile: kills that come too late come earlier the next time.
        longest *= 0.7 if done else 1.1
        reader = Reader(workspace)
        assert len(reader.index.snapshots) in (1, 2)
        rows = {1: 60 * 20, 2: 61 * 21}[len(reader.index.snapshots)] * 12 * 4
        held = reader.coverage("politie")
        assert held is not None
        assert held.rows == rows
        files = held_bytes(workspace)
        assert {name: files[name] for name in reader.index.names} == {
            name: digest for name, digest in (old | new).items() if name in reader.index.names
        }
        if len(reader.index.snapshots) == 1:
            assert "committed" in finished(started(workspace, 1))
        else:
            with writer(workspace):
                pass
        assert held_bytes(workspace) == new
    return cut_short


def test_a_killed_commit_leaves_the_old_state_or_the_new_and_the_next_one_the_same_bytes(
    tmp_path: Path,
) -> None:
    assert check_kills(tmp_path, 5)


@pytest.mark.slow
def test_sixty_killed_commits_leave_the_old_state_or_the_new(tmp_path: Path) -> None:
    assert check_kills(tmp_path, 60) > 20


def test_the_same_snapshots_give_the_same_bytes_every_time(tmp_path: Path) -> None:
    _, (_, new) = undisturbed()
    for time_ in range(3):
        workspace = workspace_in(tmp_path / str(time_))
        commit_number(workspace, 0)
        commit_number(workspace, 1)
        assert held_bytes(workspace) == new


def test_two_processes_that_commit_at_once_come_one_after_the_other(tmp_path: Path) -> None:
    first, _ = undisturbed()
    workspace = workspace_in(tmp_path)
    shutil.copytree(first, workspace.root)
    processes = [started(workspace, number) for number in (1, 2, 3)]
    said = [finished(process) for process in processes]
    assert all("committed" in one for one in said), said
    reader = Reader(workspace)
    assert sorted(reader.index.snapshots[1:]) == [f"politie/47022NED@2026-11-{day}" for day in (23, 24, 25)]
    assert reader.index.generation == 4
    assert len(reader.areas) == 63


def test_a_second_writer_waits_and_then_refuses_in_one_line(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    commit(workspace, [counted("GM0001", "2021", 1)])
    with writer(workspace):
        start = time.monotonic()
        with (
            pytest.raises(StoreError, match="another program is writing") as refused,
            writer(workspace, patience=0.2),
        ):
            pytest.fail("two writers at a time")
        assert time.monotonic() - start >= 0.2
        # Whoever reads need not wait.
        assert Reader(workspace).series("politie", "GM0001", "politie/1.1.1")
    assert "\n" not in str(refused.value)
    with writing(workspace.observations, patience=0):
        pass


def test_a_killed_writer_leaves_no_lock_and_no_rubbish(tmp_path: Path) -> None:
    first, (old, _) = undisturbed()
    workspace = workspace_in(tmp_path)
    shutil.copytree(first, workspace.root)
    with started(workspace, 1) as process:
        assert process.stdout
        process.stdout.readline()
        process.kill()
    with writer(workspace, patience=0):
        pass
    assert set(held_bytes(workspace)) == set(old)


@pytest.mark.parametrize("most", [200, 1_000, 3_000])
def test_a_full_disk_is_one_line_and_changes_nothing(tmp_path: Path, most: int) -> None:
    first, (old, new) = undisturbed()
    workspace = workspace_in(tmp_path)
    shutil.copytree(first, workspace.root)
    said = finished(started(workspace, 1, str(most)))
    assert said.splitlines()[-1].startswith("StoreError ")
    assert "the disk is full" in said
    assert "nothing was changed" in said
    assert held_bytes(workspace) == old
    assert "committed" in finished(started(workspace, 1))
    assert held_bytes(workspace) == new


@pytest.mark.parametrize("name", ["write_index", "keep", "sync_folder"])
def test_a_disk_that_fills_up_in_any_step_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    workspace = workspace_in(tmp_path)
    commit(workspace, [counted("GM0001", "2021", 1)])
    before = held_bytes(workspace)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "somewhere")

    with monkeypatch.context() as patched:
        patched.setattr(writer_module, name, full)
        with pytest.raises(StoreError, match="the disk is full") as refused:
            commit(workspace, [counted("GM0001", "2021", 2)])
    assert "\n" not in str(refused.value)
    assert held_bytes(workspace) == before
    commit(workspace, [counted("GM0001", "2021", 2)])
    assert [one.value for one in Reader(workspace).series("politie", "GM0001", "politie/1.1.1")] == [2]


def test_a_writer_that_does_not_commit_changes_nothing(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    commit(workspace, [counted("GM0001", "2021", 1)])
    before = held_bytes(workspace)
    with writer(workspace) as at:
        at.staging.add_observations([counted("GM0003", "2021", 2)])
    assert held_bytes(workspace) == before


def test_one_writer_can_commit_several_snapshots(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    with writer(workspace) as at:
        at.staging.add_observations([counted("GM0001", "2021", 1)])
        at.commit(received(), Scope())
        at.staging.add_observations([counted("GM0002", "2021", 2)])
        _, changes = at.commit(received(source="other"), Scope())
    assert changes == Changes(new=1)
    assert Reader(workspace).sources == ("other", "politie")
