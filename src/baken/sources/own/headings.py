# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Recognising the headers of a table, in Dutch and English, and the row that they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from baken.documents.sheets import Cell, CellKind, Sheet, letters
from baken.model.errors import InputError
from baken.sources.own.periods import read_period
from baken.sources.own.texts import words

_DEEPEST = 50
_WORDS = {
    "area": (
        *("gebied", "gebieden", "gebiedscode", "gebiedsnaam", "gemeente", "gemeentecode", "wijk", "wijkcode"),
        *("buurt", "buurtcode", "regio", "regios", "wijken en buurten", "stadsdeel", "code"),
        *("area", "region", "municipality", "district", "neighbourhood"),
    ),
    "indicator": (
        *("indicator", "indicatoren", "onderwerp", "omschrijving", "soort misdrijf"),
        *("subject", "topic"),
    ),
    "period": (
        *("periode", "perioden", "jaar", "maand", "kwartaal", "datum", "peiljaar", "jaartal"),
        *("period", "year", "month", "quarter", "date"),
    ),
    "value": ("waarde", "cijfer", "score", "percentage", "uitkomst", "aantal", "value", "figure", "number"),
    "count": ("teller", "aantal misdrijven", "aantal registraties", "misdrijven", "aantal", "count"),
    "denominator": (
        *("inwoners", "aantal inwoners", "bevolking", "noemer"),
        *("inhabitants", "population", "denominator"),
    ),
    "respondents": ("respondenten", "aantal respondenten", "respons", "respondents", "n"),
    "status": ("status",),
    "unit": ("eenheid", "unit"),
    "annotation": ("toelichting", "opmerking", "opmerkingen", "annotation", "remark", "note"),
}
_LABELS = ("area", "indicator")


@dataclass(frozen=True, slots=True)
class Found:
    """A header row: its row, and its columns by role (long) or by period (wide, with the label first)."""

    row: int
    roles: dict[str, int]
    periods: dict[int, str]


def find_wide(sheet: Sheet) -> Found | None:
    """The first row with at least two different periods behind a label."""
    for row, cells in enumerate(sheet.rows[:_DEEPEST]):
        periods = {column: period for column, cell in enumerate(cells) if (period := period_in(cell))}
        ordered = list(periods.values())
        in_order = ordered in (sorted(ordered), sorted(ordered, reverse=True))
        if len(set(ordered)) < 2 or len(set(ordered)) < len(ordered) or not in_order:
            continue
        labels = [column for column in range(min(periods)) if _has_texts(sheet, row, column)]
        if labels:
            roles = {role: column for column in labels if (role := _role(cells[column], _LABELS))}
            free = [column for column in labels if column not in roles.values()]
            if "indicator" not in roles and free:
                roles["indicator"] = free[0]
            return Found(row, roles, periods)
    return None


def find_long(sheet: Sheet) -> Found | None:
    """The first row with a value and at least two other things that are recognised."""
    for row, cells in enumerate(sheet.rows[:_DEEPEST]):
        roles: dict[str, int] = {}
        for column, cell in enumerate(cells):
            free = tuple(role for role in _WORDS if role not in roles)
            role = _role(cell, free)
            if role:
                roles[role] = column
        # A table with counts only has them as its values.
        if "value" not in roles and "count" in roles:
            roles["value"] = roles.pop("count")
        if "value" in roles and len(roles) >= 3:
            return Found(row, roles, {})
    return None


def column_name(sheet: Sheet, row: int, column: int) -> str:
    """How a mapping names a column: by its header if that is there once, else by its letter."""
    cells = sheet.rows[row]
    text = cells[column].text if column < len(cells) and not cells[column].covered else ""
    same = [one for one in cells if words(one.text) == words(text)]
    return text if text and len(same) == 1 else f"[{letters(column)}]"


def period_in(cell: Cell) -> str:
    """The period that a cell names, or an empty text."""
    if cell.covered:
        return ""
    try:
        return read_period(cell, "month", {})
    except InputError:
        return ""


def _role(cell: Cell, roles: tuple[str, ...]) -> str:
    bare = words(cell.text)
    return next((role for role in roles if bare in _WORDS[role]), "")


def _has_texts(sheet: Sheet, row: int, column: int) -> bool:
    below = [cells[column] for cells in sheet.rows[row + 1 :] if column < len(cells)]
    return any(cell.kind is CellKind.TEXT for cell in below)
