# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking a table from the municipality's own hand into the workspace: its bytes, and what they say."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from baken.areas.load import load_register
from baken.areas.register import AreaRegister
from baken.catalogue.catalogue import Catalogue, load_catalogue
from baken.catalogue.files import read_bytes
from baken.catalogue.municipality import load_municipality
from baken.model.errors import InputError, UsageError
from baken.model.observation import Observation
from baken.model.policy import Municipality
from baken.model.snapshot import Snapshot
from baken.model.text import Text
from baken.sources.council_document import read_council_document
from baken.sources.figure_table import REQUIRED
from baken.sources.held import OWN, combined
from baken.sources.held import held as fetched
from baken.sources.own import load_mapping, read_own, suggest, write_mapping
from baken.sources.registry import carried
from baken.store.blobs import Blobs
from baken.store.merge import Changes, Scope
from baken.store.reader import Reader
from baken.store.received import Part, Received
from baken.store.trouble import writing_to
from baken.store.workspace import Workspace
from baken.store.writer import writer

_DOCUMENTS = (".txt", ".md")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTable:
    """A table that was read: its name, its files as they were handed in, and what they say.

    ``replaces`` names the sources before which it goes where both speak of the same figure.
    """

    name: str
    files: Sequence[tuple[str, bytes]]
    observations: Sequence[Observation]
    notes: Sequence[str] = ()
    replaces: Sequence[str] = ()

    @property
    def source(self) -> str:
        """What the table is called among the sources."""
        return source_of(self.name)


def source_of(name: str) -> str:
    """What a table is called among the sources."""
    return OWN + (re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "tabel")


def take_in(workspace: Workspace, table: OwnTable, now: datetime) -> tuple[Received, Changes]:
    """Put a table in force, in the place of an earlier one of the same name; the same bytes change nothing.

    Raises:
        StoreError: it cannot be written; nothing has changed.

    """
    blobs = Blobs(workspace.blobs)
    with writing_to(workspace.blobs):
        parts = tuple(
            Part(
                name=name,
                address=name,
                sha256=blobs.keep(data),
                size=len(data),
                status=0,
                content_type="",
                received=now.astimezone(UTC),
            )
            for name, data in table.files
        )
    received = Received(
        id="",
        source=table.source,
        table=table.name,
        title=Text(f"Eigen tabel {table.name}", f"Own table {table.name}"),
        publisher="gemeente",
        licence="-",
        note=Text("Door de gemeente zelf aangeleverd.", "Supplied by the municipality itself."),
        taken=now.date(),
        received=now,
        base="",
        asked="import",
        parts=parts,
        notes=tuple(table.notes),
        replaces=tuple(table.replaces),
    )
    last = Reader(workspace).newest(table.source)
    if last is not None and (last.digest, last.replaces) == (received.digest, received.replaces):
        return last, Changes(same=last.rows)
    with writer(workspace) as at:
        at.staging.add_observations(table.observations)
        return at.commit(received, Scope())


def withdraw(workspace: Workspace, name: str, now: datetime) -> tuple[Received, Changes]:
    """Take back what was imported under a name. It stays in the history, and its bytes stay where they are.

    Raises:
        UsageError: nothing is in force under that name.
        StoreError: it cannot be written; nothing has changed.

    """
    last = Reader(workspace).newest(source_of(name))
    if last is None or not last.rows:
        raise UsageError(f"nothing is in force that was imported as '{name}'.", do="See: baken sources")
    empty = replace(last, id="", parts=(), notes=(), taken=now.date(), received=now)
    with writer(workspace) as at:
        return at.commit(empty, Scope())


def read_table(  # noqa: PLR0913 - a file, how to read it, and all that it is held against
    path: Path,
    asked: str,
    on: date,
    *,
    mapping: Path | None = None,
    sheet: str = "",
    replaces: tuple[str, ...] = (),
    held: Workspace | None = None,
) -> OwnTable:
    """Read a table, or the tables of a council document in plain text, and hold it against what is there.

    Args:
        path: the file.
        asked: the municipality that it is about.
        on: the day on which its figures were known.
        mapping: what stands where; not needed for Baken's own layout and for council documents.
        sheet: the sheet of a workbook, where there are several.
        replaces: the sources before which it goes.
        held: the workspace whose figures it must not contradict unnoticed.

    Raises:
        UnknownAreaError: nobody knows the municipality.
        InputError: the file cannot be read, or says something that cannot be; names the cell or the line.

    """
    municipality, catalogue, register = _known(asked)
    files = [(path.name, read_bytes(path))]
    if mapping is None and _is_document(path, files[0][1]):
        found = read_council_document(path, catalogue, municipality.code, on)
        notes = tuple(f"unknown to the catalogue, not taken: {label}" for label in found.unknown)
        table = OwnTable(
            name=path.stem, files=files, observations=found.observations, notes=notes, replaces=replaces
        )
    else:
        said = load_mapping(mapping) if mapping else None
        if mapping:
            files.append((mapping.name, read_bytes(mapping)))
        reading = read_own(path, said, catalogue, register.areas, on, sheet=sheet)
        table = OwnTable(
            name=path.stem,
            files=files,
            observations=reading.observations,
            notes=reading.notes,
            replaces=replaces,
        )
    there = carried(municipality.sources, catalogue, register.areas)
    if held is not None:
        there = combined(there, fetched(Reader(held), on, catalogue, register))
    refuse_clash(table, there)
    return annotated(table, there)


def suggested_mapping(path: Path, asked: str, sheet: str = "") -> str:
    """A mapping that a person must check, as the text of a file.

    Raises:
        UnknownAreaError: nobody knows the municipality.
        InputError: the file cannot be read, or holds no table.

    """
    _, catalogue, register = _known(asked)
    found = suggest(path, catalogue, register.areas, sheet=sheet)
    return write_mapping(found.mapping, found.remarks)


def _known(asked: str) -> tuple[Municipality, Catalogue, AreaRegister]:
    municipality = load_municipality(asked)
    return municipality, load_catalogue(municipality.country), load_register(municipality.code)


def _is_document(path: Path, data: bytes) -> bool:
    """Whether a text is a council document and no table: its first line has no columns."""
    if path.suffix.lower() not in _DOCUMENTS:
        return False
    first = data.lstrip(codecs.BOM_UTF8).splitlines()[:1]
    return not first or not all(name.encode() in first[0] for name in REQUIRED)


def annotated(table: OwnTable, others: Iterable[Snapshot]) -> OwnTable:
    """The table with what a person wrote beside the same value in a source that it replaces."""
    written = {
        (one.key, one.value): one.annotation
        for snapshot in others
        if snapshot.source in table.replaces
        for one in snapshot.observations
        if one.annotation
    }
    found = (
        one if one.annotation else replace(one, annotation=written.get((one.key, one.value), ""))
        for one in table.observations
    )
    return replace(table, observations=tuple(found))


def refuse_clash(table: OwnTable, others: Iterable[Snapshot]) -> None:
    """Refuse a table that says something of a figure of which another source speaks, unless it replaces it.

    Raises:
        InputError: names the figure and the other source.

    """
    keys = {one.key for one in table.observations}
    for snapshot in others:
        if snapshot.source in (table.source, *table.replaces):
            continue
        for one in snapshot.observations:
            if one.key in keys:
                raise InputError(
                    f"{one.indicator} {one.area} {one.period} is held already, from {snapshot.id}.",
                    where=table.files[0][0],
                    do=f"Leave the row out, or say --replaces {snapshot.source} to let this table go first.",
                )
