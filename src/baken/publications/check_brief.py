# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A checked document in about one screen of lines: what needs work most, how much there is of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from baken.model.claim import ClaimVerdict
from baken.model.text import Language
from baken.publications import check_words as words
from baken.publications.check_findings import Finding, Findings
from baken.publications.check_lines import heading, summary_lines
from baken.publications.check_rules import rule_name
from baken.publications.check_words import filled, sentences

# A screen, in characters and lines. Empty lines and the last line take four.
WIDTH, HEIGHT = 110, 60
_FIXED = 4
_TELLING = (ClaimVerdict.CONTRADICTED, ClaimVerdict.PARTLY)


def brief_lines(findings: Findings, language: Language) -> Iterator[str]:
    """The summary, the claims with the worst first, and the remarks by rule; lines are cut off at a width.

    Claims get half of what the summary leaves, or more where the remarks need less.
    """
    summary = list(summary_lines(findings, language))
    room = HEIGHT - _FIXED - len(summary)
    needed = sum(1 + len(remarks) for remarks in findings.grouped().values())
    claims = list(_claims(findings, language, max(room // 2, room - needed)))
    yield from summary
    if claims:
        yield from ("", *claims)
    if findings.remarks:
        yield from ("", *_remarks(findings, language, room - len(claims)))
    if findings.every:
        yield from ("", words.ASK_ALL.in_(language))


def _claims(findings: Findings, language: Language, room: int) -> Iterator[str]:
    """As many claims as there is room for."""
    claims = findings.claims_first
    for done, one in enumerate(claims):
        left = len(claims) - done
        said = list(_claim(one, language))
        # Where the whole of it would leave no line for each of the others, its first line will do.
        said = said if len(said) + left - 1 <= room else said[:1]
        if room < len(said) + (left > 1):
            yield filled(words.MORE_CLAIMS, number=left).in_(language)
            return
        room -= len(said)
        yield from said


def _claim(one: Finding, language: Language) -> Iterator[str]:
    """A claim in a line; one that does not fit the figures with why, and what can be said instead."""
    yield cut(f'{heading(one, language)}: "{one.quote}"')
    if one.group not in _TELLING:
        return
    if one.said:
        yield from _two_lines(one.said.in_(language))
    if one.carried:
        first = sentences(one.carried)[0].in_(language)
        yield cut(f"   {words.CARRIED.in_(language)} {first}")


def _two_lines(text: str) -> Iterator[str]:
    found = wrap(text, WIDTH - 3)
    yield from (f"   {line}" for line in found[:1])
    if found[1:]:
        yield cut("   " + " ".join(found[1:]))


def _remarks(findings: Findings, language: Language, room: int) -> Iterator[str]:
    """Each rule in a line below the name of its family, as many as there is room for; errors come first."""
    families = list(findings.grouped().items())
    for done, (rule, remarks) in enumerate(families):
        # What comes after this family has a line at least.
        own = room - (done + 1 < len(families))
        if own < min(2, len(remarks)):
            yield _rest(families[done:], language)
            return
        said = list(_family(rule_name(rule).in_(language), remarks, language, own))
        room -= len(said)
        yield from said


def _family(name: str, remarks: list[Finding], language: Language, room: int) -> Iterator[str]:
    """One family, as far as it fits; its name stands before a single rule and above more."""
    if len(remarks) == 1:
        yield cut(f"{name}: {_remark(remarks[0], language)}")
        return
    yield name
    shown = remarks if len(remarks) < room else remarks[: room - 2]
    yield from (cut(f"  {_remark(one, language)}") for one in shown)
    left = sum(one.times for one in remarks[len(shown) :])
    if left:
        yield f"  {filled(words.MORE_REMARKS, number=left, names=name).in_(language)}"


def _remark(one: Finding, language: Language) -> str:
    said = one.said or one.entries[0].said
    example = f"{words.SUCH_AS.in_(language)} " if one.said is None else ""
    return f"{heading(one, language)}: {example}{said.in_(language)}"


def _rest(families: list[tuple[str, list[Finding]]], language: Language) -> str:
    number = sum(one.times for _, remarks in families for one in remarks)
    names = ", ".join(rule_name(rule).in_(language) for rule, _ in families)
    return cut(filled(words.MORE_REMARKS, number=number, names=names).in_(language))


def cut(line: str) -> str:
    """A line that is no wider than there is room for."""
    return line if len(line) <= WIDTH else line[: WIDTH - 1].rstrip() + "…"
