# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The one gate that everything passes before a byte leaves: it refuses unless each rule is seen to hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from baken.catalogue.catalogue import DENOMINATORS
from baken.disclosure.attack.run import attack
from baken.disclosure.rounding.knowledge import knowledge_of
from baken.disclosure.rounding.versions import all_versions
from baken.edition import small_figures
from baken.edition.audit import NAME, Audit, cube_audit
from baken.edition.personal import check_personal
from baken.edition.tables import cube_files
from baken.model.errors import PublicationError
from baken.model.period import PeriodKind
from baken.picture.material import Material
from baken.picture.protection import files as small_areas
from baken.picture.protection.material import PublicMaterial
from baken.picture.protection.release import Protected
from baken.picture.protection.small import small_observations, tells_of_small_areas

_LENGTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12, PeriodKind.WAVE: 12}
Render = Callable[[Material], dict[str, bytes]]


def passed(
    public: PublicMaterial, files: Mapping[str, bytes], again: Render, key: Callable[[], bytes]
) -> dict[str, bytes]:
    """The files that belong beside an edition that may leave: its protected figures and its audit.

    Args:
        public: what the edition was made of.
        files: every output, by path.
        again: makes all outputs from public material.
        key: gives the secret of the workspace.

    Raises:
        PublicationError: a rule does not hold; names the cell, area or file. Nothing may be published then.

    """
    material = public.material
    of_figures = map(_refused, small_figures.problems(public))
    problem = next(chain(_material_problems(material), of_figures, _cube_problems(public)), None)
    if problem is not None:
        raise problem
    told = small_areas.to_csv(material)
    if tells_of_small_areas(material):
        _check_outputs(files, again(small_areas.from_csv(material, told)))
    tables = cube_files(public.cubes)
    audit = Audit(
        rule=material.catalogue.disclosure,
        cubes=tuple(cube_audit(*one, key()) for one in zip(public.cubes, tables, strict=True)),
        outputs=len(files),
    )
    cubes = {path: content for one in tables for path, content in one.files.items()}
    beside = {small_areas.NAME: told, **cubes, NAME: audit.to_bytes()}
    check_personal({**files, **beside}, material)
    return beside


def _material_problems(material: Material) -> Iterator[PublicationError]:
    """Figures of small areas that no rule allows."""
    rules = material.catalogue.disclosure
    for one in small_observations(material):
        area = material.register[one.area]
        what = f"{one.indicator} {one.area} {one.period}"
        if one.indicator in DENOMINATORS.values():
            continue
        shortest = rules.levels.get(area.level)
        category = rules.protects(one.indicator)
        if category is not None:
            yield _refused(f"{what} is about {category.name.en}, of which nothing appears in a small area.")
        elif shortest is None:
            yield _refused(f"{what}: no rule says that an area of level '{area.level}' may be published.")
        elif _LENGTHS[one.period.kind] < _LENGTHS[shortest]:
            yield _refused(
                f"{what} is shorter than a {shortest}, the shortest period of level '{area.level}'."
            )


def _cube_problems(public: PublicMaterial) -> Iterator[PublicationError]:
    """Hidden counts that come to light."""
    for one in public.cubes:
        layout = one.rounded.layout
        found = attack(knowledge_of(one.rounded.told, one.rounded.secret))
        for cell in found.open:
            codes = " ".join(layout.codes(cell))
            yield _refused(f"{one.cube.name}: it is not shown that the count of {codes} stays hidden.")
        yield from _version_problems(one)


def _version_problems(protected: Protected) -> Iterator[PublicationError]:
    """Counts, as they are or were, that come to light for who kept what was published before."""
    history = protected.history
    if not history.before:
        return
    joined = all_versions((*(one.decision for one in history.before), history.decision))
    found = attack(joined.knowledge)
    for cell in found.open:
        yield _refused(
            f"{protected.cube.name}: it is not shown that the count of {joined.name(cell)} stays hidden "
            f"from who kept the figures that were published before."
        )


def _check_outputs(files: Mapping[str, bytes], again: Mapping[str, bytes]) -> None:
    """Refuse an output that holds anything that does not follow from the protected figures."""
    for path in sorted({*files, *again}):
        if files.get(path) != again.get(path):
            raise _refused(f"{path} is not what the protected figures give: something else went into it.")


def _refused(what: str) -> PublicationError:
    return PublicationError(
        what, do="Nothing was published. See docs/disclosure.md for what may appear of small areas."
    )
