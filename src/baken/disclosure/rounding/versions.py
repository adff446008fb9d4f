# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Several versions of a cube, published one after the other, and what who kept them all can work out.

The attacker takes a figure that stayed the same to be about a count that stayed the same. Of a figure that
changed he does not know whether its count did: after a correction some others near it may be drawn anew,
so that the correction of one count does not tell what it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np

from baken.disclosure.attack.join import Joined, Key, Part
from baken.disclosure.attack.releases import Release, Version, together
from baken.disclosure.knowledge import Values
from baken.disclosure.layout import Layout
from baken.disclosure.rounding.decision import Decision
from baken.disclosure.rounding.knowledge import knowledge_of


def all_versions(decisions: Sequence[Decision]) -> Joined:
    """What an attacker knows who kept all decisions, in the order in which they were published.

    Secret is what was secret when it was told and is not public by now.
    """
    tables = [_Table(one) for one in decisions]
    revised: list[frozenset[Key]] = []
    latest: dict[Key, tuple[int, int]] = {}
    for table in tables:
        revised.append(frozenset(key for key, two in table.values.items() if latest.get(key, two) != two))
        latest |= table.values
    releases: list[Release] = []
    open_later: dict[Key, bool] = {}
    for number in reversed(range(len(tables))):
        table = tables[number]
        secret = table.decision.secret.ravel().copy()
        for cell, key in enumerate(table.keys):
            secret[cell] &= open_later.get(key, True)
            open_later[key] = key in revised[number] or bool(secret[cell])
        known = knowledge_of(table.decision.told, secret.reshape(table.decision.layout.shape))
        releases.append(Release(Part(str(number), table.keys, known), revised[number]))
    return together(releases[::-1])


def cells_of_keys(layout: Layout, joined: Joined, cells: Values) -> Values:
    """The cells of a layout that cells of joined versions are about, whichever version; ascending."""
    numbers = {key: cell for cell, key in enumerate(_keys(layout))}
    keys = (joined.keys[cell] for cell in cells.tolist())
    plain = (key.key if isinstance(key, Version) else key for key in keys)
    return np.array(sorted({numbers[key] for key in plain if key in numbers}), np.int64)


class _Table:
    """A decision by key: of each cell the true count and the published one."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        self.keys: list[Key] = _keys(decision.layout)
        true = decision.layout.filled(decision.counts).ravel().tolist()
        shown = decision.told.shown.ravel().tolist()
        self.values: dict[Key, tuple[int, int]] = dict(
            zip(self.keys, zip(true, shown, strict=True), strict=True)
        )


def _keys(layout: Layout) -> list[Key]:
    return list(product(*(one.codes for one in layout.dimensions)))
