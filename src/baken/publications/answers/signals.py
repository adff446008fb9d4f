# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of signals: the board, and the series behind it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from baken.analysis.reasons import because
from baken.analysis.signals import QUARTER, Signal, SignalAnswer
from baken.analysis.signals_words import SURE, expected_decimals
from baken.model.text import Language, Text
from baken.publications.answers.speech import (
    AREA,
    NO_DATA,
    Speech,
    decimals_for_counts,
    figure,
    finite,
    spoken,
    with_columns,
    year_ticks,
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
_UNJUDGED = Text("In {last} kon geen enkele reeks worden beoordeeld", "In {last} no series could be judged")
_ONE_UNJUDGED = Text("{name}: {last} kon niet worden beoordeeld", "{name}: {last} could not be judged")
_ONE_LOOKED = Text(
    "{name}: meer geregistreerd in {last}; als je kijkt, zie je meer",
    "{name}: more registered in {last}; if you look, you see more",
)
_NOTHING_JUDGED = Text("Geen enkele periode kon worden beoordeeld.", "No period could be judged.")
_NO_ALARM = Text("Geen enkele beoordeelde periode is een signaal.", "No judged period is a signal.")
_ALARMS = Text("Signalen: {periods}.", "Signals: {periods}.")
_MEASURE = Text(
    "{series} reeksen, {periods} perioden beoordeeld, tot en met {last}",
    "{series} series, {periods} periods judged, up to {last}",
)
_PART = Text(
    "{judged} van de {series} reeksen beoordeeld, {periods} perioden, tot en met {last}",
    "{judged} of {series} series judged, {periods} periods, up to {last}",
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
_NOTES = Text(
    "Meer geregistreerd van wat de politie vindt als zij kijkt: geen signalen; als je kijkt, zie je meer",
    "More registered of what the police find by looking: no signals; if you look, you see more",
)
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
_BY_CHANCE = Text("Kans dat het toeval is", "Probability that it is chance")
_DOUBT = Text("past ook bij toeval", "fits chance as well")
_THEME, _KIND = Text("Thema", "Theme"), Text("Reeks", "Series")
_SIGNAL = Text("▲ signaal", "▲ signal")
_LOOKED = Text("meer geregistreerd; als je kijkt, zie je meer", "more registered; if you look, you see more")
_NOT = Text("geen signaal", "no signal")


def signal_report(answer: SignalAnswer, language: Language) -> Report:
    """What the page of signals says."""
    speech = Speech(language)
    single = len(answer.question.series.names) == 1
    drawing = _one(answer, speech) if single else _many(answer, speech)
    tables = () if single else _tables(answer, speech)
    return Report(
        title=_title(answer, speech),
        subtitle=_measure(answer, speech),
        drawings=(drawing,) if drawing else (),
        tables=tables,
        methods=(SIGNALS.in_(speech),),
        **spoken(answer.said, speech),
    )


def _last(answer: SignalAnswer) -> int:
    return min(QUARTER, len(answer.periods))


def _title(answer: SignalAnswer, speech: Speech) -> str:
    found = answer.of_last(QUARTER)
    number = len(found)
    if len(answer.question.series.names) == 1:
        return _title_of_one(answer, speech)
    if not number and not answer.judged_now:
        return speech(_UNJUDGED, last=speech.period(answer.periods[-1]))
    if number > 1 and answer.q is not None and not any(one.q < SURE for one in found):
        return speech(_UNSURE, number=number, periods=_last(answer))
    return speech(_TITLE[min(number, 2)], number=number, periods=_last(answer))


def _title_of_one(answer: SignalAnswer, speech: Speech) -> str:
    name, found, notes = _name(answer, 0, speech), answer.of_last(QUARTER), answer.notes_of_last(QUARTER)
    if found:
        return speech(_OF_ONE[1], name=name, last=speech.period(found[0].period))
    if not answer.judged_now:
        return speech(_ONE_UNJUDGED, name=name, last=speech.period(answer.periods[-1]))
    if notes:
        return speech(_ONE_LOOKED, name=name, last=speech.period(notes[0].period))
    return speech(_OF_ONE[0], name=name, periods=_last(answer))


def _measure(answer: SignalAnswer, speech: Speech) -> str:
    series, periods = answer.question.series, answer.periods
    last = speech.period(periods[-1]) if periods else ""
    if len(series.names) == 1:
        judged = int(answer.judged.sum())
        return speech(_ONE, name=_name(answer, 0, speech), periods=judged, last=last)
    if answer.judged_series < len(series.names):
        words = {"judged": answer.judged_series, "series": len(series.names), "periods": len(periods)}
        return speech(_PART, **words, last=last)
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
    looked = series.kinds[row] in series.found_by_looking
    points = []
    for n in range(_start(answer), len(series.periods)):
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
                alarm=judged and not looked and bool(result.alarm[row, column]) and count is not None,
                text=speech(NO_DATA) if count is None else None,
            )
        )
    return tuple(points)


