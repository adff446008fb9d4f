# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The districts at two moments as a drawing with its table: from what the picture says, and nothing else."""

from __future__ import annotations

from baken.model.figure import Change, Figure, NotJudged
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.picture.slopes import AreaChange, district_changes
from baken.publications.book.words import sign
from baken.publications.charts import Moment, Slope, SlopeChart, SlopeRow, SlopeWords
from baken.publications.drawing import missing_words, number
from baken.publications.report_model import Cell, Drawing, Table

_TITLE = Text("{name} per stadsdeel, {start} en {end}", "{name} by district, {start} and {end}")
_READ = Text(
    "dikke lijn: het verschil is meer dan toeval; dunne lijn: ongeveer gelijk",
    "thick line: the difference is more than chance; thin line: about the same",
)
_CHANGED = Text("meer dan toeval", "more than chance")
_SAME, _OPEN = Text("ongeveer gelijk", "about the same"), Text("niet beoordeeld", "not judged")
_NO_FIGURE = Text("{why} ({period})", "{why} ({period})")
_AREA, _CHANGE = Text("Gebied", "Area"), Text("Verandering", "Change")


def slope_drawing(safety: SafetyPicture, record: IndicatorPicture, language: Language) -> Drawing | None:
    """The change of an indicator in each district, beside that of the municipality."""
    found = district_changes(safety, record)
    if record.change is None or not found:
        return None
    main = record.change
    whole = AreaChange(area=record.area, start=record.at(main.start), end=record.at(main.end), change=main)
    rows = (whole, *found)
    name = record.indicator.name.in_(language)
    title = _TITLE.in_(language).format(name=name, start=main.start, end=main.end)
    unit = record.unit.label.in_(language)
    chart = SlopeChart(
        id=f"helling-{record.indicator.id}",
        title=title,
        description=f"{title}, {unit}: {'; '.join(_told(one, record, language) for one in rows)}.",
        moments=(str(main.start), str(main.end)),
        rows=tuple(_row(one, record, language) for one in rows),
        number_format=number(record.indicator.decimals, language),
        unit_label=unit,
        words=SlopeWords(
            _CHANGED.in_(language), _SAME.in_(language), _OPEN.in_(language), own=record.area.name
        ),
    )
    return Drawing(chart, f"{unit}; {_READ.in_(language)}", _table(title, rows, record, language))


def _row(one: AreaChange, record: IndicatorPicture, language: Language) -> SlopeRow:
    slope = _slope(one.change)
    if one.change is None:
        said = _why(one, record, language)
    else:
        said = sign(one.change, record.tone, language) if slope is Slope.CHANGED else ""
    return SlopeRow(
        label=one.area.name,
        start=_moment(one.start),
        end=_moment(one.end),
        slope=slope,
        said=said.partition(" (")[0] if one.change else said,
        emphasised=one.area.code == record.area.code,
    )


def _slope(change: Change | None) -> Slope:
    if change is None:
        return Slope.OPEN
    if change.supported_direction is not None:
        return Slope.CHANGED
    return Slope.SAME if change.reason is NotJudged.INSIDE_INTERVAL else Slope.OPEN


def _moment(figure: Figure | None) -> Moment:
    if figure is None or figure.value is None:
        return Moment(None)
    margin = figure.interval
    value = float(figure.value)
    return Moment(value, margin.lower, margin.upper) if margin else Moment(value)


def _why(one: AreaChange, record: IndicatorPicture, language: Language) -> str:
    """Why there is no line: the first of the two figures that is missing."""
    change = record.change
    periods = (change.start, change.end) if change else ()
    for figure, period in zip((one.start, one.end), periods, strict=False):
        if figure is None or figure.value is None:
            why = missing_words(figure.status if figure else "missing", language)
            return _NO_FIGURE.in_(language).format(why=why, period=period)
    return ""


def _told(one: AreaChange, record: IndicatorPicture, language: Language) -> str:
    if one.change is None:
        return f"{one.area.name} {_why(one, record, language)}"
    before, after = (_printed(figure, record, language) for figure in (one.start, one.end))
    return f"{one.area.name} {before} → {after}, {_direction(one.change, language)}"


def _direction(change: Change, language: Language) -> str:
    if change.supported_direction is None:
        return (_SAME if change.reason is NotJudged.INSIDE_INTERVAL else _OPEN).in_(language)
    return _HIGHER_OR_LOWER[change.supported_direction.value].in_(language)


_HIGHER_OR_LOWER = {"up": Text("hoger", "higher"), "down": Text("lager", "lower")}


def _printed(figure: Figure | None, record: IndicatorPicture, language: Language) -> str:
    if figure is None or figure.value is None:
        return missing_words(figure.status if figure else "missing", language)
    return format_number(figure.value, record.indicator.decimals, language)


def _table(title: str, rows: tuple[AreaChange, ...], record: IndicatorPicture, language: Language) -> Table:
    change = record.change
    periods = (str(change.start), str(change.end)) if change else ("", "")
    return Table(
        caption=title,
        headers=(_AREA.in_(language), *periods, _CHANGE.in_(language)),
        rows=tuple(
            (
                Cell(one.area.name, strong=one.area.code == record.area.code),
                *(_cell(figure, record, language) for figure in (one.start, one.end)),
                Cell(sign(one.change, record.tone, language) if one.change else ""),
            )
            for one in rows
        ),
        numeric=frozenset({1, 2}),
    )


def _cell(figure: Figure | None, record: IndicatorPicture, language: Language) -> Cell:
    missing = figure is None or figure.value is None
    return Cell(_printed(figure, record, language), numeric=not missing, missing=missing)
