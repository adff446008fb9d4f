# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking a table from the municipality's own hand into the workspace: its bytes, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from baken.model.errors import InputError
from baken.model.observation import Observation
from baken.model.snapshot import Snapshot
from baken.model.text import Text
from baken.store.blobs import Blobs
from baken.store.merge import Changes, Scope
from baken.store.received import Part, Received
from baken.store.workspace import Workspace
from baken.store.writer import writer

PREFIX = "eigen-"


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
        return PREFIX + (re.sub(r"[^a-z0-9]+", "-", self.name.casefold()).strip("-") or "tabel")


def take_in(workspace: Workspace, table: OwnTable, now: datetime) -> tuple[Received, Changes]:
    """Put a table in force, in the place of an earlier one of the same name.

    Raises:
        StoreError: it cannot be written; nothing has changed.

    """
    blobs = Blobs(workspace.blobs)
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
    with writer(workspace) as at:
        at.staging.add_observations(table.observations)
        return at.commit(received, Scope())


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
                    where=table.name,
                    do=f"Leave the row out, or say --replaces {snapshot.source} to let this table go first.",
                )
