# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was done on a theme, what came of it and what comes next, from the records of the municipality.

Nothing is filled in: an empty part says that no record tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.action import ActionStatus
from baken.model.days import day_words, span_words
from baken.model.figure import NotJudged, Supported
from baken.model.indicator import Indicator
from baken.model.intervention import EffectMethod, EffectStatement, Intervention
from baken.model.offence import Initiative
from baken.model.policy import Theme
from baken.model.text import Text
from baken.picture.effects import NOTHING_STUDIED, counted_around, effect_sentence
from baken.picture.insights import known
from baken.picture.material import Material
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture

_HAPPENED = Text("{what} Dit is gebeurd.", "{what} This happened.")
_PERHAPS = Text(
    "{what} Dit was gepland. Of het is gebeurd, staat niet in de stukken.",
    "{what} This was planned. The documents do not tell whether it happened.",
)
_UNREAD = Text(
    "Uitgebracht: {title}. Wat erin staat, is hier niet bekend.",
    "Published: {title}. What it says is not known here.",
)
_READ = Text("Uitgebracht: {title}.", "Published: {title}.")
_RUNS = Text("{label} gaat door; een einde is niet bekend.", "{label} goes on; no end is known.")
_ENDS = Text("{label} loopt tot en met {day}.", "{label} runs until {day}.")
_REVIEW = Text(
    "De {owner} kijkt naar {name}: dat cijfer kwam over de grens die de gemeente stelde.",
    "The {owner} looks at {name}: that figure passed the limit that the municipality set.",
)
_ACTIONS = {
    ActionStatus.DONE: Text("Actie gedaan:", "Action done:"),
    ActionStatus.IN_PROGRESS: Text("Actie in uitvoering:", "Action in progress:"),
    ActionStatus.BLOCKED: Text("Actie die nu niet verder kan:", "Action that is blocked now:"),
    ActionStatus.NOT_STARTED: Text("Actie die nog moet beginnen:", "Action still to begin:"),
}
_LATE = Text("Actie die te laat is:", "Action that is late:")
_NO_DAY = Text("nog geen dag bekend", "no day known yet")


class Outcome(StrEnum):
    """What a figure did since the start of its comparison."""

    HIGHER = "higher"
    LOWER = "lower"
    SAME = "about the same"
    OPEN = "not judged"


OUTCOMES = {
    Outcome.HIGHER: Text("Hoger dan eerst", "Higher than before"),
    Outcome.LOWER: Text("Lager dan eerst", "Lower than before"),
    Outcome.SAME: Text("Ongeveer gelijk", "About the same"),
    Outcome.OPEN: Text("Niet te beoordelen", "Cannot be judged"),
}
LOOKED_FOR = Text("wie meer zoekt, vindt meer", "who looks more, finds more")
"""What must stand with the outcome of a figure that comes to light because somebody looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing that was done or is to be done: what, when if that is not in it, and the document.

    ``named`` is what people call it, in their own language only. ``general``: it is about all themes, not
    about one of them.
    """

    what: Text
    when: Text | None = None
    day: date | None = None
    document: str = ""
    named: str = ""
    general: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """What may be said of the effect of one thing; ``label`` is empty where it is about all that was done."""

    said: Text
    label: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountability:
    """Done, result and next of one theme. ``updated`` is the newest day among the records behind it."""

    theme: Theme
    done: tuple[Deed, ...]
    outcomes: tuple[tuple[Outcome, tuple[IndicatorPicture, ...]], ...]
    effects: tuple[Effect, ...]
    next: tuple[Deed, ...]
    updated: date | None


