# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.disclosure.personal.allowed import Allowed, digest_of, load_allowed, not_allowed
from baken.disclosure.personal.hits import Kind
from baken.disclosure.personal.masking import masked, redacted
from baken.disclosure.personal.outputs import scan_outputs
from baken.disclosure.personal.scan import scan_text
from baken.model.errors import InputError

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
DAY = date(2026, 11, 1)


def said(text: str) -> list[tuple[str, str]]:
    return [(hit.kind.value, hit.span.of(text)) for hit in scan_text(text)]


@pytest.mark.requirement("DEV-20", "TRAP-29")
@pytest.mark.skipif(not SEEDS.exists(), reason="the supplied documents are not here")
def test_the_persons_of_the_deck_are_found_masked_and_keep_it_from_publication() -> None:
    text = next(SEEDS.glob("000_*.txt")).read_text("utf-8")
    lines = text.split("\n")
    hits = scan_text(text)
    at = {text.count("\n", 0, hit.span.start) + 1: hit for hit in hits}
    assert {108, 110, 126, 130} <= set(at)
    shown = masked(text, hits).split("\n")
    assert [len(line) for line in shown] == [len(line) for line in lines]
    for number in (108, 110, 126, 130):
        assert at[number].span.of(text) not in "\n".join(shown)
    assert scan_outputs([("deck.txt", text)])
    assert not_allowed(text, hits, ()) == hits
    assert scan_text(redacted(text, hits)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mijn buurvrouw Anneke de Wit (72) klaagt.", [("name", "Anneke de Wit (72)")]),
        ("Met vriendelijke groet,\nJ. Voorbeeld", [("name", "J. Voorbeeld")]),
        ("De verdachte Jan B. (31) zweeg.", [("name", "Jan B. (31)")]),
        ("naam;telefoon\nVan Verzonnen;0612345678", [("phone", "0612345678")]),
        ("melder;wijk\nVan Verzonnen;Oost", [("name", "Van Verzonnen")]),
        (
            "Bel 0032 470 12 34 56 of +49 151 23456789.",
            [("phone", "0032 470 12 34 56"), ("phone", "+49 151 23456789")],
        ),
        (
            "BVH-nummer 2025-123456 en PL2300-2025123456.",
            [("case", "2025-123456"), ("case", "PL2300-2025123456")],
        ),
        ("Kenteken XX999X gezien.", [("plate", "XX999X")]),
        ("BSN 111222333, niet 111222334.", [("bsn", "111222333")]),
        ("bsn;postcode;huisnummer\n111222333;1234AB;12", [("bsn", "111222333"), ("address", "1234AB;12")]),
    ],
)
def test_each_form_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De Jong Advocaten, de Van Goghstraat en wijk Willem.",
        "In mei en augustus stemde Leefbaar Waterhoek met D66 mee.",
        "Indicator 1.1.1 staat op 12.345.678 euro; op 01-02-2003 12:30 was het 5.",
        "In 1234 AB en 1235 AC wonen 340 mensen; de Wet Bibob geldt.",
        "Burgemeester Zorin Kwastenveld en raadslid Kwastenveld (VVD) spraken.",
        "Volgens Kwast (2019) en Verf e.a. (2020) klopt dit.",
    ],
)
def test_what_names_nobody_is_no_hit(text: str) -> None:
    assert said(text) == []


def test_a_surname_is_found_again_where_it_stands_alone() -> None:
    text = "Inspreker Rob Kwastenveld heeft het woord.\nKwastenveld: het is te druk."
    assert [words for _, words in said(text)] == ["Rob Kwastenveld", "Kwastenveld"]


