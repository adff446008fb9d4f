# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The comparison of areas in words: what was registered where, and what chance does not explain."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from baken.analysis.caveats import caveats
from baken.analysis.reasons import because, counted, not_judged
from baken.analysis.said import Said, both, listed, numeral, same, span
from baken.methods.reason import Reason
from baken.model.text import Text

if TYPE_CHECKING:
    from baken.analysis.compare import CompareAnswer

_SMALL = 10
_TOP = 3
_WHOLE = Text(
    "{name}{when}: {number} gebieden, samen {rate} geregistreerd per {factor} inwoners.",
    "{name}{when}: {number} areas, together {rate} registered per {factor} inhabitants.",
)
_REFERENCE = Text(
    "Vergeleken met {reference}: {rate} per {factor} inwoners.",
    "Compared with {reference}: {rate} per {factor} inhabitants.",
)
_BEYOND = {
    1: Text(
        "Meer geregistreerd dan toeval verklaart (buiten de 99,8%-grens): {areas}.",
        "More registered than chance explains (outside of the 99.8 % limit): {areas}.",
    ),
    -1: Text(
        "Minder geregistreerd dan toeval verklaart (buiten de 99,8%-grens): {areas}.",
        "Less registered than chance explains (outside of the 99.8 % limit): {areas}.",
    ),
}
_NONE = Text(
    "Geen gebied wijkt verder af dan toeval kan verklaren.",
    "No area lies further away than chance can explain.",
)
_SPREAD = Text(
    "De gebieden verschillen onderling meer dan door toeval alleen ({phi} keer). Neem je dat mee, dan "
    "vallen nog buiten "
    "de marge: {areas}.",
    "The areas differ more than by chance alone ({phi} times). Allowing for that, these are still outside "
    "of the "
    "margin: {areas}.",
)
_NOT_ONE = Text("geen enkel gebied", "not one area")
_ABOVE = Text(
    "Vrijwel zeker boven {reference}: {above} van de {judged} gebieden (kans groter dan 97,5 %).",
    "Almost certainly above {reference}: {above} of {judged} areas (a probability above 97.5 %).",
)
_ALL_TOGETHER = Text("alle gebieden samen", "all areas together")
_RANK = Text(
    "Van hoog naar laag, als toeval wordt afgevlakt: {areas}.",
    "From high to low, with chance smoothed out: {areas}.",
)
_RANKED = Text("{name} (plaats {place})", "{name} (place {place})")
_ABOUT = Text(
    "{name}: {rate} per {factor} inwoners; in de rest {rest}. Het verschil is {difference} (95%-marge "
    "{margin}){verdict}.",
    "{name}: {rate} per {factor} inhabitants; in the rest {rest}. The difference is {difference} "
    "(95 % margin {margin}){verdict}.",
)
_CHANCE = Text(
    ". Zo'n verschil kan toeval zijn of bij de gewone verschillen horen",
    ". Such a difference may be chance or one of the usual differences",
)
_UNKNOWN = Text("Niet te beoordelen: {areas}.", "Not to be judged: {areas}.")
_NOT_AT_ALL = Text(
    "{name}: het verschil tussen de gebieden {why}.", "{name}: the difference between the areas {why}."
)
_VISITORS = Text(
    "Tel je bezoekers mee als aanwezigen ({fewest} tot {most} keer de inwoners), dan is het cijfer van "
    "{name} "
    "{lowest} tot {highest} in plaats van {rate}.",
    "With visitors counted as people present ({fewest} to {most} times the inhabitants), the figure of "
    "{name} is "
    "{lowest} to {highest} instead of {rate}.",
)
_REPORTED = Text(
    "Als {low} tot {high} % wordt geregistreerd, zitten er achter de {count} gevallen in {name} {fewest} "
    "tot {most}. "
    "Verschil in melden {can} de volgorde ten opzichte van de rest omkeren.",
    "If {low} to {high} % is registered, there are {fewest} to {most} behind the {count} cases in {name}. "
    "A difference in reporting {can} turn the order against the rest.",
)
_CAN = {
    True: Text("kan", "can"),
    False: Text("kan niet", "cannot"),
    None: Text("kan misschien", "can perhaps"),
}


def said(answer: CompareAnswer) -> Said:
    """The answer in words."""
    areas = answer.question.areas
    return Said(
        sentences=tuple(_sentences(answer)),
        caveats=(*answer.question.caveats, *caveats(*_rules(answer))),
        source=areas.source,
        snapshots=areas.snapshots,
    )


def _rules(answer: CompareAnswer) -> Iterator[str]:
    areas = answer.question.areas
    if not answer.question.caveats:
        yield "registered-only"
        yield "border"
    if any(n < _SMALL for n in areas.cases.tolist()):
        yield "small-numbers"
    people = [] if areas.population is None else areas.population.tolist()
    if any(n < answer.question.minimum_people for n in people):
        yield "small-denominator"
    yield "rank-unsure"
    yield "no-cause"


def _sentences(answer: CompareAnswer) -> Iterator[Text]:
    question = answer.question
    if not answer.funnel.target > 0 or all(one.reason for one in answer.funnel.areas):
        yield both(_NOT_AT_ALL, name=question.name, why=not_judged(_common(answer)))
        return
    yield from _whole(answer)
    yield from _about(answer)
    yield from _outside(answer)
    yield from _above(answer)
    yield from _ranking(answer)
    yield from _sensitivity(answer)
    yield from _unknown(answer)


