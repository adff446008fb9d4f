# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Personal data that are known by their form: numbers, addresses of a mailbox, a telephone or a house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.model.remark import Span

Found = tuple[str, Span]

_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(r"(?<![\w./-])(?:\+31|0031|0)(?:[ -]?\(0\))?(?:[ -]?\d){8,9}(?![\w/]|[-.]\d)")
_NINE = re.compile(r"(?<![\w.,/-])\d(?:[ .]?\d){7,8}(?![\w/]|[-.,]\d)")
_SERVICE_LABEL = re.compile(
    r"(?:\bbsn|burgerservicenummer|sofinummer)\W{0,3}(?:nummer\W{0,3})?$", re.IGNORECASE
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}"
    r"|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]"
    r"|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\w-])"
)
_POSTCODE = r"[1-9]\d{3} ?(?!S[ADS]\b)[A-Z]{2}\b"
_AT_HOME = re.compile(
    rf"(?<!\w)(?:{_POSTCODE}(?:,? (?:nr\.? ?|huisnummer ?|nummer ?)?)\d{{1,5}}(?!\d)|\d{{1,5}},? {_POSTCODE})"
)
_BOX = re.compile(r"\b(?:postbus|antwoordnummer)\s*$", re.IGNORECASE)
_DAY = r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}"


def numbers_of_persons(text: str, lexicon: PersonalLexicon) -> Iterator[Found]:
    """Kind and place of each number or address of a person."""
    yield from _mail(text, lexicon)
    yield from (("phone", Span(*m.span())) for m in _PHONE.finditer(text) if _is_phone(m[0]))
    yield from _service_numbers(text)
    yield from (("iban", Span(*m.span())) for m in _IBAN.finditer(text) if is_iban(m[0]))
    yield from (("plate", Span(*m.span())) for m in _PLATE.finditer(text))
    yield from _houses(text, lexicon)
    yield from _births(text, lexicon)


def is_service_number(digits: str) -> bool:
    """Whether nine digits pass the eleven test of the Dutch citizen service number."""
    if len(digits) != 9 or not digits.strip("0"):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0


def is_iban(written: str) -> bool:
    """Whether the check digits of an international account number are right (ISO 13616, modulo 97)."""
    plain = written.replace(" ", "")
    if not 15 <= len(plain) <= 34:
        return False
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _mail(text: str, lexicon: PersonalLexicon) -> Iterator[Found]:
    for match in _MAIL.finditer(text):
        first = re.split(r"[.+_-]", match[1].lower(), maxsplit=1)[0]
        if first not in lexicon.mailboxes:
            yield "mail", Span(*match.span())


def _is_phone(written: str) -> bool:
    digits = re.sub(r"\(0\)|\D", "", written)
    local = (
        re.sub(r"^(?:0031|31)", "0", digits)
        if not digits.startswith("0") or digits.startswith("0031")
        else digits
    )
    # Numbers for everyone: free and paid service numbers.
    return (
        len(local) == 10 and local[1] != "0" and not local.startswith(("0800", "0900", "0906", "0909", "088"))
    )


def _service_numbers(text: str) -> Iterator[Found]:
    for match in _NINE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        labelled = _SERVICE_LABEL.search(text, max(0, match.start() - 30), match.start())
        if labelled or (len(digits) == 9 and is_service_number(digits)):
            yield "bsn", Span(*match.span())


def _houses(text: str, lexicon: PersonalLexicon) -> Iterator[Found]:
    for match in _AT_HOME.finditer(text):
        if not _BOX.search(text, max(0, match.start() - 20), match.start()):
            yield "address", Span(*match.span())
    for match in _street(lexicon).finditer(text):
        after = re.match(r" ([a-zà-ÿ]+)", text[match.end() : match.end() + 40])
        if not after or after[1] in lexicon.after_number:
            yield "address", Span(*match.span())


def _births(text: str, lexicon: PersonalLexicon) -> Iterator[Found]:
    words = "|".join(re.escape(word) for word in sorted(lexicon.born, key=len, reverse=True))
    months = "|".join(lexicon.months)
    date = rf"(?:{_DAY}|\d{{1,2}} (?:{months}) (?:19|20)\d{{2}}|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}})"
    pattern = re.compile(
        rf"\b(?:{words})\b\W{{0,3}}(?:(?:op|te|in|[A-Z][\w-]{{1,30}}),? ){{0,3}}({date})", re.IGNORECASE
    )
    yield from (("birth", Span(*match.span(1))) for match in pattern.finditer(text))


@cache
def _street(lexicon: PersonalLexicon) -> re.Pattern[str]:
    ends = "|".join(sorted(lexicon.streets, key=len, reverse=True))
    words = rf"[a-z’'-]{{1,30}} (?:[A-Z][a-z’'-]{{1,30}} )?(?:{ends})"
    number = r"(?!(?:19|20)\d\d\b)([1-9]\d{0,3})(?: ?[a-zA-Z]\b|-\d{1,3}\b|[ ]?bis\b)?(?![\w,.%]\d|\w|%)"
    return re.compile(
        rf"(?<![\w-])[A-Z](?:[\w’'-]{{0,40}}?(?:{ends})|{words})(?: |, )(?:nr\.? ?|nummer )?{number}"
    )
