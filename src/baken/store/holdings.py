# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""All observations that an edition is made of, each found by indicator, area and period."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from baken.model.errors import InputError
from baken.model.observation import Observation
from baken.model.period import Period
from baken.model.snapshot import Snapshot


class Holdings:
    """Snapshots and their observations. One (indicator, area, period) is held once, or nothing is held."""

    def __init__(self, snapshots: Iterable[Snapshot]) -> None:
        """Take the snapshots in.

        Raises:
            InputError: two of them say something about the same indicator, area and period.

        """
        self.snapshots = tuple(sorted(snapshots, key=lambda snapshot: snapshot.id))
        self._by_key: dict[tuple[str, str, Period], Observation] = {}
        self._series: dict[tuple[str, str], list[Observation]] = {}
        for snapshot in self.snapshots:
            for observation in snapshot.observations:
                self._take(observation)
        for series in self._series.values():
            series.sort(key=lambda observation: observation.period.place)

    def _take(self, observation: Observation) -> None:
        key = observation.key
        other = self._by_key.get(key)
        if other is not None:
            raise InputError(
                f"{observation.indicator} {observation.area} {observation.period} is held twice: "
                f"in {other.snapshot} and in {observation.snapshot}.",
                do="Leave one of them out.",
            )
        self._by_key[key] = observation
        self._series.setdefault((observation.indicator, observation.area), []).append(observation)

    def get(self, indicator: str, area: str, period: Period) -> Observation | None:
        """One observation, or nothing where none is held. Nothing is not zero."""
        return self._by_key.get((indicator, area, period))

    def series(self, indicator: str, area: str) -> tuple[Observation, ...]:
        """All observations of one indicator in one area, oldest first."""
        return tuple(self._series.get((indicator, area), ()))

    def areas_with(self, indicator: str) -> frozenset[str]:
        """The areas for which anything is held on an indicator."""
        return self._areas.get(indicator, frozenset())

    @cached_property
    def _areas(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for indicator, area in self._series:
            found.setdefault(indicator, set()).add(area)
        return {indicator: frozenset(areas) for indicator, areas in found.items()}

    def snapshot(self, name: str) -> Snapshot | None:
        """A snapshot by its id."""
        return next((snapshot for snapshot in self.snapshots if snapshot.id == name), None)
