# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a cell in the place of a figure says: a number, or the reason why there is none.

A number is read in one notation only. What can be read in two ways is refused, and so is every mark that
nobody gave a meaning: a dash is nothing at all in one table and no data in another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from baken.documents.sheets import Cell, CellKind
from baken.model.errors import InputError
from baken.model.number import parse_number
from baken.model.observation import Presence
from baken.sources.own.mapping import Mapping

DEFAULT_MARKS = {"GM": "not_measured", ".": "suppressed"}
_FEWER_THAN = re.compile(r"<\s?[0-9]{1,3}", re.ASCII)
_ERROR = re.compile(r"#[A-Z][A-Z0-9/_]+[!?]?|Err:[0-9]+", re.ASCII)
# The same text is one thousand in one notation and one in the other.
_TWO_WAYS = {
    "nl": re.compile(r"[-+\u2212]?[1-9][0-9]{0,2}(?:,[0-9]{3})+", re.ASCII),
    "en": re.compile(r"[-+\u2212]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+", re.ASCII),
}
_SIGNS = {"nl": ("28,6", "a decimal comma"), "en": ("28.6", "a decimal point")}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says; there is a ``value`` exactly where the presence says so."""

    presence: Presence
    value: Decimal | None
    literal: str
    annotation: str = ""


def read_value(cell: Cell, mapping: Mapping, *, percentages: bool) -> Reading:
    """Read a cell in the place of a figure.

    Args:
        cell: the cell.
        mapping: says the notation of numbers and the meaning of marks.
        percentages: whether the figure is a percentage, so that a percent sign is in place.

    Raises:
        InputError: the cell is neither a number nor a mark with a meaning.

    """
    if cell.covered:
        raise InputError("this is a hidden part of a merged cell.", do="Split the cell: one figure per cell.")
    if cell.kind is CellKind.ERROR:
        raise InputError(f"the cell holds an error ({cell.text}).", do="Correct it in the file.")
    if cell.kind is CellKind.DATE:
        raise InputError(
            f"a date ({cell.text}) stands where a figure belongs.",
            do="A spreadsheet may have made a date of a figure such as 6-7; type the figure again.",
        )
    if cell.kind is CellKind.EMPTY:
        return Reading(Presence(mapping.blank), None, "")
    if cell.kind is CellKind.NUMBER and cell.number is not None:
        if cell.percent and not percentages:
            raise _no_percentage(cell.text)
        return Reading(Presence.VALUE, cell.number, cell.text)
    return _read_text(cell.text, mapping, percentages=percentages)


def _read_text(text: str, mapping: Mapping, *, percentages: bool) -> Reading:
    meaning = _meaning(text, mapping)
    if meaning == "zero":
        return Reading(Presence.VALUE, Decimal(0), text)
    if meaning:
        return Reading(Presence(meaning), None, text)
    sign = max((one for one in mapping.footnotes if text.endswith(one)), key=len, default="")
    bare = text.removesuffix(sign).rstrip()
    if bare.endswith("%"):
        if not percentages:
            raise _no_percentage(text)
        bare = bare.removesuffix("%").rstrip()
    number = read_number(bare, mapping.numbers, text)
    return Reading(Presence.VALUE, number, text, mapping.footnotes.get(sign, ""))


def _meaning(text: str, mapping: Mapping) -> str:
    bare = text.replace(" ", "")
    own = {mark.replace(" ", ""): meaning for mark, meaning in mapping.marks.items()}
    default = DEFAULT_MARKS.get(text, "suppressed" if _FEWER_THAN.fullmatch(text) else "")
    return own.get(bare, default)


def read_number(bare: str, notation: str, text: str = "") -> Decimal:
    """Read a number that was typed as text, in one notation.

    Raises:
        InputError: it is no number in that notation, or can be read in two ways.

    """
    shown = text or bare
    if _ERROR.fullmatch(bare):
        raise InputError(f"the cell holds an error ({shown}).", do="Correct it in the file.")
    example, comma = _SIGNS[notation]
    if _TWO_WAYS[notation].fullmatch(bare):
        raise InputError(
            f"'{shown}' can be read in two ways: numbers are said to have {comma} ({example}).",
            do="Correct 'numbers' in the mapping, or write the number without a thousands sign.",
        )
    try:
        return parse_number(bare, notation)
    except ValueError:
        pass
    if any(letter.isdigit() for letter in bare):
        raise InputError(
            f"'{shown}' is not a number with {comma} ({example}).",
            do="Correct the cell, or say in the mapping what it means ('numbers', 'footnotes' or 'marks').",
        )
    raise InputError(
        f"'{shown}' is no number, and nobody says what it means.",
        do="Say it in the mapping under 'marks', as: '"
        + shown
        + "': missing (or zero, suppressed, not_measured).",
    )


def read_whole(cell: Cell, mapping: Mapping) -> str:
    """A count as plain text; an empty text where it is not known.

    Raises:
        InputError: the cell is neither a number nor a mark with a meaning.

    """
    found = read_value(cell, mapping, percentages=False)
    return "" if found.value is None else format(found.value, "f")


def _no_percentage(text: str) -> InputError:
    return InputError(
        f"'{text}' is a percentage, but the figure is none.",
        do="Correct the cell, or the indicator that it belongs to.",
    )
