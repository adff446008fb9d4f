# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One finding as HTML: its mark in words, what was found, the figures, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from baken.model.text import Language
from baken.publications import check_words as words
from baken.publications.charts.canvas import escape
from baken.publications.check_findings import Finding
from baken.publications.check_passages import anchor
from baken.publications.check_words import Mark, filled
from baken.publications.report_words import typeset


def badge(mark: Mark, language: Language) -> str:
    """A verdict or weight: its sign and its words."""
    label = escape(mark.label.in_(language))
    return (
        f'<span class="badge m-{mark.id}"><span aria-hidden="true">{escape(mark.sign)}</span> {label}</span>'
    )


def finding_items(findings: Iterable[Finding], language: Language) -> Iterator[str]:
    """Findings as a list; nothing where there is none."""
    items = [
        f'<li class="finding m-{one.mark.id}" id="f{one.number}">\n{_inside(one, language)}\n</li>'
        for one in findings
    ]
    if items:
        yield '<ul class="found" role="list">'
        yield from items
        yield "</ul>"


def _inside(one: Finding, language: Language) -> str:
    return "\n".join(_parts(one, language))


def _parts(one: Finding, language: Language) -> Iterator[str]:
    back = escape(words.BACK.in_(language))
    hidden = escape(filled(words.NUMBER, number=one.number).in_(language))
    link = (
        f' <a class="back" href="#{anchor(one.number)}">{back}<span class="unseen">, {hidden}</span></a>'
        if one.places
        else ""
    )
    where = one.where[0].in_(language) if one.where else ""
    place = f' <span class="where">{escape(where)}</span>' if where else ""
    yield f'<p class="head"><b>{one.number}</b> {badge(one.mark, language)}{place}{link}</p>'
    yield f"<p>{_text(one.said.in_(language))}</p>"
    if one.facts:
        yield "<ul>"
        yield from (f"<li>{_text(fact.in_(language))}</li>" for fact in one.facts)
        yield "</ul>"
    for label, text in ((words.CARRIED, one.carried), (words.SETTLE, one.settle)):
        if text:
            yield f"<p><b>{_text(label.in_(language))}</b> {_text(text.in_(language))}</p>"
    if len(one.places) > 1:
        yield f"<p>{_text(words.ALSO.in_(language))} {', '.join(_others(one, language))}</p>"


def _others(one: Finding, language: Language) -> Iterator[str]:
    for number in range(1, len(one.places)):
        where = one.where[number].in_(language) or filled(words.THERE, number=number + 1).in_(language)
        yield f'<a href="#{anchor(one.number, number)}">{_text(where)}</a>'


def _text(text: str) -> str:
    return escape(typeset(text))
