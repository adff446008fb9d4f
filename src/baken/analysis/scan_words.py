# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The clusters of a scan in words: where, when, how many more than expected, and how sure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from baken.analysis.caveats import caveats
from baken.analysis.reasons import because, counted, not_judged
from baken.analysis.said import Said, both, chance, listed, numeral, same
from baken.methods.reason import Reason
from baken.model.text import Text

if TYPE_CHECKING:
    from baken.analysis.scan import Cluster, ScanAnswer

_SMALL = 20
_NOTHING = Text("{name}: dit {why}.", "{name}: this {why}.")
_FIRST = Text(
    "{name}{when}: {number} gebieden, {cases} gevallen, {zones} mogelijke groepen bekeken.",
    "{name}{when}: {number} areas, {cases} cases, {zones} possible groups looked at.",
)
_NONE = Text(
    "Geen groep gebieden heeft meer gevallen dan toeval geeft.",
    "No group of areas has more cases than chance gives.",
)
_CLUSTER = Text(
    "{areas}{when}: {cases} gevallen waar er {expected} te verwachten waren ({ratio} keer het cijfer "
    "elders; p {p}).",
    "{areas}{when}: {cases} cases where {expected} were expected ({ratio} times the figure "
    "elsewhere; p {p}).",
)
_WEAK = Text("Mogelijk toeval: {cluster}", "Possibly chance: {cluster}")
_WINDOW = Text(", {first} tot en met {last}", ", {first} to {last}")
_NOW = Text(
    "Gezocht is naar wat in de nieuwste periode ({last}) nog doorgaat.",
    "What still goes on in the newest period ({last}) was looked for.",
)
_WIDE = Text(
    "Deze gebieden verschillen onderling meer dan toeval geeft: de spreiding is {phi} keer zo groot. De p is "
    "daardoor te klein, en wat hier een cluster lijkt, kan gewone spreiding zijn.",
    "These areas differ among themselves more than chance gives: the spread is {phi} times as large. So p is "
    "too small, and what seems a cluster here may be ordinary spread.",
)
_LEFT_OUT = Text(
    "Weggelaten gebieden: {number} ({names}; {why}).",
    "Areas that were left out: {number} ({names}; {why}).",
)
_FEW = Text(
    "Groepen met minder dan {minimum} gevallen, waarover hier niets staat: {number}.",
    "Groups with fewer than {minimum} cases, of which nothing stands here: {number}.",
)
_LOOKED = Text(
    "Als je kijkt, zie je meer: een groep kan samenhangen met controles op die plek.",
    "If you look, you see more: a group may go together with checks in that place.",
)


def said(answer: ScanAnswer) -> Said:
    """The answer in words."""
    areas = answer.question.areas
    return Said(
        sentences=tuple(_sentences(answer)),
        caveats=(*answer.question.caveats, *caveats(*_rules(answer))),
        source=areas.source,
        snapshots=areas.snapshots,
    )


def _rules(answer: ScanAnswer) -> Iterator[str]:
    areas = answer.question.areas
    if not answer.question.caveats:
        yield "registered-only"
    if areas.population is None and not answer.question.in_time:
        yield "plain-values"
    elif not answer.question.caveats and not answer.question.in_time:
        yield "border"
    if answer.overdispersed:
        yield "ordinary-spread"
    yield "cluster-shape"
    if any(one.cases < _SMALL for one in answer.shown):
        yield "small-numbers"
    yield "no-person"
    yield "no-cause"


def _sentences(answer: ScanAnswer) -> Iterator[Text]:
    question, result = answer.question, answer.result
    if result.reason is not Reason.JUDGED:
        yield both(_NOTHING, name=question.name, why=not_judged(result.reason))
        return
    periods = question.areas.periods
    when = f" {periods[0]} - {periods[-1]}" if len(periods) > 1 else f" {periods[0]}" if periods[0] else ""
    yield both(
        _FIRST,
        name=question.name,
        when=same(when),
        number=len(question.areas.codes),
        cases=result.cases,
        zones=answer.zones,
    )
    if question.in_time and question.prospective:
        yield both(_NOW, last=periods[-1])
    certain = answer.certain
    if answer.overdispersed:
        yield both(_WIDE, phi=numeral(answer.phi, 1))
    for one in certain:
        yield _cluster(answer, one)
    if not certain:
        yield _NONE
        for one in answer.shown[:1]:
            yield both(_WEAK, cluster=_cluster(answer, one))
    elif question.areas.found_by_looking:
        yield _LOOKED
    yield from _left_out(answer)
    few = len(result.clusters) - len(answer.shown)
    if few:
        yield both(_FEW, number=few, minimum=question.minimum)


def _left_out(answer: ScanAnswer) -> Iterator[Text]:
    """The areas that were left out, by reason."""
    for reason, number in counted(one for _, one in answer.left_out):
        names = [same(code) for code, one in answer.left_out if one == reason]
        yield both(_LEFT_OUT, number=number, names=listed(names, most=10), why=because(reason))


def _cluster(answer: ScanAnswer, one: Cluster) -> Text:
    window = answer.window(one)
    return both(
        _CLUSTER,
        areas=listed(map(same, answer.names(one)), most=8),
        when=both(_WINDOW, first=window[0], last=window[1]) if window else same(""),
        cases=one.cases,
        expected=numeral(one.expected, 1),
        ratio=numeral(one.relative_risk, 1),
        p=chance(one.p),
    )
