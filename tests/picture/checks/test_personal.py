# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.disclosure.personal.numbers import is_iban, is_service_number
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text
from baken.picture.checks.personal import masked, redacted

from .seeds import found_personal, needs_seeds, of, raw, rules, said, seed


@pytest.mark.requirement("DEV-20", "TRAP-29")
@needs_seeds
def test_the_suspect_and_the_journalists_of_the_deck_are_found_and_masked() -> None:
    document = raw("000")
    found = found_personal(document)
    assert [(one.rule, document.place(one.places[0]).line) for one in found] == [
        ("personal-author", 108),
        ("personal-author", 110),
        ("personal-name", 126),
        ("personal-author", 130),
    ]
    assert all(one.masked and one.weight is Weight.ERROR for one in found)
    for one in found:
        for part in re.findall(r"\w{3,}", one.places[0].of(document.text)):
            assert part not in one.message.nl + one.message.en
            assert part not in seed("000").text
    assert "(29)" not in redacted(document.text, found)


@needs_seeds
def test_a_roll_call_is_public() -> None:
    assert found_personal(raw("004")) == ()


@pytest.mark.parametrize(
    ("sentence", "rule", "words"),
    [
        ("De politie hield Teun P. (34) aan.", "personal-name", "Teun P. (34)"),
        ("Een 41-jarige Karim El Voorbeeld werd gehoord.", "personal-name", "Karim El Voorbeeld"),
        ("De verdachte Zorin Kwastenveld zweeg.", "personal-name", "Zorin Kwastenveld"),
        ("Volgens mevrouw De Verzinnaar is het lawaai.", "personal-name", "De Verzinnaar"),
        ("Foto: Zorin Kwastenveld", "personal-author", "Zorin Kwastenveld"),
        ("Vraag het aan z.kwast@voorbeeld.nl.", "personal-mail", "z.kwast@voorbeeld.nl"),
        ("Bel 06-12345678 na zessen.", "personal-phone", "06-12345678"),
        ("Bel 043 350 40 40 na zessen.", "personal-phone", "043 350 40 40"),
        ("Zijn nummer is 111222333.", "personal-bsn", "111222333"),
        ("Rekening NL91 ABNA 0417 1643 00.", "personal-iban", "NL91 ABNA 0417 1643 00"),
        ("Een auto met kenteken XX-123-Y.", "personal-plate", "XX-123-Y"),
        ("Hij woont in de Verzonnenstraat 12.", "personal-address", "Verzonnenstraat 12"),
        ("Post naar 1234 AB 56.", "personal-address", "1234 AB 56"),
        ("Zij is geboren op 3 mei 1990.", "personal-birth", "3 mei 1990"),
    ],
)
def test_each_kind_is_found(sentence: str, rule: str, words: str) -> None:
    document = of(sentence)
    found = found_personal(document)
    assert rules(found) == [rule]
    assert said(found, document) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "Burgemeester Zorin Kwastenveld opent de vergadering.",
        "Mail naar info@waterhoek.nl of bel 14 043, 112 of 0800-1205.",
        "Zaaknummer 2022.18345 en bedrag 1.250.000.",
        "In de Verzonnenstraat 12 woningen gesloten.",
        "Een 29-jarige Rotterdammer is aangehouden.",
        "Bijlage B. hoort bij artikel 38b.",
        "Postbus 1234 AB.",
        "Het Openbaar Ministerie en de Leefbare Wijken.",
    ],
)
def test_what_names_nobody_is_left_alone(sentence: str) -> None:
    assert found_personal(of(sentence)) == ()


def test_signatures_are_public() -> None:
    blocks = ["Voorstel"] * 20 + ["Aldus besloten in de vergadering.", "de griffier,", "mw. Z. Kwastenveld"]
    assert found_personal(of(*blocks)) == ()


def test_the_check_digits_are_checked() -> None:
    assert is_service_number("111222333")
    assert not is_service_number("111222334")
    assert not is_service_number("000000000")
    assert is_iban("NL91ABNA0417164300")
    assert not is_iban("NL92ABNA0417164300")


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 70), st.integers(0, 20)), max_size=5))
def test_a_masked_text_keeps_its_length_and_shows_nothing(text: str, places: list[tuple[int, int]]) -> None:
    remarks = [
        Remark(
            rule="personal-name",
            weight=Weight.ERROR,
            message=Text("", ""),
            places=(Span(start, start + length),),
            masked=True,
        )
        for start, length in places
    ]
    shown = masked(text, remarks)
    assert len(shown) == len(text)
    for start, length in places:
        assert set(shown[start : start + length]) <= {"█"}
    redacted(text, remarks)


def test_a_redacted_text_says_what_was_there() -> None:
    document = of("Mail z.kwast@voorbeeld.nl of Teun P. (34).")
    assert redacted(document.text, found_personal(document)) == "Mail [e-mail] of [naam]."
