# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How hard a text is to read, by formulas from the literature. No formula can say that a text is B1.

- Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology 32(3), 221-233.
- Douma, W.H. (1960). De leesbaarheid van landbouwbladen. Landbouwhogeschool Wageningen. Flesch for Dutch.
- Björnsson, C.H. (1968). Läsbarhet. Stockholm: Liber. LIX counts letters in place of syllables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from baken.documents.sentences import sentence_spans
from baken.model.remark import Span
from baken.model.text import Language, Text
from baken.publications.residents.syllables import syllables

MEASURES = Text("Flesch-Douma (1960)", "Flesch reading ease (1948)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_FIGURE = re.compile(r"\d+(?:[.,:-]\d+)*")
_ENDS = re.compile(r"[.!?][\"”’)]*$")
_LONG = 6
"""A long word has more letters than this (Björnsson)."""
_BANDS = (
    (90, Text("zeer gemakkelijk", "very easy")),
    (80, Text("gemakkelijk", "easy")),
    (70, Text("vrij gemakkelijk", "fairly easy")),
    (60, Text("normaal", "standard")),
)
_DOUMA = ((45, Text("vrij moeilijk", "")), (30, Text("moeilijk", "")))
_FLESCH = ((50, Text("", "fairly difficult")), (30, Text("", "difficult")))
_HARDEST = Text("zeer moeilijk", "very difficult")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLevel:
    """What was counted in the sentences of a text.

    ``words`` are written in letters and ``figures`` in digits: a figure counts as a word of its sentence, but
    its syllables are left out, as Flesch advises for texts with many figures. ``long_words`` have more than
    six letters.
    """

    language: Language
    sentences: int
    words: int
    figures: int
    syllables: int
    long_words: int

    @property
    def words_per_sentence(self) -> float:
        """The mean length of a sentence, figures included."""
        return (self.words + self.figures) / self.sentences

    @property
    def score(self) -> float:
        """Flesch-Douma for Dutch, Flesch reading ease for English; the higher the easier."""
        per_word = self.syllables / self.words
        if self.language is Language.NL:
            return 206.84 - 0.77 * 100 * per_word - 0.93 * self.words_per_sentence
        return 206.835 - 84.6 * per_word - 1.015 * self.words_per_sentence

    @property
    def lix(self) -> float:
        """Words per sentence plus the percentage of long words; the lower the easier."""
        return self.words_per_sentence + 100 * self.long_words / self.words

    @property
    def meaning(self) -> str:
        """What the author of the measure calls such a score."""
        bands = (*_BANDS, *(_DOUMA if self.language is Language.NL else _FLESCH))
        return next((name for low, name in bands if self.score >= low), _HARDEST).in_(self.language)


def reading_level(texts: Iterable[str], language: Language) -> ReadingLevel:
    """Count what the measures need in all sentences of these texts, each a paragraph or a line.

    Raises:
        ValueError: there is no sentence with a word in it.

    """
    found = [one for text in texts for one in sentences_of(text)]
    words = [word for one in found for word in words_of(one)]
    if not words:
        raise ValueError("no sentence to measure")
    return ReadingLevel(
        language=language,
        sentences=len(found),
        words=len(words),
        figures=sum(len(figures_of(one)) for one in found),
        syllables=sum(syllables(word, language) for word in words),
        long_words=sum(len(word) > _LONG for word in words),
    )


def sentences_of(text: str) -> list[str]:
    """The sentences of a paragraph or line; a line without a full stop, such as a name, is none."""
    spans = sentence_spans(text, Span(0, len(text)))
    found = (text[one.start : one.end] for one in spans)
    return [one for one in found if _ENDS.search(one) and _WORD.search(one)]


def words_of(sentence: str) -> list[str]:
    """The words that are written in letters."""
    return _WORD.findall(sentence)


def figures_of(sentence: str) -> list[str]:
    """The numbers that are written in digits."""
    return _FIGURE.findall(sentence)
