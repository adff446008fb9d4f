# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which neighbourhoods lie around an area: those that touch it, or else the others of its district."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.areas.borders import shared_edges
from baken.model.area import AreaLevel
from baken.model.errors import UsageError
from baken.picture.material import Material


class Nearby(StrEnum):
    """How it was decided what lies nearby."""

    TOUCHING = "areas that share a border with it"
    DISTRICT = "the other neighbourhoods of its district"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An area seen in its municipality, in codes of neighbourhoods: itself, what lies nearby, the rest.

    ``kind`` is nothing where it is not known what lies nearby; ``near`` is then empty.
    """

    own: frozenset[str]
    near: frozenset[str]
    rest: frozenset[str]
    kind: Nearby | None


def surroundings(material: Material, area: str, on: date) -> Surroundings:
    """The neighbourhoods around a district or a neighbourhood, as they were on a day.

    Two areas touch if their outlines share an edge; a corner is not enough. Unless the material holds the
    outline of every neighbourhood, those of the same district stand in for the ones that touch.

    Raises:
        UsageError: the area is neither a district nor a neighbourhood of the municipality.

    """
    register = material.register
    division = register.division_of(AreaLevel.DISTRICT, material.on).id
    parent = register.parent(area, division)
    if parent is None:
        raise UsageError(f"'{area}' is no district or neighbourhood of {register.root} in '{division}'.")
    living = frozenset(one.code for one in register.of_level(AreaLevel.NEIGHBOURHOOD, on))
    own = register.leaves(area, division) & living
    near, kind = frozenset[str](), None
    if living <= material.outlines.keys():
        near, kind = _touching(material, own, living), Nearby.TOUCHING
    elif register[area].level is AreaLevel.NEIGHBOURHOOD:
        near, kind = register.leaves(parent.code, division) & living - own, Nearby.DISTRICT
    return Surroundings(own, near, living - own - near, kind)


def _touching(material: Material, own: frozenset[str], living: frozenset[str]) -> frozenset[str]:
    pairs = shared_edges(material.outlines[code] for code in sorted(living))
    return frozenset(code for pair in pairs if own & set(pair) for code in pair) - own
