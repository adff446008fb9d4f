# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet of an action, with every field; an empty one says that it is not filled in yet."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.action import Action, OwnerKind
from baken.model.cycle_papers import ImplementationPlan
from baken.model.text import Language, Text
from baken.publications.book.model import Facts
from baken.publications.word.cycle import words
from baken.publications.word.cycle.actions import moment, status
from baken.publications.word.cycle.money import cost
from baken.publications.word.cycle.said import day_or_open, listed, name_of, or_open
from baken.publications.word.model import Part

_OWNERS = {
    OwnerKind.DEPARTMENT: Text("organisatieonderdeel", "department"),
    OwnerKind.PARTNER: Text("partner", "partner"),
    OwnerKind.RESIDENTS: Text("inwoners of bewonersinitiatief", "residents or their initiative"),
}
_ID = Text("Kenmerk", "Reference")
_CO_OWNERS = Text("Mede-eigenaren", "Co-owners")
_RESIDENTS = Text("Wat inwoners doen", "What residents do")
_AREA = Text("Waar", "Where")
_BEGIN, _END = Text("Begin", "Begin"), Text("Einde", "End")
_INSTRUMENT, _POWER = Text("Instrument", "Instrument"), Text("Bevoegdheid", "Power")
_MONEY = Text("Geld", "Money")
_EFFECT = Text("Bedoeld effect", "Intended effect")
_MONITORING = Text("Hoe wij het effect volgen", "How we follow the effect")
_UPDATED = Text("Bijgewerkt", "Updated")


def sheet(action: Action, plan: ImplementationPlan, language: Language) -> Part:
    """One action under its own heading."""
    pairs = tuple((name.in_(language), said) for name, said in _fields(action, plan, language))
    return Part(action.title, (Facts(pairs),), level=2)


def _fields(one: Action, plan: ImplementationPlan, language: Language) -> Iterator[tuple[Text, str]]:
    goal = next((each.text for each in plan.goals if each.id == one.goal), one.goal)
    yield _ID, or_open(one.id, language)
    yield words.TITLE, or_open(one.what, language)
    yield words.THEME, or_open(name_of(plan.themes, one.theme), language)
    yield words.GOAL, or_open(goal, language)
    lead = f"{one.lead} ({_OWNERS[one.lead_kind].in_(language)})" if one.lead.strip() else ""
    yield words.LEAD, or_open(lead, language)
    yield _CO_OWNERS, listed(one.co_owners, language)
    yield _RESIDENTS, or_open(one.residents, language)
    yield _AREA, listed(filter(None, (one.area_name, one.area)), language)
    yield _BEGIN, moment(one, language, begin=True, dated=True)
    yield _END, moment(one, language, begin=False, dated=True)
    yield _INSTRUMENT, or_open(one.instrument, language)
    yield _POWER, or_open(one.power, language)
    yield _MONEY, cost(one, language)
    yield _EFFECT, or_open(one.effect, language)
    yield words.INDICATOR, or_open(name_of(plan.indicators, one.indicator), language)
    yield _MONITORING, or_open(one.monitoring, language)
    yield words.STATUS, status(one, language)
    yield _UPDATED, day_or_open(one.updated, language)
