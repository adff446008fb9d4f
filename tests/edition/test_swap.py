# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The exchange itself, with and without help of the system, and builds that were killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from baken.edition import swap
from baken.edition.build import build
from baken.edition.manifest import read_manifest
from baken.model.errors import EditionError
from edition.conftest import ON, contents

LATER = ON.replace(year=2027)
# Kill the process just before one call of a function: (where it lives, its name, which call).
POINTS = {
    "before anything is written": ("swap", "workplace", 1),
    "after the directory is made": ("swap", "_lock", 1),
    "while the first file is written": ("swap", "sync", 1),
    "halfway through the files": ("swap", "sync", 4),
    "all written, nothing in place": ("swap", "put_in_place", 1),
    "at the exchange": ("swap", "_exchange", 1),
    "exchanged, the old one not yet removed": ("shutil", "rmtree", 1),
}
SCRIPT = """
import os, shutil, signal, sys
from datetime import date
from pathlib import Path
from baken.edition import build, swap
from baken.web import render

build.documents = lambda *_: iter(())
render.render_site = lambda *_: iter([("index.html", b"later"), ("en/index.html", b"later")])
where, name, wanted, fallback, out = sys.argv[1:]
if fallback == "yes":
    swap.exchange = lambda *_: False
module = {"swap": swap, "shutil": shutil, "Path": Path}[where]
real, calls = getattr(module, name), 0

def deadly(*given, **more):
    global calls
    calls += 1
    if calls == int(wanted):
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given, **more)

setattr(module, name, deadly)
build.build("GM0935", Path(out), date(2027, 11, 21))
"""


def killed(out: Path, where: str, name: str, call: int, *, fallback: bool = False) -> None:
    """Run a build in a process of its own that is killed at one point."""
    words = [where, name, str(call), "yes" if fallback else "no", str(out)]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words], capture_output=True, check=False, timeout=120
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


def folder(path: Path, text: str) -> Path:
    path.mkdir(parents=True)
    (path / "file").write_text(text)
    return path


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="only these can exchange directories")
def test_two_directories_are_exchanged(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "one", "1"), folder(tmp_path / "two", "2")
    if not swap.exchange(one, two):
        pytest.skip("this file system cannot exchange directories")
    assert ((one / "file").read_text(), (two / "file").read_text()) == ("2", "1")


def test_an_exchange_that_fails_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        swap.exchange(tmp_path / "none", folder(tmp_path / "two", "2"))


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_new_directory_takes_the_place_of_the_old(
    tmp_path: Path, can_exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_exchange:
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    out = folder(tmp_path / "out", "old")
    with swap.workplace(out) as new:
        (new / "file").write_text("new")
        swap.put_in_place(new, out)
    assert (out / "file").read_text() == "new"
    assert list(tmp_path.iterdir()) == [out]


def test_two_builds_at_once_do_not_touch_each_other(tmp_path: Path) -> None:
    out = folder(tmp_path / "out", "old")
    with swap.workplace(out) as new:
        with pytest.raises(EditionError, match="another build"), swap.workplace(out):
            pass
        assert new.is_dir()


def test_what_a_killed_build_moved_aside_is_put_back(tmp_path: Path) -> None:
    folder(tmp_path / ".out.baken-old", "old")
    swap.tidy(tmp_path / "out")
    assert (tmp_path / "out/file").read_text() == "old"
    folder(tmp_path / ".out.baken-old", "older still")
    swap.tidy(tmp_path / "out")
    assert contents(tmp_path) == {"out/file": b"old"}


def test_left_overs_of_other_directories_stay(tmp_path: Path) -> None:
    folder(tmp_path / ".other.baken-new-1", "busy")
    swap.tidy(tmp_path / "out")
    assert (tmp_path / ".other.baken-new-1/file").exists()


def check_after_kill(out: Path, before: dict[str, bytes]) -> None:
    """The old edition or the new one is whole, and the next build leaves nothing but its own edition."""
    there = contents(out)
    assert there == before or there["index.html"] == b"later"
    assert read_manifest(out).files.keys() == there.keys() - {"manifest.json"}
    build("GM0935", out, LATER)
    assert read_manifest(out).date == LATER
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_a_killed_build_leaves_the_old_edition_whole(out: Path) -> None:
    build("GM0935", out, ON)
    before = contents(out)
    killed(out, "swap", "sync", 4)
    assert contents(out) == before
    assert len(list(out.parent.glob(".edition.baken-new-*"))) == 1
    check_after_kill(out, before)


@pytest.mark.slow
@pytest.mark.parametrize("point", POINTS)
def test_a_build_killed_at_any_point(out: Path, point: str) -> None:
    build("GM0935", out, ON)
    before = contents(out)
    killed(out, *POINTS[point])
    assert (contents(out) == before) is (point != "exchanged, the old one not yet removed")
    check_after_kill(out, before)


@pytest.mark.slow
@pytest.mark.parametrize("call", [1, 2])
def test_a_build_killed_between_two_renames_is_put_back_by_the_next(out: Path, call: int) -> None:
    build("GM0935", out, ON)
    before = contents(out)
    killed(out, "Path", "rename", call, fallback=True)
    held = out if call == 1 else out.parent / ".edition.baken-old"
    assert contents(held) == before
    swap.tidy(out)
    assert contents(out) == before
    check_after_kill(out, before)


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.5, 1.0, 2.0, 4.0, 6.0, 8.0])
def test_a_real_build_killed_by_the_clock(out: Path, seconds: float, real_site: None) -> None:
    code = "from baken.cli import main; main(['build', 'GM0935', '--date', '2026-11-21', '--out', {!r}])"
    call = [sys.executable, "-c", code.format(str(out))]
    subprocess.run(call, check=True, capture_output=True)
    before = contents(out)
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert contents(out) == before


def test_no_step_uses_another_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is written beside the edition: a rename across file systems is not one step."""
    made: list[Path] = []
    real: Callable[..., None] = Path.mkdir

    def watched(path: Path, *given: object, **more: object) -> None:
        made.append(path)
        real(path, *given, **more)

    monkeypatch.setattr(Path, "mkdir", watched)
    build("GM0935", tmp_path / "edition", ON)
    assert {path for path in made if tmp_path not in (path, *path.parents)} == set()
    shutil.rmtree(tmp_path / "edition")
