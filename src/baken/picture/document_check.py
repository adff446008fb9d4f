# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that is checked of a document: its claims, what it says of the council, its form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from baken.catalogue.lexicon_language import (
    load_abbreviation_words,
    load_document_words,
    load_language,
    load_languages,
)
from baken.catalogue.lexicon_media import load_media
from baken.catalogue.lexicon_personal import load_personal
from baken.council.fuzzy_dates import read_dates
from baken.council.meeting import read_meeting
from baken.documents.document import Document
from baken.model.area import AreaLevel
from baken.model.remark import Remark, Weight
from baken.model.text import Text
from baken.picture.checked import CheckedDocument
from baken.picture.checks.abbreviations import AbbreviationUse, abbreviation_remarks, abbreviations_in
from baken.picture.checks.ageing import ageing_remarks
from baken.picture.checks.attachments import NamedDocument, attachment_remarks, named_documents
from baken.picture.checks.language import language_remarks
from baken.picture.checks.links import link_remarks
from baken.picture.checks.media import KnownPlace, MediaItem, media_items
from baken.picture.checks.media_remarks import media_remarks
from baken.picture.checks.near_misses import near_miss_remarks
from baken.picture.checks.personal import masked_document, personal_remarks
from baken.picture.checks.summary import activity_remarks, summary_remarks
from baken.picture.checks.terms import term_remarks
from baken.picture.checks.unnamed import unnamed_remarks
from baken.picture.checks.written_in import written_in
from baken.picture.claims.check import check_claims
from baken.picture.document_council import CouncilPart, council_remarks, read_council
from baken.picture.document_lists import listings
from baken.picture.picture import SafetyPicture
from baken.picture.unheld import CODE as UNHELD


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Checking:
    """A document, without personal data, with what it is checked with."""

    document: Document
    picture: SafetyPicture
    said: date
    personal: tuple[Remark, ...]
    media: tuple[MediaItem, ...]
    council: CouncilPart
    uses: tuple[AbbreviationUse, ...]
    named: tuple[NamedDocument, ...]
    language: str

    @property
    def country(self) -> str:
        return self.picture.material.municipality.country

    @property
    def own_language(self) -> str:
        """The language that the rules of the country are written for: the first of its languages."""
        return next(iter(self.picture.material.catalogue.country.languages), "")

    @property
    def is_foreign(self) -> bool:
        """Whether it is in another language, of which no rule knows the words."""
        return self.language not in ("", self.own_language)


def check_document(document: Document, picture: SafetyPicture, said: date | None = None) -> CheckedDocument:
    """Check a document against the picture of the municipality that it is about.

    Args:
        document: what was read.
        picture: of the municipality.
        said: the day on which the document speaks; otherwise the day of the meeting that it names, or the
            newest day in it, or the day of the picture.
    """
    municipality = picture.material.municipality
    country = municipality.country
    personal = personal_remarks(document, load_personal(country), load_media(country))
    # All else is looked for in the text without personal data, so that no message or list can repeat any.
    bare = masked_document(document, personal)
    found = said or date_in(bare, picture.material.on)
    language = written_in(bare.text, load_languages())
    checking = _Checking(
        document=bare,
        picture=picture,
        said=found or picture.material.on,
        personal=personal,
        media=media_items(bare, load_media(country), _known_places(picture)),
        council=read_council(bare.text),
        uses=_abbreviations(bare, picture),
        named=_named(bare, picture),
        language=language.code if language else "",
    )
    remarks = sorted(
        (*_of_area(checking), *_of_form(checking), *_of_council(checking), *_of_content(checking)),
        key=lambda one: one.places,
    )
    council = checking.council
    return CheckedDocument(
        document=document,
        area=municipality.code,
        area_name=municipality.name,
        said=checking.said,
        said_known=found is not None,
        claims=check_claims(
            bare, picture, checking.said, apart=tuple(one.headline for one in checking.media)
        ),
        remarks=tuple(remarks),
        listings=listings(bare.text, council, checking.uses, checking.named, checking.media),
        council=council,
        language=checking.language,
        read_in=checking.own_language,
    )


def _abbreviations(document: Document, picture: SafetyPicture) -> tuple[AbbreviationUse, ...]:
    material = picture.material
    words = load_abbreviation_words(material.municipality.country)
    return abbreviations_in(document, material.catalogue.abbreviations, words)


def _named(document: Document, picture: SafetyPicture) -> tuple[NamedDocument, ...]:
    """The documents that it names; held are those of which the municipality's references give an address."""
    municipality = picture.material.municipality
    held = tuple(one.title for one in municipality.references if one.address)
    return named_documents(document, load_document_words(municipality.country), held)


def date_in(document: Document, today: date) -> date | None:
    """The day on which a document speaks: that of its meeting, or the newest past one in it."""
    meeting = read_meeting(document.text).on
    if meeting is not None:
        return meeting
    days = (one.latest for one in read_dates(document.text, today) if one.earliest == one.latest)
    return max((day for day in days if day is not None and day <= today), default=None)


def _known_places(picture: SafetyPicture) -> tuple[KnownPlace, ...]:
    """The municipality, what is in it, and what it lies in; the widest last."""
    material = picture.material
    own = material.municipality.name
    wider = [material.register[code] for code in material.municipality.within]
    return (
        *(KnownPlace(one.name, one.level.value, own) for one in picture.local_areas),
        KnownPlace(own, AreaLevel.MUNICIPALITY.value),
        *(KnownPlace(one.name, one.level.value) for one in wider),
    )


def _of_area(checking: _Checking) -> Iterator[Remark]:
    """That nothing is held of the municipality, where that is so."""
    municipality = checking.picture.material.municipality
    if municipality.code == UNHELD:
        name = municipality.name
        yield Remark(
            rule="area-unheld",
            weight=Weight.NOTE,
            message=Text(
                f"Van {name} zijn hier geen cijfers. Beweringen over {name} zijn daarom niet te beoordelen.",
                f"No figures of {name} are held here. Claims about {name} can therefore not be judged.",
            ),
            settle=Text("Importeer de cijfers van de gemeente.", "Import the figures of the municipality."),
        )


def _of_form(checking: _Checking) -> Iterator[Remark]:
    """Links, words, abbreviations, personal data: what can be said without knowing the subject."""
    document, country = checking.document, checking.country
    yield from checking.personal
    yield from link_remarks(document)
    if not checking.is_foreign:
        yield from language_remarks(document, load_language(country))
        yield from near_miss_remarks(document, load_language(country))
    yield from abbreviation_remarks(checking.uses)
    yield from term_remarks((document,), checking.picture.material.catalogue.glossary)


def _of_content(checking: _Checking) -> Iterator[Remark]:
    """Documents that are named, age of figures, media, unnamed areas, the summary."""
    document, material = checking.document, checking.picture.material
    words = load_document_words(checking.country)
    yield from attachment_remarks(checking.named)
    yield from media_remarks(checking.media)
    if checking.is_foreign:
        return
    yield from ageing_remarks(document, checking.said, material.catalogue.country.fresh_months, words)
    local = tuple(one.name for one in checking.picture.local_areas)
    yield from unnamed_remarks(document, words, local)
    yield from summary_remarks(document, words)
    yield from activity_remarks(document, words)


def _of_council(checking: _Checking) -> Iterator[Remark]:
    """What was read of the council."""
    programmes = checking.picture.material.municipality.programmes
    words = load_document_words(checking.country)
    yield from council_remarks(checking.council, checking.document, checking.said, programmes, words)
