# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether something helped, in plain words: "we do not know" unless it was studied, and how sure that is.

Before and after are told only where the municipality says that this is how the effect was studied; the
numbers then come from the figures of the picture itself, or from the study.
"""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.intervention import EffectMethod, EffectSize, EffectStatement, Intervention
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.picture.displacement import Displacement, change_within
from baken.picture.findings_effects import measures_of, years_around
from baken.picture.material import Material

UNKNOWN = Text(
    "We weten het niet: of dit heeft geholpen, is niet onderzocht.",
    "We do not know: whether this helped was not studied.",
)
NOTHING_STUDIED = Text(
    "Of de aanpak van dit thema helpt? We weten het niet: dat is niet onderzocht.",
    "Does what is done on this theme help? We do not know: that was not studied.",
)
_CONTROLS = Text(
    "Wie meer controleert, vindt meer. Een stijging van dit cijfer is dus geen bewijs dat het erger wordt.",
    "Who checks more, finds more. So a rise in this figure is no proof that things get worse.",
)
_COUNTED = Text(
    "{name} in {area}: {before} in {start} en {after} in {end}.",
    "{name} in {area}: {before} in {start} and {after} in {end}.",
)
_AGAINST = {
    EffectMethod.BEFORE_AFTER: Text("Vergeleken met ervoor", "Compared with before"),
    EffectMethod.COMPARISON: Text(
        "Vergeleken met gebieden zonder deze aanpak", "Compared with areas without these measures"
    ),
}
_SURE = Text(
    "{against} is het ongeveer {percent} % {way}. Het echte verschil ligt waarschijnlijk tussen {low} en "
    "{high} % {way}.",
    "{against} it is about {percent} % {way}. The true difference probably lies between {low} and "
    "{high} % {way}.",
)
_CHANCE = Text(
    "{against} is er geen verschil dat groter is dan toeval. Het ligt waarschijnlijk tussen {low} % {lower} "
    "en {high} % {higher}. We weten dus niet of er iets is veranderd.",
    "{against} there is no difference beyond chance. It probably lies between {low} % {lower} and {high} % "
    "{higher}. So we do not know whether anything changed.",
)
_NO_SIZE = Text(
    "Hoe groot het verschil is en hoe zeker, is niet bekend.",
    "How large the difference is and how certain is not known.",
)
_WHY = Text(
    "Of dit door de aanpak komt, weten we niet: er kan meer veranderd zijn.",
    "Whether the measures are the reason we do not know: more may have changed.",
)
_LOWER, _HIGHER = Text("lager", "lower"), Text("hoger", "higher")


def effect_sentence(
    statement: EffectStatement | None, counted: tuple[Displacement, ...] = (), *, controls: bool = False
) -> Text:
    """What may be said of the effect of something that was done.

    Args:
        statement: what the municipality says of it; without one, or without a method, nothing is known.
        counted: the counts of before and after where it was done, for a study of before and after.
        controls: it is about looking harder, which raises what is found.

    """
    beside = (_CONTROLS,) if controls else ()
    if statement is None or statement.method in {None, EffectMethod.NONE}:
        said = () if statement is None else (statement.text,)
        return _joined(*said, UNKNOWN, *beside)
    method = statement.method or EffectMethod.NONE
    parts = [statement.text]
    if statement.size is not None:
        parts.append(size_words(statement.size, method))
    elif method is EffectMethod.BEFORE_AFTER and counted:
        parts += [one for each in counted for one in _counted(each)]
    else:
        parts.append(_NO_SIZE)
    why = (_WHY,) if method is EffectMethod.BEFORE_AFTER else ()
    return _joined(*parts, *why, *beside)


def counted_around(material: Material, one: Intervention) -> tuple[Displacement, ...]:
    """The counts in its area in the year before it began and the newest year of it, for each of its codes.

    Only those that may be told: of a real municipality's areas in public material only, and none where a
    count is missing or small or counting changed.
    """
    if one.area not in material.register.areas or not (material.public or material.municipality.invented):
        return ()
    return tuple(found for found in _changes(material, one) if found.fall is not None and found.fall.judged)


def _changes(material: Material, one: Intervention) -> Iterator[Displacement]:
    for measure in measures_of(material, one):
        years = years_around(material, one, measure)
        if years is not None:
            yield change_within(material, measure, one.area, *years)


def size_words(size: EffectSize, method: EffectMethod) -> Text:
    """A size with its margin, in words; no direction where the margin holds no difference."""
    lower, upper = float(size.lower), float(size.upper)
    return _sized(float(size.percent), (lower, upper), _AGAINST[method])


def _counted(found: Displacement) -> Iterator[Text]:
    """The counts of both years, and what lies between them."""
    if found.fall is None:
        return
    numbers = dict(zip(("before", "after"), found.own_counts.pair, strict=True))

    def told(language: Language) -> str:
        return _COUNTED.in_(language).format(
            name=found.name.in_(language),
            area=found.area.name,
            start=found.start,
            end=found.end,
            **{name: format_number(value or 0, 0, language) for name, value in numbers.items()},
        )

    yield Text(told(Language.NL), told(Language.EN))
    fall = found.fall
    against = _AGAINST[EffectMethod.BEFORE_AFTER]
    yield _sized(fall.percent, (fall.percent_lower, fall.percent_upper), against)


def _sized(percent: float, margin: tuple[float, float], against: Text) -> Text:
    sure = margin[0] > 0 or margin[1] < 0
    # Of a fall the smaller one comes first: between 5 and 20 % lower.
    low, high = sorted(map(abs, margin)) if sure else map(abs, margin)
    way = _HIGHER if percent > 0 else _LOWER

    def told(language: Language) -> str:
        return (
            (_SURE if sure else _CHANCE)
            .in_(language)
            .format(
                against=against.in_(language),
                percent=format_number(abs(percent), 0, language),
                way=way.in_(language),
                low=format_number(low, 0, language),
                high=format_number(high, 0, language),
                lower=_LOWER.in_(language),
                higher=_HIGHER.in_(language),
            )
        )

    return Text(told(Language.NL), told(Language.EN))


def _joined(*parts: Text) -> Text:
    return Text(" ".join(one.nl for one in parts), " ".join(one.en for one in parts))
