# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The abbreviations of a text: where they stand, whether the text explains them, and what they stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from baken.catalogue.dutch_words import is_word
from baken.catalogue.lexicon_language import AbbreviationLexicon
from baken.documents.document import Document
from baken.model.policy import Abbreviation
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text

# Capitals (OOV, P&C, LHBTIQ+), mixed (PmG, Wpg), dotted (i.r.t.) and short words without a vowel (mbt).
_TOKEN = re.compile(
    r"(?<![\w@.&#-])(?<!\w:)(?:[A-Z]{1,3}&[A-Z]{1,3}|(?:[A-Z][a-z]{0,2}){2,7}(?:\+|(?=[’']s\b))?|[A-Z]{2,8}\+?"
    r"|[A-Z][a-z]?[a-z]?[A-Z]\w{0,4}|(?:[a-z]\.){2,6}|[a-z]{2,5}|[A-Z][a-z]{1,3}|[A-Z]{1,3}\d{1,3})(?![\w@&]|\.\w)"
)
_PIECE = re.compile(r"\S+")
_FILE_OR_SITE = re.compile(
    r"https?://|\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|nl|com|org|eu|net)\b", re.IGNORECASE
)
_ROMAN = re.compile(r"(?:X{0,3})(?:IX|IV|V?I{0,3})$")
_VOWEL = re.compile(r"[aeiouy]")
_PARTY = re.compile(r"(?i:\b(?:dhr|mw|mevr)\.?)\s")
_POSTCODE = re.compile(r"\d{4} ?$")
_LETTERS = re.compile(r"[^\W\d_]")


_AROUND = 160
"""So many characters before and behind an abbreviation may explain it."""


@dataclass(frozen=True, slots=True)
class AbbreviationUse:
    """One abbreviation of a text.

    ``explained`` is where the text says what it stands for, and ``at_first_use`` whether it does so there.
    ``long`` is what it stands for: the words of the text, or else of the catalogue, or nothing.
    ``confirmed`` is false where the catalogue's meaning still has to be confirmed.
    """

    short: str
    places: tuple[Span, ...]
    long: str = ""
    explained: Span | None = None
    at_first_use: bool = False
    confirmed: bool = False


def abbreviations_in(
    document: Document, known: tuple[Abbreviation, ...], lexicon: AbbreviationLexicon
) -> tuple[AbbreviationUse, ...]:
    """Every abbreviation of the text in order of first use; ordinary ones, units and names are left out."""
    meanings = {one.short: one for one in known}
    places: dict[str, list[Span]] = defaultdict(list)
    for short, span in _tokens(document, frozenset(meanings), lexicon):
        places[short].append(span)
    return tuple(
        _use(document.text, short, tuple(found), meanings.get(short), lexicon)
        for short, found in places.items()
    )


def abbreviation_remarks(uses: tuple[AbbreviationUse, ...]) -> tuple[Remark, ...]:
    """A remark for each abbreviation that the text does not explain where it first stands."""
    return tuple(_remark(use) for use in uses if not use.at_first_use)


def _remark(use: AbbreviationUse) -> Remark:
    short = use.short
    if use.explained:
        rule, weight = "abbreviation-late", Weight.NOTE
        message = Text(
            f"De afkorting {short} wordt pas uitgelegd nadat zij al gebruikt is.",
            f"The abbreviation {short} is explained only after it was used.",
        )
    elif use.long:
        rule, weight = "abbreviation-unexplained", Weight.WARNING
        message = Text(f"De tekst legt de afkorting {short} niet uit.", f"The text does not explain {short}.")
    else:
        rule, weight = "abbreviation-unknown", Weight.WARNING
        message = Text(
            f"De tekst legt de afkorting {short} niet uit en zij staat niet in de lijst.",
            f"The text does not explain {short}, and the list does not have it.",
        )
    places = use.places if not use.explained else use.places[:1]
    return Remark(rule=rule, weight=weight, message=message, places=places, settle=_settle(use))


def _settle(use: AbbreviationUse) -> Text:
    if not use.long:
        return Text(
            f"Schrijf bij het eerste gebruik waar {use.short} voor staat.",
            f"Write out {use.short} at first use.",
        )
    doubt = (
        Text("", "")
        if use.confirmed
        else Text(" (betekenis nog te bevestigen)", " (meaning to be confirmed)")
    )
    return Text(
        f"Schrijf bij het eerste gebruik: {use.long} ({use.short}){doubt.nl}.",
        f"Write at first use: {use.long} ({use.short}){doubt.en}.",
    )


def _tokens(
    document: Document, known: frozenset[str], lexicon: AbbreviationLexicon
) -> Iterator[tuple[str, Span]]:
    short: dict[str, bool] = {}
    for block in document.blocks:
        text = block.span.of(document.text)
        shouted = text.upper() == text and sum(map(str.isalpha, text)) > 6
        roll_call = len(_PARTY.findall(text)) >= 2
        away = [piece.span() for piece in _PIECE.finditer(text) if _FILE_OR_SITE.search(piece[0])]
        for match in _TOKEN.finditer(text):
            at = bisect_right(away, (match.start(), len(text)))
            if at and match.start() < away[at - 1][1]:
                continue
            token = match[0]
            if token not in short:
                short[token] = _is_short(token, lexicon)
            if token in known or (
                not shouted and short[token] and not _is_name(text, match, roll_call, lexicon)
            ):
                yield token, Span(block.span.start + match.start(), block.span.start + match.end())


