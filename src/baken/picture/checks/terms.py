# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Two names for one thing, in one document or in documents that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from baken.documents.document import Document
from baken.documents.sentences import lowered
from baken.model.policy import Term
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text


@dataclass(frozen=True, slots=True)
class TermUse:
    """One name of a term in one document (its position in the list), with its places."""

    term: str
    name: str
    document: int
    places: tuple[Span, ...]


def term_uses(documents: tuple[Document, ...], glossary: tuple[Term, ...]) -> tuple[TermUse, ...]:
    """Where each name of each term with synonyms stands, in the order of the glossary."""
    found = []
    plain = [lowered(document.text) for document in documents]
    # Each different word once: a text of 100 pages has few.
    words = [" ".join(set(text.split())) for text in plain]
    names = [(term.term, name) for term in glossary if term.synonyms for name in (term.term, *term.synonyms)]
    for term, name in names:
        for number, document in enumerate(documents):
            # Most names stand nowhere, which is quickly seen.
            if name.lower().split()[0] in words[number]:
                places = tuple(_places(name, document.text, plain[number]))
                found += [TermUse(term, name, number, places)] if places else []
    return tuple(found)


def term_search(document: Document, glossary: tuple[Term, ...], asked: str) -> tuple[TermUse, ...]:
    """Where a word stands in a document, and every other name of the same thing.

    Args:
        document: where to look.
        glossary: the table of terms with their synonyms.
        asked: a word in singular or plural, in whatever capitals.
    """
    wanted = " ".join(asked.split())
    same = [
        term
        for term in glossary
        if any(_pattern(name).fullmatch(wanted) for name in (term.term, *term.synonyms))
    ]
    names = dict.fromkeys(name for term in same for name in (term.term, *term.synonyms)) or {wanted: None}
    term = same[0].term if same else wanted
    plain = lowered(document.text)
    found = ((name, tuple(_places(name, document.text, plain))) for name in names if name)
    return tuple(TermUse(term, name, 0, places) for name, places in found if places)


def _places(name: str, text: str, plain: str) -> Iterator[Span]:
    """Where a name stands in a text, of which ``plain`` is the same in small letters."""
    pattern, low = _pattern(name), name.lower()
    at = plain.find(low)
    while at >= 0:
        match = pattern.match(text, at)
        if match:
            yield Span(*match.span())
        at = plain.find(low, match.end() if match else at + 1)


def term_remarks(documents: tuple[Document, ...], glossary: tuple[Term, ...]) -> tuple[Remark, ...]:
    """A remark for each term that goes by two names or more; its places are in the last document.

    A name in capitals is an abbreviation and drifts from nothing; a name that is part of another is the same.
    """
    remarks = []
    uses = term_uses(documents, glossary)
    for term in dict.fromkeys(use.term for use in uses):
        own = [use for use in uses if use.term == term and not use.name.isupper()]
        names = list(dict.fromkeys(use.name for use in own))
        apart = [
            n
            for n in names
            if not any(n != o and (n.lower() in o.lower() or o.lower() in n.lower()) for o in names)
        ]
        if len(apart) < 2:
            continue
        last = len(documents) - 1
        places = sorted(place for use in own if use.document == last for place in use.places)
        quoted = ", ".join(f"'{name}'" for name in apart)
        remarks.append(
            Remark(
                rule="term-drift",
                weight=Weight.NOTE,
                message=Text(
                    f"Verschillende woorden voor hetzelfde: {quoted}.",
                    f"Different words for one thing: {quoted}.",
                ),
                places=tuple(places),
                settle=Text(f"Kies een woord, bijvoorbeeld '{term}'.", f"Choose one word, such as '{term}'."),
            )
        )
    return tuple(remarks)


def _pattern(name: str) -> re.Pattern[str]:
    """The name in singular and plural: -s, 's, -en, and a doubled last letter (plan, plannen)."""
    last = re.escape(name[-1])
    ending = "" if name.isupper() else rf"(?:[’']s|s|e|en|{last}en)?"
    flags = 0 if name.isupper() else re.IGNORECASE
    return re.compile(rf"(?<![\w-]){re.escape(name)}{ending}(?!\w)", flags)
