# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An area beside others in the same year on the same definition: the reference, the peers, n of m above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods.comparison.ranking import rank_of
from baken.methods.survey.share_change import share_change
from baken.model.errors import CombinationError
from baken.model.figure import Comparison, Figure, Interval, Rank, Supported
from baken.model.indicator import Indicator
from baken.model.observation import Observation
from baken.picture.counts_behind import counts_behind, widest_ratio


def compare(own: Figure, other: Figure, level_own: str, level_other: str) -> Comparison | None:
    """One figure against another area's of the same indicator and period; nothing where one is missing.

    Raises:
        CombinationError: other indicator or period, or an area that stands for another kind of area.

    """
    first, second = own.observation, other.observation
    if (first.indicator, first.period) != (second.indicator, second.period):
        raise CombinationError(
            f"{first.indicator} {first.period} and {second.indicator} {second.period} cannot be compared."
        )
    if first.area == second.area:
        raise CombinationError(f"{first.area} ({level_own}) is compared with itself ({level_other}).")
    if own.value is None or other.value is None or not other.value:
        return None
    interval = _ratio_interval(own, other)
    supported = None
    if interval:
        supported = Supported.UP if interval.lower > 1 else Supported.DOWN if interval.upper < 1 else None
    return Comparison(
        period=first.period,
        area=first.area,
        reference=second.area,
        value=own.value,
        reference_value=other.value,
        ratio=float(own.value / other.value),
        supported=supported,
        interval=interval,
    )


def _ratio_interval(own: Figure, other: Figure) -> Interval | None:
    """The interval of own / other: of two rates from their counts, of two shares from their respondents."""
    first, second = own.observation, other.observation
    if first.respondents and second.respondents and first.unit == "percent":
        return _share_ratio(float(first.value or 0), float(second.value or 0), first, second)
    mine, theirs = counts_behind(first), counts_behind(second)
    if mine is None or theirs is None or not first.denominator or not second.denominator:
        return None
    found = widest_ratio(theirs, mine, (second.denominator, first.denominator))
    method = "exact conditional"
    if first.spread or second.spread:
        method += ", widest over the protected counts"
    return Interval(*found, method) if found else None


def _share_ratio(mine: float, theirs: float, own: Observation, other: Observation) -> Interval:
    """The interval of the difference of two shares, told as a ratio to the other."""
    found = share_change((theirs / 100, mine / 100), (other.respondents, own.respondents))
    return Interval(1 + found.lower * 100 / theirs, 1 + found.upper * 100 / theirs, "Newcombe")


def rank(figures: dict[str, Figure | None], area: str, group: str) -> Rank | None:
    """The place of an area among its group in one period, highest first; missing areas are counted apart."""
    own = figures.get(area)
    if own is None or own.value is None:
        return None
    codes = sorted(figures)
    values = [_value(figures[code]) for code in codes]
    found = rank_of(values, codes.index(area))
    if found.rank is None:
        return None
    return Rank(
        period=own.observation.period,
        group=group,
        position=found.rank,
        last_position=found.rank + found.tied,
        compared=found.measured,
        missing=found.missing,
    )


def _value(one: Figure | None) -> float:
    return float(one.value) if one is not None and one.value is not None else float("nan")


@dataclass(frozen=True, slots=True, kw_only=True)
class AboveReference:
    """How many indicators are higher than the reference area: ``above`` of ``compared``, ``certain`` of them
    by more than chance.
    """

    area: str
    reference: str
    above: tuple[str, ...]
    certain: tuple[str, ...]
    not_above: tuple[str, ...]
    without_reference: tuple[str, ...]

    @property
    def compared(self) -> int:
        """How many indicators could be compared at all."""
        return len(self.above) + len(self.not_above)


def above_reference(
    area: str, reference: str, pairs: Iterable[tuple[Indicator, Comparison | None]]
) -> AboveReference:
    """Count the indicators on which an area lies above its reference; those without a pair are named."""
    held = list(pairs)
    return AboveReference(
        area=area,
        reference=reference,
        above=tuple(one.id for one, pair in held if pair and pair.value > pair.reference_value),
        certain=tuple(one.id for one, pair in held if pair and pair.supported is Supported.UP),
        not_above=tuple(one.id for one, pair in held if pair and pair.value <= pair.reference_value),
        without_reference=tuple(one.id for one, pair in held if pair is None),
    )
