# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Looking up a word in a checked document: the word, and every other name of the same thing."""

from __future__ import annotations

from baken.documents.whereabouts import Whereabouts
from baken.model.policy import Term
from baken.model.text import Text
from baken.picture.checked import CheckedDocument, Listing
from baken.picture.checks.terms import TermUse, term_search


def found_words(checked: CheckedDocument, glossary: tuple[Term, ...], asked: str) -> Listing:
    """A line for each name under which the thing that is asked for stands in the document, with its places.

    Args:
        checked: the document.
        glossary: the terms with their synonyms.
        asked: a word, in singular or plural.
    """
    where = Whereabouts(checked.document, checked.shown)
    lines = tuple(_line(one, where) for one in term_search(checked.document, glossary, asked))
    nothing = Text(f"{asked}: staat er niet in", f"{asked}: not found")
    return Listing(
        id="search", title=Text(f"Gezocht: {asked}", f"Looked for: {asked}"), lines=lines or (nothing,)
    )


def _line(use: TermUse, where: Whereabouts) -> Text:
    places = [where.place(span).words for span in use.places]
    nl, en = (
        "; ".join(filter(None, dict.fromkeys(words)))
        for words in ([one.nl for one in places], [one.en for one in places])
    )
    number = len(use.places)
    return Text(f"{use.name} ({number} keer): {nl}", f"{use.name} ({number} time{'s' * (number > 1)}): {en}")
