# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The entries of the files with documents, goals and decisions, one type for each kind of record.

What people do with them stands in ``cycle_work_entries``.

``source`` is the document, with its line where it has lines, that says what an entry holds. What no
document tells is empty. ``status`` is a state that a document tells where it does not tell the steps
towards it; ``steps`` are steps of the record's flow, taken in order, each with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from baken.model.governance import Body, ProductKind, Relation
from baken.model.regional import RegionalUse


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
class RegionalThemeEntry:
    """A theme of a regional police plan; ``place`` is where it stands in that plan."""

    id: str
    document: str
    title: str
    source: str
    order: int | None = None
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalLinkEntry:
    """How a theme of a programme stands to a theme (id) of a regional police plan."""

    id: str
    programme: str
    theme: str
    regional: str
    how: RegionalUse
    source: str
    on: date | None = None
    shown_by: str = ""
    note: str = ""


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
    """What a body decided, with the votes by name. ``stated_for`` is the total that the document gives."""

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
    """A membership of a faction that is told with its days; for others the day of the vote counts."""

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
