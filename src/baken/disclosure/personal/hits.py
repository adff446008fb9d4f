# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the scan for personal data finds: a place, a kind, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from baken.model.remark import Span, Weight
from baken.model.text import Text


class Kind(StrEnum):
    """The kinds of personal data."""

    NAME = "name"
    AUTHOR = "author"
    MAIL = "mail"
    PHONE = "phone"
    BSN = "bsn"
    IBAN = "iban"
    PLATE = "plate"
    ADDRESS = "address"
    BIRTH = "birth"
    CASE = "case"


WORDS: dict[Kind, Text] = {
    Kind.NAME: Text("naam van een persoon", "name of a person"),
    Kind.AUTHOR: Text("naam van een schrijver of maker", "name of an author"),
    Kind.MAIL: Text("e-mailadres van een persoon", "e-mail address of a person"),
    Kind.PHONE: Text("telefoonnummer", "telephone number"),
    Kind.BSN: Text("burgerservicenummer", "citizen service number"),
    Kind.IBAN: Text("rekeningnummer", "account number"),
    Kind.PLATE: Text("kenteken", "licence plate"),
    Kind.ADDRESS: Text("adres met huisnummer", "address with house number"),
    Kind.BIRTH: Text("geboortedatum", "date of birth"),
    Kind.CASE: Text("nummer van een politiezaak", "number of a police case"),
}
"""Each kind in words that name no one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Personal data at a place of a text.

    Every hit blocks publication until it is taken out or allowed. ``weight`` says how sure the scan is:
    an error is known by its form or by the words around it, a warning by a common first name alone.
    """

    kind: Kind
    span: Span
    weight: Weight = Weight.ERROR


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text that is read by itself, such as a paragraph; ``listed`` for items and rows."""

    span: Span
    listed: bool = False


def lines_of(text: str) -> tuple[Passage, ...]:
    """The lines of a plain text, as its passages."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Passage(Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)


def without_overlap(found: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits in order; of those that overlap one that holds them all, of the kind of the first."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        last = kept[-1] if kept else None
        if last and hit.span.start < last.span.end:
            sure = Weight.ERROR if Weight.ERROR in (last.weight, hit.weight) else last.weight
            kept[-1] = Hit(last.kind, Span(last.span.start, max(last.span.end, hit.span.end)), sure)
        else:
            kept.append(hit)
    return tuple(kept)


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
