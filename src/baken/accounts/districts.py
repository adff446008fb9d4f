# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The areas of the municipality that the workspace is of, for the roles that hold for one district."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.conf import settings

from baken.areas.load import load_register
from baken.areas.register import AreaRegister
from baken.model.area import AreaLevel


def register() -> AreaRegister:
    """The register of the municipality of this workspace."""
    return load_register(settings.BAKEN_AREA)


def districts(on: date | None = None) -> tuple[tuple[str, str], ...]:
    """Code and name of each district on a day; none where the municipality is not divided."""
    return _districts(settings.BAKEN_AREA, on or date.today())


def names() -> dict[str, str]:
    """The name of every area that the workspace can be about: the municipality and its parts today."""
    return dict(_names(settings.BAKEN_AREA, date.today()))


def codes_within(district: str, on: date | None = None) -> tuple[str, ...]:
    """The code of a district and those of its neighbourhoods on a day; nothing for no district."""
    return _within(settings.BAKEN_AREA, district, on or date.today()) if district else ()


@lru_cache(maxsize=16)
def _districts(root: str, on: date) -> tuple[tuple[str, str], ...]:
    held = load_register(root)
    if not held.divided(AreaLevel.DISTRICT, on):
        return ()
    division = held.division_of(AreaLevel.DISTRICT, on)
    found = (one for one in held.children(root, division.id) if one.validity.holds_on(on))
    return tuple((one.code, one.name) for one in found)


@lru_cache(maxsize=16)
def _names(root: str, on: date) -> tuple[tuple[str, str], ...]:
    held = load_register(root)
    found = [(root, held[root].name)]
    for code, name in _districts(root, on):
        found.append((code, name))
        found += [(below, held[below].name) for below in _within(root, code, on)[1:]]
    return tuple(found)


@lru_cache(maxsize=128)
def _within(root: str, district: str, on: date) -> tuple[str, ...]:
    if district not in dict(_districts(root, on)):
        return (district,) if district == root else ()
    held = load_register(root)
    division = held.division_of(AreaLevel.DISTRICT, on)
    below = held.children(district, division.id)
    return (district, *(one.code for one in below if one.validity.holds_on(on)))
