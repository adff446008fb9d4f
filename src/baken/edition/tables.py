# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The protected cubes of an edition as tables that anybody can attack and check, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from baken.analysis.protected_files import CERTIFICATES, RULE, TABLE, proof_of, to_files
from baken.analysis.protecting import ProtectedTable
from baken.edition.manifest import NAME as MANIFEST
from baken.model.errors import EditionError
from baken.picture.protection.release import Protected

FOLDER = "protected"
FILES = (TABLE, RULE, CERTIFICATES)


@dataclass(frozen=True, slots=True)
class CubeFiles:
    """One protected cube as it is published: its folder, its files by path, how many certificates it has."""

    name: str
    folder: str
    files: dict[str, bytes]
    certificates: int


def folder_of(name: str) -> str:
    """The folder of a cube, by its name: ``protected/politie-misdrijven-2024``."""
    return f"{FOLDER}/{re.sub('[^a-z0-9]+', '-', name.lower()).strip('-')}"


def published_table(protected: Protected) -> ProtectedTable:
    """A protected cube as a table: what everybody may know of it, and nothing that only its owner knows."""
    cube = protected.cube
    known = cube.known & cube.complete
    # The municipality's own figures stand, whatever is not held of its parts.
    known[-1] = True
    return ProtectedTable.of_told(protected.rounded.told, cube.complete, known)


def cube_files(cubes: Iterable[Protected]) -> tuple[CubeFiles, ...]:
    """The files of all protected cubes.

    Raises:
        EditionError: two cubes would be in the same folder.

    """
    found = tuple(map(_files_of, cubes))
    folders = [one.folder for one in found]
    for one in found:
        if folders.count(one.folder) > 1:
            raise EditionError(f"two tables would be called {one.folder}.", do="Give a system another id.")
    return found


def _files_of(protected: Protected) -> CubeFiles:
    name, table = protected.cube.name, published_table(protected)
    folder, proof = folder_of(name), proof_of(table)
    files = {f"{folder}/{file}": content for file, content in to_files(table, proof).items()}
    return CubeFiles(name, folder, files, len(proof.cells))


def table_folders(edition: Path) -> Iterator[Path]:
    """The folders of the protected tables of an edition, by name; none where there is no edition."""
    place = edition / FOLDER
    if (edition / MANIFEST).is_file() and place.is_dir():
        yield from (one for one in sorted(place.iterdir()) if one.is_dir())
