# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Setting up a cycle: the moments and tasks of a programme, made once and then kept by people."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from baken.accounts.changes import Asked, create
from baken.cycle.calendar.generate import cycle_of
from baken.cycle.calendar.moments import Moment
from baken.cycle.calendar.tasks import task_set
from baken.cycle.facts import calendar, rules
from baken.cycle.models import Document, MomentRecord, Task
from baken.model.errors import UsageError
from baken.model.governance import ProductKind, Role


def begin_cycle(programme: Document, day: date, asked: Asked) -> int:
    """Make the moments of the term of a programme, and the tasks that lead to it; those that are there stay.

    Returns: how many were made.

    Raises:
        UsageError: it is no programme, or has no term.

    """
    if programme.kind != ProductKind.PROGRAMME or not programme.start or not programme.end:
        raise UsageError(_("Only a programme with a term has a cycle."))
    held = rules()
    made = sum(
        _keep_moment(one, programme, asked)
        for one in cycle_of(programme.start, programme.end, held, programme.pk)
    )
    before = (
        Document.objects.filter(withdrawn=False, kind=ProductKind.PROGRAMME, end__lt=programme.start)
        .order_by("end")
        .last()
    )
    if before is not None:
        timers = [one.due for one in calendar(day).timers if one.rule.kind == "programme" and one.due]
        term_end = before.end or programme.start
        due = min([term_end, *timers])
        roles = {f"{programme.pk}/task/{one.id}": one.role for one in held.tasks.steps}
        for one in task_set(programme.pk, due, held):
            made += _keep_task(one, roles[one.id], programme, asked)
    return made


def _keep_moment(moment: Moment, programme: Document, asked: Asked) -> bool:
    """Make a moment unless people have it already."""
    known = {"kind": moment.kind.value, "about": programme, "year": moment.year, "title": moment.title.nl}
    if MomentRecord.objects.filter(**known).exists():
        return False
    further = {
        "words": moment.words,
        "earliest": moment.earliest,
        "latest": moment.latest,
        "basis": moment.basis.value,
        "source": moment.source,
    }
    create(MomentRecord, known | further, asked)
    return True


def _keep_task(moment: Moment, role: Role, programme: Document, asked: Asked) -> bool:
    if moment.latest is None or Task.objects.filter(about=programme, title=moment.title.nl).exists():
        return False
    values = {
        "kind": Task.Kind.CYCLE,
        "title": moment.title.nl,
        "role": role.value,
        "due": moment.latest,
        "about": programme,
    }
    create(Task, values, asked)
    return True
