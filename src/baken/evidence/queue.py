# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What has to be asked or fetched by when: the quarterly question to area teams, and sources that are due.

Which tasks there must be is computed from districts, sources and a day. Each has an id that says what it is,
so that asking again makes nothing twice, and one that was done or withdrawn does not come back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from baken.accounts import changes
from baken.accounts.changes import Asked
from baken.cycle.models import Task
from baken.model.governance import Role
from baken.sources.description import SourceFile
from baken.sources.health import next_release


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A task that there must be; ``key`` is its id."""

    key: str
    kind: str
    role: Role
    due: date
    area: str = ""
    name: str = ""
    source: str = ""
    period: str = ""


def reminders(districts: Iterable[tuple[str, str]], on: date) -> tuple[Due, ...]:
    """The question to the area team of each district in the quarter of a day, due on its last day.

    Args:
        districts: code and name of each.
        on: any day of the quarter.

    """
    quarter = (on.month + 2) // 3
    period = f"{on.year}-Q{quarter}"
    end = date(on.year, 3 * quarter, 31 if quarter in {1, 4} else 30)
    return tuple(
        Due(
            key=f"vraag-{code}-{period}",
            kind=Task.Kind.REMINDER,
            role=Role.AREA_TEAM,
            due=end,
            area=code,
            name=name,
            period=period,
        )
        for code, name in districts
    )


def source_tasks(sources: Iterable[SourceFile], last: Mapping[str, date]) -> tuple[Due, ...]:
    """The next fetch of each source whose rhythm is known, after the day on which it was last taken.

    Args:
        sources: those that the municipality works with.
        last: the day on which each last came in, by its id. One that never did has no day to count from.

    """
    return tuple(
        Due(
            key=f"bron-{one.id}-{day.isoformat()}",
            kind=Task.Kind.SOURCE,
            role=Role.ANALYST,
            due=day,
            source=one.id,
            name=one.title.nl,
        )
        for one in sources
        if one.rhythm and one.id in last
        for day in (next_release(one.rhythm, last[one.id]),)
    )


def by_hand(sources: Iterable[SourceFile], last: Mapping[str, date]) -> tuple[SourceFile, ...]:
    """The sources for which somebody has to plan the next fetch: no rhythm is known, or no last day."""
    return tuple(one for one in sources if not one.rhythm or one.id not in last)


@transaction.atomic
def plan(due: Iterable[Due], asked: Asked) -> tuple[Task, ...]:
    """Make the tasks that are not there yet; returns those that were made.

    Raises:
        NotAllowedError: whoever asks may not make tasks.

    """
    wanted = {one.key: one for one in due}
    held = set(Task.objects.filter(pk__in=list(wanted)).values_list("pk", flat=True))
    return tuple(
        changes.create(
            Task,
            {
                "id": one.key,
                "kind": one.kind,
                "title": _title(one),
                "role": one.role.value,
                "due": one.due,
                "area": one.area,
                "source": one.source,
            },
            asked,
        )
        for key, one in wanted.items()
        if key not in held
    )


def _title(due: Due) -> str:
    if due.kind == Task.Kind.REMINDER:
        said = _("What is going on in %(name)s? Write down the signals of %(period)s.")
        return said % {"name": due.name, "period": due.period}
    return _("Fetch the source: %(name)s") % {"name": due.name}
