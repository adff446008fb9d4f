# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""When figures are expected: the next release of each indicator, and those that are late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from baken.council.fuzzy_dates import later
from baken.cycle.calendar.findings import CalendarFinding
from baken.cycle.calendar.moments import Basis, Moment, MomentKind
from baken.model.cycle_rules import CycleRules
from baken.model.days import day_words
from baken.model.remark import Weight
from baken.model.text import Text


class Rhythm(IntEnum):
    """How often figures come out, in months."""

    MONTHLY = 1
    QUARTERLY = 3
    HALF_YEARLY = 6
    YEARLY = 12
    TWO_YEARLY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What is known of the releases of one indicator.

    ``last`` is the day of the last release, ``expected`` the day that the publisher names for the next
    one. None: nobody tells.
    """

    indicator: str
    title: Text
    rhythm: Rhythm | None = None
    last: date | None = None
    expected: date | None = None
    source: str = ""


def next_release(release: Release, day: date) -> date | None:
    """The day on which figures are expected next, as far as it can be told on a day; it may have passed.

    The day that the publisher names counts before the rhythm since the last release. None: nobody tells.
    """
    if release.last is not None and release.last > day:
        return release.last
    if release.expected is not None and (release.last is None or release.expected > release.last):
        return release.expected
    if release.last is None or release.rhythm is None:
        return None
    return later(release.last, release.rhythm)


def days_late(release: Release, day: date, rules: CycleRules) -> int:
    """How many days figures are late on a day; 0 while they are not, or nobody tells when they come."""
    due = next_release(release, day)
    late = 0 if due is None else (day - due).days
    return late if late > rules.late.days else 0


def release_moment(release: Release, day: date, rules: CycleRules) -> Moment:
    """The next release as a moment; it is overdue once it is late."""
    due = next_release(release, day)
    return Moment(
        id=f"release/{release.indicator}/{due or 'unknown'}",
        kind=MomentKind.RELEASE,
        title=release.title,
        basis=Basis.RELEASE,
        words=f"verwacht op {day_words(due).nl}" if due else "",
        earliest=due,
        latest=due + timedelta(days=rules.late.days) if due else None,
        about=release.indicator,
        source=release.source,
    )


def release_findings(
    releases: Iterable[Release], day: date, rules: CycleRules
) -> tuple[CalendarFinding, ...]:
    """The figures that are late (``release-late``)."""
    found = []
    for one in releases:
        late, due = days_late(one, day, rules), day_words(next_release(one, day))
        if late:
            found.append(
                CalendarFinding(
                    rule="release-late",
                    weight=Weight.WARNING,
                    message=Text(
                        f"{one.title.nl}: verwacht op {due.nl}, {late} dagen te laat.",
                        f"{one.title.en}: expected on {due.en}, {late} days late.",
                    ),
                    about=(one.indicator,),
                    sources=(one.source,) if one.source else (),
                )
            )
    return tuple(found)
