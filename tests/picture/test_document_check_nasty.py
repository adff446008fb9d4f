# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that nobody means well: the check answers, in time that grows no faster than the text."""

from __future__ import annotations

import random
import time
from datetime import date

import pytest

from baken.documents.document import text_document
from baken.picture.document_check import check_document

from .helpers import EXAMPLE, picture

ON = date(2026, 5, 1)
_RANDOM = random.Random(7)
SENTENCE = "de criminaliteit daalde in 2024 met 12 procent door de aanpak in Noord en het geweld steeg "
PIECES = {
    "one sentence": SENTENCE,
    "one word": "criminaliteit",
    "one number": "".join(_RANDOM.choice("0123456789") for _ in range(97)),
    "numbers": "12 4,5 1.203 2024 -3 ",
    "capitals": "DE CRIMINALITEIT DAALDE IN 2024 MET 12 PROCENT. ",
    "names of nobody": "Abc Defg Hij Klmno ",
    "abbreviations": "ABC DEF (GHI) Pqr ",
    "right to left": "\u202eDe criminaliteit\u200f daalde\u202c in 2024. ",
    "pictures": "De 🚓 criminaliteit 👮🏽‍♀️ daalde 📉 in 2024 ❤️. ",
    "nul": "De crimi\x00naliteit da\x00alde in 2024.\x00 ",
    "letters that grow": "İ ﬁ ß geweld steeg. ",
    "half a letter": "geweld \ud800 steeg in 2024. ",
    "items": "- Het geweld is toegenomen met 4 procent\n",
    "empty items": "- \n",
    "a table": "geweld | 6,4 | 6,1 | 6,7\n",
    "tabs": "geweld\t2019\t2020\t2021\n",
    "commas": "geweld steeg, ",
    "than": "meer overlast dan ",
    "open brackets": "(",
    "quotes": '"',
    "dots": ".",
    "dashes": "- ",
    "open links": "[",
    "dead links": "[x](#) ",
    "voters": "dhr. Jansen (ABC), ",
    "dates": "1 januari 2023 ",
    "loose dates": "begin 2027 ",
    "programmes": "Meerjarenprogramma Veiligheid 2023-2026 ",
    "articles": "artikel 38b lid 1 ",
    "shares": "een op de vijf ",
    "changes": "van 3,5 naar 1,1 ",
    "feelings": "voel zich onveilig ",
    "mailboxes": "a@",
}
ENGLISH = "Crime fell by 12 per cent in 2024 thanks to the approach. Burglary is higher than the average. "
GERMAN = (
    "Die Kriminalität ist 2024 um 12 Prozent gesunken. Der Dealer wurde gefasst, der Überfall war schwer. "
)


def _of(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


@pytest.mark.parametrize("name", PIECES)
def test_anything_is_answered(name: str) -> None:
    document = text_document(_of(PIECES[name], 12_000))
    found = check_document(document, picture(EXAMPLE, ON))
    assert len(found.shown) == len(document.text)
    for one in found.claims:
        assert 0 <= one.claim.words.start < one.claim.words.end <= len(document.text)


@pytest.mark.slow
@pytest.mark.parametrize("name", PIECES)
def test_three_hundred_thousand_characters_take_seconds(name: str) -> None:
    """A page holds some 3,000 characters and few claims; thousands of claims take about 1.5 ms each."""
    document = text_document(_of(PIECES[name], 300_000))
    started = time.process_time()
    found = check_document(document, picture(EXAMPLE, ON))
    taken = time.process_time() - started
    assert taken < 10 + 0.003 * (len(found.claims) + len(document.blocks)), taken


@pytest.mark.parametrize("text", ["", " ", "\n", "\ufeff", "x", "?", "Geweld", "."])
def test_next_to_nothing_is_answered(text: str) -> None:
    assert check_document(text_document(text), picture(EXAMPLE, ON)).claims == ()


@pytest.mark.parametrize("text", [ENGLISH, GERMAN])
def test_another_language_makes_no_claim(text: str) -> None:
    assert check_document(text_document(text * 5), picture(EXAMPLE, ON)).claims == ()


def test_a_long_line_of_digits_is_no_heading() -> None:
    """Such a line once took the age of the universe to be told from a numbered heading."""
    started = time.process_time()
    text_document(f"{'1234567890' * 400} x\n\nGewone tekst.")
    assert time.process_time() - started < 1
