# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The edition for residents on paper."""

from __future__ import annotations

from pathlib import Path

from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.pdf.typesetting import pdf_of
from baken.publications.residents.edition import residents_book

_LAYOUT = Path(__file__).parent / "residents.typ"
_CHART = 540
"""Narrower than in other documents, so that the letters in a chart are larger."""


def residents_pdf(safety: SafetyPicture, language: Language) -> bytes:
    """The edition for residents as PDF, tagged, fewer than eight pages of A4."""
    return pdf_of(residents_book(safety, language), _LAYOUT, _CHART)
