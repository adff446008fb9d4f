# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sections of a proposal: which are there, and whether they stand in the order that was agreed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from baken.council.dutch import plain
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRule:
    """A section that a proposal must have: what its heading begins with, and other headings that count
    as it."""

    name: str
    others: tuple[str, ...] = ()


PROPOSAL_ORDER: tuple[SectionRule, ...] = (
    SectionRule(name="Samenvatting"),
    SectionRule(
        name="Beslispunten", others=("Beslispunt", "Voorstel", "Gevraagd besluit", "Voorgesteld besluit")
    ),
    SectionRule(name="Aanleiding", others=("Inleiding",)),
    SectionRule(name="Gewenste situatie", others=("Doel", "Beoogd resultaat", "Beoogd effect")),
    SectionRule(name="Indicatoren"),
    SectionRule(name="Argumenten"),
    SectionRule(name="Alternatieven", others=("Kanttekeningen",)),
    SectionRule(name="Financiën", others=("Financiële",)),
    SectionRule(name="Vervolg", others=("Uitvoering",)),
    SectionRule(name="Participatie", others=("Communicatie en participatie",)),
    SectionRule(name="Raadsbesluit", others=("De raad der gemeente", "De raad van de gemeente")),
)
"""An order that occurs; every municipality has its own, so it is an argument everywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section that is there, with the place of its heading."""

    name: str
    span: Span


def read_sections(text: str, order: Sequence[SectionRule] = PROPOSAL_ORDER) -> tuple[Section, ...]:
    """Return the sections of the order that a text has, in the order of the text.

    A heading is a line of at most 80 characters that begins with the name, with or without a number in front.
    """
    words = plain(text)
    found = []
    for rule in order:
        names = "|".join(
            r"\s+".join(re.escape(plain(part)) for part in one.split()) for one in (rule.name, *rule.others)
        )
        pattern = re.compile(
            rf"^[ \t\f]*(?:[0-9]{{1,2}}(?:\.[0-9])?[.)]?[ \t]+)?(?:{names})\b(?P<rest>[^\n]{{0,70}})$",
            re.IGNORECASE | re.MULTILINE,
        )
        one = next((line for line in pattern.finditer(words) if _is_heading(line)), None)
        if one:
            found.append(Section(name=rule.name, span=Span(one.start(), one.end())))
    return tuple(sorted(found, key=lambda section: section.span))


def _is_heading(line: re.Match[str]) -> bool:
    """Whether a line is a heading rather than the first line of a sentence."""
    first = line.group().strip()
    rest = line["rest"].strip()
    if first[0].isdigit() or not rest.strip(".: "):
        return True
    letters = [letter for letter in first if letter.isalpha()]
    return rest[0] in ",:&/" or all(letter.isupper() for letter in letters)


_PROPOSAL = re.compile(
    r"\b(?:raads|initiatief)voorstel\b|\bvoorstel aan de (?:gemeente)?raad\b"
    r"|^[ \t]*aan de (?:gemeente)?raad\b",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 3000


def missing_sections(text: str, headings: Sequence[str], order: Sequence[SectionRule]) -> tuple[Remark, ...]:
    """Return what a proposal to the council lacks, in whatever order it stands (``section-missing``).

    A text whose head does not call it a proposal, or that has not two of the sections, gives nothing: minutes
    and lists of decisions name proposals too.

    Args:
        text: of a document.
        headings: of the document, as far as its file tells which they are.
        order: the sections that a proposal has.
    """
    there = {one.name for one in read_sections(text, order)} | _headed(headings, order)
    if len(there) < 2 or not _PROPOSAL.search(plain(text), 0, _HEAD):
        return ()
    return _missing(there, order)


def _headed(headings: Sequence[str], order: Sequence[SectionRule]) -> set[str]:
    """The sections whose name begins a heading, with or without a number in front."""
    bare = [re.sub(r"^[\W\d]+", "", plain(one)).casefold() for one in headings]
    return {
        rule.name
        for rule in order
        if any(one.startswith(plain(name).casefold()) for one in bare for name in (rule.name, *rule.others))
    }


def check_sections(text: str, order: Sequence[SectionRule] = PROPOSAL_ORDER) -> tuple[Remark, ...]:
    """Return what is missing and what stands out of order (``section-missing``, ``section-order``)."""
    found = read_sections(text, order)
    remarks = list(_missing({one.name for one in found}, order))
    ranks = {rule.name: place for place, rule in enumerate(order)}
    for before, after in itertools.pairwise(found):
        if ranks[before.name] > ranks[after.name]:
            remarks.append(
                Remark(
                    rule="section-order",
                    weight=Weight.WARNING,
                    message=Text(
                        f"'{after.name}' hoort voor '{before.name}' te staan.",
                        f"'{after.name}' should stand before '{before.name}'.",
                    ),
                    places=(before.span, after.span),
                )
            )
    return tuple(remarks)


def _missing(there: set[str], order: Sequence[SectionRule]) -> tuple[Remark, ...]:
    return tuple(
        Remark(
            rule="section-missing",
            weight=Weight.WARNING,
            message=Text(f"Het onderdeel '{one.name}' ontbreekt.", f"The section '{one.name}' is missing."),
        )
        for one in order
        if one.name not in there
    )
