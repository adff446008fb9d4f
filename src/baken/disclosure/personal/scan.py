# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The scan of a text for personal data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from baken.catalogue.lexicon_media import MediaLexicon, load_media
from baken.catalogue.lexicon_personal import PersonalLexicon, load_personal
from baken.disclosure.personal.addresses import houses
from baken.disclosure.personal.columns import cells_of_persons
from baken.disclosure.personal.credits import authors
from baken.disclosure.personal.hits import Hit, Passage, lines_of, without_overlap
from baken.disclosure.personal.names import names_of_persons
from baken.disclosure.personal.numbers import numbers_of_persons


@dataclass(frozen=True, slots=True, eq=False)
class Scanner:
    """The scan with the words of a country. Its time grows in step with the length of the text."""

    personal: PersonalLexicon
    media: MediaLexicon

    def scan(self, text: str, passages: Sequence[Passage] | None = None) -> tuple[Hit, ...]:
        """The personal data in a text, in its order and without overlap.

        Args:
            text: of any length.
            passages: its parts, each of which is read by itself; the lines of the text unless given.

        """
        parts = lines_of(text) if passages is None else passages
        return without_overlap(
            [
                *numbers_of_persons(text, self.personal),
                *houses(text, self.personal),
                *cells_of_persons(text, parts, self.personal),
                *authors(text, parts, self.personal, self.media),
                *names_of_persons(text, parts, self.personal),
            ]
        )


@cache
def scanner(country: str = "nl") -> Scanner:
    """The scan for a country."""
    return Scanner(load_personal(country), load_media(country))


def scan_text(text: str, country: str = "nl") -> tuple[Hit, ...]:
    """The personal data in a plain text; see ``Scanner.scan``."""
    return scanner(country).scan(text)
