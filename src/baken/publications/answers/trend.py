# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a trend."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from baken.analysis.periods import year_of
from baken.analysis.reasons import because
from baken.analysis.trend import Part, TrendAnswer
from baken.analysis.trend_words import name_of, step_of
from baken.methods.reason import Reason
from baken.model.text import Language, Text
from baken.publications.answers.speech import (
    COUNT,
    MARGIN,
    NO_DATA,
    Speech,
    figure,
    finite,
    spoken,
    year_ticks,
)
from baken.publications.answers.told import TREND
from baken.publications.answers.trendline import bare, model, pieces
from baken.publications.charts import (
    Mark,
    RankChart,
    RankRow,
    RankWords,
    RefLine,
    Span,
    TrendChart,
    TrendPoint,
    TrendWords,
)
from baken.publications.report_model import Cell, Drawing, Report, Table

_TITLES = {
    "up": Text("{name}: stijging van {percent} % per {step}", "{name}: a rise of {percent} % per {step}"),
    "down": Text("{name}: daling van {percent} % per {step}", "{name}: a fall of {percent} % per {step}"),
    None: Text("{name}: geen verandering die groter is dan toeval", "{name}: no change beyond chance"),
}
_OVER_ALL = Text("{title}, gemiddeld over alle jaren", "{title}, on average over all years")
_LOOKED = {
    "up": Text(
        "{name}: {percent} % meer geregistreerd per {step}", "{name}: {percent} % more registered each {step}"
    ),
    "down": Text(
        "{name}: {percent} % minder geregistreerd per {step}",
        "{name}: {percent} % less registered each {step}",
    ),
}
_UNKNOWN = Text("{name}: trend niet te beoordelen", "{name}: the trend cannot be judged")
_MEASURE = {
    1: Text("aantal per jaar", "count per year"),
    4: Text("aantal per kwartaal", "count per quarter"),
    12: Text("aantal per maand", "count per month"),
    52: Text("aantal per week", "count per week"),
    0: Text("aantal per periode", "count per period"),
}
_PANDEMIC = Text("coronajaren", "pandemic years")
_JUMP = Text("{period}: {percent} %", "{period}: {percent} %")
_NO_JUMP = Text("{period}: niet aantoonbaar anders", "{period}: no shown difference")
_PERHAPS = Text("mogelijk {label}", "perhaps {label}")
_CHART = Text("{name} sinds {first}", "{name} since {first}")
_PARTS = Text("Per onderdeel", "By part")
_PART = Text("Onderdeel", "Part")
_PER_STEP = Text("verandering in % per {step}, met een marge die voor alle onderdelen samen geldt",
                 "change in % per {step}, with a margin that holds for all parts at once")  # fmt: skip
_CHANGE = Text("Verandering per {step}", "Change per {step}")
_NO_CHANGE = Text("geen verandering", "no change")
_OF_THE_LINE = Text("trend", "trend")
_WITH_SEASON = Text("model met seizoen", "model with season")
_PERIOD = Text("Periode", "Period")
_REMARK = Text("Bijzonderheid", "Remark")
_OUTLIER = Text("uitschieter", "outlier")
_BAND = Text("95%-marge van het model", "95 % margin of the model")
_SEASONLESS = Text("trend, zonder seizoen", "trend, season left out")


def trend_report(answer: TrendAnswer, language: Language) -> Report:
    """What the page of a trend says."""
    speech = Speech(language)
    series = answer.question.series
    measure = f"{speech(_MEASURE.get(series.per_year, _MEASURE[0]))}, {_between(answer, speech)}"
    title = _title(answer, speech)
    chart = _chart(answer, speech)
    drawings = [Drawing(chart, measure, _table(answer, speech))]
    parts = [one for one in answer.parts if one.reason is Reason.JUDGED and math.isfinite(one.per_year.upper)]
    if len(parts) > 1:
        drawings.append(_parts(answer, parts, speech))
    return Report(
        title=title,
        subtitle=measure,
        drawings=tuple(drawings),
        methods=(TREND.in_(speech),),
        **spoken(answer.said, speech),
    )


