# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in the measures that the documents of a municipality tell of."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from baken.accounts import changes
from baken.accounts.changes import Asked
from baken.catalogue.measures import ToldMeasure, told_measures
from baken.measures.flows import MeasureStatus
from baken.measures.models import Measure


@transaction.atomic
def seed_measures(asked: Asked, code: str = "") -> tuple[Measure, ...]:
    """Make the measures of ``measures.yaml`` that are not there yet; returns those that were made.

    It can be asked again: what is there already is left as it is, also where people changed it.

    Args:
        asked: on whose behalf.
        code: the municipality; that of the workspace unless given.

    """
    wanted = {f"maatregel-{one.id}": one for one in told_measures(code or settings.BAKEN_AREA)}
    held = set(Measure.objects.filter(pk__in=list(wanted)).values_list("pk", flat=True))
    return tuple(_make(key, one, asked) for key, one in wanted.items() if key not in held)


def _make(key: str, told: ToldMeasure, asked: Asked) -> Measure:
    values = {
        "id": key,
        "kind": told.kind.value,
        "title": told.original,
        "what": told.corrected,
        "sorts": list(told.sorts),
        "offences": list(told.offences),
        # The document says that all stand in the progress reports, and of none in which one.
        "not_traceable": True,
        "source": f"{told.document}, {told.place}",
        "status": MeasureStatus(told.status or MeasureStatus.UNTOLD).value,
    }
    return changes.create(Measure, values, asked)
