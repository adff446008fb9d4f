# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in what the documents of a municipality say of directions and of the goals of its methods of work.

Both can be asked again: what is there already is left as it is, also where people changed it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction

from baken.accounts import changes
from baken.accounts.changes import Asked
from baken.catalogue.directions import directions
from baken.catalogue.working_methods import working_methods
from baken.cycle.models import Document, Goal

NO_INDICATOR = "Het document noemt geen indicator."


def seed_directions(document: Document, asked: Asked, code: str = "") -> tuple[Goal, ...]:
    """Make the directions of the safety picture as goals of it; returns those that were made.

    Args:
        document: the safety picture that names them.
        asked: on whose behalf.
        code: the municipality; that of the workspace unless given.

    """
    found = (
        (
            f"richting-{one.id}",
            {
                "document": document,
                "kind": Goal.Kind.DIRECTION.value,
                "title": one.original,
                "text": one.purpose,
                "not_measurable": NO_INDICATOR,
                "source": f"{one.document}, {one.place}",
            },
        )
        for one in directions(code or settings.BAKEN_AREA)
    )
    return _make(found, asked)


def seed_method_goals(programme: Document, asked: Asked, code: str = "") -> tuple[Goal, ...]:
    """Make what the methods of work are for, as goals of a programme that cannot be measured yet."""
    found = (
        (
            f"werkwijze-{one.id}",
            {
                "document": programme,
                "kind": Goal.Kind.IMPROVE.value,
                "title": one.original[:1].upper() + one.original[1:],
                "not_measurable": NO_INDICATOR,
                "tags": method.name.nl.lower(),
                "source": f"{method.document}, {one.place}",
            },
        )
        for method in working_methods(code or settings.BAKEN_AREA)
        for one in method.goals
    )
    return _make(found, asked)


@transaction.atomic
def _make(found: Iterable[tuple[str, dict[str, Any]]], asked: Asked) -> tuple[Goal, ...]:
    wanted = dict(found)
    held = set(Goal.objects.filter(pk__in=list(wanted)).values_list("pk", flat=True))
    return tuple(
        changes.create(Goal, {"id": key, **values}, asked)
        for key, values in wanted.items()
        if key not in held
    )