def _between(answer: TrendAnswer, speech: Speech) -> str:
    return f"{speech.period(answer.periods[0])} – {speech.period(answer.periods[-1])}"


def _title(answer: TrendAnswer, speech: Speech) -> str:
    full, name = answer.full, name_of(answer)
    if full.reason is not Reason.JUDGED:
        return speech(_UNKNOWN, name=name)
    looked = _LOOKED.get(full.direction or "") if answer.question.found_by_looking else None
    percent = speech.number(abs(full.per_year.percent), 1)
    title = speech(looked or _TITLES[full.direction], name=name, percent=percent, step=step_of(answer))
    return speech(_OVER_ALL, title=title) if answer.both_ways and full.direction else title


def _chart(answer: TrendAnswer, speech: Speech) -> TrendChart:
    question, series, full = answer.question, answer.question.series, answer.full
    line = bare(answer)
    seasonal = line is not None and len(full.season) > 0
    plain = [(value, math.nan, math.nan) for value in line] if seasonal and line else model(answer)
    decimals = 0 if all(n == int(n) for n in series.counts[0].tolist() if math.isfinite(n)) else 1
    stops = [place for place, one in question.breaks.items() if one is not None and one.severity == "stop"]
    return TrendChart(
        id="trend",
        title=speech(_CHART, name=name_of(answer), first=speech.period(answer.periods[0])),
        description=speech(answer.said.sentences[0]) if answer.said.sentences else "",
        points=tuple(_points(answer, speech)),
        fitted=tuple(pieces(answer, plain)),
        season=tuple(pieces(answer, model(answer))) if seasonal else (),
        unit_label=speech(_MEASURE.get(series.per_year, _MEASURE[0])),
        number_format=speech.form(decimals),
        axis_format=speech.form(0),
        changes=tuple(_changes(answer, speech)),
        shifts=tuple(_shifts(answer, speech)),
        breaks=tuple(Mark(float(place), _label(answer, place, speech)) for place in stops),
        shaded=tuple(_pandemic(answer, speech)),
        ticks=year_ticks(series.periods, series.per_year),
        words=_words(speech, parted=seasonal, season=len(full.season) > 0),
    )


def _words(speech: Speech, *, parted: bool, season: bool) -> TrendWords:
    """The words of the key; ``parted``: the line is drawn without the ``season`` beside the model with it."""
    return TrendWords(
        observed=speech(Text("geteld", "counted")),
        excluded=speech(Text("niet meegerekend", "not included")),
        outlier=speech(_OUTLIER),
        fitted=speech(_SEASONLESS if parted else _WITH_SEASON if season else _OF_THE_LINE),
        model=speech(_WITH_SEASON),
        band=speech(_BAND if season else MARGIN),
        change=speech(Text("knik in de trend", "bend in the trend")),
        shift=speech(Text("sprong bij een trendbreuk", "jump at a break")),
        missing=speech(NO_DATA),
    )


def _points(answer: TrendAnswer, speech: Speech) -> Iterable[TrendPoint]:
    full = answer.full
    judged = full.reason is Reason.JUDGED
    columns = zip(
        answer.periods,
        answer.question.series.counts[0].tolist(),
        full.outlier.tolist(),
        full.used.tolist(),
        strict=True,
    )
    for n, (period, count, outlier, used) in enumerate(columns):
        value = finite(count)
        yield TrendPoint(
            label=speech.period(period),
            position=float(n),
            value=value,
            text=speech(NO_DATA) if value is None else None,
            excluded=judged and not used and value is not None,
            outlier=outlier and value is not None,
        )


def _changes(answer: TrendAnswer, speech: Speech) -> Iterable[Mark]:
    for n, one in enumerate(answer.points.points):
        at, low, high = (speech.period(answer.periods[m]) for m in (one.place, one.lower, one.upper))
        label = f"{at} ({low} – {high})"
        yield Mark(float(one.place), label if answer.is_sure(n) else speech(_PERHAPS, label=label))


