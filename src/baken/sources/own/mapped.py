# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of a table, put into the columns of the strict layout as a mapping says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from baken.catalogue.catalogue import Catalogue
from baken.documents.sheets import EMPTY, Cell, CellKind
from baken.model.errors import InputError, UsageError
from baken.model.indicator import ChangeScale, Indicator, Unit
from baken.model.observation import Precision, Presence
from baken.model.period import Period
from baken.sources.figure_table import unit_of
from baken.sources.own.cells import Reading, read_value, read_whole
from baken.sources.own.mapping import Columns, Mapping
from baken.sources.own.periods import read_period
from baken.sources.own.strict import check_width
from baken.sources.own.tables import Header, repeats
from baken.sources.own.texts import normal

Placed = tuple[str, dict[str, str]]
_WHOLE = ("count", "denominator", "respondents")
_PLAIN = ("unit", "life", "precision", "annotation")


def mapped_rows(header: Header, mapping: Mapping, catalogue: Catalogue, notes: list[str]) -> Iterator[Placed]:
    """Every figure with its place, in the columns of the strict layout.

    Args:
        header: the header row of the sheet that is read.
        mapping: what columns, labels and marks mean.
        catalogue: tells the unit of each indicator.
        notes: what a person should know is added to it.

    Raises:
        InputError: a column is not there, or a cell does not say what the mapping expects; names the cell.

    """
    table = _Table(header, mapping, catalogue)
    left_out: list[int] = []
    for row in range(header.row + 1, len(header.sheet.rows)):
        if mapping.last is not None and header.sheet.number(row) > mapping.last:
            break
        cells = header.sheet.rows[row]
        if not any(cell.kind is not CellKind.EMPTY for cell in cells):
            continue
        if table.is_left_out(cells):
            left_out.append(header.sheet.number(row))
            continue
        if header.sheet.is_text:
            check_width(header.sheet, row, len(header.cells), header.file)
        yield from table.figures(row)
    if left_out:
        numbers = ", ".join(map(str, left_out[:10])) + (" and more" if len(left_out) > 10 else "")
        notes.append(f"left out, as the mapping says or as headers once more: row {numbers}")


