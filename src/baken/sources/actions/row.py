# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading one row of the sheet of actions, with all that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from baken.documents.sheets import EMPTY, Cell, CellKind, Sheet
from baken.model.action import Action
from baken.model.text import Text
from baken.sources.actions.known import KnownNames, NameIndex
from baken.sources.actions.layout import COLUMN_OF, FIXED, LOOKED_UP, OPTIONS, Field
from baken.sources.actions.problems import Problem, Spot, place_of, problem, shortened
from baken.sources.actions.values import is_absent, is_amount, read_day, read_money, read_owners, unreadable
from baken.sources.own.texts import words

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_DAYS = {Field.START: "start", Field.END: "end"}
_Said = tuple[Text, Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAction:
    """One action as a row says it.

    ``given`` are the fields that the row says something of, if only that they are empty; a status or a kind
    of lead that is left empty is not given. ``extra`` are the cells of columns that are not known, by the
    name of the column. ``place`` is how a person finds the row.
    """

    action: Action
    place: Text
    given: frozenset[Field]
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row with its problems and notes; with a problem the action is not to be used."""

    row: ReadAction
    problems: tuple[Problem, ...]
    notes: tuple[Text, ...]


@dataclass(slots=True)
class _Faults:
    """What is found wrong or worth a word while a row is read."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)


class RowReader:
    """Reads the rows of one table."""

    def __init__(
        self, sheet: Sheet, fields: dict[Field, int], extra: dict[int, str], known: KnownNames
    ) -> None:
        """Take the sheet, the columns by what they say, those that are not known, and the known names."""
        self._sheet, self._fields, self._extra = sheet, fields, extra
        self._names = {one: NameIndex(known.of(one)) for one in LOOKED_UP}

    def read(self, row: int) -> ReadRow:
        """One row, counted from 0."""
        faults = _Faults()
        values: dict[str, Any] = {"id": "", "title": ""}
        given = set(self._fields)
        for one in self._fields:
            cell = self._cell(row, self._fields[one])
            found = self._value(one, row, cell, faults) if self._is_sound(one, row, cell, faults) else {}
            values |= found
            if one in FIXED and one is not Field.MONEY_KIND and not found:
                given.discard(one)
        action = ReadAction(
            action=Action(**values),
            place=place_of(self._sheet, row),
            given=frozenset(given),
            extra=self._extras(row, faults),
        )
        return ReadRow(action, tuple(faults.problems), tuple(faults.notes))

    def _cell(self, row: int, column: int) -> Cell:
        cells = self._sheet.rows[row]
        return cells[column] if column < len(cells) else EMPTY

    def _is_sound(self, one: Field, row: int, cell: Cell, faults: _Faults) -> bool:
        """Whether the cell can be read at all."""
        unseen = unreadable(cell.text)
        said: _Said | None = None
        if cell.kind is CellKind.ERROR:
            said = _ERROR
        elif unseen:
            said = _unseen(unseen)
        elif cell.covered and cell.text and one in (Field.ID, Field.TITLE):
            said = _MERGED
        elif one is Field.TITLE and not cell.text:
            said = _NO_TITLE
        if said:
            faults.problems.append(self._problem(row, one, cell.text, said))
        return said is None

    def _extras(self, row: int, faults: _Faults) -> tuple[tuple[str, str], ...]:
        found = []
        for column, name in self._extra.items():
            text = self._cell(row, column).text
            unseen = unreadable(text)
            if unseen:
                faults.problems.append(problem(Spot(self._sheet, row, column), text, _unseen(unseen)))
            elif text:
                found.append((name, text))
        return tuple(found)

    def _problem(
        self, row: int, one: Field, value: str, said: _Said, nearest: tuple[str, ...] = ()
    ) -> Problem:
        return problem(Spot(self._sheet, row, self._fields[one], one), value, said, nearest)

    def _value(self, one: Field, row: int, cell: Cell, faults: _Faults) -> dict[str, Any]:
        """The fields of an action that a sound cell fills."""
        readers: dict[Field, Callable[[Field, int, Cell, _Faults], dict[str, Any]]] = {
            **dict.fromkeys(LOOKED_UP, self._looked_up),
            **dict.fromkeys(FIXED, self._fixed),
            **dict.fromkeys(_DAYS, self._day),
            Field.MONEY: self._money,
            Field.UPDATED: self._updated,
        }
        if one in readers:
            return readers[one](one, row, cell, faults)
        return {one.value: read_owners(cell.text) if one is Field.CO_OWNERS else cell.text}

    def _looked_up(self, one: Field, row: int, cell: Cell, faults: _Faults) -> dict[str, Any]:
        names = self._names[one]
        found = names.find(cell.text)
        if not found and is_absent(cell.text):
            return {}
        if len(found) == 1:
            return {one.value: found[0]}
        if found:
            said = (
                Text("deze naam kan op meer dan één slaan.", "this name can mean more than one."),
                Text(f"Typ een van: {', '.join(found)}.", f"Type one of: {', '.join(found)}."),
            )
            faults.problems.append(self._problem(row, one, cell.text, said, found))
            return {}
        near = names.nearest(cell.text)
        faults.problems.append(self._problem(row, one, cell.text, _unknown(near), near))
        return {}

    def _fixed(self, one: Field, row: int, cell: Cell, faults: _Faults) -> dict[str, Any]:
        if is_absent(cell.text):
            return {}
        bare, known = words(cell.text), {}
        for option in OPTIONS[one]:
            for text in (option.label.nl, option.label.en, option.value, *option.others):
                known[words(text)] = option
        if bare in known:
            return {one.value: known[bare].value}
        near = tuple(dict.fromkeys(known[text].label.nl for text in get_close_matches(bare, known, n=3)))
        choices = OPTIONS[one]
        said = (
            Text("dit staat niet in de lijst.", "this is not in the list."),
            Text(
                f"Kies uit: {', '.join(option.label.nl for option in choices)}.",
                f"Choose from: {', '.join(option.label.en for option in choices)}.",
            ),
        )
        faults.problems.append(self._problem(row, one, cell.text, said, near))
        return {}

    def _money(self, one: Field, row: int, cell: Cell, faults: _Faults) -> dict[str, Any]:
        amount: Decimal | None = None
        said: _Said | None = _NO_AMOUNT if cell.kind is CellKind.DATE or cell.percent else None
        if cell.kind is CellKind.NUMBER and not said:
            amount = cell.number
        elif cell.kind is CellKind.TEXT:
            try:
                amount = read_money(cell.text)
            except ValueError as error:
                said = _TWO_WAYS if str(error) == "two ways" else _NO_AMOUNT
        if amount is not None and not is_amount(amount):
            said = _NO_CENTS
        if said:
            faults.problems.append(self._problem(row, one, cell.text, said))
        return {} if amount is None else {one.value: amount}

    def _words_and_day(self, one: Field, cell: Cell) -> tuple[str, date | None] | None:
        """What a cell for a day says; None where it is a number that is no year."""
        if cell.kind is CellKind.DATE:
            return "", cell.day
        if cell.kind is CellKind.NUMBER:
            number = cell.number
            if number is None or number != int(number) or not _FIRST_YEAR < number < _LAST_YEAR:
                return None
            return read_day(str(int(number)), last=one is not Field.START)
        return read_day(cell.text, last=one is not Field.START)

    def _day(self, one: Field, row: int, cell: Cell, faults: _Faults) -> dict[str, Any]:
        read = self._words_and_day(one, cell)
        if read is None:
            faults.problems.append(self._problem(row, one, cell.text, _NO_DAY))
            return {}
        said, day = read
        if said and day is None and not is_absent(said) and "[-]" not in cell.text:
            faults.notes.append(self._not_understood(one, row, said))
        return {f"{_DAYS[one]}_words": said, _DAYS[one]: day}

    def _not_understood(self, one: Field, row: int, said: str) -> Text:
        place, heading = place_of(self._sheet, row), COLUMN_OF[one].heading
        which = Text("eerste", "first") if one is Field.START else Text("laatste", "last")
        return Text(
            f"{place.nl}, {heading.nl} '{shortened(said)}': de woorden zijn bewaard; er is geen "
            f"{which.nl} dag uit te lezen.",
            f"{place.en}, {heading.en} '{shortened(said)}': the words are kept; no {which.en} "
            f"day can be read from them.",
        )

    def _updated(self, one: Field, row: int, cell: Cell, faults: _Faults) -> dict[str, Any]:
        if is_absent(cell.text):
            return {}
        read = self._words_and_day(one, cell)
        if read is None or read[1] is None or read_day(cell.text, last=False)[1] not in (read[1], None):
            faults.problems.append(self._problem(row, one, cell.text, _NO_DAY))
            return {}
        return {one.value: read[1]}


def _unseen(sign: str) -> _Said:
    return (
        Text(f"hierin staat het onzichtbare teken {sign}.", f"it holds the unseen character {sign}."),
        Text("Typ de tekst opnieuw.", "Type the text again."),
    )


def _unknown(near: tuple[str, ...]) -> _Said:
    what = Text("onbekend.", "unknown.")
    if near:
        return what, Text(f"Bedoelt u: {', '.join(near)}?", f"Did you mean: {', '.join(near)}?")
    return what, Text(
        "Kies uit de lijst op het blad Keuzes, of laat de cel leeg.",
        "Choose from the list on the sheet Choices, or leave the cell empty.",
    )


_NO_TITLE = (
    Text("er staat geen naam van een actie.", "there is no name of an action."),
    Text("Vul de naam in, of maak de hele rij leeg.", "Fill in the name, or make the whole row empty."),
)
_ERROR = (
    Text("de cel bevat een fout.", "the cell holds an error."),
    Text("Verbeter de formule of typ de waarde.", "Correct the formula or type the value."),
)
_MERGED = (
    Text("deze cel is samengevoegd met een andere.", "this cell is merged with another one."),
    Text("Splits de cel: één actie per rij.", "Split the cell: one action on each row."),
)
_NO_AMOUNT = (
    Text("dit is geen bedrag in euro's.", "this is no amount of euros."),
    Text("Typ bijvoorbeeld 1.250,50, of laat de cel leeg.", "Type 1.250,50, say, or leave the cell empty."),
)
_NO_CENTS = (
    Text("dit is geen bedrag in hele centen, of het is te groot.", "these are no whole cents, or too much."),
    Text("Rond het af op twee decimalen, of verbeter het.", "Round it to two decimals, or correct it."),
)
_TWO_WAYS = (
    Text("dit bedrag is op twee manieren te lezen.", "this amount can be read in two ways."),
    Text("Typ 5000 of 5,00.", "Type 5000 or 5,00."),
)
_NO_DAY = (
    Text("dit is geen dag.", "this is no day."),
    Text("Typ bijvoorbeeld 31-12-2027.", "Type 31-12-2027, say."),
)
