# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Statements on pages: the reasons of their steps on their own, and what was seen on that of a theme."""

from __future__ import annotations

from typing import Any

from baken.accounts import districts
from baken.accounts.actor import Actor
from baken.accounts.models import AuditEntry
from baken.accounts.rights import Act, covered
from baken.cycle.models import Theme
from baken.desk.extra import show_beside
from baken.evidence.models import Statement
from baken.measures.models import Measure


def _statement(statement: Statement, actor: Actor) -> dict[str, Any]:
    """Each step with its reason, from the audit trail: why it was used or not stands on its page."""
    del actor
    entries = AuditEntry.objects.filter(
        kind=statement._meta.label_lower, record=statement.pk, act__startswith="step:"
    )
    labels = {one.name: one.label for one in statement.flow.transitions} if statement.flow else {}
    return {
        "taken": [
            (labels[name], one.at[:10], one.why)
            for one in entries.order_by("number")
            if (name := one.act.removeprefix("step:")) in labels
        ]
    }


def _theme(theme: Theme, actor: Actor) -> dict[str, Any]:
    """What people see on a theme, and the measures on it, each area by its name."""
    statements = covered(
        Statement.objects.filter(withdrawn=False, theme=theme, status__in=["checked", "used"]),
        Statement.rights.table(Act.READ),
        actor,
    )
    measures = covered(
        Measure.objects.filter(withdrawn=False, themes=theme), Measure.rights.table(Act.READ), actor
    )
    names = districts.names()
    return {
        "seen": [(one, names.get(one.area, "")) for one in statements],
        "done": [(one, names.get(one.area, "")) for one in measures],
    }


show_beside(Statement, "desk/extra/statement.html", _statement)
show_beside(Theme, "desk/extra/theme_evidence.html", _theme)
