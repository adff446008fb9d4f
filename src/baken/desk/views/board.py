# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The board of actions: what is late, blocked or silent, what an action lacks, and how far the plan is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.accounts.actor import Actor
from baken.accounts.changes import may_add
from baken.accounts.rights import Act, covered, named
from baken.council.action_counts import count_by_theme, impact_share, resident_share
from baken.cycle.facts import rules
from baken.cycle.models import ActionRecord, Document, Theme
from baken.cycle.plain import plain_action
from baken.desk.access import DeskRequest
from baken.desk.day import day_asked, today
from baken.desk.extra import show_beside
from baken.desk.markup import address_of
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.desk.views.showing import choice_words, with_related
from baken.model.action import LACKS, Action, ActionStatus, Lack, can_be_evaluated, is_late, is_stale, lacks

SPECIAL.append(
    Special(
        name="board",
        group=Group.ACTIONS,
        title=gettext_lazy("Board of actions"),
        roles=frozenset(ActionRecord.rights.read),
    )
)
_ALL = len(Lack)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An action with what asks attention."""

    record: ActionRecord
    action: Action
    late: bool
    stale: bool
    lacks: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address of its page."""
        return address_of("acties", self.record)

    @property
    def status(self) -> str:
        """How far it is, in words."""
        return choice_words(self.record, "status")

    @property
    def score(self) -> int:
        """How much of the sheet is filled in, in per cents. It says nothing of how well the action goes."""
        return round(100 * (_ALL - len(self.lacks)) / _ALL)


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    """The actions of a plan, or of all, with those first that ask attention."""
    if not named(ActionRecord.rights.table(Act.READ), request.actor):
        return not_allowed(request, _("Your roles do not see actions."))
    day = day_asked(request)
    rows = covered(
        ActionRecord.objects.filter(withdrawn=False), ActionRecord.rights.table(Act.READ), request.actor
    )
    plans = covered(
        Document.objects.filter(pk__in=rows.values("plan")), Document.rights.table(Act.READ), request.actor
    )
    chosen = request.GET.get("plan", "")
    if chosen:
        rows = rows.filter(plan=chosen)
    cards = [_card(one, day) for one in with_related(rows, ("theme", "lead", "co_owners"))]
    actions = [one.action for one in cards]
    themes = {one.code: one.name for one in Theme.objects.filter(withdrawn=False)}
    context = {
        "here": Group.ACTIONS,
        "special": "board",
        "day": day,
        "plans": plans,
        "chosen": chosen,
        "counts": [(themes.get(one.theme, one.theme), one) for one in count_by_theme(actions, tuple(themes))],
        "impact": impact_share(actions),
        "residents": resident_share(actions),
        "parts": _parts(cards),
        "cards": cards,
        "may_take_over": may_add(ActionRecord, request.actor),
    }
    return render(request, "desk/board.html", context)


def _parts(cards: list[Card]) -> list[tuple[str, list[Card]]]:
    return [
        (_("Late"), [one for one in cards if one.late]),
        (_("Blocked"), [one for one in cards if one.action.status is ActionStatus.BLOCKED]),
        (_("Nothing heard for a long time"), [one for one in cards if one.stale]),
        (_("Without a goal"), [one for one in cards if not one.action.goal]),
        (
            _("Not evaluable: no indicator and no other way to follow it"),
            [one for one in cards if not can_be_evaluated(one.action)],
        ),
    ]


def _card(record: ActionRecord, day: date) -> Card:
    action = plain_action(record)
    language = get_language() or "nl"
    return Card(
        record=record,
        action=action,
        late=is_late(action, day),
        stale=is_stale(action, day, rules().stale.days),
        lacks=tuple(LACKS[one].in_(language) for one in lacks(action)),
    )


def _extra(record: ActionRecord, actor: Actor) -> dict[str, Any]:
    del actor
    return {"card": _card(record, today())}


show_beside(ActionRecord, "desk/extra/action.html", _extra)
