# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Two documents of one municipality held against each other: their themes and their words."""

from __future__ import annotations

from dataclasses import dataclass

from baken.catalogue.lexicon_language import load_document_words
from baken.catalogue.lexicon_media import load_media
from baken.catalogue.lexicon_personal import load_personal
from baken.documents.document import Document
from baken.model.remark import Remark, Weight
from baken.model.text import Text
from baken.picture.checks.personal import masked_document, personal_remarks
from baken.picture.checks.terms import term_remarks
from baken.picture.checks.theme_lists import Crosswalk, ThemeList, crosswalk, theme_lists, theme_remarks
from baken.picture.picture import SafetyPicture


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedDocuments:
    """An earlier and a later document, both without personal data, and what differs between them.

    ``themes`` holds their lists of themes side by side; None where one of them has no such list. The places
    of the remarks are in the later document, except of ``themes-no-list``, which has none.
    """

    first: Document
    second: Document
    themes: Crosswalk | None
    remarks: tuple[Remark, ...]


def compare_documents(first: Document, second: Document, picture: SafetyPicture) -> ComparedDocuments:
    """Hold two documents against each other.

    Args:
        first: the earlier document, by whose ``name`` the remarks call it.
        second: the later one.
        picture: of the municipality that both are about; it gives the country and its glossary.
    """
    country = picture.material.municipality.country
    before, after = _masked(first, country), _masked(second, country)
    lists = _themes(before, country), _themes(after, country)
    found = crosswalk(lists[0], lists[1]) if lists[0] and lists[1] else None
    named = _names(before, after)
    about = (
        theme_remarks(found, named)
        if found
        else tuple(_no_list(name) for name, one in zip(named, lists, strict=True) if one is None)
    )
    terms = term_remarks((before, after), picture.material.catalogue.glossary)
    return ComparedDocuments(first=before, second=after, themes=found, remarks=(*about, *terms))


def _masked(document: Document, country: str) -> Document:
    """The names of themes are repeated in remarks, so personal data goes first."""
    found = personal_remarks(document, load_personal(country), load_media(country))
    return masked_document(document, found)


def _themes(document: Document, country: str) -> ThemeList | None:
    """The list of themes of a document; of several the longest, and of equally long ones the first."""
    found = theme_lists(document, load_document_words(country))
    return max(found, key=lambda one: len(one.names), default=None)


def _names(first: Document, second: Document) -> tuple[str, str]:
    """What the remarks call the two; a document without a name is the first or the second."""
    return first.name or "document 1", second.name or "document 2"


def _no_list(name: str) -> Remark:
    return Remark(
        rule="themes-no-list",
        weight=Weight.NOTE,
        message=Text(f"{name} heeft geen lijst van thema's.", f"{name} has no list of themes."),
    )
