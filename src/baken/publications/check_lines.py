# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A checked document as lines of text: the summary, each claim, the remarks by rule, the lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from baken.model.text import Language, Text
from baken.publications import check_words as words
from baken.publications.check_findings import Finding, Findings
from baken.publications.check_rules import rule_name
from baken.publications.check_summary import (
    about,
    claims_said,
    figures_said,
    unread_said,
    verdict_counts,
    weight_counts,
)
from baken.publications.check_words import Mark, filled


def lines(findings: Findings, language: Language) -> Iterator[str]:
    """The answer, line by line."""
    yield from _summary(findings, language)
    for one in findings.claims:
        yield ""
        yield from _finding(one, language)
    for rule, remarks in findings.grouped().items():
        yield from ("", rule_name(rule).in_(language))
        for one in remarks:
            yield from _finding(one, language)
    for listing in findings.checked.listings:
        yield from ("", findings.mask.both(listing.title).in_(language))
        yield from (f"  {findings.mask.both(line).in_(language)}" for line in listing.lines)


def _summary(findings: Findings, language: Language) -> Iterator[str]:
    checked = findings.checked
    yield filled(words.CHECKED, name=findings.title).in_(language)
    said: Iterable[Text | None] = (about(checked), unread_said(checked), claims_said(checked))
    yield from (one.in_(language) for one in said if one)
    yield from _counts(verdict_counts(checked), language)
    figures = figures_said(checked)
    if figures:
        yield figures.in_(language)
    weights = weight_counts(checked)
    yield (words.FOUND if weights else words.NO_REMARKS).in_(language)
    yield from _counts(weights, language)


def _counts(counts: list[tuple[Mark, int]], language: Language) -> Iterator[str]:
    wide = max((len(str(number)) for _, number in counts), default=0)
    for mark, number in counts:
        yield f"  {number:>{wide}} {mark.label.in_(language)}"


def _finding(one: Finding, language: Language) -> Iterator[str]:
    place = one.where[0].in_(language) if one.where else ""
    yield f"{one.number}. {one.mark.label.in_(language)}{f' ({place})' if place else ''}"
    if one.quote:
        yield f'   "{one.quote}"'
    yield f"   {one.said.in_(language)}"
    yield from (f"   - {fact.in_(language)}" for fact in one.facts)
    others = [where.in_(language) for where in one.where[1:] if where.in_(language)]
    if others:
        yield f"   {words.ALSO.in_(language)} {'; '.join(others)}"
    for label, text in ((words.CARRIED, one.carried), (words.SETTLE, one.settle)):
        if text:
            yield f"   {label.in_(language)} {text.in_(language)}"
