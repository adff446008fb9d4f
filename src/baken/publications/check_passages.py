# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a checked document as HTML, block by block, with its passages marked in place.

Passages may overlap and may run on into the next block. Where several lie over each other, the one that asks
most of the reader gives its looks; each has its own reference behind its last character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from baken.documents.document import Block
from baken.model.remark import Span
from baken.model.text import Language
from baken.publications import check_words as words
from baken.publications.check_findings import Finding, Findings
from baken.publications.check_masking import BLOT
from baken.publications.check_words import filled
from baken.publications.escaping import escape


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """One place of one finding: the how many-th of it, from 0."""

    start: int
    end: int
    number: int
    place: int


@dataclass(slots=True)
class Marked:
    """What lies over one block, what ends in it, and the claims that do."""

    passages: list[Passage] = field(default_factory=list)
    ending: list[Passage] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)


def anchor(number: int, place: int = 0) -> str:
    """The id of the reference of a finding in the text."""
    return f"t{number}-{place + 1}" if place else f"t{number}"


class Passages:
    """The marked text of one document in one language of the interface."""

    def __init__(self, findings: Findings, language: Language) -> None:
        """Spread the findings over the blocks."""
        self.findings, self.language = findings, language
        self.blocks = findings.checked.document.blocks
        self._marks = {one.number: one.mark for one in findings.every}
        self._claims = len(findings.claims)
        self._marked: dict[int, Marked] = {}
        self._blots: dict[int, list[Span]] = {}
        self._foreign = f' lang="{language}"' if language != findings.names.language else ""
        starts = [block.span.start for block in self.blocks]
        for one in findings.every if self.blocks else ():
            for place, span in enumerate(one.places):
                self._spread(one, place, span, starts)
        for blot in findings.mask.places if self.blocks else ():
            for number in self._over(blot, starts):
                self._blots.setdefault(number, []).append(blot)

    def found(self, number: int) -> list[Finding]:
        """The claims to show beside a block, in the order of their numbers."""
        marked = self._marked.get(number)
        return sorted(marked.found, key=lambda one: one.number) if marked else []

    def html(self, number: int) -> str:
        """The words of a block with its marks."""
        block, marked = self.blocks[number], self._marked.get(number, Marked())
        blots = self._blots.get(number, [])
        return "".join(self._parts(block, marked, blots))

    def _spread(self, one: Finding, place: int, span: Span, starts: list[int]) -> None:
        passage = Passage(span.start, span.end, one.number, place)
        over = list(self._over(span, starts))
        for number in over:
            self._marked.setdefault(number, Marked()).passages.append(passage)
        last = self._marked[over[-1]]
        last.ending.append(passage)
        if one.number <= self._claims:
            last.found.append(one)

    def _over(self, span: Span, starts: list[int]) -> Iterator[int]:
        """The blocks that a place lies over; the last one where it lies behind all text."""
        number = max(0, bisect_right(starts, span.start) - 1)
        yield number
        while number + 1 < len(starts) and starts[number + 1] < span.end:
            number += 1
            yield number

    def _parts(self, block: Block, marked: Marked, blots: list[Span]) -> Iterator[str]:
        """The block cut wherever something begins or ends."""
        low, high = block.span.start, block.span.end
        lying = [Span(one.start, one.end) for one in marked.passages] + blots
        edges = {min(max(at, low), high) for one in lying for at in (one.start, one.end)} | {low, high}
        ends: dict[int, list[Passage]] = {}
        for passage in marked.ending:
            ends.setdefault(min(max(passage.end, low), high), []).append(passage)
        waiting, open_now = sorted(marked.passages, reverse=True), list[Passage]()
        cuts = sorted(edges)
        for start, end in zip(cuts, [*cuts[1:], high], strict=True):
            yield from self._references(ends.get(start, []))
            open_now = [one for one in open_now if one.end > start]
            while waiting and waiting[-1].start <= start:
                passage = waiting.pop()
                if passage.end > start:
                    open_now.append(passage)
            if start < end:
                yield self._piece(Span(start, end), open_now, blots)

    def _piece(self, span: Span, over: list[Passage], blots: list[Span]) -> str:
        """Words between two cuts: blotted out or not, under a mark or not."""
        if any(blot.start <= span.start and span.end <= blot.end for blot in blots):
            label = escape(words.HIDDEN.in_(self.language))
            text = f'<span class="blot" role="img"{self._foreign} aria-label="{label}">{BLOT}</span>'
        else:
            text = escape(span.of(self.findings.mask.text))
        if not over:
            return text
        strongest = min((self._marks[one.number] for one in over), key=lambda mark: mark.rank)
        return f'<mark class="m-{strongest.id}">{text}</mark>'

    def _references(self, ending: list[Passage]) -> Iterator[str]:
        """The references at one point: one for each finding, however many of its places end there."""
        told = set[int]()
        for one in sorted(ending, key=lambda one: (one.number, one.place)):
            again = one.number in told
            told.add(one.number)
            yield f'<span id="{anchor(one.number, one.place)}"></span>' if again else self._reference(one)

    def _reference(self, one: Passage) -> str:
        """The way from the last character of a passage to its finding: of a remark only the sign shows."""
        mark = self._marks[one.number]
        label = escape(mark.label.in_(self.language))
        number = escape(filled(words.NUMBER, number=one.number).in_(self.language))
        place = f'id="{anchor(one.number, one.place)}" href="#f{one.number}"'
        sign = f'<span aria-hidden="true">{escape(mark.sign)}</span>'
        shown = f'<span class="unseen">, {number}</span><span aria-hidden="true"> {one.number}</span>'
        label = label if one.number <= self._claims else f'<span class="unseen">{label}</span>'
        return f' <a class="ref m-{mark.id}" {place}{self._foreign}>{sign} {label}{shown}</a>'
