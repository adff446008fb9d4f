# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Inputs and rivals for the timing of the methods; ``bench.py`` runs this file in a process of its own.

    python scripts/bench_methods.py TASK [own|rival]

One line of JSON with processor seconds and wall seconds of one warm call. Rivals that no registry has (R
packages) are not run: their figures stand in ``ELSEWHERE`` and were measured on another machine.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).parent.parent
ELSEWHERE = {
    "farrington weekly": ("surveillance in R, one core, measured elsewhere", 104.0),
    "farrington monthly": ("surveillance in R, one core, measured elsewhere", 142.0),
    "scan": ("smerc in R, one core, measured elsewhere", 1.39),
    "space-time scan": ("scanstatistics in R, one core, measured elsewhere", 8.0),
}


def honeycomb(side: int) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Places x and y of side * side areas in rows that are shifted by half, and the pairs that touch."""
    row, column = np.divmod(np.arange(side * side), side)
    x, y = column + 0.5 * (row % 2), row * np.sqrt(0.75)
    place = row * side + column
    steps = [(0, 1, None), (1, 0, None), (1, -1, 0), (1, 1, 1)]
    pairs = []
    for down, right, odd in steps:
        ok = (row + down < side) & (column + right >= 0) & (column + right < side)
        ok &= True if odd is None else row % 2 == odd
        pairs.append(np.column_stack([place[ok], place[ok] + down * side + right]))
    return x, y, np.concatenate(pairs)


def timed(call: Callable[[], object]) -> dict[str, float]:
    """Processor and wall time of the second call; the first one warms up."""
    start = time.perf_counter()
    call()
    first = time.perf_counter() - start
    used, start = time.process_time(), time.perf_counter()
    call()
    return {
        "processor": time.process_time() - used,
        "wall": time.perf_counter() - start,
        "first": first,
    }
