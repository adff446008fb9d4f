# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with a disk and the files on it, said in one line."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from baken.model.errors import StoreError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# DuckDB hands the words of the system on; it has some of its own for what did not fit in memory.
_FULL_WORDS = ("No space left", "File too large", "Disk quota exceeded", "max_temp_directory_size")


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Say plainly what goes wrong while something is written to a folder.

    Raises:
        StoreError: the disk is full or may not be written.

    """
    import duckdb

    try:
        yield
    except (OSError, duckdb.Error) as error:
        words = str(error).splitlines()[0]
        if getattr(error, "errno", None) in _FULL or any(sign in str(error) for sign in _FULL_WORDS):
            raise StoreError(
                f"the disk is full ({words}).",
                where=str(folder),
                do="Make room and try again; nothing was changed.",
            ) from error
        if isinstance(error, OSError | duckdb.IOException | duckdb.OutOfMemoryException):
            raise StoreError(
                f"the workspace cannot be written ({words}).",
                where=str(folder),
                do="Check the disk and its rights; nothing was changed.",
            ) from error
        raise


@contextmanager
def reading_from(folder: Path) -> Iterator[None]:
    """Say plainly what goes wrong while observations are read.

    Raises:
        StoreError: a file is damaged or cannot be read.

    """
    import duckdb

    try:
        yield
    except (OSError, duckdb.Error) as error:
        raise StoreError(
            f"the observations cannot be read ({str(error).splitlines()[0]}).",
            where=str(folder),
            do="Check the disk and its rights, or restore the workspace from a back-up.",
        ) from error
