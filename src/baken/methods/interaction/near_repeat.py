# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Near repeats: how much likelier another event is at some distance and delay after one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import FloatArray
from baken.methods.interaction._events import (
    IntArray,
    NearPairs,
    checked_edges,
    checked_events,
)
from baken.methods.interaction.knox import PermutationOptions
from baken.methods.reason import Reason


@dataclass(frozen=True, slots=True, eq=False)
class NearRepeats:
    """Pairs of events in bands of distance (rows) and of time (columns).

    ``pairs`` are counted, ``expected`` is their mean over permutations, ``ratio`` the one over the other (NaN
    when nothing is expected). ``p`` is for one band looked at alone. ``adjusted_p`` answers for having looked
    at all bands: use it to say which bands stand out. All are empty when ``reason`` is not JUDGED.
    """

    distances: FloatArray
    durations: FloatArray
    pairs: IntArray
    expected: FloatArray
    ratio: FloatArray
    p: FloatArray
    adjusted_p: FloatArray
    reason: Reason
    events: int


def near_repeat(
    points: ArrayLike,
    days: ArrayLike,
    distances: Sequence[float],
    durations: Sequence[float],
    options: PermutationOptions | None = None,
) -> NearRepeats:
    """Return the Knox ratio of each band of distance and time, against times dealt out anew.

    The first band of distance goes from 0 up to and with the first limit, the next from there (not with it)
    to the second, and so on; a first limit of 0 is the band of the very same place. Bands of time likewise.
    The adjusted p value is the single-step one of Westfall and Young: how often the largest standardised
    count over all bands of a permutation reaches that of the band.

    Args:
        points: coordinates of n events in metres, shape (n, 2).
        days: the day of each event.
        distances: the outer limits of the bands, rising.
        durations: the outer limits of the bands of time in days, rising.
        options: number of permutations and the like.

    Returns:
        Counts, ratios and p values only, never a point. Bad figures give a reason, as in ``knox``.

    Raises:
        ValueError: arrays of another shape, limits that do not rise, or more than 200 million near pairs.

    Source: S. D. Johnson and others (2007), Journal of Quantitative Criminology 23:201-219; J. H. Ratcliffe
    and G. F. Rengert (2008), Security Journal 21:58-76; P. H. Westfall and S. S. Young (1993),
    Resampling-Based Multiple Testing.

    """
    options = options or PermutationOptions()
    far, long = checked_edges(distances, "distances"), checked_edges(durations, "durations")
    places, times, reason = checked_events(points, days)
    if reason:
        return _none(far, long, reason, len(times))
    near = NearPairs.within(places, far)
    if not len(near.other):
        return _none(far, long, Reason.TOO_FEW_CASES, len(times))
    pairs = np.diff(near.table(times, long), axis=1, prepend=0)
    simulated = np.diff(near.permuted(times, long, options), axis=2, prepend=0)
    expected = simulated.mean(axis=0)
    ratio = np.divide(pairs, expected, out=np.full(expected.shape, np.nan), where=expected > 0)
    p = (1 + (simulated >= pairs).sum(axis=0)) / (1 + len(simulated))
    adjusted = _adjusted(pairs, simulated)
    return NearRepeats(far, long, pairs, expected, ratio, p, adjusted, Reason.JUDGED, len(times))


def _adjusted(pairs: IntArray, simulated: IntArray) -> FloatArray:
    """Share of permutations, the observed one among them, whose largest standardised count is as large."""
    both = np.concatenate([pairs[None], simulated]).astype(np.float64)
    spread = both.std(axis=0)
    score = np.divide(both - both.mean(axis=0), spread, out=np.full(both.shape, -np.inf), where=spread > 0)
    largest = score.max(axis=(1, 2))
    reached: FloatArray = (largest[:, None, None] >= score[0] - 1e-9).mean(axis=0)
    return np.where(spread > 0, reached, 1.0)


def _none(far: FloatArray, long: FloatArray, reason: Reason, events: int) -> NearRepeats:
    nothing = np.empty((0, 0))
    counts = nothing.astype(np.int64)
    return NearRepeats(far, long, counts, nothing, nothing, nothing, nothing, reason, events)
