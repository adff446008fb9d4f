# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Writing files so that each is there whole or not at all, also when the power fails."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write a file in one step; whoever reads it sees the old bytes or the new ones.

    Args:
        path: the file.
        data: all that is in it.
        lasting: come back only when it outlives a failure of the power.

    Raises:
        OSError: the disk is full or may not be written; the old file is still there.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as handle:
        try:
            handle.write(data)
            handle.flush()
            if lasting:
                os.fsync(handle.fileno())
            Path(handle.name).chmod(0o644)
            Path(handle.name).replace(path)
        except BaseException:
            Path(handle.name).unlink(missing_ok=True)
            raise
    if lasting:
        sync_folder(path.parent)


def write_secret(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read, unless it is there already: of two writers the first wins.

    Raises:
        OSError: the disk is full or may not be written.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # A temporary file is readable by its owner only, and the link keeps its rights.
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())
        with suppress(FileExistsError):
            os.link(handle.name, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder outlive a power failure."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
