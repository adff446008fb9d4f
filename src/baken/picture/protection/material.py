# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The material that may be published: what is public as it is, small areas from protected cubes only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from baken.catalogue.catalogue import DENOMINATORS
from baken.disclosure.attack.propagation import narrowed
from baken.disclosure.keyed import keyed
from baken.disclosure.rounding.decision import Decision
from baken.disclosure.rounding.knowledge import knowledge_of
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.protect import NotProtectedError, protect
from baken.disclosure.rounding.rounded import Rounded
from baken.model.disclosure import DisclosureRules
from baken.model.errors import PublicationError
from baken.model.observation import Observation, Precision, Presence
from baken.model.period import PeriodKind
from baken.model.snapshot import Snapshot
from baken.picture.material import Material
from baken.picture.protection.cubes import Cube, cube_of
from baken.picture.protection.held import counted_years, is_count, municipal_months
from baken.picture.protection.history import Earlier, History, closing_date, nothing_before
from baken.picture.protection.notes import bare
from baken.picture.protection.release import Protected, released
from baken.picture.protection.small import small_observations, with_small
from baken.sources.held import OWN
from baken.store.decisions import Decisions, Kept
from baken.store.holdings import Holdings

_LENGTHS = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR)


@dataclass(frozen=True, slots=True, eq=False)
class PublicMaterial:
    """Material of which everything may be published, and the cubes that its small areas come from."""

    material: Material
    cubes: tuple[Protected, ...]

    @property
    def decisions(self) -> dict[str, int]:
        """The number of the decision that each cube is published by."""
        return {one.cube.name: one.history.number for one in self.cubes}

    def remember(self, decisions: Decisions) -> None:
        """Keep what is new in these figures, before anybody sees them.

        Raises:
            EditionError: somebody else published figures of the same cube in the meantime.
            OSError: it cannot be written.

        """
        for one in self.cubes:
            if one.history.is_new:
                kept = Kept(one.history.decision, self.material.on, one.history.version)
                decisions.add(one.cube.name, one.history.number, kept)


def public_material(
    material: Material, key: Callable[[], bytes], earlier: Earlier = nothing_before
) -> PublicMaterial:
    """Protect the counts of small areas; whatever of them is no protected count is left out.

    Args:
        material: everything that is held.
        key: gives the secret of the workspace when it is needed; the same secret gives the same figures.
        earlier: what was published of each cube before: it is kept, and corrected where a count was.

    Raises:
        PublicationError: counts cannot be protected against figures that are public already.
        InputError: what was published before cannot be read.

    """
    rules = material.catalogue.disclosure
    levels = _levels(material, rules)
    cubes = tuple(_cubes(material, key, levels, earlier))
    small = {one.key: one for cube in cubes for one in released(cube, levels)}
    small |= {one.key: one for one in other_figures(material)}
    public = with_small(material, small.values(), municipal_months(material))
    snapshots = tuple(_keyed_if_own(one, key) for one in public.holdings.snapshots)
    return PublicMaterial(replace(public, holdings=Holdings(snapshots)), cubes)


def _levels(material: Material, rules: DisclosureRules) -> dict[str, PeriodKind]:
    return {
        code: rules.levels[area.level]
        for code, area in material.register.areas.items()
        if area.level in rules.levels
    }


def _cubes(
    material: Material, key: Callable[[], bytes], levels: Mapping[str, PeriodKind], earlier: Earlier
) -> Iterator[Protected]:
    if not levels:
        return
    shortest = min(levels.values(), key=_LENGTHS.index)
    groups = _groups(material)
    rules = material.catalogue.disclosure
    for counted in counted_years(material, shortest):
        cube = cube_of(counted, groups, shortest)
        if cube is None:
            continue
        kept = earlier(cube.name)
        rounded = _rounded(cube, counted.root, rules, key, [one.decision for one in kept])
        decision = Decision(rounded.told, cube.cells.counts, rounded.secret)
        history = History.of(decision, kept, material.on, closing_date(cube.year, rules.closes_after))
        bounds = narrowed(knowledge_of(rounded.told, rounded.secret))
        yield Protected(cube, counted, rounded, bounds, history)


def _rounded(
    cube: Cube, root: str, rules: DisclosureRules, key: Callable[[], bytes], earlier: Sequence[Decision]
) -> Rounded:
    options = Options(base=rules.base, release=f"{root} {cube.name}")
    try:
        return protect(cube.layout, cube.cells.counts, key(), options, cube.known, earlier)
    except NotProtectedError as error:
        cell = cube.layout.codes(int(error.cells[0]))
        raise PublicationError(
            f"{len(error.cells)} small counts of {cube.name} can be worked out from public figures"
            f"{' and earlier editions' if earlier else ''}, such as {' '.join(cell)}.",
            do="Leave this measure or year out below the municipality.",
        ) from error


def _groups(material: Material) -> dict[str, frozenset[str]]:
    """Every area that is a sum of smaller ones, in any division, and those with extra attention."""
    register = material.register
    found = {
        code: leaves
        for division in register.divisions
        for code in register.areas
        if code != register.root and (leaves := register.leaves(code, division)) != {code}
    }
    focus = {
        one.name: frozenset(one.areas) for one in material.municipality.focus_areas if one.name and one.areas
    }
    return found | focus


def other_figures(material: Material) -> Iterator[Observation]:
    """What else is held of small areas: population, and shares with enough answers; no other figure."""
    rules = material.catalogue.disclosure
    for one in small_observations(material):
        level = material.register[one.area].level
        if one.indicator in DENOMINATORS.values():
            yield one
        elif level in rules.levels and not is_count(one) and rules.protects(one.indicator) is None:
            yield _share(material, one, rules)


def _share(material: Material, one: Observation, rules: DisclosureRules) -> Observation:
    """What may stand of a figure that is no count: a share of enough answers, which are many people."""
    if one.presence is not Presence.VALUE:
        return bare(one)
    survey = any(version.is_survey for version in material.catalogue.indicators.get(one.indicator, ()))
    if survey and one.count is None and (one.respondents or 0) >= rules.respondents:
        return replace(one, annotation=bare(one).annotation)
    return replace(bare(one), presence=Presence.SUPPRESSED, precision=Precision.RATE_ONLY, value=None)


def _keyed_if_own(snapshot: Snapshot, key: Callable[[], bytes]) -> Snapshot:
    """A snapshot as it is told of; of an own table the checksum is keyed."""
    if not snapshot.source.startswith(OWN):
        return snapshot
    return replace(snapshot, sha256=_keyed(key(), snapshot.sha256))


def own_digest(key: bytes, data: bytes) -> str:
    """The checksum under which an own table is known in public."""
    return _keyed(key, sha256(data).hexdigest())


def _keyed(key: bytes, digest: str) -> str:
    return keyed(key, OWN, digest.encode())
