# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the calendar finds: a message, how much it asks, the moments it is about and where these are said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from baken.cycle.calendar.moments import Moment
from baken.model.remark import Remark, Weight
from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFinding:
    """Something that does not fit, with what would settle it.

    ``about`` are the ids of moments, programmes or indicators, ``sources`` the documents that say so, each
    with its place.
    """

    rule: str
    weight: Weight
    message: Text
    about: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    settle: Text | None = None


def of_remark(remark: Remark, about: Iterable[str], moments: Iterable[Moment] = ()) -> CalendarFinding:
    """What a check of documents found, said of the calendar."""
    return CalendarFinding(
        rule=remark.rule,
        weight=remark.weight,
        message=remark.message,
        about=tuple(about),
        sources=sources_of(moments),
        settle=remark.settle,
    )


def sources_of(moments: Iterable[Moment]) -> tuple[str, ...]:
    """Where moments are said, each place once."""
    said = (", ".join(part for part in (one.source, one.place) if part) for one in moments)
    return tuple(dict.fromkeys(one for one in said if one))
