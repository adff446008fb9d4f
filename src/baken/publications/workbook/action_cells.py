# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The cells of an action, and texts in them exactly as they were typed: never a formula, never cut short."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from baken.model.action import Action
from baken.model.errors import InputError
from baken.model.number import decimals_of
from baken.model.text import Language
from baken.publications.workbook.model import Number, TableSheet, Value
from baken.publications.workbook.writing import HEADER_ROW
from baken.sources.actions.known import NameIndex
from baken.sources.actions.layout import COLUMNS, HEADINGS, OPTIONS, Field
from baken.sources.actions.values import (
    is_amount,
    tidy,
    unreadable,
    written_day,
    written_owners,
)
from baken.sources.own.texts import words

Extra = Mapping[str, Mapping[str, str]]
"""For an action by its id the texts of columns that Baken does not know, by the name of the column."""

_LONGEST = 32_767
"""So many units of UTF-16 fit in a cell of Excel."""
_LINE, _HIGHEST = 15.0, 409.0
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA = ("=", "+", "-", "@")


def row_of(action: Action, names: Mapping[Field, NameIndex], language: Language) -> tuple[Value, ...]:
    """The cells of one action in the order of the columns."""
    return tuple(_cell(action, one.field, names, language) for one in COLUMNS)


def _cell(action: Action, field: Field, names: Mapping[Field, NameIndex], language: Language) -> Value:
    made: dict[Field, Callable[[], Value]] = {
        Field.START: lambda: written_day(tidy(action.start_words), action.start, last=False),
        Field.END: lambda: written_day(tidy(action.end_words), action.end, last=True),
        Field.UPDATED: lambda: written_day("", action.updated, last=True),
        Field.CO_OWNERS: lambda: written_owners(tuple(filter(None, map(tidy, action.co_owners)))),
        Field.MONEY: lambda: _amount(action.money),
    }
    if field in made:
        return made[field]()
    value: Any = getattr(action, field.value)
    if field in OPTIONS:
        return next((one.label.in_(language) for one in OPTIONS[field] if one.value == value), None)
    return names[field].shown(value, language) if field in names and value else tidy(value)


def _amount(value: Decimal | None) -> Value:
    if value is None:
        return None
    return Number(value, min(2, decimals_of(value)))


def extra_columns(actions: Sequence[Action], extra: Extra) -> tuple[str, ...]:
    """The names of columns that Baken does not know, in the order in which actions bring them."""
    return tuple(dict.fromkeys(name for one in actions for name in extra.get(one.id, {}) if one.id))


def exact(page: Worksheet, sheet: TableSheet) -> None:
    """Put every text of a table in its cell as it is, with its line ends.

    A text such as ``_x000D_`` would be read as a sign of its own: what it begins with is written as the
    format says (ECMA-376, part 1, 22.9.2.19).
    """
    for down, row in enumerate(sheet.rows, start=HEADER_ROW + 1):
        for across, value in enumerate(row, start=1):
            if not isinstance(value, str) or not value:
                continue
            cell: Any = page.cell(down, across)
            cell.value = _ESCAPED.sub("_x005F_", value)
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(_FORMULA)
        page.row_dimensions[down].height = _height(sheet, row)


def _height(sheet: TableSheet, row: Sequence[Value]) -> float:
    """High enough for the longest text with its line ends, as far as a row can go."""
    lines = 1
    for value, column in zip(row, sheet.columns, strict=True):
        if column.wrapped and isinstance(value, str):
            lines = max(lines, sum(max(1, len(wrap(one, column.width))) for one in value.split("\n")))
    return min(_HIGHEST, _LINE * lines)


def check_actions(actions: Sequence[Action], extra: Extra) -> None:
    """See that nothing would be lost.

    Raises:
        InputError: an id stands there twice, or a text cannot be kept; names the first three places.

    """
    twice = [name for name, count in Counter(one.id for one in actions if one.id).items() if count > 1]
    if twice:
        raise InputError(f"these ids are of more than one action: {', '.join(twice[:3])}.", where="actions")
    found = [fault for one in actions for fault in _faults(one, extra.get(one.id, {}))]
    if found:
        more = f" and {len(found) - 3} more" if len(found) > 3 else ""
        raise InputError(
            f"a spreadsheet cannot keep everything: {'; '.join(found[:3])}{more}.",
            where="actions",
            do="Change these texts first.",
        )


def _faults(action: Action, extra: Mapping[str, str]) -> Iterator[str]:
    called = action.id or action.title
    for name, text in (*_texts(action), *extra.items()):
        kept = tidy(text)
        if unreadable(kept):
            yield f"'{name}' of '{called}' holds the unseen character {unreadable(kept)}"
        elif len(_ESCAPED.sub("_x005F_", kept).encode("utf-16-le")) // 2 > _LONGEST:
            yield f"'{name}' of '{called}' is longer than {_LONGEST} characters"
    for name in extra:
        if not name.strip() or words(name) in HEADINGS or unreadable(name):
            yield f"'{name}' of '{called}' cannot be the name of a column of one's own"
    if action.money is not None and not is_amount(action.money):
        yield f"'money' of '{called}' is no amount of euros and cents"


def _texts(action: Action) -> Iterator[tuple[str, str]]:
    yield "start", f"{action.start_words} [{date.max}]"
    yield "end", f"{action.end_words} [{date.max}]"
    yield "co_owners", written_owners(tuple(map(tidy, action.co_owners)))
    simple = {one.field for one in COLUMNS} - {
        Field.START,
        Field.END,
        Field.CO_OWNERS,
        Field.MONEY,
        Field.UPDATED,
    }
    for field in simple - set(OPTIONS):
        yield field.value, getattr(action, field.value)
