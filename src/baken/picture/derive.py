# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From counts to indicators: months to years, neighbourhoods to districts, codes to composites, to rates.

A sum of which one part is missing is missing: nothing partial is ever passed on as complete, and no
missing part counts as zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from baken.catalogue.catalogue import DENOMINATORS
from baken.model.errors import CombinationError
from baken.model.indicator import Indicator, Unit
from baken.model.number import decimals_of, half_up
from baken.model.observation import Life, Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.picture.material import Material

_CLASSES = "politie-klassen"
_LEAST_FINAL = (Life.WITHDRAWN, Life.PROVISIONAL, Life.REVISED, Life.FINAL)
_WORST_PRESENCE = (Presence.SUPPRESSED, Presence.MISSING, Presence.NOT_MEASURED, Presence.IMPOSSIBLE)


def indicator_series(
    material: Material, name: str, area: str, *, restricted: bool = False
) -> tuple[Observation, ...]:
    """All observations of an indicator in an area: as published, and computed where counts are held.

    A published value is never replaced by a computed one of the same period. Computed values are left out
    where the computation does not reproduce a year that is known. With ``restricted`` a code that is wider
    than the label is narrowed to its police classes, where counts per class are held.
    """
    printed = published(material, name, area)
    found = computed(material, name, area, restricted=restricted)
    if found and not restricted and False in _checks(material, name, printed, found):
        found = {}
    both = {**found, **printed}
    return tuple(both[period] for period in sorted(both))


def published(material: Material, name: str, area: str) -> dict[Period, Observation]:
    """What was published of an indicator in an area, with the population that belongs under it."""
    held = material.holdings.series(name, area)
    return {one.period: _with_population(material, one) for one in held}


def computed(
    material: Material, name: str, area: str, *, restricted: bool = False
) -> Mapping[Period, Observation]:
    """What the counts that are held give for an indicator in an area, each year by the definition of then."""
    key = ("computed", name, area, "restricted" if restricted else "")
    if key not in material.worked_out:
        material.worked_out[key] = _by_definitions(material, name, area, restricted=restricted)
    found: Mapping[Period, Observation] = material.worked_out[key]
    return found


def _by_definitions(
    material: Material, name: str, area: str, *, restricted: bool
) -> dict[Period, Observation]:
    return {
        one.period: one
        for version in material.catalogue.indicators[name]
        for one in _computed(material, version, area, restricted=restricted)
        if version.validity.holds_on(one.period.end)
    }


def reproduces(material: Material, name: str, area: str) -> tuple[bool, ...]:
    """For each year that can be checked, whether the computation gives what was published, rounded alike.

    Checked are the years of this area that are held both ways, and the years that the definition knows.
    """
    return _checks(material, name, published(material, name, area), computed(material, name, area))


def _checks(
    material: Material, name: str, printed: Mapping[Period, Observation], here: Mapping[Period, Observation]
) -> tuple[bool, ...]:
    checks = [(one.value, here[period].value) for period, one in printed.items() if period in here]
    for known in material.catalogue.indicator(name).known:
        there = computed(material, name, known.area).get(Period.parse(known.period))
        checks.append((known.value, there.value if there else None))
    return tuple(
        first == half_up(second, decimals_of(first))
        for first, second in checks
        if first is not None and second is not None
    )


def _with_population(material: Material, one: Observation) -> Observation:
    """A rate published without a denominator, together with the population that it was divided by."""
    unit = material.catalogue.units.get(one.unit)
    if unit is None or unit.denominator is None or one.denominator is not None:
        return one
    people = population(material, unit, one.area, one.period.year)
    if people is None or not people.value:
        return one
    sources = " ".join(sorted({*one.snapshots, *people.snapshots}))
    return replace(one, denominator=int(people.value), snapshot=sources)


def population(material: Material, unit: Unit, area: str, year: int) -> Observation | None:
    """The population that belongs under a rate, on 1 January of a year."""
    measure = DENOMINATORS.get(unit.denominator or "")
    return counts_by_year(material, measure, area).get(year) if measure else None


def counts_by_year(material: Material, measure: str, area: str) -> Mapping[int, Observation]:
    """The yearly counts of a measure in an area; a district is the sum of its neighbourhoods."""
    key = ("counts", measure, area)
    if key not in material.worked_out:
        material.worked_out[key] = _counts_by_year(material, measure, area)
    found: Mapping[int, Observation] = material.worked_out[key]
    return found


def _counts_by_year(material: Material, measure: str, area: str) -> dict[int, Observation]:
    series = material.holdings.series(measure, area)
    if series:
        return yearly(series)
    parts = _parts(material, area)
    if not parts:
        return {}
    below = {code: yearly(material.holdings.series(measure, code)) for code in parts}
    years = sorted({year for found in below.values() for year in found})
    return {
        year: total for year in years if (total := _sum_of_areas(material, area, below, year)) is not None
    }


