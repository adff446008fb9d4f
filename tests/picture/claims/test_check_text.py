# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Checking a text that comes from no file: where its claims stand, and texts with little in them."""

from __future__ import annotations

import doctest
import re
from datetime import date
from pathlib import Path

import pytest

from baken.documents.document import text_document
from baken.model.claim import ClaimKind, ClaimVerdict, JudgedClaim, Way
from baken.picture.claims.check import check_claims, check_text

from ..helpers import EXAMPLE, picture

ON = date(2026, 5, 1)
PAGE = Path(__file__).resolve().parents[3] / "docs" / "claims.md"
SHOPS = "In 2025 waren er meer winkeldiefstallen dan in 2024."


def check(text: str) -> tuple[JudgedClaim, ...]:
    return check_text(text, picture(EXAMPLE, ON), ON)


def test_one_sentence() -> None:
    (one,) = check(SHOPS)
    assert (one.claim.kind, one.claim.way) == (ClaimKind.DIRECTION, Way.UP)
    assert one.claim.indicators == ("winkeldiefstal",)
    assert one.verdict is ClaimVerdict.SUPPORTED
    assert one.claim.sentence.of(SHOPS) == SHOPS
    assert one.figures


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "...", "Kop", "Wat vindt u van de veiligheid?"])
def test_a_text_that_asserts_nothing_gives_nothing(text: str) -> None:
    assert check(text) == ()


def test_places_are_those_of_the_text_as_it_is_read() -> None:
    text = (
        "Stand van zaken\n\n- " + SHOPS + "\n- Wij willen minder overlast.\n\n"
        "De vernielingen zijn tussen 2022\nen 2025 toegenomen, en ook dit is een zin die doorloopt."
    )
    read = text_document(text).text
    first, second = check(text)
    assert read != text
    assert first.claim.sentence.of(read) == SHOPS
    assert first.claim.words.of(read) in SHOPS
    assert second.claim.sentence.of(read).startswith("De vernielingen zijn tussen 2022 en 2025 toegenomen")
    for one in (first, second):
        assert (
            one.claim.sentence.start <= one.claim.words.start < one.claim.words.end <= one.claim.sentence.end
        )


def test_the_same_sentence_twice_stands_at_two_places() -> None:
    text = f"{SHOPS} {SHOPS}"
    first, second = check(text)
    assert first.claim.sentence.start == 0
    assert second.claim.sentence.start == len(SHOPS) + 1
    assert first.reason == second.reason


def test_it_finds_what_the_check_of_a_document_finds() -> None:
    text = f"Inleiding\n\n{SHOPS} De overlast is afgenomen dankzij de camera's."
    assert check(text) == check_claims(text_document(text), picture(EXAMPLE, ON), ON)
    assert [one.verdict for one in check(text)] == [
        ClaimVerdict.SUPPORTED,
        ClaimVerdict.CAUSE_WITHOUT_SOURCE,
    ]


def test_the_name_of_a_person_changes_nothing_and_is_in_no_answer() -> None:
    plain = "In 2025 waren er volgens de wijkraad meer winkeldiefstallen dan in 2024."
    named = plain.replace("de wijkraad", "mevrouw Truus Voorbeeldsma (72)")
    (without,), (one,) = check(plain), check(named)
    assert (one.verdict, one.reason, one.figures) == (without.verdict, without.reason, without.figures)
    said = (one.reason, one.carried, one.settle, one.newer)
    assert not [text for text in said if text and "Voorbeeldsma" in text.nl + text.en]


def test_figures_of_later_than_the_day_do_not_count() -> None:
    (early,) = check_text(SHOPS, picture(EXAMPLE, ON), date(2024, 6, 1))
    assert early.verdict is ClaimVerdict.NOT_JUDGEABLE


def test_the_example_on_the_page_about_claims_works() -> None:
    blocks = re.findall(r"^```pycon\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks):
        parsed = doctest.DocTestParser().get_doctest(block, {}, f"{PAGE.name} {number}", str(PAGE), 0)
        assert len(parsed.examples) > 3
        assert doctest.DocTestRunner().run(parsed).failed == 0
