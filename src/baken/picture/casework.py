# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What may be seen of checks, caseloads and groups: a number, that it is small, or nothing, by role."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from baken.catalogue.catalogue import Catalogue
from baken.model.casework import CaseCount, CaseKind, GroupStatus
from baken.model.disclosure import Role, Sight
from baken.model.offence import RegistrationType
from baken.model.period import Period
from baken.picture.material import Material

FEWEST_GROUPS = 5
"""So many groups there must be before their number is published: fewer could be recognised."""


@dataclass(frozen=True, slots=True)
class SeenCount:
    """What a role sees of one month. There is a count only where it is shown."""

    period: Period
    sight: Sight
    count: int | None = None


@dataclass(frozen=True, slots=True)
class SeenKind:
    """What a role sees of one kind of work. Where all of it is withheld not even the months are told.

    ``raises`` are the offences of which more may be registered because of it.
    """

    kind: CaseKind
    months: tuple[SeenCount, ...]
    withheld: bool
    raises: tuple[RegistrationType, ...]


def seen_casework(material: Material, role: Role = Role.PUBLIC) -> tuple[SeenKind, ...]:
    """What a role sees, kind by kind: of the months that are over on the day of the picture."""
    by_kind: dict[str, list[CaseCount]] = {}
    for one in material.municipality.casework.counts:
        if one.period.end <= material.on:
            by_kind.setdefault(one.kind, []).append(one)
    kinds = material.catalogue.casework
    return tuple(_seen(material.catalogue, kinds[name], counts, role) for name, counts in by_kind.items())


def groups_by_status(material: Material) -> dict[GroupStatus, int | None]:
    """How many groups there are of each status in the whole municipality; nothing where there are few.

    Where a group is, is for inside only, and no total is made: it would tell what was left out.
    """
    counted = Counter(one.status for one in material.municipality.casework.groups)
    there = [one for one in GroupStatus if counted[one]]
    return {one: counted[one] if counted[one] >= FEWEST_GROUPS else None for one in there}


def _seen(catalogue: Catalogue, kind: CaseKind, counts: list[CaseCount], role: Role) -> SeenKind:
    rules = catalogue.disclosure
    months = []
    for one in sorted(counts, key=lambda count: count.month):
        sight = rules.sight_of(kind.id, one.count, kind.minimum, role)
        months.append(SeenCount(one.period, sight, one.count if sight is Sight.SHOWN else None))
    withheld = all(one.sight is Sight.WITHHELD for one in months)
    raises = tuple(
        catalogue.registration(system, code) for system, codes in kind.codes.items() for code in codes
    )
    return SeenKind(kind, () if withheld else tuple(months), withheld, raises)
