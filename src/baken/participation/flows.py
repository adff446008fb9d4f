# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The states of what the council gives and asks, each as one table that can be read aloud."""

from __future__ import annotations

from enum import StrEnum

from baken.model.flow import Flow, Transition
from baken.model.text import Text


class UseStatus(StrEnum):
    """What was done with an answer."""

    OPEN = "open"
    USED = "used"
    NOT_USED = "not-used"


_U = UseStatus
INPUT_FLOW = Flow(
    name="answer of a faction",
    start=_U.OPEN,
    labels={
        _U.OPEN: Text("nog niet verwerkt", "not handled yet"),
        _U.USED: Text("gebruikt", "used"),
        _U.NOT_USED: Text("niet gebruikt", "not used"),
    },
    transitions=(
        Transition(
            name="use",
            sources=(_U.OPEN,),
            target=_U.USED,
            label=Text("Gebruikt", "Used"),
            why=Text("Zeg waar in de tekst het staat, en hoe.", "Say where in the text it stands, and how."),
        ),
        Transition(
            name="set-aside",
            sources=(_U.OPEN,),
            target=_U.NOT_USED,
            label=Text("Niet gebruikt, omdat", "Not used, because"),
            why=Text("De fractie krijgt de reden te lezen.", "The faction gets to read the reason."),
        ),
        Transition(
            name="reopen",
            sources=(_U.USED, _U.NOT_USED),
            target=_U.OPEN,
            label=Text("Opnieuw bekijken", "Look again"),
            why=Text("Wat ermee gedaan is, klopt niet meer.", "What was done with it is no longer right."),
        ),
    ),
)


class QuestionStatus(StrEnum):
    """Whether a question is answered."""

    OPEN = "open"
    ANSWERED = "answered"


QUESTION_FLOW = Flow(
    name="question of a faction",
    start=QuestionStatus.OPEN,
    labels={
        QuestionStatus.OPEN: Text("open", "open"),
        QuestionStatus.ANSWERED: Text("beantwoord", "answered"),
    },
    transitions=(
        Transition(
            name="answer",
            sources=(QuestionStatus.OPEN,),
            target=QuestionStatus.ANSWERED,
            label=Text("Beantwoorden", "Answer"),
            why=Text("De fractie leest dit antwoord.", "The faction reads this answer."),
        ),
        Transition(
            name="reopen",
            sources=(QuestionStatus.ANSWERED,),
            target=QuestionStatus.OPEN,
            label=Text("Heropenen", "Reopen"),
            why=Text("Het antwoord is niet volledig of klopt niet.", "The answer is incomplete or wrong."),
        ),
    ),
)
