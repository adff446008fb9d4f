# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Does the audit of an edition say what its tables say?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
import numpy as np

from baken.edition.audit import NAME, Audit, CubeAudit
from baken.edition.manifest import Manifest
from baken.edition.outside.proofs import Proven
from baken.edition.outside.step import Step
from baken.edition.tables import FILES, FOLDER, folder_of
from baken.edition.verify import Difference, Finding
from baken.model.disclosure import DisclosureRules
from baken.model.errors import BakenError
from baken.picture.protection import files as small_areas


def read_audit(edition: Path) -> Audit | None:
    """What an edition says of its own protection; nothing where that cannot be read."""
    path = edition / NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=Audit) if path.is_file() else None
    except (msgspec.DecodeError, ValueError, OSError, BakenError):
        return None


def check_audit(
    edition: Path, audit: Audit | None, tables: Sequence[Proven], manifest: Manifest, rule: DisclosureRules
) -> Step:
    """Compare all that anybody can count or add up with what the audit says."""
    if audit is None:
        return _step([_wrong("this is no audit of an edition.")], 0)
    said = {one.folder: one for one in audit.cubes}
    found = list(_whole(audit, manifest, rule))
    if (edition / NAME).read_bytes() != audit.to_bytes():
        found.append(_wrong("it is not written as an audit is."))
    for folder in sorted({one.folder for one in tables} ^ said.keys()):
        where = (
            "in the edition and not in the audit" if folder not in said else "in the audit and cannot be read"
        )
        found.append(_wrong(f"{folder} is {where}."))
    for one in tables:
        if one.folder in said:
            found += _cube(edition, said[one.folder], one)
    return _step(found, len(said))


def _step(findings: Sequence[Finding], number: int) -> Step:
    text = f"what it says of {number} tables is what they say, with the same checksums."
    return Step(name="audit", text=text, findings=tuple(findings))


def _whole(audit: Audit, manifest: Manifest, rule: DisclosureRules) -> Iterator[Finding]:
    plain = Audit(rule=rule, cubes=audit.cubes, outputs=audit.outputs)
    for field in ("rule", "attackers", "attacker", "format"):
        if getattr(audit, field) != getattr(plain, field):
            yield _wrong(f"its '{field}' is not that of this version of Baken.")
    beside = {small_areas.NAME, NAME, *(path for path in manifest.files if path.startswith(f"{FOLDER}/"))}
    outputs = len(manifest.files.keys() - beside)
    if audit.outputs != outputs:
        yield _wrong(f"it says that there are {audit.outputs} outputs; there are {outputs}.")
    names = [one.name for one in audit.cubes]
    if len(set(names)) < len(names):
        yield _wrong("it names a table twice.")


def _cube(edition: Path, said: CubeAudit, found: Proven) -> Iterator[Finding]:
    for field, value in _facts(edition, found).items():
        if getattr(said, field) != value:
            yield _wrong(f"{said.name}: '{field}' is not what {found.folder} gives.")
    if folder_of(said.name) != found.folder:
        yield _wrong(f"{said.name}: its folder cannot be {found.folder}.")


def _facts(edition: Path, found: Proven) -> Mapping[str, object]:
    table, bounds = found.table, found.bounds
    published = np.ascontiguousarray(table.told().published, "<i8")
    files = (f"{found.folder}/{name}" for name in FILES)
    return {
        "cells": table.layout.cells,
        "uncertain": int((bounds.lower < bounds.upper).sum()),
        "recomputed": 0,
        "largest_error": table.largest_error,
        "certificates": found.certificates,
        "files": {path: sha256((edition / path).read_bytes()).hexdigest() for path in files},
        "published": sha256(published.tobytes()).hexdigest(),
    }


def _wrong(text: str) -> Finding:
    return Finding(Difference.AUDIT, NAME, text)
