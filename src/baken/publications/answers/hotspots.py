# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of hotspots."""

from __future__ import annotations

import math

from baken.analysis.hotspots import HotspotAnswer
from baken.analysis.hotspots_words import false_alarm
from baken.analysis.reasons import because
from baken.model.text import Language, Text
from baken.publications.answers.places import borders_of, drawable, shapes_of
from baken.publications.answers.speech import (
    AREA,
    COUNT,
    MARGIN,
    PER_PEOPLE,
    Speech,
    decimals_for_counts,
    figure,
    spoken,
    with_columns,
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
    speech = Speech(language)
    areas = answer.question.areas
    drawings = (Drawing(_map(answer, speech), _measure(answer, speech)),) if drawable(areas) else ()
    return Report(
        title=_title(answer, speech),
        subtitle=_measure(answer, speech),
        drawings=drawings,
        tables=(_table(answer, speech),),
        methods=(HOTSPOTS.in_(speech),),
        **spoken(answer.said, speech),
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
    question, name, factor = answer.question, answer.question.name, int(answer.question.factor)
    plain = question.areas.population is None
    unit = speech(name) if plain else speech(PER_PEOPLE, name=name, factor=factor)
    return speech.dated(unit, question.areas.periods[0])


def _why(answer: HotspotAnswer, n: int, speech: Speech) -> str:
    """Why nothing is said of an area; empty where something is."""
    if answer.suppressed[n]:
        return speech(_FEW, minimum=answer.question.minimum)
    return speech(because(int(answer.found.getis_ord.reason[n])))


def _map(answer: HotspotAnswer, speech: Speech) -> ClassMap:
    areas = answer.question.areas
    silent = [_why(answer, n, speech) for n in range(len(areas.codes))]
    fills = [None if why else _FILLS[one] for why, one in zip(silent, answer.classes, strict=True)]
    texts = [why or _text(answer, n, speech) for n, why in enumerate(silent)]
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
    return decimals_for_counts(_value(answer, n) for n in range(len(answer.classes)))


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
            bool(_why(answer, n, speech)),
            ranks[answer.classes[n]],
            -_finite(_value(answer, n)),
        ),
    )
    rows = tuple(_row(answer, n, speech) for n in order)
    table = Table(_measure(answer, speech), headers, rows, frozenset(range(2, 6)))
    return with_columns(table, [0, 1, 3, 4, 5]) if plain else table


def _finite(value: float) -> float:
    return value if math.isfinite(value) else -1.0


def _row(answer: HotspotAnswer, n: int, speech: Speech) -> tuple[Cell, ...]:
    areas, kind, decimals = answer.question.areas, answer.classes[n], _decimals(answer)
    name = Cell(areas.names[n], strong=kind != "none")
    if why := _why(answer, n, speech):
        return (name, Cell(why, missing=True), *(figure("–") for _ in range(4)))
    mark = "▲ " if kind in _HIGH else "▼ " if kind != "none" else ""
    return (
        name,
        Cell(mark + speech(_CLASSES[kind]), strong=kind != "none"),
        figure(speech.number(float(areas.cases[n]), 0)),
        figure(speech.number(_value(answer, n), decimals)),
        figure(speech.span(float(answer.lower[n]), float(answer.upper[n]), decimals)),
        figure(speech.number(false_alarm(answer, n), 3)),
    )
