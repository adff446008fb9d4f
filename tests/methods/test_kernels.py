# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import baken.methods
from baken.methods import kernels
from baken.methods._threads import in_blocks
from baken.methods.reason import Reason

_LOAD = """
import sys
from pathlib import Path
from baken.methods import kernels
assert "numba" not in sys.modules
kernels.keep_in(Path(sys.argv[1]))
from baken.methods._random_kernel import below, mixed, stream
hits = sum(mixed.stats.cache_hits.values())
print(kernels.kept_in() is not None, hits, int(below(stream(1, 2), 100)))
"""


def load(directory: Path, **environment: str) -> list[str]:
    names = {
        name: value for name, value in os.environ.items() if name not in (kernels.OVERRIDE, "NUMBA_CACHE_DIR")
    }
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, str(directory)],
        capture_output=True,
        text=True,
        check=False,
        env=names | environment,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout.split()


def test_what_was_compiled_is_kept_and_read_the_next_time(tmp_path: Any) -> None:
    first, second = load(tmp_path / "kernels"), load(tmp_path / "kernels")
    assert first[:2] == ["True", "0"]
    assert second[:2] == ["True", "1"]
    assert first[2] == second[2]
    assert [one.name for one in (tmp_path / "kernels").iterdir()] == [kernels.digest()]


def test_another_directory_can_be_named_in_the_environment(tmp_path: Any) -> None:
    load(tmp_path / "unused", **{kernels.OVERRIDE: str(tmp_path / "named")})
    assert (tmp_path / "named" / kernels.digest()).is_dir()
    assert not (tmp_path / "unused").exists()


def test_without_a_place_they_are_kept_beside_the_bytecode(monkeypatch: Any) -> None:
    monkeypatch.delenv("NUMBA_CACHE_DIR")
    place = kernels.kept_in()
    assert place
    assert place.parent.name == "__pycache__"
    assert os.environ["NUMBA_CACHE_DIR"] == str(place)


def test_warming_compiles_every_file_once_and_says_which(tmp_path: Any, monkeypatch: Any) -> None:
    room = tmp_path / "methods"
    room.mkdir()
    for name in ("_random_kernel.py", "_second_kernel.py"):
        (room / name).write_text("")
    monkeypatch.setattr(kernels, "_PACKAGE", room)
    monkeypatch.setattr(kernels, "_compiled", lambda file: file.stem)
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "kept"))
    assert list(kernels.warm()) == ["_random_kernel", "_second_kernel"]
    assert list(kernels.warm()) == []
    monkeypatch.setattr("platform.node", lambda: "another machine")
    assert len(list(kernels.warm())) == 2


def test_a_file_that_cannot_be_compiled_is_named(tmp_path: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(kernels, "_PACKAGE", tmp_path)
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "kept"))
    (tmp_path / "_wrong_kernel.py").write_text("")
    with pytest.raises(RuntimeError, match=r"_wrong_kernel\.py cannot be compiled: ModuleNotFoundError"):
        list(kernels.warm())


def test_where_nothing_can_be_kept_everything_still_works(tmp_path: Any) -> None:
    (tmp_path / "file").write_text("in the way")
    assert load(tmp_path / "file")[0] == "False"


def test_a_change_of_any_kernel_file_changes_the_digest(tmp_path: Any, monkeypatch: Any) -> None:
    room = tmp_path / "methods"
    shutil.copytree(Path(next(iter(baken.methods.__path__))), room)
    monkeypatch.setattr(kernels, "_PACKAGE", room)
    before = kernels.digest()
    changed = room / "_random_kernel.py"
    changed.write_text(changed.read_text("utf-8") + "# changed\n", "utf-8")
    assert kernels.digest() != before


@pytest.mark.parametrize("threads", [1, 2, 3, None])
@pytest.mark.parametrize("rows", [0, 1, 2, 7, 1000])
def test_every_row_is_worked_on_once_whatever_the_number_of_threads(rows: Any, threads: Any) -> None:
    seen = np.zeros(rows, dtype=int)

    def work(first: int, last: int) -> None:
        seen[first:last] += 1

    in_blocks(work, rows, threads)
    assert (seen == 1).all()


def test_what_goes_wrong_in_a_thread_is_raised() -> None:
    def work(first: int, last: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        in_blocks(work, 100, 2)


def test_random_streams_are_even_and_do_not_resemble_each_other() -> None:
    from baken.methods._random_kernel import after, below, mixed, stream, uniform

    drawn = np.empty((200, 500))
    for item in range(200):
        state = stream(np.uint64(7), np.uint64(item))
        for number in range(500):
            state = after(state)
            drawn[item, number] = uniform(mixed(state))
    counts, _ = np.histogram(drawn, bins=50, range=(0, 1))
    assert ((counts - 2000) ** 2 / 2000).sum() < 85.4  # 99.9 % point of chi-square with 49 degrees
    between = np.asarray(np.corrcoef(drawn))[np.triu_indices(200, 1)]
    assert abs(between).max() < 0.25
    assert {int(below(mixed(after(stream(np.uint64(1), np.uint64(item)))), 3)) for item in range(50)} == {
        0,
        1,
        2,
    }


def test_every_reason_completes_a_sentence() -> None:
    assert Reason.JUDGED.because == ""
    others = [one.because for one in Reason if one is not Reason.JUDGED]
    assert len(set(others)) == len(others)
    assert all(text[0].islower() and not text.endswith(".") for text in others)
