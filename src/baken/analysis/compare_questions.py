# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The question of a comparison, put together from what is held or from a plain file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from baken.analysis.area_files import read_areas
from baken.analysis.caveats import caveats
from baken.analysis.compare import CompareQuestion
from baken.analysis.held import Held
from baken.analysis.held_areas import groups, held_areas, held_group
from baken.analysis.held_series import people_caveat
from baken.analysis.kinds import Kind, kind_of
from baken.model.errors import InputError, NotHeldError
from baken.model.finding import Caveat
from baken.model.text import Text


def held_comparison(held: Held, code: str, indicator: str, level: str, period: str) -> CompareQuestion:
    """An indicator in the areas of a level: within an area, or of the municipality among its peers.

    Among peers the areas are held against the reference area, if its counts are held.

    Raises:
        UsageError: no such indicator, level or period.
        NotHeldError: no counts of it are held.

    """
    kind = kind_of(held.catalogue, indicator)
    about = {"peers": held.municipality.code, "focus": focus_of(held, code)}.get(level, code)
    within = held.municipality.code if level != "peers" else code
    areas = held_areas(held, _around(held, code, within, level), kind, level, period)
    counted = [one for codes in groups(held, held.municipality.code, level).values() for one in codes]
    question = CompareQuestion(
        areas=areas,
        name=kind.label,
        factor=kind.factor,
        about=about if about in areas.codes else "",
        minimum_people=held.catalogue.country.minimum_denominator,
        caveats=(
            *_caveats(held, kind, level),
            *people_caveat(held, counted, kind.people, areas.periods[0]),
        ),
    )
    return _with_reference(held, question, kind) if level == "peers" else question


def file_comparison(path: Path) -> CompareQuestion:
    """The areas of a table with the columns area, count and population.

    Raises:
        InputError: the file is no such table.

    """
    areas = read_areas(path)
    if areas.population is None:
        raise InputError(
            "the column population is missing.", where=path.name, do="Needed: area, count, population."
        )
    return CompareQuestion(areas=areas, name=Text("Geregistreerde aantallen", "Registered numbers"))


def focus_of(held: Held, code: str) -> str:
    """The focus area that a neighbourhood lies in, or the first one."""
    named = [one for one in held.municipality.focus_areas if one.name and one.areas]
    return next((one.name for one in named if code in one.areas), named[0].name if named else "")


def _around(held: Held, code: str, within: str, level: str) -> str:
    """Where to look for the areas: in the area itself if it holds several, else in its municipality."""
    if level in ("peers", "focus"):
        return code
    return code if len(groups(held, code, level)) > 1 else within


def _with_reference(held: Held, question: CompareQuestion, kind: Kind) -> CompareQuestion:
    there = held.municipality.reference
    try:
        table = held_group(held, {there: (there,)}, kind, question.areas.periods[0])
    except NotHeldError:
        return question
    cases, people = float(table.cases[0]), table.population
    if people is None or not people[0] > 0 or not cases > 0:
        return question
    name = held.register[there].name
    country = held.catalogue.country
    label = country.name if there == country.reference_area else Text(name, name)
    return replace(question, reference=cases / float(people[0]) * question.factor, reference_name=label)


def _caveats(held: Held, kind: Kind, level: str) -> tuple[Caveat, ...]:
    return caveats(
        "invented" if held.municipality.invented else "",
        *kind.caveats,
        "border",
        "internal" if level != "peers" and not held.municipality.invented else "",
    )
