# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The columns of a trend: level, slope, level shifts and season."""

from __future__ import annotations

import numpy as np

from baken.methods._arrays import FloatArray

LEVEL_AND_SLOPE = 2


def season_columns(places: FloatArray, kind: str, length: float, harmonics: int) -> FloatArray:
    """Return the season of the places (n,) as columns: one per part of the season but the first, or waves.

    A wave whose period is exactly two places has no sine: it is zero at every place.
    """
    if kind == "none":
        return np.empty((len(places), 0))
    if kind == "factor":
        return np.asarray(places[:, None] % length == np.arange(1, int(length)), dtype=np.float64)
    turns = 2 * np.pi * places[:, None] * np.arange(1, harmonics + 1) / length
    waves = np.concatenate([np.cos(turns), np.sin(turns)], axis=1)
    return waves[:, :-1] if 2 * harmonics == length else waves


def design(places: FloatArray, centre: float, shifts: tuple[int, ...], season: FloatArray) -> FloatArray:
    """Return the columns level, slope (per period, from the centre), one step per shift, and the season."""
    steps = places[:, None] >= np.asarray(shifts, dtype=np.float64).reshape(1, -1)
    return np.concatenate([np.ones((len(places), 1)), (places - centre)[:, None], steps, season], axis=1)
