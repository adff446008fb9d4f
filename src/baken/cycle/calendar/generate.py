# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""All moments of one cycle, from the rules: adoption, plans, evaluations, budgets, surveys and tasks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from baken.council.fuzzy_dates import later
from baken.cycle.calendar.moments import Basis, Moment, MomentKind, in_order
from baken.cycle.calendar.tasks import task_set
from baken.cycle.calendar.terms import ONE_DAY
from baken.cycle.calendar.words import in_year, timed, titled
from baken.model.cycle_rules import Backing, CycleRules
from baken.model.days import day_words
from baken.model.errors import InputError
from baken.model.text import Text


def cycle_of(start: date, end: date, rules: CycleRules, about: str = "") -> tuple[Moment, ...]:
    """The moments of a programme with this term, and the tasks that lead to the next one, by their last day.

    Args:
        start: the first day of the term.
        end: its last day.
        rules: those of the country or municipality.
        about: the id of the programme; otherwise the years of its term.

    Raises:
        InputError: the term ends before it begins.

    """
    about = about or f"{start.year}-{end.year}"
    following = f"{end.year + 1}-{2 * end.year - start.year + 1}"
    return in_order((*own_moments(start, end, rules, about), *task_set(following, end, rules)))


def own_moments(start: date, end: date, rules: CycleRules, about: str) -> tuple[Moment, ...]:
    """The moments of one programme, without the tasks that lead to the next."""
    if end < start:
        raise InputError(f"'{about}' ends on {end}, before it begins on {start}.")
    found = (
        _adoption(start, rules, about),
        *_plans(start, end, rules, about),
        *_evaluations(start, end, rules, about),
        interim(start, end, rules, about),
        *_planning(start, end, rules, about),
        *survey_moments(start.year, end.year, rules),
    )
    return in_order(found)


def halfway(start: date, end: date) -> date:
    """The last day of the first half of a term; of an odd number of months, the middle one counts with it."""
    months = 12 * (end.year - start.year) + end.month - start.month + 1
    return min(end, later(start, (months + 1) // 2) - ONE_DAY)


def interim(start: date, end: date, rules: CycleRules, about: str) -> Moment:
    """The evaluation at half: from the last day of the first half, such as *31 december 2028/begin 2029*."""
    half = halfway(start, end)
    after = half + ONE_DAY
    words = day_words(half).nl
    if (after.day, after.month) == (1, 1):
        words += f"/begin {after.year}"
    else:
        words += f" - {day_words(later(after, rules.interim.months_after) - ONE_DAY).nl}"
    moment = _moment(
        f"{about}/interim-evaluation",
        MomentKind.INTERIM_EVALUATION,
        rules.interim.title,
        rules.interim.backing,
    )
    return timed(_of(moment, about), words, rules.loose)


def survey_moments(first: int, last: int, rules: CycleRules) -> tuple[Moment, ...]:
    """The waves of the surveys in these years."""
    return tuple(
        timed(
            _of(
                _moment(f"survey/{one.id}/{year}", MomentKind.SURVEY, titled(one.title, year), one.backing),
                one.id,
                year,
            ),
            in_year(one.words, year),
            rules.loose,
        )
        for one in rules.surveys
        for year in range(first, last + 1)
        if year % one.every == one.remainder
    )


def _adoption(start: date, rules: CycleRules, about: str) -> Moment:
    rule = rules.adoption
    words = rule.words.replace("{start}", day_words(start).nl)
    moment = _moment(f"{about}/adoption", MomentKind.ADOPTION, rule.title, rule.backing)
    return timed(_of(moment, about), words, rules.loose)


def _plans(start: date, end: date, rules: CycleRules, about: str) -> Iterator[Moment]:
    rule = rules.plan
    for year in range(start.year, end.year + 1, rule.years):
        last = min(year + rule.years - 1, end.year)
        term = str(year) if year == last else f"{year}-{last}"
        title = Text(rule.title.nl.replace("{term}", term), rule.title.en.replace("{term}", term))
        moment = _moment(f"{about}/plan/{term}", MomentKind.PLAN, title, rule.backing)
        words = in_year(rule.first if year == start.year else rule.due, year)
        yield timed(_of(moment, about, year), words, rules.loose)


def _evaluations(start: date, end: date, rules: CycleRules, about: str) -> Iterator[Moment]:
    rule = rules.evaluation
    for year in range(start.year, end.year + 1):
        name = f"{about}/plan-evaluation/{year}"
        moment = _moment(name, MomentKind.PLAN_EVALUATION, titled(rule.title, year), rule.backing)
        yield timed(_of(moment, about, year), in_year(rule.due, year), rules.loose)


def _planning(start: date, end: date, rules: CycleRules, about: str) -> Iterator[Moment]:
    for rule in rules.planning:
        # What looks back on a year of the term comes a year later, after its end too.
        shift = max(0, -rule.about)
        for year in range(start.year + shift, end.year + shift + 1):
            name = f"{about}/{rule.id}/{year}"
            moment = _moment(name, MomentKind.PLANNING, titled(rule.title, year), rule.backing)
            yield timed(_of(moment, f"{about}/{rule.id}", year), in_year(rule.words, year), rules.loose)


def _moment(name: str, kind: MomentKind, title: Text, backing: Backing) -> Moment:
    return Moment(
        id=name, kind=kind, title=title, basis=Basis.RULE, source=backing.source, checked=backing.checked
    )


def _of(moment: Moment, about: str, year: int | None = None) -> Moment:
    return replace(moment, about=about, year=year)
