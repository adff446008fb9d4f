# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which local themes went into the regional police plan, or came from it: local by regional themes.

A row or column without any link is kept: what nobody linked is what a reader looks for. It says that nothing
is recorded, not that nothing was brought in. A theme that was brought in and not taken over has a link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from baken.model.errors import InputError
from baken.model.regional import REGIONAL_USES, RegionalUse
from baken.model.text import Language, Text

LOCAL = Text("Lokaal thema", "Local theme")
STATE = Text("Vastgelegd", "Recorded")
EMPTY_ROW = Text("leeg: met geen regionaal thema verbonden", "empty: linked to no regional theme")
EMPTY_COLUMN = Text("leeg: met geen lokaal thema verbonden", "empty: linked to no local theme")
_COUNTED = Text("{n} verbonden", "{n} linked")
_ON = Text("{how} ({day})", "{how} ({day})")


@dataclass(frozen=True, slots=True)
class NamedTheme:
    """A local or a regional theme: its id and what it is called."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalLink:
    """How a local theme (id) stands to a regional one (id); ``on`` is None where no day is known."""

    id: str
    local: str
    regional: str
    how: RegionalUse
    on: date | None = None

    def words(self, language: Language) -> str:
        """How, with the day where one is known."""
        how = REGIONAL_USES[self.how].in_(language)
        return _ON.in_(language).format(how=how, day=self.on.isoformat()) if self.on else how


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A local theme with a cell for each column, in their order; None: nothing is recorded."""

    theme: NamedTheme
    cells: tuple[RegionalLink | None, ...]

    @property
    def linked(self) -> int:
        """How many regional themes it is linked to."""
        return sum(one is not None for one in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalMatrix:
    """Local themes (rows) by regional themes (columns): all of them, in the order in which they came."""

    columns: tuple[NamedTheme, ...]
    rows: tuple[MatrixRow, ...]

    def linked_to(self, column: int) -> int:
        """How many local themes a regional theme is linked to, by the place of its column."""
        return sum(row.cells[column] is not None for row in self.rows)

    @property
    def empty_rows(self) -> tuple[NamedTheme, ...]:
        """The local themes that are linked to no regional theme."""
        return tuple(row.theme for row in self.rows if not row.linked)

    @property
    def empty_columns(self) -> tuple[NamedTheme, ...]:
        """The regional themes that are linked to no local theme."""
        return tuple(one for place, one in enumerate(self.columns) if not self.linked_to(place))

    @property
    def links(self) -> tuple[RegionalLink, ...]:
        """All links, row by row."""
        return tuple(cell for row in self.rows for cell in row.cells if cell is not None)


def regional_matrix(
    local: Sequence[NamedTheme], regional: Sequence[NamedTheme], links: Iterable[RegionalLink]
) -> RegionalMatrix:
    """The matrix of these themes.

    Raises:
        InputError: a theme stands twice, a link names a theme that is not given, or a pair is linked twice.

    """
    rows, columns = _known(local), _known(regional)
    held: dict[tuple[str, str], RegionalLink] = {}
    for one in links:
        pair = (one.local, one.regional)
        if one.local not in rows or one.regional not in columns:
            raise InputError(f"there is no row or column for {' and '.join(pair)}.", where=f"link {one.id}")
        if pair in held:
            raise InputError(f"{' and '.join(pair)} are linked already.", where=f"link {one.id}")
        held[pair] = one
    return RegionalMatrix(
        columns=tuple(regional),
        rows=tuple(
            MatrixRow(theme=row, cells=tuple(held.get((row.id, column.id)) for column in regional))
            for row in local
        ),
    )


def headings(matrix: RegionalMatrix, language: Language) -> tuple[str, ...]:
    """The headings of the matrix as a table; no two are the same, whatever the capitals."""
    found: list[str] = []
    taken: Counter[str] = Counter()
    for name in (LOCAL.in_(language), STATE.in_(language), *(one.name for one in matrix.columns)):
        shown, number = name, 2
        while taken[shown.casefold()]:
            shown, number = f"{name} ({number})", number + 1
        taken[shown.casefold()] += 1
        found.append(shown)
    return tuple(found)


def table_rows(matrix: RegionalMatrix, language: Language) -> tuple[tuple[str, ...], ...]:
    """A row for each local theme, the empty ones too, and a last one that says which columns are empty."""
    rows = [
        (
            row.theme.name,
            state(row.linked, EMPTY_ROW, language),
            *(cell.words(language) if cell else "" for cell in row.cells),
        )
        for row in matrix.rows
    ]
    if matrix.columns:
        counted = (matrix.linked_to(place) for place in range(len(matrix.columns)))
        rows.append((STATE.in_(language), "", *(state(one, EMPTY_COLUMN, language) for one in counted)))
    return tuple(rows)


def state(linked: int, empty: Text, language: Language) -> str:
    """How many themes one is linked to, or the words for none."""
    return _COUNTED.in_(language).format(n=linked) if linked else empty.in_(language)


def _known(themes: Iterable[NamedTheme]) -> set[str]:
    found: set[str] = set()
    for one in themes:
        if one.id in found:
            raise InputError("this theme stands there twice.", where=f"theme {one.id}")
        found.add(one.id)
    return found
