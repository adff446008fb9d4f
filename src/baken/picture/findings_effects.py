# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What may be said of the effect of something done: statements with how they were studied, and displacement.

Without a comparison with areas where it was not done, an effect is never called one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from baken.model.area import AreaLevel
from baken.model.errors import InputError
from baken.model.figure import Interval, Supported
from baken.model.finding import Caveat, Finding, FindingFigure, FindingKind
from baken.model.intervention import EffectMethod, EffectStatement, Intervention
from baken.model.period import Period
from baken.model.text import Text
from baken.picture.derive import counts_by_year
from baken.picture.displacement import Displacement, Unknown, displacement
from baken.picture.displacement import Finding as Answer
from baken.picture.displacement_words import displacement_sentence
from baken.picture.material import Material
from baken.picture.rules import wrong_words

DISPLACEMENT_METHOD = "counts nearby against the rest, before and after"
RATIO_METHOD = "Woolf, on the logarithm"
_LOCAL = (AreaLevel.DISTRICT, AreaLevel.NEIGHBOURHOOD)


def effect_findings(material: Material) -> Iterator[Finding]:
    """The effect statements of a municipality, and the waterbed question for what was done in a part of it.

    Of the parts of a real municipality something is said of public material only, whose small counts are
    protected.
    """
    for one in material.municipality.effects:
        check_effect(material, one)
        yield _stated(material, one)
    if material.public or material.municipality.invented:
        for each in material.municipality.interventions:
            yield from _displaced(material, each)


def check_effect(material: Material, one: EffectStatement) -> None:
    """Refuse a statement that names a cause where no effect was studied by comparison.

    Raises:
        InputError: names the words and what to write instead.

    """
    studied = one.method is EffectMethod.COMPARISON
    for words in wrong_words(material.catalogue, one.text, studied=studied):
        raise InputError(
            f"the effect statement about '{one.indicator}' says '{words}', "
            "and the effect was not studied by comparison.",
            do="Say that it goes together with it ('hangt samen met').",
        )


def _stated(material: Material, one: EffectStatement) -> Finding:
    area = material.municipality.code
    return Finding(
        id=f"{FindingKind.EFFECT.value}/{one.indicator}/{area}",
        kind=FindingKind.EFFECT,
        subject=one.indicator,
        area=area,
        areas=(area,),
        periods=(),
        figures=(),
        sentence=Text(f"{one.text.nl} {one.caveat.nl}", f"{one.text.en} {one.caveat.en}"),
        reason="" if one.method is EffectMethod.COMPARISON else "effect not studied by comparison",
        method=(one.method or EffectMethod.NONE).value,
        caveats=(Caveat("association", material.catalogue.guidance["association"].text),),
    )


def _displaced(material: Material, one: Intervention) -> Iterator[Finding]:
    """Whether a fall where something was done went together with a rise nearby, per code that it is about."""
    if one.area not in material.register.areas or material.register[one.area].level not in _LOCAL:
        return
    for measure in measures_of(material, one):
        years = years_around(material, one, measure)
        if years is not None:
            yield _answered(material, one, measure, displacement(material, measure, one.area, *years))


def years_around(material: Material, one: Intervention, measure: str) -> tuple[int, int] | None:
    """The year before something began and the newest whole year of it, where counts of both are held."""
    held = counts_by_year(material, measure, one.area)
    years = [year for year, seen in held.items() if seen.period.end <= material.on]
    start, end = one.start.year - 1, max(years, default=0)
    if one.end is not None:
        end = min(end, one.end.year)
    return (start, end) if start < end and start in years else None


def measures_of(material: Material, one: Intervention) -> Iterator[str]:
    """The counted measures of the codes that something is about."""
    for code in one.codes:
        yield from (f"{system}/{code}" for system, each in material.catalogue.registrations if each == code)


def _answered(material: Material, one: Intervention, measure: str, found: Displacement) -> Finding:
    relative = found.relative if found.relative is not None and found.relative.judged else None
    unknown = found.finding is Answer.UNKNOWN
    return Finding(
        id=f"{FindingKind.EFFECT.value}/{measure}/{one.area}/{one.id}",
        kind=FindingKind.EFFECT,
        subject=measure,
        area=one.area,
        areas=(one.area, *found.near),
        periods=(found.start, found.end),
        figures=() if relative is None else (FindingFigure("ratio", relative.ratio, "ratio", 2),),
        sentence=displacement_sentence(found),
        interval=None if relative is None else Interval(relative.lower, relative.upper, RATIO_METHOD),
        supported=Supported.UP if found.finding is Answer.RISE_NEARBY else None,
        reason=(found.reason or Unknown.MISSING).value if unknown else "",
        method=DISPLACEMENT_METHOD,
        caveats=(Caveat("association", material.catalogue.guidance["association"].text),),
        snapshots=_snapshots(material, measure, (one.area, *found.near), (found.start, found.end)),
    )


def _snapshots(
    material: Material, measure: str, areas: Iterable[str], periods: tuple[Period, Period]
) -> tuple[str, ...]:
    """The snapshots behind the counts of some areas in two years."""
    held = [counts_by_year(material, measure, area).get(one.year) for area in areas for one in periods]
    return tuple(sorted({name for one in held if one is not None for name in one.snapshots}))
