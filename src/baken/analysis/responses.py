# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How soon something was done after a signal: the first intervention there about what it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from baken.analysis.held import Held
from baken.analysis.kinds import Kind
from baken.analysis.periods import moment, name_of, start_of

LATEST = timedelta(days=365)
"""What begins later than this is no answer to the signal any more."""
Starts = Mapping[tuple[str, str], tuple[date, ...]]


def starts_of(
    held: Held, areas: Sequence[str], kinds: Sequence[Kind]
) -> dict[tuple[str, str], tuple[date, ...]]:
    """For each area and kind the days on which an intervention there, or in an area around it, began."""
    found: dict[tuple[str, str], tuple[date, ...]] = {}
    for one in held.municipality.interventions:
        inside = set(held.below(one.area)) & set(areas)
        for kind in kinds:
            codes = {measure.partition("/")[2] for measure in kind.measures}
            if codes & set(one.codes):
                for area in inside:
                    found[area, kind.id] = tuple(sorted((*found.get((area, kind.id), ()), one.start)))
    return found


def days_until(starts: Sequence[date], period: str) -> int | None:
    """The days from the end of a signal's period to the first start; 0 for one in the period itself.

    Nothing where none began within a year.
    """
    first = start_of(period)
    if first is None:
        return None
    at = moment(period)
    end = (start_of(name_of(at.number + 1, at.per_year)) or first) - timedelta(days=1)
    after = [day for day in starts if first <= day <= end + LATEST]
    return max(0, (min(after) - end).days) if after else None
