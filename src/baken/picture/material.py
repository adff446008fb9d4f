# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a picture is made of: definitions, areas and observations, loaded for one municipality on one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from baken.areas.load import load_register
from baken.areas.register import AreaRegister
from baken.catalogue.catalogue import Catalogue, load_catalogue
from baken.catalogue.frame import checked
from baken.catalogue.municipality import load_municipality
from baken.model.area import Area
from baken.model.policy import Municipality
from baken.model.snapshot import Snapshot
from baken.model.text import Text
from baken.sources.registry import carried, own_table
from baken.store.holdings import Holdings


@dataclass(frozen=True)
class Material:
    """Everything that one picture is a function of. ``on`` is the day from which it looks."""

    catalogue: Catalogue
    municipality: Municipality
    register: AreaRegister
    holdings: Holdings
    on: date

    @property
    def reference(self) -> Area:
        """The area that the municipality is compared with."""
        return self.register[self.municipality.reference]

    @property
    def reference_name(self) -> Text:
        """What the reference area is called in a sentence."""
        country = self.catalogue.country
        name = self.reference.name
        return country.name if self.reference.code == country.reference_area else Text(name, name)

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of all indicators of the municipality: of its themes and of its programmes, each once."""
        themed = [name for theme in self.municipality.themes for name in theme.indicators]
        steered = [name for programme in self.municipality.programmes for name in programme.indicators]
        return tuple(dict.fromkeys((*themed, *steered)))


def load_material(
    asked: str, on: date, own_tables: Iterable[Path] = (), snapshots: tuple[Snapshot, ...] | None = None
) -> Material:
    """Load all that is needed for one municipality, by its code or name.

    Args:
        asked: code or name of the municipality.
        on: the day from which the picture looks.
        own_tables: tables of figures from the municipality's own hand, read beside the carried ones.
        snapshots: use these instead of the carried snapshots.

    Raises:
        UnknownAreaError: nobody knows the municipality.
        InputError: a file is wrong; names file and row.

    """
    municipality = load_municipality(asked)
    catalogue = load_catalogue(municipality.country).with_flags(municipality.flags)
    checked(municipality, catalogue)
    register = load_register(municipality.code)
    held = snapshots
    if held is None:
        held = carried(municipality.sources, catalogue, register.areas)
    own = tuple(own_table(path, on, catalogue, register.areas) for path in own_tables)
    return Material(catalogue, municipality, register, Holdings((*held, *own)), on)


def with_snapshots(material: Material, snapshots: tuple[Snapshot, ...]) -> Material:
    """The same material with other figures."""
    return replace(material, holdings=Holdings(snapshots))
