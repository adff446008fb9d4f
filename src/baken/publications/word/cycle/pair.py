# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A proposal and the decision on it from plain records, with the same points in both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from baken.council.vote import Outcome
from baken.model.text import Language, Text
from baken.publications.book.model import Bullets, Facts, Paragraph, Voice
from baken.publications.book.words import day_in
from baken.publications.office.texts import INVENTED
from baken.publications.word import words
from baken.publications.word.cycle.model import CouncilProposal
from baken.publications.word.cycle.money import budget_blocks
from baken.publications.word.cycle.said import figures
from baken.publications.word.cycle.vote import OUTCOMES, RESULT, vote_blocks
from baken.publications.word.decision import Known, decision_text, field, points_or_field
from baken.publications.word.model import Block, Paper, Part, Point
from baken.publications.word.proposal import head_lines

_TITLE = Text("Raadsvoorstel: {title}", "Proposal to the council: {title}")
_DECISION = Text("Raadsbesluit: {title}", "Decision of the council: {title}")
_DRAFT = Text(
    "Concept. Wat tussen vierkante haken staat, vult een mens in.",
    "Draft. What stands between square brackets is filled in by a person.",
)
_TAILORED = Text(
    "Voorstel op maat, buiten de vaste planning.", "A tailor-made proposal, outside the fixed calendar."
)
_NONE = Text("N.v.t.", "N/a.")
_CHOICES = Text(
    "Let op: alternatieven staan op N.v.t., maar deze keuzes bestaan:",
    "Note: alternatives are said not to apply, but these choices exist:",
)
_KNOWN_CHOICES = Text("Keuzes die bestaan:", "Choices that exist:")
_ANNEXES = Text("Bijlagen", "Annexes")
_ANNEX = Text("Bijlage {number}. {title}", "Annex {number}. {title}")
_NOT_TAKEN = Text(
    "De raad heeft dit besluit niet genomen. Het voorstel is {outcome}.",
    "The council has not taken this decision. The proposal was {outcome}.",
)
_UNSIGNED = Text("niet ondertekend", "not signed")
_SIGNED = Text("ondertekend op {day}", "signed on {day}")


def points_of(proposal: CouncilProposal) -> tuple[Point, ...]:
    """The points to decide, the same objects for both papers."""
    return tuple(Point(number, one) for number, one in enumerate(proposal.points, start=1))


def council_proposal_paper(proposal: CouncilProposal, language: Language) -> Paper:
    """The proposal with its fixed sections, and the decision as its first annex."""
    parts = [
        _written(words.SUMMARY, proposal.summary, language),
        Part(words.POINTS.in_(language), (points_or_field(points_of(proposal), language),)),
        _written(words.REASON, proposal.reason, language),
        _written(words.WANTED, proposal.wanted, language),
        Part(words.INDICATORS.in_(language), figures(proposal.figures, language).blocks),
        _written(words.ARGUMENTS, proposal.arguments, language),
        Part(words.ALTERNATIVES.in_(language), tuple(_alternatives(proposal, language))),
        Part(words.MONEY.in_(language), tuple(_money(proposal, language))),
        _written(words.NEXT, proposal.next_steps, language),
        _written(words.PARTICIPATION, proposal.participation, language),
        Part(words.ANNEX_DECISION.in_(language), _decision(proposal, language), page=True),
    ]
    if proposal.vote is not None:
        title = _ANNEX.in_(language).format(number=2, title=RESULT.in_(language))
        parts.append(Part(title, tuple(vote_blocks(proposal.vote, language))))
    title = _TITLE.in_(language).format(title=_title(proposal))
    return _paper(proposal, title, tuple(_head(proposal, language)), parts, language)


def council_decision_paper(proposal: CouncilProposal, language: Language) -> Paper:
    """The decision alone, with the points of the proposal and the vote."""
    parts = [Part(words.DECISION.in_(language), _decision(proposal, language))]
    if proposal.vote is not None:
        title = _ANNEX.in_(language).format(number=1, title=RESULT.in_(language))
        parts.append(Part(title, tuple(vote_blocks(proposal.vote, language))))
    title = _DECISION.in_(language).format(title=_title(proposal))
    return _paper(proposal, title, (), parts, language)


