# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The periods of a series as whole numbers, so that what lies between two of them is known to be missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_MONTH = re.compile(r"(\d{4})[-M](0[1-9]|1[0-2])|(\d{4})MM(0[1-9]|1[0-2])", re.ASCII)
_WEEK = re.compile(r"(\d{4})-?W(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-?[QK]([1-4])|(\d{4})KW0([1-4])", re.ASCII)
_YEAR = re.compile(r"([12]\d{3})(?:JJ00)?", re.ASCII)
_COLUMN = re.compile(r"[A-Z]?(\d{1,9})", re.ASCII)
_DAYS = 7


@dataclass(frozen=True, slots=True)
class Moment:
    """A period as a number that counts up by one, and how many there are in a year (0: unknown)."""

    number: int
    per_year: int


def moment(text: str) -> Moment:
    """Read 2021-03, 2021M03, 2021-W05, 2021-Q2, 2021, or a mere number such as t576.

    Raises:
        ValueError: it is none of these.

    """
    bare = text.strip().upper()
    for form, per_year, number in _FORMS:
        found = form.fullmatch(bare)
        if found:
            year, within = _parts(found)
            return Moment(number(year, within), per_year)
    column = _COLUMN.fullmatch(bare)
    if column:
        return Moment(int(column[1]), 0)
    raise ValueError(f"'{text}' is not a period (2021-03, 2021-W05, 2021-Q2, 2021 or t12)")


def name_of(number: int, per_year: int) -> str:
    """A period as text, in the first of the notations of its kind."""
    if per_year == 12:
        return f"{number // 12}-{number % 12 + 1:02d}"
    if per_year == 52:
        year, week, _ = date.fromordinal(number * _DAYS + 1).isocalendar()
        return f"{year}-W{week:02d}"
    if per_year == 4:
        return f"{number // 4}-Q{number % 4 + 1}"
    return str(number)


def year_of(period: str) -> int | None:
    """The year that a period lies in, if it is a period of a calendar."""
    try:
        at = moment(period)
    except ValueError:
        return None
    return int(name_of(at.number, at.per_year)[:4]) if at.per_year else None


def start_of(period: str) -> date | None:
    """The first day of a period, if it is a period of a calendar."""
    try:
        at = moment(period)
    except ValueError:
        return None
    if at.per_year == 52:
        return date.fromordinal(at.number * _DAYS + 1)
    if not at.per_year:
        return None
    year, within = divmod(at.number, at.per_year)
    return date(year, within * 12 // at.per_year + 1, 1)


def _parts(found: re.Match[str]) -> tuple[int, int]:
    groups = [int(one) for one in found.groups() if one is not None]
    return groups[0], groups[1] if len(groups) > 1 else 0


def _week(year: int, week: int) -> int:
    # The weeks of ISO 8601 begin on a Monday, and the days of Python's calendar do so on day 1.
    return (date.fromisocalendar(year, week, 1).toordinal() - 1) // _DAYS


_FORMS: tuple[tuple[re.Pattern[str], int, Callable[[int, int], int]], ...] = (
    (_MONTH, 12, lambda year, month: year * 12 + month - 1),
    (_WEEK, 52, _week),
    (_QUARTER, 4, lambda year, quarter: year * 4 + quarter - 1),
    (_YEAR, 1, lambda year, _: year),
)
