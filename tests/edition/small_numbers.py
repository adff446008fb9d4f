# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every number that an edition may say of a small area, worked out from the protected cubes and population.

Nothing here reads an output of the edition, and nothing uses the program that makes its figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from itertools import combinations

from baken.catalogue.catalogue import DENOMINATORS
from baken.model.indicator import Indicator
from baken.picture.material import Material
from baken.picture.protection.material import PublicMaterial

Key = tuple[str, str, str]


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Half away from zero, as figures are printed."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def printed(values: Iterable[Decimal | float | int | None], decimals: int = 1) -> set[Decimal]:
    """The numbers as they may be printed: without sign, with at most so many decimals."""
    exact = (abs(Decimal(str(value))) for value in values if value is not None)
    return {rounded(value, decimals) for value in exact}


@dataclass(frozen=True, eq=False)
class SmallNumbers:
    """The protected counts, the population, and the rates that these give."""

    public: PublicMaterial
    raw: Material

    @cached_property
    def counts(self) -> dict[Key, int]:
        """Every protected count by measure, area and year."""
        return {key: value for one in self.public.cubes for key, value in one.figures().items()}

    @cached_property
    def people(self) -> dict[Key, int]:
        """The population by measure, area and year; of a district the sum of its neighbourhoods."""
        found = {
            (one.indicator, one.area, str(one.period)): int(one.value)
            for each in self.raw.holdings.snapshots
            for one in each.observations
            if one.indicator in DENOMINATORS.values() and one.value is not None
        }
        years = {(measure, year) for measure, _, year in found}
        for area, leaves in self.leaves.items():
            for measure, year in years:
                parts = [found.get((measure, leaf, year)) for leaf in leaves if self._lives(leaf, year)]
                if parts and None not in parts:
                    found.setdefault((measure, area, year), sum(one for one in parts if one is not None))
        return found

    def _lives(self, area: str, year: str) -> bool:
        return self.raw.register.areas[area].validity.holds_on(date(int(year), 1, 1))

    @cached_property
    def leaves(self) -> dict[str, frozenset[str]]:
        """The neighbourhoods of every district."""
        register = self.raw.register
        return {
            area: found
            for division in register.divisions
            for area in register.areas
            if register.areas[area].level.is_part and (found := register.leaves(area, division)) != {area}
        }

    def count(self, indicator: Indicator, areas: Iterable[str], year: str) -> int | None:
        """The protected count of an indicator in some areas together; nothing where a part lacks."""
        parts = [
            self.protected(f"{indicator.system}/{code}", area, year)
            for code in indicator.numerator
            for area in areas
        ]
        return None if None in parts or not parts else sum(one for one in parts if one is not None)

    def protected(self, measure: str, area: str, year: str) -> int | None:
        """A protected count; of a district of which a neighbourhood came or went, of those there were."""
        found = self.counts.get((measure, area, year))
        if found is not None or area not in self.leaves:
            return found
        living = [leaf for leaf in self.leaves[area] if self._lives(leaf, year)]
        parts = [self.counts.get((measure, leaf, year)) for leaf in living]
        return None if None in parts or not parts else sum(one for one in parts if one is not None)

    def rate(self, indicator: Indicator, area: str, year: str) -> Decimal | None:
        """The count of an indicator for so many inhabitants, not rounded."""
        unit = self.raw.catalogue.unit_of(indicator)
        people = self.people.get((DENOMINATORS.get(unit.denominator or "", ""), area, year))
        count = self.count(indicator, [area], year)
        return None if not people or count is None else Decimal(count) * unit.factor / people

    def indicators(self, year: str) -> Iterator[Indicator]:
        """The definitions that hold in a year."""
        for name in self.raw.indicators:
            for one in self.raw.catalogue.indicators[name]:
                if one.validity.start.year <= int(year) and (
                    one.validity.end is None or int(year) <= one.validity.end.year
                ):
                    yield one

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The years that are published of small areas."""
        return tuple(sorted({year for _, _, year in self.counts}))

    def of_area(self, area: str) -> set[Decimal]:
        """All numbers that may be said of an area: counts, population, rates, and changes of these."""
        exact: list[Decimal | int] = [
            value for (_, code, _), value in (*self.counts.items(), *self.people.items()) if code == area
        ]
        series: dict[str, list[Decimal]] = {}
        for year in self.years:
            for one in self.indicators(year):
                count, rate = self.count(one, [area], year), self.rate(one, area, year)
                if count is not None and rate is not None:
                    exact.append(count)
                    series.setdefault(one.id, []).extend((rate, rounded(rate, one.decimals)))
        for rates in series.values():
            exact += rates
            for first, last in combinations(rates, 2):
                exact.append(last - first)
                if first:
                    exact.append((last - first) / first * 100)
        return printed(exact)
