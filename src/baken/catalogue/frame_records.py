# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Checking what people wrote down beside figures: headline, tasks, insights, decisions, events, intake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from baken.catalogue.catalogue import Catalogue
from baken.catalogue.frame_communication import communication_problems
from baken.model.policy import Municipality
from baken.model.workflow import Step, reached

T = TypeVar("T")


def record_problems(municipality: Municipality, catalogue: Catalogue) -> Iterator[str]:
    """Whatever points at nothing, or cannot follow on what it should follow."""
    yield from _headlines(municipality, catalogue)
    yield from _tasks(municipality)
    yield from _decisions(municipality)
    yield from _intake(municipality)
    yield from _care(municipality, catalogue)
    yield from communication_problems(municipality, catalogue)


def _headlines(municipality: Municipality, catalogue: Catalogue) -> Iterator[str]:
    versions = municipality.headlines
    numbers = [one.version for one in versions]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "the versions of the headline do not count from 1 without a gap."
    for before, after in pairwise(versions):
        if after.date < before.date:
            yield f"version {after.version} of the headline is older than version {before.version}."
    known = {*_references(municipality), *catalogue.indicators}
    for one in versions:
        for name in one.held:
            if name not in known:
                yield (
                    f"version {one.version} of the headline has the evidence '{name}', "
                    "which is no document and no indicator."
                )


def _tasks(municipality: Municipality) -> Iterator[str]:
    known = {one.id for one in municipality.register.developments}
    named = [("a score", one.task) for one in municipality.tasks.scores]
    named += [(f"claim '{one.id}'", name) for one in municipality.tasks.claims for name in one.tasks]
    yield from (f"{who} names the unknown task '{name}'." for who, name in named if name not in known)
    days = [(one.task, one.date) for one in municipality.tasks.scores]
    yield from (f"task '{name}' is scored twice on {day}." for name, day in _twice(days))
    for one in municipality.tasks.claims:
        if not one.aspects:
            yield f"claim '{one.id}' says not what increases."


def _decisions(municipality: Municipality) -> Iterator[str]:
    insights = {one.id: one for one in municipality.insights}
    references = _references(municipality)
    for one in municipality.decisions:
        if one.document not in references:
            yield f"decision '{one.id}' names '{one.document}', which is not among the references."
        for name in one.insights:
            if name not in insights:
                yield f"decision '{one.id}' follows the unknown insight '{name}'."
            elif one.taken and reached(insights[name].steps, one.taken) not in (
                Step.INTERPRETED,
                Step.PUBLISHED,
            ):
                yield f"decision '{one.id}' was taken before insight '{name}' was interpreted."


def _intake(municipality: Municipality) -> Iterator[str]:
    days = municipality.intake.triage_days
    if days is not None and days < 1:
        yield "the number of days for triage is less than one."
    themes = {"", *(theme.id for theme in municipality.themes)}
    ids = [one.id for one in municipality.intake.forms]
    yield from (f"phenomenon '{name}' stands there twice." for name in _twice(ids))
    yield from (
        f"phenomenon '{one.id}' belongs to the unknown theme '{one.theme}'."
        for one in municipality.intake.forms
        if one.theme not in themes
    )
    yield from (
        f"incident '{name}' stands there twice."
        for name in _twice(one.id for one in municipality.events.incidents)
    )


def _care(municipality: Municipality, catalogue: Catalogue) -> Iterator[str]:
    """A theme about care holds rates and shares of a whole population, never counts of persons."""
    for theme in municipality.themes:
        for name in theme.indicators if theme.care else ():
            versions = catalogue.indicators.get(name, ())
            if any(catalogue.units[one.unit].denominator is None for one in versions):
                yield (
                    f"theme '{theme.id}' is about care and may hold rates and shares only; "
                    f"'{name}' is a bare count."
                )
        if theme.care:
            yield from _too_few(municipality, theme.id, catalogue.country.minimum_count)


def _too_few(municipality: Municipality, theme: str, limit: int) -> Iterator[str]:
    for one in municipality.residents:
        if one.theme == theme and one.people is not None and one.people < limit:
            yield f"'{one.id}' is about care and comes from fewer than {limit} people, who can be recognised."


def _references(municipality: Municipality) -> set[str]:
    return {one.id for one in municipality.references}


def _twice(names: Iterable[T]) -> list[T]:
    seen = list(names)
    return sorted({one for one in seen if seen.count(one) > 1}, key=str)
