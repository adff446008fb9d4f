# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a figure of a small area may say: each part of it, its notes included, held against the cubes.

A number can hide in every field of an observation. Here each of them is looked at: nothing that is not
protected, public, or a share of enough answers may stand in any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from baken.catalogue.catalogue import DENOMINATORS
from baken.model.area import AreaLevel
from baken.model.observation import Observation, Presence
from baken.picture.material import Material
from baken.picture.protection.cubes import ELSEWHERE
from baken.picture.protection.held import is_count
from baken.picture.protection.material import PublicMaterial
from baken.picture.protection.notes import holds_number
from baken.picture.protection.release import Protected
from baken.picture.protection.small import small_observations

Key = tuple[str, str, str]
_LITERAL = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Allowed:
    """A count that a cube publishes: how far it may lie from the true one, and whether everybody has it."""

    value: int
    spread: int
    limit: int
    public: bool


def problems(public: PublicMaterial) -> Iterator[str]:
    """Each thing that is said of a small area and may not be, in one sentence."""
    material = public.material
    yield from _of_nowhere(material)
    for one in public.cubes:
        yield from _overlaps(material, one)
    allowed = {key: value for one in public.cubes for key, value in _allowed(one)}
    for seen in small_observations(material):
        what = next(_faults(material, seen, allowed), None)
        if what is not None:
            yield f"{seen.indicator} {seen.area} {seen.period} {what}"


def _of_nowhere(material: Material) -> Iterator[str]:
    """Figures of areas that no register knows, and months of small areas behind the signals."""
    for snapshot in (*material.holdings.snapshots, *material.months):
        for one in snapshot.observations:
            if one.area not in material.register.areas:
                yield f"{one.indicator} {one.area} {one.period}: no register knows this area."
    for snapshot in material.months:
        for one in snapshot.observations:
            area = material.register.areas.get(one.area)
            if area is not None and area.level.is_part:
                yield f"{one.indicator} {one.area} {one.period} is a month of a small area."


def _overlaps(material: Material, protected: Protected) -> Iterator[str]:
    """Parts of one cube that have neighbourhoods in common: their difference would not be protected."""
    areas = protected.cube.layout.dimensions[0]
    if not protected.rounded.secret.any():
        return
    parts = [code for code in areas.codes[: areas.parts] if code != ELSEWHERE]
    leaves = {code: _leaves(material, code) for code in parts}
    hanging = {one.child for one in material.register.memberships}
    for first, second in combinations(parts, 2):
        levels = {material.register[code].level for code in (first, second)}
        loose = not {first, second} <= hanging and (len(levels) > 1 or AreaLevel.FOCUS in levels)
        if loose or leaves[first] & leaves[second]:
            what = f"{first} and {second} may overlap: what lies between them could be worked out."
            yield f"{protected.cube.name}: {what}"


def _leaves(material: Material, code: str) -> frozenset[str]:
    register = material.register
    below = (register.leaves(code, division) for division in register.divisions)
    return frozenset().union(*below) - {code} or frozenset({code})


def _allowed(protected: Protected) -> Iterator[tuple[Key, Allowed]]:
    """Every count of a cube that may be published, with what may be said of how far off it is."""
    rounded, public = protected.rounded, protected.cube.public
    bounds, shape = protected.bounds, rounded.layout.shape
    lower, upper = bounds.lower.reshape(shape), bounds.upper.reshape(shape)
    areas, codes, periods = rounded.layout.dimensions
    for (measure, area, period), value in protected.figures().items():
        place = (
            areas.position(area),
            codes.position(measure.partition("/")[2]),
            periods.position(period),
        )
        spread = max(value - int(lower[place]), int(upper[place]) - value)
        yield (
            (measure, area, period),
            Allowed(value, spread, rounded.told.error_bound, bool(public[place])),
        )


def _faults(material: Material, seen: Observation, allowed: Mapping[Key, Allowed]) -> Iterator[str]:
    if seen.indicator in DENOMINATORS.values():
        yield from _is_population(seen)
    elif seen.presence is not Presence.VALUE:
        yield from _says_why_only(seen)
    elif is_count(seen):
        key = (seen.indicator, seen.area, str(seen.period))
        yield from _is_of_a_cube(seen, allowed.get(key))
    else:
        yield from _is_a_share(material, seen)


def _is_population(seen: Observation) -> Iterator[str]:
    """Population is public, and nothing else may stand with it."""
    numbers = (seen.denominator, seen.respondents, seen.lower, seen.upper)
    if seen.count not in {None, seen.value} or any(one is not None for one in numbers):
        yield "is population with another number beside it."


def _says_why_only(seen: Observation) -> Iterator[str]:
    """Where there is no value no number may take its place."""
    numbers = (seen.count, seen.denominator, seen.respondents, seen.lower, seen.upper)
    if any(one is not None for one in numbers) or seen.spread or seen.spread_limit:
        yield "has no value, but a number beside it."
    elif _LITERAL.search(seen.literal) or holds_number(seen.annotation):
        yield "has no value, but a note with a number in it."


def _is_of_a_cube(seen: Observation, allowed: Allowed | None) -> Iterator[str]:
    if allowed is None or seen.value != allowed.value or seen.count not in {None, allowed.value}:
        yield "is not a figure of the protected cubes."
    elif allowed.public:
        # Whatever is said of it, everybody can look it up.
        return
    elif (seen.spread, seen.spread_limit) != (allowed.spread, allowed.limit):
        yield "says something else of its own uncertainty than follows from what is published."
    elif any(one is not None for one in (seen.denominator, seen.respondents, seen.lower, seen.upper)):
        yield "has another number beside its protected count."
    elif not _repeats(seen) or holds_number(seen.annotation):
        yield "has a text or note with a number in it that is not its protected count."


def _is_a_share(material: Material, seen: Observation) -> Iterator[str]:
    """A figure that is no count may stand when it is a share from a survey with enough answers."""
    least = material.catalogue.disclosure.respondents
    versions = material.catalogue.indicators.get(seen.indicator, ())
    if not any(one.is_survey for one in versions) or seen.count is not None:
        yield "is no count of a cube and no share from a survey."
    elif (seen.respondents or 0) < least:
        yield f"rests on fewer than {least} answers."
    elif seen.denominator is not None or not _repeats(seen) or holds_number(seen.annotation):
        yield "has a text or note with another number in it."


def _repeats(seen: Observation) -> bool:
    """Whether the text of a figure says its value and no other number."""
    found = _LITERAL.findall(seen.literal)
    return all(Decimal(number.replace(",", ".")) == seen.value for number in found)