class _Table:
    """One table with its mapping; reads one row at a time."""

    def __init__(self, header: Header, mapping: Mapping, catalogue: Catalogue) -> None:
        self.header, self.mapping, self.catalogue = header, mapping, catalogue
        named = {one.name: getattr(mapping.columns, one.name) for one in fields(Columns)}
        self.columns = {role: header.column(name) for role, name in named.items() if name}
        self.indicators = _by_normal(mapping.indicators)
        self.areas = _by_normal(mapping.areas)
        self.periods = _by_normal(mapping.periods)
        self.ignored = {normal(label) for label in mapping.ignore}
        wide = mapping.layout == "wide"
        # A header that is a number or a date is known by its text: 2021, 2021-03-01.
        self.across = (
            {header.column(name): period for name, period in mapping.periods.items()} if wide else {}
        )

    def is_left_out(self, cells: tuple[Cell, ...]) -> bool:
        """Whether a row is no figure: a label that is to be ignored, or the headers once more."""
        for role in ("indicator", "area"):
            column = self.columns.get(role)
            if column is not None and column < len(cells) and normal(cells[column].text) in self.ignored:
                return True
        # One count can be the same number as its year; a whole row of them is not.
        spots = list(self.across) if len(self.across) > 1 else [*self.across, *self.columns.values()]
        return repeats(self.header.cells, cells, spots)

    def figures(self, row: int) -> Iterator[Placed]:
        """The figures of one row."""
        self._refuse_loose_numbers(row)
        area = self._label(row, "area", self.areas)
        name = self._label(row, "indicator", self.indicators)
        if self.across:
            for column, period in self.across.items():
                yield self._figure(row, column, {"area": area, "indicator": name, "period": period})
            return
        period = self._period(row)
        yield self._figure(row, self.columns["value"], {"area": area, "indicator": name, "period": period})

    def _refuse_loose_numbers(self, row: int) -> None:
        """A number under no header belongs to a column that lost its own: figures may have moved aside."""
        mapped = {*self.across, *self.columns.values()}
        for column, cell in enumerate(self.header.sheet.rows[row]):
            has_header = column < len(self.header.cells) and self.header.cells[column].text != ""
            if cell.number is not None and not has_header and column not in mapped:
                error = InputError(
                    f"the number {cell.text} stands in a column without a header.",
                    do="Give the column a header, or take the number out.",
                )
                raise self._refused(row, column, error)

    def _figure(self, row: int, column: int, key: dict[str, str]) -> Placed:
        indicator, unit = self._definition(row, column, key)
        reading = self._value(row, column, unit)
        extra = {role: self._plain(row, role) for role in _PLAIN}
        wholes = {role: self._whole(row, role) for role in _WHOLE}
        if indicator is None and reading.value is not None:
            wholes["count"] = wholes["count"] or format(reading.value, "f")
        known = bool(wholes["count"]) and (bool(wholes["denominator"]) or indicator is None)
        found = {
            **key,
            **wholes,
            "value": "" if reading.value is None else format(reading.value, "f"),
            "status": reading.presence.value,
            "unit": extra["unit"] or unit.id,
            "life": extra["life"],
            "precision": extra["precision"] or _precision(indicator, known=known).value,
            "literal": reading.literal,
            "annotation": "; ".join(filter(None, (extra["annotation"], reading.annotation))),
        }
        return self.header.sheet.place(row, column), found

    def _definition(self, row: int, column: int, key: dict[str, str]) -> tuple[Indicator | None, Unit]:
        name = key["indicator"]
        if "/" in name:
            return None, unit_of(name, None, self.catalogue)
        try:
            indicator = self.catalogue.indicator(name, Period.parse(key["period"]).end)
        except (UsageError, ValueError) as error:
            raise self._refused(row, column, InputError(f"{str(error).rstrip('.')}.")) from error
        return indicator, unit_of(name, indicator, self.catalogue)

    def _value(self, row: int, column: int, unit: Unit) -> Reading:
        percentages = unit.change is ChangeScale.PERCENTAGE_POINTS
        try:
            reading = read_value(self._cell(row, column), self.mapping, percentages=percentages)
            return self._with_status(row, reading)
        except InputError as error:
            raise self._refused(row, column, error) from error

    def _with_status(self, row: int, reading: Reading) -> Reading:
        """A column with the status may say why there is no value, and may not contradict a value."""
        if "status" not in self.columns:
            return reading
        text = self._cell(row, self.columns["status"]).text
        said = {normal(mark): meaning for mark, meaning in self.mapping.marks.items()}.get(normal(text), text)
        if said not in ("", *(one.value for one in Presence)):
            raise InputError(
                f"the status '{text}' has no meaning.", do="Say it in the mapping under 'marks'."
            )
        if not said or said == reading.presence:
            return reading
        if Presence.VALUE in (said, reading.presence) or reading.literal:
            raise InputError(f"the value '{reading.literal}' and the status '{text}' contradict each other.")
        return Reading(Presence(said), None, text)

    def _whole(self, row: int, role: str) -> str:
        column = self.columns.get(role)
        if column is None:
            return ""
        try:
            return read_whole(self._cell(row, column), self.mapping)
        except InputError as error:
            raise self._refused(row, column, error) from error

    def _plain(self, row: int, role: str) -> str:
        column = self.columns.get(role)
        if column is None:
            return str(getattr(self.mapping.fixed, role, ""))
        cell = self._cell(row, column)
        if cell.kind is CellKind.ERROR:
            raise self._refused(row, column, InputError(f"the cell holds an error ({cell.text})."))
        return cell.text

    def _period(self, row: int) -> str:
        if self.mapping.fixed.period:
            return self.mapping.fixed.period
        column = self.columns["period"]
        try:
            return read_period(self._cell(row, column), self.mapping.dates, self.periods)
        except InputError as error:
            raise self._refused(row, column, error) from error

    def _label(self, row: int, role: str, known: dict[str, str]) -> str:
        """The id or code that a label stands for; an id or code itself stands for itself."""
        column = self.columns.get(role)
        if column is None:
            return str(getattr(self.mapping.fixed, role))
        text = self._cell(row, column).text
        found = known.get(normal(text))
        if found:
            return found
        is_code = (role == "indicator" and self._is_indicator(text)) or (
            role == "area" and _is_area_code(text)
        )
        if is_code and self._cell(row, column).kind is CellKind.TEXT:
            return text
        what = f"the {role} '{text}' is not in the mapping." if text else f"the {role} is missing."
        advice = f"Add it under '{role}s', or under 'ignore' if it is no figure."
        raise self._refused(row, column, InputError(what, do=advice))

    def _is_indicator(self, text: str) -> bool:
        return text in self.catalogue.indicators or text.partition("/")[0] in self.catalogue.systems

    def _cell(self, row: int, column: int) -> Cell:
        cells = self.header.sheet.rows[row]
        return cells[column] if column < len(cells) else EMPTY

    def _refused(self, row: int, column: int, error: InputError) -> InputError:
        place = f"{self.header.file}, {self.header.sheet.place(row, column)}"
        return InputError(error.what, where=place, do=error.do)


def _by_normal(labels: dict[str, str]) -> dict[str, str]:
    return {normal(label): meaning for label, meaning in labels.items()}


def _is_area_code(text: str) -> bool:
    return text.isascii() and any(letter.isdigit() for letter in text) and text[:1].isalpha()


def _precision(indicator: Indicator | None, *, known: bool) -> Precision:
    """What is known of the certainty, where the table does not say it: as little as can be."""
    if indicator is not None and indicator.is_survey:
        return Precision.SURVEY_WITHOUT_MARGINS
    return Precision.COUNT if known else Precision.RATE_ONLY
