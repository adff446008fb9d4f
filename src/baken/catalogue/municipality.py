# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is true of one municipality only, from its own folder of data."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load, load_by_id
from baken.model.errors import UnknownAreaError
from baken.model.policy import Municipality, Neighbour
from baken.model.reference import Reference


@cache
def municipalities(root: Path = DATA) -> dict[str, Path]:
    """The folder of each municipality that the catalogue holds, by code."""
    return {
        path.parent.name: path.parent for path in sorted(root.glob("*/municipalities/*/municipality.yaml"))
    }


@cache
def load_municipality(asked: str, root: Path = DATA) -> Municipality:
    """Read one municipality by its code or its name.

    Raises:
        UnknownAreaError: nobody knows it; suggests the nearest codes and names.
        InputError: its file is wrong; names file and line.

    """
    folders = municipalities(root)
    if asked.upper() in folders:
        return _whole(folders[asked.upper()])
    names = {_name(path): code for code, path in folders.items()}
    by_lower = {name.lower(): name for name in names}
    if asked.lower() in by_lower:
        return load_municipality(names[by_lower[asked.lower()]], root)
    near_names = get_close_matches(asked.lower(), list(by_lower), n=3, cutoff=0.5)
    near_codes = get_close_matches(asked.upper(), list(folders), n=3, cutoff=0.5)
    nearest = [f"{by_lower[name]} ({names[by_lower[name]]})" for name in near_names]
    nearest += [f"{code} ({_name(folders[code])})" for code in near_codes]
    raise UnknownAreaError(asked, tuple(dict.fromkeys(nearest)))


def _whole(folder: Path) -> Municipality:
    """The municipality with what stands in files of its own, where it has them."""
    references, neighbours = folder / "references.yaml", folder / "neighbours.yaml"
    return replace(
        load(Municipality, folder / "municipality.yaml"),
        references=tuple(load_by_id(Reference, references).values()) if references.exists() else (),
        neighbours=load(tuple[Neighbour, ...], neighbours) if neighbours.exists() else (),
    )


def _name(folder: Path) -> str:
    return load(Municipality, folder / "municipality.yaml").name
