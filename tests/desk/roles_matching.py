# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a right covers a record, worked out on the record itself and not by the database.

The desk asks the database. This is a second way to the same answer, so that a condition which a query reads
otherwise than it is written (a join, a null, a case) does not pass unseen.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Manager, Q

from baken.accounts.actor import Actor
from baken.accounts.models import Record
from baken.accounts.rights import Table


def covers(table: Table, actor: Actor, record: Record) -> bool:
    """Whether any post of somebody covers a record by a table."""
    return any(holds(table[post.role](post), record) for post in actor.posts if post.role in table)


def holds(condition: Q, record: Record) -> bool:
    """Whether a record meets a condition; an empty one everything meets."""
    children: list[Any] = list(condition.children)
    answers = [
        holds(child, record) if isinstance(child, Q) else _one(str(child[0]), child[1], record)
        for child in children
    ]
    together = any(answers) if condition.connector == Q.OR and answers else all(answers)
    return together is not condition.negated


def _one(path: str, wanted: Any, record: Record) -> bool:
    names = path.split("__")
    how = names.pop() if names[-1] in {"in", "isnull", "exact"} else "exact"
    found = values_at(record, names)
    if how == "isnull":
        return wanted is (found in ([], [None]))
    return any(one in tuple(wanted) if how == "in" else one == wanted for one in found if one is not None)


def values_at(record: Any, names: list[str]) -> list[Any]:
    """What stands at the end of a path of fields."""
    held = [record]
    for name in names:
        step = []
        for one in held:
            value = getattr(one, name, None) if one is not None else None
            step += list(value.all()) if isinstance(value, Manager) else [value]
        held = step
    return held
