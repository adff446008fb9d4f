# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which words the Dutch language has, by the word list of pyspellchecker. It is loaded at first use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType


@cache
def dictionary() -> Mapping[str, int]:
    """Known words in small letters with how often they occur in a large body of text."""
    from spellchecker import SpellChecker  # noqa: PLC0415 - slow to import

    words: dict[str, int] = SpellChecker(language="nl").word_frequency.dictionary
    return MappingProxyType(words)


def is_word(word: str) -> bool:
    """Whether the list has a word, however it is written in capitals."""
    return word.replace("’", "'").lower() in dictionary()