def _common(answer: CompareAnswer) -> Reason:
    found = counted(one.reason for one in answer.funnel.areas)
    return found[0][0] if found else Reason.MISSING


def _whole(answer: CompareAnswer) -> Iterator[Text]:
    question, areas = answer.question, answer.question.areas
    judged = [n for n, one in enumerate(answer.funnel.areas) if not one.reason]
    people = [] if areas.population is None else [float(areas.population[n]) for n in judged]
    total = sum(float(areas.cases[n]) for n in judged)
    when = areas.periods[0]
    yield both(
        _WHOLE,
        name=question.name,
        when=Text(f" in {when}", f" in {when}") if when else Text("", ""),
        number=len(judged),
        rate=_rate(total / sum(people) * question.factor),
        factor=int(question.factor),
    )
    if question.reference is not None:
        yield both(
            _REFERENCE,
            reference=_reference(answer),
            rate=_rate(answer.reference),
            factor=int(question.factor),
        )


def _reference(answer: CompareAnswer) -> Text:
    return answer.question.reference_name or _ALL_TOGETHER


def _outside(answer: CompareAnswer) -> Iterator[Text]:
    found = {sign: answer.beyond(sign, wide=False) for sign in (1, -1)}
    for sign, places in found.items():
        if places:
            yield both(_BEYOND[sign], areas=_with_rates(answer, places))
    if not any(found.values()):
        yield _NONE
    elif answer.funnel.phi > 1:
        wide = [*answer.beyond(1, wide=True), *answer.beyond(-1, wide=True)]
        yield both(
            _SPREAD,
            phi=numeral(answer.funnel.phi, 1),
            areas=_with_rates(answer, wide) if wide else _NOT_ONE,
        )


def _with_rates(answer: CompareAnswer, places: Iterable[int]) -> Text:
    return listed(
        (_pair(answer.question.areas.names[n], _rate(answer.funnel.areas[n].rate)) for n in places), most=8
    )


def _pair(name: str, value: Text) -> Text:
    return Text(f"{name} ({value.nl})", f"{name} ({value.en})")


def _above(answer: CompareAnswer) -> Iterator[Text]:
    above, judged = answer.above()
    if judged:
        yield both(_ABOVE, above=above, judged=judged, reference=_reference(answer))


def _ranking(answer: CompareAnswer) -> Iterator[Text]:
    ranks, names = answer.ranks, answer.question.areas.names
    order = [n for n in ranks.expected.argsort().tolist() if not math.isnan(ranks.expected[n])]
    if not order:
        return
    shown = (
        both(_RANKED, name=same(names[n]), place=_places(int(ranks.lower[n]), int(ranks.upper[n])))
        for n in order[:_TOP]
    )
    yield both(_RANK, areas=listed(shown))


def _places(low: int, high: int) -> Text:
    return same(str(low)) if low == high else Text(f"{low} tot {high}", f"{low} to {high}")


def _about(answer: CompareAnswer) -> Iterator[Text]:
    question = answer.question
    if question.about not in question.areas.codes:
        return
    n = question.areas.codes.index(question.about)
    one, name = answer.rest[n], same(question.areas.names[n])
    if one.reason:
        yield both(_NOT_AT_ALL, name=name, why=not_judged(one.reason))
        return
    yield both(
        _ABOUT,
        name=name,
        rate=_rate(one.rate),
        factor=int(question.factor),
        rest=_rate(one.rest),
        difference=_rate(one.difference, signed=True),
        margin=span(one.difference_lower, one.difference_upper, 1),
        verdict=Text("", "") if one.differs else _CHANCE,
    )


def _sensitivity(answer: CompareAnswer) -> Iterator[Text]:
    question = answer.question
    n = _spoken_of(answer)
    if n is None:
        return
    name = same(question.areas.names[n])
    if answer.visitors and question.visitors and not answer.visitors[n].reason:
        one = answer.visitors[n]
        yield both(
            _VISITORS,
            fewest=numeral(1 + question.visitors[0], 2),
            most=numeral(1 + question.visitors[1], 2),
            name=name,
            lowest=_rate(one.lowest),
            highest=_rate(one.highest),
            rate=_rate(one.per_inhabitant),
        )
    if answer.reported and question.reported and not answer.reported[n].reason:
        found, turn = answer.reported[n], answer.tipping[n]
        yield both(
            _REPORTED,
            low=numeral(100 * question.reported[0], 0),
            high=numeral(100 * question.reported[1], 0),
            count=int(found.registered),
            name=name,
            fewest=numeral(found.fewest, 0),
            most=numeral(found.most, 0),
            can=_CAN[turn.can_turn],
        )


def _spoken_of(answer: CompareAnswer) -> int | None:
    """The area that was asked about, or the one with the highest rate."""
    areas = answer.question.areas
    if answer.question.about in areas.codes:
        return areas.codes.index(answer.question.about)
    judged = [n for n, one in enumerate(answer.funnel.areas) if not one.reason]
    return max(judged, key=lambda n: answer.funnel.areas[n].rate) if judged else None


def _unknown(answer: CompareAnswer) -> Iterator[Text]:
    names = answer.question.areas.names
    found = [
        Text(f"{names[n]} ({because(one.reason).nl})", f"{names[n]} ({because(one.reason).en})")
        for n, one in enumerate(answer.funnel.areas)
        if one.reason
    ]
    if found:
        yield both(_UNKNOWN, areas=listed(found))


def _rate(value: float, *, signed: bool = False) -> Text:
    return numeral(value, 1 if abs(value) >= 0.1 or not value else 3, signed=signed)
