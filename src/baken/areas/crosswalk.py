# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From the municipalities of one year to those of another: how a figure of the old gives one of the new.

All changes between 1 January of both years are followed one after the other. Where whole municipalities
came together, figures are added exactly. Where one was divided, its figure is divided in proportion to its
inhabitants (or dwellings, or hectares), and the result says how much of it was moved in that way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from baken.areas.boundary_changes import BoundaryChanges, Measure
from baken.areas.redivision import Row, Size, redivide, size_unknown
from baken.areas.share import NOTHING, WHOLE, Unknown
from baken.model.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """The figure of one new municipality, or why there is none.

    ``estimated_share`` is the part of the figure that was moved by estimate: what came in from a
    municipality that was divided or, where it holds more than half of that one, what went out of it.
    ``missing`` are the old municipalities whose figure is lacking, ``unknown`` the shares that are.
    """

    exact: Fraction | None
    estimated_share: Fraction | None
    missing: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()

    @property
    def value(self) -> Decimal | None:
        """The figure; to as many digits as a decimal number holds."""
        return None if self.exact is None else Decimal(self.exact.numerator) / self.exact.denominator


@dataclass(frozen=True, kw_only=True)
class Crosswalk:
    """Which share of each municipality of ``start`` lies in which municipality of ``end``."""

    start: int
    end: int
    by: Measure
    rows: Mapping[str, Row]

    @cached_property
    def weights(self) -> dict[str, dict[str, Fraction | None]]:
        """The shares as numbers, by old and new code; None is a share that cannot be computed."""
        return {old: {new: share.number for new, share in row.items()} for old, row in self.rows.items()}

    @cached_property
    def sources(self) -> dict[str, tuple[str, ...]]:
        """The old municipalities of which a part lies in each new one."""
        found: dict[str, list[str]] = {}
        for old in sorted(self.rows):
            for new in self.rows[old]:
                found.setdefault(new, []).append(old)
        return {new: tuple(found[new]) for new in sorted(found)}

    def unknowns(self, area: str = "") -> tuple[Unknown, ...]:
        """What could not be computed and matters at the end: of all, or from and to one municipality."""
        found = {
            unknown
            for old, row in self.rows.items()
            for new, share in row.items()
            if area in ("", old, new)
            for unknown in share.unknowns
        }
        return tuple(sorted(found))

    def convert(self, values: Mapping[str, Decimal | None]) -> dict[str, Converted]:
        """The figures of the new municipalities.

        Only figures that can be added, such as counts, can be converted; of a rate convert the count and
        the denominator.

        Args:
            values: the figures by old code; one that is None or absent is missing, which is not zero.

        Raises:
            UsageError: a figure of a code that is no municipality of the first year.

        """
        strange = sorted(set(values) - set(self.rows))
        if strange:
            raise UsageError(
                f"{', '.join(strange[:5])} {'is' if len(strange) == 1 else 'are'} no municipality on "
                f"1 January {self.start}.",
                do="Give the figures in the division of the first year.",
            )
        return {new: self._converted(new, values) for new in self.sources}

    def then(self, later: Crosswalk) -> Crosswalk:
        """This crosswalk followed by one that begins where it ends.

        Raises:
            UsageError: the other begins elsewhere or divides by something else.

        """
        if (later.start, later.by) != (self.end, self.by):
            raise UsageError(
                f"a crosswalk to {self.end} by {self.by} cannot be followed by one from {later.start} "
                f"by {later.by}."
            )
        rows = {old: _followed(row, later.rows) for old, row in self.rows.items()}
        # What the first did not hold, such as abroad, stands in the second as it was. One whose people have
        # all gone elsewhere was held: nobody is left there to follow.
        known = {*self.sources, *self.rows}
        rows |= {code: row for code, row in later.rows.items() if code not in known}
        return Crosswalk(start=self.start, end=later.end, by=self.by, rows=dict(sorted(rows.items())))

    def _converted(self, new: str, values: Mapping[str, Decimal | None]) -> Converted:
        total, moved, size = Fraction(0), Fraction(0), Fraction(0)
        missing: list[str] = []
        unknown: list[Unknown] = []
        for old in self.sources[new]:
            share, value = self.rows[old][new], values.get(old)
            weight = share.number
            if value is None:
                missing.append(old)
            elif weight is None and value:
                # Any share of nothing is nothing; of all else an unknown share is unknown.
                unknown.extend(share.unknowns)
            elif weight is not None:
                part = weight * Fraction(value)
                total, size = total + part, size + abs(part)
                moved += min(weight, 1 - weight) * abs(Fraction(value))
        if missing or unknown:
            return Converted(
                exact=None, estimated_share=None, missing=tuple(missing), unknown=tuple(sorted(set(unknown)))
            )
        return Converted(exact=total, estimated_share=moved / size if size else Fraction(0))


def crosswalk(
    changes: BoundaryChanges,
    start: int,
    end: int,
    *,
    by: Measure = Measure.RESIDENTS,
    size: Size = size_unknown,
) -> Crosswalk:
    """The crosswalk between the divisions on 1 January of two years.

    Args:
        changes: all that changed.
        start: the year of the figures.
        end: the year whose municipalities are wanted; not before ``start``.
        by: what a municipality that was divided is divided by.
        size: how large a municipality was just before a day, for those that gave a part away.

    Raises:
        UsageError: ``end`` lies before ``start``, or the changes do not cover the years.

    """
    _check_years(changes, start, end)
    first, last = date(start, 1, 1), date(end, 1, 1)
    days = changes.days(first, last)
    givers = {one.giver for day in days for one in changes.transfers_on(day)}
    # Who gave land and is no municipality (abroad) has a row too, so that nothing comes from nowhere.
    codes = changes.existing(first) | (givers - set(changes.municipalities))
    rows: dict[str, Row] = {code: {code: WHOLE} for code in sorted(codes)}
    for day in days:
        step = redivide(changes, day, by, size)
        rows = {old: _followed(row, step) for old, row in rows.items()}
    return Crosswalk(start=start, end=end, by=by, rows=rows)


def _followed(row: Row, step: Mapping[str, Row]) -> Row:
    """Where the parts of one municipality are after one more step."""
    if step.keys().isdisjoint(row):
        return row
    found: Row = {}
    for code, share in row.items():
        for receiver, part in step.get(code, {code: WHOLE}).items():
            found[receiver] = found.get(receiver, NOTHING) + share * part
    return {code: share for code, share in sorted(found.items()) if share}


def _check_years(changes: BoundaryChanges, start: int, end: int) -> None:
    first, last = changes.first.year, changes.last.year
    if end < start:
        raise UsageError(
            f"{end} lies before {start}: a crosswalk goes forward in time.",
            do="What came together is not taken apart again; give the oldest year first.",
        )
    for year in (start, end):
        if not first <= year <= last:
            raise UsageError(
                f"the changes of boundaries up to 1 January {year} are not held.",
                do=f"They are for {first} to {last}.",
            )
