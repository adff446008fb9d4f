# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Actions in the papers of the cycle: tables by theme, counts by status, sheets, and what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from baken.model.action import (
    ACTION_FLOW,
    LACKS,
    Action,
    ActionStatus,
    can_be_evaluated,
    lacks,
)
from baken.model.cycle_papers import Named
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.publications.book.words import day_in
from baken.publications.report_model import Cell, Table
from baken.publications.word.cycle import words
from baken.publications.word.cycle.said import cells, day_or_open, or_open, table

ORDER = (
    ActionStatus.DONE,
    ActionStatus.IN_PROGRESS,
    ActionStatus.NOT_STARTED,
    ActionStatus.BLOCKED,
    ActionStatus.STOPPED,
)
"""The states as a reader meets them."""
_HEADERS = (words.ACTION, words.LEAD, words.WHEN, words.STATUS)


def by_theme(
    themes: Sequence[Named], actions: Iterable[Action], language: Language
) -> tuple[tuple[str, tuple[Action, ...]], ...]:
    """Each theme with its actions; behind them the actions whose theme is not among those named, or empty."""
    held = tuple(actions)
    found = [(one.name, tuple(each for each in held if each.theme == one.id)) for one in themes]
    known = {one.id for one in themes}
    for other in dict.fromkeys(one.theme for one in held if one.theme not in known):
        form = words.UNKNOWN_THEME if other else words.NO_THEME
        own = tuple(one for one in held if one.theme == other)
        found.append((form.in_(language).format(id=other), own))
    return tuple(found)


def counts_table(themes: Sequence[Named], actions: Iterable[Action], language: Language) -> Table:
    """How many actions have each status, for every theme and together."""
    held = tuple(actions)
    rows = [_counted(name, own) for name, own in by_theme(themes, held, language)]
    rows.append(_counted(words.TOGETHER.in_(language), held, strong=True))
    states = (ACTION_FLOW.labels[one].in_(language) for one in ORDER)
    headers = (words.THEME.in_(language), *states, words.TOTAL.in_(language))
    numeric = frozenset(range(1, len(headers)))
    return Table(words.COUNTS.in_(language), headers, tuple(rows), numeric)


def _counted(name: str, actions: Sequence[Action], *, strong: bool = False) -> tuple[Cell, ...]:
    numbers = [sum(one.status is state for one in actions) for state in ORDER]
    figures = (Cell(str(one), numeric=True, strong=strong) for one in (*numbers, len(actions)))
    return (Cell(name, strong=strong), *figures)


def status_table(name: str, actions: Iterable[Action], language: Language) -> Table:
    """What, who, when, and how far with the reason: one row for each action."""
    return table(name, _HEADERS, (_row(one, language) for one in actions), language)


def _row(one: Action, language: Language) -> tuple[Cell, ...]:
    what = f"{one.title}: {one.what}" if one.what.strip() else one.title
    return cells(what, or_open(one.lead, language), when(one, language), status(one, language))


def status(one: Action, language: Language) -> str:
    """How far an action is, with the reason that the last step gave; before the first step there is none."""
    said = ACTION_FLOW.labels[one.status].in_(language)
    if one.status is ACTION_FLOW.start and not one.reason.strip():
        return said
    return f"{said}. {words.REASON.in_(language)}: {or_open(one.reason, language)}"


def when(one: Action, language: Language) -> str:
    """Begin and end in the words that people used."""
    begin = words.BEGIN.in_(language).format(text=moment(one, language, begin=True))
    end = words.END.in_(language).format(text=moment(one, language, begin=False))
    return f"{begin}; {end}"


def moment(one: Action, language: Language, *, begin: bool, dated: bool = False) -> str:
    """Its begin or end in the words that people used; ``dated`` adds the day that these allow."""
    said, day = (one.start_words, one.start) if begin else (one.end_words, one.end)
    if not said.strip():
        return day_or_open(day, language)
    return said if day is None or not dated else f"{said} ({day_in(day, language)})"


def impact(actions: Sequence[Action], language: Language) -> str:
    """The share of the actions with an intended effect and a way to follow it."""
    if not actions:
        return words.IMPACT_NONE.in_(language)
    count = sum(has_impact_measure(one) for one in actions)
    percent = format_number(100 * count / len(actions), 0, language)
    return words.IMPACT.in_(language).format(count=count, total=len(actions), percent=percent)


def has_impact_measure(one: Action) -> bool:
    """Whether it says which effect is meant, and an indicator or a way of monitoring follows it."""
    return bool(one.effect.strip()) and can_be_evaluated(one)


def unfollowed(actions: Iterable[Action], language: Language) -> Iterator[str]:
    """The actions of which nothing tells what they bring about."""
    for one in actions:
        if not can_be_evaluated(one):
            yield words.UNFOLLOWED.in_(language).format(title=one.title)


def not_filled(actions: Iterable[Action], language: Language) -> Iterator[str]:
    """What each action lacks, one line for each that lacks anything."""
    for one in actions:
        lacking = ", ".join(LACKS[each].in_(language) for each in lacks(one))
        if lacking:
            yield words.LACKS.in_(language).format(title=one.title, lacks=lacking)


def named_with(one: Action, form: Text, language: Language) -> str:
    """The title of an action with who leads it and when, in a form that has places for these."""
    return form.in_(language).format(
        title=one.title, lead=or_open(one.lead, language), when=when(one, language)
    )
