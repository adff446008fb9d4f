# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong in a file with actions, each in one line: where, what it says, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from baken.documents.sheets import Sheet, letters
from baken.model.errors import InputError
from baken.model.text import Text
from baken.sources.actions.layout import COLUMN_OF, Field

_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong. Places are as a person counts them; empty or None where it is about all.

    ``value`` is what the cell says, ``nearest`` the known names that it may mean, ``text`` the whole line.
    """

    text: Text
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: row and column counted from 0, and what the column says of an action, if that is known."""

    sheet: Sheet
    row: int
    column: int
    field: Field | None = None


def problem(spot: Spot, value: str, said: tuple[Text, Text], nearest: tuple[str, ...] = ()) -> Problem:
    """A problem of one cell.

    Args:
        spot: the cell.
        value: what it says.
        said: what is wrong, and what to do.
        nearest: known names that may be meant.

    """
    what, do = said
    heading = COLUMN_OF[spot.field].heading if spot.field else Text("", "")
    sheet, row, column = spot.sheet, spot.row, spot.column
    place = place_of(sheet, row, column)
    shown = f" '{shortened(value)}'" if value else ""

    def line(place: str, heading: str, what: str, do: str) -> str:
        named = f", {heading}" if heading else ""
        return f"{place}{named}{shown}: {what} {do}".strip()

    return Problem(
        text=Text(line(place.nl, heading.nl, what.nl, do.nl), line(place.en, heading.en, what.en, do.en)),
        sheet=sheet.name,
        row=sheet.number(row),
        column=letters(column),
        value=value,
        nearest=nearest,
    )


def place_of(sheet: Sheet, row: int, column: int | None = None) -> Text:
    """How a person finds a row or a cell; row and column counted from 0."""
    number = sheet.number(row)
    if sheet.is_text:
        at = "" if column is None else f" {column + 1}"
        return Text(
            f"Regel {number}" + (f", kolom{at}" if at else ""),
            f"Line {number}" + (f", column{at}" if at else ""),
        )
    at = "" if column is None else letters(column)
    return Text(
        f"Blad {sheet.name}, rij {number}" + (f", kolom {at}" if at else ""),
        f"Sheet {sheet.name}, row {number}" + (f", column {at}" if at else ""),
    )


def shortened(text: str) -> str:
    """The beginning of a text on one line, for a message."""
    bare = " ".join(text.split())
    return bare if len(bare) <= _LONGEST else f"{bare[: _LONGEST - 1]}…"


def refused(error: InputError) -> Problem:
    """A file that cannot be read at all; the words behind it are those of the reader of files."""
    return Problem(text=Text(f"Dit bestand is niet te lezen. {error}", f"This file cannot be read. {error}"))


def no_header(name: str) -> Problem:
    """A file in which no row has the headings."""
    title, more = COLUMN_OF[Field.TITLE].heading, COLUMN_OF[Field.LEAD].heading
    return Problem(
        text=Text(
            f"{name}: geen rij met kolomkoppen gevonden. Zet boven de tabel in elk geval '{title.nl}' en nog "
            f"een kop, zoals '{more.nl}'.",
            f"{name}: no row with headings was found. Put at least '{title.en}' and one more above the "
            f"table, such as '{more.en}'.",
        )
    )


def two_sheets(names: tuple[str, ...]) -> Problem:
    """A file with more than one table of actions."""
    listed = ", ".join(f"'{one}'" for one in names)
    return Problem(
        text=Text(
            f"Er zijn meer bladen met acties: {listed}. Noem er één 'Acties', of lever één blad aan.",
            f"There are more sheets with actions: {listed}. Call one 'Actions', or hand in one sheet.",
        )
    )


def double_heading(sheet: Sheet, row: int, column: int) -> Problem:
    """A heading that stands there more than once."""
    text = sheet.rows[row][column].text
    said = (
        Text("deze kolom staat er meer dan eens.", "this column stands there more than once."),
        Text("Houd één kolom over.", "Keep one column."),
    )
    return problem(Spot(sheet, row, column), text, said)


def double_id(sheet: Sheet, place: Text, name: str, first: Text) -> Problem:
    """Two rows that say that they are the same action."""
    return Problem(
        text=Text(
            f"{place.nl}: het kenmerk '{name}' staat ook hier: {first.nl}. Maak het "
            "leeg als het een nieuwe actie is.",
            f"{place.en}: the id '{name}' also stands here: {first.en}. Make it empty if it is a new action.",
        ),
        sheet=sheet.name,
        value=name,
    )
