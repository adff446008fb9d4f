# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The directions that a safety picture names for what comes next, from ``directions.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load_by_id
from baken.catalogue.municipality import municipalities

NAME = "directions.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """One direction in the words of its document: what is strengthened (``original``), and what for."""

    id: str
    original: str
    purpose: str
    document: str
    place: str


@cache
def directions(code: str, root: Path = DATA) -> tuple[Direction, ...]:
    """The directions of a municipality in the order of the document; none where it has no such file.

    Raises:
        InputError: the file is wrong; names file and line.

    """
    folder = municipalities(root).get(code)
    path = folder / NAME if folder else None
    return tuple(load_by_id(Direction, path).values()) if path and path.exists() else ()
