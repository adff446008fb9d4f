# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a document holds of the council: its votes, agenda, decision, sections, programmes and articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from baken.catalogue.lexicon_language import DocumentLexicon
from baken.council.agenda import Agenda, agenda_of
from baken.council.citations import Citation, check_citations, read_citations
from baken.council.decision import Decision, check_decision, read_decision
from baken.council.meeting import read_meetings
from baken.council.programmes import read_frequencies, read_planned_adoptions, read_programmes
from baken.council.proposal_sections import SectionRule, missing_sections
from baken.council.reconcile import reconcile
from baken.council.roll_call import read_votes
from baken.council.succession import (
    check_duty,
    check_frequencies,
    check_planned,
    check_successions,
    successions,
)
from baken.council.vote import Vote
from baken.documents.document import BlockKind, Document
from baken.model.policy import Programme
from baken.model.remark import Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilPart:
    """What was read of the council; ``decision`` is None where nothing is proposed, drafted or decided."""

    votes: tuple[Vote, ...]
    agenda: Agenda
    decision: Decision | None
    citations: tuple[Citation, ...]


def read_council(text: str) -> CouncilPart:
    """Read a text, from which personal data was taken."""
    votes = read_votes(text)
    read = read_decision(text)
    decision = read if read.proposed or read.drafted or read.decided else None
    return CouncilPart(
        votes=votes,
        agenda=agenda_of((one for _, one in read_meetings(text)), votes, decision),
        decision=decision,
        citations=read_citations(text),
    )


def council_remarks(
    part: CouncilPart,
    document: Document,
    said: date,
    programmes: tuple[Programme, ...],
    lexicon: DocumentLexicon,
) -> Iterator[Remark]:
    """Votes, the decision, the sections, the articles, and the terms of programmes and plans.

    Args:
        part: what was read of its text.
        document: the document, without personal data.
        said: the day on which it speaks.
        programmes: those that the municipality has had.
        lexicon: the sections that a proposal has.
    """
    for vote in part.votes:
        yield from reconcile(vote)
    if part.decision:
        yield from check_decision(part.decision)
        yield from _sections(part.decision, document, lexicon)
    yield from check_citations(part.citations)
    yield from _programmes(document.text, said, programmes)


def _sections(decision: Decision, document: Document, lexicon: DocumentLexicon) -> Iterator[Remark]:
    """What a proposal lacks. In which order its sections stand is for each municipality to say."""
    order = tuple(SectionRule(name=one.name, others=one.others) for one in lexicon.proposal)
    heads = [one.span.of(document.text) for one in document.blocks if one.kind is BlockKind.HEADING]
    if decision.proposed:
        yield from missing_sections(document.text, heads, order)


def _programmes(text: str, said: date, known: tuple[Programme, ...]) -> Iterator[Remark]:
    programmes = read_programmes(text)
    planned = read_planned_adoptions(text, said)
    adopted = {f"{one.start.year}-{one.end.year}": one.adopted for one in known if one.adopted}
    due = {one.programme.term: one.when for one in planned if one.programme}
    yield from check_successions(successions(programmes, {**due, **adopted}))
    yield from check_frequencies(read_frequencies(text), programmes)
    yield from check_planned(planned)
    before = [day for day in adopted.values() if day <= said]
    for one in planned if before else ():
        remark = check_duty(max(before), one)
        if remark:
            yield remark
