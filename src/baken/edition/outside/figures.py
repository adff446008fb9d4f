# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Is every count of a small area one of a protected table, and is every such count of a table published?"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from baken.analysis.protecting import Shown
from baken.edition.audit import Audit
from baken.edition.manifest import Manifest
from baken.edition.outside.proofs import Proven
from baken.edition.outside.step import Step
from baken.edition.verify import Difference, Finding
from baken.model.errors import InputError
from baken.model.observation import Observation
from baken.model.period import Period
from baken.picture.material import Material
from baken.picture.protection import files as small_areas
from baken.picture.protection.held import is_count

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Count:
    """A count of a table, how far it and any other can lie from the true one, and where it stands.

    Of a count that others have published neither is said.
    """

    count: int
    spread: int | None
    limit: int
    folder: str


def check_figures(
    edition: Path, tables: Sequence[Proven], audit: Audit | None, manifest: Manifest, material: Material
) -> Step:
    """Compare ``small-areas.csv`` with the tables, both ways.

    Args:
        edition: the directory.
        tables: the tables of the edition.
        audit: what the edition says of itself; it names the counting system of each table.
        manifest: what the edition is made of.
        material: the areas and definitions that everybody has.

    """
    names = {one.folder: one.name for one in audit.cubes} if audit else {}
    allowed = {
        key: count
        for one in tables
        if one.folder in names
        for key, count in _counts(one, names[one.folder], material)
    }
    path = edition / small_areas.NAME
    try:
        data = path.read_bytes() if path.is_file() else b""
        whole = list(small_areas.read_rows(data))
    except InputError as error:
        line = error.where.rpartition(" ")[2]
        number = int(line) if line.isdigit() else None
        return _step([Finding(Difference.FIGURE, small_areas.NAME, error.what, number)], 0)
    except csv.Error as error:
        return _step([Finding(Difference.FIGURE, small_areas.NAME, f"{error}.")], 0)
    rows = [one for one, months in whole if not months]
    counts = [one for one in rows if is_count(one)]
    findings = [*_form(whole, data, manifest), *_protected(rows, material), *_rows(counts, allowed)]
    return _step([*findings, *_left_out(counts, allowed, material)], len(counts))


def _step(findings: Sequence[Finding], number: int) -> Step:
    text = f"{number} counts of small areas: each is one of the tables, and all of the tables are there."
    return Step(name="figures", text=text, findings=tuple(findings))


def _counts(proven: Proven, name: str, material: Material) -> Iterator[tuple[Key, _Count]]:
    """Every count of a measure, in whatever area, of which all parts are held."""
    table, system = proven.table, name.rpartition(" ")[0]
    if len(table.layout.dimensions) != len(("area", "code", "period")):
        return
    areas, codes, periods = (one.codes for one in table.layout.dimensions)
    shape = table.layout.shape
    lower, upper = proven.bounds.lower.reshape(shape), proven.bounds.upper.reshape(shape)
    for (a, area), (c, code), (p, period) in product(enumerate(areas), enumerate(codes), enumerate(periods)):
        if (system, code) in material.catalogue.registrations and table.shown[a, c, p] != Shown.ABSENT:
            count = int(table.counts[a, c, p])
            off = max(count - int(lower[a, c, p]), int(upper[a, c, p]) - count)
            spread = None if table.known[a, c, p] else off
            found = _Count(count, spread, table.largest_error, proven.folder)
            yield (f"{system}/{code}", area, period), found


def _form(rows: Sequence[tuple[Observation, bool]], data: bytes, manifest: Manifest) -> Iterator[Finding]:
    """Whether the file is written as such a file is, of snapshots that the manifest names."""
    if small_areas.write_rows(rows) != data:
        text = "it is not written as a file of protected figures is."
        yield Finding(Difference.FIGURE, small_areas.NAME, text)
    names = {one.id for one in manifest.snapshots}
    for one, _ in rows:
        if not one.snapshots or not names.issuperset(one.snapshots):
            yield _wrong(one, f"comes from '{one.snapshot}', which the manifest does not name.")


def _protected(rows: Sequence[Observation], material: Material) -> Iterator[Finding]:
    for one in rows:
        category = material.catalogue.disclosure.protects(one.indicator)
        if category is not None:
            yield _wrong(one, f"is about {category.name.en}, of which nothing may appear in a small area.")


def _rows(rows: Sequence[Observation], allowed: Mapping[Key, _Count]) -> Iterator[Finding]:
    for one in rows:
        if one.value is None:
            continue
        there = allowed.get((one.indicator, one.area, str(one.period)))
        if there is None:
            yield _wrong(one, "is in no protected table.")
        elif not one.value.is_finite() or one.value != there.count or one.count not in {None, there.count}:
            yield _wrong(one, f"is {one.value} here and {there.count} in {there.folder}.")
        elif there.spread is not None and (one.spread, one.spread_limit) != (there.spread, there.limit):
            said, follows = f"{one.spread} or {one.spread_limit}", f"{there.spread} or {there.limit}"
            yield _wrong(one, f"is said to be {said} off at most; from {there.folder} follows {follows}.")


def _left_out(
    rows: Sequence[Observation], allowed: Mapping[Key, _Count], material: Material
) -> Iterator[Finding]:
    seen = {(one.indicator, one.area, str(one.period)) for one in rows if one.value is not None}
    levels = material.catalogue.disclosure.levels
    for key, there in allowed.items():
        area = material.register.areas.get(key[1])
        published = area is not None and levels.get(area.level) is Period.parse(key[2]).kind
        if published and key not in seen:
            text = f"{' '.join(key)} is {there.count} in {there.folder} and is not here."
            yield Finding(Difference.FIGURE, small_areas.NAME, text)


def _wrong(one: Observation, what: str) -> Finding:
    text = f"{one.indicator} {one.area} {one.period} {what}"
    return Finding(Difference.FIGURE, small_areas.NAME, text)
