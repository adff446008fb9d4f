# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the council is asked to decide: what the municipality holds, or the programme that comes next."""

from __future__ import annotations

from datetime import timedelta

from baken.catalogue.council_papers import load_proposal
from baken.model.policy import Programme
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.word import words
from baken.publications.word.model import Point


def decision_points(safety: SafetyPicture, language: Language) -> tuple[Point, ...]:
    """The points in order; none where nothing says what is to be decided, and a person fills them in."""
    held = load_proposal(safety.material.municipality.code).points
    texts = held or _next(safety)
    return tuple(Point(number, one.in_(language)) for number, one in enumerate(texts, start=1))


def _next(safety: SafetyPicture) -> tuple[Text, ...]:
    """The newest programme, if it is not adopted yet, or else the one that follows on it."""
    programmes = safety.material.municipality.programmes
    if not programmes:
        return ()
    newest = programmes[-1]
    label = newest.label if newest.adopted is None else _following(newest, safety)
    return (_adopt(label),) if label else ()


def _following(newest: Programme, safety: SafetyPicture) -> Text | None:
    """The name of the next programme; nothing where no rule says how long it runs."""
    years = safety.material.catalogue.country.plan_years
    term = f"{newest.start.year}-{newest.end.year}"
    if years is None or term not in newest.label.nl or term not in newest.label.en:
        return None
    first = (newest.end + timedelta(days=1)).year
    following = f"{first}-{first + years - 1}"
    return Text(newest.label.nl.replace(term, following), newest.label.en.replace(term, following))


def _adopt(label: Text) -> Text:
    english = label.en[:1].lower() + label.en[1:]
    return Text(words.ADOPT.nl.format(label=label.nl), words.ADOPT.en.format(label=english))
