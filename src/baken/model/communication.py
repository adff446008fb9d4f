# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How a municipality speaks with its residents: where they can go, what it wants to tell, what it plans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.errors import InputError
from baken.model.period import Period
from baken.model.text import Text

_DIAL = re.compile(r"\+?[0-9][0-9 ()-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A reason to call or write, in the words of who does so; ``note`` is what to know before.

    ``local``: it is for the municipality, so it is shown where nobody wrote down how to reach that, too.
    """

    id: str
    name: Text
    note: Text | None = None
    local: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How somebody is reached: telephone, mailbox of a role, website. ``hours`` and costs in words.

    Raises:
        InputError: there is no way to reach anybody, or the telephone number is none.

    """

    phone: str = ""
    mailbox: str = ""
    website: str = ""
    hours: Text | None = None

    def __post_init__(self) -> None:
        if not (self.phone or self.mailbox or self.website):
            raise InputError(
                "a contact says not how to reach it.", do="Give a phone, a mailbox or a website."
            )
        if self.phone and not _DIAL.fullmatch(self.phone):
            raise InputError(
                "the telephone number of a contact is none.", do="Write digits, such as 0900-8844."
            )

    @property
    def dial(self) -> str:
        """The telephone number as a telephone takes it: digits only, and a plus before a country."""
        return re.sub(r"[^0-9+]", "", self.phone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachable:
    """Somebody who can be reached. ``source`` is where that stands, ``checked`` the day it was looked up.

    What nobody checked is not published: a wrong number is worse than none.
    """

    reach: Reach
    source: str = ""
    checked: date | None = None

    @property
    def is_checked(self) -> bool:
        """Whether it may be published."""
        return bool(self.source.strip()) and self.checked is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Reachable):
    """Where to go with an issue."""

    id: str
    issues: tuple[str, ...]
    name: Text
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """Reasons to call or write in the order in which they are shown, and where to go with each."""

    issues: tuple[Issue, ...] = ()
    contacts: tuple[Contact, ...] = ()

    def __post_init__(self) -> None:
        known = {one.id for one in self.issues}
        for each in self.contacts:
            for name in each.issues:
                if name not in known:
                    raise InputError(f"contact '{each.id}' is for the unknown issue '{name}'.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictContact(Reachable):
    """Who is the first to go to in a district: a role with its own mailbox or telephone, never a person."""

    area: str
    role: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalIndicator:
    """By what it is seen whether a goal is reached. Without a ``value`` nothing is known of it yet."""

    name: Text
    value: Text | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What communication is to reach: its own words, and by what that is seen.

    Raises:
        InputError: nothing tells whether it is reached.

    """

    name: Text
    indicators: tuple[GoalIndicator, ...]
    original: str = ""
    place: str = ""

    def __post_init__(self) -> None:
        if not self.indicators:
            raise InputError(f"the communication goal '{self.name.en}' has no indicator.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something is told: a period such as ``2026-Q4``, or empty where nobody knows yet."""

    what: Text
    when: str = ""

    def __post_init__(self) -> None:
        if self.when:
            Period.parse(self.when)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationPlan:
    """What a municipality wants to tell, to whom, when, and who answers for it.

    ``goal_count`` is how many goals its document says it has. What the document does not tell stays empty.

    Raises:
        InputError: there are more or fewer goals than the document says.

    """

    title: Text
    document: str
    place: str = ""
    since: date | None = None
    goals: tuple[Goal, ...] = ()
    goal_count: int | None = None
    audiences: tuple[Text, ...] = ()
    moments: tuple[Moment, ...] = ()
    owner: Text | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        if self.goal_count is not None and len(self.goals) != self.goal_count:
            raise InputError(
                f"the communication plan has {len(self.goals)} goals and its document says {self.goal_count}."
            )

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts of a plan that are not known: goals, audiences, moments or owner."""
        parts = {
            "goals": self.goals,
            "audiences": self.audiences,
            "moments": self.moments,
            "owner": self.owner,
        }
        return tuple(name for name, held in parts.items() if not held)


class PlanState(StrEnum):
    """Whether an annual plan says what it must say."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualPlan:
    """A plan of a year or two, or a report of one; ``document`` is an id of the references.

    ``communication`` is what it says on communication. Only of a plan that was ``read`` is it known that it
    says nothing. ``is_report``: it tells what was done, and needs no such section.
    """

    document: str
    start: date | None = None
    end: date | None = None
    read: bool = False
    is_report: bool = False
    communication: Text | None = None

    @property
    def state(self) -> PlanState:
        """A plan without a section on communication is incomplete; one that nobody read may have it."""
        if self.communication is not None or (self.is_report and self.read):
            return PlanState.COMPLETE
        return PlanState.INCOMPLETE if self.read else PlanState.UNREAD


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """What the municipality says that it will do. No ``themes``: it is for all of them.

    ``by`` is the last day on which it would be done by its document, and ``when`` says that in words.
    ``done`` is the day on which it happened, if a document tells.
    """

    what: Text
    document: str
    said: date
    place: str = ""
    when: Text | None = None
    by: date | None = None
    done: date | None = None
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Communication:
    """All that one municipality holds on communication with its residents.

    ``district_role`` is who the first to go to is in each district, where documents tell that and not how to
    reach them; ``district_source`` says where it stands.
    """

    contacts: tuple[Contact, ...] = ()
    districts: tuple[DistrictContact, ...] = ()
    district_role: Text | None = None
    district_source: str = ""
    plan: CommunicationPlan | None = None
    annual: tuple[AnnualPlan, ...] = ()
    planned: tuple[PlannedStep, ...] = ()

    @property
    def incomplete(self) -> tuple[AnnualPlan, ...]:
        """The annual plans that were read and have no section on communication."""
        return tuple(one for one in self.annual if one.state is PlanState.INCOMPLETE)
