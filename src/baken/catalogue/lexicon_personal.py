# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the scan for personal data knows of a country: words around names, streets, mailboxes, first names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load
from baken.catalogue.lexicon_language import checked_pattern


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PersonalLexicon:
    """Words that stand around personal data; see ``personal.yaml`` for what each list is for."""

    particles: tuple[str, ...]
    titles: tuple[str, ...]
    involved: tuple[str, ...]
    authors: tuple[str, ...]
    credits: tuple[str, ...]
    functions: tuple[str, ...]
    signature: tuple[str, ...]
    roll_call: str
    mailboxes: frozenset[str]
    streets: tuple[str, ...]
    after_number: tuple[str, ...]
    born: tuple[str, ...]
    months: tuple[str, ...]
    peoples: str
    first_names: frozenset[str]


@cache
def load_personal(country: str = "nl", root: Path = DATA) -> PersonalLexicon:
    """The words around personal data. Raises InputError where the file is wrong."""
    path = root / country / "personal.yaml"
    lexicon = load(PersonalLexicon, path)
    checked_pattern(lexicon.roll_call, "roll_call", path)
    checked_pattern(lexicon.peoples, "peoples", path)
    return lexicon
