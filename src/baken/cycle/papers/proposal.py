# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A proposal to the council, with the decision on it, from the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from baken.council.vote import Outcome
from baken.cycle.models import Decision, Document, Vote
from baken.cycle.papers import linked
from baken.cycle.papers.figures import figures_of, wanted
from baken.cycle.papers.imprint import imprint_of, lines_of
from baken.cycle.papers.pictures import Held
from baken.model.cycle_papers import Consulted
from baken.model.governance import Body, ProductKind, Relation
from baken.publications.word.cycle.model import CouncilProposal, FactionVotes, RollCall

_OUTCOMES = {
    Decision.Outcome.ADOPTED: Outcome.ADOPTED,
    Decision.Outcome.AMENDED: Outcome.ADOPTED,
    Decision.Outcome.REJECTED: Outcome.REJECTED,
}
_NONE = {"nvt", "geen", "none", "na", "notapplicable"}


def council_proposal(document: Document, held: Held, consulted: Sequence[Consulted] = ()) -> CouncilProposal:
    """A proposal as its two papers are made from it; who was consulted is handed in by whoever knows."""
    item = document.items.filter(withdrawn=False).select_related("meeting").order_by("meeting__dated").last()
    decision = decision_on(document)
    proposed = document.leads_to.filter(withdrawn=False, relation=Relation.PROPOSES).select_related("target")
    budget, _ = linked.budget_of(document)
    reviews = document.reviews.filter(withdrawn=False).select_related("indicator")
    indicators = [wanted(one.indicator) for one in reviews if one.indicator]
    alternatives, none = _alternatives(document.alternatives)
    return CouncilProposal(
        imprint=imprint_of(document),
        points=tuple(one.text for one in document.points.filter(withdrawn=False).order_by("number")),
        meeting=item.meeting.dated if item else None,
        item=item.number if item else "",
        college=_college(document),
        tailored=document.kind == ProductKind.TAILORED_PROPOSAL,
        reason=lines_of(document.note),
        figures=figures_of(indicators, held).sentences,
        alternatives=alternatives,
        no_alternatives=none,
        budget=budget,
        participation=tuple(f"{one.who}: {one.result or one.how}" for one in consulted),
        annexes=tuple(one.target.title for one in proposed),
        vote=_vote(decision) if decision else None,
        clerk_signed=decision.signed_first_on if decision and decision.status == "signed" else None,
        chair_signed=decision.signed_second_on if decision and decision.status == "signed" else None,
    )


def decision_on(document: Document) -> Decision | None:
    """The last decision of the council on a proposal."""
    rows = document.decided.filter(withdrawn=False, body=Body.COUNCIL).select_related("item__meeting")
    return rows.order_by("taken").last()


def _college(document: Document) -> date | None:
    """The day on which the executive decided to propose it."""
    rows = document.decisions.filter(withdrawn=False, body=Body.EXECUTIVE, taken__isnull=False).order_by(
        "taken"
    )
    found = rows.last()
    return found.taken if found else None


def _alternatives(text: str) -> tuple[tuple[str, ...], bool]:
    """The alternatives, and whether somebody said that there are none."""
    bare = "".join(one for one in text.casefold() if one.isalpha())
    return ((), True) if bare in _NONE else (lines_of(text), False)


def _vote(decision: Decision) -> RollCall | None:
    """The votes by faction as they are recorded; nothing where none are."""
    votes = list(decision.votes.filter(withdrawn=False).select_related("faction"))
    if not votes:
        return None
    favour = Counter(one.faction.name for one in votes if one.choice == Vote.Choice.FOR)
    against = Counter(one.faction.name for one in votes if one.choice == Vote.Choice.AGAINST)
    names = sorted({*favour, *against})
    return RollCall(
        factions=tuple(FactionVotes(faction=one, favour=favour[one], against=against[one]) for one in names),
        seats=decision.item.meeting.seats if decision.item else None,
        outcome=_OUTCOMES.get(Decision.Outcome(decision.outcome)),
        source=decision.evidence,
    )
