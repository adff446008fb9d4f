# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Personal data that are known by their form: mailboxes, telephones, numbers, plates, dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.disclosure.personal.hits import Hit, Kind, either
from baken.model.remark import Span

_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(
    r"(?<![\w.,/=-])(?:(?P<abroad>(?:\+|00)(?:31|32|49))|(?P<area>\(0[1-9]\d{0,3}\)|0[1-9]))"
    r"(?:[ ./-]{0,3}(?:\(0\)[ ./-]{0,3})?\d){6,12}(?![\w/]|[-.,]\d)"
)
_DATE = re.compile(r"\(?\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d(?!\d)")
_ISO_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
# Two signs at least part the groups of an area code: 06, 0dd (with these exceptions) and 0ddd.
_AREA = re.compile(r"(?:06|0[1-57]\d|0[1-57]\d\d)(?!\d)|0\d{9}(?!\d)")
_OPEN_LINES = ("0800", "0900", "0906", "0909", "088", "085", "084")
_NINE = re.compile(r"(?<![\w.,/=-])\d(?:[ .]?\d){7,8}(?![\w/]|[-.,]\d)")
_SERVICE_LABEL = re.compile(
    r"(?:\bbsn|burgerservicenummer|sofinummer)\W{0,3}(?:nummer\W{0,3})?$", re.IGNORECASE
)
# A row of a table that begins with a year, or in which one number has a decimal.
_ROW = re.compile(r"(?:19|20)\d\d |\S* .*\.|\S*\..* ")
_THOUSANDS = re.compile(r"\d{3}[. ]\d{3}[. ]\d{3}$")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}"
    r"|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2,3}|[A-Z]{2}-\d{3}-[A-Z]"
    r"|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\w-])"
)
# Behind its label a plate may lack its lines.
_LOOSE_PLATE = r"\W{0,3}(?:van |is |met )?((?:[A-Z]{1,3}|\d{1,3})(?:[ -]?(?:[A-Z]{1,3}|\d{1,3})){2})(?![\w-])"
_POLICE_CASE = re.compile(r"(?<!\w)PL ?\d{4}[- ]?(?:19|20)\d\d[- ]?\d{5,8}(?:-\d{1,3})?(?!\w)")
_DAY = r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Forms that lean on words of the country."""

    birth: re.Pattern[str]
    case: re.Pattern[str]
    plate: re.Pattern[str]
    other: re.Pattern[str]


@cache
def _patterns(lexicon: PersonalLexicon) -> _Patterns:
    months = "|".join(lexicon.months)
    date = rf"(?:{_DAY}|\d{{1,2}} (?:{months}) (?:19|20)\d{{2}}|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}})"
    return _Patterns(
        birth=re.compile(
            rf"(?<!\w)(?:{either(lexicon.born)})(?!\w)\W{{0,3}}"
            rf"(?:(?:op|te|in|[A-Z][\w-]{{1,30}}),? ){{0,3}}({date})",
            re.IGNORECASE,
        ),
        case=re.compile(
            rf"(?i:(?<!\w)(?:{lexicon.case_labels}))\W{{0,3}}(?:is )?"
            rf"(?P<number>[A-Z]{{0,2}}\d[\d./-]{{4,20}}\d)"
        ),
        plate=re.compile(rf"(?i:(?<!\w)(?:{lexicon.plate_labels})){_LOOSE_PLATE}"),
        other=re.compile(lexicon.other_numbers, re.IGNORECASE),
    )


def numbers_of_persons(text: str, lexicon: PersonalLexicon) -> Iterator[Hit]:
    """Each number, mailbox or date of birth of a person."""
    shapes = _patterns(lexicon)
    yield from _mail(text, lexicon)
    yield from (Hit(Kind.PHONE, Span(*m.span())) for m in _PHONE.finditer(text) if _is_phone(m))
    yield from _service_numbers(text, shapes)
    yield from (Hit(Kind.IBAN, Span(*m.span())) for m in _IBAN.finditer(text) if is_iban(m[0]))
    yield from (Hit(Kind.PLATE, Span(*m.span())) for m in _PLATE.finditer(text))
    for match in shapes.plate.finditer(text):
        signs = [sign for sign in match[1] if sign.isalnum()]
        if len(signs) in {6, 7} and 0 < sum(sign.isdigit() for sign in signs) < len(signs):
            yield Hit(Kind.PLATE, Span(*match.span(1)))
    yield from (Hit(Kind.BIRTH, Span(*m.span(1))) for m in shapes.birth.finditer(text))
    yield from (Hit(Kind.CASE, Span(*m.span())) for m in _POLICE_CASE.finditer(text))
    yield from (Hit(Kind.CASE, Span(*m.span("number"))) for m in shapes.case.finditer(text))


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


def _mail(text: str, lexicon: PersonalLexicon) -> Iterator[Hit]:
    if "@" not in text:
        return
    for match in _MAIL.finditer(text):
        first = re.split(r"[.+_-]", match[1].lower(), maxsplit=1)[0]
        # A desk has no number: "support77" is someone's own.
        if first not in lexicon.mailboxes or any(sign.isdigit() for sign in match[1]):
            yield Hit(Kind.MAIL, Span(*match.span()))


def _is_phone(match: re.Match[str]) -> bool:
    written = match[0]
    if _DATE.match(written) or _ISO_DATE.search(written):
        return False
    digits = re.sub(r"\(0\)|\D", "", written)
    if match["abroad"]:
        number = digits.removeprefix("00")
        country, rest = number[:2], number[2:].lstrip("0")
        return len(rest) == 9 if country == "31" else 8 <= len(rest) <= 11
    # Numbers for everyone: free and paid service numbers, and those of companies.
    if len(digits) != 10 or digits.startswith(_OPEN_LINES):
        return False
    return bool(_AREA.match(written.lstrip("(")))


def _service_numbers(text: str, shapes: _Patterns) -> Iterator[Hit]:
    for match in _NINE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        before = text[max(0, match.start() - 30) : match.start()]
        labelled = bool(_SERVICE_LABEL.search(before))
        if not is_service_number(digits.zfill(9) if labelled else digits):
            continue
        # A number in threes is an amount, and several numbers are a row, unless they are called otherwise.
        several = _THOUSANDS.match(match[0]) or _ROW.match(match[0])
        if labelled or not (several or shapes.other.search(before)):
            yield Hit(Kind.BSN, Span(*match.span()))
