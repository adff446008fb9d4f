# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How residents were heard, said as it was: a survey is no conversation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from baken.model.days import day_words
from baken.model.policy import Municipality
from baken.model.reference import ReferenceKind
from baken.model.strand import ResidentSource, ResidentVoice
from baken.model.text import Text
from baken.picture.material import Material
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture

_ONLY_SURVEY = Text(
    "Alleen een enquête, geen rechtstreeks gesprek. Inwoners zijn gevraagd met: {surveys}. Van een gesprek "
    "met inwoners is hier niets vastgelegd.",
    "Survey, no direct dialogue. Residents were asked with: {surveys}. No talk with residents is on record "
    "here.",
)
_TALKED = Text("Met inwoners is gesproken: {talks}.", "There were talks with residents: {talks}.")
_ALSO_SURVEY = Text("Ook is een enquête gehouden: {surveys}.", "A survey was held as well: {surveys}.")
_REPORTED = Text(
    "Inwoners meldden zelf iets bij de gemeente: {talks}. Een gesprek is hier niet vastgelegd.",
    "Residents reported to the municipality themselves: {talks}. No talk is on record here.",
)
_NOTHING = Text(
    "Hoe inwoners hierover zijn gevraagd, is niet vastgelegd.",
    "How residents were asked about this is not on record.",
)
_WAITING = Text(
    "Van {number} van de gesprekken is nog geen verslag gepubliceerd.",
    "Of {number} of the talks no report was published yet.",
)
_TALK = Text("{kind} in {area} op {day}{people}", "{kind} in {area} on {day}{people}")
_PEOPLE = Text(" ({people} mensen)", " ({people} people)")
_KINDS = {
    ResidentSource.NEIGHBOURHOOD_TALK: Text("buurtgesprek", "neighbourhood talk"),
    ResidentSource.PANEL: Text("bewonerspanel", "residents' panel"),
    ResidentSource.REPORT: Text("meldingen", "reports"),
}
_DIALOGUE = (ResidentSource.NEIGHBOURHOOD_TALK, ResidentSource.PANEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """How residents were heard by a day: surveys with their year, talks, own reports, and that in words.

    ``waiting`` is how many talks were held of which nothing is published yet.
    """

    surveys: tuple[Text, ...]
    talks: tuple[ResidentVoice, ...]
    reports: tuple[ResidentVoice, ...]
    waiting: int
    said: Text

    @property
    def only_survey(self) -> bool:
        """Whether residents were asked by survey and nothing else is on record."""
        return bool(self.surveys) and not (self.talks or self.reports or self.waiting)


def participation(picture: SafetyPicture, theme: str = "") -> Participation:
    """How residents were heard on one theme, or without one on all of them and in the documents."""
    material = picture.material
    records = [one for one in picture.records if not theme or theme in _themes_of(material, one)]
    surveys = list(_surveys(material, records))
    if not theme:
        surveys += _editions(material.municipality, material.on)
    asked = tuple({one.nl: one for one in reversed(surveys)}.values())[::-1]
    heard = [
        one
        for one in material.municipality.residents
        if one.held <= material.on and (not theme or one.theme == theme)
    ]
    shown = tuple(one for one in heard if one.is_published(material.on))
    talks = tuple(one for one in shown if one.source in _DIALOGUE)
    reports = tuple(one for one in shown if one.source not in _DIALOGUE)
    waiting = sum(one not in shown and one.source in _DIALOGUE for one in heard)
    parts = tuple(_parts(material, asked, (talks, reports), waiting))
    said = Text(" ".join(one.nl for one in parts), " ".join(one.en for one in parts))
    return Participation(surveys=asked, talks=talks, reports=reports, waiting=waiting, said=said)


def _themes_of(material: Material, record: IndicatorPicture) -> set[str]:
    return {one.id for one in material.municipality.themes if record.indicator.id in one.indicators}


def _surveys(material: Material, records: Iterable[IndicatorPicture]) -> Iterator[Text]:
    """The newest wave of each survey among the figures."""
    newest: dict[str, int] = {}
    for one in records:
        if one.indicator.is_survey and one.latest is not None:
            system, year = one.indicator.system, one.latest.observation.period.year
            newest[system] = max(year, newest.get(system, 0))
    for system, year in newest.items():
        name = material.catalogue.systems[system].name
        yield Text(f"{name.nl} {year}", f"{name.en} {year}")


def _editions(municipality: Municipality, on: date) -> list[Text]:
    """The editions of surveys that the documents name."""
    held = [one for one in municipality.references if one.kind is ReferenceKind.SURVEY and one.cited]
    return [Text(one.title, one.title) for one in held if one.year is None or one.year <= on.year]


def _parts(
    material: Material,
    surveys: tuple[Text, ...],
    heard: tuple[tuple[ResidentVoice, ...], tuple[ResidentVoice, ...]],
    waiting: int,
) -> Iterator[Text]:
    """The sentences, the plainest first."""
    talks, reports = heard
    if not (surveys or talks or reports or waiting):
        yield _NOTHING
    if surveys and not (talks or reports or waiting):
        yield _filled(_ONLY_SURVEY, surveys=_listed(surveys))
    if talks:
        yield _filled(_TALKED, talks=_listed(_talk(material, one) for one in talks))
    if waiting:
        number = Text(str(waiting), str(waiting))
        yield _filled(_WAITING, number=number)
    if reports:
        yield _filled(_REPORTED, talks=_listed(_talk(material, one) for one in reports))
    if surveys and (talks or reports or waiting):
        yield _filled(_ALSO_SURVEY, surveys=_listed(surveys))


def _talk(material: Material, one: ResidentVoice) -> Text:
    areas = material.register.areas
    where = areas[one.area].name if one.area in areas else one.area
    number = str(one.people)
    people = _filled(_PEOPLE, people=Text(number, number)) if one.people else Text("", "")
    return _filled(
        _TALK, kind=_KINDS[one.source], area=Text(where, where), day=day_words(one.held), people=people
    )


def _listed(texts: Iterable[Text]) -> Text:
    held = tuple(texts)
    return Text("; ".join(one.nl for one in held), "; ".join(one.en for one in held))


def _filled(form: Text, **parts: Text) -> Text:
    return Text(
        form.nl.format(**{name: one.nl for name, one in parts.items()}),
        form.en.format(**{name: one.en for name, one in parts.items()}),
    )
