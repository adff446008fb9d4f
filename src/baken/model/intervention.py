# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was done: an intervention as a plain record, and what may be said of its effect."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from baken.model.errors import InputError
from baken.model.period import Period
from baken.model.text import Text


class EffectMethod(StrEnum):
    """How an effect was studied."""

    COMPARISON = "comparison"
    BEFORE_AFTER = "before/after"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """Something that was done in an area for a time, with the codes that looking harder may raise.

    ``themes`` are those that it belongs to, beside the themes whose figures count its codes.
    """

    id: str
    label: Text
    area: str
    start: date
    end: date | None
    codes: tuple[str, ...]
    controls: bool = False
    themes: tuple[str, ...] = ()

    def runs_in(self, period: Period) -> bool:
        """Whether it ran on any day of the period."""
        return self.start <= period.end and (self.end is None or self.end >= period.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectSize:
    """How large a study found an effect, in per cent of the figure without it, with its 95 % margin.

    Raises:
        InputError: the margin does not hold the size.

    """

    percent: Decimal
    lower: Decimal
    upper: Decimal

    def __post_init__(self) -> None:
        if not self.lower <= self.percent <= self.upper:
            raise InputError(
                "the margin of an effect does not hold its size.", do="Give lower, percent, upper."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectStatement:
    """That something had an effect. It cannot be made without saying how that was studied.

    ``intervention`` is the id of what was done, ``size`` what a study found; none without a method.
    """

    text: Text
    indicator: str
    method: EffectMethod | None
    source: str = ""
    intervention: str = ""
    size: EffectSize | None = None

    def __post_init__(self) -> None:
        if self.method is None:
            raise InputError(
                f"the effect statement about '{self.indicator}' does not say how the effect was studied.",
                do="Give a method: before/after, comparison or none.",
            )
        if self.method is EffectMethod.NONE and self.size is not None:
            raise InputError(f"the effect on '{self.indicator}' has a size and was not studied.")

    @property
    def caveat(self) -> Text:
        """What must stand beside the statement."""
        return _CAVEATS[self.method or EffectMethod.NONE]


_CAVEATS = {
    EffectMethod.NONE: Text(
        "We weten niet of dit door de aanpak komt: het effect is niet onderzocht.",
        "We do not know whether this is due to the measures: the effect was not studied.",
    ),
    EffectMethod.BEFORE_AFTER: Text(
        "Een vergelijking van voor en na is geen bewijs: er kan meer veranderd zijn dan de aanpak.",
        "A comparison of before and after is no proof: more may have changed than the measures.",
    ),
    EffectMethod.COMPARISON: Text(
        "Vergeleken met gebieden zonder deze aanpak.", "Compared with areas without these measures."
    ),
}
