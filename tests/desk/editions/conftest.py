# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A workspace of Maastricht, with a small stand-in for pages and documents where these will do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from django.utils.translation import override

from baken.accounts.actor import Actor
from baken.accounts.changes import Asked
from baken.desk.editions import jobs, making, worker
from baken.desk.editions.choosing import accept_rest
from baken.desk.models import EditionDraft
from baken.store.files import write_whole
from baken.store.workspace import Workspace

ON = date(2026, 11, 21)
PAGES = {"index.html": b"<h1>Maastricht</h1>\n", "en/index.html": b"<p>HIC</p>\n"}


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Messages outside the pages in the language of the code; pages are in that of the reader."""
    with override("en"):
        yield


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small stand-in for pages and documents."""

    def pages(*_: object) -> Iterator[tuple[str, bytes]]:
        yield from PAGES.items()

    monkeypatch.setattr("baken.web.render.render_site", pages)
    monkeypatch.setattr("baken.edition.build.documents", lambda *_: iter(()))


@pytest.fixture
def workspace(tmp_path: Path, settings: object) -> Workspace:
    """The workspace of the desk."""
    settings.BAKEN_WORKSPACE = str(tmp_path / "workspace")  # type: ignore[attr-defined] # pytest-django has no types
    settings.BAKEN_AREA = "GM0935"  # type: ignore[attr-defined] # as above
    return Workspace(tmp_path / "workspace").create("GM0935")


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch, stand_in: None) -> None:
    """Builds that are done before anybody looks, in the process of the test."""
    del stand_in

    def process(place: Path, handle: int) -> int:
        del handle
        write_whole(place / jobs.RESULT, msgspec.json.encode(worker.work(place)))
        return 0

    monkeypatch.setattr(jobs, "_process", process)


@pytest.fixture
def analyst(actor: Callable[[str], Actor]) -> Asked:
    """What an analyst asks, with a reason."""
    return Asked(by=actor("analyst"), why="voor de raad")


@pytest.fixture
def built(workspace: Workspace, at_once: None, analyst: Asked) -> EditionDraft:
    """A draft that was built."""
    del workspace, at_once
    draft = making.build(making.begin({"on": ON}, analyst), analyst)
    making.settle(draft)
    return draft


@pytest.fixture
def published(built: EditionDraft, analyst: Asked) -> EditionDraft:
    """An edition of which all findings were accepted and that was published."""
    accept_rest(built, "akkoord", ON, analyst)
    return making.publish_draft(built, ON, analyst)
