# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the scan for personal data knows of a country: words around names, streets, mailboxes, names."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load
from baken.catalogue.lexicon_language import checked_pattern

_PATTERNS = (
    "roll_call",
    "closings",
    "parties",
    "public_addresses",
    "case_labels",
    "plate_labels",
    "other_numbers",
    "peoples",
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NameColumns:
    """Headings of columns of a table, in small letters, by what stands below them."""

    name: frozenset[str]
    maybe_name: frozenset[str]
    birth: frozenset[str]
    postcode: frozenset[str]
    house: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NameLists:
    """Common first names, by language of origin, and surnames; see ``names.yaml``."""

    dutch: frozenset[str]
    moroccan: frozenset[str]
    turkish: frozenset[str]
    surinamese: frozenset[str]
    polish: frozenset[str]
    german: frozenset[str]
    english_french_and_others: frozenset[str]
    surnames: frozenset[str]

    @property
    def first_names(self) -> frozenset[str]:
        """The first names of all origins."""
        lists = (getattr(self, one.name) for one in fields(self) if one.name != "surnames")
        return frozenset().union(*lists)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PersonalLexicon:
    """Words that stand around personal data; see ``personal.yaml`` for what each list is for."""

    particles: tuple[str, ...]
    titles: tuple[str, ...]
    greetings: frozenset[str]
    closings: str
    involved: tuple[str, ...]
    roles: frozenset[str]
    authors: tuple[str, ...]
    credits: tuple[str, ...]
    functions: tuple[str, ...]
    chairs: tuple[str, ...]
    parties: str
    signature: tuple[str, ...]
    roll_call: str
    bodies: frozenset[str]
    body_ends: tuple[str, ...]
    no_persons: frozenset[str]
    place_words: frozenset[str]
    weak_first_names: frozenset[str]
    letter_words: frozenset[str]
    openers: frozenset[str]
    no_initials: frozenset[str]
    mailboxes: frozenset[str]
    streets: tuple[str, ...]
    street_starts: tuple[str, ...]
    after_number: tuple[str, ...]
    public_addresses: str
    born: tuple[str, ...]
    months: tuple[str, ...]
    case_labels: str
    plate_labels: str
    other_numbers: str
    columns: NameColumns
    peoples: str
    first_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()


@cache
def load_personal(country: str = "nl", root: Path = DATA) -> PersonalLexicon:
    """The words around personal data, with the names. Raises InputError where a file is wrong."""
    path = root / country / "personal.yaml"
    lexicon = load(PersonalLexicon, path)
    for name in _PATTERNS:
        checked_pattern(getattr(lexicon, name), name, path)
    names = load(NameLists, root / country / "names.yaml")
    return replace(lexicon, first_names=names.first_names, surnames=names.surnames)
