# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The edition for residents of the tests, made once."""

from __future__ import annotations

import re
from functools import cache

from baken.model.text import Language
from baken.publications.book.model import Book, Section
from baken.publications.residents.edition import all_words, residents_book
from baken.publications.residents.printing import residents_pdf
from picture.helpers import published

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@cache
def book(code: str, language: Language) -> Book:
    return residents_book(published(code), language)


@cache
def printed(code: str, language: Language) -> bytes:
    return residents_pdf(published(code), language)


def chapter(of: Book, title: str) -> Section:
    return next(one for one in of.chapters if one.title == title)


def section(of: Book, title: str) -> Section:
    """A section at any depth."""
    waiting = list(of.chapters)
    while waiting:
        one = waiting.pop()
        if one.title == title:
            return one
        waiting += one.sections
    raise LookupError(title)


def words(*sections: Section) -> str:
    return " ".join(all_words(sections))
