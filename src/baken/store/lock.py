# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One writer at a time: readers never wait for it, a second writer does, for a while."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from baken.model.errors import StoreError
from baken.store.trouble import writing_to

PATIENCE = 10.0


@contextmanager
def writing(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Be the only writer; the system takes the lock away from a process that is killed.

    Args:
        folder: the folder that is written in.
        patience: how many seconds to wait for another writer.

    Raises:
        StoreError: another process is still writing, or the folder may not be written.

    """
    with writing_to(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / ".lock").open("a")
    with lock as handle:
        until = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise StoreError(
                        "another program is writing to this workspace.",
                        where=str(folder),
                        do="Wait until it is done, and try again.",
                    ) from None
                time.sleep(0.05)
        yield
