# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Building a pattern, showing again what is not needed, and tearing down and rebuilding parts of it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from baken.disclosure.suppression._circuits import Move
from baken.disclosure.suppression._pattern import Pattern

_TRIFLE = 0.1
_TRIED_AGAIN, _TRIED = 0.1, 12
"""How often, and how many, secondary cells near a rebuilt part are tried to publish again."""


def settled(pattern: Pattern, cells: Iterable[int]) -> list[int]:
    """Give every cell that is protected as it is a witness; return those that are not."""
    open_cells, counted = list(cells), set(cells)
    left = []
    for cell in open_cells:
        if cell in pattern.witness:
            continue
        moves = pattern.free(cell)
        if moves is None:
            left.append(cell)
            continue
        pattern.keep(cell, moves)
        if len(moves) == 1:
            _shared(pattern, moves[0], counted)
    return left


def _shared(pattern: Pattern, move: Move, among: set[int]) -> None:
    """One move witnesses for every cell in it whose steps it makes."""
    for other, amount in zip(move.cells.tolist(), move.amounts.tolist(), strict=True):
        if other in among and other not in pattern.witness and _makes(pattern, other, amount):
            pattern.keep(other, (move,))


def _makes(pattern: Pattern, cell: int, amount: float) -> bool:
    return any(
        len(way) == 1 and way[0] * amount > 0 and abs(amount) >= abs(way[0])
        for way in pattern.ground.steps[cell]
    )


def protected(
    pattern: Pattern, cells: Iterable[int], *, budget: float = np.inf, patient: bool = False
) -> list[int]:
    """Hide what is cheapest to protect each cell, one after the other; return those that it finds no way for.

    Only where the search is patient they are beyond protection.
    """
    counted, lost = set(cells), []
    for cell in cells:
        if cell in pattern.witness:
            continue
        moves = pattern.cheapest(cell, patient=True) if patient else pattern.within(cell, budget)
        if moves is None:
            lost.append(cell)
            continue
        pattern.keep(cell, moves)
        if len(moves) == 1:
            _shared(pattern, moves[0], counted)
    return lost


def shown_again(pattern: Pattern, cells: Iterable[int]) -> list[int]:
    """Publish each secondary cell that the protection can do without; return those published."""
    shown = []
    for cell in cells:
        if not pattern.hidden[cell] or pattern.ground.sensitive[cell]:
            continue
        users = sorted(pattern.users[cell])
        pattern.show(cell)
        before = {user: pattern.forget(user) for user in users}
        if _again(pattern, users):
            shown.append(cell)
            continue
        pattern.hide(cell)
        for user, moves in before.items():
            pattern.keep(user, moves)
    return shown


def _again(pattern: Pattern, users: list[int]) -> bool:
    among = set(users)
    for user in users:
        if user in pattern.witness:
            continue
        moves = pattern.free(user)
        if moves is None:
            return False
        pattern.keep(user, moves)
        if len(moves) == 1:
            _shared(pattern, moves[0], among)
    return True


def rebuilt(pattern: Pattern, torn: list[int], random: np.random.Generator) -> bool:
    """Publish some secondary cells, protect anew what used them, and keep that if it costs no more."""
    before, price = pattern.saved(), pattern.price
    users = sorted(set().union(*(pattern.users[cell] for cell in torn)))
    for cell in torn:
        pattern.show(cell)
    old = {user: pattern.forget(user) for user in users}
    if _renewed(pattern, old, price, random):
        used = {other for user in users for move in pattern.witness[user] for other in move.cells.tolist()}
        near = sorted(used.intersection(pattern.users))
        near = [near[at] for at in random.permutation(len(near))]
        if random.random() < _TRIED_AGAIN:
            near.sort(key=lambda cell: len(pattern.users[cell]))
            shown_again(pattern, near[:_TRIED])
        shown_again(pattern, [cell for cell in near if cell in pattern.users and not pattern.users[cell]])
        if pattern.price <= price:
            return True
    pattern.back_to(before)
    return False


def _renewed(
    pattern: Pattern, old: dict[int, tuple[Move, ...]], price: float, random: np.random.Generator
) -> bool:
    """Give cells other witnesses, or the old ones again where these are cheaper; False where it gets dear."""
    users = sorted(old)
    counted = set(users)
    for user in [users[at] for at in random.permutation(len(users))]:
        if user in pattern.witness:
            continue
        budget = price - pattern.price
        moves = pattern.within(user, budget)
        if moves is None or pattern.new_cost(moves) > pattern.new_cost(old[user]):
            moves = old[user]
        if pattern.new_cost(moves) > budget + _TRIFLE:
            return False
        pattern.keep(user, moves)
        if len(moves) == 1:
            _shared(pattern, moves[0], counted)
    return True
