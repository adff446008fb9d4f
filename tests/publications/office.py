# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Office files of the two towns, as the tests read them, and what LibreOffice makes of them."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from baken.documents.document import Document
from baken.documents.read_slides import read_slides
from baken.documents.read_word import read_word
from baken.model.claim import ClaimVerdict
from baken.model.text import Language
from baken.picture.claims.check import check_claims
from baken.picture.picture import SafetyPicture
from baken.publications.slides.presentation import slides_of
from baken.publications.word.documents import decision_of, indicator_table_of, proposal_of
from picture.helpers import published

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@cache
def slides(code: str, language: Language = Language.NL) -> bytes:
    return slides_of(published(code), language)


@cache
def proposal(code: str, language: Language = Language.NL) -> bytes:
    return proposal_of(published(code), language)


@cache
def decision(code: str, language: Language = Language.NL) -> bytes:
    return decision_of(published(code), language)


@cache
def indicator_table(code: str, language: Language = Language.NL) -> bytes:
    return indicator_table_of(published(code), language)


def pages_in_office(place: Path, files: dict[str, bytes]) -> dict[str, int]:
    """The number of pages that LibreOffice makes of each file."""
    for name, data in files.items():
        (place / name).write_bytes(data)
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{place}/home", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(place), *(str(place / name) for name in files)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    found = {}
    for name in files:
        with pikepdf.open((place / name).with_suffix(".pdf")) as made:
            found[name] = len(made.pages)
    return found


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return {name: held.read(name) for name in held.namelist()}


def times_in(data: bytes) -> set[tuple[int, ...]]:
    """Every time that stands beside a part, also those in workbooks."""
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        found = {tuple(one.date_time) for one in held.infolist()}
        for name in held.namelist():
            if name.endswith(".xlsx"):
                found |= times_in(held.read(name))
    return found


def read(data: bytes, name: str) -> Document:
    return read_word(Path(name), data) if name.endswith(".docx") else read_slides(Path(name), data)


def contradicted(document: Document, picture: SafetyPicture) -> list[str]:
    """The sentences of a document that the figures contradict."""
    judged = check_claims(document, picture, picture.material.on)
    return [
        one.claim.sentence.of(document.text) for one in judged if one.verdict is ClaimVerdict.CONTRADICTED
    ]


def fixed_words(picture: SafetyPicture) -> str:
    """What the catalogue itself says: definitions, units, breaks and guidance. It is about no one town."""
    catalogue = picture.material.catalogue
    texts = [one.definition for one in (catalogue.indicator(name) for name in picture.material.indicators)]
    texts += [catalogue.unit_of(catalogue.indicator(name)).label for name in picture.material.indicators]
    texts += [one.explanation for one in catalogue.breaks]
    texts += [one.text for one in catalogue.guidance.values()]
    return "\n".join(word for one in texts for word in (one.nl, one.en))
