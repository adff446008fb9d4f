# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a fall in one area went together with a rise around it: the waterbed question.

It compares counts of two years in three places: the area, what lies nearby and the rest of the
municipality. It finds what goes together and never why. A count that is missing or small answers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from baken.methods.rates.rate_change import RateChange, rate_change
from baken.methods.rates.relative_change import RelativeChange, relative_change
from baken.model.area import Area
from baken.model.errors import UsageError
from baken.model.indicator import Break
from baken.model.period import Period, PeriodKind
from baken.model.text import Text
from baken.picture.changes import breaks_between, breaks_of_measure_between
from baken.picture.derive import counts_by_year, indicator_series
from baken.picture.material import Material
from baken.picture.nearby import Nearby, surroundings


class Finding(StrEnum):
    """What the counts say."""

    NO_FALL = "no fall to explain"
    NO_SIGN = "no sign of displacement"
    RISE_NEARBY = "rise nearby"
    UNKNOWN = "cannot be told"


class Unknown(StrEnum):
    """Why it cannot be told."""

    NEIGHBOURS = "it is not known what lies nearby"
    AREAS = "areas nearby were redrawn in between"
    MISSING = "a count is missing"
    FEW = "a count is too small"
    BREAK = "counting changed in between"
    FELL_LESS = "nearby the count did not rise, but elsewhere it fell more"


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of one place in both years; nothing where they are missing or too small to be given."""

    before: int | None = None
    after: int | None = None
    few: bool = False

    @property
    def pair(self) -> tuple[int | None, int | None]:
        """Before and after."""
        return self.before, self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Displacement:
    """The answer with everything that it rests on; ``displacement_sentence`` puts it into words.

    ``fall`` is the change of the count in the area, ``relative`` that of the count nearby divided by that
    of the rest. ``left_out`` are neighbourhoods of the rest that did not exist in both years.
    """

    name: Text
    area: Area
    start: Period
    end: Period
    finding: Finding = Finding.UNKNOWN
    reason: Unknown | None = None
    kind: Nearby | None = None
    near: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    own_counts: Counts = Counts()
    near_counts: Counts = Counts()
    rest_counts: Counts = Counts()
    fall: RateChange | None = None
    relative: RelativeChange | None = None


def displacement(material: Material, name: str, area: str, start: int, end: int) -> Displacement:
    """Ask whether a fall in an area went together with a rise nearby.

    Args:
        material: figures, areas and, where held, outlines of the municipality.
        name: an indicator, or a counted measure such as ``politie-overlast/E35``.
        area: code of a district or a neighbourhood.
        start: the year before.
        end: the year after.

    Raises:
        UsageError: the years are in the wrong order, or the measure or the area is not known.

    """
    fallen = change_within(material, name, area, start, end)
    periods = (fallen.start, fallen.end)
    around = surroundings(material, area, periods[1].end)
    if fallen.reason or fallen.finding is Finding.NO_FALL:
        return fallen
    if not around.near:
        return replace(fallen, reason=Unknown.NEIGHBOURS)
    changed = {code for code in around.near | around.rest if not _lasts(material, code, periods)}
    found = replace(
        fallen,
        kind=around.kind,
        near=tuple(sorted(around.near)),
        left_out=tuple(sorted(changed & around.rest)),
    )
    if changed & around.near:
        return replace(found, reason=Unknown.AREAS)
    return _weighed(
        replace(
            found,
            near_counts=_counts(material, name, found.near, periods),
            rest_counts=_counts(material, name, sorted(around.rest - changed), periods),
        )
    )


def change_within(material: Material, name: str, area: str, start: int, end: int) -> Displacement:
    """The first half of that question: whether the count in the area itself fell between two years.

    Arguments and errors as in ``displacement``. ``fall`` is there where both counts may be told.
    """
    if start >= end:
        raise UsageError(f"{start} does not lie before {end}.")
    periods = (Period(PeriodKind.YEAR, start), Period(PeriodKind.YEAR, end))
    base = Displacement(
        name=_name(material, name),
        area=material.register[area],
        start=periods[0],
        end=periods[1],
        own_counts=_counts(material, name, (area,), periods),
    )
    return _fallen(base, _breaks(material, name, *periods))


def _fallen(base: Displacement, breaks: tuple[Break, ...]) -> Displacement:
    """Whether the count in the area fell: a finding or a reason where it did not or cannot be told."""
    if any(one.severity == "stop" for one in breaks):
        return replace(base, reason=Unknown.BREAK)
    if reason := _lacking(base.own_counts):
        return replace(base, reason=reason)
    fall = rate_change(base.own_counts.pair, (1, 1))
    found = replace(base, fall=fall)
    if fall.ratio_upper >= 1:
        return replace(found, finding=Finding.NO_FALL)
    # A change in counting that pushes counts down may be the whole of a fall.
    if any(one.severity == "caution" and one.bias == "down" for one in breaks):
        return replace(found, reason=Unknown.BREAK)
    return found


def _weighed(found: Displacement) -> Displacement:
    """What happened nearby, held against the rest of the municipality."""
    near, rest = found.near_counts, found.rest_counts
    if reason := _lacking(near) or _lacking(rest):
        return replace(found, reason=reason)
    relative = relative_change(near.pair, rest.pair)
    found = replace(found, relative=relative)
    if relative.lower <= 1:
        return replace(found, finding=Finding.NO_SIGN)
    if relative.change <= 1:
        return replace(found, reason=Unknown.FELL_LESS)
    return replace(found, finding=Finding.RISE_NEARBY)


def _lacking(counts: Counts) -> Unknown | None:
    if counts.few:
        return Unknown.FEW
    return Unknown.MISSING if None in counts.pair else None


def _lasts(material: Material, code: str, periods: tuple[Period, Period]) -> bool:
    """Whether an area existed from the first day of the first year to the last day of the last."""
    validity = material.register[code].validity
    return validity.holds_on(periods[0].start) and validity.holds_on(periods[1].end)


def _counts(material: Material, name: str, areas: Iterable[str], periods: tuple[Period, Period]) -> Counts:
    """The sum over some areas in both years. A missing part makes it missing; a small sum is kept back."""
    series = [_series(material, name, code) for code in areas]
    before, after = (_sum([one.get(period.year) for one in series]) for period in periods)
    minimum = material.catalogue.country.minimum_count
    if any(one is not None and one < minimum for one in (before, after)):
        return Counts(few=True)
    return Counts(before, after)


def _sum(parts: list[int | None]) -> int | None:
    known = [one for one in parts if one is not None]
    return sum(known) if known and len(known) == len(parts) else None


def _series(material: Material, name: str, area: str) -> dict[int, int | None]:
    """The yearly counts in an area, as far as these years were over on the day of the material."""
    if name in material.catalogue.indicators:
        series = indicator_series(material, name, area)
    else:
        series = tuple(counts_by_year(material, name, area).values())
    held = {one.period.year: one for one in series}
    return {year: one.count for year, one in held.items() if one.period.end <= material.on}


def _name(material: Material, name: str) -> Text:
    """What an indicator or a measure is called."""
    if name in material.catalogue.indicators:
        return material.catalogue.indicator(name).name
    system, _, code = name.partition("/")
    return material.catalogue.registration(system, code).label


def _breaks(material: Material, name: str, start: Period, end: Period) -> tuple[Break, ...]:
    catalogue = material.catalogue
    if name in catalogue.indicators:
        return breaks_between(catalogue, catalogue.indicator(name), start, end)
    return breaks_of_measure_between(catalogue, name, start, end)
