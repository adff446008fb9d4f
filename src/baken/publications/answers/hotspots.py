# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of hotspots."""

from __future__ import annotations

import math

from baken.analysis.hotspots import HotspotAnswer
from baken.analysis.reasons import because
from baken.methods.reason import Reason
from baken.model.text import Language, Text
from baken.publications.answers.places import borders_of, drawable, shapes_of
from baken.publications.answers.speech import (
    AREA,
    COUNT,
    MARGIN,
    Speech,
    caveats_of,
    decimals_for,
    figure,
    sentences_of,
    sources_of,
)
from baken.publications.answers.told import HOTSPOTS
from baken.publications.charts import ClassMap, MapClass
from baken.publications.report_model import Cell, Drawing, Report, Table

_FILLS = {
    "hot": "high",
    "high_itself": "high-itself",
    "high_among_low": "high-alone",
    "cold": "low",
    "low_among_high": "low-alone",
    "none": "plain",
}
_CLASSES = {
    "hot": Text("hoog, samen met de buren", "high, together with the neighbours"),
    "high_itself": Text("hoog op zichzelf", "high by itself"),
    "high_among_low": Text("hoog tussen lage buren", "high among low neighbours"),
    "cold": Text("laag, samen met de buren", "low, together with the neighbours"),
    "low_among_high": Text("laag tussen hoge buren", "low among high neighbours"),
    "none": Text("geen afwijking aangetoond", "nothing shown to stand out"),
}
_HIGH = ("hot", "high_itself", "high_among_low")
_TITLE = {
    True: Text("{name}: hoog in {areas}", "{name}: high in {areas}"),
    False: Text(
        "{name}: geen plek steekt er met zijn buren bovenuit",
        "{name}: no place stands out with its neighbours",
    ),
}
_MANY = Text("{number} gebieden", "{number} areas")
_AND = Text("en", "and")
_NOWHERE = Text("Geen gebied springt eruit.", "No area stands out.")
_LOW = Text("{name}: laag in {areas}", "{name}: low in {areas}")
_NOT_AT_ALL = Text("{name}: niet te beoordelen", "{name}: cannot be judged")
_UNIT = Text("{name} per {factor} inwoners", "{name} per {factor} inhabitants")
_MAP = Text("Waar het hoog of laag ligt", "Where it lies high or low")
_FEW = Text("minder dan {minimum} gevallen", "fewer than {minimum} cases")
_HATCHED = Text(
    "minder dan {minimum} gevallen, of niet te beoordelen", "fewer than {minimum} cases, or cannot be judged"
)
_RATE = Text("Per {factor}", "Per {factor}")
_VALUE = Text("Waarde", "Value")
_FALSE = Text("Kans op vals alarm", "Chance of a false alarm")
_FOUND = Text("Gevonden", "Found")


def hotspot_report(answer: HotspotAnswer, language: Language) -> Report:
    """What the page of hotspots says."""
    speech, said = Speech(language), answer.said
    areas = answer.question.areas
    drawings = (Drawing(_map(answer, speech), _measure(answer, speech)),) if drawable(areas) else ()
    return Report(
        language=language,
        title=_title(answer, speech),
        subtitle=_measure(answer, speech),
        answer=sentences_of(said, speech),
        drawings=drawings,
        tables=(_table(answer, speech),),
        caveats=caveats_of(said, speech),
        methods=(HOTSPOTS.in_(speech),),
        sources=sources_of(said, speech),
    )


def _title(answer: HotspotAnswer, speech: Speech) -> str:
    name = answer.question.name
    if all(answer.found.getis_ord.reason.tolist()):
        return speech(_NOT_AT_ALL, name=name)
    names = answer.question.areas.names
    high = [names[n] for one in _HIGH for n in answer.of_class(one)]
    low = [names[n] for n in answer.of_class("cold")]
    if high:
        return speech(_TITLE[True], name=name, areas=_names(high, speech))
    return speech(_LOW, name=name, areas=_names(low, speech)) if low else speech(_TITLE[False], name=name)


def _names(names: list[str], speech: Speech) -> str:
    if len(names) > 3:
        return speech(_MANY, number=len(names))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {speech(_AND)} {names[-1]}"


def _measure(answer: HotspotAnswer, speech: Speech) -> str:
    question = answer.question
    when = question.areas.periods[0]
    plain = question.areas.population is None
    unit = speech(question.name) if plain else speech(_UNIT, name=question.name, factor=int(question.factor))
    return f"{unit}, {speech.period(when)}" if when else unit


def _silent(answer: HotspotAnswer, n: int) -> str | None:
    """Why nothing is said of an area, or nothing where something is."""
    reason = Reason(int(answer.found.getis_ord.reason[n]))
    return "few" if answer.suppressed[n] else "reason" if reason else None


