# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Checking a municipality's own data against the catalogue: nothing in it may point at nothing."""

from __future__ import annotations

from collections.abc import Iterator

from baken.catalogue.catalogue import Catalogue
from baken.catalogue.frame_records import record_problems
from baken.model.development import Development
from baken.model.errors import InputError
from baken.model.policy import Municipality
from baken.model.reference import ReferenceKind


def checked(municipality: Municipality, catalogue: Catalogue) -> Municipality:
    """The municipality itself, if every theme, programme, statement and threshold makes sense.

    Raises:
        InputError: the first thing that does not; names the municipality's file.

    """
    for problem in _problems(municipality, catalogue):
        raise InputError(problem, where=f"municipalities/{municipality.code}/municipality.yaml")
    return municipality


def _problems(municipality: Municipality, catalogue: Catalogue) -> Iterator[str]:
    yield from _documents(municipality)
    for theme in municipality.themes:
        if not theme.origins:
            yield f"theme '{theme.id}' does not say where it comes from."
        if not theme.owner:
            yield f"theme '{theme.id}' has no portfolio holder."
        yield from _unknown(f"theme '{theme.id}'", theme.indicators, catalogue)
        fields = {field.id for field in catalogue.fields}
        yield from (
            f"theme '{theme.id}' names the unknown field '{x}'." for x in theme.fields if x not in fields
        )
    for programme in municipality.programmes:
        yield from _unknown(f"programme '{programme.id}'", programme.indicators, catalogue)
    for statement in municipality.statements:
        yield from _unknown(f"statement '{statement.id}'", statement.indicators, catalogue)
    yield from _unknown("the list of thresholds", tuple(municipality.thresholds or ()), catalogue)
    notes = tuple(note.indicator for note in municipality.annotations)
    yield from _unknown("an annotation", notes, catalogue)
    yield from _unknown("an effect statement", tuple(x.indicator for x in municipality.effects), catalogue)
    yield from _strands(municipality)
    yield from _developments(municipality, catalogue)
    yield from record_problems(municipality, catalogue)


def _strands(municipality: Municipality) -> Iterator[str]:
    """What professionals and residents say must belong to a theme."""
    themes = {theme.id for theme in municipality.themes}
    said = [(one.id, one.theme) for one in municipality.professionals]
    said += [(one.id, one.theme) for one in municipality.residents]
    yield from (
        f"'{name}' belongs to the unknown theme '{theme}'." for name, theme in said if theme not in themes
    )


def _developments(municipality: Municipality, catalogue: Catalogue) -> Iterator[str]:
    """Developments that point at nothing, or that rest on a news report."""
    register = municipality.register
    clusters = {one.id for one in register.clusters}
    developments = {one.id for one in register.developments}
    themes = {"", *(theme.id for theme in municipality.themes)}
    for one in register.developments:
        who = f"development '{one.id}'"
        if one.cluster not in clusters:
            yield f"{who} belongs to the unknown cluster '{one.cluster}'."
        if one.theme not in themes:
            yield f"{who} belongs to the unknown theme '{one.theme}'."
        if one.part_of not in {"", *developments - {one.id}}:
            yield f"{who} is part of the unknown development '{one.part_of}'."
        if not one.horizon:
            yield f"{who} says not whether it matters now or in the future."
        yield from _unknown(who, one.indicators, catalogue)
        yield from _papers(municipality, who, one)
    for each in register.explanations:
        for name in set(each.developments) - developments:
            yield f"explanation '{each.id}' names the unknown development '{name}'."


def _papers(municipality: Municipality, who: str, one: Development) -> Iterator[str]:
    kinds = {each.id: each.kind for each in municipality.references}
    for name in (*one.evidence, *one.illustrations):
        if name not in kinds:
            yield f"{who} names '{name}', which is not among the references."
    for name in one.evidence:
        if kinds.get(name) is ReferenceKind.MEDIA:
            yield f"{who} has the news report '{name}' as evidence; it can only illustrate."
    for name in one.illustrations:
        if name in kinds and kinds[name] is not ReferenceKind.MEDIA:
            yield f"{who} has '{name}' as an illustration, which is no news report."


def _documents(municipality: Municipality) -> Iterator[str]:
    """Citations that lack something, origins that name no document, neighbours without figure and reason."""
    for one in municipality.references:
        if one.missing:
            yield f"reference '{one.id}' ({one.kind}) lacks {', '.join(one.missing)}."
    if municipality.references:
        for theme in municipality.themes:
            for origin in theme.origins:
                if municipality.reference_called(origin) is None:
                    yield f"theme '{theme.id}' comes from '{origin}', which is not among the references."
    for neighbour in municipality.neighbours:
        if not neighbour.note and not (neighbour.source and neighbour.area and neighbour.indicator):
            yield f"neighbour '{neighbour.name}' has neither figures nor a note that says why."


def _unknown(who: str, names: tuple[str, ...], catalogue: Catalogue) -> Iterator[str]:
    return (
        f"{who} names the unknown indicator '{name}'." for name in names if name not in catalogue.indicators
    )