def _shifts(answer: TrendAnswer, speech: Speech) -> Iterable[Mark]:
    for one in answer.full.shifts:
        if math.isfinite(one.ratio):
            percent = speech.number(100 * (one.ratio - 1), 0, signed=True)
            words = _NO_JUMP if one.lower <= 1 <= one.upper else _JUMP
            label = speech(words, period=_label(answer, one.place, speech), percent=percent)
            # Between the last period of the old level and the first of the new one.
            yield Mark(one.place - 0.5, label)


def _label(answer: TrendAnswer, place: int, speech: Speech) -> str:
    known = answer.question.breaks.get(place)
    return known.label.in_(speech.language) if known else speech.period(answer.periods[place])


def _pandemic(answer: TrendAnswer, speech: Speech) -> Iterable[Span]:
    inside = [n for n, period in enumerate(answer.periods) if year_of(period) in answer.question.pandemic]
    if inside:
        yield Span(float(inside[0]), float(inside[-1]), speech(_PANDEMIC))


def _table(answer: TrendAnswer, speech: Speech) -> Table:
    full = answer.full
    rows = zip(
        answer.periods,
        answer.question.series.counts[0].tolist(),
        model(answer),
        full.outlier.tolist(),
        strict=True,
    )
    headers = [_PERIOD, COUNT, Text("Model", "Model"), MARGIN]
    remarks = bool(full.outlier.any())
    headers += [_REMARK] if remarks else []
    return Table(
        caption=speech(_CHART, name=name_of(answer), first=speech.period(answer.periods[0])),
        headers=tuple(speech(one) for one in headers),
        rows=tuple(
            (
                Cell(speech.period(period)),
                figure(speech.number(count, 0))
                if math.isfinite(count)
                else Cell(speech(NO_DATA), missing=True),
                figure(speech.number(fitted, 1)),
                figure(speech.span(low, high, 1)),
                *((Cell(speech(_OUTLIER) if outlier else ""),) if remarks else ()),
            )
            for period, count, (fitted, low, high), outlier in reversed(list(rows))
        ),
        numeric=frozenset({1, 2, 3}),
    )


def _parts(answer: TrendAnswer, parts: Sequence[Part], speech: Speech) -> Drawing:
    measure = speech(_PER_STEP, step=step_of(answer))
    rows = [
        RankRow(speech(one.name), one.per_year.percent, one.per_year.lower, one.per_year.upper)
        for one in parts
    ]
    chart = RankChart(
        id="parts",
        title=speech(_PARTS),
        description="",
        rows=tuple(rows),
        number_format=lambda value: speech.number(value, 1, signed=True) if value else "",
        axis_format=lambda value: speech.number(value, 0, signed=True),
        unit_label=measure,
        reference=RefLine(speech(_NO_CHANGE), 0.0),
        words=RankWords(speech(MARGIN), speech(Text("marge zonder nul", "margin without zero"))),
    )
    return Drawing(chart, measure, _parts_table(answer, speech))


def _parts_table(answer: TrendAnswer, speech: Speech) -> Table:
    headers = (speech(_PART), speech(_CHANGE, step=step_of(answer)), speech(MARGIN))
    rows = []
    for one in answer.parts:
        change = one.per_year
        if one.reason is not Reason.JUDGED:
            why = speech(because(one.reason))
            rows.append((Cell(speech(one.name)), Cell(why, missing=True), figure("–")))
            continue
        margin = f"{speech.span(change.lower, change.upper, 1, signed=True)} %"
        percent = f"{speech.number(change.percent, 1, signed=True)} %"
        rows.append((Cell(speech(one.name)), figure(percent), figure(margin)))
    return Table(speech(_PARTS), headers, tuple(rows), frozenset({1, 2}))
