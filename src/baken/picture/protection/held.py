# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The counts that are held of small areas, by counting system and year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from baken.catalogue.catalogue import DENOMINATORS
from baken.model.area import AreaLevel
from baken.model.disclosure import DisclosureRules
from baken.model.observation import Observation, Presence
from baken.model.period import Period, PeriodKind
from baken.picture.derive import add_counts
from baken.picture.material import Material
from baken.picture.protection.small import small_observations

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Counted:
    """What is held of one area, code and period, and whether everybody can look it up."""

    observation: Observation
    public: bool

    @property
    def count(self) -> int | None:
        """The count, or nothing where there is no value."""
        value = self.observation.value
        return None if value is None else int(value)


@dataclass(frozen=True, slots=True)
class CountedYear:
    """All counts of one system in one year. ``cells`` of small areas and of ``root`` by (area, code, period).

    ``total`` is the code of the system's own total, where small areas hold it. ``composites`` are the sums of
    codes that indicators make.
    """

    system: str
    year: int
    root: str
    total: str
    composites: tuple[tuple[str, tuple[str, ...]], ...]
    cells: Mapping[Key, Counted]
    whole: Mapping[Key, Counted]

    def cell(self, area: str, code: str, period: str) -> Counted | None:
        """The count of an area, or of the municipality, if it is held."""
        return (self.whole if area == self.root else self.cells).get((area, code, period))


def counted_years(material: Material, kind: PeriodKind) -> Iterator[CountedYear]:
    """The counts of small areas that may be published at all, one system and year after the other.

    Left out are protected categories, levels that the rules do not name, population and survey figures.
    """
    rules = material.catalogue.disclosure
    wanted = _wanted(material)
    by_year: dict[tuple[str, int], list[Observation]] = {}
    for one in small_counts(material):
        system, _, code = one.indicator.partition("/")
        if code in wanted.get(system, ()) and rules.protects(one.indicator) is None:
            by_year.setdefault((system, one.period.year), []).append(one)
    for (system, year), found in sorted(by_year.items()):
        codes = {one.indicator.partition("/")[2] for one in found}
        whole = [
            one
            for code in sorted(codes)
            for one in material.holdings.series(f"{system}/{code}", material.municipality.code)
            if one.period.year == year
        ]
        yield CountedYear(
            system=system,
            year=year,
            root=material.municipality.code,
            total=_total(material, system, codes),
            composites=_composites(material, system, year),
            cells=_cells(material, found, kind, rules),
            whole=_cells(material, whole, kind, rules),
        )


def small_counts(material: Material) -> Iterator[Observation]:
    """Every count of a registered measure in an area below the municipality whose level may be published."""
    levels = material.catalogue.disclosure.levels
    for one in small_observations(material):
        if is_count(one) and material.register[one.area].level in levels:
            yield one


def municipal_months(material: Material) -> Iterator[Observation]:
    """The months of the municipality that its areas add up to, where it has none of its own.

    A municipal figure may be published exactly; once the areas are protected it can no longer be added up.
    """
    root = material.municipality.code
    by_month: dict[tuple[str, Period], list[Observation]] = {}
    for one in small_counts(material):
        if (
            one.period.kind is PeriodKind.MONTH
            and material.register[one.area].level is AreaLevel.NEIGHBOURHOOD
        ):
            by_month.setdefault((one.indicator, one.period), []).append(one)
    there = {
        one.key
        for snapshot in material.holdings.snapshots
        for one in snapshot.observations
        if one.area == root
    }
    areas = material.register.of_level(AreaLevel.NEIGHBOURHOOD)
    for (measure, period), found in by_month.items():
        living = sum(area.validity.holds_on(period.start) for area in areas)
        if len(found) == living and (measure, root, period) not in there:
            yield replace(add_counts(found, period), area=root)


def is_count(one: Observation) -> bool:
    """Whether an observation is a count of a measure, and no population."""
    return "/" in one.indicator and one.indicator not in DENOMINATORS.values()


def _wanted(material: Material) -> dict[str, set[str]]:
    """The codes that the municipality's indicators are made of, by system: nothing else needs publishing."""
    found: dict[str, set[str]] = {}
    for name in material.indicators:
        for version in material.catalogue.indicators[name]:
            found.setdefault(version.system, set()).update(version.numerator)
    return found


def _total(material: Material, system: str, codes: set[str]) -> str:
    """The total of a system, if it may stand beside these codes.

    Where all that it counts beside them is protected, the difference would give just that away.
    """
    known = material.catalogue.systems.get(system)
    if known is None or not known.total or known.total not in codes:
        return ""
    beside = {code for one, code in material.catalogue.registrations if one == system} - codes - {known.total}
    rules = material.catalogue.disclosure
    open_ones = [code for code in beside if rules.protects(f"{system}/{code}") is None]
    return known.total if open_ones or not beside else ""


def _composites(material: Material, system: str, year: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    end = Period(PeriodKind.YEAR, year).end
    return tuple(
        (name, version.numerator)
        for name in material.indicators
        for version in material.catalogue.indicators[name]
        if version.system == system and version.validity.holds_on(end)
    )


def _cells(
    material: Material, found: Iterable[Observation], kind: PeriodKind, rules: DisclosureRules
) -> dict[Key, Counted]:
    """What is held by period of a kind; a period of which a month is missing has no value."""
    parts: dict[Key, list[Observation]] = {}
    for one in found:
        for period in _periods_of(one.period, kind):
            parts.setdefault((one.area, one.indicator.partition("/")[2], str(period)), []).append(one)
    public = {one.id for one in material.holdings.snapshots if rules.is_public(one.source)}
    return {
        key: Counted(_together(ones, Period.parse(key[2])), all(set(one.snapshots) <= public for one in ones))
        for key, ones in parts.items()
    }


def _periods_of(period: Period, kind: PeriodKind) -> tuple[Period, ...]:
    """The period of a kind that an observation is a part of, or is."""
    if period.kind is PeriodKind.WAVE:
        return ()
    if kind is PeriodKind.YEAR:
        return (Period(kind, period.year),)
    if kind is PeriodKind.QUARTER and period.kind is PeriodKind.MONTH:
        return (Period(kind, period.year, (period.number + 2) // 3),)
    return (period,) if period.kind is kind else ()


_MONTHS = {PeriodKind.YEAR: 12, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}


def _together(ones: list[Observation], period: Period) -> Observation:
    """The observation of a period: as it was published, or the sum of all its months or quarters."""
    whole = [one for one in ones if one.period.kind is period.kind]
    if whole:
        return whole[0]
    total = add_counts(ones, period)
    parts = _MONTHS[period.kind] // _MONTHS[ones[0].period.kind]
    if len(ones) == parts or total.value is None:
        return total
    return replace(total, presence=Presence.MISSING, value=None, count=None)
