# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in themes, ambitions, steering indicators, goals and orders of priority.

Names, indicators, fields and origins of themes, and which indicators a programme steers by, stand in the
catalogue (``municipality.yaml`` and the indicators of the country). They are read from there and repeated
nowhere.
"""

from __future__ import annotations

from typing import Any

from baken.catalogue.catalogue import Catalogue, load_catalogue
from baken.catalogue.cycle_entries import GoalEntry, IndicatorEntry, ThemeEntry
from baken.catalogue.cycle_records import GoalFile
from baken.cycle.models import Ambition, Document, Goal, Prioritisation, SteeringIndicator, Theme
from baken.cycle.setup.documents import document_of
from baken.cycle.setup.putting import Putter
from baken.model.indicator import Frequency, Indicator
from baken.model.policy import Municipality
from baken.model.policy import Theme as KnownTheme

_MONTHS = {Frequency.MONTHLY: 1, Frequency.YEARLY: 12, Frequency.TWO_YEARLY: 24}
_FROM_CATALOGUE = "catalogus van de gemeente (municipality.yaml)"


def put_goals(putter: Putter, told: GoalFile, municipality: Municipality) -> None:
    """All of the goal tree, from ambitions and themes down to goals."""
    _put_themes(putter, told, municipality)
    for one in told.ambitions:
        values = {
            "title": one.title,
            "text": one.text,
            "document": document_of(one.document),
            "place": one.source[:100],
        }
        putter.put(Ambition, one.id, values, one.source)
    _put_indicators(putter, told, municipality)
    for goal in told.goals:
        putter.put(Goal, goal.id, _goal(goal), goal.source)
    for order in told.priorities:
        ranked = {
            "dated": order.dated,
            "order": order.order,
            "scores": order.scores or {},
            "weights": order.weights or {},
            "reason": order.reason,
        }
        putter.put(Prioritisation, order.id, ranked, order.source)


def _put_themes(putter: Putter, told: GoalFile, municipality: Municipality) -> None:
    by_code = {one.code: one for one in told.themes}
    nothing = ThemeEntry(source=_FROM_CATALOGUE)
    for known in municipality.themes if told != GoalFile() else ():
        own, common = by_code.get(known.id, nothing), told.every_theme or nothing
        theme = putter.put(Theme, known.id, _theme(known, own, common, municipality), own.source)
        putter.take(theme, own.steps, stage_from="on")


def _theme(
    known: KnownTheme, own: ThemeEntry, common: ThemeEntry, municipality: Municipality
) -> dict[str, Any]:
    origins, others = _origins(known, municipality)
    labels = "; ".join(f"{one.document}: {one.label.nl}" for one in known.labels)
    notes = [own.note or common.note, known.note.nl if known.note else "", labels]
    values: dict[str, Any] = {
        "code": known.id,
        "name": known.name.nl,
        "kind": known.kind.value,
        "portfolio_holder": known.owner,
        "origins": origins,
        "origin_words": "; ".join(filter(None, [*others, own.origin_words or common.origin_words])),
        "fields": known.fields,
        "sdgs": own.sdgs or common.sdgs,
        "broad_tasks": own.broad_tasks or common.broad_tasks,
        "domains": own.domains or common.domains,
        "context": own.context or common.context,
        "note": "\n".join(filter(None, notes)),
    }
    if own.status:
        values |= {"status": own.status, "stage_from": own.stage_from}
    return values


def _origins(known: KnownTheme, municipality: Municipality) -> tuple[list[Document], list[str]]:
    """The documents that a theme follows from, and the names of what no record is held of."""
    found, others = [], []
    for name in known.origins:
        reference = municipality.reference_called(name)
        titles = {name, reference.title} if reference else {name}
        document = Document.objects.filter(title__in=titles, withdrawn=False).first()
        if document is None:
            others.append(name)
        else:
            found.append(document)
    return found, others


def _put_indicators(putter: Putter, told: GoalFile, municipality: Municipality) -> None:
    own = {one.code: one for one in told.indicators}
    catalogue = load_catalogue(municipality.country)
    steered = dict.fromkeys(one for programme in municipality.programmes for one in programme.indicators)
    for code in steered if told != GoalFile() else ():
        entry = own.pop(code, IndicatorEntry(code=code, source=_FROM_CATALOGUE))
        themes = [one.id for one in municipality.themes if code in one.indicators]
        values = (
            _known_indicator(catalogue, catalogue.indicator(code))
            | _told_of(entry)
            | {"status": "adopted", "themes": themes}
        )
        putter.put(SteeringIndicator, code, values, entry.source)
    for entry in own.values():
        values = {"name": entry.name, "themes": entry.themes} | _told_of(entry)
        indicator = putter.put(SteeringIndicator, entry.code, values | {"code": entry.code}, entry.source)
        putter.take(indicator, entry.steps)


def _known_indicator(catalogue: Catalogue, held: Indicator) -> dict[str, Any]:
    return {
        "code": held.id,
        "name": held.name.nl,
        "definition": held.definition.nl,
        "kind": catalogue.systems[held.system].name.nl[:100],
        "rhythm_months": _MONTHS[held.frequency],
    }


def _told_of(entry: IndicatorEntry) -> dict[str, Any]:
    """What a file tells of an indicator; what it leaves out is left as it is known."""
    names = (
        "name",
        "definition",
        "scale",
        "kind",
        "rhythm_months",
        "last_release",
        "next_release",
        "threshold",
    )
    found = {name: getattr(entry, name) for name in (*names, "status")}
    return {name: value for name, value in found.items() if value not in ("", None)}


def _goal(one: GoalEntry) -> dict[str, Any]:
    names = ("kind", "title", "text", "target", "target_year", "band_low", "band_high", "not_measurable")
    return {name: getattr(one, name) for name in (*names, "area", "tags", "sdgs", "source")} | {
        "document": document_of(one.document),
        "theme": Theme.objects.get(pk=one.theme) if one.theme else None,
        "ambition": Ambition.objects.get(pk=one.ambition) if one.ambition else None,
        "indicators": list(SteeringIndicator.objects.filter(pk__in=one.indicators)),
    }
