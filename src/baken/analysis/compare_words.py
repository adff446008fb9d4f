# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The comparison of areas in words: what was registered where, and what chance does not explain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from baken.analysis.caveats import caveats
from baken.analysis.compare import Turn
from baken.analysis.reasons import because, counted, not_judged
from baken.analysis.said import Said, both, listed, numeral, same, span
from baken.analysis.table_caveats import people_caveats
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
_ONE_AREA = Text(
    "{name}{when}: 1 gebied, {rate} geregistreerd per {factor} inwoners. Er is niets om het mee te "
    "vergelijken.",
    "{name}{when}: 1 area, {rate} registered per {factor} inhabitants. There is nothing to compare it with.",
)
_ONE_BESIDE = Text(
    "{name}{when}: 1 gebied, {rate} geregistreerd per {factor} inwoners.",
    "{name}{when}: 1 area, {rate} registered per {factor} inhabitants.",
)
# Of what the police find by looking a high figure is no sign that more happens.
_LOOKED = {
    1: Text(
        "Meer geregistreerd, boven de 99,8%-grens: {areas}. Als je kijkt, zie je meer: dat betekent niet "
        "vanzelf dat er meer gebeurt.",
        "More registered, above the 99.8 % limit: {areas}. If you look, you see more: this does not by "
        "itself mean that more happens.",
    ),
    -1: Text(
        "Minder geregistreerd, onder de 99,8%-grens: {areas}.",
        "Less registered, below the 99.8 % limit: {areas}.",
    ),
}
_CHANCE_ONLY = {
    1: Text(
        "Als alleen toeval meetelt, {lie} boven de 99,8%-grens: {areas}.",
        "If chance alone counts, above the 99.8 % limit {lie}: {areas}.",
    ),
    -1: Text(
        "Als alleen toeval meetelt, {lie} onder de 99,8%-grens: {areas}.",
        "If chance alone counts, below the 99.8 % limit {lie}: {areas}.",
    ),
}
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
    "De gebieden verschillen onderling meer dan door toeval alleen ({phi} keer). Neem je die gewone "
    "verschillen mee, dan {left}.",
    "The areas differ more than by chance alone ({phi} times). Allowing for those usual differences, {left}.",
)
_LIE = {True: Text("ligt", "lies"), False: Text("liggen", "lie")}
_FALL = {True: Text("valt", "this is"), False: Text("vallen", "these are")}
_LEFT = Text("{fall} nog buiten de marge: {areas}", "{fall} still outside of the margin: {areas}")
_NOT_ONE = Text("valt geen enkel gebied meer buiten de marge", "no area is outside of the margin any more")
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
    "Als {low} tot {high} % wordt geregistreerd, {cases} in {name} voor {fewest} tot {most} gevallen. {turn}",
    "If {low} to {high} % is registered, {cases} in {name} for {fewest} to {most} cases. {turn}",
)
_CASES = {
    True: Text("staat 1 geregistreerd geval", "1 registered case stands"),
    False: Text("staan de {count} geregistreerde gevallen", "the {count} registered cases stand"),
}
_TURNS = {
    Turn.CAN: Text(
        "Verschil in registreren binnen die grenzen kan de volgorde ten opzichte van de rest omkeren.",
        "A difference in registering within these limits can turn the order against the rest.",
    ),
    Turn.CANNOT: Text(
        "Verschil in registreren binnen die grenzen keert de volgorde ten opzichte van de rest niet om.",
        "A difference in registering within these limits does not turn the order against the rest.",
    ),
    Turn.PERHAPS: Text(
        "Verschil in registreren binnen die grenzen kan, samen met toeval, de volgorde ten opzichte van de "
        "rest omkeren.",
        "A difference in registering within these limits can, together with chance, turn the order against "
        "the rest.",
    ),
    Turn.OPEN: Text(
        "De volgorde ten opzichte van de rest staat ook zonder verschil in registreren niet vast.",
        "The order against the rest is not settled even without a difference in registering.",
    ),
    Turn.UNKNOWN: Text(
        "Of verschil in registreren de volgorde kan omkeren, is niet te zeggen.",
        "Whether a difference in registering can turn the order cannot be said.",
    ),
}


