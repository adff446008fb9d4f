# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a table of one's own into observations, every row checked as in the carried tables."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baken.catalogue.catalogue import Catalogue
from baken.catalogue.files import where
from baken.documents.spreadsheets import read_sheets
from baken.model.errors import InputError
from baken.model.observation import Observation
from baken.sources.figure_table import REQUIRED, read_rows
from baken.sources.own.mapped import mapped_rows
from baken.sources.own.mapping import Mapping, check_mapping
from baken.sources.own.strict import find_strict, strict_rows
from baken.sources.own.tables import choose_sheet, find_header, hidden_notes


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReading:
    """What came out of a file: the observations, what a person should know, and how many figures were read.

    ``sheet`` is the sheet that was read; a text file has none.
    """

    observations: tuple[Observation, ...]
    notes: tuple[str, ...]
    rows: int
    sheet: str = ""


def read_own(  # noqa: PLR0913 - a file, how to read it, and all that it is held against
    path: Path,
    mapping: Mapping | None,
    catalogue: Catalogue,
    areas: Container[str],
    on: date,
    *,
    sheet: str = "",
    snapshot: str = "",
) -> OwnReading:
    """Read a whole file, or refuse the whole file.

    Args:
        path: a text file or a workbook.
        mapping: how to read it; without one it must have the strict layout (``REQUIRED`` columns).
        catalogue: the definitions that each figure is held against.
        areas: the area codes that are known.
        on: the day on which the table was taken; a period that is not over by then is refused.
        sheet: the sheet to read, instead of the one that the mapping names.
        snapshot: id of the snapshot that the observations will belong to.

    Raises:
        InputError: one cell cannot be read or cannot be true; names file, sheet, row and column.

    """
    file = where(path)
    if mapping is not None:
        try:
            check_mapping(mapping)
        except InputError as error:
            raise InputError(error.what, where=f"{file}, its mapping", do=error.do) from error
    sheets = read_sheets(path)
    notes: list[str] = []
    if mapping is None:
        found = find_strict(sheets, sheet, file)
        if found is None:
            raise InputError(
                f"no table has the columns {', '.join(REQUIRED)}.",
                where=file,
                do="Give a mapping that says what the columns mean; --suggest proposes one.",
            )
        used, rows = found[0], strict_rows(*found, file)
    else:
        used = choose_sheet(sheets, sheet or mapping.sheet, file)
        header = find_header(used, mapping.header, file)
        rows = mapped_rows(header, mapping, catalogue, notes)
    read = read_rows(file, rows, catalogue, areas, snapshot=snapshot, on=on)
    return OwnReading(
        observations=read,
        notes=(*hidden_notes(sheets, used), *notes, *_protected_notes(read)),
        rows=len(read),
        sheet=used.name,
    )


def _protected_notes(read: Sequence[Observation]) -> list[str]:
    """That some counts are not the true ones, as in the tables of an edition."""
    count = sum(one.spread_limit > 0 for one in read)
    return [f"figures with a protected count: {count}; each can be off by its 'spread'"] if count else []
