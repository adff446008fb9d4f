# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How a source was when it was last asked, and when something new is to be expected of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from baken.sources.description import Rhythm
from baken.store.files import write_whole
from baken.store.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """When the publisher was last asked, and what went wrong then, if anything did."""

    at: datetime
    failed: str = ""


def write_health(workspace: Workspace, source: str, health: Health) -> None:
    """Write down how it went."""
    write_whole(workspace.snapshots / source / "health.json", msgspec.json.encode(health))


def read_health(workspace: Workspace, source: str) -> Health | None:
    """How it went, or nothing if the publisher was never asked."""
    path = workspace.snapshots / source / "health.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Health)
    except (FileNotFoundError, msgspec.MsgspecError):
        return None


def next_release(rhythm: Rhythm, after: date) -> date:
    """The first day after another on which a release is to be expected."""
    year, month = after.year, after.month
    while True:
        if (month - rhythm.month) % rhythm.every == 0:
            day = date(year, month, rhythm.day)
            if day > after:
                return day
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
