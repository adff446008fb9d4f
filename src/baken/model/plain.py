# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Plain words: how an indicator is said to somebody who reads little, and what a word means."""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.errors import InputError
from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainWords:
    """An indicator in plain words. ``sentence`` says one figure, with ``{period}`` and ``{value}`` in it.

    ``note`` is what nobody may miss beside the figure. The words change how a figure is said and never which
    figure it is.

    Raises:
        InputError: the sentence has no place for the period or the value in one of the languages.

    """

    id: str
    name: Text
    sentence: Text
    note: Text | None = None

    def __post_init__(self) -> None:
        for words in (self.sentence.nl, self.sentence.en):
            if words.count("{period}") != 1 or words.count("{value}") != 1:
                raise InputError(f"the plain sentence of '{self.id}' needs one {{period}} and one {{value}}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainTerm:
    """A word with its meaning. ``found`` is a regular expression that finds it in a text of a language."""

    id: str
    term: Text
    found: Text
    meaning: Text
