# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One day on which boundaries changed: which share of each municipality went where.

The size of a municipality that was divided follows from the parts where all of them were stated. Where it
kept its code and only the part that left was stated, its size just before must come from elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from baken.areas.boundary_changes import BoundaryChanges, Measure
from baken.areas.share import NOTHING, WHOLE, Share, Unknown, Why

Size = Callable[[str, date], Decimal | int | None]
"""The size of a municipality just before a day, in the measure that is divided by; None if not known."""
Row = dict[str, Share]
"""Where one municipality went: the share by the code that received it."""
Amounts = dict[str, Decimal | None]


def size_unknown(code: str, day: date) -> None:
    """No size is known; only what the transfers themselves say is used."""


def redivide(changes: BoundaryChanges, day: date, by: Measure, size: Size) -> dict[str, Row]:
    """The rows of all municipalities that changed on a day; the shares of each add up to exactly 1."""
    return {giver: _row(giver, day, amounts, size) for giver, amounts in _amounts(changes, day, by).items()}


def _amounts(changes: BoundaryChanges, day: date, by: Measure) -> dict[str, Amounts]:
    """What went where, by giver. One that goes on has its own code as well, with what it kept if stated."""
    renames = changes.renames_on(day)
    new = {one.old: one.new for one in renames}
    old = {one.new: one.old for one in renames}
    found: dict[str, Amounts] = {}
    for one in changes.transfers_on(day):
        # On a day with a change of code the text may use either: before the day it is the old one.
        giver, receiver = old.get(one.giver, one.giver), new.get(one.receiver, one.receiver)
        found.setdefault(giver, {})[receiver] = one.amount(by)
    for giver, amounts in found.items():
        if giver not in new and _goes_on(changes, giver, day):
            amounts.setdefault(giver, None)
    for before, after in new.items():
        found.setdefault(before, {}).setdefault(after, None)
    return found


def _goes_on(changes: BoundaryChanges, code: str, day: date) -> bool:
    """Whether a code exists after the changes of a day; of one that is no municipality (abroad) it does."""
    held = changes.municipalities.get(code)
    return held is None or held.gone is None or held.gone > day


def _row(giver: str, day: date, amounts: Amounts, size: Size) -> Row:
    """The shares of one giver; they add up to exactly 1, known or not."""
    # A part of which nothing was stated, or that is not empty, takes a share.
    taking = {code: amount for code, amount in amounts.items() if amount is None or amount > 0}
    if len(taking) == 1:
        return dict.fromkeys(taking, WHOLE)
    if not taking:
        taking = dict.fromkeys(amounts)
    rest = _rest(giver, taking)
    total, why = _total(giver, day, taking, size)
    row: Row = {}
    for code, amount in taking.items():
        if code == rest:
            continue
        if total is not None and amount is not None:
            row[code] = Share.of(Fraction(amount) / total)
        else:
            row[code] = Share.unknown(Unknown(day, giver, code, why))
    row[rest] = WHOLE - sum(row.values(), NOTHING)
    return row


def _rest(giver: str, taking: Amounts) -> str:
    """The part that is what the others leave: one that was not stated, if possible the giver's own."""
    unstated = [code for code in sorted(taking) if taking[code] is None]
    return giver if giver in unstated else next(iter(unstated), min(taking))


def _total(giver: str, day: date, taking: Amounts, size: Size) -> tuple[Fraction | None, Why]:
    """The size of the whole, or nothing; and why a share of it that is not known is not."""
    stated = [Fraction(amount) for amount in taking.values() if amount is not None]
    if len(stated) == len(taking):
        return sum(stated, Fraction(0)), Why.NOT_STATED
    given = size(giver, day)
    if given is None:
        # Where it kept its code, what stayed need not be stated: it follows from the size.
        lacking = [code for code, amount in taking.items() if amount is None and code != giver]
        return None, Why.NOT_STATED if lacking else Why.NO_SIZE
    if given <= 0 or Fraction(given) < sum(stated):
        return None, Why.TOO_MUCH
    return Fraction(given), Why.NOT_STATED
