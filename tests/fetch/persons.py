# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody at the command line, with a stand-in for the publishers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from baken.cli import main
from baken.replay.server import Replay


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


def line_of(answer: Answer) -> str:
    """The one line on standard error of a command that refuses."""
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("error: ")
    assert answer.err.count("\n") == 1
    return answer.err


def sources_of(person: Person, on: str = "2026-02-01") -> dict[str, Any]:
    found = person.says("sources", "--json", "--date", on).json["sources"]
    return {one["source"]: one for one in found}
