# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A desk that runs as people run it, filled with a municipality, and a browser in front of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from .desk import Desk

COMMAND = [str(Path(sys.executable).with_name("baken"))]


@pytest.fixture(scope="module")
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the desk of one module's stories answers on 1 May 2026: of its ``AREA``, or of Maastricht."""
    area = getattr(request.module, "AREA", "GM0935")
    workspace = tmp_path_factory.mktemp("desk") / "workspace"
    told = {**os.environ, "PYTHONUNBUFFERED": "1"}
    for name in ("BAKEN_DATABASE", "BAKEN_DEMO", "DJANGO_SETTINGS_MODULE"):
        told.pop(name, None)
    subprocess.run(
        [*COMMAND, "init", "--area", area, "--workspace", str(workspace)],
        check=True,
        capture_output=True,
        env=told,
    )
    serve = [*COMMAND, "desk", "--demo", "--port", "0", "--date", "2026-05-01", "--workspace", str(workspace)]
    log = Path(workspace.parent / "log")
    with (
        log.open("wb") as out,
        subprocess.Popen(serve, stdout=out, stderr=subprocess.STDOUT, env=told) as running,
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


@pytest.fixture
def sign_in(browser: Browser, address: str) -> Iterator[Callable[..., Desk]]:
    """Open the desk as somebody of the demonstration."""
    contexts: list[BrowserContext] = []

    def opened(account: str, width: int = 1280) -> Desk:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="nl-NL")
        contexts.append(context)
        desk = Desk(context.new_page(), address)
        desk.sign_in(account)
        return desk

    yield opened
    for one in contexts:
        one.close()
