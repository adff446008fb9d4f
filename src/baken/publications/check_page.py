# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A checked document as one page that stands on its own.

The summary, the claims and the remarks by rule come first, then the marked text with each claim beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from baken.documents.document import Block, BlockKind, Form
from baken.model.remark import Weight
from baken.model.text import Language, Text
from baken.publications import check_words as words
from baken.publications.check_finding import FindingItems, badge, folded
from baken.publications.check_findings import Finding, Findings
from baken.publications.check_passages import Passages, anchor
from baken.publications.check_rules import rule_name
from baken.publications.check_summary import (
    about,
    claims_said,
    figures_said,
    unread_said,
    verdict_counts,
    weight_counts,
)
from baken.publications.check_votes import vote_lines
from baken.publications.check_words import Mark, filled
from baken.publications.escaping import escape
from baken.publications.standalone import section, standalone_page, styles

# An item that brings a number or letter of its own needs no bullet.
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-z])[.)]\s")
# Claims that are named before the text; more are folded away.
_AT_ONCE = 20
_STYLE = Path(__file__).parent / "check.css"


def check_page(findings: Findings, language: Language) -> str:
    """The page as HTML. The same findings give the same bytes."""
    title = filled(words.CHECKED, name=findings.title).in_(language)
    return standalone_page(language, title, styles(_STYLE), _Page(findings, language).body(title))


