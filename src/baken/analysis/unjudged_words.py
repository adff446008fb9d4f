# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which series were judged and which were not, why, and what would help: said before any signal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from baken.analysis.detectors import most_monitored
from baken.analysis.reasons import because, counted
from baken.analysis.said import both, listed, same
from baken.methods.reason import Reason
from baken.model.text import Text

if TYPE_CHECKING:
    from baken.analysis.signals import SignalAnswer

_NAMED = 10
_ALL = {
    False: Text(
        "In {period} kon geen van de {number} reeksen worden beoordeeld: {why}.",
        "In {period} none of the {number} series could be judged: {why}.",
    ),
    True: Text(
        "In {period} kon de reeks niet worden beoordeeld: {why}.",
        "In {period} the series could not be judged: {why}.",
    ),
}
_SOME = {
    False: Text(
        "In {period} konden {number} van de {series} reeksen niet worden beoordeeld: {why}.",
        "In {period} {number} of the {series} series could not be judged: {why}.",
    ),
    True: Text(
        "In {period} kon 1 van de {series} reeksen niet worden beoordeeld: {why}.",
        "In {period} 1 of the {series} series could not be judged: {why}.",
    ),
}
_REASON = Text("{why} ({names})", "{why} ({names})")
_HELP = Text(
    "Worden minder perioden beoordeeld (hooguit {most}), dan blijft er meer over om mee te vergelijken.",
    "If fewer periods are judged (at most {most}), more is left to compare with.",
)
_NO_HELP = Text(
    "Daarvoor is een langere geschiedenis nodig.",
    "A longer history is needed for that.",
)
_FIRST = Text(
    "Aantal beoordeelde reeksen: {number}, van {first} tot en met {last} (methode: {method}).",
    "Series judged: {number}, from {first} to {last} (method: {method}).",
)
_SHORT = Text(
    "De reeksen zijn kort. Daarom is het aantal beoordeelde perioden {number}.",
    "The series are short. So the number of periods judged is {number}.",
)


def coverage(answer: SignalAnswer) -> Iterator[Text]:
    """What was judged; what could not be judged in the newest period comes first, with its reasons."""
    periods, series = answer.periods, len(answer.question.series.names)
    left = series - answer.judged_now
    if left:
        words = _SOME[left == 1] if answer.judged_now else _ALL[series == 1]
        why = listed(_reasons(answer), most=len(Reason))
        yield both(words, period=same(periods[-1]), number=left, series=series, why=why)
        yield from _help(answer)
    yield both(
        _FIRST,
        number=answer.judged_series,
        first=same(periods[0]),
        last=same(periods[-1]),
        method=answer.question.method,
    )
    if answer.question.shortened and answer.judged_series:
        yield both(_SHORT, number=len(periods))


def _reasons(answer: SignalAnswer) -> Iterator[Text]:
    """Every reason why a series was not judged in the newest period, with the names of up to ten series."""
    newest = answer.result.reason[:, -1].tolist()
    names, room = answer.question.series.names, _NAMED
    for reason, number in counted(newest):
        those = [same(names[row]) for row, one in enumerate(newest) if one == reason]
        if len(names) == 1 or not room:
            yield because(reason)
            continue
        yield both(_REASON, why=because(reason), names=listed(those, most=room))
        room = max(0, room - number)


def _help(answer: SignalAnswer) -> Iterator[Text]:
    """What would let the series be judged that are too short for it."""
    series, result = answer.question.series, answer.result
    short = result.reason[:, -1] == Reason.TOO_FEW_PERIODS
    if not short.any():
        return
    most = most_monitored(series.counts[short], answer.question.method, series.per_year)
    if 1 <= most < len(answer.periods):
        yield both(_HELP, most=most)
    elif not most or not answer.judged_now:
        yield _NO_HELP
