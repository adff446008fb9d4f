# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The actions of a plan as a workbook that people fill in, and that is read back without loss.

Three sheets: the actions, one on each row, with lists to choose from; what each column means; and the lists.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import zip_longest

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from baken.model.action import Action
from baken.model.text import Language, Text
from baken.publications.office.package import settled
from baken.publications.workbook.action_cells import Extra, check_actions, exact, extra_columns, row_of
from baken.publications.workbook.model import Column, TableSheet
from baken.publications.workbook.writing import HEADER_ROW, SheetWriter
from baken.sources.actions.known import KnownNames, NameIndex
from baken.sources.actions.layout import (
    CHOICES,
    COLUMN_OF,
    COLUMNS,
    EXPLAINED,
    FIXED,
    LOOKED_UP,
    OPTIONS,
    SHEET,
    Field,
)

_EMPTY_ROWS = 300
"""So many rows below the last action also get the lists to choose from."""
_PRINTED = 9
_NOTE = Text(
    "Eén actie per rij. Leeg betekent niet bekend. Kolommen mogen in een andere volgorde staan; wat elke "
    "kolom betekent, staat op het blad Uitleg.",
    "One action on each row. Empty means not known. Columns may stand in another order; what each column "
    "means is on the sheet Explanation.",
)
_EXPLAINED = Text(
    "Wat er in elke kolom van het blad Acties hoort.", "What belongs in each column of Actions."
)
_CHOSEN = Text(
    "Waaruit u kunt kiezen. In plaats van de naam mag u ook het kenmerk typen.",
    "What you can choose from. You may type the id instead of the name.",
)
_ID_OF = Text("{name}: kenmerk", "{name}: id")
_NOT_LISTED = Text(
    "Kies uit de lijst op het blad Keuzes, of laat de cel leeg.",
    "Choose from the list on the sheet Choices, or leave the cell empty.",
)


def actions_workbook(
    actions: Sequence[Action],
    known: KnownNames,
    *,
    on: date,
    language: Language = Language.NL,
    extra: Extra | None = None,
) -> bytes:
    """The actions as a workbook of Excel (.xlsx); the same actions and day give the same bytes.

    Args:
        actions: in the order of the sheet; none gives an empty sheet to fill in.
        known: what can be chosen from. An id that is not among it is written as it is.
        on: the day that the file carries; no clock is asked.
        language: the language of headings, lists and explanations.
        extra: for an action by its id what columns of its own say, such as came with an earlier file.

    Raises:
        InputError: an id stands there twice, or a text cannot be kept in a spreadsheet without loss.

    """
    added = extra or {}
    check_actions(actions, added)
    lists = _lists(known, language)
    book = Workbook()
    book.remove(book.active)
    writer = SheetWriter(book, f"{SHEET.in_(language)} ({on.isoformat()})")
    title, rows = SHEET.in_(language), _table(actions, known, language, added)
    writer.write_table(rows)
    page = book[title]
    exact(page, rows)
    writer.write_facts(EXPLAINED.in_(language), _EXPLAINED.in_(language), _facts(language))
    writer.write_table(_choices(known, lists, language))
    _offer(page, lists, HEADER_ROW + len(actions) + _EMPTY_ROWS, language)
    book.properties.title = book.properties.subject = title
    book.properties.creator = book.properties.lastModifiedBy = "Baken"
    book.properties.language = language.value
    saved = io.BytesIO()
    book.save(saved)
    return settled(saved.getvalue(), on)


def _table(actions: Sequence[Action], known: KnownNames, language: Language, extra: Extra) -> TableSheet:
    more = extra_columns(actions, extra)
    names = {one: NameIndex(known.of(one)) for one in LOOKED_UP}
    return TableSheet(
        title=SHEET.in_(language),
        name=SHEET.in_(language),
        note=_NOTE.in_(language),
        columns=(
            *(Column(one.heading.in_(language), one.width, wrapped=one.wrapped) for one in COLUMNS),
            *(Column(one, 24, wrapped=True) for one in more),
        ),
        rows=tuple(
            (*row_of(one, names, language), *(extra.get(one.id, {}).get(name, "") for name in more))
            for one in actions
        ),
        fixed=2,
        printed=_PRINTED,
    )


def _facts(language: Language) -> list[tuple[str, str, str]]:
    return [(one.heading.in_(language), one.explanation.in_(language), "") for one in COLUMNS]


def _lists(known: KnownNames, language: Language) -> dict[Field, list[str]]:
    """What can be chosen in each column, as it is written."""
    fixed = {one: [option.label.in_(language) for option in OPTIONS[one]] for one in FIXED}
    named = {
        one: [NameIndex(known.of(one)).shown(choice.id, language) for choice in known.of(one)]
        for one in LOOKED_UP
    }
    return fixed | named


def _choices(known: KnownNames, lists: Mapping[Field, list[str]], language: Language) -> TableSheet:
    headings: list[str] = []
    columns: list[list[str]] = []
    for field, shown in lists.items():
        heading = COLUMN_OF[field].heading.in_(language)
        headings.append(heading)
        columns.append(shown)
        if field in LOOKED_UP:
            headings.append(_ID_OF.in_(language).format(name=heading))
            columns.append([one.id for one in known.of(field)])
    return TableSheet(
        title=CHOICES.in_(language),
        name=CHOICES.in_(language),
        note=_CHOSEN.in_(language),
        columns=tuple(Column(one, 28, wrapped=True) for one in headings),
        rows=tuple(zip_longest(*columns)),
    )


def _offer(page: Worksheet, lists: Mapping[Field, list[str]], last: int, language: Language) -> None:
    """Put the lists on the columns; what is not in them is refused when it is typed."""
    spot = 1
    for field, shown in lists.items():
        letter = get_column_letter(spot)
        spot += 2 if field in LOOKED_UP else 1
        if not shown:
            continue
        source = f"'{CHOICES.in_(language)}'!${letter}${HEADER_ROW + 1}:${letter}${HEADER_ROW + len(shown)}"
        rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
        rule.errorTitle, rule.error = COLUMN_OF[field].heading.in_(language), _NOT_LISTED.in_(language)
        at = get_column_letter([one.field for one in COLUMNS].index(field) + 1)
        rule.add(f"{at}{HEADER_ROW + 1}:{at}{last}")
        page.add_data_validation(rule)
