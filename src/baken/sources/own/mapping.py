# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a mapping says: where the table stands, what its columns hold, and what its words and marks mean."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal

from baken.catalogue.files import load, where
from baken.model.errors import InputError
from baken.sources.own.texts import is_number_like, normal

Meaning = Literal["not_measured", "suppressed", "missing", "impossible", "zero", "?"]
Blank = Literal["not_measured", "suppressed", "missing", "impossible"]
UNKNOWN = "?"
"""Stands in a suggestion where a person must say what something means."""
_FOOTNOTE_SAFE = "0123456789.,%-+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The column of each thing: the text in the header row, or its letter as ``[A]`` if it has no header."""

    area: str = ""
    indicator: str = ""
    period: str = ""
    value: str = ""
    status: str = ""
    unit: str = ""
    count: str = ""
    denominator: str = ""
    respondents: str = ""
    life: str = ""
    precision: str = ""
    annotation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """What is the same for every figure of the table, and so needs no column."""

    area: str = ""
    indicator: str = ""
    period: str = ""
    unit: str = ""
    life: str = ""
    precision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How one table is to be read.

    ``layout``: ``long`` has one figure on each row, ``wide`` has a column for each period. ``header`` and
    ``last`` are row numbers as the spreadsheet shows them (line numbers in a text file). ``periods`` turns
    headers (wide) or texts (long) into periods, ``indicators`` and ``areas`` turn labels into ids and codes.
    ``dates`` says what a cell with a date stands for. ``marks`` says what a text in place of a number means,
    ``footnotes`` what a sign behind a number means, and ``ignore`` which labels are no figures.
    """

    layout: Literal["long", "wide"]
    header: int
    columns: Columns
    sheet: str = ""
    last: int | None = None
    fixed: Fixed = field(default_factory=Fixed)
    periods: dict[str, str] = field(default_factory=dict)
    indicators: dict[str, str] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    numbers: Literal["nl", "en"] = "nl"
    dates: Literal["month", "quarter", "year"] = "month"
    blank: Blank = "missing"
    marks: dict[str, Meaning] = field(default_factory=dict)
    footnotes: dict[str, str] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()


def load_mapping(path: Path) -> Mapping:
    """Read a mapping from a YAML file, and check it.

    Raises:
        InputError: something is unknown, contradicts itself, or still has to be filled in; names the file.

    """
    mapping = load(Mapping, path)
    try:
        check_mapping(mapping)
    except InputError as error:
        raise InputError(error.what, where=where(path), do=error.do) from error
    return mapping


def check_mapping(mapping: Mapping) -> None:
    """Refuse a mapping that cannot be read by.

    Raises:
        InputError: something contradicts itself, is missing, or still has to be filled in.

    """
    _check_filled_in(mapping)
    _check_parts(mapping)
    for name in ("indicators", "areas", "periods"):
        _check_labels(name, getattr(mapping, name))
    for mark in mapping.marks:
        if not mark.strip() or is_number_like(mark):
            raise InputError(
                f"'{mark}' cannot be a mark.", do="Use 'blank' for empty cells; a number is always a number."
            )
    for sign in mapping.footnotes:
        if not sign.strip() or any(letter in _FOOTNOTE_SAFE for letter in sign):
            raise InputError(
                f"'{sign}' cannot be the sign of a footnote.",
                do="Use a sign that cannot be part of a number.",
            )


def _check_filled_in(mapping: Mapping) -> None:
    words = {
        **{f"columns / {one.name}": getattr(mapping.columns, one.name) for one in fields(Columns)},
        **{f"fixed / {one.name}": getattr(mapping.fixed, one.name) for one in fields(Fixed)},
        "sheet": mapping.sheet,
    }
    for name in ("indicators", "areas", "periods", "marks", "footnotes"):
        words |= {f"{name} / {label}": meaning for label, meaning in getattr(mapping, name).items()}
    open_places = [name for name, word in words.items() if word == UNKNOWN]
    if open_places:
        more = f" (and {len(open_places) - 1} more)" if len(open_places) > 1 else ""
        raise InputError(
            f"the mapping still has a question mark at '{open_places[0]}'{more}.",
            do="Fill in what it means, or put the label under 'ignore'.",
        )


def _check_parts(mapping: Mapping) -> None:
    """Every figure needs an area, an indicator, a period and a value, each said in one way."""
    for one in fields(Fixed):
        if getattr(mapping.columns, one.name) and getattr(mapping.fixed, one.name):
            raise InputError(f"'{one.name}' stands both under 'columns' and under 'fixed'.", do="Keep one.")
    needed = ("area", "indicator", *(("period",) if mapping.layout == "long" else ()))
    for name in needed:
        if not getattr(mapping.columns, name) and not getattr(mapping.fixed, name):
            raise InputError(f"the mapping does not say where the {name} is.", do=f"Give columns / {name}.")
    if mapping.layout == "long" and not mapping.columns.value:
        raise InputError("the mapping does not say where the value is.", do="Give columns / value.")
    if mapping.layout == "wide":
        _check_wide(mapping)
    if mapping.header < 1 or (mapping.last is not None and mapping.last <= mapping.header):
        raise InputError("'header' and 'last' are not the numbers of rows below each other.")


def _check_wide(mapping: Mapping) -> None:
    if not mapping.periods:
        raise InputError("a wide table needs 'periods': the period of each column.")
    if mapping.columns.value or mapping.columns.period or mapping.fixed.period:
        raise InputError("a wide table has its values in the columns of 'periods'.", do="Leave out the rest.")
    for name in ("count", "denominator", "respondents", "status", "annotation"):
        if getattr(mapping.columns, name):
            raise InputError(
                f"a wide table cannot have a column for '{name}': it would hold for every period at once.",
                do="Give the table with one figure on each row.",
            )


def _check_labels(name: str, labels: dict[str, str]) -> None:
    found: dict[str, str] = {}
    for label, meaning in labels.items():
        if found.setdefault(normal(label), meaning) != meaning:
            raise InputError(f"'{label}' has two meanings under '{name}'.", do="Keep one of the two.")