def _why(answer: HotspotAnswer, n: int, speech: Speech) -> str:
    if answer.suppressed[n]:
        return speech(_FEW, minimum=answer.question.minimum)
    return speech(because(int(answer.found.getis_ord.reason[n])))


def _map(answer: HotspotAnswer, speech: Speech) -> ClassMap:
    areas = answer.question.areas
    fills = [None if _silent(answer, n) else _FILLS[one] for n, one in enumerate(answer.classes)]
    texts = [
        _why(answer, n, speech) if _silent(answer, n) else _text(answer, n, speech) for n in range(len(fills))
    ]
    return ClassMap(
        id="hotspots",
        title=speech(_MAP),
        description=_summary(answer, speech),
        shapes=shapes_of(areas, fills, texts),
        classes=tuple(
            MapClass(_FILLS[key], speech(words), named=key != "none") for key, words in _CLASSES.items()
        ),
        missing_text=speech(_HATCHED, minimum=answer.question.minimum),
        source=borders_of(areas, speech),
    )


def _summary(answer: HotspotAnswer, speech: Speech) -> str:
    names = answer.question.areas.names
    found = [
        f"{speech(_CLASSES[key]).capitalize()}: {', '.join(names[n] for n in answer.of_class(key))}."
        for key in _CLASSES
        if key != "none" and answer.of_class(key)
    ]
    return " ".join(found) or speech(_NOWHERE)


def _decimals(answer: HotspotAnswer) -> int:
    values = [_value(answer, n) for n in range(len(answer.classes))]
    whole = all(one == int(one) for one in values if math.isfinite(one))
    return 0 if whole else decimals_for(values)


def _value(answer: HotspotAnswer, n: int) -> float:
    """The rate or the count; where it has no margin (values that are no counts) the value as it was given."""
    value = float(answer.figure[n])
    plain = answer.question.areas.population is None
    return float(answer.question.areas.cases[n]) if plain and math.isnan(value) else value


def _text(answer: HotspotAnswer, n: int, speech: Speech) -> str:
    decimals = _decimals(answer)
    value = speech.number(_value(answer, n), decimals)
    if math.isnan(float(answer.lower[n])):
        return value
    margin = speech.span(float(answer.lower[n]), float(answer.upper[n]), decimals)
    return f"{value} ({margin})"


def _q(answer: HotspotAnswer, n: int) -> float:
    """The chance of a false alarm of the statistic that put an area into its class."""
    found, kind = answer.found, answer.classes[n]
    if kind == "high_itself":
        return math.nan
    alone = kind in {"high_among_low", "low_among_high"}
    return float((found.moran if alone else found.getis_ord).q[n])


def _table(answer: HotspotAnswer, speech: Speech) -> Table:
    question = answer.question
    plain = question.areas.population is None
    plain_value = speech(COUNT if _decimals(answer) == 0 else _VALUE)
    value = plain_value if plain else speech(_RATE, factor=int(question.factor))
    headers = (speech(AREA), speech(_FOUND), speech(COUNT), value, speech(MARGIN), speech(_FALSE))
    ranks = {key: n for n, key in enumerate(_CLASSES)}
    order = sorted(
        range(len(question.areas.codes)),
        key=lambda n: (
            _silent(answer, n) is not None,
            ranks[answer.classes[n]],
            -_finite(_value(answer, n)),
        ),
    )
    kept = [0, 1, 3, 4, 5] if plain else list(range(6))
    rows = tuple(tuple(_row(answer, n, speech)[column] for column in kept) for n in order)
    numeric = frozenset(place for place, column in enumerate(kept) if column > 1)
    return Table(_measure(answer, speech), tuple(headers[column] for column in kept), rows, numeric)


def _finite(value: float) -> float:
    return value if math.isfinite(value) else -1.0


def _row(answer: HotspotAnswer, n: int, speech: Speech) -> tuple[Cell, ...]:
    areas, kind, decimals = answer.question.areas, answer.classes[n], _decimals(answer)
    name = Cell(areas.names[n], strong=kind != "none")
    if _silent(answer, n):
        return (name, Cell(_why(answer, n, speech), missing=True), *(figure("–") for _ in range(4)))
    mark = "▲ " if kind in _HIGH else "▼ " if kind != "none" else ""
    return (
        name,
        Cell(mark + speech(_CLASSES[kind]), strong=kind != "none"),
        figure(speech.number(float(areas.cases[n]), 0)),
        figure(speech.number(_value(answer, n), decimals)),
        figure(speech.span(float(answer.lower[n]), float(answer.upper[n]), decimals)),
        figure(speech.number(_q(answer, n), 3)),
    )
