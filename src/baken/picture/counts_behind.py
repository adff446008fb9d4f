# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The counts that may lie behind a protected one, and what holds for a ratio whichever of them it was."""

from __future__ import annotations

import math

from baken.methods.rates.rate_change import rate_change
from baken.model.observation import Observation

Range = tuple[int, int]


def counts_behind(seen: Observation) -> Range | None:
    """The lowest and the highest count that may lie behind an observation; nothing where it has no count."""
    if seen.count is None:
        return None
    return max(0, seen.count - seen.spread), seen.count + seen.spread


def widest_ratio(before: Range, after: Range, people: tuple[int, int]) -> tuple[float, float] | None:
    """The limits of the ratio of two rates, after to before, over all counts in the ranges; or nothing.

    Both limits fall with the count before and rise with the count after, so two corners are enough.
    """
    low = rate_change((before[1], after[0]), people)
    high = rate_change((before[0], after[1]), people)
    if not high.judged:
        return None
    return (low.ratio_lower if low.judged else 0.0), (high.ratio_upper if high.judged else math.inf)
