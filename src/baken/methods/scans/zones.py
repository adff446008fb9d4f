# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Zones: the sets of adjoining areas among which a scan searches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.methods._arrays import FloatArray
from baken.methods.neighbours import Neighbours
from baken.methods.scans._distances import TOGETHER, near_each_other, on_sphere, outwards
from baken.methods.scans._growth import growths, rings, rings_within

IntArray = NDArray[np.int64]
SHAPES = {1.5: 4, 2.0: 6, 3.0: 9, 4.0: 12, 5.0: 15}
"""Elongation of an ellipse (longest over shortest axis) and the number of directions in which it is laid.

The first direction is that of the y axis, the others divide the half turn from there.
"""
_MOST_SETS = 5_000_000


@dataclass(frozen=True, slots=True)
class ZoneLimits:
    """How large a zone may be.

    ``share`` is the largest share of the population in one zone, ``areas`` the largest number of areas (None:
    no limit). ``degrees`` says that x and y are longitude and latitude; distances are then along a sphere.
    """

    share: float = 0.5
    areas: int | None = None
    degrees: bool = False

    def __post_init__(self) -> None:
        if not 0 < self.share <= 1:
            raise ValueError(f"share must lie above 0 and at most be 1; got {self.share:g}")
        if self.areas is not None and self.areas < 1:
            raise ValueError(f"areas must be at least 1; got {self.areas}")


@dataclass(frozen=True, slots=True, eq=False)
class Zones:
    """Zones over n areas, kept as walks that add one area at a time.

    Walk w is ``index[start[w]:start[w + 1]]``. Each beginning of a walk at whose last area ``ends`` is true
    is a zone. ``weight`` (one for each walk, above 0 and at most 1) multiplies the log-likelihood ratio of
    its zones. ``centre`` is the area around which a walk goes, -1 if around none. No coordinates are kept: a
    zone is a set of areas and nothing else.
    """

    areas: int
    start: IntArray
    index: NDArray[np.int32]
    ends: NDArray[np.bool_]
    weight: FloatArray
    centre: IntArray

    @property
    def count(self) -> int:
        """How many zones there are; one set may be met in several walks."""
        return int(self.ends.sum())

    def at(self, place: int) -> IntArray:
        """The areas of the zone that ends at a place of ``index``, in the order in which they were added."""
        walk = int(np.searchsorted(self.start, place, side="right")) - 1
        return self.index[self.start[walk] : place + 1].astype(np.int64)


def circular_zones(
    x: ArrayLike, y: ArrayLike, population: ArrayLike, limits: ZoneLimits | None = None
) -> Zones:
    """Return circles around each area's centre, each radius that takes in one more area.

    An area belongs to a circle when its centre does; areas equally far enter together.

    Args:
        x: coordinates of the centres in one unit of length, n finite numbers (or longitudes).
        y: the other coordinates (or latitudes).
        population: n numbers, or (n, periods), for the limit on the share; NaN and negative count as 0 here.
        limits: largest share of the population (a half) and number of areas.

    Raises:
        ValueError: arrays of different length, coordinates that are not finite, no area.

    Source: M. Kulldorff (1997), Communications in Statistics - Theory and Methods 26:1481-1496.

    """
    limits = limits or ZoneLimits()
    points, people = _checked(x, y, population)
    if limits.degrees:
        points = on_sphere(points)
    return _joined([_circles(points, people, limits)], [1.0])


def elliptic_zones(
    x: ArrayLike,
    y: ArrayLike,
    population: ArrayLike,
    limits: ZoneLimits | None = None,
    penalty: float = 0.5,
) -> Zones:
    """Return circles and ellipses of the elongations and directions of ``SHAPES`` around each centre.

    The statistic of an ellipse of elongation s is the log-likelihood ratio times (4 s / (s + 1)^2)^penalty: 0
    is no penalty for being long, 0.5 a medium and 1 a strong one.

    Raises:
        ValueError: as ``circular_zones``; a negative penalty; coordinates in degrees.

    Source: M. Kulldorff, L. Huang, L. Pickle and L. Duczmal (2006), Statistics in Medicine 25:3929-3943.

    """
    limits = limits or ZoneLimits()
    if limits.degrees:
        raise ValueError("ellipses need coordinates in a unit of length, not in degrees")
    if not penalty >= 0:
        raise ValueError(f"penalty must not be negative; got {penalty:g}")
    points, people = _checked(x, y, population)
    parts, weights = [_circles(points, people, limits)], [1.0]
    for shape, directions in SHAPES.items():
        for direction in range(directions):
            angle = np.pi * direction / directions
            along = points[:, 0] * np.sin(angle) + points[:, 1] * np.cos(angle)
            across = points[:, 0] * np.cos(angle) - points[:, 1] * np.sin(angle)
            parts.append(_circles(np.column_stack([along / shape, across]), people, limits))
            weights.append((4 * shape / (shape + 1) ** 2) ** penalty)
    return _joined(parts, weights)


