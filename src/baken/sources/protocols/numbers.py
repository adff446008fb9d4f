# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures as they come in: a number, a sign that there is none, or something that must not be."""

from __future__ import annotations

from baken.model.errors import InputError
from baken.model.observation import Presence
from baken.sources.protocols.replies import AGAIN

Cell = int | float | str | None
_NEAR = 1e-6


def presence_of(value: Cell, part: str, column: str) -> Presence:
    """Why there is a number or none. Nothing at all is missing, never zero.

    Where a table gives texts, a blank means that the figure cannot exist and a full stop that it is not
    known, as the publisher explains its signs.

    Raises:
        InputError: it is another text.

    """
    if value is None:
        return Presence.MISSING
    if not isinstance(value, str):
        return Presence.VALUE
    signs = {"": Presence.IMPOSSIBLE, ".": Presence.MISSING}
    found = signs.get(value.strip())
    if found is None:
        raise InputError(
            f"the column '{column}' holds the text '{value.strip()[:40]}' where a number must stand.",
            where=part,
            do=AGAIN,
        )
    return found


def scaled(value: float, decimals: int, part: str, column: str) -> int:
    """A number without its decimals: 24.2 with one decimal is 242.

    Raises:
        InputError: it has more decimals than the publisher says, or is no finite number.

    """
    large = value * 10**decimals
    whole = round(large) if abs(large) < 2**62 else 0
    if abs(large - whole) > _NEAR * max(1.0, abs(large)):
        raise InputError(
            f"the column '{column}' holds {value} where {decimals} decimals are promised.",
            where=part,
            do=AGAIN,
        )
    return whole
