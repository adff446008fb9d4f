# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a table of figures: every row is checked against the catalogue before any of it is used.

A row gives one value or the reason why there is none. The columns are in ``COLUMNS``; the first six are
required. Numbers have a decimal point. An indicator is an id of the catalogue, or ``system/code`` for a
raw count.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from baken.catalogue.catalogue import Catalogue
from baken.catalogue.files import read_csv, where
from baken.model.errors import InputError, UsageError
from baken.model.indicator import Indicator, Unit
from baken.model.number import parse_number
from baken.model.observation import Life, Observation, Precision, Presence
from baken.model.period import Period
from baken.sources.figure_checks import check_figure, check_over

REQUIRED = ("indicator", "area", "period", "value", "status", "unit")
_OPTIONAL = (
    "life",
    "precision",
    "count",
    "denominator",
    "respondents",
    "recalculated",
    "literal",
    "annotation",
)
COLUMNS = (*REQUIRED, *_OPTIONAL)
# What published figures have besides: margins of the publisher, and how far a protected count can be off.
KNOWN = (*COLUMNS, "lower", "upper", "spread", "spread_limit")
_YES_OR_NO = {"": False, "false": False, "true": True}
E = TypeVar("E", bound=StrEnum)
_NOT_MEASURED_MARKS = ("GM",)
_MEASURE_UNITS = {"bevolking": "inhabitants"}
# What a number of 64 bits, as readers of the open data use it, holds without loss.
_MOST_DIGITS = 15
_LONGEST = 500
# Zeros in front are no digits that a number holds, but there must be an end to them.
_LONGEST_NUMBER = 40


def read_figure_table(
    path: Path, catalogue: Catalogue, areas: Container[str], snapshot: str, on: date | None = None
) -> tuple[Observation, ...]:
    """Read a whole table, or refuse the whole table.

    Args:
        path: a comma-separated UTF-8 file with the columns of ``COLUMNS``, and maybe more of ``KNOWN``.
        catalogue: the definitions that each row is held against.
        areas: the area codes that are known.
        snapshot: id of the snapshot that the observations will belong to.
        on: the day on which the table was taken; a period that is not over by then is refused.

    Raises:
        InputError: one row cannot be true, or there are none; names file and row.

    """
    rows = ((f"line {line}", row) for line, row in read_csv(path, REQUIRED, KNOWN))
    return read_rows(where(path), rows, catalogue, areas, snapshot=snapshot, on=on)


def read_rows(  # noqa: PLR0913 - a table, and all that its rows are held against
    file: str,
    rows: Iterable[tuple[str, dict[str, str]]],
    catalogue: Catalogue,
    areas: Container[str],
    *,
    snapshot: str,
    on: date | None = None,
) -> tuple[Observation, ...]:
    """Check every row of a table, or refuse the whole table; see ``read_figure_table``.

    Args:
        file: how the table is named in a message.
        rows: where each row stands in it (``line 3``), and its texts by the names of ``KNOWN``.
        catalogue: the definitions that each row is held against.
        areas: the area codes that are known.
        snapshot: id of the snapshot that the observations will belong to.
        on: the day on which the table was taken; a period that is not over by then is refused.

    Raises:
        InputError: one row cannot be true, or there are none; names file and row.

    """
    found: dict[tuple[str, str, Period], str] = {}
    read: list[Observation] = []
    for place, row in rows:
        try:
            _refuse_long_texts(row)
            observation = _observation(row, catalogue, areas, snapshot)
            if on:
                check_over(observation, on)
        except ValueError as error:
            raise InputError(f"{error}.", where=f"{file}, {place}") from error
        except (InputError, UsageError) as error:
            raise InputError(error.what, where=f"{file}, {place}", do=error.do) from error
        if observation.key in found:
            raise InputError(
                f"{row['indicator']} {row['area']} {row['period']} stands here twice "
                f"(first on {found[observation.key]}).",
                where=f"{file}, {place}",
                do="Keep one of the two rows.",
            )
        found[observation.key] = place
        read.append(observation)
    if not read:
        raise InputError("the table holds no figures.", where=file, do="Put one figure on each row.")
    return tuple(read)


def _refuse_long_texts(row: dict[str, str]) -> None:
    for column, text in row.items():
        if len(text) > _LONGEST:
            raise InputError(
                f"the text in column '{column}' has {len(text)} characters.", do=f"Use at most {_LONGEST}."
            )


