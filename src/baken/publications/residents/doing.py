# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the municipality decided, did and planned, as its own records say it. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baken.model.communication import PlannedStep
from baken.model.insight import PolicyDecision
from baken.model.intervention import EffectMethod, Intervention
from baken.picture.insights import known
from baken.publications.book.model import Block, Facts, Paragraph, Section
from baken.publications.book.words import day_in
from baken.publications.residents import words
from baken.publications.residents.chapters import Edition

_MOST = 4
"""So many decisions, measures and plans each, the newest ones: the others stand on the website."""
Rows = tuple[tuple[str, str], ...]


def does(edition: Edition) -> Section:
    """What was decided and done, what was planned, and whether it is known to help."""
    material = edition.safety.material
    town, on = material.municipality, material.on
    decisions = sorted(known(town, on), key=lambda one: one.taken or date.min)
    done = sorted((one for one in town.interventions if one.start <= on), key=lambda one: one.start)
    said = [one for one in town.communication.planned if one.said <= on]
    planned = sorted(said, key=lambda one: one.by or date.max)
    if not decisions and not done and not planned:
        return Section(edition.said(words.DOES), (Paragraph(edition.said(words.DOES_NOTHING)),))
    blocks: list[Block] = [Paragraph(edition.said(words.DOES_FROM))]
    rows = (*_decisions(edition, decisions[-_MOST:]), *_interventions(edition, done[-_MOST:]))
    if rows:
        blocks.append(Facts(rows))
        if all(one.method is not EffectMethod.COMPARISON for one in town.effects):
            blocks.append(Paragraph(edition.said(words.HELPS)))
    if planned:
        blocks += [Paragraph(edition.said(words.PLANNED)), Facts(_planned(edition, planned[-_MOST:]))]
    if max(len(decisions), len(done), len(planned)) > _MOST:
        blocks.append(Paragraph(edition.said(words.DOES_MORE)))
    return Section(edition.said(words.DOES), tuple(blocks))


def _planned(edition: Edition, planned: Sequence[PlannedStep]) -> Rows:
    """What documents said would be done, and whether it was, as far as they tell."""
    rows, on = [], edition.safety.material.on
    for one in planned:
        what = one.what.in_(edition.language)
        if one.done is not None and one.done <= on:
            what = edition.said(words.HAPPENED, what=what)
        elif one.by is not None and one.by < on:
            what = edition.said(words.PERHAPS, what=what)
        rows.append((edition.said(one.when or words.DAY_UNKNOWN), what))
    return tuple(rows)


def _decisions(edition: Edition, decisions: Sequence[PolicyDecision]) -> Rows:
    rows, language = [], edition.language
    for one in decisions:
        day = day_in(one.taken, language) if one.taken else edition.said(words.DAY_UNKNOWN)
        by = edition.said(words.BY[one.by.value])
        change = f". {one.change.in_(language)}" if one.change and one.taken else ""
        rows.append((day, edition.said(words.DECIDED, by=by, what=f"{one.title.in_(language)}{change}")))
    return tuple(rows)


def _interventions(edition: Edition, done: Sequence[Intervention]) -> Rows:
    rows, areas = [], edition.safety.material.register.areas
    for one in done:
        name = areas[one.area].name if one.area in areas else one.area
        label = one.label.in_(edition.language).rstrip(".")
        rows.append((_years(edition, one), edition.said(words.DONE, what=f"{label}.", area=name)))
    return tuple(rows)


def _years(edition: Edition, one: Intervention) -> str:
    """When something was done; what ended says until when."""
    if one.end is None or one.end > edition.safety.material.on:
        return edition.said(words.RUNS, start=one.start.year)
    if one.end.year == one.start.year:
        return str(one.start.year)
    return edition.said(words.RAN, start=one.start.year, end=one.end.year)
