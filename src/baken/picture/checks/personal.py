# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Personal data in a document, and the same text without them.

No message repeats what was found. Whoever shows a text of the document shows it masked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from baken.catalogue.lexicon_media import MediaLexicon
from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.documents.document import Document
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text
from baken.picture.checks.names import names_of_persons
from baken.picture.checks.numbers_of_persons import numbers_of_persons

BLOCK = "█"
PREFIX = "personal-"
KINDS: dict[str, Text] = {
    "name": Text("naam van een persoon", "name of a person"),
    "author": Text("naam van een schrijver of maker", "name of an author"),
    "mail": Text("e-mailadres van een persoon", "e-mail address of a person"),
    "phone": Text("telefoonnummer", "telephone number"),
    "bsn": Text("burgerservicenummer", "citizen service number"),
    "iban": Text("rekeningnummer", "account number"),
    "plate": Text("kenteken", "licence plate"),
    "address": Text("adres met huisnummer", "address with house number"),
    "birth": Text("geboortedatum", "date of birth"),
}
"""The kinds of personal data, in words that name no one. A remark's rule is ``personal-`` and the kind."""
_SHORT = {
    "name": "naam",
    "author": "naam",
    "mail": "e-mail",
    "phone": "telefoon",
    "bsn": "burgerservicenummer",
    "iban": "rekening",
    "plate": "kenteken",
    "address": "adres",
    "birth": "geboortedatum",
}
_SETTLE = Text(
    "Laat dit weg of maak het onleesbaar voordat het document naar buiten gaat.",
    "Leave it out or black it out before the document leaves the house.",
)


def personal_remarks(document: Document, lexicon: PersonalLexicon, media: MediaLexicon) -> tuple[Remark, ...]:
    """A masked remark for each place with personal data, in the order of the text.

    Names of a roll-call, of signatures and of officials named with their office are public and are left out.
    """
    found = [*numbers_of_persons(document.text, lexicon), *names_of_persons(document, lexicon, media)]
    return tuple(
        Remark(
            rule=f"{PREFIX}{kind}",
            weight=Weight.ERROR,
            message=Text(
                f"Hier staat een persoonsgegeven: {KINDS[kind].nl}.", f"Personal data: {KINDS[kind].en}."
            ),
            places=(span,),
            settle=_SETTLE,
            masked=True,
        )
        for kind, span in _without_overlap(found)
    )


def masked(text: str, remarks: Iterable[Remark]) -> str:
    """The text with a block for each character at the places of masked remarks.

    It is as long as before, so that the places of all remarks stay right.
    """
    pieces, at = [], 0
    for _, span in _masked_places(remarks):
        start = max(span.start, at)
        end = min(max(span.end, start), len(text))
        pieces += [text[at:start], BLOCK * (end - start)]
        at = max(at, end)
    return "".join(pieces) + text[at:]


def redacted(text: str, remarks: Iterable[Remark]) -> str:
    """The text with a word in brackets, such as ``[naam]``, for each place of a masked remark."""
    pieces, at = [], 0
    for kind, span in _masked_places(remarks):
        if span.start < at:
            at = max(at, span.end)
            continue
        pieces += [text[at : span.start], f"[{_SHORT.get(kind, 'persoonsgegeven')}]"]
        at = span.end
    return "".join(pieces) + text[at:]


def masked_document(document: Document, remarks: Iterable[Remark]) -> Document:
    """The document with its text masked; blocks, links and places stay as they are.

    Targets of links to a person's mailbox are emptied of the address too.
    """
    links = tuple(
        replace(link, target="mailto:") if link.target.strip().lower().startswith("mailto:") else link
        for link in document.links
    )
    return replace(document, text=masked(document.text, remarks), links=links)


def _masked_places(remarks: Iterable[Remark]) -> list[tuple[str, Span]]:
    places = [
        (remark.rule.removeprefix(PREFIX), span)
        for remark in remarks
        if remark.masked
        for span in remark.places
    ]
    return sorted(places, key=lambda place: (place[1].start, -place[1].end))


def _without_overlap(found: Iterable[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """The places in order; of those that overlap one that holds them all, under the kind of the first."""
    kept: list[tuple[str, Span]] = []
    for kind, span in sorted(found, key=lambda one: (one[1].start, -one[1].end)):
        if kept and span.start < kept[-1][1].end:
            last, before = kept[-1]
            kept[-1] = last, Span(before.start, max(before.end, span.end))
        else:
            kept.append((kind, span))
    return kept
