# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Work on blocks of rows in a few threads; kernels release the lock of Python, so that these run at once."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from baken.methods import progress


def available() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_blocks(
    work: Callable[[int, int], None], rows: int, threads: int | None = None, block: int = 0
) -> None:
    """Call ``work(first, after_last)`` for blocks of rows that together are all rows, in some threads.

    Each call writes to its own rows only, and a row's result does not depend on its block; so the result is
    the same for any number of threads. Without a block size there are four blocks per thread.
    """
    threads = threads or available()
    size = block or max(1, -(-rows // (4 * threads)))
    blocks = [(first, min(first + size, rows)) for first in range(0, rows, size)]
    if threads == 1 or len(blocks) < 2:
        for first, last in blocks:
            work(first, last)
            progress.tell(last, rows)
        return
    with ThreadPoolExecutor(threads) as pool:
        for (_, last), done in [(one, pool.submit(work, *one)) for one in blocks]:
            done.result()
            progress.tell(last, rows)