def accountability(picture: SafetyPicture, theme: Theme) -> Accountability:
    """What the records say was done on a theme, what its figures did since, and what is planned."""
    material, records = picture.material, picture.theme_records(theme)
    measures = tuple(one for one in material.municipality.interventions if is_about(picture, one, theme))
    started = tuple(one for one in measures if one.start <= material.on)
    done = (*_measures_done(started, material.on), *_decided(material, theme), *_papers(material))
    done += (*_steps(material, theme, past=True), *_actions(material, theme, done=True))
    ahead = (*_steps(material, theme, past=False), *_running(measures, material.on))
    ahead += (*_actions(material, theme, done=False), *_reviews(picture, theme), *_programme(material))
    return Accountability(
        theme=theme,
        done=tuple(sorted(done, key=lambda one: one.day or date.min, reverse=True)),
        outcomes=outcomes(records),
        effects=tuple(_effects(material, theme, started)),
        next=ahead,
        updated=_newest(material, theme, records, done),
    )


def is_about(picture: SafetyPicture, one: Intervention, theme: Theme) -> bool:
    """Whether something was done on a theme: it says so, or it is about what the theme's figures count."""
    catalogue = picture.material.catalogue
    counted = (_codes(catalogue.indicator(name)) for name in theme.indicators)
    return theme.id in one.themes or any(not codes.isdisjoint(one.codes) for codes in counted)


def _codes(indicator: Indicator) -> frozenset[str]:
    return frozenset((*indicator.numerator, *indicator.covers))


def outcomes(records: Iterable[IndicatorPicture]) -> tuple[tuple[Outcome, tuple[IndicatorPicture, ...]], ...]:
    """The records with a figure, by what they did; only outcomes that occur."""
    held = [(outcome_of(one), one) for one in records if one.latest is not None]
    found = ((each, tuple(one for which, one in held if which is each)) for each in Outcome)
    return tuple((each, those) for each, those in found if those)


def outcome_of(record: IndicatorPicture) -> Outcome:
    """Higher or lower only where the margin carries it."""
    change = record.change
    if change is None:
        return Outcome.OPEN
    if change.supported_direction is not None:
        return Outcome.HIGHER if change.supported_direction is Supported.UP else Outcome.LOWER
    return Outcome.SAME if change.reason is NotJudged.INSIDE_INTERVAL else Outcome.OPEN


def is_looked_for(record: IndicatorPicture) -> bool:
    """Whether looking harder alone can raise it."""
    return record.initiative in {Initiative.HAAL, Initiative.MIXED}


def _measures_done(started: Iterable[Intervention], on: date) -> Iterator[Deed]:
    for one in started:
        end = one.end if one.end is not None and one.end <= on else None
        yield Deed(what=_sentence(one.label), when=span_words(one.start, end), day=end or one.start)


def _decided(material: Material, theme: Theme) -> Iterator[Deed]:
    """The decisions that say that they are on the theme, or that follow an insight into its figures."""
    municipality = material.municipality
    subjects = {one.id: one.finding.split("/")[1] for one in municipality.insights if "/" in one.finding}
    papers = {one.id: one.title for one in municipality.references}
    everything = {one.id for one in municipality.themes}
    for one in known(municipality, material.on):
        if theme.id in one.themes or any(subjects.get(name) in theme.indicators for name in one.insights):
            what = _sentence(one.title)
            if one.change:
                what = Text(f"{what.nl} {one.change.nl}", f"{what.en} {one.change.en}")
            yield Deed(
                what=what,
                when=day_words(one.taken),
                day=one.taken,
                document=papers.get(one.document, ""),
                general=everything <= set(one.themes),
            )


def _papers(material: Material) -> Iterator[Deed]:
    """The plans and reports of years; they are about all themes of the programme."""
    papers = {one.id: one for one in material.municipality.references}
    for one in material.municipality.communication.annual:
        paper = papers.get(one.document)
        if paper is not None and paper.published is not None and paper.published <= material.on:
            title = Text(paper.title, paper.title)
            what = _filled(_READ if one.read else _UNREAD, title=title)
            yield Deed(what=what, when=day_words(paper.published), day=paper.published, general=True)


