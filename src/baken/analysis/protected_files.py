# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A protected table as files that anybody can read and check, and back."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np

from baken.analysis.count_tables import COUNT
from baken.analysis.protecting import Method, ProtectedTable, Shown
from baken.catalogue.files import read_bytes
from baken.disclosure.certificates.certificates import Certificates
from baken.disclosure.certificates.file import write_certificates
from baken.disclosure.certificates.find import certified
from baken.disclosure.dimension import Dimension
from baken.disclosure.layout import Layout
from baken.model.errors import InputError

TABLE, RULE, CERTIFICATES = "table.csv", "rule.json", "certificates.npz"
FORMAT = "baken-protected-table"


class Axis(msgspec.Struct, frozen=True):
    """One dimension: its codes, of which the first ``parts`` are no sums, and the sums of the others."""

    name: str
    codes: tuple[str, ...]
    parts: int
    sums: tuple[tuple[int, ...], ...]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """How a table was protected and what adds up to what."""

    method: Method
    base: int
    largest_error: int
    dimensions: tuple[Axis, ...]
    format: str = FORMAT


def to_files(table: ProtectedTable) -> dict[str, bytes]:
    """The files of a protected table: cells, rule, and certificates for what outsiders cannot know."""
    axes = tuple(Axis(one.name, one.codes, one.parts, one.sums) for one in table.layout.dimensions)
    rule = Rule(method=table.method, base=table.base, largest_error=table.largest_error, dimensions=axes)
    return {
        TABLE: _cells(table),
        RULE: msgspec.json.format(msgspec.json.encode(rule), indent=1) + b"\n",
        CERTIFICATES: _packed(certified(table.knowledge())[0]),
    }


def read_protected(folder: Path) -> ProtectedTable:
    """Read what ``to_files`` gave.

    Raises:
        InputError: a file is missing or is not what it should be.

    """
    try:
        rule = msgspec.json.decode(read_bytes(folder / RULE), type=Rule)
        layout = Layout(tuple(Dimension(one.name, one.codes, one.parts, one.sums) for one in rule.dimensions))
    except (msgspec.DecodeError, ValueError) as error:
        raise InputError(
            f"not a protected table: {error}.",
            where=str(folder / RULE),
            do="Name a directory that baken protect made.",
        ) from error
    counts = np.full(layout.cells, -1, np.int64)
    shown = np.full(layout.cells, "", "<U8")
    known = np.zeros(layout.cells, np.bool_)
    reader = csv.DictReader(io.StringIO(read_bytes(folder / TABLE).decode("utf-8"), newline=""))
    for row in reader:
        try:
            cell = layout.number([row[one.name] for one in layout.dimensions])
            shown[cell] = Shown(row["shown"])
            counts[cell] = int(row[COUNT]) if row[COUNT] else -1
            known[cell] = row["known"] == "1"
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{error}", where=f"{folder / TABLE}, line {reader.line_num}") from error
    if not shown.all():
        raise InputError("not every cell is there.", where=str(folder / TABLE), do="Make the table again.")
    shape = layout.shape
    return ProtectedTable(
        layout,
        rule.method,
        rule.base,
        counts.reshape(shape),
        shown.reshape(shape),
        known.reshape(shape),
        rule.largest_error,
    )


def _cells(table: ProtectedTable) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*(one.name for one in table.layout.dimensions), COUNT, "shown", "known"])
    columns = zip(table.counts.ravel().tolist(), table.shown.ravel(), table.known.ravel(), strict=True)
    for number, (count, shown, known) in enumerate(columns):
        writer.writerow([*table.layout.codes(number), "" if count < 0 else count, shown, int(known)])
    return text.getvalue().encode()


def _packed(given: Certificates) -> bytes:
    with TemporaryDirectory(prefix="baken-") as place:
        file = Path(place) / CERTIFICATES
        write_certificates(file, given)
        return file.read_bytes()
