# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from spellchecker import SpellChecker

from baken.catalogue.dutch_words import dictionary, is_word


def test_the_words_are_those_of_the_package() -> None:
    assert dictionary() == frozenset(SpellChecker(language="nl").word_frequency.dictionary)


def test_capitals_and_curly_apostrophes_make_no_other_word() -> None:
    assert is_word("Gemeente")
    assert is_word("’s avonds")
    assert not is_word("gemeennte")