def step_zones(
    neighbours: Neighbours, population: ArrayLike, steps: int = 3, limits: ZoneLimits | None = None
) -> Zones:
    """Return for each area the zones of all areas that can be reached in 0, 1, ... ``steps`` steps.

    Only who borders on whom counts; areas that hang together with nothing else form zones of their own.

    Raises:
        ValueError: a population of another length or steps below 0.
    """
    limits = limits or ZoneLimits()
    if steps < 0:
        raise ValueError(f"steps must not be negative; got {steps}")
    people = _people(population, neighbours.areas)
    walks: list[list[int]] = []
    ends: list[bool] = []
    for area in range(neighbours.areas):
        around = rings(neighbours, area, steps)
        kept = around[: rings_within(around, people, limits)]
        walks.append([member for ring in kept for member in ring])
        ends += [place == len(ring) - 1 for ring in kept for place in range(len(ring))]
    return _packed(walks, ends, np.arange(neighbours.areas))


def connected_zones(neighbours: Neighbours, population: ArrayLike, limits: ZoneLimits | None = None) -> Zones:
    """Return every connected set of at most ``limits.areas`` areas (4 when there is no limit), each once.

    The flexible scan: long and bent sets are searched as well as round ones. The number of sets grows by a
    factor of 4 to 6 with each area more.

    Raises:
        ValueError: a population of another length, or more than five million sets.

    Source: T. Tango and K. Takahashi (2005), International Journal of Health Geographics 4:11 (the flexible
    scan; there the sets lie among the nearest areas); S. Wernicke (2006), IEEE/ACM Transactions on
    Computational Biology and Bioinformatics 3:347-359 (each set once).

    """
    limits = limits or ZoneLimits()
    people = _people(population, neighbours.areas)
    largest = min(limits.areas or 4, neighbours.areas)
    allowed = limits.share * people.sum() * (1 + 1e-12)
    beside = [set(neighbours.of(area).tolist()) for area in range(neighbours.areas)]
    walks: list[list[int]] = []
    ends: list[bool] = []
    for area in range(neighbours.areas):
        for walk, known in growths(beside, area, largest):
            within = int(np.searchsorted(np.cumsum(people[walk]), allowed, side="right"))
            walks.append(walk[:within])
            ends += [place >= known for place in range(within)]
        if len(walks) > _MOST_SETS:
            raise ValueError(f"more than {_MOST_SETS} connected sets; allow fewer areas in a zone")
    return _packed(walks, ends, np.full(len(walks), -1), neighbours.areas)


def _checked(x: ArrayLike, y: ArrayLike, population: ArrayLike) -> tuple[FloatArray, FloatArray]:
    one, two = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if one.ndim != 1 or one.shape != two.shape or not len(one):
        raise ValueError(f"x and y must be two rows of the same length; got {one.shape} and {two.shape}")
    points = np.column_stack([one, two])
    if not np.isfinite(points).all():
        raise ValueError("coordinates must be finite numbers")
    return points, _people(population, len(one))


def _people(population: ArrayLike, areas: int) -> FloatArray:
    """Population over all periods; what is no population counts as nothing here, and the scan refuses it."""
    people = np.asarray(population, dtype=np.float64)
    people = np.where(np.isfinite(people) & (people > 0), people, 0.0)
    summed: FloatArray = np.asarray(people.sum(axis=tuple(range(1, people.ndim))))
    if summed.shape != (areas,):
        raise ValueError(f"population must have one row for each of {areas} areas; got {summed.shape}")
    return summed


def _circles(points: FloatArray, people: FloatArray, limits: ZoneLimits) -> Zones:
    """Walks outwards from each centre, cut off at the limits."""
    areas = len(points)
    longest = min(limits.areas or areas, areas)
    allowed = limits.share * people.sum() * (1 + 1e-12)
    block = max(1, min(TOGETHER, 2_000_000 // areas))
    centres = near_each_other(points)
    lengths, members, closed = [], [], []
    for first in range(0, areas, block):
        order, away = outwards(points, centres[first : first + block], longest)
        within = (np.cumsum(people[order], axis=1) <= allowed)[:, :longest]
        end = np.ones((len(order), longest), dtype=np.bool_)
        wider = away[:, 1:] > away[:, :-1] * (1 + 1e-9)
        end[:, : wider.shape[1]] = wider[:, :longest]
        lengths.append(within.sum(axis=1))
        members.append(order[:, :longest][within].astype(np.int32))
        closed.append(end[within])
    start = np.concatenate([[0], np.cumsum(np.concatenate(lengths))]).astype(np.int64)
    return Zones(areas, start, np.concatenate(members), np.concatenate(closed), np.ones(areas), centres)


def _packed(walks: list[list[int]], ends: list[bool], centre: IntArray, areas: int | None = None) -> Zones:
    start = np.concatenate([[0], np.cumsum([len(walk) for walk in walks])]).astype(np.int64)
    index = np.fromiter((area for walk in walks for area in walk), dtype=np.int32, count=int(start[-1]))
    return Zones(
        len(centre) if areas is None else areas,
        start,
        index,
        np.asarray(ends, dtype=np.bool_),
        np.ones(len(walks)),
        centre.astype(np.int64),
    )


def _joined(parts: list[Zones], weights: list[float]) -> Zones:
    lengths = np.concatenate([np.diff(part.start) for part in parts])
    weight = np.repeat(weights, [len(part.start) - 1 for part in parts])
    return Zones(
        parts[0].areas,
        np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        np.concatenate([part.index for part in parts]),
        np.concatenate([part.ends for part in parts]),
        weight.astype(np.float64),
        np.concatenate([part.centre for part in parts]),
    )
