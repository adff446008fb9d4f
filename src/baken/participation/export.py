# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The answers of the factions as tables: one for machines, and a workbook with a sheet per faction."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from baken.participation.counting import theme_counts
from baken.participation.models import CouncilInput
from baken.publications.csv_table import csv_table

_NO_TITLE = re.compile(r"[\[\]:*?/\\']")
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDTHS = (24, 40, 60, 30, 16, 40, 30)


def columns() -> tuple[str, ...]:
    """The columns of both tables."""
    return (
        *(_("faction"), _("question"), _("answer"), _("themes"), _("status")),
        *(_("reason"), _("place in the text")),
    )


def rows_of(answers: Iterable[CouncilInput]) -> Iterator[tuple[str, ...]]:
    """One row per answer, in the order of the columns."""
    for one in answers:
        themes = "; ".join(
            code.theme.name for code in one.codes.filter(withdrawn=False).select_related("theme")
        )
        place = ", ".join(str(part) for part in (one.used_in, one.place) if part)
        status = str(one.get_status_display())
        yield (
            *(one.faction.name, str(one.get_question_display()), one.answer, themes, status),
            *(one.reason, place),
        )


def as_csv(answers: Iterable[CouncilInput]) -> bytes:
    """All answers as one table."""
    return csv_table(columns(), rows_of(answers))


def as_workbook(answers: Sequence[CouncilInput]) -> bytes:
    """The answers with a sheet per faction, after a sheet that counts them per theme."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = _("themes")
    _counts(first, answers)
    by_faction: dict[str, list[CouncilInput]] = {}
    for one in answers:
        by_faction.setdefault(one.faction.name, []).append(one)
    for name in sorted(by_faction):
        sheet = book.create_sheet(_title(name, {one.title for one in book.worksheets}))
        _fill(sheet, columns(), rows_of(by_faction[name]))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _counts(sheet: Worksheet, answers: Sequence[CouncilInput]) -> None:
    counted = theme_counts(answers)
    numbers = range(1, len(counted[0].per_question) + 1) if counted else ()
    titles = (_("theme"), *(_("question %(number)d") % {"number": one} for one in numbers), _("together"))
    _fill(sheet, titles, ((one.theme.name, *one.per_question, one.total) for one in counted))


def _fill(sheet: Worksheet, titles: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    for place, row in enumerate((titles, *rows), 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(place, column)
            cell.value = _UNREADABLE.sub(" ", value) if isinstance(value, str) else value
            if isinstance(value, str):
                # A text never becomes a formula, whatever it begins with.
                cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if place == 1:
                cell.font = Font(bold=True)
    for column, width in enumerate(_WIDTHS[: len(titles)], 1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    sheet.freeze_panes = "A2"


def _title(name: str, taken: set[str]) -> str:
    """A name that a sheet can have: at most 31 characters, none of them forbidden, and not there yet."""
    plain = _NO_TITLE.sub(" ", name).strip() or "-"
    found, number = plain[:31], 2
    while found.casefold() in {one.casefold() for one in taken}:
        ending = f" ({number})"
        found, number = plain[: 31 - len(ending)] + ending, number + 1
    return found
