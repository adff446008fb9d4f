# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""When a figure is about: a year, a quarter, a month or a survey wave."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_NOTATION = re.compile(r"(?P<year>[0-9]{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])))?")


class PeriodKind(StrEnum):
    """The kinds of period. They are never mixed in one series."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WAVE = "survey wave"


@dataclass(frozen=True, slots=True)
class Period:
    """One period. ``number`` is the quarter (1-4) or month (1-12), and 0 for years and waves."""

    kind: PeriodKind
    year: int
    number: int = 0

    def __post_init__(self) -> None:
        last = {PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}.get(self.kind, 0)
        if not (min(1, last) <= self.number <= last) or not 1000 <= self.year <= 9999:
            raise ValueError(f"no such period: {self.kind} {self.year} {self.number}")

    @classmethod
    def parse(cls, text: str, *, wave: bool = False) -> Period:
        """Read ``2021``, ``2021-Q2`` or ``2021-03``; with ``wave`` a year means the survey wave of that year.

        Raises:
            ValueError: the text is none of these notations.

        """
        found = _NOTATION.fullmatch(text.strip())
        if not found:
            raise ValueError(f"'{text}' is not a period (2021, 2021-Q2 or 2021-03)")
        year = int(found["year"])
        if found["quarter"]:
            return cls(PeriodKind.QUARTER, year, int(found["quarter"]))
        if found["month"]:
            return cls(PeriodKind.MONTH, year, int(found["month"]))
        return cls(PeriodKind.WAVE if wave else PeriodKind.YEAR, year)

    @property
    def start(self) -> date:
        """The first day."""
        if self.kind is PeriodKind.MONTH:
            return date(self.year, self.number, 1)
        return date(self.year, 3 * self.number - 2 if self.kind is PeriodKind.QUARTER else 1, 1)

    @property
    def end(self) -> date:
        """The last day; of a survey wave the last day of its year."""
        if self.kind in (PeriodKind.YEAR, PeriodKind.WAVE):
            return date(self.year, 12, 31)
        month = self.number if self.kind is PeriodKind.MONTH else 3 * self.number
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def place(self) -> tuple[date, PeriodKind]:
        """By what periods are sorted."""
        return self.start, self.kind

    def __str__(self) -> str:
        if self.kind is PeriodKind.QUARTER:
            return f"{self.year}-Q{self.number}"
        if self.kind is PeriodKind.MONTH:
            return f"{self.year}-{self.number:02d}"
        return str(self.year)

    def __lt__(self, other: Period) -> bool:
        return self.place < other.place


def whole_months(start: date, end: date) -> int:
    """Whole months from one date to another; a last day of a month counts as the month's end.

    So from 31 December 2021 to 31 January 2023 are 13 months, and to 30 January 2023 are 12.
    """
    months = (end.year - start.year) * 12 + end.month - start.month
    last_day = end.day == monthrange(end.year, end.month)[1]
    return months - (end.day < start.day and not last_day)
