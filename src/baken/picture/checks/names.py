# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of persons in a text, known by what stands around them.

A roll-call and a signature block name people in their public role; so does an office before the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from baken.catalogue.lexicon_media import MediaLexicon
from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.documents.document import Block, Document
from baken.model.remark import Span
from baken.picture.checks._dictionary import is_word
from baken.picture.checks._stamps import find_stamp, is_byline_zone

Found = tuple[str, Span]
_UPPER = "A-ZÀ-ÖØ-Þ"
_PART = rf"[{_UPPER}][\w’'-]{{1,30}}"
_PARTY = re.compile(r"[\w.’'-] ?,? ?\([\w: -]{1,40}\)")
_INITIALS = rf"(?:[{_UPPER}]\.){{1,4}}"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How a name looks, with the particles of the country."""

    with_age: re.Pattern[str]
    with_initial: re.Pattern[str]
    after_age: re.Pattern[str]
    involved: re.Pattern[str]
    title: re.Pattern[str]
    author: re.Pattern[str]
    first: re.Pattern[str]
    whole: re.Pattern[str]
    office: re.Pattern[str]
    officer: re.Pattern[str]
    titled: re.Pattern[str]


@cache
def _patterns(lexicon: PersonalLexicon) -> _Patterns:
    particle = rf"(?:(?:{_either(lexicon.particles)}) ){{0,3}}"
    last = rf"(?:(?i:{particle}){_PART}(?:-[\w’']+)?)"
    initial = rf"{_PART} (?i:{particle})[{_UPPER}]\.?(?![\w.])"
    full = rf"(?:{_INITIALS} ?{last}|{_PART} (?:{_INITIALS} ?)?{last}(?: {_PART})?)"
    either = rf"(?:{initial}|{full})"
    titles, offices, involved = map(_either, (lexicon.titles, lexicon.functions, lexicon.involved))
    article = rf"(?:(?:de|het|een|{titles}) )?"
    signed = rf"(?<!\w)(?:{_either(lexicon.authors)})\s?[:/]\s?|©\s?|^(?:{_either(lexicon.credits)}) "
    return _Patterns(
        with_age=re.compile(rf"(?<![\w’'-])((?:{either}|{_PART}))(?:,)? \((\d\d)\)"),
        with_initial=re.compile(rf"(?<![\w’'-])({_PART} (?i:{particle})[{_UPPER}]\.)(?=$|[ ,;:)’'”\"])"),
        after_age=re.compile(rf"\b\d\d-jarige (?:\w+ ){{0,2}}?({either}|{_PART})"),
        involved=re.compile(
            rf"(?i:\b(?:{involved})(?:[ ’'”\"]| is | genaamd ){{1,3}}{article})({either}|{_PART})"
        ),
        title=re.compile(rf"(?i:(?<!\w)(?:{titles})) ((?:{_INITIALS} ?)?{last}(?: {_PART})?)"),
        author=re.compile(rf"(?i:{signed})({full})"),
        first=re.compile(rf"(?<![\w’'-])({_PART}) {last}"),
        whole=re.compile(rf"{full}(?:(?:,| &| en| \|) {full}){{0,4}}$"),
        office=re.compile(rf"(?i:(?<!\w)(?:{offices})(?: van \w+)?[,:]?\s+(?:(?:{titles}) )?)$"),
        officer=re.compile(rf",? \(?(?i:{offices})\b"),
        titled=re.compile(rf"(?i:(?<!\w)(?:{titles}))\s"),
    )


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def names_of_persons(document: Document, lexicon: PersonalLexicon, media: MediaLexicon) -> Iterator[Found]:
    """Kind and place of each name: a suspect, an author, a person with a title, or a name with an age."""
    shapes = _patterns(lexicon)
    zone = is_byline_zone(document, media)
    for number, block in enumerate(document.blocks):
        text = block.span.of(document.text)
        found = [*_in_case(text, lexicon, shapes), *_authors(text, shapes)]
        if zone[number]:
            found += _bylines(text, shapes, media)
        if not _is_public(document, number, lexicon, shapes):
            found += _titled(text, shapes)
            found += _by_first_name(text, lexicon, shapes)
        for kind, start, end in found:
            yield kind, Span(block.span.start + start, block.span.start + end)


_Local = tuple[str, int, int]


def _in_case(text: str, lexicon: PersonalLexicon, shapes: _Patterns) -> Iterator[_Local]:
    for match in shapes.with_age.finditer(text) if "(" in text else ():
        name = match[1]
        if (
            " " in name and (_is_name(name, lexicon) or name.rstrip(".")[-2:-1] == " ")
        ) or name in lexicon.first_names:
            yield "name", match.start(1), match.end()
    for match in shapes.with_initial.finditer(text):
        first = match[1].split()[0]
        if first in lexicon.first_names or not is_word(first):
            yield "name", match.start(1), match.end(1)
    for pattern in (shapes.involved, shapes.after_age):
        for match in pattern.finditer(text):
            name = match[1]
            people = re.fullmatch(lexicon.peoples, name.split()[0]) and " " not in name
            if not people and (name in lexicon.first_names or " " in name) and _is_name(name, lexicon):
                yield "name", match.start(1), match.end(1)


def _is_name(words: str, lexicon: PersonalLexicon) -> bool:
    """Whether capitalised words look like a person: a first name, initials, or not all of them words."""
    parts = [part for part in re.split(r"[ .]+", words) if part]
    return (
        parts[0] in lexicon.first_names
        or any(len(part) == 1 and part.isupper() for part in parts)
        or not all(is_word(part) for part in parts)
    )


def _authors(text: str, shapes: _Patterns) -> Iterator[_Local]:
    for match in shapes.author.finditer(text):
        yield "author", match.start(1), match.end(1)


def _bylines(text: str, shapes: _Patterns, media: MediaLexicon) -> Iterator[_Local]:
    """The names before a date of publication, or a block that is names only beside one."""
    stamp = find_stamp(text, media)
    names = text[: stamp.start] if stamp else text
    names = names.rstrip(" •|,·-")
    if names.strip().lower() in media.desks or any(
        outlet in names for outlet in media.outlets if len(outlet) > 3
    ):
        return
    if shapes.whole.match(names):
        yield "author", 0, len(names)


def _titled(text: str, shapes: _Patterns) -> Iterator[_Local]:
    for match in shapes.title.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        officer = shapes.officer.match(text, match.end(), match.end() + 30)
        if not shapes.office.search(before) and not officer:
            yield "name", match.start(1), match.end(1)


def _by_first_name(text: str, lexicon: PersonalLexicon, shapes: _Patterns) -> Iterator[_Local]:
    """A known first name with a surname; the surname must be no plain word, or stand behind a particle."""
    for match in shapes.first.finditer(text):
        if match[1] not in lexicon.first_names or shapes.office.search(
            text[max(0, match.start() - 40) : match.start()]
        ):
            continue
        rest = match[0][len(match[1]) + 1 :]
        if shapes.officer.match(text, match.end(), match.end() + 30):
            continue
        # Streets, schools and laws bear the names of people.
        if not rest.lower().endswith(lexicon.streets) and (" " in rest or not is_word(rest)):
            yield "name", *match.span()


def _is_public(document: Document, number: int, lexicon: PersonalLexicon, shapes: _Patterns) -> bool:
    """Whether a block is part of a roll-call or of the signatures below a document."""
    text = document.blocks[number].span.of(document.text)
    titles = len(shapes.titled.findall(text))
    parties = len(_PARTY.findall(text)) if "(" in text else 0
    if re.search(lexicon.roll_call, text, re.IGNORECASE) and (titles or parties):
        return True
    if titles >= 3 and parties >= titles / 2:
        return True
    return any(_signs(document, near, lexicon) for near in (number - 1, number, number + 1))


def _signs(document: Document, number: int, lexicon: PersonalLexicon) -> bool:
    """A short block near the end that names an office is a place to sign."""
    blocks = document.blocks
    if not 0 <= number < len(blocks) or (number < len(blocks) - 12 and number < len(blocks) * 0.9):
        return False
    text = _text(document, blocks[number]).lower()
    return len(text) < 120 and any(word in text for word in lexicon.signature)


def _text(document: Document, block: Block) -> str:
    return block.span.of(document.text)
