# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The headline of a picture: the version that holds on its day, and what carries it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from baken.documents.document import text_document
from baken.model.claim import ClaimVerdict
from baken.model.errors import PublicationError
from baken.model.headline import Headline, HeadlineStatus
from baken.model.text import Text
from baken.picture.claims.check import check_claims
from baken.picture.claims.reading import About

if TYPE_CHECKING:
    from baken.picture.material import Material
    from baken.picture.picture import SafetyPicture


class EvidenceKind(StrEnum):
    """What can carry a headline."""

    DOCUMENT = "document"
    INDICATOR = "indicator"
    FINDING = "finding"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence in words; ``GONE`` is a finding that this picture does not make."""

    name: str
    kind: EvidenceKind
    said: Text


def headline_of(material: Material) -> Headline | None:
    """The newest version of the headline on the day of the picture."""
    known = [one for one in material.municipality.headlines if one.date <= material.on]
    return known[-1] if known else None


def earlier(material: Material) -> tuple[Headline, ...]:
    """The versions before it, the newest first."""
    known = [one for one in material.municipality.headlines if one.date <= material.on]
    return tuple(reversed(known[:-1]))


def evidence_of(picture: SafetyPicture, headline: Headline) -> tuple[Evidence, ...]:
    """What carries a headline, in its order."""
    return tuple(_evidence(picture, name) for name in headline.evidence)


def check_headline(picture: SafetyPicture) -> None:
    """Refuse a final edition whose headline is missing or a draft, or does not stand.

    It does not stand if the figures contradict it, or if a finding that carries it is gone.

    Raises:
        PublicationError: says which.

    """
    municipality = picture.material.municipality
    where = f"municipalities/{municipality.code}/headline.yaml"
    found = headline_of(picture.material)
    if found is None:
        raise PublicationError(
            f"the picture of {municipality.name} has no headline.", where=where, do="Write one with evidence."
        )
    if found.status is not HeadlineStatus.FINAL:
        evidence = f"{len(found.evidence)} pieces of" if found.evidence else "no"
        raise PublicationError(
            f"version {found.version} of the headline is a draft with {evidence} evidence.",
            where=where,
            do="Add a version with status final and at least one piece of evidence.",
        )
    _check_words(picture, found, where)
    gone = [one.name for one in evidence_of(picture, found) if one.kind is EvidenceKind.GONE]
    if gone:
        raise PublicationError(
            f"version {found.version} of the headline rests on '{gone[0]}', a finding that this picture "
            "does not make.",
            where=where,
            do="Name another piece of evidence.",
        )


def _check_words(picture: SafetyPicture, headline: Headline, where: str) -> None:
    """A final headline may not say what the figures contradict."""
    material = picture.material
    about = About(material.municipality.code)
    for claim in check_claims(text_document(headline.text.nl), picture, material.on, about=about):
        if claim.verdict is ClaimVerdict.CONTRADICTED:
            raise PublicationError(
                f"the figures contradict version {headline.version} of the headline: {claim.reason.en}",
                where=where,
                do="Write a new version.",
            )


def _evidence(picture: SafetyPicture, name: str) -> Evidence:
    material = picture.material
    if "/" in name:
        found = next((one for one in picture.findings if one.id == name), None)
        if found is None:
            return Evidence(name, EvidenceKind.GONE, Text(name, name))
        return Evidence(name, EvidenceKind.FINDING, found.sentence)
    paper = next((one for one in material.municipality.references if one.id == name), None)
    if paper is not None:
        return Evidence(name, EvidenceKind.DOCUMENT, Text(paper.title, paper.title))
    return Evidence(name, EvidenceKind.INDICATOR, material.catalogue.indicator(name).name)
