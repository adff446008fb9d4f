# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is held on the subject of a claim, as it was known on the day of the document.

Changes and comparisons are worked out once per picture: a document speaks of the same few over and over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from baken.model.area import AreaLevel
from baken.model.claim import Claim, HeldFigure
from baken.model.figure import Change, Comparison, Figure
from baken.model.period import Period, whole_months
from baken.picture.changes import change, main_change
from baken.picture.comparison import compare
from baken.picture.series import IndicatorPicture

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture


@dataclass(frozen=True, slots=True)
class Member:
    """One indicator in one area that a claim speaks of; ``record`` is nothing where it has no definition.

    ``known`` are its measured figures of periods that were over on the day of the document, oldest first.
    """

    id: str
    area: str
    record: IndicatorPicture | None
    known: tuple[Figure, ...] = ()

    def at(self, year: int) -> Figure | None:
        """The known figure of a year or of the survey wave of that year."""
        return next((one for one in self.known if one.observation.period.year == year), None)


@dataclass
class _Kept:
    changes: dict[tuple[object, ...], Change | None] = field(default_factory=dict)
    comparisons: dict[tuple[object, ...], Comparison | None] = field(default_factory=dict)
    members: dict[tuple[object, ...], Member] = field(default_factory=dict)


_KEPT: WeakKeyDictionary[SafetyPicture, _Kept] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Held:
    """The figures of a picture as they were known on the day ``said``."""

    picture: SafetyPicture
    said: date

    @property
    def _kept(self) -> _Kept:
        return _KEPT.setdefault(self.picture, _Kept())

    def knows_area(self, code: str) -> bool:
        """Whether the area is one of the register of the municipality."""
        return code in self.picture.material.register.areas

    def members(self, claim: Claim) -> tuple[Member, ...]:
        """Every indicator that a claim speaks of, in every area that it speaks of."""
        areas = self._areas(claim)
        return tuple(self.member(name, area) for name in self._names(claim) for area in areas)

    def _names(self, claim: Claim) -> tuple[str, ...]:
        if claim.indicators:
            return claim.indicators
        return tuple(one.indicator.id for one in self.picture.records if one.indicator.kind == claim.group)

    def _areas(self, claim: Claim) -> tuple[str, ...]:
        """The area of a claim, or all districts where it speaks of "every" part of the municipality."""
        if "all" in claim.marks and claim.area == self.picture.material.municipality.code:
            districts = [one.code for one in self.picture.local_areas if one.level is AreaLevel.DISTRICT]
            return tuple(districts) or (claim.area,)
        return (claim.area,)

    def member(self, name: str, area: str) -> Member:
        """One indicator in one area; a code that is the whole of an indicator stands for that indicator."""
        key = (name, area, self.said)
        kept = self._kept.members
        if key not in kept:
            kept[key] = self._member(name, area)
        return kept[key]

    def _member(self, name: str, area: str) -> Member:
        catalogue = self.picture.material.catalogue
        own = name if name in catalogue.indicators else self._indicator_of(name)
        if own is None or not self.knows_area(area):
            return Member(name, area, None)
        record = self.picture.record(own, area)
        known = tuple(one for one in record.measured if one.observation.period.end <= self.said)
        return Member(own, area, record, known)

    def _indicator_of(self, code: str) -> str | None:
        """The indicator that counts exactly one code of the police tables."""
        for name, versions in self.picture.material.catalogue.indicators.items():
            if versions[-1].numerator == (code,) and versions[-1].restrict is None:
                return name
        return None

    def main(self, member: Member) -> Change | None:
        """The main change as it was known then."""
        newest = member.known[-1].observation.period if member.known else None
        key = (member.id, member.area, newest)
        kept = self._kept.changes
        if key not in kept:
            catalogue, record = self.picture.material.catalogue, member.record
            kept[key] = main_change(catalogue, record.indicator, member.known) if record else None
        return kept[key]

    def between(self, member: Member, start: int, end: int) -> Change | None:
        """The change between two years, where both are held."""
        first, last = member.at(start), member.at(end)
        if member.record is None or first is None or last is None:
            return None
        key = (member.id, member.area, start, end)
        kept = self._kept.changes
        if key not in kept:
            kept[key] = change(self.picture.material.catalogue, member.record.indicator, first, last)
        return kept[key]

    def comparison(self, own: Member, other: Member, year: int) -> Comparison | None:
        """Two areas in one year, with whether the difference is more than chance."""
        first, second = own.at(year), other.at(year)
        if first is None or second is None or own.area == other.area:
            return None
        key = (own.id, own.area, other.area, year)
        kept = self._kept.comparisons
        if key not in kept:
            register = self.picture.material.register
            kept[key] = compare(first, second, register[own.area].level, register[other.area].level)
        return kept[key]

    def is_outdated(self, member: Member, end: Period) -> bool:
        """Whether a figure was too old on the day of the document to speak of "now"."""
        if member.record is None:
            return False
        limit = self.picture.material.catalogue.country.fresh_months[member.record.indicator.frequency]
        return whole_months(end.end, self.said) > limit

    def figure(self, member: Member, one: Figure, *, count: bool = False) -> HeldFigure:
        """A figure as it is named with a claim.

        Raises:
            ValueError: the figure has no value, or no count where the count is asked.

        """
        seen = one.observation
        value = seen.count if count else one.value
        if value is None or member.record is None:
            raise ValueError(f"{seen.indicator} {seen.area} {seen.period} has no value")
        return HeldFigure(
            indicator=member.id,
            area=member.area,
            period=seen.period,
            value=Decimal(value),
            unit="count" if count else member.record.unit.id,
            months_old=max(0, whole_months(seen.period.end, self.said)),
            snapshots=seen.snapshots,
        )

    def newer(self, member: Member) -> Figure | None:
        """The newest figure that the document could not know, if the picture holds one."""
        latest = member.record.latest if member.record else None
        return latest if latest and latest.observation.period.end > self.said else None
