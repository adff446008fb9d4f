# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Early signals over many series at once, which lend each other what they have in common."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods._threads import in_blocks
from baken.methods.signals._pooled_prior import WEAK, dispersions, precisions

@dataclass(frozen=True, slots=True)
class PooledOptions:
    per_year: int = 12
    level: float = 0.01
    harmonics: int = 2
    gap: int = 2
    odds: float = 0.05
    height: float = 4.0
    correction: float = 0.7
    caution: float = 1.0
    waves: tuple[float, ...] = (5.0, 5.0, 4.0, 2.0, 0.5, 0.06)
    few: int = 10
    sample: int = 2000
    threads: int | None = None


def design(periods: int, options: PooledOptions) -> FloatArray:
    t = np.arange(periods)
    columns = [np.ones(periods), (t - periods + 1) / options.per_year]
    for harmonic in range(1, options.harmonics + 1):
        angle = 2 * np.pi * harmonic * t / options.per_year
        columns += [np.cos(angle), np.sin(angle)]
    return np.ascontiguousarray(np.array(columns).T)
