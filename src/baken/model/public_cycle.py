# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is public of the policy cycle on one day: programmes, goals, decisions, plans, money and moments.

It is copied from the records of the desk when somebody makes it public, and never changes afterwards. Words
that people wrote are in their own language only. What no document tells is empty: None for a number or day,
which is never zero. There is nothing here of what is internal, of the triangle, or of a person but those who
voted in public.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from baken.model.action import ActionStatus, MoneyKind
from baken.model.governance import Body, ProductKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicVote:
    """How one member of the council voted in a public meeting, with the form of address of the minutes."""

    member: str
    faction: str
    favour: bool
    title: str = ""

    @property
    def named(self) -> str:
        """The member as a record of a vote names one: *mw. Voorbeeld (PvdA)*."""
        return f"{f'{self.title} ' if self.title else ''}{self.member} ({self.faction})"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDecision:
    """What a body decided on a public document. ``about`` is the id of that document.

    ``stated_for`` and ``stated_against`` are the totals of the minutes, which can differ from the votes.
    """

    id: str
    title: str
    body: Body
    outcome: str
    about: str
    taken: date | None = None
    points: tuple[str, ...] = ()
    stated_for: int | None = None
    stated_against: int | None = None
    votes: tuple[PublicVote, ...] = ()
    source: str = ""

    @property
    def adopts(self) -> bool:
        """Whether it adopts what it is about, changed or not."""
        return self.outcome in {"adopted", "amended"}

    @property
    def by_faction(self) -> tuple[tuple[str, int, int], ...]:
        """Votes in favour and against by faction, the largest faction first."""
        favour = Counter(one.faction for one in self.votes if one.favour)
        against = Counter(one.faction for one in self.votes if not one.favour)
        names = sorted({*favour, *against}, key=lambda one: (-favour[one] - against[one], one))
        return tuple((one, favour[one], against[one]) for one in names)

    @property
    def counted(self) -> tuple[int, int]:
        """How many members voted in favour and against by name."""
        favour = sum(one.favour for one in self.votes)
        return favour, len(self.votes) - favour

    @property
    def names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The members in favour and those against, as a record of the vote names them."""
        favour = tuple(one.named for one in self.votes if one.favour)
        return favour, tuple(one.named for one in self.votes if not one.favour)

    @property
    def differs(self) -> bool:
        """Whether the minutes state other totals than they name members."""
        return bool(self.votes) and (self.stated_for, self.stated_against) not in {(None, None), self.counted}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDocument:
    """A public document or product. ``held`` is *held*, *named* (but not held) or *expected*.

    ``implements`` gives the ids of the public documents that it implements. ``citations`` are those of
    articles that somebody checked; ``unchecked_basis``: it also rests on others, which are not named.
    """

    id: str
    kind: ProductKind
    title: str
    status: str
    held: str
    also_called: str = ""
    start: date | None = None
    end: date | None = None
    dated: date | None = None
    dated_words: str = ""
    due_words: str = ""
    implements: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    unchecked_basis: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicIndicator:
    """An indicator that a goal is measured by: of the catalogue, or one of the municipality's own."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicGoal:
    """A goal or frame that the council set, or a direction for a programme that it did not set yet.

    ``kind`` is *improve*, *hold*, *frame* or *direction*. Only what stands in a document that the council
    adopted is a goal that was set; ``decision`` is the id of that decision. Target and band are in the unit
    of the first indicator.
    """

    id: str
    document: str
    kind: str
    title: str
    decision: str = ""
    text: str = ""
    theme: str = ""
    ambition: str = ""
    indicators: tuple[PublicIndicator, ...] = ()
    target: Decimal | None = None
    target_year: int | None = None
    band_low: Decimal | None = None
    band_high: Decimal | None = None
    not_measurable: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicAction:
    """An action of a public plan. The reasons that people give at the desk for a status are not here.

    ``late``: its last day had passed on the day of the snapshot, and it was neither done nor stopped.
    """

    id: str
    plan: str
    title: str
    status: ActionStatus
    late: bool
    what: str = ""
    theme: str = ""
    goal: str = ""
    lead: str = ""
    co_owners: tuple[str, ...] = ()
    residents: str = ""
    area: str = ""
    start_words: str = ""
    start: date | None = None
    end_words: str = ""
    end: date | None = None
    updated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicMoney:
    """A budget line of a public document, in euros; None where no document tells amount or kind."""

    id: str
    document: str
    title: str
    programme: str
    kind: MoneyKind | None = None
    amount: Decimal | None = None
    new: bool = False
    year: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicMoment:
    """A moment of the calendar about a public document: its words, and the days that these allow."""

    id: str
    kind: str
    title: str
    about: str
    basis: str
    words: str = ""
    earliest: date | None = None
    latest: date | None = None
    realised: date | None = None
    year: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicTheme:
    """A theme by its code in the catalogue; ``stage`` is where it is in its life."""

    code: str
    name: str
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCycle:
    """All that is public of the cycle of one municipality on a day.

    Raises:
        ValueError: a goal is said to be set without a decision of the council that adopts its document, or
            something is about a document that is not here.

    """

    area: str
    on: date
    documents: tuple[PublicDocument, ...] = ()
    decisions: tuple[PublicDecision, ...] = ()
    goals: tuple[PublicGoal, ...] = ()
    actions: tuple[PublicAction, ...] = ()
    money: tuple[PublicMoney, ...] = ()
    moments: tuple[PublicMoment, ...] = ()
    themes: tuple[PublicTheme, ...] = ()

    def __post_init__(self) -> None:
        known = {one.id for one in self.documents}
        about = {one.about for one in self.decisions} | {one.about for one in self.moments}
        about |= {one.document for one in self.goals} | {one.document for one in self.money}
        missing = sorted((about | {one.plan for one in self.actions}) - known)
        if missing:
            raise ValueError(f"there is no public document '{missing[0]}'")
        for one in self.goals:
            by = self.set_by(one.document)
            if one.kind != "direction" and (by is None or one.decision != by.id):
                raise ValueError(f"no decision of the council set the goal '{one.title}'")

    @property
    def programmes(self) -> tuple[PublicDocument, ...]:
        """The programmes, oldest term first."""
        found = (one for one in self.documents if one.kind is ProductKind.PROGRAMME)
        return tuple(sorted(found, key=lambda one: (one.start or date.max, one.title)))

    def decided_on(self, document: str) -> tuple[PublicDecision, ...]:
        """The decisions on a document, oldest first."""
        return tuple(one for one in self.decisions if one.about == document)

    def set_by(self, document: str) -> PublicDecision | None:
        """The last decision of the council that adopted a document; None: it cannot be called *set*."""
        found = [one for one in self.decided_on(document) if one.body is Body.COUNCIL and one.adopts]
        return found[-1] if found else None

    def plans_of(self, programme: str) -> tuple[PublicDocument, ...]:
        """The implementation plans that say that they implement a programme."""
        plans = (one for one in self.documents if one.kind is ProductKind.IMPLEMENTATION_PLAN)
        return tuple(one for one in plans if programme in one.implements)

    def of_theme(self, theme: str) -> tuple[tuple[PublicGoal, ...], tuple[PublicAction, ...]]:
        """The goals and the actions of a theme."""
        goals = tuple(one for one in self.goals if one.theme == theme)
        return goals, tuple(one for one in self.actions if one.theme == theme)

    @property
    def voters(self) -> Iterator[tuple[PublicVote, PublicDecision]]:
        """Who voted by name, and on which decision."""
        for decision in self.decisions:
            yield from ((one, decision) for one in decision.votes)


@dataclass(frozen=True, slots=True)
class CycleSnapshot:
    """What was made public, with the bytes that keep it. ``number`` counts those of one day, from 1."""

    told: PublicCycle
    number: int
    data: bytes

    @property
    def id(self) -> str:
        """What it is called among the inputs of an edition."""
        return f"beleidscyclus/{self.told.area}@{self.told.on.isoformat()}.{self.number}"

    @property
    def sha256(self) -> str:
        """The checksum of the bytes."""
        return sha256(self.data).hexdigest()
