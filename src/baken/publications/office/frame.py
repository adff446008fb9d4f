# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The policy that a picture stands in, as lines: programmes, decisions, themes and papers that are held."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from baken.model.policy import Programme, ThemeKind
from baken.model.reference import Reference, ReferenceKind
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.book.words import day_in

_PROGRAMME = Text("{label}: van {start} tot en met {end}", "{label}: from {start} to {end}")
_ADOPTED = Text("{text}, vastgesteld op {day}", "{text}, adopted on {day}")
_DAY_UNKNOWN = Text("dag niet bekend", "day not known")
_ATTENTION = Text("{name} (aandachtspunt)", "{name} (point of attention)")


def programme_lines(safety: SafetyPicture, language: Language) -> tuple[str, ...]:
    """The programmes with their terms, the oldest first."""
    return tuple(_programme(one, language) for one in safety.material.municipality.programmes)


def _programme(one: Programme, language: Language) -> str:
    start, end = day_in(one.start, language), day_in(one.end, language)
    text = _PROGRAMME.in_(language).format(label=one.label.in_(language), start=start, end=end)
    if one.adopted is None:
        return text
    return _ADOPTED.in_(language).format(text=text, day=day_in(one.adopted, language))


def decision_lines(safety: SafetyPicture, language: Language) -> tuple[str, ...]:
    """The decisions that were taken by the day of the picture, each with its day."""
    on = safety.material.on
    held = [one for one in safety.material.municipality.decisions if one.taken is None or one.taken <= on]
    unknown = _DAY_UNKNOWN.in_(language)
    return tuple(
        f"{one.title.in_(language)} ({day_in(one.taken, language) if one.taken else unknown})" for one in held
    )


def paper_lines(
    safety: SafetyPicture, kinds: Collection[ReferenceKind], language: Language
) -> tuple[str, ...]:
    """The papers of some kinds in the order of their days, each with who published it."""
    held = [one for one in safety.material.municipality.references if one.kind in kinds and one.cited]
    held.sort(key=lambda one: one.published or date(one.year or date.max.year, 12, 31))
    return tuple(_paper(one, language) for one in held)


def _paper(one: Reference, language: Language) -> str:
    named = ", ".join(filter(None, (one.title, one.publisher)))
    return f"{day_in(one.published, language)}: {named}" if one.published else named


def theme_lines(safety: SafetyPicture, language: Language) -> tuple[str, ...]:
    """The themes, with what sets points of attention apart."""
    return tuple(
        one.name.in_(language)
        if one.kind is ThemeKind.THEME
        else _ATTENTION.in_(language).format(name=one.name.in_(language))
        for one in safety.material.municipality.themes
    )
