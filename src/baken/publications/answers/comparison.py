# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a comparison of areas."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from baken.analysis.compare import CompareAnswer
from baken.analysis.reasons import because
from baken.model.text import Language, Text
from baken.publications.answers.speech import (
    AREA,
    COUNT,
    MARGIN,
    PER_PEOPLE,
    Speech,
    decimals_for,
    figure,
    spoken,
)
from baken.publications.answers.told import FUNNEL, RANKS
from baken.publications.charts import (
    FunnelChart,
    FunnelLimit,
    FunnelPoint,
    FunnelWords,
    RankChart,
    RankRow,
    RankWords,
    RefLine,
)
from baken.publications.report_model import Cell, Drawing, Report, Table

if TYPE_CHECKING:
    from baken.methods.comparison.funnel import FunnelArea

_FAR = 2
_STEPS = 48
# More rows than this are no longer read: then the highest and the lowest are drawn, and all are in the table.
_MOST_ROWS, _HIGHEST, _LOWEST = 45, 25, 12
_MOST_NAMES = 60
_NONE = Text("{name}: geen gebied wijkt af van wat toeval en gewone spreiding geven",
             "{name}: no area departs from what chance and the usual spread give")  # fmt: skip
_SPREAD_ONLY = Text(
    "{name}: gebieden verschillen meer dan toeval geeft, maar geen valt buiten de gewone spreiding",
    "{name}: areas differ more than chance gives, but none falls outside of the usual spread",
)
_MORE = Text("boven de toevalsgrens, binnen de spreiding", "above the chance limit, within the spread")
_LESS = Text("onder de toevalsgrens, binnen de spreiding", "below the chance limit, within the spread")
_NOWHERE = Text("Geen gebied ligt buiten de buitenste grens.", "No area lies outside of the outer limit.")
_SOME = {
    True: Text("{name}: 1 van de {judged} gebieden wijkt af", "{name}: 1 of the {judged} areas stands apart"),
    False: Text(
        "{name}: {number} van de {judged} gebieden wijken af",
        "{name}: {number} of the {judged} areas stand apart",
    ),
}
_NOT_AT_ALL = Text("{name}: verschillen niet te beoordelen", "{name}: differences cannot be judged")
_PEOPLE = Text("inwoners", "inhabitants")
_MEAN = Text("alle gebieden samen", "all areas together")
_FUNNEL = Text("Wat toeval en gewone spreiding verklaren", "What chance and the usual spread explain")
_RANKS = Text("Geschatte cijfers met hun marge", "Estimated figures with their margin")
_ENDS = Text(
    "De {high} hoogste en {low} laagste geschatte cijfers",
    "The {high} highest and {low} lowest estimated figures",
)
_BETWEEN = Text(
    "De {number} gebieden daartussen staan niet in de figuur, maar wel in de tabel.",
    "The {number} areas in between are not in the chart; they are in the table.",
)
_REST = Text("en {number} andere, zie de tabel", "and {number} others, see the table")
_INSIDE = Text("gebied binnen de grenzen", "area within the limits")
_INSIDE_WIDE = Text("gebied binnen de grenzen met spreiding", "area within the limits with spread")
_INNER = Text("95 %-grens met spreiding", "95 % limit with spread")
_OUTER = Text("99,8 %-grens met spreiding", "99.8 % limit with spread")
_THIN = Text("dezelfde grenzen, alleen toeval", "the same limits, chance only")
_INNER_PLAIN = Text("95 %-grens", "95 % limit")
_OUTER_PLAIN = Text("99,8 %-grens", "99.8 % limit")
_APART = Text(
    "marge waar het cijfer van {reference} buiten ligt", "margin that leaves out the figure of {reference}"
)
_PLACE = Text("plaats", "place")
_ABOVE = Text("boven de buitenste grens", "above the outer limit")
_BELOW = Text("onder de buitenste grens", "below the outer limit")
_WITHIN = Text("binnen de grenzen", "within the limits")


def comparison_report(answer: CompareAnswer, language: Language) -> Report:
    """What the page of a comparison says."""
    speech = Speech(language)
    drawings = [
        Drawing(chart, chart.unit_label)
        for chart in (_funnel(answer, speech), _ranks(answer, speech))
        if chart
    ]
    return Report(
        title=_title(answer, speech),
        subtitle=_measure(answer, speech),
        drawings=tuple(drawings),
        tables=(_table(answer, speech),),
        methods=(FUNNEL.in_(speech), RANKS.in_(speech)),
        **spoken(answer.said, speech),
    )


def _wide(answer: CompareAnswer) -> bool:
    """Whether the limits allow for the usual differences between areas: that takes three areas or more."""
    return answer.funnel.phi > 1


