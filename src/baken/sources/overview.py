# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every source at a glance: whose it is, what is held of it, how it is, and when something new will come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.catalogue.files import read_csv
from baken.sources.description import SourceFile
from baken.sources.health import next_release, read_health
from baken.sources.registry import ROOT, sources
from baken.store.reader import Reader
from baken.store.received import Received
from baken.store.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One source. ``health`` is one of: carried, never fetched, up to date, new release expected, failed."""

    source: SourceFile
    coverage: str
    rows: int
    missing: int
    newest: Received | None
    expected: date | None
    health: str
    problem: str


def overview(workspace: Workspace, today: date) -> tuple[Overview, ...]:
    """All sources, in the order of their names, and after them what was imported.

    Sources that only show how one is made are left out until they are asked.
    """
    reader, known = Reader(workspace), sources()
    shown = [
        one
        for name, one in known.items()
        if not (one.invented and one.can_be_fetched) or read_health(workspace, name) is not None
    ]
    own = (reader.newest(name) for name in reader.sources if name not in known)
    return tuple(_one(reader, found, today) for found in (*shown, *(_own(one) for one in own if one)))


def _own(table: Received) -> SourceFile:
    """A table that was imported, described as the sources are."""
    return SourceFile(
        id=table.source,
        table=table.table,
        title=table.title,
        publisher=table.publisher,
        licence=table.licence,
        note=table.note,
        taken=table.taken,
        replaces=table.replaces,
    )


def _one(reader: Reader, found: SourceFile, today: date) -> Overview:
    held = reader.coverage(found.id)
    newest = reader.newest(found.id)
    problem = _problem(reader.workspace, found.id, newest)
    last = newest.received.date() if newest else found.taken
    expected = next_release(found.rhythm, last) if found.rhythm and last else None
    coverage, rows = (f"{held.first} - {held.last}", held.rows) if held else _carried(found)
    return Overview(
        source=found,
        coverage=coverage,
        rows=rows,
        missing=sum(held.missing.values()) if held else 0,
        newest=newest,
        expected=expected,
        health=_health(found, newest, bool(problem), expected, today),
        problem=problem,
    )


def _problem(workspace: Workspace, source: str, newest: Received | None) -> str:
    """What went wrong when it was last asked; nothing if something came in after that."""
    seen = read_health(workspace, source)
    return seen.failed if seen and (newest is None or seen.at >= newest.received) else ""


def _health(
    found: SourceFile, newest: Received | None, failed: bool, expected: date | None, today: date
) -> str:
    if failed:
        return "failed"
    if newest is None:
        return "carried" if found.is_carried else "never fetched"
    if expected is not None and expected <= today:
        return "new release expected"
    return "up to date"


def _carried(found: SourceFile) -> tuple[str, int]:
    """The periods and rows that the project carries; of a source without, what its publisher offers."""
    periods = [
        row["period"]
        for name in found.files
        for _, row in read_csv(ROOT / found.id / name, ("indicator", "period"))
    ]
    if not periods:
        return (f"from {found.first}" if found.first else ""), 0
    return f"{min(periods)} - {max(periods)}", len(periods)
