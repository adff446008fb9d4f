# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The descriptions of municipalities as CBS really gave them, from the folder beside the project."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from baken.areas.boundary_changes import BoundaryChanges
from baken.sources.cbs_gebiedswijzigingen.changes import load_changes

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
REPLIES = SHARED / "fixtures" / "cbs_v4"
TABLES = ("03759ned", "83625NED")


class Held(dict[str, bytes]):
    """Replies by the name of their part."""

    def names(self, start: str = "") -> list[str]:
        return sorted(name for name in self if name.startswith(start))


def real_parts() -> Held:
    if not REPLIES.is_dir():
        pytest.skip("the replies of CBS (../shared) are not on this machine")
    found = Held()
    for table in TABLES:
        found[f"{table}/Properties/000001"] = (REPLIES / table / "properties.json").read_bytes()
        found[f"{table}/RegioSCodes/000001"] = (REPLIES / table / "codes-RegioS.json").read_bytes()
    return found


@cache
def _changes() -> BoundaryChanges:
    return load_changes(real_parts())


def real_changes() -> BoundaryChanges:
    """All changes of boundaries since 1988; skips the test where the replies are not at hand."""
    return _changes()
