# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Records of the database as the plain nouns that rules, documents and spreadsheets take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from baken.accounts import districts
from baken.model.action import Action, ActionStatus, MoneyKind, OwnerKind

if TYPE_CHECKING:
    from baken.cycle.models import ActionRecord, Party

_LED_BY = {"residents": OwnerKind.RESIDENTS, "department": OwnerKind.DEPARTMENT}


def plain_action(record: ActionRecord) -> Action:
    """An action without the database. Themes and goals go by their ids, parties by what people call them."""
    return Action(
        id=record.pk,
        title=record.title,
        what=record.what,
        theme=record.theme.code if record.theme else "",
        goal=record.goal_id or "",
        lead=record.lead.name if record.lead else "",
        lead_kind=_owner(record.lead),
        co_owners=tuple(one.name for one in record.co_owners.all()),
        residents=record.residents,
        area=record.area,
        area_name=districts.names().get(record.area, ""),
        start_words=record.start_words,
        start=record.start,
        end_words=record.end_words,
        end=record.end,
        instrument=record.instrument,
        power=record.power,
        money=record.money,
        money_kind=MoneyKind(record.money_kind) if record.money_kind else None,
        effect=record.effect,
        indicator=record.indicator,
        monitoring=record.monitoring,
        status=ActionStatus(record.status),
        reason=record.reason,
        updated=record.updated,
    )


def _owner(party: Party | None) -> OwnerKind:
    if party is None:
        return OwnerKind.DEPARTMENT
    return _LED_BY.get(party.kind, OwnerKind.PARTNER)
