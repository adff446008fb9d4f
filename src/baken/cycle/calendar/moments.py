# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One moment of the cycle: what is due, in which words, between which days, and how that stands on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.council.fuzzy_dates import Bound, FuzzyDate
from baken.model.errors import InputError
from baken.model.remark import Span
from baken.model.text import Text


class MomentKind(StrEnum):
    """What happens at a moment."""

    ADOPTION = "adoption"
    REGIONAL = "regional"
    PLAN = "plan"
    PLAN_EVALUATION = "plan-evaluation"
    INTERIM_EVALUATION = "interim-evaluation"
    PROGRESS_REPORT = "progress-report"
    PLANNING = "planning"
    """Planning and control: framework memorandum, budget, interim report, annual accounts."""
    SURVEY = "survey"
    RELEASE = "release"
    TASK = "task"
    OTHER = "other"


class Basis(StrEnum):
    """Why a moment stands in the calendar."""

    DUTY = "duty"
    RULE = "rule"
    STATEMENT = "statement"
    """A document says so."""
    RELEASE = "release"


BASES = {
    Basis.DUTY: Text("wettelijke plicht", "duty by law"),
    Basis.RULE: Text("vaste regel", "standing rule"),
    Basis.STATEMENT: Text("staat in een document", "said in a document"),
    Basis.RELEASE: Text("verwachte cijfers", "figures expected"),
}


class Status(StrEnum):
    """How a moment stands on a day, in the order in which it can come to stand so."""

    NO_DATE = "no-date"
    """No document tells when."""
    PLANNED = "planned"
    OPEN = "open"
    """Its first day has come; no document tells the last one."""
    DUE_SOON = "due-soon"
    PASSED = "passed"
    """Its last day has passed, and it is not for the programme to deliver."""
    OVERDUE = "overdue"
    EARLY = "delivered-early"
    ON_TIME = "delivered-on-time"
    LATE = "delivered-late"
    DELIVERED = "delivered"
    """Delivered, where no document tells when it was due."""


STATUSES = {
    Status.NO_DATE: Text("geen datum bekend", "no date known"),
    Status.PLANNED: Text("gepland", "planned"),
    Status.OPEN: Text("kan nu; geen laatste dag bekend", "may be now; no last day known"),
    Status.DUE_SOON: Text("bijna", "due soon"),
    Status.PASSED: Text("voorbij; niet bekend of het is gedaan", "passed; not known whether it was done"),
    Status.OVERDUE: Text("te laat: niet bekend dat het klaar is", "overdue: not known to be delivered"),
    Status.EARLY: Text("eerder klaar dan gepland", "delivered early"),
    Status.ON_TIME: Text("op tijd klaar", "delivered on time"),
    Status.LATE: Text("te laat klaar", "delivered late"),
    Status.DELIVERED: Text("klaar", "delivered"),
}
NOT_OWED = frozenset({MomentKind.PLANNING, MomentKind.SURVEY})
"""What others do, and the programme only reports in or draws on."""
DONE = frozenset({Status.EARLY, Status.ON_TIME, Status.LATE, Status.DELIVERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment with the days that its words allow; None: this end is open, or no document tells.

    ``about`` is the id of the document that it is about and ``year`` the year, where there is one in each.
    ``source`` and ``place`` say where it stands. ``checked``: somebody held its rule against the law.

    Raises:
        InputError: the first day that it allows comes after the last one.

    """

    id: str
    kind: MomentKind
    title: Text
    basis: Basis
    words: str = ""
    earliest: date | None = None
    latest: date | None = None
    realised: date | None = None
    about: str = ""
    year: int | None = None
    source: str = ""
    place: str = ""
    checked: bool = False
    said_on: date | None = None
    """The day of the document that says so."""

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise InputError(
                f"the moment '{self.id}' would be from {self.earliest} up to {self.latest}.",
                do="Give the first day before the last one.",
            )

    @property
    def key(self) -> tuple[MomentKind, str, int | None]:
        """What it is a moment of: two with one key are about the same milestone."""
        return self.kind, self.about, self.year

    @property
    def when(self) -> FuzzyDate:
        """Its days as a loose date."""
        bounds = {
            (True, True): Bound.WITHIN,
            (False, True): Bound.BY,
            (True, False): Bound.FROM,
            (False, False): Bound.OPEN,
        }
        return FuzzyDate(
            words=self.words,
            span=Span(0, len(self.words)),
            earliest=self.earliest,
            latest=self.latest,
            bound=bounds[self.earliest is not None, self.latest is not None],
        )


def status_on(moment: Moment, day: date, soon_days: int = 30) -> Status:
    """How a moment stands on a day; what was delivered after that day is not known yet.

    It is due soon from so many days before its last day, and overdue on the day after that.
    """
    if moment.realised is not None and moment.realised <= day:
        return _delivered(moment, moment.realised)
    if moment.latest is None:
        return _without_end(moment.earliest, day)
    if moment.when.overdue(day):
        return Status.PASSED if moment.kind in NOT_OWED else Status.OVERDUE
    return Status.DUE_SOON if (moment.latest - day).days <= soon_days else Status.PLANNED


def _without_end(earliest: date | None, day: date) -> Status:
    if earliest is None:
        return Status.NO_DATE
    return Status.OPEN if earliest <= day else Status.PLANNED


def _delivered(moment: Moment, on: date) -> Status:
    if moment.earliest is None and moment.latest is None:
        return Status.DELIVERED
    if moment.earliest is not None and on < moment.earliest:
        return Status.EARLY
    return Status.LATE if moment.when.overdue(on) else Status.ON_TIME


def in_order(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Moments by their last day, or else their first; those without any day come last."""
    return tuple(sorted(moments, key=lambda one: (one.latest or one.earliest or date.max, one.id)))
