# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A council document as a source: its printed tables as observations, by the labels of the catalogue.

Which row is which indicator is data: the label in the catalogue is the label that documents print. A row
with a label that the catalogue does not know is named, and its figures are not taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baken.catalogue.catalogue import Catalogue
from baken.catalogue.files import read_bytes, where
from baken.documents import FigureRow, read_figure_tables
from baken.model.errors import InputError
from baken.model.indicator import Indicator
from baken.model.number import parse_number
from baken.model.observation import Observation, Precision, Presence
from baken.model.period import Period
from baken.sources.figure_checks import check_figure, check_over

NOT_MEASURED = "GM"
"""What a cell says where nothing was measured (*niet gemeten*). It is not zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilFigures:
    """What a document gives: observations, and the labels of rows that the catalogue does not know."""

    observations: tuple[Observation, ...]
    unknown: tuple[str, ...] = ()


def read_council_document(
    document: Path | bytes, catalogue: Catalogue, area: str, on: date, snapshot: str = ""
) -> CouncilFigures:
    """Read every table of figures in the plain text of a council document.

    Args:
        document: the text, or the file that it stands in (UTF-8).
        catalogue: the definitions; a row belongs to the indicator whose Dutch label it bears.
        area: the code of the municipality that the document is about.
        on: the day of the document; a period that is not over by then is refused.
        snapshot: id of the snapshot that the observations will belong to.

    Raises:
        InputError: the text cannot be read, a cell cannot be true, or no row is known; names the line.

    """
    place = where(document) if isinstance(document, Path) else "the document"
    by_label = {_plain(one[-1].label.nl): name for name, one in catalogue.indicators.items()}
    found: dict[tuple[str, str, Period], Observation] = {}
    unknown: list[str] = []
    for table in read_figure_tables(_text(document, place), marks=(NOT_MEASURED,)):
        for row in table.rows:
            name = by_label.get(_plain(row.label))
            if name is None:
                unknown.append(row.label)
                continue
            for one in _row(row, table.columns, name, (catalogue, area, on, snapshot), place):
                if one.key in found:
                    raise InputError(f"{name} {one.period} stands here twice.", where=_line(row, place))
                found[one.key] = one
    if not found:
        named = f" (rows: {'; '.join(unknown)})" if unknown else ""
        raise InputError(
            f"no table in it has a row that the catalogue knows{named}.",
            where=place,
            do="The label of a row must be that of an indicator.",
        )
    return CouncilFigures(observations=tuple(found.values()), unknown=tuple(unknown))


def _row(
    row: FigureRow, columns: tuple[str, ...], name: str, about: tuple[Catalogue, str, date, str], place: str
) -> Iterator[Observation]:
    catalogue, area, on, snapshot = about
    for year, cell in zip(columns, row.cells, strict=True):
        try:
            indicator = catalogue.indicator(name, Period.parse(year).end)
            one = _observation(indicator, area, year, cell, snapshot)
            check_over(one, on)
            check_figure(one, catalogue.unit_of(indicator), indicator)
        except ValueError as error:
            raise InputError(f"{name} {year}: {error}.", where=_line(row, place)) from error
        except InputError as error:
            raise InputError(f"{year}: {error.what}", where=_line(row, place), do=error.do) from error
        yield one


def _observation(indicator: Indicator, area: str, year: str, cell: str, snapshot: str) -> Observation:
    measured = cell != NOT_MEASURED
    return Observation(
        indicator=indicator.id,
        area=area,
        period=Period.parse(year, wave=indicator.is_survey),
        presence=Presence.VALUE if measured else Presence.NOT_MEASURED,
        precision=Precision.SURVEY_WITHOUT_MARGINS if indicator.is_survey else Precision.RATE_ONLY,
        value=parse_number(cell, "nl") if measured else None,
        unit=indicator.unit,
        literal=cell,
        snapshot=snapshot,
    )


def _text(document: Path | bytes, place: str) -> str:
    data = read_bytes(document) if isinstance(document, Path) else document
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("the document is not UTF-8 text.", where=place, do="Save it as UTF-8.") from error


def _plain(label: str) -> str:
    """A label without capitals, double spaces and the full stop that a document may put behind it."""
    return " ".join(label.split()).rstrip(".").casefold()


def _line(row: FigureRow, place: str) -> str:
    return f"{place}, line {row.lines[0]}"
