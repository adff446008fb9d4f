# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Counts and expected numbers as a scan needs them, and why they cannot be scanned."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray
from baken.methods.reason import Reason
from baken.methods.scans.zones import Zones

IntArray = NDArray[np.int64]
MOST_CASES = 2_147_483_647
"""Above this total the sums of simulated cases would not fit the whole numbers of the search."""
MOST_DEALT = 999_999_999
"""Above this total the periods of the cases cannot be dealt out anew."""


def reason_of(counts: FloatArray, expected: FloatArray, zones: Zones) -> Reason:
    """The first thing that keeps these figures from being scanned; ``expected`` may be a population."""
    wrong = _wrong_value(counts, expected)
    if wrong:
        return wrong
    if counts.sum() > MOST_CASES:
        return Reason.TOO_LARGE
    if zones.areas < 2 or not zones.count:
        return Reason.ONE_AREA
    if not counts.any():
        return Reason.ALL_ZERO
    nobody = not expected.sum() > 0 or ((expected == 0) & (counts > 0)).any()
    return Reason.NO_POPULATION if nobody else Reason.JUDGED


def _wrong_value(counts: FloatArray, expected: FloatArray) -> Reason:
    if np.isnan(counts).any() or np.isnan(expected).any():
        return Reason.MISSING
    if np.isinf(counts).any() or np.isinf(expected).any():
        return Reason.INFINITE
    if (counts < 0).any() or (expected < 0).any():
        return Reason.NEGATIVE
    return Reason.FRACTIONAL if (counts % 1 != 0).any() else Reason.JUDGED


def in_windows(values: FloatArray, windows: IntArray) -> FloatArray:
    """The sums over windows (first, after last) of values of shape (areas, periods)."""
    return np.column_stack([values[:, first:last].sum(axis=1) for first, last in windows])
