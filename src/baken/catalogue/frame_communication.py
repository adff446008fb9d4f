# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Checking what is written on communication, and which themes and deeds records belong to."""

from __future__ import annotations

from collections.abc import Iterator

from baken.catalogue.catalogue import Catalogue
from baken.model.policy import Municipality


def communication_problems(municipality: Municipality, catalogue: Catalogue) -> Iterator[str]:
    """Whatever points at nothing, or names one thing twice."""
    yield from _contacts(municipality, catalogue)
    yield from _plans(municipality)
    yield from _themes(municipality)
    done = {one.id for one in municipality.interventions}
    for one in municipality.effects:
        if one.intervention not in {"", *done}:
            yield f"the effect on '{one.indicator}' is of the unknown intervention '{one.intervention}'."


def _contacts(municipality: Municipality, catalogue: Catalogue) -> Iterator[str]:
    issues = {one.id for one in catalogue.directory.issues}
    ids = [one.id for one in municipality.communication.contacts]
    yield from (f"contact '{name}' stands there twice." for name in sorted(set(ids)) if ids.count(name) > 1)
    for one in municipality.communication.contacts:
        for name in one.issues:
            if name not in issues:
                yield f"contact '{one.id}' is for the unknown issue '{name}'."


def _plans(municipality: Municipality) -> Iterator[str]:
    references = {one.id for one in municipality.references}
    for one in municipality.communication.annual:
        if one.document not in references:
            yield f"an annual plan names '{one.document}', which is not among the references."


def _themes(municipality: Municipality) -> Iterator[str]:
    known = {one.id for one in municipality.themes}
    named = [(f"decision '{one.id}'", one.themes) for one in municipality.decisions]
    named += [(f"intervention '{one.id}'", one.themes) for one in municipality.interventions]
    named += [("a planned step", one.themes) for one in municipality.communication.planned]
    for who, themes in named:
        yield from (f"{who} belongs to the unknown theme '{name}'." for name in themes if name not in known)
