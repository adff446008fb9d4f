# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""DuckDB as it is used here: little memory, two threads at most, no files but ours, plain errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from baken.model.errors import StoreError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FULL = ("No space left", "disk full", "failed to write", "Could not write", "max_temp_directory_size")


@contextmanager
def connected(
    database: str = ":memory:", *, memory: str = "256MB", spill: Path | None = None
) -> Iterator[DuckDBPyConnection]:
    """A connection that is closed at the end.

    Args:
        database: a file, or memory.
        memory: the most that it may keep in memory; more goes to ``spill``.
        spill: a folder for what does not fit.

    Raises:
        StoreError: a file cannot be read or written.

    """
    import duckdb

    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": memory,
        "threads": 2,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "temp_directory": str(spill or ""),
    }
    connection = duckdb.connect(database, config=settings)
    try:
        yield connection
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        words = str(error).splitlines()[0]
        if any(sign in words for sign in _FULL):
            raise StoreError(
                f"the disk is full ({words}).", do="Make room and try again; nothing was changed."
            ) from error
        raise StoreError(
            f"the observations cannot be read or written ({words}).", do="Check the disk and its rights."
        ) from error
    finally:
        connection.close()
