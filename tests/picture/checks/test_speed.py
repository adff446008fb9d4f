# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Text that makes a careless pattern walk back for ever."""

from time import process_time

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.lexicon_language import load_abbreviation_words, load_document_words, load_language
from baken.catalogue.lexicon_media import load_media
from baken.documents.document import Block, BlockKind, Document, Form
from baken.model.remark import Span
from baken.picture.checks.abbreviations import abbreviations_in
from baken.picture.checks.attachments import named_documents
from baken.picture.checks.language import language_remarks
from baken.picture.checks.media import media_items
from baken.picture.checks.near_misses import near_miss_remarks
from baken.picture.checks.summary import summary_remarks
from baken.picture.checks.unnamed import unnamed_remarks

from .seeds import found_personal

LENGTH = 300_000


@pytest.mark.parametrize("piece", ["a", "A", "Aa ", "1", "a.", "(", "”", "laat zien dan ", "a@", "Jan van "])
@pytest.mark.slow
def test_three_hundred_thousand_characters_take_seconds(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    document = Document("", Form.TEXT, text, (block,), (), 0)
    start = process_time()
    found_personal(document)
    language_remarks(document, load_language())
    near_miss_remarks(document, load_language())
    abbreviations_in(document, load_catalogue().abbreviations, load_abbreviation_words())
    media_items(document, load_media())
    named_documents(document, load_document_words())
    unnamed_remarks(document, load_document_words())
    summary_remarks(document, load_document_words())
    assert process_time() - start < 30
