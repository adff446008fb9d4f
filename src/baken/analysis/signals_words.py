# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Signals in words: where more was registered than expected, as a reason to look and never as a proof."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from baken.analysis.caveats import caveats
from baken.analysis.reasons import because, counted
from baken.analysis.said import Said, both, chance, listed, numeral, same
from baken.model.text import Text

if TYPE_CHECKING:
    from baken.analysis.signals import Signal, SignalAnswer

_SMALL = 5
_SHOWN = 8
_FIRST = Text(
    "{number} reeksen beoordeeld, van {first} tot en met {last}, met de methode {method}.",
    "{number} series judged, from {first} to {last}, with the method {method}.",
)
_NOW = Text("In {period}: {number} signalen.", "In {period}: {number} signals.")
_ONE_NOW = Text("In {period}: 1 signaal.", "In {period}: 1 signal.")
_NONE_NOW = Text("In {period} is er geen signaal.", "In {period} there is no signal.")
_SIGNAL = Text(
    "Signaal: {name}: {observed} geregistreerd waar er {expected} te verwachten zijn{bound}{q}.{looked}",
    "Signal: {name}: {observed} registered where {expected} are expected{bound}{q}.{looked}",
)
_BOUND = Text(" (grens {upper})", " (limit {upper})")
_FALSE = Text(", kans op vals alarm {q}", ", chance of a false alarm {q}")
_LOOKED = Text(
    " Als je kijkt, zie je meer: dit kan samenhangen met meer controles.",
    " If you look, you see more: this may go together with more checks.",
)
_MORE = Text("En nog {number} signalen in {period}.", "And {number} more signals in {period}.")
_EARLIER = Text(
    "Eerder in deze maanden of weken: {number} signalen.",
    "Earlier in these months or weeks: {number} signals.",
)
_BOARD = Text("Laatste kwartaal, {theme}: {areas}.", "Last quarter, {theme}: {areas}.")
_COUNTED = Text("{area} ({number})", "{area} ({number})")
_NOT_JUDGED = Text(
    "Keren dat een periode van een reeks niet kan worden beoordeeld: {number} ({reason}).",
    "Times that a period of a series cannot be judged: {number} ({reason}).",
)


def said(answer: SignalAnswer) -> Said:
    """The answer in words."""
    series = answer.question.series
    return Said(
        sentences=tuple(_sentences(answer)),
        caveats=(*answer.question.caveats, *caveats(*_rules(answer))),
        source=series.source,
        snapshots=series.snapshots,
    )


def _rules(answer: SignalAnswer) -> Iterator[str]:
    yield "signal-no-proof"
    if not answer.question.caveats:
        yield "registered-only"
    if len(answer.question.series.names) * len(answer.periods) > 1:
        yield "many-tests-plain"
    if any(one.expected < _SMALL for one in answer.signals):
        yield "small-numbers"
    if any(one.found_by_looking for one in answer.signals):
        yield "haal"


def _sentences(answer: SignalAnswer) -> Iterator[Text]:
    periods = answer.periods
    yield both(
        _FIRST,
        number=len(answer.question.series.names),
        first=same(periods[0]),
        last=same(periods[-1]),
        method=answer.question.method,
    )
    newest = answer.of_last(1)
    yield both(_now(len(newest)), period=same(periods[-1]), number=len(newest))
    for one in newest[:_SHOWN]:
        yield _signal(answer, one)
    if len(newest) > _SHOWN:
        yield both(_MORE, number=len(newest) - _SHOWN, period=same(periods[-1]))
    earlier = len(answer.signals) - len(newest)
    if earlier:
        yield both(_EARLIER, number=earlier)
    if not answer.question.from_file:
        yield from _board(answer)
    for reason, number in counted(answer.result.reason.ravel().tolist()):
        yield both(_NOT_JUDGED, number=number, reason=because(reason))


def _now(number: int) -> Text:
    return {0: _NONE_NOW, 1: _ONE_NOW}.get(number, _NOW)


def _signal(answer: SignalAnswer, one: Signal) -> Text:
    bound = both(_BOUND, upper=numeral(one.upper)) if math.isfinite(one.upper) else same("")
    return both(
        _SIGNAL,
        name=_name(answer, one),
        observed=numeral(one.observed),
        expected=numeral(one.expected, 1 if one.expected >= 1 else 2),
        bound=bound,
        q=both(_FALSE, q=chance(one.q)) if math.isfinite(one.q) else same(""),
        looked=_LOOKED if one.found_by_looking else same(""),
    )


def _name(answer: SignalAnswer, one: Signal) -> Text:
    if not one.kind:
        return Text(f"reeks {one.name}", f"series {one.name}")
    kind, area = answer.label(one.kind), answer.label(one.area)
    return Text(f"{kind.nl} in {area.nl}", f"{kind.en} in {area.en}")


def _board(answer: SignalAnswer) -> Iterator[Text]:
    """The signals of the last quarter by theme, and within it by area."""
    themes: dict[str, tuple[Text, list[Text]]] = {}
    for theme, area, found in answer.board():
        words = themes.setdefault(theme.nl, (theme, []))[1]
        words.append(both(_COUNTED, area=area, number=len(found)))
    for theme, areas in themes.values():
        yield both(_BOARD, theme=theme, areas=listed(areas, most=10))