def _start(answer: SignalAnswer) -> int:
    """The first period that is drawn."""
    return max(0, answer.result.first - _PAST_YEARS * (answer.question.series.per_year or 12))


def _ticks(answer: SignalAnswer) -> tuple[Tick, ...]:
    series, start = answer.question.series, _start(answer)
    if series.per_year <= 1:
        return tuple((float(n), series.periods[n]) for n in range(start, len(series.periods)))
    return year_ticks(series.periods, series.per_year, start)


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
    if names:
        return speech(_ALARMS, periods=", ".join(names))
    return speech(_NO_ALARM if answer.judged_series else _NOTHING_JUDGED)


def _decimals(answer: SignalAnswer, rows: Sequence[int]) -> int:
    return decimals_for_counts(n for row in rows for n in answer.question.series.counts[row].tolist())


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


def _expected(value: float, speech: Speech) -> str:
    return speech.number(value, expected_decimals(value))


def _figures(one: Signal, speech: Speech) -> tuple[Cell, ...]:
    period = speech.period(one.period)
    doubt = math.isfinite(one.q) and one.q > SURE
    return (
        Cell(period) if one.found_by_looking else Cell(f"▲ {period}", strong=True),
        figure(speech.number(one.observed, 0)),
        figure(_expected(one.expected, speech)),
        figure(_upper(one.upper, speech)),
        figure(speech.chance(one.p)),
        Cell(speech(_DOUBT)) if doubt else figure(speech.chance(one.q)),
    )


def _tables(answer: SignalAnswer, speech: Speech) -> tuple[Table, ...]:
    """The board, all signals, and apart from them what police found by looking."""
    found = answer.signals
    shown = len(found[:_MOST_ROWS])
    more = shown < len(found)
    caption = speech(_FIRST_OF, shown=shown, number=len(found)) if more else speech(_ALL)
    tables = (
        _board(answer, speech),
        _all(answer, found, caption, speech),
        _all(answer, answer.notes, speech(_NOTES), speech),
    )
    return tuple(one for one in tables if one)


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
    headers = tuple(speech(one) for one in (_THEME, AREA, _KIND, *_HEADERS[:-1], _BY_CHANCE))
    caption = speech(_BOARD, periods=_last(answer))
    return _filled(Table(caption, headers, rows, frozenset({4, 5, 6, 7, 8}))) if rows else None


def _filled(table: Table) -> Table:
    """The table without its last column if nothing stands in it."""
    end = len(table.headers) - 1
    filled = {row[end].text for row in table.rows} - {"", "–"}
    return table if filled else with_columns(table, range(end))


def _all(answer: SignalAnswer, found: Sequence[Signal], caption: str, speech: Speech) -> Table | None:
    if not found:
        return None
    shown = found[:_MOST_ROWS]
    rows = tuple((Cell(_name(answer, one.row, speech)), *_figures(one, speech)) for one in shown)
    headers = tuple(speech(one) for one in (_KIND, *_HEADERS[:-1], _BY_CHANCE))
    return _filled(Table(caption, headers, rows, frozenset({2, 3, 4, 5, 6})))


def _monitored(answer: SignalAnswer, speech: Speech) -> Table:
    """Every judged period of the one series, the newest first."""
    result = answer.result
    rows = [_period(answer, column, speech) for column in reversed(range(result.observed.shape[1]))]
    headers = tuple(speech(one) for one in _HEADERS)
    return Table(_name(answer, 0, speech), headers, tuple(rows), frozenset({1, 2, 3, 4}))


def _verdict(answer: SignalAnswer) -> Text:
    """What an alarm of the one series is called."""
    return _LOOKED if answer.notes else _SIGNAL


def _period(answer: SignalAnswer, column: int, speech: Speech) -> tuple[Cell, ...]:
    result = answer.result
    reason, alarm = int(result.reason[0, column]), bool(result.alarm[0, column])
    verdict = (
        Cell(speech(because(reason)), missing=True)
        if reason
        else Cell(speech(_verdict(answer) if alarm else _NOT), strong=alarm and not answer.notes)
    )
    p = float(result.p[0, column])
    return (
        Cell(speech.period(answer.periods[column])),
        figure(speech.number(float(result.observed[0, column]), 0)),
        figure(_expected(float(result.expected[0, column]), speech)),
        figure(_upper(float(result.upper[0, column]), speech)),
        figure(speech.chance(p)),
        verdict,
    )
