# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The entries of the file on what people do: parties, money, actions, reports and evaluations.

For ``source``, ``status`` and ``steps`` see ``cycle_entries``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from baken.catalogue.cycle_entries import Step
from baken.model.action import MoneyKind
from baken.model.governance import Body, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasEntry:
    """An earlier name. ``seen`` is the last day on which a document uses it, ``until`` when it changed."""

    name: str
    seen: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyEntry:
    """A party; ``members`` are the names of other parties."""

    id: str
    name: str
    kind: str
    source: str
    domain: str = ""
    aliases: tuple[AliasEntry, ...] = ()
    members: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictEntry:
    """A role of some districts. ``holder``: who has it; of a real municipality nobody stands here."""

    role: Literal["area-manager", "alderman"]
    areas: tuple[str, ...]
    state: Literal["filled", "vacant", "not-told"]
    start: date
    source: str
    holder: str = ""
    end: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetEntry:
    """Money for a document. No ``kind``: no document tells whether it is structural."""

    id: str
    document: str
    title: str
    programme: str
    source: str
    kind: MoneyKind | None = None
    amount: Decimal | None = None
    new: bool = False
    year: int | None = None
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionEntry:
    """An action of a plan."""

    id: str
    title: str
    plan: str
    source: str
    goal: str = ""
    theme: str = ""
    what: str = ""
    lead: str = ""
    co_owners: tuple[str, ...] = ()
    residents: str = ""
    area: str = ""
    start_words: str = ""
    end_words: str = ""
    instrument: str = ""
    power: str = ""
    money: Decimal | None = None
    money_kind: MoneyKind | None = None
    output: str = ""
    effect: str = ""
    impact: str = ""
    indicator: str = ""
    monitoring: str = ""
    updated: date | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviationEntry:
    """That a plan is left for a time."""

    id: str
    plan: str
    title: str
    reason: str
    start: date
    end: date
    decision: str
    source: str
    action: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewEntry:
    """A reason to look at the course again."""

    id: str
    title: str
    cause: Literal["signal", "threshold", "evaluation", "council"]
    what: str
    seen: date
    source: str
    theme: str = ""
    indicator: str = ""
    bodies: tuple[Body, ...] = ()
    proposal: str = ""
    decision: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionEntry:
    """One question of an evaluation."""

    question: str
    method: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationEntry:
    """An evaluation of a document with its questions."""

    id: str
    of: str
    title: str
    source: str
    document: str = ""
    method: str = ""
    start: date | None = None
    end: date | None = None
    conclusion: str = ""
    outcome: Literal["", "continue", "adjust", "theme", "stop"] = ""
    questions: tuple[QuestionEntry, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEntry:
    """A text of a report that nobody has signed yet, on one theme or on the whole."""

    text: str
    theme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """A report on a plan that is being written."""

    id: str
    document: str
    plan: str
    start: date
    end: date
    source: str
    kind: Literal["progress", "control"] = "progress"
    moment: str = ""
    texts: tuple[TextEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEntry:
    """Something to be done by a day."""

    id: str
    title: str
    role: Role
    due: date
    source: str
    kind: Literal["cycle", "source", "review", "reminder"] = "cycle"
    done: date | None = None
    about: str = ""
    area: str = ""
