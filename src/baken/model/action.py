# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An action of an implementation plan as a plain record, its states, and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from baken.model.flow import Flow, Transition
from baken.model.text import Text


class ActionStatus(StrEnum):
    """How far an action is."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    BLOCKED = "blocked"
    DONE = "done"
    STOPPED = "stopped"


class OwnerKind(StrEnum):
    """What kind of party leads an action or owns it with others."""

    DEPARTMENT = "department"
    PARTNER = "partner"
    RESIDENTS = "residents"
    """Residents, or an initiative of residents."""


class MoneyKind(StrEnum):
    """Whether money returns every year (structureel) or is given once (incidenteel)."""

    STRUCTURAL = "structural"
    INCIDENTAL = "incidental"


_S = ActionStatus
ACTION_FLOW = Flow(
    name="action",
    start=_S.NOT_STARTED,
    labels={
        _S.NOT_STARTED: Text("niet begonnen", "not started"),
        _S.IN_PROGRESS: Text("in uitvoering", "in progress"),
        _S.BLOCKED: Text("geblokkeerd", "blocked"),
        _S.DONE: Text("klaar", "done"),
        _S.STOPPED: Text("gestopt", "stopped"),
    },
    transitions=(
        Transition(
            name="begin",
            sources=(_S.NOT_STARTED,),
            target=_S.IN_PROGRESS,
            label=Text("Beginnen", "Begin"),
            why=Text("De eerste stap is gezet.", "The first step was taken."),
        ),
        Transition(
            name="block",
            sources=(_S.NOT_STARTED, _S.IN_PROGRESS),
            target=_S.BLOCKED,
            label=Text("Melden dat het stokt", "Report that it is blocked"),
            why=Text(
                "De uitvoerder kan niet verder voordat iets anders is opgelost.",
                "Whoever carries it out cannot go on until something else is settled.",
            ),
        ),
        Transition(
            name="resume",
            sources=(_S.BLOCKED,),
            target=_S.IN_PROGRESS,
            label=Text("Hervatten", "Resume"),
            why=Text("Wat in de weg stond, is opgelost.", "What stood in the way is settled."),
        ),
        Transition(
            name="finish",
            sources=(_S.IN_PROGRESS,),
            target=_S.DONE,
            label=Text("Afronden", "Finish"),
            why=Text("Wat was afgesproken, is gedaan.", "What was agreed was done."),
        ),
        Transition(
            name="stop",
            sources=(_S.NOT_STARTED, _S.IN_PROGRESS, _S.BLOCKED),
            target=_S.STOPPED,
            label=Text("Stoppen", "Stop"),
            why=Text("De actie gaat niet meer door.", "The action will not go on."),
        ),
        Transition(
            name="reopen",
            sources=(_S.DONE, _S.STOPPED),
            target=_S.IN_PROGRESS,
            label=Text("Heropenen", "Reopen"),
            why=Text("Er blijkt toch nog iets te doen.", "Something turns out to be left to do."),
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action sheet: what, who, where, when, with which means, and how it is monitored.

    Dates are kept as the words that people used (``start_words``, *Q2 2027*) with the first and last day that
    these allow; empty words and None where nothing is known. ``area`` is a code, ``area_name`` what people
    call it. ``money`` is in euros; None: not known, never zero. ``goal`` is the id of the goal (kader) that
    it serves.
    """

    id: str
    title: str
    what: str = ""
    theme: str = ""
    goal: str = ""
    lead: str = ""
    lead_kind: OwnerKind = OwnerKind.DEPARTMENT
    co_owners: tuple[str, ...] = ()
    residents: str = ""
    """What residents do in it; empty where they have no part."""
    area: str = ""
    area_name: str = ""
    start_words: str = ""
    start: date | None = None
    end_words: str = ""
    end: date | None = None
    instrument: str = ""
    power: str = ""
    money: Decimal | None = None
    money_kind: MoneyKind | None = None
    effect: str = ""
    indicator: str = ""
    monitoring: str = ""
    status: ActionStatus = ActionStatus.NOT_STARTED
    reason: str = ""
    """Why it has this status, as the last step said."""
    updated: date | None = None


class Lack(StrEnum):
    """What an action can lack."""

    WHAT = "what"
    LEAD = "lead"
    WHEN = "when"
    GOAL = "goal"
    AREA = "area"
    EFFECT = "effect"
    MONITORING = "monitoring"
    MONEY = "money"


LACKS = {
    Lack.WHAT: Text("wat er gebeurt", "what is done"),
    Lack.LEAD: Text("wie de trekker is", "who leads it"),
    Lack.WHEN: Text("wanneer het klaar is", "when it is done"),
    Lack.GOAL: Text("welk doel het dient", "which goal it serves"),
    Lack.AREA: Text("waar het gebeurt", "where it is done"),
    Lack.EFFECT: Text("welk effect is bedoeld", "which effect is meant"),
    Lack.MONITORING: Text("hoe het effect wordt gevolgd", "how the effect is followed"),
    Lack.MONEY: Text("wat het kost", "what it costs"),
}
"""What stands beside the score of an action."""

MANDATORY = (Lack.WHAT, Lack.LEAD, Lack.WHEN, Lack.GOAL, Lack.MONITORING)
"""Without these an action cannot be taken into a plan (what, who, when, how monitored, for which goal)."""


def lacks(action: Action) -> tuple[Lack, ...]:
    """What an action lacks, in the order of the sheet."""
    missing = {
        Lack.WHAT: not action.what.strip(),
        Lack.LEAD: not action.lead.strip(),
        Lack.WHEN: action.end is None,
        Lack.GOAL: not action.goal,
        Lack.AREA: not (action.area or action.area_name.strip()),
        Lack.EFFECT: not action.effect.strip(),
        Lack.MONITORING: not can_be_evaluated(action),
        Lack.MONEY: action.money is None,
    }
    return tuple(one for one in Lack if missing[one])


def lacks_for_plan(action: Action) -> tuple[Lack, ...]:
    """What an action must still say before it is taken into a plan."""
    return tuple(one for one in lacks(action) if one in MANDATORY)


def can_be_evaluated(action: Action) -> bool:
    """Whether an indicator or a way of monitoring tells what the action brings about."""
    return bool(action.indicator or action.monitoring.strip())


def is_late(action: Action, on: date) -> bool:
    """Whether its last day has passed and it is neither done nor stopped."""
    ended = action.status in {ActionStatus.DONE, ActionStatus.STOPPED}
    return not ended and action.end is not None and on > action.end


def is_stale(action: Action, on: date, days: int = 90) -> bool:
    """Whether nobody wrote about a running action for longer than so many days."""
    running = action.status in {ActionStatus.IN_PROGRESS, ActionStatus.BLOCKED}
    return running and (action.updated is None or (on - action.updated).days > days)
