# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Comparing texts of a table as a person does: not by capitals, spaces or kinds of quotation mark."""

from __future__ import annotations

import re
import unicodedata

from baken.model.number import parse_number

_ALIKE = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2011": "-"}
)
_NO_WORD = re.compile(r"[^\w%]+")


def normal(text: str) -> str:
    """The text by which two labels are the same."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_ALIKE).casefold().split())


def words(text: str) -> str:
    """The words of a label only, without accents and signs."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )
    # Figures keep their thousands point: "1.000" and "1,000" are the same in two languages.
    joined = re.sub(r"(?<=\d)[.,](?=\d)", "", plain.casefold())
    return " ".join(_NO_WORD.sub(" ", joined).split())


def is_number_like(text: str) -> bool:
    """Whether a text is a number in some notation."""
    for locale in ("nl", "en", "plain"):
        try:
            parse_number(text.strip().removesuffix("%").strip(), locale)
        except ValueError:
            continue
        return True
    return False
