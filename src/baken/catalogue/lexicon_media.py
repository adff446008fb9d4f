# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the check of press items knows of a country: outlets, how an item is dated, words for its subject."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load
from baken.catalogue.lexicon_language import checked_pattern


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MediaLexicon:
    """Lists of words, and patterns that are looked for in a headline; see ``media.yaml``."""

    outlets: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    desks: tuple[str, ...]
    edited: tuple[str, ...]
    incident: str
    demonstration: str
    output: str
    figure: str
    population: str
    source: str
    direction: str
    asks_direction: str
    misses_noun: str
    breaks_off: str
    numbers: dict[str, int]


@cache
def load_media(country: str = "nl", root: Path = DATA) -> MediaLexicon:
    """The words about the press. Raises InputError where the file is wrong or holds no valid pattern."""
    path = root / country / "media.yaml"
    lexicon = load(MediaLexicon, path)
    for one in fields(MediaLexicon):
        value = getattr(lexicon, one.name)
        if isinstance(value, str):
            checked_pattern(value, one.name, path)
    return lexicon
