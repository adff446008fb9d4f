# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What ``baken crosswalk`` is given: a measure, a municipality, a table of figures and a table of sizes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from baken.areas.boundary_changes import BoundaryChanges, Measure
from baken.areas.redivision import Size, size_unknown
from baken.catalogue.files import read_csv, where
from baken.model.errors import InputError, UnknownAreaError, UsageError
from baken.model.number import parse_number


def year(text: str) -> int:
    """A year.

    Raises:
        UsageError: it is none.

    """
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise UsageError(f"'{text}' is not a year.", do="Write it as 2021.")
    return int(text)


def measure(text: str) -> Measure:
    """What a municipality that was divided is divided by.

    Raises:
        UsageError: none of the measures.

    """
    try:
        return Measure(text)
    except ValueError:
        raise UsageError(f"'{text}' is no measure.", do=f"Known: {', '.join(Measure)}.") from None


def municipality(changes: BoundaryChanges, asked: str) -> str:
    """The code of a municipality, by its code or its name; it may be one that is no more.

    Raises:
        UnknownAreaError: there never was one, as far as the changes go back.
        UsageError: several bore the name; lists their codes.

    """
    from difflib import get_close_matches

    wanted = asked.strip().casefold()
    found = [
        one.code
        for one in changes.municipalities.values()
        if wanted in (one.code.casefold(), one.name.casefold())
    ]
    if len(found) > 1:
        raise UsageError(
            f"'{asked}' is the name of {len(found)} municipalities.", do=f"Use a code: {', '.join(found)}."
        )
    if not found:
        names = [one.name for one in changes.municipalities.values()]
        raise UnknownAreaError(asked, tuple(get_close_matches(asked, names, n=3)))
    return found[0]


def values(name: str) -> dict[str, Decimal | None]:
    """The figures to convert; an empty cell is a figure that is missing.

    Raises:
        InputError: the file cannot be read, an area stands twice or a value is no number.

    """
    path, found = Path(name), dict[str, Decimal | None]()
    for line, row in read_csv(path, ("area", "value")):
        if row["area"] in found:
            raise InputError(f"area {row['area']} stands here twice.", where=where(path, line))
        found[row["area"]] = _number(row["value"], path, line) if row["value"] else None
    return found


def sizes(name: str | None) -> Size:
    """How large municipalities were just before a day, from a table; without one no size is known.

    Raises:
        InputError: the file cannot be read, a row stands twice, or a date or a size is none.

    """
    if not name:
        return size_unknown
    path, found = Path(name), dict[tuple[str, date], Decimal]()
    for line, row in read_csv(path, ("area", "date", "size"), ("area", "date", "size")):
        try:
            key = row["area"], date.fromisoformat(row["date"])
        except ValueError:
            raise InputError(
                f"'{row['date']}' is not a date (2021-12-31).", where=where(path, line)
            ) from None
        if key in found:
            raise InputError(f"area {row['area']} stands here twice on that day.", where=where(path, line))
        found[key] = _number(row["size"], path, line)
    return lambda code, day: found.get((code, day))


def _number(text: str, path: Path, line: int) -> Decimal:
    try:
        return parse_number(text)
    except ValueError:
        raise InputError(
            f"'{text}' is not a number.", where=where(path, line), do="Write a decimal point, not a comma."
        ) from None
