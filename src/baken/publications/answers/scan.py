# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a scan for clusters."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from baken.analysis.reasons import not_judged
from baken.analysis.scan import ScanAnswer
from baken.methods.reason import Reason
from baken.model.text import Language, Text
from baken.publications.answers.places import borders_of, drawable, shapes_of
from baken.publications.answers.speech import (
    NO_DATA,
    Speech,
    figure,
    finite,
    spoken,
    with_columns,
    year_ticks,
)
from baken.publications.answers.told import SCAN
from baken.publications.charts import ClassMap, MapClass, SignalChart, SignalPoint, SignalWords, Span
from baken.publications.charts.patterns import CLUSTERS
from baken.publications.report_model import Cell, Drawing, Report, Table

if TYPE_CHECKING:
    from baken.analysis.scan import Cluster

_NAMED = 6
_SOME = {
    True: Text("{name}: één cluster, {cases} gevallen waar er {expected} te verwachten waren",
               "{name}: one cluster, {cases} cases where {expected} were expected"),
    False: Text("{name}: {number} clusters, het sterkste met {cases} gevallen waar er {expected} te "
                "verwachten waren",
                "{name}: {number} clusters, the strongest with {cases} cases where {expected} were expected"),
}  # fmt: skip
_SPREAD = Text("{title}; kan gewone spreiding zijn", "{title}; may be ordinary spread")
_NONE = Text(
    "{name}: geen groep gebieden heeft meer dan toeval geeft",
    "{name}: no group of areas has more than chance gives",
)
_UNKNOWN = Text("{name} {why}", "{name} {why}")
_MAP = Text("Waar de clusters liggen", "Where the clusters lie")
_CLUSTER = Text(
    "cluster {number}: {ratio} keer het cijfer elders", "cluster {number}: {ratio} times the figure elsewhere"
)
_ONLY_HERE = Text("cluster {number}: elders geen gevallen", "cluster {number}: no cases elsewhere")
_OUTSIDE = Text("buiten de clusters", "outside of the clusters")
_TABLE = Text("Groepen met meer gevallen dan verwacht", "Groups with more cases than expected")
_HEADERS = (
    Text("Groep", "Group"), Text("Gebieden", "Areas"), Text("Perioden", "Periods"), Text("Gevallen", "Cases"),
    Text("Verwacht", "Expected"), Text("Keer elders", "Times elsewhere"), Text("p", "p"),
    Text("Oordeel", "Judgement"),
)  # fmt: skip
_CERTAIN = Text("cluster", "cluster")
_MAYBE = Text("cluster of gewone spreiding", "cluster or ordinary spread")
_WEAK = Text("kan toeval zijn", "may be chance")
_OTHERS = Text("en {number} andere", "and {number} others")
_COURSE = Text("Verloop in cluster {number}", "Course in cluster {number}")
_WINDOW = Text("cluster", "cluster")
_PER_PERIOD = Text("gevallen in de gebieden van het cluster", "cases in the areas of the cluster")
_SUM = Text("In {first} tot en met {last} {cases} gevallen waar er {expected} te verwachten waren.",
            "From {first} to {last} {cases} cases where {expected} were expected.")  # fmt: skip


def scan_report(answer: ScanAnswer, language: Language) -> Report:
    """What the page of a scan says."""
    speech = Speech(language)
    drawings = []
    if drawable(answer.question.areas) and answer.result.reason is Reason.JUDGED:
        drawings.append(Drawing(_map(answer, speech), _measure(answer, speech)))
    if answer.question.in_time and answer.certain:
        drawings.append(Drawing(_course(answer, speech), speech(_PER_PERIOD)))
    return Report(
        title=_title(answer, speech),
        subtitle=_measure(answer, speech),
        drawings=tuple(drawings),
        tables=(_table(answer, speech),) if answer.shown else (),
        methods=(SCAN.in_(speech),),
        **spoken(answer.said, speech),
    )


def _title(answer: ScanAnswer, speech: Speech) -> str:
    name, certain = speech(answer.question.name), answer.certain
    if answer.result.reason is not Reason.JUDGED:
        return speech(_UNKNOWN, name=name, why=not_judged(answer.result.reason))
    if not certain:
        return speech(_NONE, name=name)
    first = certain[0]
    expected = _expected(first, speech)
    title = speech(
        _SOME[len(certain) == 1], name=name, number=len(certain), cases=first.cases, expected=expected
    )
    return speech(_SPREAD, title=title) if answer.overdispersed else title


def _expected(one: Cluster, speech: Speech) -> str:
    return speech.number(one.expected, 0 if one.expected >= 100 else 1)


def _measure(answer: ScanAnswer, speech: Speech) -> str:
    periods = [one for one in answer.question.areas.periods if one]
    if not periods:
        return speech(answer.question.name)
    ends = [speech.period(periods[0])] + ([speech.period(periods[-1])] if len(periods) > 1 else [])
    return f"{speech(answer.question.name)}, {' – '.join(ends)}"