def _observation(
    row: dict[str, str], catalogue: Catalogue, areas: Container[str], snapshot: str
) -> Observation:
    if row["area"] not in areas:
        raise InputError(f"unknown area '{row['area']}'.", do="Use the code of an area in the register.")
    indicator = _definition(row["indicator"], row["period"], catalogue)
    unit = _unit(row, indicator, catalogue)
    wave = indicator is not None and indicator.is_survey
    period = Period.parse(row["period"], wave=wave)
    presence = _presence(row)
    value = _number(row, "value") if presence is Presence.VALUE else None
    observation = Observation(
        indicator=row["indicator"],
        area=row["area"],
        period=period,
        presence=presence,
        life=_choice(Life, row, "life", Life.FINAL),
        precision=_choice(Precision, row, "precision", Precision.RATE_ONLY),
        value=value,
        unit=unit.id,
        literal=row.get("literal", "") or row["value"],
        count=_whole(row, "count", lowest=0),
        denominator=_whole(row, "denominator"),
        respondents=_whole(row, "respondents"),
        lower=_number(row, "lower") if row.get("lower") else None,
        upper=_number(row, "upper") if row.get("upper") else None,
        spread=_whole(row, "spread", lowest=0) or 0,
        spread_limit=_whole(row, "spread_limit", lowest=0) or 0,
        recalculated=_yes_or_no(row, "recalculated"),
        annotation=row.get("annotation", ""),
        snapshot=snapshot,
    )
    check_figure(observation, unit, indicator)
    return observation


def _definition(name: str, period: str, catalogue: Catalogue) -> Indicator | None:
    """The indicator's definition in that period, or nothing for a raw measure of a known system."""
    system, slash, code = name.partition("/")
    if not slash:
        if name not in catalogue.indicators:
            raise InputError(f"unknown indicator '{name}'.", do="Use an id of the catalogue.")
        return catalogue.indicator(name, Period.parse(period).end)
    coded = {key for key, _ in catalogue.registrations}
    if system not in catalogue.systems or (system in coded and (system, code) not in catalogue.registrations):
        raise InputError(f"unknown measure '{name}'.", do="Use <counting system>/<code>.")
    return None


def _unit(row: dict[str, str], indicator: Indicator | None, catalogue: Catalogue) -> Unit:
    if not row["unit"]:
        raise InputError("the unit is missing.", do="A figure without a unit means nothing; fill it in.")
    expected = unit_of(row["indicator"], indicator, catalogue)
    if row["unit"] != expected.id:
        raise InputError(
            f"the unit is '{row['unit']}', but {row['indicator']} is measured in '{expected.id}'."
        )
    return expected


def unit_of(name: str, indicator: Indicator | None, catalogue: Catalogue) -> Unit:
    """The unit that figures of an indicator, or of a raw measure by its name, must have."""
    system = name.partition("/")[0]
    return catalogue.units[indicator.unit if indicator else _MEASURE_UNITS.get(system, "count")]


def _presence(row: dict[str, str]) -> Presence:
    """Why there is a value or none; the mark 'GM' (not measured) is understood in both columns."""
    if row["value"] in _NOT_MEASURED_MARKS or row["status"] in _NOT_MEASURED_MARKS:
        return Presence.NOT_MEASURED
    presence = _choice(Presence, row, "status", None)
    if presence is Presence.VALUE and not row["value"]:
        raise InputError(
            "the value is empty but the status says 'measured'.",
            do="Give the value, or a status that says why there is none.",
        )
    if presence is not Presence.VALUE and row["value"]:
        raise InputError(f"there is a value ({row['value']}) but the status says '{row['status']}'.")
    return presence


def _number(row: dict[str, str], column: str) -> Decimal:
    try:
        number = parse_number(row[column])
    except ValueError:
        comma = "," in row[column]
        advice = "Write a decimal point instead of a comma." if comma else "Write a plain number."
        raise InputError(f"'{row[column]}' in column '{column}' is not a number.", do=advice) from None
    if len(number.as_tuple().digits) > _MOST_DIGITS or len(row[column]) > _LONGEST_NUMBER:
        raise InputError(
            f"'{row[column]}' in column '{column}' has too many digits.", do=f"Use at most {_MOST_DIGITS}."
        )
    return number


def _whole(row: dict[str, str], column: str, lowest: int = 1) -> int | None:
    if not row.get(column):
        return None
    number = _number(row, column)
    if number != int(number) or number < lowest:
        raise InputError(
            f"'{row[column]}' in column '{column}' is not a whole number "
            f"{'above zero' if lowest else 'of zero or more'}.",
            do="Correct it, or leave the cell empty when it is not known.",
        )
    return int(number)


def _yes_or_no(row: dict[str, str], column: str) -> bool:
    text = row.get(column, "").lower()
    if text not in _YES_OR_NO:
        raise InputError(f"'{row[column]}' in column '{column}' is not known.", do="Use true or false.")
    return _YES_OR_NO[text]


def _choice(kind: type[E], row: dict[str, str], column: str, default: E | None) -> E:
    text = row.get(column, "")
    if not text and default is not None:
        return default
    try:
        return kind(text)
    except ValueError:
        known = ", ".join(member.value for member in kind)
        raise InputError(f"'{text}' in column '{column}' is not known.", do=f"Use one of: {known}.") from None
