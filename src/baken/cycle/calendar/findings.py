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


def told_once(found: Iterable[CalendarFinding], said: Iterable[Text] = ()) -> tuple[CalendarFinding, ...]:
    """The findings for a page that says each thing once, in their order.

    What stands in ``said``, above them, is left out, and so is a message that was there before. Where several
    documents would break one duty, the first says it: the page of the calendar names them all.
    """
    seen: set[object] = set(said)
    kept = []
    for one in found:
        key = (one.rule, one.settle) if one.rule == "duty-conflict" else one.message
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return tuple(kept)
