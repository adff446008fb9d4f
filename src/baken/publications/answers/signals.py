# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of signals: the board, and the series behind it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from baken.analysis.reasons import because
from baken.analysis.signals import QUARTER, Signal, SignalAnswer
from baken.model.text import Language, Text
from baken.publications.answers.speech import (
    AREA,
    NO_DATA,
    Speech,
    caveats_of,
    decimals_for,
    figure,
    finite,
    sentences_of,
    sources_of,
)
from baken.publications.answers.told import SIGNALS
from baken.publications.charts import (
    Chart,
    Mark,
    SignalChart,
    SignalPanel,
    SignalPanels,
    SignalPoint,
    SignalWords,
)
from baken.publications.charts.signalmodel import Tick
from baken.publications.report_model import Cell, Drawing, Report, Table

_MOST_PANELS = 12
_MOST_ROWS = 60
_PAST_YEARS = 3
# Up to this false discovery rate a signal is called so without a word of doubt in the heading.
_SURE = 0.2
_TITLE = {
    0: Text("Geen signalen in de laatste {periods} perioden", "No signals in the last {periods} periods"),
    1: Text("Eén signaal in de laatste {periods} perioden", "One signal in the last {periods} periods"),
    2: Text(
        "{number} signalen in de laatste {periods} perioden", "{number} signals in the last {periods} periods"
    ),
}
_UNSURE = Text(
    "{number} signalen in de laatste {periods} perioden, die toeval kunnen zijn",
    "{number} signals in the last {periods} periods, which may be chance",
)
_OF_ONE = {
    0: Text(
        "{name}: geen signaal in de laatste {periods} perioden",
        "{name}: no signal in the last {periods} periods",
    ),
    1: Text("{name}: een signaal in {last}", "{name}: a signal in {last}"),
}
_NO_ALARM = Text("Geen enkele beoordeelde periode is een signaal.", "No judged period is a signal.")
_ALARMS = Text("Signalen: {periods}.", "Signals: {periods}.")
_MEASURE = Text(
    "{series} reeksen, {periods} perioden beoordeeld, tot en met {last}",
    "{series} series, {periods} periods judged, up to {last}",
)
_ONE = Text(
    "{name}, {periods} perioden beoordeeld, tot en met {last}",
    "{name}, {periods} periods judged, up to {last}",
)
_BOARD = Text(
    "Signalen van de laatste {periods} perioden, per thema en gebied",
    "Signals of the last {periods} periods, by theme and area",
)
_ALL = Text("Alle signalen, de nieuwste eerst", "All signals, the newest first")
_FIRST_OF = Text("De nieuwste {shown} van {number} signalen", "The newest {shown} of {number} signals")
_SERIES = Text(
    "Reeksen met een signaal in de laatste {periods} perioden",
    "Series with a signal in the last {periods} periods",
)
_COUNTS = Text("aantal per periode", "count per period")
_OWN_AXES = Text(
    "aantal per periode; elke grafiek heeft een eigen as",
    "count per period; each chart has an axis of its own",
)
_HEADERS = (
    Text("Periode", "Period"), Text("Geteld", "Counted"), Text("Verwacht", "Expected"),
    Text("Bovengrens", "Upper limit"), Text("p", "p"), Text("Oordeel", "Judgement"),
)  # fmt: skip
_FALSE = Text("Kans op vals alarm", "Chance of a false alarm")
_THEME, _KIND = Text("Thema", "Theme"), Text("Reeks", "Series")
_SIGNAL = Text("▲ signaal", "▲ signal")
_REMARK = Text("Bijzonderheid", "Remark")
_LOOKED = Text("als je kijkt, zie je meer", "if you look, you see more")
_NOT = Text("geen signaal", "no signal")


def signal_report(answer: SignalAnswer, language: Language) -> Report:
    """What the page of signals says."""
    speech, said = Speech(language), answer.said
    single = len(answer.question.series.names) == 1
    drawing = _one(answer, speech) if single else _many(answer, speech)
    tables = () if single else tuple(one for one in (_board(answer, speech), _all(answer, speech)) if one)
    return Report(
        language=language,
        title=_title(answer, speech),
        subtitle=_measure(answer, speech),
        answer=sentences_of(said, speech),
        drawings=(drawing,) if drawing else (),
        tables=tables,
        caveats=caveats_of(said, speech),
        methods=(SIGNALS.in_(speech),),
        sources=sources_of(said, speech),
    )


def _last(answer: SignalAnswer) -> int:
    return min(QUARTER, len(answer.periods))