def _map(answer: ScanAnswer, speech: Speech) -> ClassMap:
    areas = answer.question.areas
    fills: list[str | None] = ["plain"] * len(areas.codes)
    drawn = answer.certain[: len(CLUSTERS)]
    for fill, one in zip(CLUSTERS, drawn, strict=False):
        for n in one.areas:
            fills[n] = fill
    classes = [
        MapClass(fill, _label(one, number, speech), str(number))
        for number, (fill, one) in enumerate(zip(CLUSTERS, drawn, strict=False), 1)
    ]
    return ClassMap(
        id="clusters",
        title=speech(_MAP),
        description=" ".join(
            f"{number}: {_areas(answer, one, speech)}." for number, one in enumerate(drawn, 1)
        )
        or f"{speech(_NONE, name=answer.question.name)}.",
        shapes=shapes_of(areas, fills, _texts(answer, speech)),
        classes=(*classes, MapClass("plain", speech(_OUTSIDE))),
        missing_text=speech(NO_DATA),
        source=borders_of(areas, speech),
    )


def _label(one: Cluster, number: int, speech: Speech) -> str:
    if not math.isfinite(one.relative_risk):
        return speech(_ONLY_HERE, number=number)
    return speech(_CLUSTER, number=number, ratio=speech.number(one.relative_risk, 1))


def _texts(answer: ScanAnswer, speech: Speech) -> list[str]:
    """The cases of each area; nothing of those with few."""
    cases = answer.question.areas.cases
    totals = (cases if cases.ndim == 1 else cases.sum(axis=1)).tolist()
    return [speech.number(one, 0) if one >= answer.question.minimum else "" for one in totals]


def _areas(answer: ScanAnswer, one: Cluster, speech: Speech) -> str:
    names = answer.names(one)
    if len(names) <= _NAMED:
        return ", ".join(names)
    return f"{', '.join(names[:_NAMED])} {speech(_OTHERS, number=len(names) - _NAMED)}"


def _table(answer: ScanAnswer, speech: Speech) -> Table:
    certain = {one.areas for one in answer.certain}
    rows = tuple(
        _row(answer, numbered, speech, sure=numbered[1].areas in certain)
        for numbered in enumerate(answer.shown, 1)
    )
    headers = tuple(speech(one) for one in _HEADERS)
    table = Table(speech(_TABLE), headers, rows, frozenset(range(3, 7)))
    return table if answer.question.in_time else with_columns(table, [0, 1, 3, 4, 5, 6, 7])


def _row(
    answer: ScanAnswer, numbered: tuple[int, Cluster], speech: Speech, *, sure: bool
) -> tuple[Cell, ...]:
    number, one = numbered
    window = answer.window(one)
    when = " – ".join(dict.fromkeys(speech.period(name) for name in window)) if window else ""
    ratio = speech.number(one.relative_risk, 1) if math.isfinite(one.relative_risk) else "–"
    return (
        Cell(str(number), strong=sure),
        Cell(_areas(answer, one, speech), strong=sure),
        Cell(when),
        figure(speech.number(one.cases, 0)),
        figure(_expected(one, speech)),
        figure(ratio),
        figure(speech.chance(one.p)),
        Cell(speech(_verdict(answer, sure=sure)), strong=sure),
    )


def _verdict(answer: ScanAnswer, *, sure: bool) -> Text:
    if not sure:
        return _WEAK
    return _MAYBE if answer.overdispersed else _CERTAIN


def _course(answer: ScanAnswer, speech: Speech) -> SignalChart:
    """The cases of the strongest cluster through time, its own periods shaded."""
    question, one = answer.question, answer.certain[0]
    periods = question.areas.periods
    totals = question.areas.cases[list(one.areas)].sum(axis=0).tolist()
    window = answer.window(one) or (periods[0], periods[-1])
    first, last = (periods.index(name) for name in window)
    said = speech(
        _SUM,
        first=speech.period(window[0]),
        last=speech.period(window[1]),
        cases=one.cases,
        expected=_expected(one, speech),
    )
    points = tuple(
        SignalPoint(speech.period(name), float(n), finite(count))
        for n, (name, count) in enumerate(zip(periods, totals, strict=True))
    )
    return SignalChart(
        id="course",
        title=speech(_COURSE, number=1),
        description=said,
        points=points,
        unit_label=speech(_PER_PERIOD),
        number_format=speech.form(0),
        ticks=year_ticks(periods, 12 if "-" in periods[0] else 0),
        shaded=(Span(float(first), float(last), speech(_WINDOW)),),
        words=SignalWords(past=speech(Text("gevallen", "cases")), missing=speech(NO_DATA)),
    )
