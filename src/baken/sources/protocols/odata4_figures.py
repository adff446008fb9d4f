# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From what came in for a series to its figures: parts that add up, or a value with its margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from baken.model.errors import InputError
from baken.model.observation import Precision, Presence
from baken.sources.contract import Sink
from baken.sources.protocols.code_lists import Area, Time
from baken.sources.protocols.odata4 import DATA
from baken.store.columns import PRESENCES

if TYPE_CHECKING:
    from numpy.typing import NDArray

OPEN = -1
"""Stands for the presence of a row that has not come in."""
_VALUE = PRESENCES.index(Presence.VALUE)
_MISSING = PRESENCES.index(Presence.MISSING)


@dataclass(frozen=True, slots=True)
class Came:
    """What came in for one series: a layer for each key that it takes, each by area and period."""

    value: NDArray[np.int64]
    presence: NDArray[np.int8]
    areas: Sequence[Area]
    times: Sequence[Time]

    @property
    def taken(self) -> NDArray[np.bool_]:
        """The cells whose area and period have a place here."""
        area = [bool(one.ours) for one in self.areas]
        taken: NDArray[np.bool_] = np.logical_and.outer(area, [one.period is not None for one in self.times])
        return taken

    def first(self, cells: NDArray[np.bool_]) -> str:
        """The area and the period of the first of some cells, as the publisher writes them."""
        area, time = np.argwhere(cells)[0]
        return f"{self.areas[area].code} {self.times[time].code}"


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one certainty, by area and period. Where none is ``held``, the rest means nothing."""

    held: NDArray[np.bool_]
    value: NDArray[np.int64]
    presence: NDArray[np.int8]
    precision: Precision
    lower: NDArray[np.int64] | None = None
    upper: NDArray[np.int64] | None = None


def added_up(came: Came, *, survey: bool) -> Figures:
    """The sum of all layers. It has a value only if all of its parts have one."""
    same = (came.presence == came.presence[0]).all(axis=0)
    joined = np.where(same, came.presence[0], _MISSING).astype(np.int8)
    precision = Precision.SURVEY_WITHOUT_MARGINS if survey else Precision.COUNT
    return Figures(
        came.taken & (came.presence != OPEN).any(axis=0), came.value.sum(axis=0), joined, precision
    )


def with_margins(came: Came, extra: int, series: str, sink: Sink) -> Iterator[Figures]:
    """The values with their margins, and after them those without.

    A value of which one margin is not given has none. Margins around no value say nothing; what is left
    out is noted.

    Args:
        came: three layers: the value, the lower and the upper margin.
        extra: how many decimals the margins have more than the value.
        series: the name of the series, for the messages.
        sink: where the notes go.

    Raises:
        InputError: a value does not lie between its margins.

    """
    taken, (value, lower, upper) = came.taken, came.value
    known, low, high = came.presence == _VALUE
    held = taken & known & low & high
    # Rounding the margins inwards to the decimals of the value compares exactly, and cannot overflow.
    step = 10**extra
    wrong = held & ((-(-lower // step) > value) | (value > upper // step))
    if wrong.any():
        raise InputError(
            f"the margins of {series} {came.first(wrong)} do not hold their value.",
            where=DATA,
            do="Tell the publisher.",
        )
    for cells, words in (
        (taken & known & (low != high), "values have only one margin, which is left out"),
        (taken & ~known & (low | high), "margins stand around no value and are left out"),
    ):
        if cells.any():
            sink.note(f"{series}: {np.count_nonzero(cells)} {words}, such as at {came.first(cells)}.")
    presence = came.presence[0]
    yield Figures(held, value, presence, Precision.SURVEY_WITH_MARGINS, lower, upper)
    yield Figures(taken & (presence != OPEN) & ~held, value, presence, Precision.SURVEY_WITHOUT_MARGINS)
