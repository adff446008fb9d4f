# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A desk that runs as people run it, filled with a municipality, and a browser in front of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from .desk import Desk

COMMAND = [str(Path(sys.executable).with_name("baken"))]
DAY = ("--date", "2026-05-01")


def _told() -> dict[str, str]:
    """The environment of a desk: nothing of the tests themselves."""
    told = {**os.environ, "PYTHONUNBUFFERED": "1"}
    for name in ("BAKEN_DATABASE", "BAKEN_DEMO", "DJANGO_SETTINGS_MODULE"):
        told.pop(name, None)
    return told


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A workspace that was filled with a municipality on 1 May 2026, made once; the stories use copies."""
    made: dict[str, Path] = {}

    def of(area: str) -> Path:
        if area not in made:
            place = tmp_path_factory.mktemp("filled") / "workspace"
            desk = ["desk", "--demo", "--prepare", *DAY]
            for one in (["init", "--area", area], desk):
                subprocess.run(
                    [*COMMAND, *one, "--workspace", str(place)], check=True, capture_output=True, env=_told()
                )
            made[area] = place
        return made[area]

    return of


@pytest.fixture(scope="module")
def home(
    request: pytest.FixtureRequest, filled: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The workspace of one module's stories: of its ``AREA``, or of Maastricht."""
    place = tmp_path_factory.mktemp("desk") / "workspace"
    shutil.copytree(filled(getattr(request.module, "AREA", "GM0935")), place, symlinks=True)
    return place


@pytest.fixture(scope="module")
def address(home: Path) -> Iterator[str]:
    """Where the desk of one module's stories answers, on 1 May 2026."""
    serve = [*COMMAND, "desk", "--demo", "--port", "0", *DAY, "--workspace", str(home)]
    log = home.parent / "log"
    with (
        log.open("wb") as out,
        subprocess.Popen(serve, stdout=out, stderr=subprocess.STDOUT, env=_told()) as running,
    ):
        try:
            yield _wait(log, running)
        finally:
            running.terminate()
            running.wait(20)


def _wait(log: Path, running: subprocess.Popen[bytes]) -> str:
    """The address, once it serves."""
    while running.poll() is None:
        if found := re.search(r"serving on (http://\S+)/", log.read_text()):
            return found[1]
    raise AssertionError(log.read_text())


@pytest.fixture(params=[360, 1280], ids=["phone", "desktop"])
def width(request: pytest.FixtureRequest) -> int:
    """On a phone and on a screen."""
    assert isinstance(request.param, int)
    return request.param


@pytest.fixture(scope="module")
def checked() -> set[tuple[object, ...]]:
    """The kinds of pages at which the stories of one module looked."""
    return set()


@pytest.fixture
def sign_in(
    browser: Browser, address: str, checked: set[tuple[object, ...]]
) -> Iterator[Callable[..., Desk]]:
    """Open the desk as somebody of the demonstration; without an account as anybody, who begins nowhere."""
    contexts: list[BrowserContext] = []

    def opened(account: str = "", width: int = 1280) -> Desk:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="nl-NL")
        contexts.append(context)
        desk = Desk(context.new_page(), address, checked)
        if account:
            desk.sign_in(account)
        return desk

    yield opened
    for one in contexts:
        one.close()
