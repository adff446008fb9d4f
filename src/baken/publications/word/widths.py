# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How wide the columns of a table are: so wide that no word is broken, where the page has room for it."""

from __future__ import annotations

from collections.abc import Sequence

from baken.publications.report_model import Table
from baken.publications.slides.measure import width

NAMES = 2.6
"""The first column of a table with figures is so many times as wide as the others."""
_MARGINS = 11.5
"""The room in points that Word keeps free left and right in a cell, with a little to spare."""


def column_widths(table: Table, room: float, size: float) -> tuple[float, ...]:
    """The widths in points of the columns of a table, which together take ``room``; letters of ``size``."""
    first = NAMES if table.numeric else 1.0
    shares = (first, *(1.0 for _ in table.headers[1:]))
    needed = tuple(_longest(table, place, size) + _MARGINS for place in range(len(table.headers)))
    return _shared(shares, needed, room)


def _longest(table: Table, place: int, size: float) -> float:
    """The longest word of a column; its header is bold."""
    head = max((width(one, size, bold=True) for one in table.headers[place].split()), default=0.0)
    cells = (width(one, size) for row in table.rows for one in row[place].text.split())
    return max((head, *cells))


def _shared(shares: Sequence[float], needed: Sequence[float], room: float) -> tuple[float, ...]:
    """Room by share; a column that needs more gets that, and the others share what is left."""
    everything = range(len(shares))
    fixed: set[int] = set()
    while sum(needed) <= room:
        left = room - sum(needed[one] for one in fixed)
        unit = left / (sum(shares[one] for one in everything if one not in fixed) or 1.0)
        found = tuple(needed[one] if one in fixed else unit * shares[one] for one in everything)
        narrow = {one for one in everything if one not in fixed and found[one] < needed[one]}
        if not narrow:
            return found
        fixed |= narrow
    return tuple(room * one / sum(shares) for one in shares)