def _beyond(answer: CompareAnswer, one: FunnelArea) -> int:
    return _side(one.wide_place if _wide(answer) else one.place)


def _side(place: int | None) -> int:
    """On which side a place lies outside of all limits; 0 if it does not."""
    return 0 if place is None or abs(place) < _FAR else (place > 0) - (place < 0)


def _title(answer: CompareAnswer, speech: Speech) -> str:
    name = answer.question.name
    judged = [one for one in answer.funnel.areas if not one.reason]
    if not judged:
        return speech(_NOT_AT_ALL, name=name)
    number = sum(_beyond(answer, one) != 0 for one in judged)
    if not number:
        spread = any(_side(one.place) for one in judged)
        return speech(_SPREAD_ONLY if spread else _NONE, name=name)
    return speech(_SOME[number == 1], name=name, number=number, judged=len(judged))


def _unit(answer: CompareAnswer, speech: Speech) -> str:
    return speech(PER_PEOPLE, name=answer.question.name, factor=int(answer.question.factor))


def _measure(answer: CompareAnswer, speech: Speech) -> str:
    return speech.dated(_unit(answer, speech), answer.question.areas.periods[0])


def _decimals(answer: CompareAnswer) -> int:
    return decimals_for(one.rate for one in answer.funnel.areas)


def _funnel(answer: CompareAnswer, speech: Speech) -> FunnelChart | None:
    areas, decimals = answer.question.areas, _decimals(answer)
    judged = [n for n, one in enumerate(answer.funnel.areas) if not one.reason]
    if not judged or areas.population is None or not math.isfinite(answer.funnel.target):
        return None
    found = answer.funnel.areas
    order = sorted(judged, key=lambda n: -abs(found[n].deviation))
    points = tuple(
        FunnelPoint(
            name=areas.names[n],
            population=float(areas.population[n]),
            value=found[n].rate,
            beyond=_beyond(answer, found[n]),
            emphasised=areas.codes[n] == answer.question.about,
        )
        for n in order
    )
    unknown = [n for n, one in enumerate(found) if one.reason]
    return FunnelChart(
        id="funnel",
        title=speech(_FUNNEL),
        description=_summary(answer, speech),
        points=points,
        limits=tuple(_limits(answer, [point.population for point in points], speech)),
        mean=answer.funnel.target,
        unit_label=_unit(answer, speech),
        population_label=speech(_PEOPLE),
        number_format=speech.form(decimals),
        population_format=speech.form(0),
        axis_format=speech.form(0 if decimals <= 1 else decimals),
        not_judged=tuple(f"{areas.names[n]} ({speech(because(found[n].reason))})" for n in unknown),
        words=_words(answer, speech),
    )


def _words(answer: CompareAnswer, speech: Speech) -> FunnelWords:
    return FunnelWords(
        mean=speech(answer.question.reference_name or _MEAN),
        between=speech(_INSIDE_WIDE if _wide(answer) else _INSIDE),
        above=speech(_ABOVE),
        below=speech(_BELOW),
        unnamed=speech(Text("Ook buiten de buitenste grens", "Also outside of the outer limit")),
        not_judged=speech(Text("Niet te beoordelen", "Cannot be judged")),
        more=_REST.in_(speech.language),
    )


def _summary(answer: CompareAnswer, speech: Speech) -> str:
    names = answer.question.areas.names
    parts = []
    for words, sign in ((_ABOVE, 1), (_BELOW, -1)):
        found = [names[n] for n, one in enumerate(answer.funnel.areas) if _beyond(answer, one) == sign]
        if len(found) > _MOST_NAMES:
            left = speech.number(len(found) - _MOST_NAMES, 0)
            found = [*found[:_MOST_NAMES], speech(_REST, number=left)]
        if found:
            parts.append(f"{speech(words).capitalize()}: {', '.join(found)}.")
    return " ".join(parts) or speech(_NOWHERE)


def _limits(answer: CompareAnswer, people: list[float], speech: Speech) -> Iterable[FunnelLimit]:
    """The limits along the populations; those for chance alone are thin where there are wide ones as well."""
    from baken.methods.comparison.funnel import funnel_curve  # noqa: PLC0415

    low, high = min(people) / 1.3, max(people) * 1.3
    grid = [low * (high / low) ** (n / _STEPS) for n in range(_STEPS + 1)]
    curve = funnel_curve(answer.funnel, grid)
    wide = _wide(answer)
    for level in range(len(answer.funnel.options.levels)):
        outer = level == len(answer.funnel.options.levels) - 1
        plain = (_OUTER_PLAIN if outer else _INNER_PLAIN) if not wide else _THIN
        ends = tuple(point.limits[level] for point in curve)
        yield _limit(speech(plain), grid, ends, outer=outer, thin=wide)
        if wide:
            ends = tuple(point.wide_limits[level] for point in curve)
            yield _limit(speech(_OUTER if outer else _INNER), grid, ends, outer=outer)


