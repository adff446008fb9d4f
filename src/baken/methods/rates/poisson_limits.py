# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Exact Poisson limits of one count, in plain Python.

The same limits as ``rate_interval`` gives for arrays, for the moments when a command must answer before
numpy and scipy have been imported (over a second on a slow machine).
"""

from __future__ import annotations

from functools import cache

from baken.methods._gamma import gamma_quantile


@cache
def poisson_limits(count: int, level: float = 0.95) -> tuple[float, float]:
    """Return the exact two-sided (Garwood) limits of the expected count behind one observed count.

    The lower limit is the gamma quantile G(a/2; x), 0 for a count of 0, and the upper G(1 - a/2; x + 1),
    with a = 1 - level.

    Args:
        count: a whole number of zero or more.
        level: confidence level between 0 and 1.

    Raises:
        ValueError: a negative count, or a level outside (0, 1).

    Source: Garwood (1936), Biometrika 28:437-442.

    """
    if count < 0:
        raise ValueError(f"count must not be negative; got {count}")
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1; got {level}")
    tail = (1 - level) / 2
    lower = gamma_quantile(count, tail) if count else 0.0
    return lower, gamma_quantile(count + 1, tail, upper=True)