def _title(answer: SignalAnswer, speech: Speech) -> str:
    found = answer.of_last(QUARTER)
    number = len(found)
    if len(answer.question.series.names) == 1:
        last = speech.period(found[0].period) if found else ""
        return speech(
            _OF_ONE[min(number, 1)], name=_name(answer, 0, speech), periods=_last(answer), last=last
        )
    if number > 1 and answer.q is not None and not any(one.q < _SURE for one in found):
        return speech(_UNSURE, number=number, periods=_last(answer))
    return speech(_TITLE[min(number, 2)], number=number, periods=_last(answer))


def _measure(answer: SignalAnswer, speech: Speech) -> str:
    series, periods = answer.question.series, answer.periods
    last = speech.period(periods[-1]) if periods else ""
    if len(series.names) == 1:
        return speech(_ONE, name=_name(answer, 0, speech), periods=len(periods), last=last)
    return speech(_MEASURE, series=len(series.names), periods=len(periods), last=last)


def _name(answer: SignalAnswer, row: int, speech: Speech) -> str:
    """The name of a series: its kind and its area where they are known, else its own."""
    series = answer.question.series
    known = [code for code in (series.kinds[row], series.areas[row]) if code in series.labels]
    return ", ".join(speech(answer.label(code)) for code in known) or series.names[row]


def _words(speech: Speech) -> SignalWords:
    return SignalWords(
        alarm=speech(Text("signaal", "signal")),
        observed=speech(Text("geteld", "counted")),
        past=speech(Text("geteld, niet beoordeeld", "counted, not judged")),
        expected=speech(Text("verwacht", "expected")),
        upper=speech(Text("bovengrens", "upper limit")),
        missing=speech(NO_DATA),
    )


def _points(answer: SignalAnswer, row: int, speech: Speech) -> tuple[SignalPoint, ...]:
    """The monitored periods of a series, and some years before them."""
    series, result = answer.question.series, answer.result
    start = max(0, result.first - _PAST_YEARS * (series.per_year or 12))
    points = []
    for n in range(start, len(series.periods)):
        column = n - result.first
        count = finite(float(series.counts[row, n]))
        judged = column >= 0 and not result.reason[row, column]
        points.append(
            SignalPoint(
                label=speech.period(series.periods[n]),
                position=float(n),
                observed=count,
                expected=finite(float(result.expected[row, column])) if judged else None,
                upper=finite(float(result.upper[row, column])) if judged else None,
                alarm=column >= 0 and bool(result.alarm[row, column]) and count is not None,
                text=speech(NO_DATA) if count is None else None,
            )
        )
    return tuple(points)


def _ticks(answer: SignalAnswer) -> tuple[Tick, ...]:
    series = answer.question.series
    start = max(0, answer.result.first - _PAST_YEARS * (series.per_year or 12))
    if not series.per_year:
        return tuple((float(n), series.periods[n]) for n in range(start, len(series.periods)))
    years = [(n, series.periods[n][:4]) for n in range(start, len(series.periods))]
    return tuple((float(n), year) for n, year in years if n == start or year != series.periods[n - 1][:4])


def _breaks(answer: SignalAnswer, rows: Sequence[int], speech: Speech) -> tuple[Mark, ...]:
    series = answer.question.series
    places = {place for row in rows for place in series.breaks.get(series.kinds[row], ())}
    return tuple(
        Mark(float(place), speech.period(series.periods[place]))
        for place in sorted(places)
        if place < len(series.periods)
    )


def _one(answer: SignalAnswer, speech: Speech) -> Drawing:
    chart = SignalChart(
        id="signals",
        title=_name(answer, 0, speech),
        description=_summary(answer, speech),
        points=_points(answer, 0, speech),
        unit_label=speech(_COUNTS),
        number_format=speech.form(_decimals(answer, [0])),
        ticks=_ticks(answer),
        breaks=_breaks(answer, [0], speech),
        words=_words(speech),
    )
    return Drawing(chart, speech(_COUNTS), _monitored(answer, speech))


def _summary(answer: SignalAnswer, speech: Speech) -> str:
    names = [speech.period(one.period) for one in reversed(answer.signals)]
    return speech(_ALARMS, periods=", ".join(names)) if names else speech(_NO_ALARM)


def _decimals(answer: SignalAnswer, rows: Sequence[int]) -> int:
    values = [n for row in rows for n in answer.question.series.counts[row].tolist() if math.isfinite(n)]
    return 0 if all(one == int(one) for one in values) else decimals_for(values)