def _paper(
    proposal: CouncilProposal, title: str, head: tuple[Block, ...], parts: list[Part], language: Language
) -> Paper:
    imprint = proposal.imprint
    notes = ((_DRAFT, imprint.draft), (INVENTED, imprint.invented), (_TAILORED, proposal.tailored))
    said = tuple(Paragraph(one.in_(language), Voice.NOTE) for one, holds in notes if holds)
    return Paper(
        language=language,
        title=title,
        author=imprint.municipality,
        day=imprint.day,
        head=(*said, *head),
        parts=tuple(parts),
    )


def _title(proposal: CouncilProposal) -> str:
    return proposal.imprint.title or proposal.imprint.municipality


def _head(proposal: CouncilProposal, language: Language) -> Iterator[Block]:
    imprint = proposal.imprint
    owners = ", ".join(proposal.portfolio_holders)
    meeting = _day(proposal.meeting, language)
    known = (meeting, proposal.item, owners, imprint.department, imprint.number)
    yield from head_lines(known, language)
    own = [words.DECISION.in_(language), *([RESULT.in_(language)] if proposal.vote else [])]
    named = [f"{number}. {one}" for number, one in enumerate((*own, *proposal.annexes), start=1)]
    yield Facts(((_ANNEXES.in_(language), "; ".join(named)),))


def _day(day: date | None, language: Language) -> str:
    return "" if day is None else day_in(day, language)


def _written(title: Text, texts: tuple[str, ...], language: Language) -> Part:
    """A section with what a person wrote, or a place where somebody must."""
    blocks: tuple[Block, ...] = tuple(Paragraph(one) for one in texts)
    return Part(title.in_(language), blocks or (field(title, words.AUTHOR, language),))


def _alternatives(proposal: CouncilProposal, language: Language) -> Iterator[Block]:
    """What else could be chosen; never an empty section, and *N.v.t.* only if somebody said so."""
    if proposal.no_alternatives:
        yield Paragraph(_NONE.in_(language))
    elif proposal.alternatives:
        yield Bullets(proposal.alternatives)
    else:
        yield field(words.ALTERNATIVES, words.AUTHOR, language)
    if proposal.choices:
        warned = proposal.no_alternatives
        form, voice = (_CHOICES, Voice.LEAD) if warned else (_KNOWN_CHOICES, Voice.PLAIN)
        yield Paragraph(form.in_(language), voice)
        yield Bullets(proposal.choices)


def _money(proposal: CouncilProposal, language: Language) -> Iterator[Block]:
    if proposal.finances:
        yield from (Paragraph(one) for one in proposal.finances)
    else:
        yield field(words.MONEY, words.TREASURER, language)
    yield from budget_blocks(proposal.budget, language)


def _decision(proposal: CouncilProposal, language: Language) -> tuple[Block, ...]:
    known = Known(
        name=proposal.imprint.municipality,
        college=_day(proposal.college, language),
        meeting=_day(proposal.meeting, language),
        department=proposal.imprint.department,
        number=proposal.imprint.number,
        law=proposal.law,
        signed=_signatures(proposal, language),
    )
    return (*_not_taken(proposal, language), *decision_text(known, points_of(proposal), language))


def _not_taken(proposal: CouncilProposal, language: Language) -> Iterator[Block]:
    """The form of a decision must not read as one where the record says that it was not adopted."""
    outcome = proposal.vote.outcome if proposal.vote else None
    if outcome not in {None, Outcome.ADOPTED}:
        said = OUTCOMES[outcome].in_(language)
        yield Paragraph(_NOT_TAKEN.in_(language).format(outcome=said), Voice.LEAD)


def _signatures(proposal: CouncilProposal, language: Language) -> tuple[str, str]:
    """Unsigned until both have signed: one signature makes no decision."""
    if proposal.clerk_signed is None or proposal.chair_signed is None:
        unsigned = _UNSIGNED.in_(language)
        return unsigned, unsigned
    form = _SIGNED.in_(language)
    days = (day_in(one, language) for one in (proposal.clerk_signed, proposal.chair_signed))
    clerk, chair = (form.format(day=one) for one in days)
    return clerk, chair
