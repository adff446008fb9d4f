# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Subjects are looked for by the letter with which their terms begin: with the same result as without."""

import pytest

from baken.catalogue.lexicon_claims import load_claim_lexicon, words_pattern
from baken.picture.claims.longest import longest_apart
from baken.picture.claims.patterns import patterns_of
from baken.picture.claims.periods_letters import first_letters
from baken.picture.claims.subjects import FoundSubject, found_subjects

SENTENCES = (
    "in 2024 werd in 30 woningen ingebroken, en uit winkels werd minder gestolen.",
    "het aantal woninginbraken daalde, de overlast door jongeren en het geweld stegen.",
    "'s nachts is er (meer) overlast, geweld/vernieling en fietsendiefstal; winkel- en zakkenrollerij dalen",
    "geweld geweld geweld, diefstal uit een auto en diefstal uit de woning",
    "één vernieling per week; émigratie zegt niets",
    "",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_subject_is_missed_and_none_is_added(sentence: str) -> None:
    lexicon = load_claim_lexicon()
    assert lexicon is not None
    every = [
        FoundSubject(match.start(), match.end(), words)
        for words in lexicon.subjects
        for match in words_pattern(words.terms).finditer(sentence)
    ]
    assert found_subjects(sentence, patterns_of(lexicon)) == tuple(longest_apart(every))


def test_each_term_begins_with_a_letter_that_is_looked_for() -> None:
    lexicon = load_claim_lexicon()
    assert lexicon is not None
    assert all(first_letters(words_pattern([term]).pattern) for one in lexicon.subjects for term in one.terms)


def test_a_term_that_begins_with_any_letters_is_looked_for_at_all() -> None:
    assert first_letters(words_pattern(["~geweld"]).pattern) >= set("abcxyz019")
    assert first_letters(words_pattern(["112 melding"]).pattern) == {"1"}