def _limit(
    label: str, grid: list[float], ends: tuple[tuple[float, float], ...], *, outer: bool, thin: bool = False
) -> FunnelLimit:
    lower, upper = tuple(one[0] for one in ends), tuple(one[1] for one in ends)
    return FunnelLimit(label, tuple(grid), lower, upper, outer, thin)


def _ranks(answer: CompareAnswer, speech: Speech) -> RankChart | None:
    areas, shrunken, ranks = answer.question.areas, answer.shrunken, answer.ranks
    factor, decimals = answer.question.factor, _decimals(answer)
    order = answer.order
    if len(order) < 2:
        return None
    title, left_out = speech(_RANKS), ""
    reference = speech(answer.question.reference_name or _MEAN)
    if len(order) > _MOST_ROWS:
        own = [n for n in order[_HIGHEST:-_LOWEST] if areas.codes[n] == answer.question.about]
        missing = len(order) - _HIGHEST - _LOWEST - len(own)
        left_out = speech(_BETWEEN, number=speech.number(missing, 0))
        order = [*order[:_HIGHEST], *own, *order[-_LOWEST:]]
        title = speech(_ENDS, high=_HIGHEST, low=_LOWEST)
    rows = tuple(
        RankRow(
            label=areas.names[n],
            value=float(shrunken.rate[n]) * factor,
            lower=float(shrunken.lower[n]) * factor,
            upper=float(shrunken.upper[n]) * factor,
            text=_place(ranks.lower[n], ranks.upper[n], speech),
            emphasised=areas.codes[n] == answer.question.about,
        )
        for n in order
    )
    return RankChart(
        id="ranks",
        title=title,
        description=left_out,
        rows=rows,
        number_format=speech.form(decimals),
        axis_format=speech.form(0 if decimals <= 1 else decimals),
        unit_label=_unit(answer, speech),
        text_label=speech(_PLACE),
        reference=RefLine(reference, answer.reference),
        words=RankWords(speech(MARGIN), speech(_APART, reference=reference)),
    )


def _place(low: float, high: float, speech: Speech) -> str:
    if math.isnan(low) or math.isnan(high):
        return ""
    first, last = speech.number(float(low), 0), speech.number(float(high), 0)
    return first if first == last else f"{first}–{last}"


def _table(answer: CompareAnswer, speech: Speech) -> Table:
    areas, factor = answer.question.areas, int(answer.question.factor)
    headers = (
        speech(AREA),
        speech(COUNT),
        speech(_PEOPLE).capitalize(),
        speech(Text("Per {factor}", "Per {factor}"), factor=factor),
        speech(Text("Geschat per {factor}", "Estimated per {factor}"), factor=factor),
        speech(MARGIN),
        speech(_PLACE).capitalize(),
        speech(Text("Oordeel", "Judgement")),
    )
    rates = [one.rate if math.isfinite(one.rate) else -1.0 for one in answer.funnel.areas]
    order = sorted(range(len(areas.codes)), key=lambda n: (-rates[n], areas.names[n]))
    decimals = _decimals(answer)
    rows = tuple(_row(answer, n, speech, decimals) for n in order)
    return Table(_measure(answer, speech), headers, rows, frozenset(range(1, 7)))


def _row(answer: CompareAnswer, n: int, speech: Speech, decimals: int) -> tuple[Cell, ...]:
    areas, shrunken, factor = answer.question.areas, answer.shrunken, answer.question.factor
    one = answer.funnel.areas[n]
    people = float("nan") if areas.population is None else float(areas.population[n])
    own = areas.codes[n] == answer.question.about
    beyond = _beyond(answer, one)
    plain = {1: _MORE, -1: _LESS}.get(_side(one.place), _WITHIN)
    verdict = speech({1: _ABOVE, -1: _BELOW}.get(beyond, plain))
    mark = {1: "▲ ", -1: "▼ "}.get(beyond, "")
    return (
        Cell(areas.names[n], strong=own),
        figure(speech.number(float(areas.cases[n]), 0)),
        figure(speech.number(people, 0)),
        figure(speech.number(one.rate, decimals)),
        figure(speech.number(float(shrunken.rate[n]) * factor, decimals)),
        figure(speech.span(float(shrunken.lower[n]) * factor, float(shrunken.upper[n]) * factor, decimals)),
        figure(_place(answer.ranks.lower[n], answer.ranks.upper[n], speech) or "–"),
        Cell(speech(because(one.reason)), missing=True)
        if one.reason
        else Cell(mark + verdict, strong=beyond != 0),
    )
