# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a cell in the place of a period says: 2021, 2021-Q2 or 2021-03, however a person wrote it."""

from __future__ import annotations

import re

from baken.documents.sheets import Cell, CellKind
from baken.model.errors import InputError
from baken.model.period import Period
from baken.sources.own.texts import normal

_MONTHS = (
    ("januari", "jan", "january"),
    ("februari", "feb", "february", "febr"),
    ("maart", "mrt", "march", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("augustus", "aug", "august"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH_NUMBER = {name: n for n, names in enumerate(_MONTHS, 1) for name in names}
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_QUARTER = (
    r"(?:q(?P<q1>[1-4])|(?P<q2>[1-4])(?:e|ste|de)? ?kwartaal|kwartaal ?(?P<q3>[1-4])|kw0?(?P<q4>[1-4]))"
)
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        _YEAR,
        rf"{_YEAR}jj00",
        rf"{_YEAR}[- ]?{_QUARTER}",
        rf"{_QUARTER}[- ]?{_YEAR}",
        rf"{_YEAR}(?:-|/|mm)(?P<month>[0-9]{{2}})",
        rf"(?P<month>[0-9]{{2}})[-/]{_YEAR}",
        rf"{_NAME}[- ]{_YEAR}",
        rf"{_YEAR}[- ]{_NAME}",
    )
)
# Days since 1900, as spreadsheets count them, from 1954 to 2078.
_SERIALS = range(20_000, 65_001)


def period_of(text: str) -> str:
    """The period in a text, in the notation of ``Period``; an empty text if it is none."""
    bare = " ".join(text.casefold().split())
    for form in _FORMS:
        found = form.fullmatch(bare)
        if found:
            return _written(found.groupdict())
    return ""


def _written(parts: dict[str, str | None]) -> str:
    year = parts["year"] or ""
    quarter = next((parts[name] for name in ("q1", "q2", "q3", "q4") if parts.get(name)), None)
    if quarter:
        return f"{year}-Q{quarter}"
    name, month = parts.get("name"), parts.get("month")
    number = _MONTH_NUMBER.get(name, 0) if name else int(month or 0)
    if name or month:
        return f"{year}-{number:02d}" if 1 <= number <= 12 else ""
    return year


def read_period(cell: Cell, dates: str, known: dict[str, str]) -> str:
    """The period that a cell names.

    Args:
        cell: the cell.
        dates: what a date stands for: the ``month``, ``quarter`` or ``year`` that begins on it.
        known: texts that the mapping gives a period, by their normal form.

    Raises:
        InputError: the cell names no period.

    """
    if cell.kind is CellKind.DATE and cell.day:
        found = {
            "month": f"{cell.day:%Y-%m}",
            "quarter": f"{cell.day.year}-Q{(cell.day.month + 2) // 3}",
            "year": f"{cell.day.year}",
        }[dates]
        if Period.parse(found).start != cell.day:
            raise InputError(
                f"{cell.text} is not the first day of a {dates}.",
                do="Write the period itself, or correct 'dates' in the mapping.",
            )
        return found
    found = known.get(normal(cell.text)) or period_of(cell.text)
    if found:
        return found
    if cell.kind is CellKind.ERROR:
        raise InputError(f"the cell holds an error ({cell.text}).", do="Correct it in the file.")
    advice = "Write it as 2021, 2021-Q2 or 2021-03, or give its period in the mapping under 'periods'."
    if cell.number is not None and cell.number in _SERIALS:
        advice = "It may be a date that lost its format: give the column the format of a date."
    raise InputError(f"'{cell.text}' is not a period.", do=advice)
