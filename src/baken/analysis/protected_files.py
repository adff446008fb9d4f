# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A protected table as files that anybody can read and check, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np

from baken.analysis.count_tables import COUNT
from baken.analysis.protecting import Method, ProtectedTable, Shown
from baken.catalogue.files import read_bytes
from baken.disclosure.attack.propagation import narrowed
from baken.disclosure.certificates.certificates import Certificates
from baken.disclosure.certificates.file import write_certificates
from baken.disclosure.certificates.find import certified
from baken.disclosure.dimension import Dimension
from baken.disclosure.knowledge import UNBOUNDED
from baken.disclosure.layout import Layout
from baken.model.errors import InputError

TABLE, RULE, CERTIFICATES = "table.csv", "rule.json", "certificates.npz"
FORMAT = "baken-protected-table"
_MOST = 10_000_000
"""No table has so many cells; a file from elsewhere must not fill the memory."""


class Axis(msgspec.Struct, frozen=True):
    """One dimension: its codes, of which the first ``parts`` are no sums, and the sums of the others."""

    name: str
    codes: tuple[str, ...]
    parts: int
    sums: tuple[tuple[int, ...], ...]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """How a table was protected and what adds up to what.

    ``without_certificate`` are the numbers of cells that may be small as far as told, and of which no
    certificate shows that they stay open; nor do sums alone show what they are. Mostly there are none.
    """

    method: Method
    base: int
    largest_error: int
    dimensions: tuple[Axis, ...]
    without_certificate: tuple[int, ...] = ()
    format: str = FORMAT


def proof_of(table: ProtectedTable) -> Certificates:
    """Certificates for what outsiders cannot know, made from what is published alone."""
    return certified(table.knowledge())[0]


def to_files(table: ProtectedTable, proof: Certificates | None = None) -> dict[str, bytes]:
    """The files of a protected table: cells, rule, and its certificates (``proof_of`` unless given)."""
    proof = proof_of(table) if proof is None else proof
    axes = tuple(Axis(one.name, one.codes, one.parts, one.sums) for one in table.layout.dimensions)
    rule = Rule(
        method=table.method,
        base=table.base,
        largest_error=table.largest_error,
        dimensions=axes,
        without_certificate=tuple(_unproven(table, proof)),
    )
    return {
        TABLE: cells_of(table),
        RULE: msgspec.json.format(msgspec.json.encode(rule), indent=1) + b"\n",
        CERTIFICATES: _packed(proof),
    }


def _unproven(table: ProtectedTable, proof: Certificates) -> list[int]:
    knowledge = table.knowledge()
    left = np.setdiff1d(np.flatnonzero(knowledge.secret), proof.cells)
    found = narrowed(knowledge)
    return [int(cell) for cell in left if found.lower[cell] < found.upper[cell]]


def read_rule(folder: Path) -> Rule:
    """Read how a table was protected.

    Raises:
        InputError: the file is missing or is not what it should be.

    """
    try:
        rule = msgspec.json.decode(read_bytes(folder / RULE), type=Rule)
    except (msgspec.DecodeError, ValueError) as error:
        raise _no_table(folder, f"{error}") from error
    if rule.format != FORMAT:
        raise _no_table(folder, f"it says '{rule.format}'")
    if rule.method is Method.ROUNDING and not 1 < rule.base <= rule.largest_error:
        raise _no_table(folder, "its base or its largest error cannot be")
    return rule


def _no_table(folder: Path, reason: str) -> InputError:
    return InputError(
        f"not a protected table: {reason}.",
        where=str(folder / RULE),
        do="Name a directory that baken protect made.",
    )


def read_protected(folder: Path) -> ProtectedTable:
    """Read what ``to_files`` gave.

    Raises:
        InputError: a file is missing or is not what it should be.

    """
    rule = read_rule(folder)
    try:
        layout = Layout(tuple(Dimension(one.name, one.codes, one.parts, one.sums) for one in rule.dimensions))
    except ValueError as error:
        raise _no_table(folder, f"{error}") from error
    if not layout.dimensions or layout.cells > _MOST:
        raise _no_table(folder, f"{layout.cells} cells cannot be")
    counts = np.full(layout.cells, -1, np.int64)
    shown = np.full(layout.cells, "", "<U8")
    known = np.zeros(layout.cells, np.bool_)
    for place, row in _rows(folder / TABLE):
        try:
            cell = layout.number([row[one.name] for one in layout.dimensions])
            shown[cell] = Shown(row["shown"])
            counts[cell] = _count(row[COUNT])
            known[cell] = row["known"] == "1"
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{error}", where=place) from error
        if (counts[cell] < 0) != (shown[cell] in {Shown.HIDDEN, Shown.ABSENT}):
            raise InputError(f"a count of '{row[COUNT]}' cannot be '{shown[cell]}'.", where=place)
    if not shown.all():
        raise InputError("not every cell is there.", where=str(folder / TABLE), do="Make the table again.")
    shape = layout.shape
    table = ProtectedTable(
        layout,
        rule.method,
        rule.base,
        counts.reshape(shape),
        shown.reshape(shape),
        known.reshape(shape),
        rule.largest_error,
    )
    _check_sums(table, folder / TABLE)
    return table


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        text = read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError("this is not UTF-8 text.", where=str(path)) from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        for row in reader:
            yield f"{path}, line {reader.line_num}", row
    except csv.Error as error:
        raise InputError(f"{error}.", where=f"{path}, line {reader.line_num}") from error


def _count(text: str) -> int:
    if not text:
        return -1
    count = int(text)
    if not 0 <= count < UNBOUNDED:
        raise ValueError(f"a count of {text} cannot be.")
    return count


def _check_sums(table: ProtectedTable, path: Path) -> None:
    """Refuse a rounded table of which a sum, or what is told of a cell, does not follow from the rest."""
    if table.method is not Method.ROUNDING:
        return
    told = table.told()
    parts = tuple(map(slice, table.layout.inner_shape))
    held = table.layout.filled(table.absent[parts].astype(np.int64)) == 0
    try:
        again = ProtectedTable.of_told(told, held, table.known)
    except ValueError as error:
        raise InputError(f"{error}", where=str(path)) from error
    other = (again.counts != table.counts) | (again.shown != table.shown)
    for cell in np.flatnonzero(other.ravel())[:1].tolist():
        count, shown = int(again.counts.ravel()[cell]), again.shown.ravel()[cell]
        raise InputError(
            f"{' '.join(table.layout.codes(cell))} does not follow from the other cells: it should be "
            f"{f'{count} ({shown})' if count >= 0 else shown}.",
            where=str(path),
        )


def cells_of(table: ProtectedTable) -> bytes:
    """The cells as a table of text: codes, count, what is told of it, and whether others published it."""
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
