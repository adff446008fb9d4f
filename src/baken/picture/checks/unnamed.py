# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas that a text speaks of and names nowhere, such as "a pair of districts"."""

from __future__ import annotations

import re

from baken.catalogue.lexicon_language import DocumentLexicon
from baken.documents.document import Document
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text
from baken.picture.checks._sentences import sentences

_NEXT = 2


def unnamed_remarks(
    document: Document, lexicon: DocumentLexicon, areas: tuple[str, ...] = ()
) -> tuple[Remark, ...]:
    """A remark for each number of areas that neither its sentence nor the next two name.

    ``areas`` are the names of known areas within the municipality. No area is guessed.
    """
    phrase = re.compile(rf"\b{lexicon.some}\s+(?:\w+\s+)?{lexicon.places}\b", re.IGNORECASE)
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, areas))})(?!\w)") if areas else None
    spans = list(sentences(document))
    found = []
    for number, span in enumerate(spans):
        words = span.of(document.text)
        match = phrase.search(words)
        if not match or re.search(lexicon.divided, words, re.IGNORECASE):
            continue
        following = document.text[span.start + match.end() : spans[min(number + _NEXT, len(spans) - 1)].end]
        if not _names_them(following, words[match.end() :], named, lexicon):
            found.append(_remark(Span(span.start + match.start(), span.start + match.end()), match[0]))
    return tuple(found)


def _names_them(following: str, rest: str, named: re.Pattern[str] | None, lexicon: DocumentLexicon) -> bool:
    if named and named.search(following):
        return True
    # "twee wijken: Noord en Zuid", "twee wijken (Noord en Zuid)", "drie buurten, te weten Noord".
    listed = re.match(r"\s*[:(,]\s*(?:\w+\s+){0,3}[A-Z]\w+", rest)
    return bool(
        listed or re.search(rf"{lexicon.named_next}\s+(?:\w+\s+){{0,3}}[A-Z]\w+", following, re.IGNORECASE)
    )


def _remark(place: Span, words: str) -> Remark:
    return Remark(
        rule="unnamed-areas",
        weight=Weight.WARNING,
        message=Text(
            f"'{words}': welke gebieden dit zijn staat nergens; onbekend.",
            f"'{words}': which areas these are is said nowhere; unknown.",
        ),
        places=(place,),
        settle=Text("Noem de gebieden.", "Name the areas."),
    )
