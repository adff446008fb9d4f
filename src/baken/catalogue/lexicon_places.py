# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How sentences of a country name places; the names themselves come from the register of areas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load


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
    no_place: frozenset[str]
    no_place_ends: tuple[str, ...]


@cache
def load_places(country: str = "nl", root: Path = DATA) -> PlaceLexicon:
    """The words about places. Raises InputError where the file is wrong."""
    return load(PlaceLexicon, root / country / "lexicon_places.yaml")
