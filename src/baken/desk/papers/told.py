# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What participation tells of a document, as its paper takes it: who was consulted, what factions said."""

from __future__ import annotations

from baken.accounts.actor import Actor
from baken.accounts.rights import Act, covered
from baken.cycle.models import Document
from baken.cycle.papers.made import Told
from baken.model.cycle_papers import Consulted, CouncilQuestion, FactionAnswer
from baken.participation.asked import questions
from baken.participation.models import Contribution, CouncilInput

_USED = {"used": True, "not-used": False}


def told_of(document: Document, actor: Actor) -> Told:
    """What somebody may read of it."""
    contributions = covered(
        Contribution.objects.filter(withdrawn=False, about=document),
        Contribution.rights.table(Act.READ),
        actor,
    )
    return Told(
        consulted=tuple(_consulted(one) for one in contributions.select_related("party")),
        questions=tuple(_questions(document, actor)),
    )


def _consulted(one: Contribution) -> Consulted:
    changes = list(one.changes.filter(withdrawn=False).select_related("theme"))
    return Consulted(
        who=one.named_as or one.party.name,
        when=one.when_words,
        how=one.how,
        result=one.result,
        changed="; ".join(f"{each.what} ({each.place})" if each.place else each.what for each in changes),
        because=one.no_change,
        themes=tuple(dict.fromkeys(each.theme.code for each in changes)),
        internal=one.party.internal,
    )


def _questions(document: Document, actor: Actor) -> list[CouncilQuestion]:
    """Each fixed question with the answers that were given, if any were."""
    rows = CouncilInput.objects.filter(withdrawn=False, about=document)
    answers = list(covered(rows, CouncilInput.rights.table(Act.READ), actor).select_related("faction"))
    if not answers:
        return []
    return [
        CouncilQuestion(
            text=text.nl, answers=tuple(_answer(one) for one in answers if one.question == number)
        )
        for number, text in enumerate(questions(), 1)
    ]


def _answer(one: CouncilInput) -> FactionAnswer:
    return FactionAnswer(
        faction=one.faction.name, text=one.answer, used=_USED.get(one.status), because=one.reason
    )
