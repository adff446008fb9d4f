# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How observations are laid out in columns: small whole numbers, so that a country fits in a few files.

A value is a whole number with a number of decimals (24.2 is 242 with 1), so that it comes back exactly as
it was published. Presence, life and precision are the place of the word in the lists below, which only
grow at the end: a number that has been written keeps its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from baken.model.observation import Life, Precision, Presence
from baken.model.period import Period, PeriodKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PRESENCES = (
    Presence.VALUE,
    Presence.NOT_MEASURED,
    Presence.IMPOSSIBLE,
    Presence.SUPPRESSED,
    Presence.MISSING,
)
LIVES = (Life.FINAL, Life.PROVISIONAL, Life.REVISED, Life.WITHDRAWN)
PRECISIONS = (
    Precision.COUNT,
    Precision.RATE_ONLY,
    Precision.SURVEY_WITH_MARGINS,
    Precision.SURVEY_WITHOUT_MARGINS,
    Precision.ESTIMATED,
)
_QUARTERS, _WAVE = 20, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Observations as arrays of one length; a single number stands for the same in every row.

    ``measure``, ``area`` (int32) are codes of the store's dictionaries, ``period`` (int32) comes from
    ``period_code``, ``value`` (int64) is without its decimals and means nothing where ``presence`` (int8)
    is not 0. ``lower`` and ``upper`` (int64) are the margins of a survey, with the same
    decimals unless ``margin_decimals`` says otherwise.
    """

    measure: NDArray[np.int32] | int
    area: NDArray[np.int32]
    period: NDArray[np.int32]
    value: NDArray[np.int64]
    presence: NDArray[np.int8] | int = 0
    decimals: NDArray[np.int8] | int = 0
    life: NDArray[np.int8] | int = 0
    precision: int = 0
    unit: str = "count"
    lower: NDArray[np.int64] | None = None
    upper: NDArray[np.int64] | None = None
    margin_decimals: int | None = None

    def __len__(self) -> int:
        return len(self.area)


def period_code(period: Period) -> int:
    """A period as a number that sorts within its year: 202100, 202103 (March), 202122 (Q2), 202140 (wave)."""
    within = {PeriodKind.QUARTER: _QUARTERS + period.number, PeriodKind.WAVE: _WAVE}
    return period.year * 100 + within.get(period.kind, period.number)


def period_of(code: int) -> Period:
    """The period behind a number of ``period_code``."""
    year, within = divmod(code, 100)
    if within == 0:
        return Period(PeriodKind.YEAR, year)
    if within == _WAVE:
        return Period(PeriodKind.WAVE, year)
    if within > _QUARTERS:
        return Period(PeriodKind.QUARTER, year, within - _QUARTERS)
    return Period(PeriodKind.MONTH, year, within)
