# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From a record of the picture to a chart: nothing is computed here, only placed and named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from baken.model.figure import Figure
from baken.model.number import format_number
from baken.model.observation import Observation
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.charts import (
    Bar,
    BarChart,
    Effort,
    LineChart,
    Mark,
    Point,
    RefLine,
    Series,
    Span,
)

NO_DATA = Text("geen gegevens", "no data")
_MISSING = {
    "not_measured": Text("niet gemeten", "not measured"),
    "suppressed": Text("afgeschermd", "suppressed"),
    "impossible": Text("bestaat niet", "cannot exist"),
    "too_small": Text("te klein", "too small"),
}
_PANDEMIC = Text("coronajaren", "pandemic years")
_TRUNCATED = Text("as begint niet bij 0", "axis does not start at 0")
_CHECKS = Text("Aantal controles", "Number of checks")


def missing_words(status: str, language: Language) -> str:
    """Why there is no value, in words."""
    return _MISSING.get(status, NO_DATA).in_(language)


def number(decimals: int, language: Language) -> Callable[[float], str]:
    """A function that prints a number in the notation of a language."""
    return partial(format_number, decimals=decimals, language=language)


def line_chart(
    record: IndicatorPicture, reference: Text, pandemic: tuple[int, ...], language: Language
) -> LineChart:
    """The series of an indicator with its band, breaks, marked years, reference and effort."""
    years = years_of(record.figures)
    decimals = record.indicator.decimals
    survey_mark = record.unit.highest is not None and record.unit.lowest == 1
    return LineChart(
        id=f"lijn-{record.indicator.id}-{record.area.code.lower()}",
        title=f"{record.indicator.name.in_(language)}, {record.area.name}",
        description=record.sentence.in_(language) if record.sentence else "",
        points=tuple(points_of(record.figures, years, language)),
        unit_label=record.unit.label.in_(language),
        label=record.area.name,
        reference=_reference(record, reference, years, language),
        effort=_effort(record.effort, years, language),
        breaks=tuple(marks_of(record, years, language)),
        shaded=tuple(spans_of(pandemic, years, language)),
        number_format=number(decimals, language),
        axis_format=number(0 if decimals == 0 else 1 if survey_mark else 0, language),
        zero_based=not survey_mark,
        truncated_text=_TRUNCATED.in_(language),
    )


def years_of(figures: Iterable[Figure]) -> range:
    """Every year from the first figure to the last."""
    found = [one.observation.period.year for one in figures]
    return range(min(found), max(found) + 1)


def points_of(figures: Iterable[Figure], years: range, language: Language) -> Iterable[Point]:
    """One point a year; a year for which nothing is held is a gap like any other missing value."""
    held = {one.observation.period.year: one for one in figures}
    for year in years:
        one = held.get(year)
        value = float(one.value) if one is not None and one.value is not None else None
        yield Point(
            label=str(year),
            position=float(year),
            value=value,
            lower=one.interval.lower if one and one.interval and value is not None else None,
            upper=one.interval.upper if one and one.interval and value is not None else None,
            text=None if value is not None else missing_words(one.status if one else "missing", language),
        )


def _reference(record: IndicatorPicture, name: Text, years: range, language: Language) -> Series | None:
    known = [
        one for one in record.reference if one.observation.period.year in years and one.value is not None
    ]
    if not known:
        return None
    points = tuple(points_of(known, years, language))
    return Series(label=name.in_(language), points=points)


def _effort(observations: tuple[Observation, ...], years: range, language: Language) -> Effort | None:
    if not observations:
        return None
    held = {one.period.year: float(one.value) for one in observations if one.value is not None}
    points = tuple(Point(label=str(year), position=float(year), value=held.get(year)) for year in years)
    return Effort(label=_CHECKS.in_(language), points=points, number_format=number(0, language))


def marks_of(record: IndicatorPicture, years: range, language: Language) -> Iterable[Mark]:
    """The series breaks within the years, without those that are only worth a note."""
    for one in record.breaks:
        position = _position(one.date)
        if years[0] < position < years[-1] and one.severity != "note":
            label = one.label.in_(language)
            yield Mark(position=position, label=label, stops_line=one.severity == "stop")


def _position(day: date) -> float:
    """Where a day lies when a year's figure stands in the middle of its year."""
    return round(day.year + (day.timetuple().tm_yday - 1) / 365 - 0.5, 3)


def spans_of(pandemic: tuple[int, ...], years: range, language: Language) -> Iterable[Span]:
    """The pandemic years within the years, as one shaded period."""
    inside = [year for year in pandemic if year in years]
    if inside:
        yield Span(start=min(inside), end=max(inside), label=_PANDEMIC.in_(language))


def bar_chart(
    record: IndicatorPicture,
    others: dict[str, Figure | None],
    names: dict[str, str],
    reference: tuple[str, float] | None,
    language: Language,
) -> BarChart:
    """One period of an indicator in several areas, highest first, the own area set apart."""
    period = record.latest.observation.period if record.latest else ""
    bars = [
        Bar(
            label=names[code],
            value=float(one.value) if one and one.value is not None else None,
            lower=one.interval.lower if one and one.interval else None,
            upper=one.interval.upper if one and one.interval else None,
            text=None if one and one.value is not None else NO_DATA.in_(language),
            emphasised=code == record.area.code,
        )
        for code, one in others.items()
    ]
    bars.sort(key=lambda bar: (bar.value is None, -(bar.value or 0), bar.label))
    return BarChart(
        id=f"staaf-{record.indicator.id}",
        title=f"{record.indicator.name.in_(language)}, {period}",
        description=record.sentence.in_(language) if record.sentence else "",
        bars=tuple(bars),
        number_format=number(record.indicator.decimals, language),
        unit_label=record.unit.label.in_(language),
        reference=RefLine(label=reference[0], value=reference[1]) if reference else None,
        axis_format=number(0, language),
    )


def peer_chart(safety: SafetyPicture, record: IndicatorPicture, language: Language) -> BarChart | None:
    """The newest period among the comparison group, or nothing where no other area has a figure."""
    material, latest = safety.material, record.latest
    if latest is None or record.rank is None or record.rank.compared < 2:
        return None
    others = safety.peer_figures(record.indicator.id, latest.observation.period)
    names = {code: material.register[code].name for code in others}
    found = record.comparison
    reference = (material.reference_name.in_(language), float(found.reference_value)) if found else None
    return bar_chart(record, others, names, reference, language)
