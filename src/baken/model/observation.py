# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was observed: a value or the reason why there is none.

Three things are kept apart. *Presence*: is there a value, and if not, why. *Life*: how final it is.
*Precision*: what is known of its certainty. Missing is never zero: a value exists exactly when the
presence says so, and nothing in this module turns one into the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from baken.model.period import Period


class Presence(StrEnum):
    """Whether there is a value, and if not, why."""

    VALUE = "measured"
    NOT_MEASURED = "not_measured"
    IMPOSSIBLE = "impossible"
    SUPPRESSED = "suppressed"
    MISSING = "missing"


class Life(StrEnum):
    """How final a value is."""

    PROVISIONAL = "provisional"
    FINAL = "final"
    REVISED = "revised"
    WITHDRAWN = "withdrawn"


class Precision(StrEnum):
    """What is known about the certainty of a value."""

    COUNT = "count with denominator"
    RATE_ONLY = "rate only"
    SURVEY_WITH_MARGINS = "survey with margins"
    SURVEY_WITHOUT_MARGINS = "survey without margins"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One observation of one indicator (or of one measure, such as ``politie-470xx/1.1.1``).

    ``count`` and ``denominator`` make a rate that can be recomputed; ``respondents`` belongs to surveys,
    as do ``lower`` and ``upper``: the margins of 95 % that the publisher gives.
    ``spread`` is how far the value of a protected count may lie from the true one at most; 0 says that it is
    the true one. ``spread_limit`` is the most that it can be for any sum of counts protected together.
    ``recalculated`` marks a survey value that its publisher converted to the newest method.
    """

    indicator: str
    area: str
    period: Period
    presence: Presence
    life: Life = Life.FINAL
    precision: Precision = Precision.RATE_ONLY
    value: Decimal | None = None
    unit: str = ""
    literal: str = ""
    count: int | None = None
    denominator: int | None = None
    respondents: int | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    spread: int = 0
    spread_limit: int = 0
    recalculated: bool = False
    annotation: str = ""
    snapshot: str = ""

    def __post_init__(self) -> None:
        if (self.value is not None) != (self.presence is Presence.VALUE):
            raise ValueError(
                f"{self.indicator} {self.area} {self.period}: presence '{self.presence}' "
                f"{'has' if self.value is not None else 'lacks'} a value"
            )
        if self.value is not None and not self.value.is_finite():
            raise ValueError(f"{self.indicator} {self.area} {self.period}: {self.value} is no finite number")
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            raise ValueError(
                f"{self.indicator} {self.area} {self.period}: margins {self.lower} to {self.upper}"
            )
        if self.count is not None and self.value is None:
            raise ValueError(f"{self.indicator} {self.area} {self.period}: a count without a value")

    @property
    def snapshots(self) -> tuple[str, ...]:
        """The ids of the snapshots behind the value: one, or those of all its parts."""
        return tuple(self.snapshot.split())

    @property
    def status(self) -> str:
        """One word for tables: why there is no value, or else how final the value is."""
        if self.presence is not Presence.VALUE:
            return self.presence.value
        if self.precision is Precision.ESTIMATED:
            return "estimated"
        return Presence.VALUE.value if self.life is Life.FINAL else self.life.value

    @property
    def key(self) -> tuple[str, str, Period]:
        """What there may be only one of: indicator, area, period."""
        return (self.indicator, self.area, self.period)
