# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Hotspots in words: a list of areas with their margins, and how many small counts are left out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from baken.analysis.caveats import caveats
from baken.analysis.reasons import because, counted, not_judged
from baken.analysis.said import Said, both, chance, listed, numeral, same, span
from baken.analysis.table_caveats import people_caveats
from baken.methods.reason import Reason
from baken.model.text import Text

if TYPE_CHECKING:
    from baken.analysis.hotspots import HotspotAnswer

_SMALL = 20
_CLASSES = {
    "hot": Text(
        "Hier ligt het hoog, samen met de buren: {areas}.",
        "High here, together with the neighbours: {areas}.",
    ),
    "high_itself": Text(
        "Hoog op zichzelf, meer dan gebieden onderling gewoonlijk verschillen: {areas}.",
        "High by itself, by more than areas usually differ: {areas}.",
    ),
    "high_among_low": Text(
        "Hoog, terwijl het bij de buren laag is: {areas}.",
        "High, while it is low among the neighbours: {areas}.",
    ),
    "cold": Text(
        "Hier ligt het laag, samen met de buren: {areas}.", "Low here, together with the neighbours: {areas}."
    ),
    "low_among_high": Text(
        "Laag, terwijl het bij de buren hoog is: {areas}.",
        "Low, while it is high among the neighbours: {areas}.",
    ),
}
_FIRST = Text(
    "{name}{when}: {number} gebieden bekeken, met {neighbours}.",
    "{name}{when}: {number} areas looked at, with {neighbours}.",
)
_NONE = Text(
    "Geen plek steekt er met zijn buren bovenuit als je rekening houdt met toeval.",
    "No place stands out with its neighbours when chance is allowed for.",
)
_ONE = Text(
    "{name} ({figure}{margin}; kans op vals alarm {q})",
    "{name} ({figure}{margin}; chance of a false alarm {q})",
)
_ALONE = Text("{name} ({figure}{margin})", "{name} ({figure}{margin})")
_MARGIN = Text(", 95%-marge {limits}", ", 95 % margin {limits}")
_PER = Text("{value} per {factor} inwoners", "{value} per {factor} inhabitants")
_ALIKE = Text(
    "Over het geheel lijken buren meer op elkaar dan toeval geeft (p {p}).",
    "On the whole neighbours are more alike than chance gives (p {p}).",
)
_NOT_ALIKE = Text(
    "Over het geheel lijken buren niet aantoonbaar op elkaar (p {p}).",
    "On the whole it cannot be shown that neighbours are alike (p {p}).",
)
_SUPPRESSED = Text(
    "Gebieden met minder dan {minimum} gevallen, waarover hier niets staat: {number}.",
    "Areas with fewer than {minimum} cases, of which nothing stands here: {number}.",
)
_UNKNOWN = Text(
    "Gebieden die niet kunnen worden beoordeeld: {areas} ({reason}).",
    "Areas that cannot be judged: {areas} ({reason}).",
)
# As many areas are named; of more only the number stands there.
_MOST_NAMED = 5
_NOTHING = Text("{name}: dit {why}.", "{name}: this {why}.")
_LOOKED = Text(
    "Als je kijkt, zie je meer: een hoog cijfer kan samenhangen met meer controles op die plek.",
    "If you look, you see more: a high figure may go together with more checks in that place.",
)


def said(answer: HotspotAnswer) -> Said:
    """The answer in words."""
    areas = answer.question.areas
    return Said(
        sentences=tuple(_sentences(answer)),
        caveats=(*answer.question.caveats, *people_caveats(areas), *caveats(*_rules(answer))),
        source=areas.source,
        snapshots=areas.snapshots,
    )


def _rules(answer: HotspotAnswer) -> Iterator[str]:
    areas = answer.question.areas
    if not answer.question.caveats:
        yield "registered-only"
    yield "many-tests"
    if areas.population is None:
        yield "plain-values"
    elif not answer.question.caveats:
        yield "border"
    if any(n < _SMALL for n in areas.cases.tolist()):
        yield "small-numbers"
    yield "no-person"
    yield "no-cause"


def _sentences(answer: HotspotAnswer) -> Iterator[Text]:
    question = answer.question
    reasons = counted(answer.found.getis_ord.reason.tolist())
    judged = len(question.areas.codes) - sum(number for _, number in reasons)
    if not judged:
        yield both(
            _NOTHING, name=question.name, why=not_judged(reasons[0][0] if reasons else Reason.ONE_AREA)
        )
        return
    when = question.areas.periods[0]
    yield both(
        _FIRST,
        name=question.name,
        when=same(f" in {when}" if when else ""),
        number=len(question.areas.codes),
        neighbours=answer.neighbours,
    )
    found = {name: answer.of_class(name) for name in _CLASSES}
    for name, places in found.items():
        if places:
            yield both(_CLASSES[name], areas=_list(answer, places))
    if not (found["hot"] or found["high_among_low"]):
        yield _NONE
    if found["hot"] or found["high_itself"]:
        yield from (_LOOKED,) if question.areas.found_by_looking else ()
    yield from _whole(answer)
    if any(answer.suppressed):
        yield both(_SUPPRESSED, number=sum(answer.suppressed), minimum=question.minimum)
    for reason, number in reasons:
        codes = answer.found.getis_ord.reason.tolist()
        pairs = zip(question.areas.names, codes, strict=True)
        names = listed(same(name) for name, code in pairs if code == reason)
        areas = names if number <= _MOST_NAMED else numeral(number, 0)
        yield both(_UNKNOWN, areas=areas, reason=because(reason))


def _list(answer: HotspotAnswer, places: Sequence[int]) -> Text:
    return listed((_one(answer, n) for n in places), most=10)


def _one(answer: HotspotAnswer, n: int) -> Text:
    value = numeral(float(answer.figure[n]), None if answer.question.areas.population is None else 1)
    if answer.question.areas.population is not None:
        value = both(_PER, value=value, factor=int(answer.question.factor))
    lower, upper = float(answer.lower[n]), float(answer.upper[n])
    known = not math.isnan(lower)
    words = {
        "name": answer.question.areas.names[n],
        "figure": value,
        "margin": both(_MARGIN, limits=span(lower, upper, 1)) if known else Text("", ""),
    }
    if answer.classes[n] == "high_itself":
        return both(_ALONE, **words)
    return both(_ONE, q=chance(false_alarm(answer, n)), **words)


def false_alarm(answer: HotspotAnswer, n: int) -> float:
    """The chance of a false alarm of the statistic that put an area into its class; NaN if none did."""
    kind = answer.classes[n]
    if kind == "high_itself":
        return math.nan
    alone = kind in {"high_among_low", "low_among_high"}
    return float((answer.found.moran if alone else answer.found.getis_ord).q[n])


def _whole(answer: HotspotAnswer) -> Iterator[Text]:
    whole = answer.whole
    if whole.reason is not Reason.JUDGED:
        return
    alike = whole.z > 0 and whole.p < 0.05
    yield both(_ALIKE if alike else _NOT_ALIKE, p=chance(float(whole.p)))
