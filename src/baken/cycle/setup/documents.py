# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in documents, how one stands to another, decision points and moments."""

from __future__ import annotations

from datetime import date
from typing import Any

from baken.catalogue.cycle_entries import DocumentEntry
from baken.catalogue.cycle_records import DocumentFile
from baken.cycle.calendar.words import said
from baken.cycle.facts import rules
from baken.cycle.models import DecisionPoint, Document, DocumentLink, MomentRecord
from baken.cycle.setup.putting import Putter
from baken.model.cycle_rules import LooseWords

_AS_TOLD = (
    "kind",
    "title",
    "original_title",
    "also_called",
    "held",
    "visibility",
    "adopted_by_others",
    "consulted",
    "department",
    "number",
    "start",
    "end",
    "dated",
    "dated_words",
    "shared_on",
    "due_words",
    "alternatives",
    "legal_basis",
    "sdgs",
    "link",
    "source",
    "note",
)


def put_documents(putter: Putter, told: DocumentFile) -> None:
    """Documents with their decision points, and the relations between them."""
    loose = rules().loose
    for one in told.documents:
        document = putter.put(Document, one.id, _document(one, loose), one.source)
        for number, text in enumerate(one.points, 1):
            values = {"proposal": document, "number": number, "text": text}
            putter.put(DecisionPoint, f"{one.id}-{number}", values, one.source)
    for link in told.links:
        values = {
            "source": document_of(link.document),
            "relation": link.relation,
            "target": document_of(link.to),
            "note": link.source,
        }
        putter.put(
            DocumentLink, f"{link.document[:24]}-{link.relation[:10]}-{link.to[:24]}", values, link.source
        )


def put_moments(putter: Putter, told: DocumentFile) -> None:
    """Moments as their words, with the days that these allow by the rules of the country."""
    loose = rules().loose
    for one in told.moments:
        earliest, latest = _days(one.words, loose, one.said_on)
        values = {
            "kind": one.kind,
            "title": one.title,
            "words": one.words,
            "earliest": earliest,
            "latest": latest,
            "realised": one.realised,
            "about": document_of(one.about),
            "year": one.year,
            "source": one.source,
            "said_on": one.said_on,
        }
        putter.put(MomentRecord, one.id, values, one.source)


def take_document_steps(putter: Putter, told: DocumentFile) -> None:
    """The steps that documents took, in the order of the file."""
    for one in told.documents:
        if one.steps:
            putter.take(Document.objects.get(pk=one.id), one.steps)


def document_of(key: str) -> Document | None:
    """The document with an id; None for none."""
    return Document.objects.get(pk=key) if key else None


def _document(one: DocumentEntry, loose: LooseWords) -> dict[str, Any]:
    earliest, latest = _days(one.due_words, loose, one.dated)
    values = {name: getattr(one, name) for name in _AS_TOLD}
    values |= {"owner": one.owner or "", "due_earliest": earliest, "due_latest": latest}
    return values | ({"status": one.status} if one.status else {})


def _days(words: str, loose: LooseWords, on: date | None) -> tuple[date | None, date | None]:
    """The first and last day that loose words allow; nothing for no words."""
    if not words:
        return None, None
    when = said(words, loose, on)
    return when.earliest, when.latest
