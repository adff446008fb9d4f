# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Filling the desk with what the documents of its municipality tell, and a demonstration with its accounts.

Each room takes in its own; this puts them in order, in one transaction. Doing it again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction

from baken.accounts.actor import SYSTEM
from baken.accounts.changes import Asked
from baken.accounts.models import Record
from baken.cycle.models import Document, Goal, Party
from baken.cycle.setup import Filled, fill_cycle
from baken.evidence.seed import seed_directions, seed_method_goals
from baken.measures.models import Measure
from baken.measures.seed import seed_measures
from baken.model.errors import UsageError
from baken.model.governance import ProductKind
from baken.participation.models import Contribution
from baken.participation.seed import fill as fill_participation

_SET_UP = Asked(by=SYSTEM, why="Overgenomen uit de bestanden van de gemeente; elk record noemt zijn bron")
_IN_FORCE = ("adopted", "evaluated", "adjusted")


def fill(code: str, *, demo: bool) -> Filled:
    """Take in all that is told of a municipality, and make the demonstration's accounts where asked.

    Returns: how many records of each kind were made or changed, and which were left because people touched
    them.

    Raises:
        UsageError: this desk is of another municipality, or accounts of a demonstration are not allowed here.
        InputError: a file is wrong; nothing was taken in.

    """
    if code != settings.BAKEN_AREA:
        raise UsageError(
            f"this desk is of {settings.BAKEN_AREA}, not of {code}.",
            do="Start one for it with its own workspace.",
        )
    with transaction.atomic():
        filled = fill_cycle(code)
        for kinds, take_in in (
            ((Measure,), lambda: seed_measures(_SET_UP, code)),
            ((Goal,), lambda: _fill_evidence(code)),
            ((Party, Contribution), lambda: fill_participation(code, _SET_UP)),
        ):
            filled += _counted(kinds, take_in)
        if demo:
            from baken.desk.demo import make_demo_accounts  # noqa: PLC0415 - of no use without a demonstration

            filled += make_demo_accounts(code)
    return filled


def _fill_evidence(code: str) -> None:
    """Directions belong to the picture that names them, what methods are for to the programme in force."""
    documents = Document.objects.filter(withdrawn=False)
    picture = documents.filter(kind=ProductKind.SAFETY_PICTURE).order_by("dated", "pk").last()
    if picture is not None:
        seed_directions(picture, _SET_UP, code)
    programme = documents.filter(kind=ProductKind.PROGRAMME, status__in=_IN_FORCE).order_by("start").last()
    if programme is not None:
        seed_method_goals(programme, _SET_UP, code)


def _counted(kinds: tuple[type[Record], ...], take_in: Callable[[], Any]) -> Filled:
    """What something makes, by kind of record."""
    before = {kind: kind._default_manager.count() for kind in kinds}
    take_in()
    made = {
        (kind._meta.object_name or ""): kind._default_manager.count() - held for kind, held in before.items()
    }
    return Filled(counts={name: count for name, count in made.items() if count}, changed={}, left_alone=())
