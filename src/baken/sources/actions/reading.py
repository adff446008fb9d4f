# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a file with actions: all of it, or nothing and every problem at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baken.documents.sheets import Cell, CellKind, Sheet, letters
from baken.model.action import Action
from baken.model.errors import InputError
from baken.model.text import Text
from baken.sources.actions.known import KnownNames
from baken.sources.actions.layout import COLUMN_OF, HEADINGS, SHEET, Field
from baken.sources.actions.problems import (
    Problem,
    double_heading,
    double_id,
    no_header,
    place_of,
    refused,
    two_sheets,
)
from baken.sources.actions.row import ReadAction, RowReader
from baken.sources.actions.sheets import sheets_of
from baken.sources.own.texts import words

_DEEPEST = 50
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadActions:
    """What a file says. With a problem there are no rows: nothing is half used.

    ``columns`` are those that the file has: of the others it says nothing. ``notes`` are what whoever handed
    the file in should know, such as columns that Baken does not know.
    """

    rows: tuple[ReadAction, ...] = ()
    columns: frozenset[Field] = frozenset()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions in the order of the file."""
        return tuple(one.action for one in self.rows)


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the table stands: its sheet, the row with headings, the column of each field, and the others."""

    sheet: Sheet
    row: int
    fields: dict[Field, int]
    twice: tuple[int, ...]

    @property
    def extra(self) -> dict[int, str]:
        """The columns that are not known, with a name that no two of them share."""
        cells = self.sheet.rows[self.row]
        width = max(len(line) for line in self.sheet.rows[self.row :])
        known = {*self.fields.values(), *self.twice}
        names: dict[int, str] = {}
        for column in range(width):
            if column in known or not any(_at(line, column).text for line in self.sheet.rows[self.row :]):
                continue
            text = " ".join(_at(cells, column).text.split())
            free = text and text.casefold() not in {one.casefold() for one in names.values()}
            names[column] = text if free else f"{text} [{letters(column)}]".strip()
        return names


def read_actions(data: bytes, known: KnownNames, *, name: str = "acties.xlsx") -> ReadActions:
    """Read a .xlsx, .xlsm, .ods or .csv file with one action on each row.

    Args:
        data: the whole file.
        known: the themes, goals, areas and indicators that an action may name.
        name: what the file is called, for messages.

    """
    try:
        sheets = sheets_of(data, name)
    except InputError as error:
        return ReadActions(problems=(refused(error),))
    headers = _chosen([one for one in map(_header, sheets) if one is not None])
    if len(headers) != 1:
        names = tuple(one.sheet.name for one in headers)
        return ReadActions(problems=(two_sheets(names) if names else no_header(name),))
    return _read(headers[0], known, _other_sheets(sheets, headers[0].sheet))


def _chosen(headers: list[_Header]) -> list[_Header]:
    """The sheets that can be meant: those with the usual name, else those that can be seen, else all."""
    named = [one for one in headers if words(one.sheet.name) in {words(SHEET.nl), words(SHEET.en)}]
    return named or [one for one in headers if not one.sheet.is_hidden] or headers


def _header(sheet: Sheet) -> _Header | None:
    """The row in which most headings are known; one of them names the action."""
    found = [_headings(sheet, row) for row in range(min(_DEEPEST, len(sheet.rows)))]
    able = [one for one in found if Field.TITLE in one.fields and len(one.fields) >= _FEWEST]
    return max(able, key=lambda one: len(one.fields), default=None)


def _headings(sheet: Sheet, row: int) -> _Header:
    fields: dict[Field, int] = {}
    twice: list[int] = []
    for column, cell in enumerate(sheet.rows[row]):
        field = HEADINGS.get(words(cell.text)) if cell.text and not cell.covered else None
        if field in fields:
            twice.append(column)
        elif field:
            fields[field] = column
    return _Header(sheet, row, fields, tuple(twice))


def _read(header: _Header, known: KnownNames, notes: tuple[Text, ...]) -> ReadActions:
    sheet, extra = header.sheet, header.extra
    reader = RowReader(sheet, header.fields, extra, known)
    problems = [double_heading(sheet, header.row, one) for one in header.twice]
    rows: list[ReadAction] = []
    said: list[Text] = [*_extra_notes(extra), *notes]
    for row in range(header.row + 1, len(sheet.rows)):
        cells = sheet.rows[row]
        if _is_blank(cells) or _repeats(header, cells):
            continue
        if _is_banner(cells):
            said.append(_banner_note(sheet, row))
            continue
        read = reader.read(row)
        problems += read.problems
        said += read.notes
        rows.append(read.row)
    problems += _doubles(sheet, rows)
    if problems:
        return ReadActions(problems=tuple(problems), notes=tuple(said))
    return ReadActions(rows=tuple(rows), columns=frozenset(header.fields), notes=tuple(said))


def _is_blank(cells: Sequence[Cell]) -> bool:
    return all(cell.kind is CellKind.EMPTY or cell.covered for cell in cells)


def _repeats(header: _Header, cells: Sequence[Cell]) -> bool:
    """Whether a row is the header once more, as above a second part of the table."""
    return all(HEADINGS.get(words(_at(cells, column).text)) is one for one, column in header.fields.items())


def _is_banner(cells: Sequence[Cell]) -> bool:
    """Whether one merged cell is all there is in a row: a heading between actions."""
    filled = [cell for cell in cells if cell.kind is not CellKind.EMPTY]
    return len(filled) > _FEWEST and sum(not cell.covered for cell in filled) == 1


def _banner_note(sheet: Sheet, row: int) -> Text:
    text = next(cell.text for cell in sheet.rows[row] if not cell.covered and cell.text)
    where = place_of(sheet, row)
    return Text(
        f"{where.nl}: '{text}' is één samengevoegde cel en is gelezen als tussenkop, niet als actie.",
        f"{where.en}: '{text}' is one merged cell and was read as a heading, not as an action.",
    )


def _extra_notes(extra: dict[int, str]) -> Iterator[Text]:
    for column, name in extra.items():
        yield Text(
            f"Kolom {letters(column)}, '{name}': Baken kent deze kolom niet. De inhoud blijft "
            "bij elke actie bewaard.",
            f"Column {letters(column)}, '{name}': Baken does not know it. What it holds is kept "
            "with each action.",
        )
    if extra:
        usual = COLUMN_OF.values()
        yield Text(
            f"De kolommen die Baken kent: {', '.join(one.heading.nl for one in usual)}.",
            f"The columns that Baken knows: {', '.join(one.heading.en for one in usual)}.",
        )


def _other_sheets(sheets: Sequence[Sheet], used: Sheet) -> tuple[Text, ...]:
    """Sheets that hold something and are not read; those that Baken itself adds are not worth a word."""
    own = {words(text) for text in ("Uitleg", "Explanation", "Keuzes", "Choices")}
    return tuple(
        Text(f"Het blad '{one.name}' is niet gelezen.", f"The sheet '{one.name}' was not read.")
        for one in sheets
        if one is not used and words(one.name) not in own and not all(map(_is_blank, one.rows))
    )


def _doubles(sheet: Sheet, rows: Sequence[ReadAction]) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for one in rows:
        if one.action.id in first:
            yield double_id(sheet, one.place, one.action.id, first[one.action.id])
        elif one.action.id:
            first[one.action.id] = one.place


def _at(cells: Sequence[Cell], column: int) -> Cell:
    return cells[column] if column < len(cells) else Cell()
