# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A checked document as lines of text, in full: the summary, each claim, the remarks by rule, the lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from baken.model.text import Language, Text
from baken.publications import check_words as words
from baken.publications.check_findings import Entry, Finding, Findings
from baken.publications.check_rules import rule_name
from baken.publications.check_summary import (
    about,
    claims_said,
    figures_said,
    unread_said,
    verdict_counts,
    weight_counts,
)
from baken.publications.check_words import Mark, filled, sentences


def lines(findings: Findings, language: Language) -> Iterator[str]:
    """The answer, line by line."""
    yield from summary_lines(findings, language)
    for one in findings.claims_first:
        yield ""
        yield from _finding(one, language)
    for rule, remarks in findings.grouped().items():
        yield from ("", rule_name(rule).in_(language))
        for one in remarks:
            yield from _finding(one, language)
    for listing in findings.checked.listings:
        yield from ("", findings.mask.both(listing.title).in_(language))
        yield from (f"  {findings.mask.both(line).in_(language)}" for line in listing.lines)


def summary_lines(findings: Findings, language: Language) -> Iterator[str]:
    """What it is about, how many claims got which verdict, and how many remarks there are."""
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


def heading(one: Finding, language: Language) -> str:
    """A finding in a line: number, mark, how many times, and the place where there is but one remark."""
    times = f", {filled(words.TIMES, number=one.times).in_(language)}" if one.times > 1 else ""
    place = one.where[0].in_(language) if one.where and one.times == 1 else ""
    return f"{one.number}. {one.mark.label.in_(language)}{times}{f' ({place})' if place else ''}"


def _counts(counts: list[tuple[Mark, int]], language: Language) -> Iterator[str]:
    wide = max((len(str(number)) for _, number in counts), default=0)
    for mark, number in counts:
        yield f"  {number:>{wide}} {mark.label.in_(language)}"


def _finding(one: Finding, language: Language) -> Iterator[str]:
    yield heading(one, language)
    if one.quote and one.times == 1:
        yield f'   "{one.quote}"'
    if one.said:
        yield f"   {one.said.in_(language)}"
    yield from (f"   - {fact.in_(language)}" for fact in one.facts)
    for entry in one.entries:
        yield from _entry(one, entry, language)
    others = [where.in_(language) for where in one.where[1:] if where.in_(language)]
    if others and one.times == 1:
        yield f"   {words.ALSO.in_(language)} {'; '.join(others)}"
    yield from _carried(one, language)
    if one.newer:
        yield f"   {one.newer.in_(language)}"
    if one.settle:
        yield f"   {words.SETTLE.in_(language)} {one.settle.in_(language)}"


def _carried(one: Finding, language: Language) -> Iterator[str]:
    """The sentence that the figures would carry; where there are more, each in a line of its own."""
    if one.carried:
        found = [text.in_(language) for text in sentences(one.carried)]
        label = words.CARRIED.in_(language)
        if len(found) == 1:
            yield f"   {label} {found[0]}"
        else:
            yield f"   {label}"
            yield from (f"   - {text}" for text in found)


def _entry(one: Finding, entry: Entry, language: Language) -> Iterator[str]:
    """One remark of several: its words and places, and what is said of it alone."""
    places = "; ".join(filter(None, (one.where[place].in_(language) for place in entry.places)))
    own = "" if one.said else entry.said.in_(language)
    quoted = [f'"{entry.quote}"'] if entry.quote else []
    line = " ".join([*quoted, *([f"({places})"] if places else [])])
    yield f"   - {line}{': ' if line and own else ''}{own}"
    if entry.settle and not one.settle:
        yield f"     {words.SETTLE.in_(language)} {entry.settle.in_(language)}"
