# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What ``baken crosswalk`` shows to a person, in Dutch."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from baken.areas.boundary_changes import BoundaryChanges, Measure
from baken.areas.crosswalk import Converted, Crosswalk
from baken.areas.share import Unknown, Why
from baken.model.number import decimals_of, format_number

if TYPE_CHECKING:
    from decimal import Decimal

_BY = {Measure.RESIDENTS: "inwoners", Measure.DWELLINGS: "woningen", Measure.HECTARES: "hectaren"}
_WHY = {
    Why.NOT_STATED: "hoeveel er overging, is niet vermeld",
    Why.NO_SIZE: "de omvang van de afstaande gemeente vlak daarvoor is niet bekend",
    Why.TOO_MUCH: "er ging meer over dan de afstaande gemeente had",
}
_DECIMALS = 2


def weights(changes: BoundaryChanges, found: Crosswalk, wanted: str) -> Iterator[str]:
    """The municipalities that changed, or only those from or to one, and what is not known of them."""
    yield _head(found)
    shown = 0
    for old, row in found.weights.items():
        for new, weight in row.items():
            chosen = wanted in (old, new) if wanted else set(row) != {old}
            if chosen:
                shown += 1
                yield f"{changes.name(old)} -> {changes.name(new)}: {_weight(weight)}"
    if not shown:
        yield f"{changes.name(wanted)} bestond toen niet." if wanted else "Er is niets veranderd."
    for one in found.unknowns(wanted):
        yield _unknown(changes, one)


def figures(
    changes: BoundaryChanges, found: Crosswalk, wanted: str, converted: dict[str, Converted]
) -> Iterator[str]:
    """The converted figures, each with the part that was estimated or the reason why it is missing."""
    yield _head(found)
    reasons: dict[Unknown, None] = {}
    for code, one in converted.items():
        if wanted not in ("", code) or (code not in changes.municipalities and one.value is None):
            continue
        yield f"{changes.name(code)}: {_figure(one)}"
        reasons |= dict.fromkeys(one.unknown)
    for reason in reasons:
        yield _unknown(changes, reason)


def _head(found: Crosswalk) -> str:
    return (
        f"Van de gemeenten op 1 januari {found.start} naar die op 1 januari {found.end}; "
        f"verdeeld naar {_BY[found.by]}."
    )


def _weight(weight: Fraction | None) -> str:
    if weight is None:
        return "aandeel niet bekend"
    return "geheel" if weight == 1 else _percent(weight)


def _figure(one: Converted) -> str:
    if one.value is None:
        lacking = f"; geen cijfer van {', '.join(one.missing)}" if one.missing else ""
        return f"ontbreekt{'; een aandeel is niet bekend' if one.unknown else ''}{lacking}"
    estimated = f" ({_percent(one.estimated_share)} geschat)" if one.estimated_share else ""
    return f"{_value(one.value)}{estimated}"


def _value(value: Decimal) -> str:
    return format_number(value, min(decimals_of(value), _DECIMALS), "nl")


def _percent(part: Fraction) -> str:
    """A part of a whole; one that would be printed as nothing or as all says that it is not."""
    least = Fraction(1, 100 * 10**_DECIMALS)
    if part < least / 2:
        return f"minder dan {_printed(least)}"
    if 1 - least / 2 < part < 1:
        return f"meer dan {_printed(1 - least)}"
    return _printed(part)


def _printed(part: Fraction) -> str:
    return f"{format_number(float(100 * part), _DECIMALS, 'nl')}\u00a0%"


def _unknown(changes: BoundaryChanges, one: Unknown) -> str:
    both = f"{changes.name(one.giver)} -> {changes.name(one.receiver)}"
    return f"Niet bekend: {both} op {one.day}: {_WHY[one.why]}."
