# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which pages of the desk are of one kind."""

from __future__ import annotations

import re

KEY = re.compile(r"/(?:[0-9a-f]{32}|[0-9a-f-]{36}|[A-Z]{2}\d{4,}|gm\d+-[\w-]+)(?=/|$)")
RECORD = re.compile(r"^(/werk/register/[\w-]+/)(?!nieuw/)[^/]+/")


def kind_of(path: str) -> str:
    """What a page is, whichever record it shows."""
    return KEY.sub("/…", RECORD.sub(r"\1…/", path))