def test_what_is_allowed_with_a_reason_blocks_no_longer() -> None:
    text = "Inspreker Rob Kwastenveld, 06-12345678."
    name = Allowed(kind=Kind.NAME, words="rob  kwastenveld", reason="gaf toestemming", author="fg", on=DAY)
    left = not_allowed(text, scan_text(text), (name,))
    assert [hit.kind for hit in left] == [Kind.PHONE]
    hidden = Allowed(
        kind=Kind.PHONE,
        digest=digest_of(Kind.PHONE, "06-12345678"),
        reason="van de balie",
        author="fg",
        on=DAY,
    )
    assert scan_outputs([("a.txt", text)], (name, hidden)) == ()


@pytest.mark.parametrize("wrong", [{"reason": " "}, {"words": ""}, {"digest": "0" * 64}, {"author": ""}])
def test_nothing_is_allowed_without_words_reason_and_author(wrong: dict[str, str]) -> None:
    given = {"words": "Rob Kwastenveld", "reason": "gaf toestemming", "author": "fg"} | wrong
    with pytest.raises(ValueError, match=r"give|say"):
        Allowed(kind=Kind.NAME, on=DAY, **given)


def test_the_list_of_what_is_allowed_is_read_with_its_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "allowed.yaml"
    assert load_allowed(path) == ()
    entry = "- {kind: name, words: Rob Kwastenveld, reason: gaf toestemming, author: fg, on: 2026-11-01}\n"
    path.write_text(entry, "utf-8")
    assert load_allowed(path)[0].on == DAY
    path.write_text(entry * 2, "utf-8")
    with pytest.raises(InputError, match="twice"):
        load_allowed(path)


def test_a_page_is_read_as_a_reader_sees_it() -> None:
    page = (
        "<html><body>\n<p>Mijn buurvrouw <b>Anneke</b> de&nbsp;Wit</p>\n"
        "<p>Inspreker <b>Rob</b>\nKwastenveld</p>"
        "<img alt=\"Bel 06-12345678\"><a href='mailto:r.kwast@voorbeeld.nl'>mail</a></body></html>"
    )
    hits = scan_outputs([("index.html", page)])
    assert [hit.kind for hit in hits if hit.kind is not Kind.NAME] == [Kind.PHONE, Kind.MAIL]
    assert [page[hit.span.start : hit.span.end] for hit in hits if hit.kind is Kind.PHONE] == ["06-12345678"]
    assert any(hit.line == 3 for hit in hits if hit.kind is Kind.NAME)


def test_a_line_that_comes_back_is_reported_each_time() -> None:
    text = "Kop\nInspreker Rob Kwastenveld sprak.\nSlot"
    hits = scan_outputs([("a.txt", text), ("b.txt", text), ("c.txt", "Nieuw\n" + text)])
    assert [(hit.name, hit.line) for hit in hits] == [("a.txt", 2), ("b.txt", 2), ("c.txt", 3)]


@given(st.text(max_size=300))
def test_any_text_is_scanned_and_masked_to_its_length(text: str) -> None:
    hits = scan_text(text)
    assert len(masked(text, hits)) == len(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(hits))
    scan_outputs([("a.html", text)])


@pytest.mark.parametrize(
    "piece", ["a", "A", "A.-", "van de ", "0", "06 ", "0-", "1.", "((", "a@", "9", "a;", "Aa-", "AB12"]
)
def test_a_long_text_of_one_piece_takes_less_than_a_second(piece: str) -> None:
    scan_text("warm")
    text = (piece * (300_000 // len(piece) + 1))[:300_000]
    start = time.process_time()
    scan_text(text)
    assert time.process_time() - start < 1


def test_a_hundred_pages_take_less_than_a_second() -> None:
    line = "In wijk {0} daalde het aantal woninginbraken in 2025 met {0} procent, meldt de gemeente.\n"
    pages = [
        (f"{n}.html", "<p>" + "</p>\n<p>".join(line.format(n * 40 + i) for i in range(35)) + "</p>")
        for n in range(100)
    ]
    scan_outputs(pages[:1])
    start = time.process_time()
    assert scan_outputs(pages) == ()
    assert time.process_time() - start < 1
