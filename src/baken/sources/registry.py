# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which sources there are, and the snapshots that they hold."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import cast

from baken.catalogue.catalogue import Catalogue
from baken.catalogue.files import load, read_bytes
from baken.model.errors import UsageError
from baken.model.observation import Observation
from baken.model.snapshot import Snapshot
from baken.model.text import Text
from baken.sources.description import SourceFile
from baken.sources.figure_table import read_figure_table

ROOT = Path(__file__).parent
# The same tables serve every municipality of a country, so they are read once.
_CARRIED: dict[tuple[tuple[str, ...], str], tuple[Snapshot, ...]] = {}


@cache
def sources(root: Path = ROOT) -> dict[str, SourceFile]:
    """Every source by its id, which is the name of its folder."""
    return {path.parent.name: load(SourceFile, path) for path in sorted(root.glob("*/source.yaml"))}


def carried(names: Iterable[str], catalogue: Catalogue, areas: Container[str]) -> tuple[Snapshot, ...]:
    """The snapshots that the project carries of the named sources.

    Raises:
        UsageError: no such source.
        InputError: a table holds a row that cannot be true; names file and row.

    """
    return tuple(_read(source(name), catalogue, areas) for name in names)


def carried_of(
    names: tuple[str, ...], catalogue: Catalogue, areas: Container[str], known: Callable[[], Container[str]]
) -> tuple[Snapshot, ...]:
    """What the carried snapshots of the named sources say of some areas only.

    Args:
        names: the sources.
        catalogue: the definitions.
        areas: the areas that are kept.
        known: every area that the tables may name; asked for once in a process.

    Raises:
        UsageError: no such source.
        InputError: a table holds a row that cannot be true; names file and row.

    """
    key = (names, catalogue.country.code)
    if key not in _CARRIED:
        _CARRIED[key] = carried(names, catalogue, known())
    found = (
        replace(one, observations=tuple(seen for seen in one.observations if seen.area in areas))
        for one in _CARRIED[key]
    )
    return tuple(one for one in found if one.observations)


def source(name: str) -> SourceFile:
    """One source by the name of its folder.

    Raises:
        UsageError: no such source.

    """
    known = sources()
    if name not in known:
        raise UsageError(f"unknown source '{name}'.", do=f"Known: {', '.join(known)}.")
    return known[name]


def own_table(path: Path, taken: date, catalogue: Catalogue, areas: Container[str]) -> Snapshot:
    """A table of figures from the municipality's own hand, as a snapshot of the day ``taken``.

    Raises:
        InputError: the file cannot be read, or a row cannot be true or not be known on that day; names
            file and row.

    """
    data = read_bytes(path)
    source = SourceFile(
        id="eigen-tabel",
        table=path.stem,
        title=Text(f"Eigen tabel {path.name}", f"Own table {path.name}"),
        publisher="gemeente",
        licence="-",
        taken=taken,
        files=(path.name,),
        note=Text("Door de gemeente zelf aangeleverd.", "Supplied by the municipality itself."),
    )
    empty = source.snapshot(sha256(data).hexdigest(), taken)
    return replace(empty, observations=read_figure_table(path, catalogue, areas, empty.id, taken))


def _read(source: SourceFile, catalogue: Catalogue, areas: Container[str]) -> Snapshot:
    folder = ROOT / source.id
    if source.taken is None:
        raise UsageError(
            f"the project carries no figures of '{source.id}'.", do=f"Use: baken fetch {source.id}"
        )
    if not source.files:
        module = import_module(f"baken.sources.{source.id}.source")
        digest = sha256(b"".join(path.read_bytes() for path in sorted(folder.glob("*.*")))).hexdigest()
        empty = source.snapshot(digest, source.taken)
        made = cast("tuple[Observation, ...]", module.observations(catalogue, empty.id))
        return replace(empty, observations=made)
    paths = [folder / name for name in source.files]
    digest = sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    empty = source.snapshot(digest, source.taken)
    tables = (read_figure_table(path, catalogue, areas, empty.id, source.taken) for path in paths)
    return replace(empty, observations=tuple(chain.from_iterable(tables)))
