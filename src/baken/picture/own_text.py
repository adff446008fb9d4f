# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences that a picture publishes, held against its own figures before anybody reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from baken.documents.document import text_document
from baken.model.claim import ClaimVerdict, JudgedClaim
from baken.model.errors import PublicationError
from baken.model.text import Text
from baken.picture.claims.check import check_claims
from baken.picture.claims.reading import About
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture

# What no sentence of an edition may be: against the figures, or a cause without a study behind it.
REFUSED = (ClaimVerdict.CONTRADICTED, ClaimVerdict.CAUSE_WITHOUT_SOURCE)


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """A Dutch text of the picture, what it is about, and where it stands."""

    words: str
    about: About
    place: Text


def own_sentences(picture: SafetyPicture) -> Iterator[OwnSentence]:
    """Every sentence about the municipality and its areas that is made from figures, each once per area."""
    material = picture.material
    root = material.municipality.code
    for one in picture.highlights:
        name = material.catalogue.indicator(one.indicator).name
        place = Text(f"Wat opvalt: {name.nl}", f"What stands out: {name.en}")
        yield OwnSentence(one.sentence.nl, About(root), place)
    yield from _of_records(picture.records, root, material.municipality.name)
    for area in picture.local_areas:
        yield from _of_records(picture.local(area.code), area.code, area.name)


def _of_records(records: tuple[IndicatorPicture, ...], area: str, called: str) -> Iterator[OwnSentence]:
    for record in records:
        name = record.indicator.name
        place = Text(f"{name.nl}, {called}", f"{name.en}, {called}")
        if record.sentence is not None:
            yield OwnSentence(record.sentence.nl, About(area, record.indicator.id), place)
        if record.trend_sentence is not None:
            # A mean change per year is not the change between two years, which is what is held.
            yield OwnSentence(record.trend_sentence.nl, About(area), place)


def judged_sentences(picture: SafetyPicture) -> Iterator[tuple[OwnSentence, JudgedClaim]]:
    """The claims of these sentences, each with its verdict on the day of the picture."""
    for one in own_sentences(picture):
        for claim in check_claims(text_document(one.words), picture, picture.material.on, about=one.about):
            yield one, claim


def check_own_text(picture: SafetyPicture) -> None:
    """Refuse to publish a sentence that the figures contradict, or that names a cause nobody studied.

    Raises:
        PublicationError: names the first such sentence.

    """
    for one, found in judged_sentences(picture):
        if found.verdict in REFUSED:
            raise PublicationError(
                f"'{one.words}' ({one.place.en}): {found.verdict.value.replace('_', ' ')}.",
                do=f"Change the sentence or the figure, then build again. {found.reason.en}",
            )
