# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is found in all series or areas together: signals, hotspots and clusters, as findings."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from baken.analysis.hotspots import HotspotAnswer
from baken.analysis.said import both, listed, numeral, same
from baken.analysis.scan import ScanAnswer
from baken.analysis.signals import Signal, SignalAnswer
from baken.model.figure import Interval, Supported
from baken.model.finding import Finding, FindingFigure, FindingKind, Mark
from baken.model.period import Period
from baken.model.text import Text
from baken.picture.findings import id_of
from baken.picture.patterns import Patterns

if TYPE_CHECKING:
    from baken.analysis.scan import Cluster

ALONE_METHOD = "funnel, far above the others"
HOTSPOT_METHOD = "Getis-Ord G* of smoothed rates, false discovery rate 5 %"
CLUSTER_METHOD = "scan statistic in space and time, p below 0.05"
_SIGNAL = Text(
    "{kind}, {area}: geregistreerd in {period}: {observed}; verwacht: {expected}.",
    "{kind}, {area}: registered in {period}: {observed}; expected: {expected}.",
)
_LOOKED = Text("{said} Als je kijkt, zie je meer.", "{said} If you look, you see more.")
_HOTSPOT = Text(
    "{kind}: {area} lag in {period} hoog, samen met de buurten eromheen (het cijfer van {area}: {value}).",
    "{kind}: {area} was high in {period}, together with the neighbourhoods around it "
    "(the figure of {area}: {value}).",
)
_ALONE = Text(
    "{kind}: {area} lag in {period} op zichzelf ver boven de andere buurten (het cijfer: {value}).",
    "{kind}: {area} was far above the other neighbourhoods in {period} by itself (the figure: {value}).",
)
_CLUSTER = Text(
    "{kind}, van {first} tot en met {last} samen in {areas}: {cases}; verwacht: {expected}.",
    "{kind}, from {first} to {last} together in {areas}: {cases}; expected: {expected}.",
)


def pattern_findings(patterns: Patterns) -> Iterator[Finding]:
    """Signals of the newest year of months, hotspots of the newest year and clusters that still run."""
    if patterns.signals is not None:
        answer = patterns.signals
        yield from (_signal(answer, one) for one in (*answer.signals, *answer.notes))
    for name in patterns.placed:
        yield from _hotspots(name, patterns.hotspots(name))
        clusters = patterns.clusters(name)
        if clusters is not None:
            yield from (_cluster(name, clusters, one) for one in clusters.certain)


def _signal(answer: SignalAnswer, one: Signal) -> Finding:
    said = both(
        _SIGNAL,
        kind=answer.label(one.kind),
        area=answer.label(one.area),
        period=same(one.period),
        observed=numeral(one.observed),
        expected=numeral(one.expected),
    )
    upper = (FindingFigure("limit", one.upper, "count", 0),) if math.isfinite(one.upper) else ()
    return Finding(
        id=id_of(FindingKind.SIGNAL, one.kind, one.area, one.period),
        kind=FindingKind.SIGNAL,
        subject=one.kind,
        area=one.area,
        areas=(one.area,),
        periods=(Period.parse(one.period),),
        figures=(
            FindingFigure("observed", one.observed, "count", 0),
            FindingFigure("expected", one.expected, "count", 2),
            *upper,
        ),
        sentence=both(_LOOKED, said=said) if one.found_by_looking else said,
        supported=Supported.UP,
        method=answer.question.method,
        marks=(Mark.FOUND_BY_LOOKING,) if one.found_by_looking else (),
        caveats=answer.said.caveats,
        snapshots=answer.question.series.snapshots,
    )


def _hotspots(name: str, answer: HotspotAnswer) -> Iterator[Finding]:
    for kind, method, words in (("hot", HOTSPOT_METHOD, _HOTSPOT), ("high_itself", ALONE_METHOD, _ALONE)):
        for n in answer.of_class(kind):
            yield _hotspot(name, answer, n, (method, words))


def _hotspot(name: str, answer: HotspotAnswer, n: int, how: tuple[str, Text]) -> Finding:
    areas, (method, words) = answer.question.areas, how
    value, low, high = (float(one[n]) for one in (answer.figure, answer.lower, answer.upper))
    unit = "count" if areas.population is None else f"per {answer.question.factor:g}"
    return Finding(
        id=id_of(FindingKind.HOTSPOT, name, areas.codes[n], areas.periods[0]),
        kind=FindingKind.HOTSPOT,
        subject=name,
        area=areas.codes[n],
        areas=(areas.codes[n],),
        periods=(Period.parse(areas.periods[0]),),
        figures=(FindingFigure("value", value, unit),),
        sentence=both(
            words,
            kind=answer.question.name,
            area=same(areas.names[n]),
            period=same(areas.periods[0]),
            value=numeral(value, 1),
        ),
        interval=None if math.isnan(low) else Interval(low, high, "exact Poisson"),
        supported=Supported.UP,
        method=method,
        marks=(Mark.FOUND_BY_LOOKING,) if areas.found_by_looking else (),
        caveats=answer.said.caveats,
        snapshots=areas.snapshots,
    )


def _cluster(name: str, answer: ScanAnswer, one: Cluster) -> Finding:
    areas = answer.question.areas
    codes = tuple(areas.codes[n] for n in one.areas)
    first, last = answer.window(one) or (areas.periods[0], areas.periods[-1])
    return Finding(
        id=id_of(FindingKind.HOTSPOT, name, codes[0], first, last),
        kind=FindingKind.HOTSPOT,
        subject=name,
        area=codes[0],
        areas=codes,
        periods=(Period.parse(first), Period.parse(last)),
        figures=(
            FindingFigure("observed", float(one.cases), "count", 0),
            FindingFigure("expected", float(one.expected), "count", 1),
            FindingFigure("p", float(one.p), "probability", 3),
        ),
        sentence=both(
            _CLUSTER,
            kind=answer.question.name,
            areas=listed([same(each) for each in answer.names(one)]),
            first=same(first),
            last=same(last),
            cases=int(one.cases),
            expected=numeral(float(one.expected)),
        ),
        supported=Supported.UP,
        method=CLUSTER_METHOD,
        marks=(Mark.FOUND_BY_LOOKING,) if areas.found_by_looking else (),
        caveats=answer.said.caveats,
        snapshots=areas.snapshots,
    )
