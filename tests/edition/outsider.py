# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who changes an edition and puts every checksum right that needs no secret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec
import numpy as np

from baken.analysis.protected_files import CERTIFICATES, TABLE, read_protected, to_files
from baken.analysis.protecting import ProtectedTable
from baken.disclosure.attack.propagation import narrowed
from baken.disclosure.certificates.certificates import Certificates
from baken.disclosure.certificates.file import read_certificates, write_certificates
from baken.edition.audit import NAME as AUDIT
from baken.edition.audit import Audit
from baken.edition.manifest import NAME as MANIFEST
from baken.edition.manifest import read_manifest


def changed(path: Path, old: str, new: str) -> None:
    """Change the first place in a file where a text stands."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def sealed(edition: Path) -> None:
    """Let audit and manifest name the files as they are now."""
    path = edition / AUDIT
    audit = msgspec.json.decode(path.read_bytes(), type=Audit)
    cubes = []
    for one in audit.cubes:
        there = [name for name in one.files if (edition / name).is_file()]
        cubes.append(replace(one, files={name: _digest(edition / name) for name in there}))
    path.write_bytes(replace(audit, cubes=tuple(cubes)).to_bytes())
    with_manifest(edition)


def with_manifest(edition: Path) -> None:
    """Let the manifest name the files as they are now."""
    names = sorted(one.relative_to(edition).as_posix() for one in edition.rglob("*") if one.is_file())
    files = {name: _digest(edition / name) for name in names if name != MANIFEST}
    (edition / MANIFEST).write_bytes(replace(read_manifest(edition), files=files).to_bytes())


def with_count(edition: Path, folder: str, codes: tuple[str, ...], count: int, *, proven: bool) -> None:
    """Change the count of one part of a table with all its sums, and its certificates too if asked."""
    place = edition / folder
    table, proof = read_protected(place), (place / CERTIFICATES).read_bytes()
    inner = tuple(map(slice, table.layout.inner_shape))
    counts = np.maximum(table.counts, 0)
    counts.ravel()[table.layout.number(codes)] = count
    told = replace(table.told(), published=table.layout.filled(counts[inner]))
    held = table.layout.filled(table.absent[inner].astype(np.int64)) == 0
    again = ProtectedTable.of_told(told, held, table.known)
    for name, content in to_files(again).items():
        (place / name).write_bytes(content)
    if not proven:
        (place / CERTIFICATES).write_bytes(proof)
    _restate(edition, folder, again)
    sealed(edition)


def _restate(edition: Path, folder: str, table: ProtectedTable) -> None:
    """Let the audit say of a table what anybody can add up of it."""
    path = edition / AUDIT
    audit = msgspec.json.decode(path.read_bytes(), type=Audit)
    bounds = narrowed(table.knowledge())
    facts = {
        "uncertain": int((bounds.lower < bounds.upper).sum()),
        "certificates": len(read_certificates(edition / folder / CERTIFICATES).cells),
        "published": sha256(table.told().published.tobytes()).hexdigest(),
    }
    cubes = tuple(replace(one, **facts) if one.folder == folder else one for one in audit.cubes)  # type: ignore[arg-type]
    path.write_bytes(replace(audit, cubes=cubes).to_bytes())


def with_proof(edition: Path, folder: str, change: Callable[[Certificates], Certificates]) -> None:
    """Change the certificates of a table."""
    path = edition / folder / CERTIFICATES
    write_certificates(path, change(read_certificates(path)))
    _restate(edition, folder, read_protected(path.parent))
    sealed(edition)


def table_text(edition: Path, folder: str) -> list[str]:
    """The lines of a table."""
    return (edition / folder / TABLE).read_text("utf-8").splitlines()


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
