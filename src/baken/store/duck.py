# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""DuckDB as it is used here: little memory, two threads at most, no files but ours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def connect(*, memory: str = "256MB", spill: Path | None = None) -> DuckDBPyConnection:
    """A database in memory.

    Args:
        memory: the most that it may keep in memory; more goes to ``spill``.
        spill: a folder for what does not fit.

    """
    import duckdb

    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": memory,
        "threads": 2,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "temp_directory": str(spill or ""),
    }
    return duckdb.connect(":memory:", config=settings)
