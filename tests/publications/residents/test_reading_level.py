# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The measures as their authors give them, and how hard the edition for residents is by them."""

from __future__ import annotations

import pytest

from baken.model.text import Language
from baken.publications.residents.edition import running_texts
from baken.publications.residents.reading_level import (
    ReadingLevel,
    figures_of,
    reading_level,
    sentences_of,
    words_of,
)
from picture.helpers import EXAMPLE, MAASTRICHT

from .told import book

LEAST_SCORE, MEAN_WORDS, MOST_WORDS = 70, 10, 20
TOWNS = [MAASTRICHT, EXAMPLE]


def level(language: Language, **counts: int) -> ReadingLevel:
    held = {"sentences": 10, "words": 100, "figures": 0, "syllables": 150, "long_words": 20}
    return ReadingLevel(language=language, **{**held, **counts})


def test_the_formulas_are_those_of_their_authors() -> None:
    # Douma: 206.84 - 0.77 x 150 - 0.93 x 10; Flesch: 206.835 - 84.6 x 1.5 - 1.015 x 10; LIX: 10 + 20.
    assert level(Language.NL).score == pytest.approx(82.04)
    assert level(Language.EN).score == pytest.approx(69.785)
    assert level(Language.NL).lix == pytest.approx(30)


@pytest.mark.parametrize(
    ("syllables", "nl", "en"),
    [
        (120, "zeer gemakkelijk", "very easy"),
        (150, "gemakkelijk", "standard"),
        (170, "normaal", "fairly difficult"),
        (185, "vrij moeilijk", "difficult"),
        (200, "moeilijk", "very difficult"),
        (240, "zeer moeilijk", "very difficult"),
    ],
)
def test_a_score_is_called_as_its_author_calls_it(syllables: int, nl: str, en: str) -> None:
    assert level(Language.NL, syllables=syllables).meaning == nl
    assert level(Language.EN, syllables=syllables).meaning == en


def test_figures_make_a_sentence_longer_and_have_no_syllables() -> None:
    found = reading_level(["In 2021 was het 12,8 of 1.000."], Language.NL)
    assert (found.words, found.figures, found.syllables) == (4, 3, 4)
    assert found.words_per_sentence == 7


def test_names_and_lines_without_a_full_stop_are_no_sentences() -> None:
    assert sentences_of("Diefstal uit huizen") == []
    assert sentences_of("112") == []
    assert sentences_of("Het was 3,4. Dat is minder: 1.000 keer. En nu?") == [
        "Het was 3,4.",
        "Dat is minder: 1.000 keer.",
        "En nu?",
    ]
    with pytest.raises(ValueError, match="no sentence"):
        reading_level(["Diefstal", "112."], Language.NL)


def test_an_official_text_is_seen_to_be_hard() -> None:
    text = (
        "De gemeenteraad heeft kennisgenomen van de voortgangsrapportage betreffende de uitvoering van het "
        "meerjarenprogramma integrale veiligheid, waarin de geconstateerde ontwikkelingen worden toegelicht."
    )
    assert reading_level([text], Language.NL).score < 10
    assert reading_level([text], Language.NL).lix > 60


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize("language", list(Language))
def test_the_whole_edition_is_easy_by_the_measures(code: str, language: Language) -> None:
    found = reading_level(running_texts(book(code, language).chapters), language)
    assert found.sentences > 100
    assert found.score >= LEAST_SCORE
    assert found.words_per_sentence <= MEAN_WORDS
    assert found.lix <= 30


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize("language", list(Language))
def test_no_sentence_of_it_is_long(code: str, language: Language) -> None:
    for text in running_texts(book(code, language).chapters):
        for one in sentences_of(text):
            assert len(words_of(one)) + len(figures_of(one)) <= MOST_WORDS, one


@pytest.mark.requirement("DOC-19")
@pytest.mark.parametrize("code", TOWNS)
def test_it_reports_what_was_measured_and_that_no_formula_can_say_b1(code: str) -> None:
    for language, claims in ((Language.NL, "taalniveau B1"), (Language.EN, "language level B1")):
        *body, last = book(code, language).chapters
        said = " ".join(running_texts((last,)))
        found = reading_level(running_texts(body), language)
        assert f" {found.score:.0f}." in said
        assert found.meaning in said
        # A question, and the answer that only people can tell.
        assert said.count("B1") == 1
        assert f"{claims}?" in said
        assert ("formule niet zeggen" if language is Language.NL else "formula cannot say") in said
        assert ("nog niet gedaan" if language is Language.NL else "not been done yet") in said
