# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The methods of work of a municipality, and the scale of how far one can be.

They stand in ``working_methods.yaml`` of the municipality and ``maturity.yaml`` of its country.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load, load_by_id, where
from baken.catalogue.municipality import municipalities
from baken.model.errors import InputError
from baken.model.text import Text

HIGHEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodGoal:
    """What a method of work is for, in the words of its document."""

    id: str
    original: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingMethod:
    """A method of work: ``passages`` are literal, ``in_short`` says it in plain words."""

    id: str
    name: Text
    document: str
    place: str
    passages: tuple[str, ...]
    in_short: Text
    goals: tuple[MethodGoal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityLevel:
    """One step of the scale."""

    level: int
    words: Text


@cache
def working_methods(code: str, root: Path = DATA) -> tuple[WorkingMethod, ...]:
    """The methods of work of a municipality in the order of its document; none where it has no such file.

    Raises:
        InputError: the file is wrong; names file and line.

    """
    folder = municipalities(root).get(code)
    path = folder / "working_methods.yaml" if folder else None
    return tuple(load_by_id(WorkingMethod, path).values()) if path and path.exists() else ()


@cache
def maturity_scale(country: str, root: Path = DATA) -> tuple[MaturityLevel, ...]:
    """The scale of a country, from 1 to 5; empty where a country has none.

    Raises:
        InputError: the steps do not count from 1 to 5.

    """
    path = root / country / "maturity.yaml"
    found = load(tuple[MaturityLevel, ...], path) if path.exists() else ()
    if found and [one.level for one in found] != list(range(1, HIGHEST + 1)):
        raise InputError("the steps do not count from 1 to 5.", where=where(path))
    return found
