# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Do the tables of an edition hang together, and does each certificate hold? No solver, nothing secret."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from baken.analysis.protected_files import CERTIFICATES, RULE, TABLE, read_protected, read_rule
from baken.analysis.protecting import Method, ProtectedTable
from baken.disclosure.attack.propagation import Contradiction, narrowed
from baken.disclosure.certificates.certificates import Certificates
from baken.disclosure.certificates.check import checked
from baken.disclosure.certificates.file import read_certificates
from baken.disclosure.knowledge import Found, Values
from baken.edition.outside.step import Step
from baken.edition.tables import FOLDER, table_folders
from baken.edition.verify import Difference, Finding
from baken.model.errors import InputError


@dataclass(frozen=True, slots=True, eq=False)
class Proven:
    """A table of an edition as anybody reads it, the bounds that its sums give, and how many certificates."""

    folder: str
    table: ProtectedTable
    bounds: Found
    certificates: int


def read_tables(edition: Path) -> tuple[tuple[Proven, ...], Step]:
    """Read all tables of an edition and check their certificates; a table that cannot be read is left out."""
    found: list[Proven] = []
    findings: list[Finding] = []
    notes: list[str] = []
    for folder in table_folders(edition):
        try:
            proven, problems, unproven = _table(folder)
        except InputError as error:
            findings.append(_of_error(folder, error))
            continue
        found.append(proven)
        findings += problems
        if unproven:
            notes.append(
                f"{proven.folder}: of {unproven} counts it takes programs to see whether they stay open: "
                f"use baken attack."
            )
    number = sum(one.certificates for one in found)
    text = f"{len(found)} tables: {number} certificates hold, and no small count follows from the sums."
    if not found:
        text = "there are no tables of small areas."
    step = Step(name="certificates", text=text, findings=tuple(findings), notes=tuple(notes))
    return tuple(found), step


def _table(folder: Path) -> tuple[Proven, list[Finding], int]:
    where = f"{FOLDER}/{folder.name}"
    rule, table = read_rule(folder), read_protected(folder)
    if rule.method is not Method.ROUNDING:
        raise InputError("the tables of an edition are rounded.", where=str(folder / RULE))
    try:
        proof = read_certificates(folder / CERTIFICATES)
    except (ValueError, OSError) as error:
        raise InputError(f"{error}", where=str(folder / CERTIFICATES)) from error
    knowledge = table.knowledge()
    try:
        bounds = narrowed(knowledge)
    except Contradiction as error:
        raise InputError(f"this cannot all be true: {error}", where=str(folder / TABLE)) from error
    result = checked(knowledge, proof)
    proven = Proven(where, table, bounds, _certified(proof))
    if result.problems:
        path = f"{where}/{CERTIFICATES}"
        return proven, [Finding(Difference.PROOF, path, text) for text in result.problems], 0
    listed = np.isin(result.missing, np.array(rule.without_certificate, np.int64))
    open_ones = bounds.lower[result.missing] < bounds.upper[result.missing]
    problems = list(_bare(proven, result.missing[open_ones & ~listed]))
    problems += _given_away(proven, result.missing[~open_ones])
    return proven, problems, int((open_ones & listed).sum())


def _certified(proof: Certificates) -> int:
    return len(proof.cells)


def _bare(proven: Proven, cells: Values) -> Iterator[Finding]:
    """Counts of which nothing shows that they stay open, and of which the table does not say so."""
    if len(cells):
        name = " ".join(proven.table.layout.codes(int(cells[0])))
        more = f" and of {len(cells) - 1} others" if len(cells) > 1 else ""
        text = f"there is no certificate for the count of {name}{more}."
        yield Finding(Difference.PROOF, f"{proven.folder}/{CERTIFICATES}", text)


def _given_away(proven: Proven, cells: Values) -> Iterator[Finding]:
    """Small counts that the sums of the table give away, and that were not public without it."""
    table, values = proven.table, proven.bounds.lower
    small = [cell for cell in cells.tolist() if 0 < values[cell] < table.base]
    if not small:
        return
    public = narrowed(table.public())
    for cell in small:
        if public.lower[cell] < public.upper[cell]:
            text = (
                f"the count of {' '.join(table.layout.codes(cell))} follows from sums: it is {values[cell]}."
            )
            yield Finding(Difference.PROOF, f"{proven.folder}/{TABLE}", text)


def _of_error(folder: Path, error: InputError) -> Finding:
    place, _, line = error.where.partition(", line ")
    inside = Path(place).relative_to(folder) if Path(place).is_relative_to(folder) else Path()
    path = f"{FOLDER}/{folder.name}" if inside == Path() else f"{FOLDER}/{folder.name}/{inside.as_posix()}"
    return Finding(Difference.PROOF, path, error.what, int(line) if line.isdigit() else None)
