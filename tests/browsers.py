# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The browser of all tests: one per worker, because two of them in one process get in each other's way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

# The driver of the browser keeps a loop running, which Django takes for code that must not use the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--disable-gpu", "--disable-background-networking")


def chromium() -> str | None:
    """Where the browser is: ``BAKEN_CHROMIUM``, or the system's own. No test downloads one."""
    named = os.environ.get("BAKEN_CHROMIUM")
    return next((found for name in (named, *NAMES) if name and (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium: install the system's chromium or set BAKEN_CHROMIUM")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *sandbox])
        yield started
        started.close()
