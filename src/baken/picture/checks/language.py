# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Errors of language by rules: words mixed up, words twice, marks without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from baken.catalogue.lexicon_language import Confusable, LanguageLexicon
from baken.documents.document import Block, BlockKind, Document
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text
from baken.picture.checks._sentences import clause_around, sentences

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+)[ \u00a0]+(?=(\1)(?![\w'’-]))", re.IGNORECASE)
_PAIRS = {"(": ")", "[": "]", "“": "”", "„": "”", "«": "»"}
_CLOSING = frozenset(_PAIRS.values())
_MARKS = re.compile(r"[()\[\]“”„«»]")
# "a)" and "1)" number an item, at the start of a line or within it.
_NUMBERING = re.compile(r"\s*\(?\w{1,4}\)")
_NUMBERED = re.compile(r"(?:^|\s)(?:[a-z]|\d{1,2})$")
# The wrong words of a rule, where its pattern spells them out: "(?P<wrong>dan)", "(?P<wrong>(?:vraag|vind))".
_SPELLED_OUT = re.compile(r"\(\?P<wrong>(?:([\w|]+)|\(\?:([\w|]+)\))\)")
_SMILEY = re.compile(r"[:;]-?[()]")
_NEAR = 3
_FAR = 2_000


def language_remarks(document: Document, lexicon: LanguageLexicon) -> tuple[Remark, ...]:
    """Words mixed up, words twice in a row and marks without a partner, in the order of the text."""
    found = [
        *_mixed_up(document, lexicon),
        *_double_words(document, lexicon.twice),
        *_without_partner(document),
    ]
    return tuple(sorted(found, key=lambda remark: remark.places))


def _mixed_up(document: Document, lexicon: LanguageLexicon) -> Iterator[Remark]:
    # Most documents hold none of the words of most rules, and most sentences none of any: soon seen.
    whole = document.text.lower()
    rules = [
        (rule, _compiled(rule.pattern), wrong)
        for rule, wrong in ((rule, _wrong_words(rule.pattern)) for rule in lexicon.confusables)
        if any(word in whole for word in wrong)
    ]
    for span in sentences(document):
        sentence = span.of(document.text)
        low = sentence.lower()
        for rule, pattern, wrong in rules:
            if not any(word in low for word in wrong):
                continue
            for match in pattern.finditer(sentence):
                remark = _remark(rule, match, sentence, span.start)
                if remark:
                    yield remark


def _wrong_words(pattern: str) -> tuple[str, ...]:
    """Words of which a sentence holds one or the rule has nothing to say; the empty word is in any."""
    found = _SPELLED_OUT.search(pattern)
    return tuple((found[1] or found[2]).lower().split("|")) if found else ("",)


def _remark(rule: Confusable, match: re.Match[str], sentence: str, offset: int) -> Remark | None:
    wrong = match["wrong"]
    if wrong is None:
        return None
    start, end = match.span("wrong")
    if rule.unless and _compiled(rule.unless).search(clause_around(sentence, start)):
        return None
    instead = rule.pairs.get(wrong.lower()) or match.expand(rule.instead)
    return Remark(
        rule=f"language-{rule.id}",
        weight=Weight.WARNING,
        message=Text(f"'{wrong}': {rule.message.nl}", f"'{wrong}': {rule.message.en}"),
        places=(Span(offset + start, offset + end),),
        settle=Text(f"Bedoeld is waarschijnlijk: {instead}.", f"Probably meant: {instead}."),
    )


def _double_words(document: Document, allowed: frozenset[str]) -> Iterator[Remark]:
    for block in document.blocks:
        if block.kind is BlockKind.ROW:
            continue
        for match in _TWICE.finditer(document.text, block.span.start, block.span.end):
            word = match[1]
            # With a capital it may be a name or a code, or begin a sentence.
            if word.lower() in allowed or len(word) < 2 or match[2][0].isupper():
                continue
            yield Remark(
                rule="language-twice",
                weight=Weight.WARNING,
                message=Text(
                    f"'{word}' staat er twee keer achter elkaar.", f"'{word}' stands twice in a row."
                ),
                places=(Span(match.start(1), match.end(2)),),
                settle=Text("Haal er een weg.", "Remove one."),
            )


def _without_partner(document: Document) -> Iterator[Remark]:
    """Marks whose partner stands neither in the block nor in one of the next few."""
    opened: list[tuple[str, int, int]] = []
    for number, block in enumerate(document.blocks):
        late = [one for one in opened if number - one[2] > _NEAR]
        opened = [one for one in opened if number - one[2] <= _NEAR]
        yield from (_no_partner(mark, at) for mark, at, _ in late)
        yield from _walk(document.text, block, number, opened)
    yield from (_no_partner(mark, at) for mark, at, _ in opened)


def _walk(text: str, block: Block, number: int, opened: list[tuple[str, int, int]]) -> Iterator[Remark]:
    start, end = block.span.start, block.span.end
    numbering = _NUMBERING.match(text, start, end)
    if numbering:
        start = numbering.end()
    for match in _MARKS.finditer(text, start, end):
        mark, at = match[0], match.start()
        if _SMILEY.match(text, max(start, at - 2), at + 1) or _SMILEY.match(text, max(start, at - 1), at + 1):
            continue
        if mark == "“" and opened and opened[-1][0] == "„":
            opened.pop()  # „German style“
        elif mark not in _CLOSING:
            opened.append((mark, at, number))
        elif opened and _PAIRS[opened[-1][0]] == mark:
            opened.pop()
        elif not _needs_none(text, block.span.start, mark, at):
            yield _no_partner(mark, at)
    yield from _straight(text, block)


def _needs_none(text: str, start: int, mark: str, at: int) -> bool:
    """Whether a closing mark numbers an item, or a quotation was opened by the same mark, as some write."""
    if mark == ")":
        return bool(_NUMBERED.search(text, max(start, at - 4), at))
    before, after = text.count("”", max(start, at - _FAR), at), text.count("”", at + 1, at + _FAR)
    return mark == "”" and (before % 2 == 1 or after % 2 == 1)


def _straight(text: str, block: Block) -> Iterator[Remark]:
    """A straight quotation mark alone in its block, unless it stands for inches."""
    marks = [m.start() for m in re.finditer(r'(?<!\d)"', text[block.span.start : block.span.end])]
    if len(marks) % 2:
        yield _no_partner('"', block.span.start + marks[-1])


def _no_partner(mark: str, at: int) -> Remark:
    return Remark(
        rule="language-mark",
        weight=Weight.WARNING,
        message=Text(f"Het teken {mark} heeft geen partner.", f"The mark {mark} has no partner."),
        places=(Span(at, at + 1),),
        settle=Text(
            "Open of sluit het haakje of aanhalingsteken.", "Open or close the bracket or quotation."
        ),
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
