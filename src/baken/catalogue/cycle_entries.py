# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The entries of the files with records of the policy cycle, one type for each kind of record.

``source`` is the document, with its line where it has lines, that says what an entry holds. What no document tells
is empty. ``status`` is a state that a document tells where it does not tell the steps towards it; ``steps`` are steps
of the record's flow, taken in order, each with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from baken.model.action import MoneyKind
from baken.model.governance import Body, ProductKind, Relation, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a flow. ``on`` is the day on which people told of it, kept with an action."""

    step: str
    why: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """A document or product. ``points`` are the decision points of a proposal, in order."""

    id: str
    kind: ProductKind
    title: str
    source: str
    original_title: str = ""
    also_called: str = ""
    held: Literal["held", "named", "expected"] = "named"
    status: str = ""
    visibility: Literal["internal", "council", "public"] = "internal"
    owner: Body | None = None
    adopted_by_others: str = ""
    consulted: str = ""
    department: str = ""
    number: str = ""
    start: date | None = None
    end: date | None = None
    dated: date | None = None
    dated_words: str = ""
    shared_on: date | None = None
    due_words: str = ""
    alternatives: str = ""
    legal_basis: tuple[str, ...] = ()
    sdgs: tuple[str, ...] = ()
    link: str = ""
    note: str = ""
    points: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkEntry:
    """That one document stands to another: ``document`` *relation* ``to``."""

    document: str
    relation: Relation
    to: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentEntry:
    """A dated moment in the words of a document; the days that these allow are computed from them."""

    id: str
    kind: str
    title: str
    source: str
    words: str = ""
    realised: date | None = None
    about: str = ""
    said_on: date | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeEntry:
    """What documents tell of a theme beyond its name and indicators, which stand in ``municipality.yaml``."""

    source: str
    code: str = ""
    status: str = ""
    stage_from: date | None = None
    origin_words: str = ""
    sdgs: tuple[str, ...] = ()
    broad_tasks: str = ""
    domains: str = ""
    context: str = ""
    note: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbitionEntry:
    """What the city wants to be, as a document says it."""

    id: str
    title: str
    document: str
    source: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorEntry:
    """An indicator of our own, or what is told of one of the catalogue beside its definition."""

    code: str
    source: str
    name: str = ""
    status: str = ""
    definition: str = ""
    scale: str = ""
    kind: str = ""
    rhythm_months: int | None = None
    last_release: date | None = None
    next_release: date | None = None
    threshold: Decimal | None = None
    themes: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalEntry:
    """A goal or frame of a programme."""

    id: str
    document: str
    kind: Literal["improve", "hold", "frame", "direction"]
    title: str
    source: str
    theme: str = ""
    ambition: str = ""
    text: str = ""
    indicators: tuple[str, ...] = ()
    target: Decimal | None = None
    target_year: int | None = None
    band_low: Decimal | None = None
    band_high: Decimal | None = None
    not_measurable: str = ""
    area: str = ""
    tags: str = ""
    sdgs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityEntry:
    """The order of the themes on a day."""

    id: str
    dated: date
    order: tuple[str, ...]
    reason: str
    source: str
    scores: dict[str, dict[str, int]] | None = None
    weights: dict[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEntry:
    """A numbered item of a meeting."""

    number: str
    title: str
    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingEntry:
    """A meeting of a body with its items."""

    id: str
    body: Body
    dated: date
    source: str
    seats: int | None = None
    public: bool = True
    note: str = ""
    items: tuple[ItemEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoterEntry:
    """A member as the record of a vote names him, with the faction behind the name."""

    member: str
    faction: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEntry:
    """What a body decided, with the votes by name. ``stated_for`` is the total that the document concludes."""

    id: str
    title: str
    body: Body
    outcome: Literal["adopted", "amended", "rejected", "noted", "agreed"]
    source: str
    meeting: str = ""
    item: str = ""
    about: str = ""
    proposal: str = ""
    taken: date | None = None
    shown_by: str = ""
    stated_for: int | None = None
    stated_against: int | None = None
    signed_first: str = ""
    signed_first_on: date | None = None
    signed_second: str = ""
    signed_second_on: date | None = None
    note: str = ""
    favour: tuple[VoterEntry, ...] = ()
    against: tuple[VoterEntry, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipEntry:
    """A membership of a faction that a document tells with its days; for others the day of the vote counts."""

    member: str
    faction: str
    start: date
    source: str
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEntry:
    """What the local triangle agreed."""

    id: str
    dated: date
    title: str
    parties: tuple[str, ...]
    agreed: str
    source: str
    agenda: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasEntry:
    """An earlier name. ``seen`` is the last day on which a document uses it, ``until`` the day of the change."""

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
    """A role that each of some districts has. ``holder``: who has it; of a real municipality nobody stands here."""

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
