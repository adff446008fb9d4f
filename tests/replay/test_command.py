# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken replay``, run as a person runs it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from baken.replay.recorded import Recording, write_recordings

# The command alone, so that this holds whatever other commands there are.
CODE = """
import sys, typer
import baken.cli.app as whole
from baken.cli import main
from baken.cli.plain import PlainCommand
from baken.cli.replay import replay
whole.app.command("replay", cls=PlainCommand)(replay)
main(["replay", *sys.argv[1:]])
"""


@contextmanager
def serving(*words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command while it runs, and the address that it names."""
    command = [sys.executable, "-u", "-c", CODE, *words, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().removeprefix("replaying on ").strip()
        try:
            yield process, address
        finally:
            process.kill()


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", CODE, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_it_says_where_and_what_it_serves_and_does_so_until_interrupted(tmp_path: Path) -> None:
    write_recordings(tmp_path, {Recording(host="www.example.org", path="/figures"): b"{}"})
    with serving("--recorded", str(tmp_path), "--fault", "503@figures") as (process, address):
        assert process.stdout
        assert process.stdout.readline() == "  www.example.org/figures\n"
        answers = [httpx.get(f"{address}www.example.org/figures") for _ in range(2)]
        process.send_signal(signal.SIGINT)
        said, errors = process.communicate(timeout=30)
    assert [answer.status_code for answer in answers] == [503, 200]
    assert process.returncode == 130
    assert "Traceback" not in said + errors


def test_a_computed_table_has_the_shape_that_was_asked_for() -> None:
    with serving("--computed", "2x30x24", "--plain", "--own-links") as (_, address):
        root = f"{address}dataderden.cbs.nl/ODataFeed/odata/47022NED"
        assert httpx.get(f"{root}/TypedDataSet/$count").text == "1440"
        assert httpx.get(f"{root}/?$format=json").json()["odata.metadata"] == f"{root}/$metadata"
        assert "Content-Encoding" not in httpx.get(f"{root}/TypedDataSet?$format=json").headers


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "error: nothing to serve. Give --data, --recorded or --computed."),
        (["--data", "."], "error: . is not a folder with data to serve. It must hold 'fixtures'."),
        (["--recorded", "nowhere"], "error: nowhere/index.json: the file cannot be read"),
    ],
)
def test_what_cannot_be_served_is_one_line(words: list[str], message: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert done.stderr.startswith(message)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words", [["--port", "x"], ["--port", "70000"], ["--fault", "flood@x"], ["--computed", "9x9"]]
)
def test_a_wrong_option_is_one_line(tmp_path: Path, words: list[str]) -> None:
    write_recordings(tmp_path, {Recording(host="www.example.org", path="/"): b"{}"})
    done = run("--recorded", str(tmp_path), *words)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_it_names_the_faults_that_it_knows() -> None:
    done = run("--fault", "list")
    assert done.returncode == 0
    assert "429       too many requests; wait NUMBER seconds [1]\n" in done.stdout