def _is_short(token: str, lexicon: AbbreviationLexicon) -> bool:
    """Whether a word not in the catalogue is an abbreviation that a reader may not know."""
    plain = token.rstrip(".")
    if {token, plain, f"{plain}."} & lexicon.ordinary or token in lexicon.units:
        return False
    if token in lexicon.parties or any(sign.isdigit() for sign in token):
        return False
    if "." in token or "&" in token:
        return True
    capitals = sum(map(str.isupper, token))
    if capitals >= 2:
        return len(token) <= 8 and not (len(token) > 5 and is_word(token))
    if token[0].isupper():
        return not _VOWEL.search(token.lower()) and len(token) > 2
    return len(token) > 2 and not _VOWEL.search(token) and not is_word(token)


def _is_name(text: str, match: re.Match[str], roll_call: bool, lexicon: AbbreviationLexicon) -> bool:
    """A Roman number, the letters of a postcode, a unit behind a number, or a party in a roll-call."""
    before = text[max(0, match.start() - 16) : match.start()]
    if _POSTCODE.search(before) and len(match[0]) == 2:
        return True
    if roll_call and text.rfind("(", 0, match.start()) > text.rfind(")", 0, match.start()):
        return True
    if _ROMAN.match(match[0]):
        return True
    return bool(re.search(rf"(?i:\b(?:{'|'.join(lexicon.numbered)}) )$", before)) and set(match[0]) <= set(
        "IVXLC"
    )


def _use(
    text: str, short: str, places: tuple[Span, ...], known: Abbreviation | None, lexicon: AbbreviationLexicon
) -> AbbreviationUse:
    seen = set()
    for number, place in enumerate(places):
        # Where the same words stand around it, the same would be found: nothing, or the search had ended.
        around = text[max(0, place.start - _AROUND - 1) : place.end + _AROUND + 1]
        if around in seen:
            continue
        seen.add(around)
        found = _explained_at(text, short, place, lexicon)
        if found:
            return AbbreviationUse(short, places, found.of(text), found, number == 0, confirmed=True)
    if known is None:
        return AbbreviationUse(short, places)
    return AbbreviationUse(short, places, known.long, confirmed=known.confirmed and bool(known.long))


def _explained_at(text: str, short: str, place: Span, lexicon: AbbreviationLexicon) -> Span | None:
    """The words that say what the abbreviation at this place stands for."""
    start = text.rfind("\n", 0, place.start) + 1
    base = max(start, place.start - _AROUND)
    before = text[base : place.start]
    opened = re.search(r"\(\s*(?:[’'“\"‘]\s*)?$", before)
    closed = text[place.end : place.end + 2].lstrip("’'”\" ")[:1] == ")"
    if opened and closed:
        found = _words_before(before[: opened.start()], short)
        if found:
            return Span(base + found.start, base + found.end)
    announced = _announced(lexicon).search(before)
    if announced:
        words = before[: announced.start()].rstrip(" ,(")
        # The announcement alone settles that the words before it are meant, whatever their letters.
        first = _words_before(words, short) or _last_words(words)
        if first:
            return Span(base + first.start, base + first.end)
    line_end = text.find("\n", place.end)
    after = text[place.end : min(place.end + _AROUND, line_end if line_end >= 0 else len(text))]
    return _words_after(after, short, place, lexicon, at_start=place.start == start)


def _words_after(
    after: str, short: str, place: Span, lexicon: AbbreviationLexicon, *, at_start: bool
) -> Span | None:
    """The words in brackets behind it, or, at the start of a line, those behind a colon or equals sign."""
    match = re.match(r"[’'”\"]?\s*\(([^()]{4,120})\)", after)
    match = match or re.match(rf" (?:{lexicon.stands_for})\s+([^.,;()]{{4,120}})", after)
    if not match and at_start:
        match = re.match(r"\s*(?:[:=|]|[-–—])\s+([^.,;()|]{4,120})", after)
    if not match or not _stands_for(short, match[1]):
        return None
    return Span(place.end + match.start(1), place.end + match.end(1))


@cache
def _announced(lexicon: AbbreviationLexicon) -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in sorted(lexicon.means, key=len, reverse=True))
    return re.compile(rf"[,(]?\s*\b(?:{words})\s*:?\s*(?:(?:de|het|een|als)\s+)?[’'“\"‘]?$", re.IGNORECASE)


def _words_before(before: str, short: str) -> Span | None:
    """The shortest run of words right before that gives the letters of the abbreviation."""
    words = list(re.finditer(r"[^\s(),;:]+", before))
    most = 2 * len(_LETTERS.findall(short)) + 3
    for count in range(1, min(len(words), most) + 1):
        start = words[-count].start()
        if _stands_for(short, before[start:]):
            return Span(start, len(before.rstrip()))
    return None


def _last_words(words: str) -> Span | None:
    """From the first capital on, or nothing where there is none."""
    found = list(re.finditer(r"(?<!\S)[A-Z][^\s]*", words))
    return Span(found[0].start(), len(words)) if found else None


def _stands_for(short: str, long: str) -> bool:
    """Whether the letters of the abbreviation stand in the words in order, the first at the very start.

    At least half of them begin a word, or, for a compound, the words are fewer than the letters.
    """
    letters = "".join(_LETTERS.findall(short)).lower()
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", long)]
    if not letters or not words or words[0][0] != letters[0] or len(words) > 2 * len(letters) + 3:
        return False
    if short.lower() in words:
        return False
    signs = iter("".join(words))
    if not all(letter in signs for letter in letters):
        return False
    initials = iter(word[0] for word in words)
    hits = sum(1 for letter in letters if letter in initials)
    return 2 * hits >= len(letters) or len(words) <= 2
