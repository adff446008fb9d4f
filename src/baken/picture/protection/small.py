# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which observations are about areas below the municipality, and putting others in their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from baken.catalogue.catalogue import DENOMINATORS
from baken.model.observation import Observation
from baken.model.snapshot import Snapshot
from baken.picture.material import Material, with_snapshots


def is_small(material: Material, one: Observation) -> bool:
    """Whether an observation is about an area below the municipality."""
    area = material.register.areas.get(one.area)
    return area is not None and area.level.is_part


def small_observations(material: Material) -> Iterator[Observation]:
    """Every observation about an area below the municipality, whatever it is of."""
    for snapshot in material.holdings.snapshots:
        for one in snapshot.observations:
            if is_small(material, one):
                yield one


def tells_of_small_areas(material: Material) -> bool:
    """Whether anything but population is held of areas below the municipality."""
    return any(one.indicator not in DENOMINATORS.values() for one in small_observations(material))


def with_small(material: Material, small: Iterable[Observation], months: Iterable[Observation]) -> Material:
    """Public material: these in the place of all that was held of small areas, and months for signals.

    Each observation goes to the first of the snapshots that it comes from.
    """
    by_snapshot, monthly = _by_snapshot(small), _by_snapshot(months)
    held = material.holdings.snapshots
    public = tuple(
        replace(one, observations=(*_large(material, one), *by_snapshot.get(one.id, ()))) for one in held
    )
    kept = tuple(replace(one, observations=tuple(monthly[one.id])) for one in held if one.id in monthly)
    return replace(with_snapshots(material, public), public=True, months=kept)


def _large(material: Material, snapshot: Snapshot) -> Iterator[Observation]:
    return (one for one in snapshot.observations if not is_small(material, one))


def _by_snapshot(observations: Iterable[Observation]) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for one in observations:
        found.setdefault(one.snapshots[0], []).append(one)
    return found
