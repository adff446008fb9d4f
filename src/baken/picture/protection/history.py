# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How a protected cube follows on what was published of it before, and remembering it for the next time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.rounding.decision import Decision, figures_in
from baken.store.decisions import Kept

Earlier = Callable[[str], Sequence[Kept]]
"""What was published of a cube before, by its name, the oldest first."""


def nothing_before(_: str) -> Sequence[Kept]:
    """Nothing was ever published."""
    return ()


def first_of(earlier: Earlier, numbers: Mapping[str, int]) -> Earlier:
    """As it was before an edition that rests on the decisions with these numbers."""
    return lambda name: earlier(name)[: max(0, numbers.get(name, 1) - 1)]


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """The decision that figures rest on, as the so manieth of its cube (``number``, from 1).

    ``before`` are the decisions with a lower number. Those made up to the closing date of the year share a
    version; each one after it is a version of its own. ``is_new``: it was not published before.
    """

    decision: Decision
    before: tuple[Kept, ...]
    version: int
    closed: bool
    is_new: bool

    @classmethod
    def of(cls, decision: Decision, earlier: Sequence[Kept], on: date, closes: date) -> History:
        """Where a decision stands among what was published before."""
        closed = on > closes
        for number, one in enumerate(earlier):
            if one.decision.told is decision.told:
                return cls(decision, tuple(earlier[:number]), one.version, closed, is_new=False)
        version = earlier[-1].version + closed if earlier else 1
        return cls(decision, tuple(earlier), version, closed, is_new=True)

    @property
    def number(self) -> int:
        """The so manieth decision about its cube, from 1."""
        return len(self.before) + 1

    @property
    def revised(self) -> NDArray[np.bool_]:
        """The cells, shape of the layout, with another figure than in the version before this one."""
        layout, told = self.decision.layout, self.decision.told
        older = [one.decision for one in self.before if one.version < self.version]
        if not older:
            return np.zeros(layout.shape, np.bool_)
        there, figures = figures_in(older[-1], layout)
        return np.asarray(there & (figures != told.shown))


def closing_date(year: int, months: int) -> date:
    """The last day on which figures of a year may change under the same version: so many months after it."""
    years, month = divmod(months, 12)
    return date.fromordinal(date(year + 1 + years, month + 1, 1).toordinal() - 1)