def said(answer: CompareAnswer) -> Said:
    """The answer in words."""
    areas = answer.question.areas
    return Said(
        sentences=tuple(_sentences(answer)),
        caveats=(
            *answer.question.caveats,
            *people_caveats(areas, answer.question.minimum_people),
            *caveats(*_rules(answer)),
        ),
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
    if any(_ranking(answer)):
        yield "rank-unsure"
    yield "no-cause"


def _sentences(answer: CompareAnswer) -> Iterator[Text]:
    question = answer.question
    if not answer.funnel.target > 0 or not _judged(answer):
        yield both(_NOT_AT_ALL, name=question.name, why=not_judged(_common(answer)))
        return
    yield from _whole(answer)
    if not _is_alone(answer):
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
    question, areas, judged = answer.question, answer.question.areas, _judged(answer)
    people = [] if areas.population is None else [float(areas.population[n]) for n in judged]
    total = sum(float(areas.cases[n]) for n in judged)
    when = areas.periods[0]
    alone = _ONE_AREA if question.reference is None else _ONE_BESIDE
    yield both(
        _WHOLE if len(judged) > 1 else alone,
        name=question.name,
        when=same(f" in {when}" if when else ""),
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


def _is_alone(answer: CompareAnswer) -> bool:
    """Whether one area is all that there is, so that it is only held against itself."""
    return len(_judged(answer)) == 1 and answer.question.reference is None


def _judged(answer: CompareAnswer) -> list[int]:
    return [n for n, one in enumerate(answer.funnel.areas) if not one.reason]


def _reference(answer: CompareAnswer) -> Text:
    return answer.question.reference_name or _ALL_TOGETHER


def _outside(answer: CompareAnswer) -> Iterator[Text]:
    found = {sign: answer.beyond(sign, wide=False) for sign in (1, -1)}
    looked, spread = answer.question.areas.found_by_looking, answer.funnel.phi > 1
    words = _LOOKED if looked else _CHANCE_ONLY if spread else _BEYOND
    for sign, places in found.items():
        if places:
            yield both(words[sign], areas=_with_rates(answer, places), lie=_LIE[len(places) == 1])
    if not any(found.values()):
        yield _NONE
    elif spread:
        wide = [*answer.beyond(1, wide=True), *answer.beyond(-1, wide=True)]
        yield both(
            _SPREAD,
            phi=numeral(answer.funnel.phi, 1),
            left=_left(answer, wide),
        )


def _left(answer: CompareAnswer, places: Sequence[int]) -> Text:
    """What is left outside of the limits with the usual differences between areas."""
    if not places:
        return _NOT_ONE
    return both(_LEFT, areas=_with_rates(answer, places), fall=_FALL[len(places) == 1])


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
    ranks, areas = answer.ranks, answer.question.areas
    # A place of few cases says next to nothing: it stands in the table with its margin, and not here.
    order = [n for n in answer.order if areas.cases[n] >= answer.question.minimum_cases]
    if not order or len(answer.order) == 1:
        return
    names = areas.names
    shown = (
        both(_RANKED, name=same(names[n]), place=_places(int(ranks.lower[n]), int(ranks.upper[n])))
        for n in order[:_TOP]
    )
    yield both(_RANK, areas=listed(shown))


def _places(low: int, high: int) -> Text:
    return numeral(low, 0) if low == high else span(low, high, 0)


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
        found = answer.reported[n]
        yield both(
            _REPORTED,
            low=numeral(100 * question.reported[0], 0),
            high=numeral(100 * question.reported[1], 0),
            cases=both(_CASES[found.registered == 1], count=numeral(found.registered, 0)),
            name=name,
            fewest=numeral(found.fewest, 0),
            most=numeral(found.most, 0),
            turn=_TURNS[answer.turns(n)],
        )


def _spoken_of(answer: CompareAnswer) -> int | None:
    """The area that was asked about, or the one with the highest rate of enough cases."""
    areas = answer.question.areas
    if answer.question.about in areas.codes:
        return areas.codes.index(answer.question.about)
    judged = _judged(answer)
    # A high rate of few cases is no reason to speak of that area.
    enough = [n for n in judged if areas.cases[n] >= answer.question.minimum_cases] or judged
    return max(enough, key=lambda n: answer.funnel.areas[n].rate) if enough else None


def _unknown(answer: CompareAnswer) -> Iterator[Text]:
    names = answer.question.areas.names
    found = [_pair(names[n], because(one.reason)) for n, one in enumerate(answer.funnel.areas) if one.reason]
    if found:
        yield both(_UNKNOWN, areas=listed(found))


def _rate(value: float, *, signed: bool = False) -> Text:
    return numeral(value, 1 if abs(value) >= 0.1 or not value else 3, signed=signed)
