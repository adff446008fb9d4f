# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Powers used per quarter, by article and legal act, from the records: numbers, no address and no area."""

from __future__ import annotations

from collections.abc import Iterable

from baken.council.ledger import PowersUsed, powers_used
from baken.council.ledger import PowerUse as PlainUse
from baken.measures.models import PowerUse
from baken.model.governance import Body


def powers_by_quarter(uses: Iterable[PowerUse]) -> PowersUsed:
    """Count what was used, by quarter. A quarter without records has no line, which is not zero."""
    return powers_used(
        PlainUse(
            record=str(one),
            on=one.dated,
            power=one.power,
            body=Body(one.body) if one.body else None,
            measure=one.act,
            ordinance=one.ordinance,
        )
        for one in uses
    )
