# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A checked document as about one screen of lines: what most needs work, and how much there is of the rest."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.claim import ClaimVerdict
from baken.model.text import Language
from baken.publications import check_words as words
from baken.publications.check_findings import Finding, Findings
from baken.publications.check_lines import heading, summary_lines
from baken.publications.check_rules import rule_name
from baken.publications.check_words import filled, sentences

WIDTH = 110
# Lines for claims and for remarks. With the summary and the last line they make about one screen.
_CLAIMS, _REMARKS = 22, 24
_TELLING = (ClaimVerdict.CONTRADICTED, ClaimVerdict.PARTLY)


def brief_lines(findings: Findings, language: Language) -> Iterator[str]:
    """The summary, the claims with the worst first, and the remarks by rule; lines are cut off at a width."""
    yield from summary_lines(findings, language)
    if findings.claims:
        yield ""
        yield from _claims(findings, language)
    if findings.remarks:
        yield ""
        yield from _remarks(findings, language)
    if findings.every:
        yield from ("", words.ASK_ALL.in_(language))


def _claims(findings: Findings, language: Language) -> Iterator[str]:
    """As many claims as there is room for."""
    room, claims = _CLAIMS, findings.claims_first
    for done, one in enumerate(claims):
        said = list(_claim(one, language))
        # Where the whole of it no longer fits, its first line will do.
        said = said if len(said) + (len(claims) - done - 1) <= room else said[:1]
        if room < len(said) + (done + 1 < len(claims)):
            yield filled(words.MORE_CLAIMS, number=len(claims) - done).in_(language)
            return
        room -= len(said)
        yield from said


def _claim(one: Finding, language: Language) -> Iterator[str]:
    """A claim in a line; one that does not fit the figures with why, and what can be said instead."""
    yield cut(f'{heading(one, language)}: "{one.quote}"')
    if one.group not in _TELLING:
        return
    if one.said:
        yield cut(f"   {one.said.in_(language)}")
    if one.carried:
        first = sentences(one.carried)[0].in_(language)
        yield cut(f"   {words.CARRIED.in_(language)} {first}")


def _remarks(findings: Findings, language: Language) -> Iterator[str]:
    """Each rule in a line below the name of its family, as many as there is room for; errors come first."""
    families = list(findings.grouped().items())
    room = _REMARKS
    for done, (rule, remarks) in enumerate(families):
        rest = families[done:]
        if room < 2 + (len(rest) > 1):
            yield _rest(rest, language)
            return
        name = rule_name(rule).in_(language)
        if len(remarks) == 1:
            yield cut(f"{name}: {_remark(remarks[0], language)}")
            room -= 1
            continue
        # Each family that still comes has a line of its own.
        shown = remarks[: max(1, room - 1 - (len(rest) - 1))]
        shown = shown[:-1] if len(shown) < len(remarks) and len(shown) > 1 else shown
        yield name
        yield from (cut(f"  {_remark(one, language)}") for one in shown)
        left = sum(one.times for one in remarks[len(shown) :])
        if left:
            yield f"  {filled(words.MORE_REMARKS, number=left, names=name).in_(language)}"
        room -= 1 + len(shown) + bool(left)


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
