# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Letters that the font of a book does not have, and words that no line can hold."""

from __future__ import annotations

import pytest

from baken.publications.book.model import Paragraph
from baken.publications.pdf.letters import broken, readable
from baken.publications.pdf.typesetting import pdf_of
from publications.pdf.test_pdf import book, text_of


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("’s-Gravenhage, Łódź, Señorío: −1,5 ≈ 2 €", "’s-Gravenhage, Łódź, Señorío: −1,5 ≈ 2 €"),
        ("القدس en 北京", "????? en ??"),
        ("e\u0301e\u0301n", "één"),
        ("å\u030a", "å"),
    ],
)
def test_a_letter_without_a_shape_is_a_question_mark(given: str, shown: str) -> None:
    assert readable(given) == shown


def test_a_book_with_letters_of_any_script_is_made() -> None:
    assert "Wijk ????? en ??" in text_of(pdf_of(book(Paragraph("Wijk القدس en 北京"))))


def test_a_word_without_end_may_be_broken_and_another_word_not() -> None:
    assert broken("x" * 31) == "x" * 15 + "\u00ad" + "x" * 15 + "\u00adx"
    assert broken("Gasselternijveenschemond") == "Gasselternijveenschemond"
