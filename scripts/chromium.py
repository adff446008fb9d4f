# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the system's Chromium is, and how to start it without it asking the network for anything."""

from __future__ import annotations

import os
import shutil

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """The path of the browser, or nothing where there is none."""
    named = os.environ.get("BAKEN_CHROMIUM", "")
    found = (shutil.which(name) for name in (named, *_NAMES) if name)
    return next((path for path in found if path), None)
