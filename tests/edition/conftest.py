# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from baken.store.workspace import Workspace

ON = date(2026, 11, 21)
PAGES = {"index.html": b"<h1>Maastricht</h1>\n<p>HIC: 1,3</p>\n", "en/index.html": b"<p>HIC: 1.3</p>\n"}
OWN = "indicator,area,period,value,status,unit\nhic,GM0935,2023,1.4,measured,per_1000_inhabitants\n"


@pytest.fixture(autouse=True)
def site(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """A small stand-in for pages and documents, except where a test is about the real ones."""

    def pages(*_: object) -> Iterator[tuple[str, bytes]]:
        yield from PAGES.items()

    if "real_site" not in request.fixturenames:
        monkeypatch.setattr("baken.web.render.render_site", pages)
        monkeypatch.setattr("baken.edition.build.documents", lambda *_: iter(()))


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that names no workspace gets one where it works, and leaves none in the project."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def real_site() -> None:
    """Says that the pages of baken.web are used."""
    pytest.importorskip("baken.web.render", reason="the pages of baken.web cannot be imported")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace").create("GM0935")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out" / "edition"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "eigen cijfers.csv"
    path.write_text(OWN, "utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a directory."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
