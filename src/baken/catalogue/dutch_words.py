# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which words the Dutch language has, by the word list of pyspellchecker. It is loaded at first use."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files


@cache
def dictionary() -> frozenset[str]:
    """Known words in small letters."""
    # `SpellChecker` takes twice as long, as it also counts. In the file words stand between double quotes, of
    # which no word holds one.
    packed = (files("spellchecker") / "resources" / "nl.json.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().lower().split('"')[1::2])


def is_word(word: str) -> bool:
    """Whether the list has a word, however it is written in capitals."""
    return word.replace("’", "'").lower() in dictionary()