class _Page:
    """The parts of the page of one document in one language."""

    def __init__(self, findings: Findings, language: Language) -> None:
        self.findings, self.language = findings, language
        self.checked, self.document = findings.checked, findings.checked.document
        self.passages = Passages(findings, language)
        # What the language of the document is called, and that of our own words within it.
        own = findings.names.language
        self.foreign = f' lang="{escape(own)}"' if own != language else ""
        self.items = FindingItems(language, self.foreign, placed=bool(self.document.blocks))
        self.at_home = f' lang="{language}"' if own != language else ""

    def body(self, title: str) -> Iterator[str]:
        yield f"<h1>{escape(title)}</h1>"
        yield f'<p class="measure">{self.text(about(self.checked))}</p>'
        yield section("answer", words.SUMMARY, self.language, self.summary())
        if self.findings.claims:
            yield section("claims", words.CLAIMS, self.language, self.claims())
        if self.findings.remarks:
            yield section("remarks", words.REMARKS, self.language, self.remarks())
        if self.document.blocks:
            yield section("document", words.DOCUMENT, self.language, self.marked())
        if self.checked.listings:
            yield section("lists", words.LISTS, self.language, self.lists())

    def summary(self) -> Iterator[str]:
        yield f"<p>{self.text(claims_said(self.checked))}</p>"
        yield from self.counts(verdict_counts(self.checked))
        for one in (figures_said(self.checked), unread_said(self.checked)):
            if one:
                yield f"<p>{self.text(one)}</p>"
        weights = weight_counts(self.checked)
        yield f"<p>{self.text(words.FOUND if weights else words.NO_REMARKS)}</p>"
        yield from self.counts(weights)
        yield f'<p class="small">{self.text(words.READ_WITH)}</p>'

    def counts(self, counts: list[tuple[Mark, int]]) -> Iterator[str]:
        """How many of each, each leading to the list of them."""
        if counts:
            yield '<ul class="counts" role="list">'
            for mark, number in counts:
                inside = f'<span class="number">{number}</span> {badge(mark, self.language)}'
                yield f'<li><a href="#by-{mark.id}">{inside}</a></li>'
            yield "</ul>"

    def marked(self) -> Iterator[str]:
        """The blocks in their order; items and rows that follow each other stand in one list."""
        numbered = list(enumerate(self.document.blocks))
        for page, on_page in groupby(numbered, lambda pair: pair[1].page):
            if page:
                form = words.SLIDE if self.document.form is Form.SLIDES else words.PAGE
                yield f'<h3 class="page-number">{self.text(filled(form, number=page))}</h3>'
            for kind, run in groupby(on_page, lambda pair: pair[1].kind):
                listed = kind in {BlockKind.ITEM, BlockKind.ROW}
                if listed:
                    yield f'<ul class="{kind}s" role="list">'
                for number, block in run:
                    passage = self.passage(number, block, 4 if page else 3)
                    yield f"<li>{passage}</li>" if listed else passage
                if listed:
                    yield "</ul>"

    def passage(self, number: int, block: Block, level: int) -> str:
        """One block with what is said of it beside it, or below it where there is no room."""
        tags = {BlockKind.HEADING: f"h{level}", BlockKind.ITEM: "div", BlockKind.ROW: "div"}
        tag, shown = tags.get(block.kind, "p"), self.passages.html(number)
        if block.kind is BlockKind.NOTE:
            shown = f'<span class="label"{self.at_home}>{self.text(words.NOTE)}</span> {shown}'
        numbered = block.kind is BlockKind.ITEM and _NUMBERED.match(block.span.of(self.document.text))
        name = ' class="numbered"' if numbered else ""
        inside = f"<{tag}{name}{self.foreign}>{shown}</{tag}>"
        found = "\n".join(self.items.items(self.passages.found(number)))
        return f'<div class="passage {block.kind}">\n{inside}\n{found}</div>'

    def claims(self) -> Iterator[str]:
        """The claims in a line each, what needs work first; in full where there is no text."""
        claims = self.findings.claims_first
        first = _first(claims)
        if not self.document.blocks:
            yield from self.items.items(claims, first)
            return
        yield from self.index(claims[:_AT_ONCE], first)
        rest = claims[_AT_ONCE:]
        if rest:
            label = self.text(filled(words.ALL_CLAIMS, number=len(rest)))
            yield from folded(label, self.index(rest, first))

    def index(self, claims: Iterable[Finding], first: dict[int, str]) -> Iterator[str]:
        yield '<ul class="index" role="list">'
        for one in claims:
            name = first.get(one.number)
            link = f'<a href="#{anchor(one.number)}">{one.number}. {self.items.quote(one.quote)}</a>'
            where = one.where[0].in_(self.language)
            place = f' <span class="where">{escape(where)}</span>' if where else ""
            start = f'<li id="{name}">' if name else "<li>"
            yield f"{start}{badge(one.mark, self.language)} {link}{place}</li>"
        yield "</ul>"

    def remarks(self) -> Iterator[str]:
        """The remarks, each family folded away behind its name and counts; errors show at once."""
        first = _first(self.findings.remarks)
        for rule, found in self.findings.grouped().items():
            weights = dict.fromkeys(one.mark for one in found)
            counts = [(mark, sum(one.times for one in found if one.mark is mark)) for mark in weights]
            told = " ".join(f"{number} {badge(mark, self.language)}" for mark, number in counts)
            shown = " open" if any(mark is words.WEIGHTS[Weight.ERROR] for mark in weights) else ""
            yield f'<details class="family"{shown}>'
            yield f'<summary><h3>{self.text(rule_name(rule))}</h3> <span class="told">{told}</span></summary>'
            yield from self.items.items(found, first)
            yield "</details>"

    def lists(self) -> Iterator[str]:
        for listing in self.checked.listings:
            title = self.text(self.findings.mask.both(listing.title))
            yield '<details class="family">'
            yield f'<summary><h3>{title}</h3> <span class="told">{len(listing.lines)}</span></summary>'
            yield "<ul>"
            if listing.id == "votes" and self.checked.council:
                yield from vote_lines(self.checked.council, self.findings.mask, self.language)
            else:
                yield from (f"<li>{self.text(self.findings.mask.both(line))}</li>" for line in listing.lines)
            yield "</ul>"
            yield "</details>"

    def text(self, text: Text) -> str:
        return escape(text.in_(self.language))


def _first(findings: Iterable[Finding]) -> dict[int, str]:
    """The first finding of each mark is where the counts of the summary lead to: its name, by its number."""
    found: dict[str, int] = {}
    for one in findings:
        found.setdefault(one.mark.id, one.number)
    return {number: f"by-{mark}" for mark, number in found.items()}