def _parts(material: Material, area: str) -> frozenset[str]:
    """The smallest areas that make up an area in the division that it belongs to."""
    for division in material.register.divisions:
        leaves = material.register.leaves(area, division)
        if leaves != {area}:
            return leaves
    return frozenset()


def _sum_of_areas(
    material: Material, area: str, below: dict[str, dict[int, Observation]], year: int
) -> Observation | None:
    """The sum over the parts that existed at the end of the year; a part without a row makes it missing."""
    period = Period(PeriodKind.YEAR, year)
    valid = [code for code in sorted(below) if material.register[code].validity.holds_on(period.end)]
    found = [below[code][year] for code in valid if year in below[code]]
    if not found:
        return None
    total = replace(add_counts(found, period), area=area)
    return total if len(found) == len(valid) else _without_value(total)


def yearly(series: Iterable[Observation]) -> dict[int, Observation]:
    """Yearly counts of one measure; twelve months make a year only if all twelve have a value."""
    by_year: dict[int, list[Observation]] = {}
    for one in series:
        by_year.setdefault(one.period.year, []).append(one)
    return {year: _sum_of_months(parts) for year, parts in by_year.items()}


def _sum_of_months(parts: list[Observation]) -> Observation:
    first = parts[0]
    if len(parts) == 1 and first.period.kind is PeriodKind.YEAR:
        return first
    if any(part.period.kind is not PeriodKind.MONTH for part in parts):
        raise CombinationError(
            f"{first.indicator} {first.area} {first.period.year}: years and months in one series.",
            do="Hold one of the two.",
        )
    total = add_counts(parts, Period(PeriodKind.YEAR, first.period.year))
    return total if len(parts) == 12 else _without_value(total)


def _without_value(one: Observation) -> Observation:
    if one.value is None:
        return one
    return replace(one, presence=Presence.MISSING, value=None, count=None)


def add_counts(parts: list[Observation], period: Period) -> Observation:
    """Add counts; if one has no value the sum has none, and says the most telling reason.

    The snapshots of the parts are joined, and the sum is as final as its least final part.
    """
    presences = {part.presence for part in parts}
    presence = next((worst for worst in _WORST_PRESENCE if worst in presences), Presence.VALUE)
    total = sum(int(part.value) for part in parts if part.value is not None)
    # Counts are protected together with their sums, so that no sum strays further than the limit.
    limit = max(part.spread_limit for part in parts)
    complete = presence is Presence.VALUE
    return replace(
        parts[0],
        period=period,
        presence=presence,
        life=min((part.life for part in parts), key=_LEAST_FINAL.index),
        value=Decimal(total) if complete else None,
        count=total if complete else None,
        literal="",
        spread=min(sum(part.spread for part in parts), limit),
        spread_limit=limit,
        annotation=" ".join(dict.fromkeys(part.annotation for part in parts if part.annotation)),
        snapshot=" ".join(sorted({name for part in parts for name in part.snapshots})),
    )


def rate(indicator: Indicator, unit: Unit, counts: Observation, people: Observation | None) -> Observation:
    """The rate of an indicator from its count and the population.

    Raises:
        CombinationError: the population is not the one that the unit names.

    """
    wanted = DENOMINATORS.get(unit.denominator or "")
    if people is not None and people.indicator != wanted:
        raise CombinationError(
            f"{indicator.id} is measured {unit.label.en} ({unit.denominator}); "
            f"'{people.indicator}' is another population.",
            do=f"Use '{wanted}'.",
        )
    base = replace(counts, indicator=indicator.id, unit=unit.id, precision=Precision.COUNT, literal="")
    if counts.value is None:
        return base
    if people is None or not people.value:
        return _without_value(base)
    return replace(
        base,
        value=half_up(counts.value * unit.factor / people.value, indicator.decimals),
        count=int(counts.value),
        denominator=int(people.value),
        snapshot=" ".join(sorted({*counts.snapshots, *people.snapshots})),
    )


def _measures(indicator: Indicator, *, restricted: bool) -> list[str]:
    """The measures that make up the numerator, codes narrowed to classes where that is asked."""
    narrow = (indicator.restrict or {}) if restricted else {}
    return [
        measure
        for code in indicator.numerator
        for measure in (
            [f"{_CLASSES}/{one}" for one in narrow[code]]
            if code in narrow
            else [f"{indicator.system}/{code}"]
        )
    ]


def _computed(
    material: Material, indicator: Indicator, area: str, *, restricted: bool
) -> Iterable[Observation]:
    """The yearly values of one version of an indicator, where all of its codes are held."""
    measures = _measures(indicator, restricted=restricted)
    found = [counts_by_year(material, measure, area) for measure in measures]
    if not found or not all(found):
        return
    unit = material.catalogue.unit_of(indicator)
    for year in sorted(set().union(*found)):
        if all(year in counts for counts in found):
            total = add_counts([counts[year] for counts in found], Period(PeriodKind.YEAR, year))
            yield rate(indicator, unit, total, population(material, unit, area, year))
