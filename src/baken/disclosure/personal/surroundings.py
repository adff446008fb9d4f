# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the words around a name say of it: a person, an official in office, or no person at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.disclosure.personal.hits import Passage, either

BEFORE = 60
AFTER = 40
# A line with the name of who signs is short.
_SIGNATURE = 80


@dataclass(frozen=True, slots=True)
class Around:
    """Patterns for the text right before and right behind a name."""

    office: re.Pattern[str]
    officer: re.Pattern[str]
    member: re.Pattern[str]
    title: re.Pattern[str]
    person: re.Pattern[str]
    jarige: re.Pattern[str]
    label: re.Pattern[str]
    greeting: re.Pattern[str]
    body: re.Pattern[str]
    place: re.Pattern[str]
    letter: re.Pattern[str]
    age: re.Pattern[str]
    work: re.Pattern[str]
    closing: re.Pattern[str]
    titled: re.Pattern[str]
    party: re.Pattern[str]
    sign_words: frozenset[str]
    office_words: frozenset[str]
    label_words: frozenset[str]
    body_words: frozenset[str]
    place_words: frozenset[str]
    letter_words: frozenset[str]
    roll_call: re.Pattern[str]
    signature: re.Pattern[str]


@cache
def around(lexicon: PersonalLexicon) -> Around:
    """The patterns, for the words of a country."""
    titles = either(lexicon.titles)
    particles = rf"(?:(?:{either(lexicon.particles)}) ){{0,3}}"
    functions, chairs = either(lexicon.functions), either(lexicon.chairs)
    people = either((*lexicon.involved, *lexicon.roles))
    acronym = r"[A-Z][A-Z0-9]{1,6}"
    tail = rf"(?:[:,]? (?:(?:{titles}) ){{0,3}}|: ?)$"
    return Around(
        office=_small(rf"(?<![^\W_])(?:(?:{functions})(?: van [\w-]+)?|(?:{chairs})){tail}"),
        officer=_small(rf",? \(?(?:{functions})\b"),
        member=re.compile(rf",? ?\((?:{lexicon.parties})\)"),
        title=_small(rf"(?<!\w)(?:{titles}) (?:(?:{titles}) ){{0,2}}(?P<particles>{particles})$"),
        person=_small(
            rf"(?<!\w)(?:{people})(?:[:,]? | is | was | heet |, (?:de|een) (?:\w+ )?)"
            rf"(?:(?:de|het|een|{titles}) )?[(’'”\"]?(?P<particles>)$"
        ),
        jarige=_small(r"\b\d{1,2}-jarige (?:\w+ ){0,2}$"),
        label=_small(rf"(?<!\w)(?:{either(lexicon.authors)})\s?[:/]\s?$|©\s?$"),
        greeting=_small(rf"(?:^|[\n.!?,] ?)(?:{either(lexicon.greetings)}),? $"),
        body=_small(rf"(?<!\w)(?:{either(lexicon.bodies)})[ -]?[’'‘“\"]?(?:(?:de|van|van de|der) )?$"),
        place=_small(rf"(?<!\w)(?:{either(lexicon.place_words)}) (?:{particles})$"),
        letter=_small(rf"(?<!\w)(?:{either(lexicon.letter_words)}) $"),
        age=re.compile(
            r",? ?\((\d{1,2})(?: ?(?:jaar|jr\.?))?\)|, (?:is )?(\d{1,3}) ?(?:jaar|jr\b)| \(\d{1,2} jr\)"
        ),
        work=re.compile(r",? (?:et al|e\.a\.)|,? \(?(?:19|20)\d\d[a-z]?\)"),
        closing=_small(lexicon.closings),
        titled=_small(rf"(?<!\w)(?:{titles})\s"),
        sign_words=_last_words(
            lexicon.titles, lexicon.involved, lexicon.roles, lexicon.authors, lexicon.greetings
        ),
        office_words=_last_words(lexicon.functions, lexicon.chairs),
        label_words=_last_words(lexicon.authors),
        body_words=_last_words(lexicon.bodies),
        place_words=_last_words(lexicon.place_words),
        letter_words=_last_words(lexicon.letter_words),
        party=re.compile(rf"\((?:{lexicon.parties}|{acronym})\)"),
        roll_call=_small(lexicon.roll_call),
        signature=_small(
            rf"^(?:de |namens de )?(?:{either(lexicon.signature)})[^\w\n]{{0,3}}$"
            r"|^(?:w\.g\.|aldus (?:besloten|vastgesteld))"
        ),
    )


_EDGES = ":,.;'\"(‘’“”«»©[-"


def _last_words(*lists: Iterable[str]) -> frozenset[str]:
    """The last word of each entry: a quick look at these comes before the patterns, which take longer."""
    return frozenset(entry.lower().split()[-1].strip(_EDGES) for words in lists for entry in words)


def tail_of(before: str) -> frozenset[str]:
    """The last words before a name, in small letters and without marks; parts of compounds too."""
    words = before[-50:].lower().replace("/", " ").replace("-", " ").replace(":", " ").split()[-6:]
    return frozenset(word.strip(_EDGES) for word in words)


def _small(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def public_passages(text: str, passages: Sequence[Passage], shapes: Around) -> set[int]:
    """Which passages are part of a roll-call or of the signatures of officials, by their number.

    The votes of a council are public, and so is who signs for it.
    """
    found = _roll_calls(text, passages, shapes)
    for index in _numbers(text, passages, shapes.signature):
        for near in range(max(0, index - 1), min(len(passages), index + 2)):
            if _length(passages[index]) < _SIGNATURE and _length(passages[near]) < _SIGNATURE:
                found.add(near)
    return found


def closed_passages(text: str, passages: Sequence[Passage], shapes: Around) -> set[int]:
    """The short passages right behind the greeting that ends a letter, by their number."""
    found: set[int] = set()
    for index in _numbers(text, passages, shapes.closing):
        behind = [i for i in range(index + 1, min(len(passages), index + 4)) if _length(passages[i])]
        found.update(i for i in behind[:2] if _length(passages[i]) < _SIGNATURE)
    return found


def _roll_calls(text: str, passages: Sequence[Passage], shapes: Around) -> set[int]:
    parties = Counter(_numbers(text, passages, shapes.party)) if "(" in text else Counter()
    if not parties:
        return set()
    called = set(_numbers(text, passages, shapes.roll_call))
    titles = Counter(_numbers(text, passages, shapes.titled))
    found: set[int] = set()
    for index in sorted(parties):
        listed = titles[index] >= 3 and parties[index] >= titles[index] / 2
        # A roll-call may go on over the lines of a plain text.
        if index in called or listed or index - 1 in found:
            found.add(index)
    return found


def _numbers(text: str, passages: Sequence[Passage], pattern: re.Pattern[str]) -> Iterator[int]:
    """The number of the passage of each match."""
    starts = [one.span.start for one in passages]
    for match in pattern.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0:
            yield index


def _length(passage: Passage) -> int:
    return passage.span.end - passage.span.start
