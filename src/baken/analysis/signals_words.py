# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Signals in words: where more was registered than expected, as a reason to look and never as a proof."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from baken.analysis.caveats import caveats
from baken.analysis.reasons import because, counted
from baken.analysis.said import Said, both, chance, listed, numeral, same
from baken.analysis.unjudged_words import coverage
from baken.model.text import Text

if TYPE_CHECKING:
    from baken.analysis.signal_groups import Group
    from baken.analysis.signals import Signal, SignalAnswer

_SMALL = 5
_SHOWN = 8
SURE = 0.2
"""Up to this false discovery rate a signal is called so without a word of doubt."""
_MANY = 20
_NOW = Text("In {period}: {number} signalen.", "In {period}: {number} signals.")
_ONE_NOW = Text("In {period}: 1 signaal.", "In {period}: 1 signal.")
_NONE_NOW = Text("In {period} is er geen signaal.", "In {period} there is no signal.")
_SIGNAL = Text(
    "Signaal: {name}: {observed} geregistreerd waar er {expected} te verwachten waren{bound}{q}.{doubt}",
    "Signal: {name}: {observed} registered where {expected} were expected{bound}{q}.{doubt}",
)
_BOUND = Text(" (grens {upper})", " (limit {upper})")
_SMALL_Q = Text(
    ", kans dat het toeval is onder alle signalen: {q}",
    ", probability that it is chance among all signals: {q}",
)
_DOUBT = {
    False: Text(" Dit past ook bij toeval.", " This fits chance as well."),
    True: Text(
        " Dit past ook bij toeval: onder zoveel reeksen geeft toeval er al enkele.",
        " This fits chance as well: among so many series chance gives a few by itself.",
    ),
}
_IN = Text("{kind} in {area}", "{kind} in {area}")
_GROUP = Text(
    "Signaal: {kind} in {area}, {alarms} van de {series} reeksen: samen {observed} geregistreerd waar er "
    "{expected} "
    "te verwachten waren.",
    "Signal: {kind} in {area}, {alarms} of {series} series: together {observed} registered where "
    "{expected} were "
    "expected.",
)
_WITH = Text(
    " Daar is ook meer geregistreerd van wat de politie vindt als zij kijkt: {kinds}.",
    " More was registered there too of what the police find by looking: {kinds}.",
)
_ALONE = Text(
    "Meer geregistreerd, maar op zichzelf geen signaal, want als je kijkt, zie je meer: {names}.",
    "More registered, but no signal by itself, for if you look, you see more: {names}.",
)
_MORE = Text("Verdere signalen in {period}: {number}.", "More signals in {period}: {number}.")
_EARLIER = Text("Eerder, vanaf {first}: {number} signalen.", "Earlier, from {first} on: {number} signals.")
_ONE_EARLIER = Text("Eerder, vanaf {first}: 1 signaal.", "Earlier, from {first} on: 1 signal.")
_NOTES = Text(
    "Geen signalen, want als je kijkt, zie je meer: keren dat er vanaf {first} meer is geregistreerd van wat "
    "de politie vindt als zij kijkt: {number}.",
    "No signals, for if you look, you see more: times from {first} on that more was registered of what the "
    "police find by looking: {number}.",
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
    if len(answer.question.series.names) > 1:
        yield "many-tests-plain"
    if any(one.expected < _SMALL for one in answer.signals):
        yield "small-numbers"
    if answer.notes:
        yield "haal"


def _sentences(answer: SignalAnswer) -> Iterator[Text]:
    periods = answer.periods
    yield from coverage(answer)
    newest = answer.of_last(1)
    if answer.judged_now:
        told = list(_told(answer, newest))
        yield both(_now(len(told)), period=same(periods[-1]), number=len(told))
        yield from told[:_SHOWN]
        if len(told) > _SHOWN:
            yield both(_MORE, number=len(told) - _SHOWN, period=same(periods[-1]))
        yield from _alone(answer)
    earlier = len(answer.signals) - len(newest)
    if earlier:
        yield both(_ONE_EARLIER if earlier == 1 else _EARLIER, number=earlier, first=same(periods[0]))
    if len(answer.notes) > len(answer.notes_of_last(1)):
        yield both(_NOTES, number=len(answer.notes), first=same(periods[0]))
    if not answer.question.from_file:
        yield from _board(answer)
    for reason, number in counted(answer.result.reason.ravel().tolist()):
        yield both(_NOT_JUDGED, number=number, reason=because(reason))


def _now(number: int) -> Text:
    return {0: _NONE_NOW, 1: _ONE_NOW}.get(number, _NOW)


def _told(answer: SignalAnswer, newest: Sequence[Signal]) -> Iterator[Text]:
    """What is told of the newest period: series by series, or the groups that explain them."""
    if answer.question.from_file:
        yield from (_signal(answer, one) for one in newest)
        return
    by_row = {one.row: one for one in newest}
    for group in answer.groups[0]:
        notes = _noted(answer, group)
        if len(group.rows) == 1:
            words = _signal(answer, by_row[group.rows[0]])
        else:
            words = both(
                _GROUP,
                kind=answer.label(group.kind),
                area=answer.label(group.area),
                alarms=len(group.rows),
                series=group.series,
                observed=numeral(group.observed),
                expected=_expected(group.expected),
            )
        yield Text(f"{words.nl}{notes.nl}", f"{words.en}{notes.en}")


def _noted(answer: SignalAnswer, group: Group) -> Text:
    """Offences found by looking that are mentioned with a signal."""
    if not group.notes:
        return same("")
    kinds = dict.fromkeys(answer.question.series.kinds[row] for row in group.notes)
    return both(_WITH, kinds=listed(map(answer.label, kinds)))


def _alone(answer: SignalAnswer) -> Iterator[Text]:
    """Offences found by looking of which more was registered, where nothing else stands out."""
    named = set() if answer.question.from_file else set(answer.groups[1])
    names = [
        _name(answer, one) for one in answer.notes_of_last(1) if answer.question.from_file or one.row in named
    ]
    if names:
        yield both(_ALONE, names=listed(names))


def expected_decimals(value: float) -> int:
    """How many decimals an expected number has: 1,0 and more have one, smaller ones two."""
    return 1 if not value < 0.995 else 2


def _expected(value: float) -> Text:
    return numeral(value, expected_decimals(value))


def _signal(answer: SignalAnswer, one: Signal) -> Text:
    bound = both(_BOUND, upper=numeral(one.upper)) if math.isfinite(one.upper) else same("")
    # With one series there is nothing to compare the signal with.
    known = math.isfinite(one.q) and len(answer.question.series.names) > 1
    return both(
        _SIGNAL,
        name=_name(answer, one),
        observed=numeral(one.observed),
        expected=_expected(one.expected),
        bound=bound,
        q=both(_SMALL_Q, q=chance(one.q)) if known and one.q <= SURE else same(""),
        doubt=_DOUBT[answer.judged_now >= _MANY] if known and one.q > SURE else same(""),
    )


def _name(answer: SignalAnswer, one: Signal) -> Text:
    if not one.kind:
        return Text(f"reeks {one.name}", f"series {one.name}")
    return both(_IN, kind=answer.label(one.kind), area=answer.label(one.area))


def _board(answer: SignalAnswer) -> Iterator[Text]:
    """The signals of the last quarter by theme, and within it by area."""
    themes: dict[str, tuple[Text, list[Text]]] = {}
    for theme, area, found in answer.board():
        words = themes.setdefault(theme.nl, (theme, []))[1]
        words.append(both(_COUNTED, area=area, number=len(found)))
    for theme, areas in themes.values():
        yield both(_BOARD, theme=theme, areas=listed(areas, most=10))
