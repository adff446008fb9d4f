# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The timers of the law: when something must be adopted again, and which warnings have passed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baken.council.fuzzy_dates import later
from baken.council.succession import RenewalDuty, check_duty
from baken.cycle.calendar.moments import Basis, Moment, MomentKind
from baken.cycle.calendar.terms import Term, in_line
from baken.model.cycle_rules import RenewalRule
from baken.model.days import day_words
from baken.model.remark import Remark
from baken.model.text import Text

_KINDS = {"programme": MomentKind.ADOPTION, "regional": MomentKind.REGIONAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyWarning:
    """A day before the last one on which to warn, and whether it has come."""

    months: int
    day: date
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyTimer:
    """A duty on a day. ``adopted`` and ``due`` are None where no document tells when it was done last.

    ``left`` are the days up to the last one; below zero it has passed.
    """

    rule: RenewalRule
    adopted: date | None
    due: date | None
    left: int | None
    warnings: tuple[DutyWarning, ...]

    @property
    def overdue(self) -> bool:
        """Whether the last day has passed."""
        return self.left is not None and self.left < 0

    @property
    def reached(self) -> DutyWarning | None:
        """The last warning that has come."""
        return min((one for one in self.warnings if one.passed), key=lambda one: one.months, default=None)

    @property
    def text(self) -> Text:
        """The timer in a sentence."""
        return _sentence(self)


def duty_of(rule: RenewalRule) -> RenewalDuty:
    """The duty as the checks of documents take it."""
    return RenewalDuty(years=rule.years, article=rule.article, kind=rule.kind)


def kind_of(rule: RenewalRule) -> MomentKind:
    """The kind of moment by which a duty is fulfilled."""
    return _KINDS.get(rule.kind, MomentKind.OTHER)


def doubt_of(rule: RenewalRule) -> Text:
    """What stands behind an article that nobody held against the law."""
    return Text("", "") if rule.backing.checked else Text(", niet gecontroleerd", ", not checked")


def timer_on(rule: RenewalRule, terms: Iterable[Term], day: date) -> DutyTimer:
    """How a duty stands on a day, counted from the last adoption that had been done by then.

    Where no document tells when the newest of the documents was adopted, nobody can say when it is due again.

    Args:
        rule: the duty.
        terms: the documents that fulfil it, and others.
        day: what was adopted later is not known yet.

    """
    done = [
        one for one in in_line(terms, rule.kind) if not one.awaited(day) and (one.adopted or one.start <= day)
    ]
    last = done[-1].adopted if done else None
    if last is None:
        return DutyTimer(rule=rule, adopted=None, due=None, left=None, warnings=())
    due = duty_of(rule).due(last)
    warnings = tuple(
        DutyWarning(months=months, day=later(due, -months), passed=later(due, -months) <= day)
        for months in sorted(rule.warn_months, reverse=True)
    )
    return DutyTimer(rule=rule, adopted=last, due=due, left=(due - day).days, warnings=warnings)


def duty_moment(timer: DutyTimer, about: str = "") -> Moment:
    """The last day of a duty as a moment; ``about`` is the document that is to fulfil it."""
    rule = timer.rule
    return Moment(
        id=f"duty/{rule.id}/{timer.due or 'unknown'}",
        kind=kind_of(rule),
        title=rule.title,
        basis=Basis.DUTY,
        words=day_words(timer.due).nl if timer.due else "",
        latest=timer.due,
        about=about,
        source=rule.backing.source,
        place=rule.article,
        checked=rule.backing.checked,
    )


def conflict(timer: DutyTimer, planned: Moment) -> Remark | None:
    """Where a document allows a day of adoption after the last day of a duty; None if it does not."""
    return check_duty(timer.adopted, planned.when, duty_of(timer.rule)) if timer.adopted else None


def _sentence(timer: DutyTimer) -> Text:
    rule = timer.rule
    doubt = doubt_of(rule)
    article = Text(f" ({rule.article}{doubt.nl})", f" ({rule.article}{doubt.en})")
    if timer.adopted is None or timer.due is None:
        return Text(
            f"{rule.title.nl}: niet bekend wanneer dat voor het laatst is gebeurd{article.nl}.",
            f"{rule.title.en}: not known when that was done last{article.en}.",
        )
    last, due = day_words(timer.adopted), day_words(timer.due)
    return Text(
        f"{rule.title.nl}: voor het laatst op {last.nl}, opnieuw uiterlijk op {due.nl}{article.nl}.",
        f"{rule.title.en}: last on {last.en}, again on {due.en} at the latest{article.en}.",
    )
