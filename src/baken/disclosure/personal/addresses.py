# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of houses: a street with a number, a postcode with a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.disclosure.personal.hits import Hit, Kind, either
from baken.model.remark import Span

_POSTCODE = r"[1-9]\d{3} ?(?!S[ADS]\b)[A-Z]{2}\b"
_AT_HOME = re.compile(
    rf"(?<![\w.])(?:{_POSTCODE},? (?:nr\.? ?|huisnummer ?|nummer ?)?\d{{1,5}}(?![\w.]\d|\d| ?[A-Z]{{2}}\b)"
    rf"|(?<![-/])\d{{1,5}},? {_POSTCODE})"
)
_BOX = re.compile(r"\b(?:postbus|antwoordnummer)\s*$", re.IGNORECASE)
_NEXT = re.compile(r" ([a-zà-ÿ]+)")
_AFTER = 40


def houses(text: str, lexicon: PersonalLexicon) -> Iterator[Hit]:
    """The addresses of houses; those of public offices and boxes at the post are left out."""
    public = _public(lexicon)
    for match in _AT_HOME.finditer(text):
        if not _BOX.search(text, max(0, match.start() - 20), match.start()):
            yield Hit(Kind.ADDRESS, Span(*match.span()))
    for match in _street(lexicon).finditer(text):
        after = _NEXT.match(text, match.end(), match.end() + _AFTER)
        counted = after and after[1] not in lexicon.after_number
        if not counted and not public.search(text, max(0, match.start() - _AFTER), match.start()):
            yield Hit(Kind.ADDRESS, Span(*match.span()))


@cache
def _public(lexicon: PersonalLexicon) -> re.Pattern[str]:
    return re.compile(lexicon.public_addresses, re.IGNORECASE)


@cache
def _street(lexicon: PersonalLexicon) -> re.Pattern[str]:
    ends = either(lexicon.streets)
    words = rf"[a-z’'-]{{1,30}} (?:[A-Z][a-z’'-]{{1,30}} )?(?:{ends})"
    number = (
        r"(?!(?:19|20)\d\d\b)([1-9]\d{0,3})(?: ?[a-zA-Z]\b|-(?:\d{1,3}|[A-Z])\b|[ ]?bis\b)?(?![\w,.%]\d|\w|%)"
    )
    starts, between = either(lexicon.street_starts), either(lexicon.particles)
    more = rf"(?: (?:{between}|[A-Z][\w’'-]{{0,40}}|(?:19|20)\d\d)){{1,4}}"
    return re.compile(
        rf"(?<![\w-])(?:[’']t (?=[A-Z])(?i:{ends})|[A-Z](?:[\w’'-]{{0,40}}?(?:(?i:{ends}))|{words}))"
        rf"(?: |, )(?:nr\.? ?|nummer )?{number}"
        rf"|(?<![\w-])(?:{starts}){more} (?:nummer )?{number}"
    )
