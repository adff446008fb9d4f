# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the cycle stands, and what the next step is: from the picture to the plan under a programme.

What was done follows from the states of the documents and from how one stands to another. A step that no
record shows while a later one was taken is not called done: it is not recorded.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from baken.cycle.flows import DocumentStatus
from baken.model.governance import RECORDERS, Body, Role
from baken.model.text import Text


class Stage(StrEnum):
    """The steps of a programme, in order."""

    PICTURE = "picture"
    DRAFT = "draft"
    CONSULT = "consult"
    PROPOSAL = "proposal"
    VOTE = "vote"
    PLAN = "plan"


class How(StrEnum):
    """How a step stands."""

    DONE = "done"
    NEXT = "next"
    NOT_RECORDED = "not-recorded"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a step is called, and what is to be done for it."""

    title: Text
    task: Text


STAGES = {
    Stage.PICTURE: Words(
        title=Text("Veiligheidsbeeld of -analyse", "Safety picture or analysis"),
        task=Text(
            "Rond het veiligheidsbeeld of de veiligheidsanalyse af en leg vast dat het programma erop rust.",
            "Complete the safety picture or analysis, and record that the programme rests on it.",
        ),
    ),
    Stage.DRAFT: Words(
        title=Text("Concept met doelen", "Draft with goals"),
        task=Text("Leg de doelen van het programma vast.", "Record the goals of the programme."),
    ),
    Stage.CONSULT: Words(
        title=Text("Zienswijzen", "Consultation"),
        task=Text(
            "Geef het concept ter zienswijze, of leg het meteen voor als dat niet nodig is.",
            "Give the draft to others for their view, or submit it at once where that is not needed.",
        ),
    ),
    Stage.PROPOSAL: Words(
        title=Text("Voorstel", "Proposal"),
        task=Text(
            "Maak het voorstel met zijn beslispunten en leg het programma voor.",
            "Make the proposal with its decision points, and submit the programme.",
        ),
    ),
    Stage.VOTE: Words(
        title=Text("Besluit", "Decision"),
        task=Text(
            "Leg het besluit vast met het stuk waarin het staat, en daarna dat het programma is vastgesteld.",
            "Record the decision, with the document that shows it, and then that the programme was adopted.",
        ),
    ),
    Stage.PLAN: Words(
        title=Text("Uitvoeringsplan", "Implementation plan"),
        task=Text(
            "Maak een uitvoeringsplan bij het programma en laat het vaststellen.",
            "Make an implementation plan under the programme, and have it adopted.",
        ),
    ),
}
HOW = {
    How.DONE: Text("gedaan", "done"),
    How.NEXT: Text("nu aan de beurt", "next"),
    How.NOT_RECORDED: Text("niet vastgelegd", "not recorded"),
    How.LATER: Text("later", "later"),
}
# The first step that a programme in some state can still be waiting for.
_FROM = {
    DocumentStatus.PREPARATION: Stage.PICTURE,
    DocumentStatus.CONSULTATION: Stage.PROPOSAL,
    DocumentStatus.SUBMITTED: Stage.VOTE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What the records show of one programme.

    ``picture``: a completed picture or analysis is recorded as its basis. ``goals``: it has goals.
    ``proposal``: a proposal is recorded that proposes it. ``plan``: an adopted plan implements it.
    """

    status: DocumentStatus
    picture: bool = False
    goals: bool = False
    proposal: bool = False
    plan: bool = False


def course_of(stand: Stand) -> tuple[tuple[Stage, How], ...]:
    """Every step with how it stands; at most one is next, and none where all was done."""
    order = tuple(Stage)
    begin = order.index(_FROM.get(stand.status, Stage.PLAN))
    shown = _shown(stand)
    following = next((one for one in order[begin:] if one not in shown), None)
    return tuple((one, _how(one, following, shown, order.index(one) < begin)) for one in order)


def _how(one: Stage, following: Stage | None, shown: frozenset[Stage], passed: bool) -> How:
    if one is following:
        return How.NEXT
    if one in shown:
        return How.DONE
    return How.NOT_RECORDED if passed else How.LATER


def _shown(stand: Stand) -> frozenset[Stage]:
    """The steps that the records show."""
    submitted = stand.status not in {DocumentStatus.PREPARATION, DocumentStatus.CONSULTATION}
    held = {
        Stage.PICTURE: stand.picture,
        Stage.DRAFT: stand.goals,
        # That it was submitted at once says nothing of a consultation.
        Stage.CONSULT: stand.status is DocumentStatus.CONSULTATION,
        Stage.PROPOSAL: stand.proposal and submitted,
        Stage.VOTE: submitted and stand.status is not DocumentStatus.SUBMITTED,
        Stage.PLAN: stand.plan,
    }
    return frozenset(one for one, found in held.items() if found)


def role_for(stage: Stage, programme: Body | None, plan: Body | None) -> Role | None:
    """Who takes a step; the bodies are those that decide on a programme and on a plan."""
    match stage:
        case Stage.PICTURE:
            return Role.ANALYST
        case Stage.VOTE:
            return RECORDERS[programme] if programme else None
        case Stage.PLAN:
            return RECORDERS[plan] if plan else None
        case _:
            return Role.ADVISER
