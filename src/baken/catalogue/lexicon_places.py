# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How sentences of a country name places.

The names of the municipality and of what is in it come from the register of areas; those of all other
municipalities of the country from ``municipality_names.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load

_BRACKETS = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlaceLexicon:
    """Words around names of places, and words that stand for a place; see ``lexicon_places.yaml``."""

    place_words: frozenset[str]
    generic: frozenset[str]
    common: frozenset[str]
    before_common: frozenset[str]
    after_common: frozenset[str]
    persons: frozenset[str]
    reference: tuple[str, ...]
    not_reference: frozenset[str]
    own: tuple[str, ...]
    other: tuple[str, ...]
    province: tuple[str, ...]
    police_unit: tuple[str, ...]
    before_unknown: frozenset[str]
    compares_unknown: frozenset[str]
    comparing: frozenset[str]
    sure_unknown: frozenset[str]
    within_unknown: frozenset[str]
    before_municipality: frozenset[str]
    likewise: tuple[str, ...]
    no_place: frozenset[str]
    no_place_ends: tuple[str, ...]


@cache
def load_places(country: str = "nl", root: Path = DATA) -> PlaceLexicon:
    """The words about places. Raises InputError where the file is wrong."""
    return load(PlaceLexicon, root / country / "lexicon_places.yaml")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MunicipalityNames:
    """Names of all municipalities of a country by code; see ``municipality_names.yaml``.

    ``also`` is what people call some of them. ``common`` are names that are ordinary words as well.
    """

    source: str
    licence: str
    names: dict[str, str]
    also: dict[str, tuple[str, ...]]
    common: frozenset[str]

    def by_name(self) -> dict[str, str]:
        """The code of each name, without what stands in brackets behind it; "?" where two share a name."""
        found: dict[str, str] = {}
        for code, name in self.names.items():
            for one in (_BRACKETS.sub("", name), *self.also.get(code, ())):
                found[one] = code if found.get(one, code) == code else "?"
        return found


@cache
def load_municipality_names(country: str = "nl", root: Path = DATA) -> MunicipalityNames | None:
    """The names; None for a country of which nobody wrote them down.

    Raises InputError where the file is wrong.
    """
    path = root / country / "municipality_names.yaml"
    return load(MunicipalityNames, path) if path.exists() else None
