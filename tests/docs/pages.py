# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the pages of the documentation, and doing what they say.

A block of a page is one of these:

* a block with a file name in backticks and a colon on the line before it: that file, as it must become;
  with the language ``diff`` the lines to take out of that file and to put in their place;
* ``console``: commands after ``$``, each with what it prints. ``...`` stands for anything;
* ``pycon``: a Python session with what it prints.

Other blocks (``sh``, ``text``) are only read.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
TEXTS = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
_BLOCK = re.compile(
    r"(?:^ *`(?P<file>[^`\n]+)`:\n\n)?^(?P<indent> *)```(?P<language>\w+)\n(?P<text>.*?)^ *```$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_RUN = "from baken.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block of a page; ``file`` is the file that it belongs in, if any."""

    language: str
    text: str
    file: str = ""


def blocks(page: Path) -> list[Block]:
    """Every fenced block of a page, in order."""
    found = []
    for match in _BLOCK.finditer(page.read_text("utf-8")):
        indent = len(match["indent"])
        lines = [line[indent:] for line in match["text"].splitlines()]
        found.append(Block(match["language"], "\n".join((*lines, "")), match["file"] or ""))
    return found


def follow(page: Path, place: Path) -> list[str]:
    """Do what a page says in a copy of the project, in order; the answer is what was done."""
    done = []
    for block in blocks(page):
        if block.file and block.language == "diff":
            _change(place / block.file, block.text)
        elif block.file:
            (place / block.file).parent.mkdir(parents=True, exist_ok=True)
            (place / block.file).write_text(block.text, "utf-8")
        elif block.language == "console":
            run_console(block.text, place)
        elif block.language == "pycon":
            run_session(block.text, place)
        else:
            continue
        done.append(block.file or block.language)
    return done


def _change(path: Path, changes: str) -> None:
    """Take out the lines that begin with a minus, and put those with a plus in their place."""
    out = "".join(f"{line[1:]}\n" for line in changes.splitlines() if line.startswith("-"))
    put = "".join(f"{line[1:]}\n" for line in changes.splitlines() if line.startswith("+"))
    text = path.read_text("utf-8")
    assert text.count(out) == 1, f"{path} must hold this once:\n{out}"
    path.write_text(text.replace(out, put), "utf-8")


def copied_project(place: Path) -> Path:
    """A copy of the package in which a test can add and break things."""
    shutil.copytree(ROOT / "src", place / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return place


def run_console(text: str, place: Path) -> int:
    """Run the commands of a block where they stand; the answer is how many there were."""
    commands = list(_COMMAND.finditer(text))
    assert commands, f"a console block without a command:\n{text}"
    for match in commands:
        words = shlex.split(match["command"])
        assert words[0] == "baken", f"only baken can be run here: {match['command']}"
        done = _run([sys.executable, "-c", _RUN, *words[1:]], place)
        refused = match["output"].startswith("error:")
        assert (done.returncode == 0) is not refused, f"{match['command']}\n{done.stdout}"
        if match["output"]:
            _compare(match["output"], done.stdout, match["command"])
    return len(commands)


def run_session(text: str, place: Path) -> None:
    """Run a Python session and compare what it prints."""
    path = place / "session.txt"
    path.write_text(text, "utf-8")
    done = _run([sys.executable, "-m", "doctest", "-o", "NORMALIZE_WHITESPACE", str(path)], place)
    assert done.returncode == 0, done.stdout


def _run(command: list[str], place: Path) -> subprocess.CompletedProcess[str]:
    """Run a command there, with the copy of the package if there is one, as a user without settings."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("BAKEN_", "COLUMNS"))}
    source = place / "src" if (place / "src").is_dir() else ROOT / "src"
    return subprocess.run(
        command,
        cwd=place,
        env=own | {"PYTHONPATH": str(source), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def _compare(want: str, got: str, command: str) -> None:
    flags = ELLIPSIS | NORMALIZE_WHITESPACE
    assert OutputChecker().check_output(want, got, flags), f"$ {command}\nwanted:\n{want}\ngot:\n{got}"
