# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From alarms of many series to few signals: one wave over ten neighbourhoods is told once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Where the series belong.

    ``area`` and ``offence``: one node number per series. ``area_parent`` and ``offence_parent``: for each
    node the node above it, -1 at the top. ``needs_company`` (one bool per series): offences that the police
    find by looking; their alarm says nothing on its own.
    """

    area: ArrayLike
    offence: ArrayLike
    area_parent: ArrayLike
    offence_parent: ArrayLike
    needs_company: ArrayLike | None = None


@dataclass(frozen=True, slots=True, eq=False)
class GroupedSignals:
    """One item per signal, the strongest grouping first: the nodes it stands for and its alarms.

    ``area`` and ``offence`` are nodes; ``alarms`` of ``series`` judged series below it alarm. ``observed``,
    ``expected`` and ``excess`` are sums over those alarms. Per series: ``signal`` is the signal it belongs
    to, -1 for none; ``note`` marks the alarms that need company and found it: they are mentioned with the
    signal of ``signal`` and count in none of its figures.
    """

    area: Whole
    offence: Whole
    alarms: Whole
    series: Whole
    observed: FloatArray
    expected: FloatArray
    excess: FloatArray
    signal: Whole
    note: NDArray[np.bool_]


def grouped_signals(
    alarm: ArrayLike, observed: ArrayLike, expected: ArrayLike, hierarchy: Hierarchy
) -> GroupedSignals:
    """Explain the alarms of one period by as few nodes of both hierarchies as pay for themselves.

    Args:
        alarm: bool per series.
        observed: count per series.
        expected: expected count per series, NaN where the series was not judged.
        hierarchy: where the series belong.

    Raises:
        ValueError: arrays of another length, a node that does not exist, or a hierarchy with a loop.

    Source: Kulldorff (1997), Communications in Statistics 26:1481-1496, the likelihood ratio; see the page.

    """
    place, (seen, usual) = _places(hierarchy, len(np.asarray(alarm))), _figures(alarm, observed, expected)
    judged = np.isfinite(usual)
    rising = np.asarray(alarm, dtype=np.bool_) & judged
    lonely = _flags(hierarchy.needs_company, len(rising))
    own = np.flatnonzero(rising & ~lonely)
    nodes, known = _nodes(place, judged & ~lonely)
    signal = np.full(len(rising), -1, dtype=np.int64)
    chosen = _chosen(nodes[own], known, int((judged & ~lonely).sum()))
    for number, (_, members) in enumerate(chosen):
        signal[own[members]] = number
    codes = np.array([node for node, _ in chosen], dtype=np.int64)
    note = _notes(rising & lonely, place.own_area, signal)
    told = np.where(note, -1, signal)
    sums = [_by_signal(told, values, len(chosen)) for values in (np.ones(len(told)), seen, usual)]
    return GroupedSignals(
        area=codes // place.offences,
        offence=codes % place.offences,
        alarms=sums[0].astype(np.int64),
        series=known[codes],
        observed=sums[1],
        expected=sums[2],
        excess=sums[1] - sums[2],
        signal=signal,
        note=note,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """Per series the nodes above it, itself first, filled up with the last one; how many offence nodes."""

    areas: Whole
    kinds: Whole
    offences: int

    @property
    def own_area(self) -> Whole:
        return self.areas[:, 0]


def _places(hierarchy: Hierarchy, series: int) -> _Place:
    areas = _above(hierarchy.area, hierarchy.area_parent, series, "area")
    kinds = _above(hierarchy.offence, hierarchy.offence_parent, series, "offence")
    return _Place(areas, kinds, len(np.asarray(hierarchy.offence_parent)))


def _above(own: ArrayLike, parent: ArrayLike, series: int, name: str) -> Whole:
    nodes, up = np.asarray(own, dtype=np.int64), np.asarray(parent, dtype=np.int64)
    if nodes.shape != (series,):
        raise ValueError(f"{name} must be one node for each of {series} series")
    if ((nodes < 0) | (nodes >= len(up))).any() or ((up < -1) | (up >= len(up))).any():
        raise ValueError(f"{name} names a node that does not exist")
    lines = [nodes]
    while (up[lines[-1]] >= 0).any():
        if len(lines) > len(up):
            raise ValueError(f"the hierarchy of {name} has a loop")
        higher = up[lines[-1]]
        lines.append(np.where(higher >= 0, higher, lines[-1]))
    return np.column_stack(lines)


def _figures(alarm: ArrayLike, observed: ArrayLike, expected: ArrayLike) -> tuple[FloatArray, FloatArray]:
    seen, usual = np.asarray(observed, dtype=np.float64), np.asarray(expected, dtype=np.float64)
    if seen.shape != usual.shape or seen.shape != np.asarray(alarm).shape or seen.ndim != 1:
        raise ValueError("alarm, observed and expected must be rows of the same length")
    return seen, usual


def _flags(given: ArrayLike | None, series: int) -> NDArray[np.bool_]:
    flags = np.zeros(series, dtype=np.bool_) if given is None else np.asarray(given, dtype=np.bool_)
    if flags.shape != (series,):
        raise ValueError(f"needs_company must be one truth value for each of {series} series")
    return flags


def _nodes(place: _Place, counted: NDArray[np.bool_]) -> tuple[Whole, Whole]:
    """Codes of all pairs of nodes above each series, -1 where one repeats; judged series below each code."""
    pairs = []
    for i in range(place.areas.shape[1]):
        for j in range(place.kinds.shape[1]):
            code = place.areas[:, i] * place.offences + place.kinds[:, j]
            again = np.zeros(len(code), dtype=np.bool_)
            if i:
                again |= place.areas[:, i] == place.areas[:, i - 1]
            if j:
                again |= place.kinds[:, j] == place.kinds[:, j - 1]
            pairs.append(np.where(again, -1, code))
    codes = np.column_stack(pairs)
    below = codes[counted]
    largest = int(codes.max(initial=0)) + 1
    return codes, np.bincount(below[below >= 0], minlength=largest).astype(np.int64)


def _chosen(codes: Whole, known: Whole, series: int) -> list[tuple[int, Whole]]:
    """Choose node after node with the largest gain; then each alarm left on its own."""
    price = np.log(max(int((known > 0).sum()), 2))
    left = np.ones(len(codes), dtype=np.bool_)
    result: list[tuple[int, Whole]] = []
    while left.any():
        part = codes[left]
        node, alarms = np.unique(part[part >= 0], return_counts=True)
        gain = np.round(_ratio(alarms, known[node], int(left.sum()), series) - price, 9)
        gain[alarms < 2] = -np.inf
        best = np.lexsort((node, known[node], -gain))[0]
        if gain[best] <= 0:
            break
        members = np.flatnonzero(left & (codes == node[best]).any(axis=1))
        result.append((int(node[best]), members))
        left[members] = False
    return result + [(int(codes[i, 0]), np.array([i])) for i in np.flatnonzero(left)]


def _ratio(alarms: Whole, series: Whole, all_alarms: int, all_series: int) -> FloatArray:
    """Log likelihood ratio of one rate of alarms below a node and one elsewhere against one for all."""

    def log(some: Whole, of: Whole) -> FloatArray:
        share = some / np.maximum(of, 1)
        with np.errstate(divide="ignore", invalid="ignore"):
            parts = some * np.log(share), (of - some) * np.log1p(-share)
        return np.asarray(np.nan_to_num(parts[0], nan=0.0) + np.nan_to_num(parts[1], nan=0.0))

    rest = log(all_alarms - alarms, all_series - series)
    ratio = log(alarms, series) + rest - log(np.array(all_alarms), np.array(all_series))
    higher = alarms * float(all_series) > series * float(all_alarms)
    return np.where(higher, ratio, 0.0)


def _notes(lonely: NDArray[np.bool_], area: Whole, signal: Whole) -> NDArray[np.bool_]:
    """Attach alarms that need company to the first signal with an alarm in their area; changes ``signal``."""
    note = np.zeros(len(lonely), dtype=np.bool_)
    if not lonely.any():
        return note
    first = np.full(int(area.max()) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, area[signal >= 0], signal[signal >= 0])
    note[:] = lonely & (first[area] < np.iinfo(np.int64).max)
    signal[note] = first[area[note]]
    return note


def _by_signal(signal: Whole, values: FloatArray, signals: int) -> FloatArray:
    own = signal >= 0
    return np.bincount(signal[own], weights=values[own], minlength=signals).astype(np.float64)
