# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The two documents that the checks are tried on, masked, and makers of small ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from baken.catalogue.lexicon_media import load_media
from baken.catalogue.lexicon_personal import load_personal
from baken.documents.document import Document, read_document, text_document
from baken.model.remark import Remark
from baken.picture.checks.personal import masked_document, personal_remarks

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.exists(), reason="the supplied documents are not here")


@cache
def raw(name: str) -> Document:
    return read_document(next(SEEDS.glob(f"{name}_*.txt")))


@cache
def seed(name: str) -> Document:
    """The deck of 2026 ("000") or the proposal of 2023 ("004"), without personal data."""
    document = raw(name)
    return masked_document(document, found_personal(document))


def found_personal(document: Document) -> tuple[Remark, ...]:
    return personal_remarks(document, load_personal(), load_media())


def of(*blocks: str) -> Document:
    return text_document("\n\n".join(blocks))


def said(remarks: tuple[Remark, ...], document: Document) -> list[str]:
    """The words at the first place of each remark."""
    return [remark.places[0].of(document.text) for remark in remarks]


def rules(remarks: tuple[Remark, ...]) -> list[str]:
    return [remark.rule for remark in remarks]
