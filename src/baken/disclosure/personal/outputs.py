# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The scan of all that is about to be published: pages, tables and texts, by name."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from baken.catalogue.lexicon_personal import PersonalLexicon
from baken.disclosure.personal.allowed import Allowed, digest_of
from baken.disclosure.personal.hits import Kind
from baken.disclosure.personal.lines import Lines
from baken.disclosure.personal.scan import scanner
from baken.disclosure.personal.tables import cells, strings
from baken.model.remark import Span, Weight

_MARKED_UP = (".html", ".htm", ".svg", ".xml")
_LONGEST_TAG = 4000
_TAG = (
    rf"<!--.{{0,{_LONGEST_TAG}}}?-->|<(?:style|script)\b.{{0,{_LONGEST_TAG}}}?</(?:style|script)\s*>"
    rf"|</?[a-zA-Z!][^<>]{{0,{_LONGEST_TAG}}}>"
)
# All that stands between two pieces of text.
_GAP = re.compile(rf"\s*(?:(?:{_TAG})\s*)+|&#?\w{{1,31}};", re.DOTALL | re.IGNORECASE)
_INLINE = "a|abbr|b|cite|code|em|i|mark|q|small|span|strong|tspan|u"
_BREAK = re.compile(rf"</?(?!(?:{_INLINE})\b)[a-zA-Z!]", re.IGNORECASE)
_NEXT_CELL = re.compile(r"</t[dh]\s*>(?!\s*</tr)", re.IGNORECASE)
_SAID = re.compile(r"\b(?:alt|title|content|aria-label|placeholder|href)=(?:\"([^\"<>]*)\"|'([^'<>]*)')")


@dataclass(frozen=True, slots=True)
class OutputHit:
    """Personal data in something that is to be published. ``line`` counts from 1; ``digest`` tells what it is
    without saying it (see ``allowed.digest_of``). ``span`` is the place in the text as given.
    """

    name: str
    line: int
    kind: Kind
    span: Span
    weight: Weight
    digest: str


def scan_outputs(
    texts: Iterable[tuple[str, str]], allowed: Sequence[Allowed] = (), country: str = "nl"
) -> tuple[OutputHit, ...]:
    """The personal data in texts that are to be published, each given with its name.

    Of pages and drawings (names that end in .html, .svg or .xml) what a reader can see or hear is read: their
    text, and what their pictures, links and titles say; of tables and JSON each different text. All else is
    read as it is.

    Args:
        texts: (name, text) of each output.
        allowed: what may be published; it is left out.
        country: whose words the scan uses.

    """
    settled = {one.sought for one in allowed}
    found: list[OutputHit] = []
    lines = _lines(country)
    for name, text in texts:
        shown = _read(name.lower(), text, scanner(country).personal)
        for hit in lines.scan(shown.text):
            digest = digest_of(hit.kind, hit.span.of(shown.text))
            if digest not in settled:
                span = shown.source(hit.span)
                line = text.count("\n", 0, span.start) + 1
                found.append(OutputHit(name, line, hit.kind, span, hit.weight, digest))
    return tuple(found)


@cache
def _lines(country: str) -> Lines:
    """The reader of a country's texts: editions that are made one after another have many lines in common."""
    return Lines(scanner(country))


def _read(name: str, text: str, lexicon: PersonalLexicon) -> _Visible:
    """What can be read of an output, by the form that its name tells."""
    if name.endswith(_MARKED_UP):
        return visible(text)
    said = (
        strings(text) if name.endswith(".json") else cells(text, lexicon) if name.endswith(".csv") else None
    )
    if said is None:
        return _Visible(text, (0,), (0,))
    pieces = _Pieces()
    for words, at in said:
        pieces.add(words, at)
        pieces.add("\n", at + len(words))
    return pieces.together()


@dataclass(frozen=True, slots=True)
class _Visible:
    """What can be read of a page, and for the start of each piece of it where that stands in the source."""

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, span: Span) -> Span:
        """The place in the source of a place in the visible text."""
        return Span(self._of(span.start), self._of(max(span.start, span.end - 1)) + 1)

    def _of(self, offset: int) -> int:
        at = bisect_right(self.starts, offset) - 1
        return self.sources[at] + offset - self.starts[at]


class _Pieces:
    """A visible text while it is put together."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.sources: list[int] = []
        self.length = 0

    def add(self, words: str, source: int) -> None:
        """Add words that stand at a place of the source."""
        if words:
            self.words.append(words)
            self.starts.append(self.length)
            self.sources.append(source)
            self.length += len(words)

    def together(self) -> _Visible:
        """The text that was put together."""
        return _Visible("".join(self.words), tuple(self.starts) or (0,), tuple(self.sources) or (0,))


def visible(source: str) -> _Visible:
    """What can be read of a page: its text, then what its pictures, links and titles say, a line each."""
    pieces, at = _Pieces(), 0
    for match in _GAP.finditer(source):
        pieces.add(_spaced(source[at : match.start()]), at)
        at = match.end()
        pieces.add(_between(match[0]), match.start())
    pieces.add(_spaced(source[at:]), at)
    for said in _SAID.finditer(source):
        group = 1 if said[1] is not None else 2
        pieces.add("\n", said.start())
        pieces.add(_spaced(html.unescape(said[group])), said.start(group))
    return pieces.together()


def _between(gap: str) -> str:
    """What markup between two pieces of text means: a new line, the next cell, a space, or nothing."""
    if gap[0] == "&":
        return html.unescape(gap)
    if _NEXT_CELL.search(gap):
        return " | "
    if _BREAK.search(gap):
        return "\n"
    return " " if gap[0].isspace() or gap[-1].isspace() else ""


def _spaced(words: str) -> str:
    """The words with a space for each line end: in a page these mean the same."""
    return words.replace("\n", " ").replace("\t", " ")
