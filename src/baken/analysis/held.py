# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of a municipality, carried by the project and fetched into a workspace, as grids of counts.

Here also the figures of districts and neighbourhoods are read, which the safety picture leaves alone: what
comes of them is for the people who work on safety, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from baken.areas.load import find_area, load_register
from baken.areas.register import AreaRegister
from baken.catalogue.catalogue import Catalogue, load_catalogue
from baken.catalogue.municipality import load_municipality
from baken.model.area import AreaLevel
from baken.model.observation import Observation
from baken.model.policy import Municipality
from baken.model.snapshot import Snapshot
from baken.sources.held import OWN
from baken.sources.registry import carried
from baken.store.reader import Reader

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Counts of shape (measures, areas, periods); NaN where there is no value.

    ``first`` is the number of the first period: a year, or twelve times a year plus the month from 0.
    """

    measures: tuple[str, ...]
    areas: tuple[str, ...]
    first: int
    values: NDArray[np.float64]
    snapshots: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is held."""
        return self.values.size == 0

    def of(self, measure: str, area: str) -> NDArray[np.float64] | None:
        """One series, if there is one value in it."""
        import numpy as np

        if measure not in self.measures or area not in self.areas:
            return None
        row = self.values[self.measures.index(measure), self.areas.index(area)]
        return None if np.isnan(row).all() else row


@dataclass(frozen=True)
class Held:
    """The definitions and areas of a municipality, and all that is held of it on a day."""

    catalogue: Catalogue
    municipality: Municipality
    register: AreaRegister
    reader: Reader | None
    on: date
    snapshots: tuple[Snapshot, ...] = field(repr=False, default=())

    def below(self, code: str) -> tuple[str, ...]:
        """An area and all that lies in it in any division, as it is on the day; the area first."""
        found = {code: None}
        for area in found_below(self.register, code):
            if self.register[area].validity.holds_on(self.on):
                found[area] = None
        return tuple(found)

    @cached_property
    def districts(self) -> Mapping[str, str]:
        """The district of each neighbourhood: the council's own if there is one, else the statistical one."""
        found: dict[str, str] = {}
        for level in (AreaLevel.CBS_DISTRICT, AreaLevel.DISTRICT):
            for division in self.register.divisions.values():
                if division.level is level and division.validity.holds_on(self.on):
                    found |= _parents(self.register, division.id)
        return found

    def parents(self, areas: Iterable[str]) -> dict[str, str]:
        """For each area and all above it the one directly above: one of these areas, or else its district."""
        there, found = set(areas), dict[str, str]()
        queue = sorted(there)
        while queue:
            code = queue.pop()
            above = [self.register.parent(code, name) for name in self.register.divisions]
            codes = [one.code for one in above if one is not None]
            close = [one for one in codes if one in there] or codes
            if code not in found and close:
                found[code] = close[0]
                queue.append(close[0])
        return found

    def months(self, areas: Sequence[str], measures: Sequence[str] | None = None) -> Grid:
        """The monthly counts of some measures, or of all registered ones, in some areas."""
        return self._grid(areas, measures, monthly=True)

    def years(self, areas: Sequence[str], measures: Sequence[str]) -> Grid:
        """The yearly counts that were published as such."""
        return self._grid(areas, measures, monthly=False)

    def _grid(self, areas: Sequence[str], measures: Sequence[str] | None, *, monthly: bool) -> Grid:
        from baken.analysis.held_cells import Cells, carried_cells, fetched_cells

        wanted = Cells(areas, self._registered if measures is None else measures, monthly=monthly, on=self.on)
        for snapshot, by_measure in self._carried.items():
            carried_cells(wanted, snapshot, by_measure)
        if self.reader is not None:
            for source in sorted(self.reader.sources, key=lambda name: (name.startswith(OWN), name)):
                fetched_cells(wanted, self.reader, source)
        return wanted.grid()

    @cached_property
    def _carried(self) -> dict[str, dict[str, list[Observation]]]:
        """The observations of each snapshot by measure: a grid is of a few measures, and grids are many."""
        found: dict[str, dict[str, list[Observation]]] = {}
        for snapshot in self.snapshots:
            by_measure = found.setdefault(snapshot.id, {})
            for one in snapshot.observations:
                by_measure.setdefault(one.indicator, []).append(one)
        return found

    @cached_property
    def _registered(self) -> tuple[str, ...]:
        return tuple(f"{system}/{code}" for system, code in self.catalogue.registrations)


def open_held(asked: str, on: date, reader: Reader | None) -> tuple[Held, str]:
    """What is held of the municipality that an area lies in, and the code of that area.

    Raises:
        UnknownAreaError: nobody knows the area.

    """
    root, code = find_area(asked)
    municipality = load_municipality(root)
    catalogue = load_catalogue(municipality.country).with_flags(municipality.flags)
    register = load_register(root)
    snapshots = carried(municipality.sources, catalogue, register.areas)
    there = reader if reader is not None and reader.sources else None
    return Held(catalogue, municipality, register, there, on, snapshots), code


def found_below(register: AreaRegister, code: str) -> tuple[str, ...]:
    """Everything that lies in an area in any division, those directly below it first."""
    found: dict[str, None] = {}
    for division in register.divisions:
        queue = [area.code for area in register.children(code, division)]
        while queue:
            found |= dict.fromkeys(queue)
            queue = [area.code for one in queue for area in register.children(one, division)]
    return tuple(found)


def _parents(register: AreaRegister, division: str) -> dict[str, str]:
    return {one.child: one.parent for one in register.memberships if one.division == division}
