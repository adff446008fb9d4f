# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Syllables of words that were counted by hand, the hard ones first."""

from __future__ import annotations

import pytest

from baken.model.text import Language
from baken.publications.residents.syllables import syllables

DUTCH = {
    1: "leeuw vrouw buurt zich geld plein straat",
    2: "draaien nieuwe knieën naïef geëist bureau yoga moeilijk groeien auto's foto's straatroof",
    3: "politie inwoners misdrijven gemeente ideeën beïnvloed België museum reactie enquête adequaat "
    "cybercrime eieren vacuüm zee-egel vernieling ongeveer bijeenkomst overlast theater radio",
    4: "januari situatie winkeldiefstal onlinefraude coronajaar beantwoorden 's-Hertogenbosch winkelstraten",
    5: "criminaliteit financiële geregistreerde",
}
ENGLISH = {
    1: "crime crimes called whole thefts scored judged near stand through",
    2: "nuisance table houses counted people police being every safely reaching towards therefore",
    3: "residents area areas neighbourhood violent cybercrime chance-finding",
    4: "information vandalism situation february",
    5: "opportunity",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, words in DUTCH.items() for word in words.split()],
)
def test_dutch_words(word: str, count: int) -> None:
    assert syllables(word, Language.NL) == count


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in ENGLISH.items() for word in words.split()]
)
def test_english_words(word: str, count: int) -> None:
    assert syllables(word, Language.EN) == count
