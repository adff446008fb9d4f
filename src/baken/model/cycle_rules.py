# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""By which rules the policy cycle runs in a country: duties, plans, evaluations, planning and control, tasks.

Each rule says where it comes from (``source``) and whether somebody held it against the law (``checked``). A
rule that nobody checked is never to be shown to the public as fact. Words such as *voorjaar {year}* are kept
as words; what days they allow is for ``LooseWords`` to say.
"""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.errors import InputError
from baken.model.governance import Role
from baken.model.text import Text

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """Where a rule comes from, and whether somebody held it against the law.

    Raises:
        InputError: it has no source.

    """

    source: str
    checked: bool = False

    def __post_init__(self) -> None:
        if not self.source.strip():
            raise InputError("a rule of the cycle has no source.", do="Say where it comes from.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseWords:
    """What loose words of time mean, as first and last month; a convention, not law.

    A last month before the first one lies in the next year. ``part_days`` are the last days of the begin and
    the middle of a month, ``recess`` the first and last day of the recess of the council.
    """

    backing: Backing
    begin: tuple[int, int]
    middle: tuple[int, int]
    end: tuple[int, int]
    spring: tuple[int, int]
    summer: tuple[int, int]
    autumn: tuple[int, int]
    winter: tuple[int, int]
    part_days: tuple[int, int]
    recess: tuple[MonthDay, MonthDay]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalRule:
    """A duty to adopt a kind of document at least once in so many years, with warnings so many months before.

    Raises:
        InputError: the term is less than a year, or a warning does not come before the last day.

    """

    id: str
    kind: str
    title: Text
    years: int
    warn_months: tuple[int, ...]
    article: str
    adopted_by: tuple[Text, ...]
    heard: tuple[Text, ...] = ()
    backing: Backing

    def __post_init__(self) -> None:
        if self.years < 1 or any(not 0 < months < 12 * self.years for months in self.warn_months):
            raise InputError(
                f"the duty '{self.id}' has no term of at least a year, or a warning outside of it.",
                do="Give whole years, and months before the last day.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionRule:
    """When a programme is to be adopted; ``{start}`` is the first day of its term.

    Raises:
        InputError: the words do not look from the first day.

    """

    title: Text
    words: str
    backing: Backing

    def __post_init__(self) -> None:
        if "{start}" not in self.words:
            raise InputError(f"'{self.words}' names no day.", do="Write {start} where the first day goes.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRule:
    """How often an implementation plan is made, in the words of the rule, and when it is due.

    ``first`` is when the plan of the first year of a programme is due, ``due`` that of each later one.

    Raises:
        InputError: it is made less than once a year, or the words name no year.

    """

    title: Text
    years: int
    words: str
    first: str
    due: str
    backing: Backing

    def __post_init__(self) -> None:
        _whole("the rule for plans", self.years)
        _with_year(self.first, self.due)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationRule:
    """When the evaluation of the plan of a year is due; ``{year}`` is that year, ``{next}`` the one after it.

    Raises:
        InputError: the words name no year.

    """

    title: Text
    due: str
    backing: Backing

    def __post_init__(self) -> None:
        _with_year(self.due)


@dataclass(frozen=True, slots=True, kw_only=True)
class InterimRule:
    """The evaluation at half of a programme: from the last day of its first half, for so many months.

    Where that day is the last of a year, the begin of the next one counts instead, as people say it.

    Raises:
        InputError: there is no month in which to do it.

    """

    title: Text
    months_after: int
    backing: Backing

    def __post_init__(self) -> None:
        _whole("the interim evaluation", self.months_after)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningRule:
    """A moment of planning and control in each year. ``about``: -1 looks back on the year before, 1 forward.

    Raises:
        InputError: the words name no year.

    """

    id: str
    title: Text
    words: str
    about: int
    backing: Backing

    def __post_init__(self) -> None:
        _with_year(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyRule:
    """A survey held every so many years; ``remainder`` of 1 with two years means the odd ones.

    Raises:
        InputError: the years make no rhythm, or the words name no year.

    """

    id: str
    title: Text
    every: int
    remainder: int
    words: str
    backing: Backing

    def __post_init__(self) -> None:
        _whole(f"the survey '{self.id}'", self.every)
        _with_year(self.words)
        if not 0 <= self.remainder < self.every:
            raise InputError(f"the survey '{self.id}' has a remainder that no year leaves.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStep:
    """One task towards the next programme, in months before its due day; below zero it comes afterwards.

    ``role`` is that of whoever does it.

    Raises:
        InputError: it would be ready before it begins.

    """

    id: str
    title: Text
    begin: int
    ready: int
    after: tuple[str, ...] = ()
    role: Role = Role.ADVISER

    def __post_init__(self) -> None:
        if self.ready > self.begin:
            raise InputError(f"the task '{self.id}' would be ready before it begins.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTemplate:
    """The tasks that lead to the next programme; the first one begins with the lead time.

    Raises:
        InputError: a task stands twice, follows one that is not there, or begins before the lead time.

    """

    lead_months: int
    steps: tuple[TaskStep, ...]
    backing: Backing

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for one in self.steps:
            if one.id in seen or not set(one.after) <= seen:
                raise InputError(
                    f"the task '{one.id}' stands here twice, or follows one that does not stand before it."
                )
            seen.add(one.id)
        if max((one.begin for one in self.steps), default=0) != self.lead_months:
            raise InputError("the first task does not begin with the lead time.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDays:
    """A number of days that somebody has, or after which something is old.

    Raises:
        InputError: it is less than a day.

    """

    days: int
    backing: Backing

    def __post_init__(self) -> None:
        _whole("a term", self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleRules:
    """All rules of the cycle.

    ``questions`` is how long the executive has to answer the council, ``stale`` after how long a running
    action of which nobody wrote is old, ``soon`` how long before its last day a moment is near, and ``late``
    how long after the expected day a release counts as late. ``transition`` is a sentence with ``{before}``,
    ``{after}`` and ``{end}`` that a person may take over where two programmes leave a gap.
    """

    loose: LooseWords
    renewal: tuple[RenewalRule, ...]
    adoption: AdoptionRule
    plan: PlanRule
    evaluation: EvaluationRule
    interim: InterimRule
    planning: tuple[PlanningRule, ...]
    surveys: tuple[SurveyRule, ...]
    tasks: TaskTemplate
    questions: CountedDays
    stale: CountedDays
    soon: CountedDays
    late: CountedDays
    transition: Text


def _whole(what: str, number: int) -> None:
    if number < 1:
        raise InputError(f"{what} needs a whole number of at least one.")


def _with_year(*words: str) -> None:
    for one in words:
        if "{year}" not in one and "{next}" not in one:
            raise InputError(f"'{one}' names no year.", do="Write {year} or {next} where the year goes.")