def _steps(material: Material, theme: Theme, *, past: bool) -> Iterator[Deed]:
    """What was planned: before the day of the picture, whether it happened or not, or after it."""
    for one in material.municipality.communication.planned:
        if one.said > material.on or (one.themes and theme.id not in one.themes):
            continue
        happened = one.done if one.done is not None and one.done <= material.on else None
        over = happened is not None or (one.by is not None and one.by < material.on)
        if over is not past:
            continue
        form = None if not past else _HAPPENED if happened else _PERHAPS
        what = _filled(form, what=one.what) if form else one.what
        when = day_words(happened) if happened else one.when or _NO_DAY
        yield Deed(
            what=what, when=when, day=happened or one.by, document=one.document, general=not one.themes
        )


def _actions(material: Material, theme: Theme, *, done: bool) -> Iterator[Deed]:
    """The actions of public plans on a theme: those that are done, or those that are not and go on."""
    told = material.cycle.told if material.cycle else None
    for one in told.of_theme(theme.id)[1] if told else ():
        form = _ACTIONS.get(one.status)
        if form is None or (one.status is ActionStatus.DONE) is not done:
            continue
        day = one.updated if done else one.end
        words = Text(one.end_words, one.end_words) if one.end_words and not done else None
        when = words or (day_words(day) if day else None if done else _NO_DAY)
        yield Deed(what=_LATE if one.late else form, named=one.title, when=when, day=day)


def _running(measures: Iterable[Intervention], on: date) -> Iterator[Deed]:
    for one in measures:
        if one.end is not None and one.end < on:
            continue
        if one.start > on:
            yield Deed(what=_sentence(one.label), when=span_words(one.start, one.end), day=one.start)
        elif one.end is None:
            yield Deed(what=_filled(_RUNS, label=one.label))
        else:
            what = _filled(_ENDS, label=one.label, day=day_words(one.end))
            yield Deed(what=what, day=one.end)


def _reviews(picture: SafetyPicture, theme: Theme) -> Iterator[Deed]:
    for one in picture.reviews:
        if one.theme == theme.id:
            name = picture.material.catalogue.indicator(one.indicator).name
            what = _filled(_REVIEW, owner=Text(one.owner, one.owner), name=name)
            yield Deed(what=what)


def _programme(material: Material) -> Iterator[Deed]:
    """When the programme ends that holds on the day of the picture."""
    for one in material.municipality.programmes:
        if one.start <= material.on <= one.end:
            day = day_words(one.end)
            yield Deed(what=_filled(_ENDS, label=one.label, day=day), day=one.end, general=True)


def _effects(material: Material, theme: Theme, started: tuple[Intervention, ...]) -> Iterator[Effect]:
    """What is known of the effect of each thing that was done, or of all of it where none is known."""
    held = material.municipality.effects
    stated = {one.intervention: one for one in held if one.intervention}
    for one in started:
        said = stated.get(one.id)
        counted = counted_around(material, one) if _studied(said) else ()
        yield Effect(effect_sentence(said, counted, controls=one.controls), one.label)
    loose = [one for one in held if not one.intervention and one.indicator in theme.indicators]
    yield from (Effect(effect_sentence(one)) for one in loose)
    if not started and not loose:
        yield Effect(NOTHING_STUDIED)


def _studied(said: EffectStatement | None) -> bool:
    return said is not None and said.method is EffectMethod.BEFORE_AFTER


def _newest(
    material: Material, theme: Theme, records: Iterable[IndicatorPicture], done: Iterable[Deed]
) -> date | None:
    """The newest day by which something of this was written down: of the figures, deeds and plans."""
    used = {name for one in records for each in one.figures for name in each.observation.snapshots}
    days = [one.taken for one in material.snapshots if one.id in used]
    days += [one.day for one in done if one.day is not None]
    planned = material.municipality.communication.planned
    days += [one.said for one in planned if not one.themes or theme.id in one.themes]
    return max((one for one in days if one <= material.on), default=None)


def _sentence(text: Text) -> Text:
    """A title as a sentence."""
    return Text(*(one if one.endswith((".", "!", "?")) else f"{one}." for one in (text.nl, text.en)))


def _filled(form: Text, **parts: Text) -> Text:
    return Text(
        form.nl.format(**{name: one.nl for name, one in parts.items()}),
        form.en.format(**{name: one.en for name, one in parts.items()}),
    )
