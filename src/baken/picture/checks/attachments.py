# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Attachments and documents that a text leans on, and which of them are held."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from baken.catalogue.lexicon_language import DocumentLexicon
from baken.council.attachments import Held, read_attachments
from baken.documents.document import Document
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text

ATTACHMENT = "bijlage"
"""The kind of a numbered attachment."""
_YEARS = r"(?P<start>(?:19|20)\d\d)(?:\s?[-–/]\s?(?P<end>(?:19|20)?\d\d)\b)?"
_FILE = re.compile(
    r"[^\s|:;,()]{1,80}(?: [^\s|:;,()]{1,60}){0,6}\.(?:pdf|docx?|xlsx?|pptx?|od[tsp])\b", re.IGNORECASE
)
_ENDING = re.compile(r"\.(?:pdf|doc|xls|ppt|od[tsp])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document that a text names.

    ``kind`` is one of the lexicon, ``bijlage``, ``titel`` or ``bestand``; ``name`` is as the text writes it
    the first time, and ``years`` are the years in it. ``held`` tells whether it is there.
    """

    kind: str
    name: str
    years: tuple[int, ...]
    places: tuple[Span, ...]
    held: bool = False


def named_documents(
    document: Document, lexicon: DocumentLexicon, held: tuple[str, ...] = ()
) -> tuple[NamedDocument, ...]:
    """The documents that a text names, in order of the first place.

    ``held`` are the titles of what is held: one counts as the same when kind and years agree, or the title.
    A mention without a year belongs to those of its kind with one, if there are any.
    """
    mentions = _kinds(document.text, lexicon)
    at_hand = _grouped(tuple(one for title in held for one in _kinds(title, lexicon)))
    found = [_with_held(one, at_hand, held) for one in _grouped(mentions)]
    found += _attachments(document, lexicon, held)
    found += [_with_held(one, at_hand, held) for one in _titles(document.text, lexicon, mentions)]
    return tuple(sorted(found, key=lambda one: one.places))


def attachment_remarks(named: tuple[NamedDocument, ...]) -> tuple[Remark, ...]:
    """A remark for each document that is named and not held: an attachment weighs more than another."""
    return tuple(
        _missing_attachment(one) if one.kind == ATTACHMENT else _missing(one) for one in named if not one.held
    )


def _missing_attachment(one: NamedDocument) -> Remark:
    name = one.name[:1].upper() + one.name[1:]
    return Remark(
        rule="attachment-not-held",
        weight=Weight.WARNING,
        message=Text(f"{name}: genoemd, niet aanwezig.", f"{name}: referred to, not held."),
        places=one.places,
        settle=Text("Voeg de bijlage toe.", "Add the attachment."),
    )


def _missing(one: NamedDocument) -> Remark:
    return Remark(
        rule="document-not-held",
        weight=Weight.NOTE,
        message=Text(f"Genoemd, niet aanwezig: {one.name}.", f"Referred to, not held: {one.name}."),
        places=one.places,
        settle=Text(
            "Voeg het document toe of noem waar het te vinden is.", "Add the document or say where it is."
        ),
    )


def _kinds(text: str, lexicon: DocumentLexicon) -> tuple[NamedDocument, ...]:
    found: list[NamedDocument] = []
    for match in _kinds_pattern(lexicon).finditer(text):
        kind = next(one.id for one in lexicon.kinds if match[one.id.replace("-", "_")])
        years = _years(text[match.end() : match.end() + 70].split("\n", 1)[0], lexicon)
        end = match.end() + (years[1] if years else 0)
        name = _name(match[0], text[match.end() : end], lexicon)
        found.append(NamedDocument(kind, name, years[0] if years else (), (Span(match.start(), end),)))
    return tuple(found)


def _name(words: str, rest: str, lexicon: DocumentLexicon) -> str:
    """The name with its years; a clause between them ("die in september 2022") leaves only the date."""
    if not re.search(rf"\b(?:{lexicon.clause})\b", rest):
        return f"{words}{rest}".strip(" .,(:")
    date = re.search(rf"(?:(?:{'|'.join(lexicon.months)}) )?{_YEARS}", rest)
    return f"{words} ({date[0]})" if date else words


def _years(after: str, lexicon: DocumentLexicon) -> tuple[tuple[int, ...], int] | None:
    """The years right behind a name, and where they end: "2023-2026", "(september 2022)", "van mei 2014"."""
    match = _year_pattern(lexicon).match(after)
    if not match:
        return None
    start = int(match["start"])
    end = match["end"]
    last = int(end) if end and len(end) == 4 else (start // 100 * 100 + int(end) if end else start)
    return ((start,) if last == start else (start, last)), match.end()


@cache
def _year_pattern(lexicon: DocumentLexicon) -> re.Pattern[str]:
    # Up to five words may stand between: a name, "over de periode", "die in september".
    between = rf"(?: (?:[A-Z][\w-]{{1,30}}|{lexicon.longer_name}|{lexicon.clause})){{0,5}}"
    return re.compile(
        rf"(?:’s|'s|s|en|nen)?[,]?{between}[ ]?[\s(]?(?:(?:{'|'.join(lexicon.months)}) )?{_YEARS}"
    )


@cache
def _kinds_pattern(lexicon: DocumentLexicon) -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{one.id.replace('-', '_')}>{one.pattern})" for one in lexicon.kinds)
    return re.compile(rf"(?<![\w-])(?:{kinds})(?![\w-]*[a-z]{{3}})", re.IGNORECASE)


def _grouped(found: tuple[NamedDocument, ...]) -> tuple[NamedDocument, ...]:
    """One for each kind and years; mentions without a year go to all of their kind that have one."""
    keys = list(dict.fromkeys((one.kind, one.years) for one in found))
    dated = {kind for kind, years in keys if years}
    groups = [(kind, years) for kind, years in keys if years or kind not in dated]
    result = []
    for kind, years in groups:
        own = [one for one in found if one.kind == kind and one.years == years]
        loose = [
            one
            for one in found
            if years and one.kind == kind and not one.years and len(dated) and _only(kind, groups)
        ]
        places = sorted(place for one in (*own, *loose) for place in one.places)
        result.append(NamedDocument(kind, own[0].name, years, tuple(places)))
    return tuple(result)


def _only(kind: str, groups: list[tuple[str, tuple[int, ...]]]) -> bool:
    return sum(1 for other, _ in groups if other == kind) == 1


def _with_held(
    one: NamedDocument, at_hand: tuple[NamedDocument, ...], held: tuple[str, ...]
) -> NamedDocument:
    same = any(
        other.kind == one.kind and (other.years == one.years or not one.years or not other.years)
        for other in at_hand
    )
    called = any(_plain(title) == _plain(one.name) for title in held)
    return NamedDocument(one.kind, one.name, one.years, one.places, held=same or called)


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.lower()))


def _attachments(
    document: Document, lexicon: DocumentLexicon, held: tuple[str, ...]
) -> Iterator[NamedDocument]:
    """The numbered attachments. One whose own heading follows further on in the text is there."""
    present = {one.number.upper() for one in read_attachments(document.text) if one.held is Held.PRESENT}
    pattern = re.compile(rf"\b{lexicon.attachment} (\d{{1,2}}|[A-Z]|I{{1,3}}|IV|V)\b[.:]?", re.IGNORECASE)
    places: dict[str, list[Span]] = {}
    starts: dict[str, list[int]] = {}
    for number, block in enumerate(document.blocks):
        for match in pattern.finditer(document.text, block.span.start, block.span.end):
            key = match[1].upper()
            if match.start() == block.span.start:
                starts.setdefault(key, []).append(number)
                places.setdefault(key, []).append(_to_title_end(document, number, match))
            else:
                places.setdefault(key, []).append(Span(*match.span()))
    for key, spans in places.items():
        name = max((span.of(document.text) for span in spans), key=len).rstrip(" .:")
        there = _has_own_text(document, starts.get(key, []), len(spans), pattern)
        called = any(
            _plain(title) in _plain(name) or _plain(name) in _plain(title) for title in held if title
        )
        yield NamedDocument(ATTACHMENT, name, (), tuple(spans), held=there or called or key in present)


def _to_title_end(document: Document, number: int, match: re.Match[str]) -> Span:
    """The attachment with its title, when the block is short enough to be a line of a list."""
    end = document.blocks[number].span.end
    return Span(match.start(), end if end - match.start() <= 140 else match.end())


def _has_own_text(document: Document, starts: list[int], mentions: int, pattern: re.Pattern[str]) -> bool:
    """Named before, and the last time at the start of a block that text follows which is no attachment."""
    if not starts or mentions < 2 or starts[-1] + 1 >= len(document.blocks):
        return False
    following = document.blocks[starts[-1] + 1].span.of(document.text)
    return not pattern.match(following)


def _titles(
    text: str, lexicon: DocumentLexicon, mentions: tuple[NamedDocument, ...]
) -> Iterator[NamedDocument]:
    """Titles in quotation marks behind a word such as "rapport", and names of files that are not among the
    mentions of a kind."""
    quoted = re.compile(
        rf"\b{lexicon.titled}\b,? (?:van [A-Z]\w{{1,30}} )?[‘“„'\"]([^‘’“”\"\n]{{4,120}})[’”'\"]",
        re.IGNORECASE,
    )
    kinds = [place.start for one in mentions for place in one.places]
    seen: dict[tuple[str, str], list[Span]] = {}
    for match in quoted.finditer(text):
        seen.setdefault(("titel", match[1].strip()), []).append(Span(*match.span(1)))
    for line in re.finditer(r"[^\n]+", text):
        if not _ENDING.search(text, line.start(), line.end()):
            continue  # Most lines name no file, which is quickly seen.
        for match in _FILE.finditer(text, line.start(), line.end()):
            at = bisect_left(kinds, match.start())
            if at < len(kinds) and kinds[at] < match.end():
                continue  # Already listed under its kind.
            seen.setdefault(("bestand", match[0].strip()), []).append(Span(*match.span()))
    for (kind, name), places in seen.items():
        yield NamedDocument(kind, name, (), tuple(places))
