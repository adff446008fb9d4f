# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The log of an edition as files: for machines, and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from baken.model.revision import EditionEntry, RevisionLog, Said
from baken.publications.csv_table import csv_table
from baken.publications.revisions.log import log_of, to_json

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture

JSON, CSV = "revisions.json", "revisions.csv"
_SAID = ("value", "lower", "upper", "status", "version")
COLUMNS = (
    *("edition", "date", "edition_status", "indicator", "area", "period", "kind", "reason"),
    *(f"{name}_before" for name in _SAID),
    *(f"{name}_after" for name in _SAID),
)


def revision_files(picture: SafetyPicture) -> dict[str, bytes]:
    """The log of an edition as JSON and as a table, by path."""
    log = log_of(picture)
    return {JSON: to_json(log), CSV: to_csv(log)}


def to_csv(log: RevisionLog) -> bytes:
    """Every figure that changed in any edition, the newest edition first; empty cells where it was absent."""
    return csv_table(COLUMNS, (row for entry in reversed(log.editions) for row in _rows(entry)))


def _rows(entry: EditionEntry) -> Iterator[tuple[object, ...]]:
    edition = (entry.number, entry.on.isoformat(), entry.status.value)
    for one in entry.revisions:
        what = (*one.key, one.kind.value, one.reason.value)
        yield (*edition, *what, *_cells(one.before), *_cells(one.after))


def _cells(said: Said | None) -> Iterator[object]:
    return (getattr(said, name, None) for name in _SAID)