def _many(answer: SignalAnswer, speech: Speech) -> Drawing | None:
    found = answer.of_last(QUARTER)
    rows = list(dict.fromkeys(one.row for one in found))[:_MOST_PANELS]
    if not rows:
        return None
    newest = {one.row: one for one in reversed(found)}
    panels = tuple(
        SignalPanel(_name(answer, row, speech), _points(answer, row, speech), _note(newest[row], speech))
        for row in rows
    )
    shared = {_breaks(answer, [row], speech) for row in rows}
    chart: Chart = SignalPanels(
        id="signals",
        title=speech(_SERIES, periods=_last(answer)),
        description="",
        panels=panels,
        unit_label=speech(_OWN_AXES),
        number_format=speech.form(0),
        ticks=_ticks(answer),
        breaks=next(iter(shared)) if len(shared) == 1 else (),
        words=_words(speech),
    )
    return Drawing(chart, _measure(answer, speech), None)


def _note(one: Signal, speech: Speech) -> str:
    return f"▲ {speech.period(one.period)}: {speech.number(one.observed, 0)}"


def _upper(value: float, speech: Speech) -> str:
    """The upper limit: a whole number where the method gives the highest count that is no signal."""
    return speech.number(value, 0 if math.isfinite(value) and value == int(value) else 1)


def _figures(one: Signal, speech: Speech) -> tuple[Cell, ...]:
    return (
        Cell(f"▲ {speech.period(one.period)}", strong=True),
        figure(speech.number(one.observed, 0)),
        figure(speech.number(one.expected, 1)),
        figure(_upper(one.upper, speech)),
        figure(speech.chance(one.p)),
        figure(speech.chance(one.q)),
        Cell(speech(_LOOKED) if one.found_by_looking else ""),
    )


def _board(answer: SignalAnswer, speech: Speech) -> Table | None:
    """The signals of the last quarter by theme and area, where series have both."""
    if not answer.question.themes:
        return None
    rows = tuple(
        (
            Cell(speech(theme)),
            Cell(speech(area)),
            Cell(speech(answer.label(one.kind))),
            *_figures(one, speech),
        )
        for theme, area, found in answer.board()
        for one in found
    )
    headers = tuple(speech(one) for one in (_THEME, AREA, _KIND, *_HEADERS[:-1], _FALSE, _REMARK))
    caption = speech(_BOARD, periods=_last(answer))
    return _filled(Table(caption, headers, rows, frozenset({4, 5, 6, 7, 8}))) if rows else None


def _filled(table: Table) -> Table:
    """The table without the columns at its end in which nothing stands."""
    empty = {"", "–"}
    ends = (len(table.headers) - 2, len(table.headers) - 1)
    kept = [
        n for n in range(len(table.headers)) if n not in ends or {row[n].text for row in table.rows} - empty
    ]
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    numeric = frozenset(place for place, n in enumerate(kept) if n in table.numeric)
    return Table(table.caption, tuple(table.headers[n] for n in kept), rows, numeric)


def _all(answer: SignalAnswer, speech: Speech) -> Table | None:
    found = answer.signals
    if not found:
        return None
    shown = found[:_MOST_ROWS]
    more = len(found) > len(shown)
    caption = speech(_FIRST_OF, shown=len(shown), number=len(found)) if more else speech(_ALL)
    rows = tuple((Cell(_name(answer, one.row, speech)), *_figures(one, speech)) for one in shown)
    headers = tuple(speech(one) for one in (_KIND, *_HEADERS[:-1], _FALSE, _REMARK))
    return _filled(Table(caption, headers, rows, frozenset({2, 3, 4, 5, 6})))


def _monitored(answer: SignalAnswer, speech: Speech) -> Table:
    """Every judged period of the one series, the newest first."""
    result = answer.result
    rows = [_period(answer, column, speech) for column in reversed(range(result.observed.shape[1]))]
    headers = tuple(speech(one) for one in _HEADERS)
    return Table(_name(answer, 0, speech), headers, tuple(rows), frozenset({1, 2, 3, 4}))


def _period(answer: SignalAnswer, column: int, speech: Speech) -> tuple[Cell, ...]:
    result = answer.result
    reason, alarm = int(result.reason[0, column]), bool(result.alarm[0, column])
    verdict = (
        Cell(speech(because(reason)), missing=True)
        if reason
        else Cell(speech(_SIGNAL if alarm else _NOT), strong=alarm)
    )
    p = float(result.p[0, column])
    return (
        Cell(speech.period(answer.periods[column])),
        figure(speech.number(float(result.observed[0, column]), 0)),
        figure(speech.number(float(result.expected[0, column]), 1)),
        figure(_upper(float(result.upper[0, column]), speech)),
        figure(speech.chance(p)),
        verdict,
    )
