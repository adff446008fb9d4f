# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from baken.cli import main


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.out)

    @property
    def error_line(self) -> str:
        """The one line on standard error."""
        assert self.err.endswith("\n"), self.err
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


Run = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test runs in an empty directory without a workspace."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BAKEN_WORKSPACE", raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process."""

    def run(*words: str) -> Answer:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(words)
        out, err = capsys.readouterr()
        code = left.value.code
        return Answer(code if isinstance(code, int) else int(code is not None), out, err)

    return run


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small stand-in for the pages."""
    pages = [("index.html", b"<p>HIC</p>\n"), ("en/index.html", b"<p>HIC</p>\n")]
    monkeypatch.setattr("baken.web.render.render_site", lambda *_: iter(pages))
    monkeypatch.setattr("baken.edition.build.documents", lambda *_: iter(()))


@pytest.fixture
def small_counts(tmp_path: Path) -> Path:
    """A table with invented small counts of a neighbourhood of Maastricht."""
    rows = [("politie-misdrijven/1.2.4", "2"), ("politie-misdrijven/3.1.1", "3")]
    lines = [f"{name},BU09350000,2022,{value},measured,count" for name, value in rows]
    lines.append("bevolking/inwoners,BU09350000,2022,1000,measured,inhabitants")
    path = tmp_path / "klein.csv"
    path.write_text("\n".join(["indicator,area,period,value,status,unit", *lines, ""]), "utf-8")
    return path
