# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Personal data in a document, as remarks, and the same document without them.

What is found is up to ``baken.disclosure.personal``. No message repeats it. Whoever shows a text of the
document shows it masked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from baken.catalogue.lexicon_media import MediaLexicon
from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.disclosure.personal import masking
from baken.disclosure.personal.hits import WORDS, Hit, Kind, Passage
from baken.disclosure.personal.scan import Scanner
from baken.documents.document import BlockKind, Document
from baken.model.remark import Remark, Weight
from baken.model.text import Text

BLOCK = masking.BLOCK
PREFIX = "personal-"
"""A remark's rule is this and the kind."""
KINDS: dict[str, Text] = {kind.value: words for kind, words in WORDS.items()}
"""The kinds of personal data, in words that name no one."""
_SETTLE = Text(
    "Laat dit weg of maak het onleesbaar voordat het document naar buiten gaat.",
    "Leave it out or black it out before the document leaves the house.",
)


def personal_remarks(document: Document, lexicon: PersonalLexicon, media: MediaLexicon) -> tuple[Remark, ...]:
    """A masked remark for each place with personal data, in the order of the text.

    Names of a roll-call, of signatures and of officials named with their office are public and are left out.
    """
    return tuple(_remark(hit) for hit in personal_hits(document, lexicon, media))


def personal_hits(document: Document, lexicon: PersonalLexicon, media: MediaLexicon) -> tuple[Hit, ...]:
    """The personal data in a document, each block read by itself."""
    passages = [
        Passage(block.span, block.kind in {BlockKind.ITEM, BlockKind.ROW}) for block in document.blocks
    ]
    return Scanner(lexicon, media).scan(document.text, passages)


def _remark(hit: Hit) -> Remark:
    words = WORDS[hit.kind]
    return Remark(
        rule=f"{PREFIX}{hit.kind.value}",
        weight=Weight.ERROR,  # However sure the scan is: the document may not go out before someone looked.
        message=Text(f"Hier staat een persoonsgegeven: {words.nl}.", f"Personal data: {words.en}."),
        places=(hit.span,),
        settle=_SETTLE,
        masked=True,
    )


def masked(text: str, remarks: Iterable[Remark]) -> str:
    """The text with a block for each character at the places of masked remarks; as long as before."""
    return masking.masked(text, _hits(remarks))


def redacted(text: str, remarks: Iterable[Remark]) -> str:
    """The text with a word in brackets, such as ``[naam]``, for each place of a masked remark."""
    return masking.redacted(text, _hits(remarks))


def masked_document(document: Document, remarks: Iterable[Remark]) -> Document:
    """The document with its text masked; blocks, links and places stay as they are.

    Targets of links to a person's mailbox are emptied of the address too.
    """
    links = tuple(
        replace(link, target="mailto:") if link.target.strip().lower().startswith("mailto:") else link
        for link in document.links
    )
    return replace(document, text=masked(document.text, remarks), links=links)


def _hits(remarks: Iterable[Remark]) -> list[Hit]:
    return [
        Hit(Kind(remark.rule.removeprefix(PREFIX)), span)
        for remark in remarks
        if remark.masked
        for span in remark.places
    ]
