# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The edition for residents on paper: short, by the standards, and with the same words as the page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import page
import pypdfium2  # type: ignore[import-untyped]
import pytest

from baken.model.policy import Theme, ThemeKind
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.residents.choosing import ALL, themes_told
from baken.publications.residents.edition import running_texts
from baken.publications.residents.printing import residents_pdf
from picture.helpers import EXAMPLE, MAASTRICHT, published

from .told import book, printed

TOWNS, LANGUAGES = [MAASTRICHT, EXAMPLE], list(Language)
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
FEWER_THAN = 8


def texts(data: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [one.get_textpage().get_text_range() for one in document]
    finally:
        document.close()


def bare(text: str) -> str:
    """Without spaces and line ends, and without the mark of a word that was broken."""
    return re.sub(r"[\s\u00a0\ufffe]+", "", text)


@pytest.mark.requirement("COM-06")
@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_fewer_than_eight_pages(code: str, language: Language) -> None:
    assert 2 <= len(texts(printed(code, language))) < FEWER_THAN


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_meets_the_standards_for_access_and_archives(language: Language, profile: Any) -> None:
    report = page.validate_pdf_bytes(printed(EXAMPLE, language), profile=profile)
    assert report.is_compliant, [str(one) for one in report.failures[:3]]


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert residents_pdf(published(MAASTRICHT), Language.NL) == printed(MAASTRICHT, Language.NL)


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_holds_every_sentence_of_its_source(code: str, language: Language) -> None:
    # A foot of the page may stand inside a sentence.
    feet = f"{book(code, language).title} {book(code, language).stamp[0]}"
    whole = bare(re.sub(rf"{re.escape(feet)}\s*\d", "", "\n".join(texts(printed(code, language)))))
    missing = [one for one in running_texts(book(code, language).chapters) if bare(one) not in whole]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_a_theme_for_every_indicator_it_still_is_short(language: Language) -> None:
    safety = published(EXAMPLE)
    municipality = safety.material.municipality
    many = tuple(
        Theme(
            id=f"thema-{number}",
            kind=ThemeKind.THEME,
            name=Text(f"Thema {number} over {name}", f"Theme {number} on {name}"),
            labels=(),
            owner="",
            indicators=(name,),
        )
        for number, name in enumerate(safety.material.indicators, start=1)
    )
    changed = SafetyPicture(replace(safety.material, municipality=replace(municipality, themes=many)))
    told = themes_told(changed)
    assert sum(len(one.records) for one in told) == ALL
    assert any(one.held and not one.records for one in told)
    assert len(texts(residents_pdf(changed, language))) < FEWER_THAN
