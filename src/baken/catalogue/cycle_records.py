# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the documents of a municipality tell of its policy cycle, read from its folder and checked as a whole.

The files are ``cycle_documents.yaml``, ``cycle_goals.yaml``, ``cycle_decisions.yaml`` and
``cycle_work.yaml``; each may lack. What they list has its types in ``cycle_entries`` and
``cycle_work_entries``. Every entry names its source, and every id that an entry refers to must be there.
(``cycle.yaml`` is something else: the rules of the cycle.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.cycle_entries import (
    AgreementEntry,
    AmbitionEntry,
    DecisionEntry,
    DocumentEntry,
    GoalEntry,
    IndicatorEntry,
    LinkEntry,
    MeetingEntry,
    MembershipEntry,
    MomentEntry,
    PriorityEntry,
    RegionalLinkEntry,
    RegionalThemeEntry,
    ThemeEntry,
)
from baken.catalogue.cycle_work_entries import (
    ActionEntry,
    BudgetEntry,
    DeviationEntry,
    DistrictEntry,
    EvaluationEntry,
    PartyEntry,
    ReportEntry,
    ReviewEntry,
    TaskEntry,
)
from baken.catalogue.files import load, where
from baken.catalogue.municipality import load_municipality, municipalities
from baken.model.errors import InputError
from baken.model.policy import Municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFile:
    """Documents, how one stands to another, and the moments that they name."""

    documents: tuple[DocumentEntry, ...] = ()
    links: tuple[LinkEntry, ...] = ()
    moments: tuple[MomentEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFile:
    """What is told of themes beyond the catalogue, with ambitions, goals, indicators and regional themes."""

    every_theme: ThemeEntry | None = None
    themes: tuple[ThemeEntry, ...] = ()
    ambitions: tuple[AmbitionEntry, ...] = ()
    indicators: tuple[IndicatorEntry, ...] = ()
    goals: tuple[GoalEntry, ...] = ()
    priorities: tuple[PriorityEntry, ...] = ()
    regional_themes: tuple[RegionalThemeEntry, ...] = ()
    regional_links: tuple[RegionalLinkEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFile:
    """Meetings and what bodies decided, with votes by name."""

    meetings: tuple[MeetingEntry, ...] = ()
    decisions: tuple[DecisionEntry, ...] = ()
    memberships: tuple[MembershipEntry, ...] = ()
    agreements: tuple[AgreementEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFile:
    """Who does what, with which money, and how people look back on it."""

    parties: tuple[PartyEntry, ...] = ()
    districts: tuple[DistrictEntry, ...] = ()
    budget: tuple[BudgetEntry, ...] = ()
    actions: tuple[ActionEntry, ...] = ()
    deviations: tuple[DeviationEntry, ...] = ()
    reviews: tuple[ReviewEntry, ...] = ()
    evaluations: tuple[EvaluationEntry, ...] = ()
    reports: tuple[ReportEntry, ...] = ()
    tasks: tuple[TaskEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleRecords:
    """All that is told of the cycle of one municipality; a part without a file is empty."""

    documents: DocumentFile = DocumentFile()
    goals: GoalFile = GoalFile()
    decisions: DecisionFile = DecisionFile()
    work: WorkFile = WorkFile()


NAMES: dict[str, type[DocumentFile | GoalFile | DecisionFile | WorkFile]] = {
    "documents": DocumentFile,
    "goals": GoalFile,
    "decisions": DecisionFile,
    "work": WorkFile,
}


@cache
def load_cycle_records(code: str, root: Path = DATA) -> CycleRecords:
    """What is told of the cycle of a municipality; empty where nobody wrote it down.

    Raises:
        InputError: a file is wrong, an entry has no source or stands twice, or names what is not there; names
            the file and the entry.

    """
    folder = municipalities(root).get(code)
    if folder is None:
        return CycleRecords()
    paths = {name: folder / f"cycle_{name}.yaml" for name in NAMES}
    parts = {name: load(NAMES[name], path) for name, path in paths.items() if path.exists()}
    found = CycleRecords(**parts)  # type: ignore[arg-type] # each name has the type of its file
    for name, part in parts.items():
        _check_entries(part, where(paths[name]))
    _check_references(
        found, load_municipality(code, root), {name: where(path) for name, path in paths.items()}
    )
    return found


def _listed(part: object) -> Iterator[tuple[str, tuple[object, ...]]]:
    for field in fields(part):  # type: ignore[arg-type] # one of the dataclasses above
        value = getattr(part, field.name)
        if isinstance(value, tuple):
            yield field.name, value
        elif value is not None:
            yield field.name, (value,)


def key_of(entry: object) -> str:
    """What an entry is called in messages, and by which others refer to it."""
    names = ("id", "code", "document", "member", "role")
    return str(next(getattr(entry, name) for name in names if hasattr(entry, name)))


def _check_entries(part: object, file: str) -> None:
    """Refuse an entry without a source, and an id that stands twice."""
    for name, entries in _listed(part):
        seen: set[str] = set()
        for number, entry in enumerate(entries, 1):
            key = key_of(entry)
            place = f"{file}, {name} / {key or number}"
            if not getattr(entry, "source", "").strip():
                raise InputError("it does not say where this stands.", where=place, do="Give its source.")
            if key in seen and (hasattr(entry, "id") or hasattr(entry, "code")):
                raise InputError(f"'{key}' stands here twice.", where=place)
            seen.add(key)


def _check_references(found: CycleRecords, municipality: Municipality, files: dict[str, str]) -> None:
    """Refuse a reference to something that is not listed."""
    known = _known(found, municipality)
    for file, name, entry, kind, wanted in _references(found):
        if wanted and wanted not in known[kind]:
            raise InputError(
                f"there is no {kind} '{wanted}'.",
                where=f"{files[file]}, {name} / {key_of(entry)}",
                do=f"Known: {', '.join(sorted(known[kind])) or 'none'}.",
            )


def _known(found: CycleRecords, municipality: Municipality) -> dict[str, set[str]]:
    steered = {one for programme in municipality.programmes for one in programme.indicators}
    return {
        "document": {one.id for one in found.documents.documents},
        "theme": {one.id for one in municipality.themes},
        "ambition": {one.id for one in found.goals.ambitions},
        "goal": {one.id for one in found.goals.goals},
        "regional theme": {one.id for one in found.goals.regional_themes},
        "indicator": steered | {one.code for one in found.goals.indicators},
        "meeting": {one.id for one in found.decisions.meetings},
        "decision": {one.id for one in found.decisions.decisions},
        "party": {one.name for one in found.work.parties},
        "action": {one.id for one in found.work.actions},
    }


# Which field of an entry names what; a field that is a tuple names several.
_REFERS: dict[str, dict[str, str]] = {
    "links": {"document": "document", "to": "document"},
    "moments": {"about": "document"},
    "themes": {"code": "theme"},
    "ambitions": {"document": "document"},
    "indicators": {"themes": "theme"},
    "goals": {"document": "document", "theme": "theme", "ambition": "ambition", "indicators": "indicator"},
    "priorities": {"order": "theme"},
    "regional_themes": {"document": "document"},
    "regional_links": {
        "programme": "document",
        "theme": "theme",
        "regional": "regional theme",
        "shown_by": "document",
    },
    "decisions": {"meeting": "meeting", "about": "document", "proposal": "document", "shown_by": "document"},
    "parties": {"members": "party"},
    "budget": {"document": "document", "decision": "decision"},
    "actions": {"plan": "document", "goal": "goal", "theme": "theme", "lead": "party", "co_owners": "party"},
    "deviations": {"plan": "document", "action": "action", "decision": "decision"},
    "reviews": {"theme": "theme", "indicator": "indicator", "proposal": "document", "decision": "decision"},
    "evaluations": {"document": "document", "of": "document"},
    "reports": {"document": "document", "plan": "document"},
    "tasks": {"about": "document"},
}


def _references(found: CycleRecords) -> Iterator[tuple[str, str, object, str, str]]:
    for file in NAMES:
        for name, entries in _listed(getattr(found, file)):
            for entry in entries:
                for field, kind in _REFERS.get(name, {}).items():
                    for wanted in _several(getattr(entry, field)):
                        yield file, name, entry, kind, wanted


def _several(value: str | Iterable[str]) -> Iterable[str]:
    return (value,) if isinstance(value, str) else value
