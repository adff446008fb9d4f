# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The goals of a programme as a paper shows them, with what their indicators are now."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from baken.cycle.models import Goal, SteeringIndicator
from baken.cycle.papers.imprint import LANGUAGE
from baken.cycle.papers.pictures import Held
from baken.model.cycle_papers import GoalLine, TargetLine
from baken.model.goal import GoalKind
from baken.model.number import decimals_of, format_number
from baken.model.stages import IndicatorStage
from baken.model.text import Text
from baken.publications.book.records import source_of

_NOT_MEASURED = Text("{goal}: nog niet meetbaar, want {why}", "{goal}: not measurable yet, because {why}")
_SEVERAL = Text(
    "{goal}: bij welke van de indicatoren de streefwaarde {target} hoort, is niet vastgelegd.",
    "{goal}: to which of its indicators the target {target} belongs is not recorded.",
)
_BAND = Text("{low} tot {high}", "{low} to {high}")


def goals_of(goals: Iterable[Goal], held: Held) -> tuple[GoalLine, ...]:
    """Goals as lines of a paper."""
    return tuple(_line(one, held) for one in goals)


def gaps_of(goals: Iterable[Goal]) -> tuple[str, ...]:
    """What the records do not tell of goals."""
    found = []
    for one in goals:
        if one.not_measurable:
            found.append(_NOT_MEASURED.in_(LANGUAGE).format(goal=one.title, why=one.not_measurable))
        if one.target is not None and one.indicators.count() != 1:
            found.append(_SEVERAL.in_(LANGUAGE).format(goal=one.title, target=_printed(one.target)))
    return tuple(found)


def _line(goal: Goal, held: Held) -> GoalLine:
    indicators = list(goal.indicators.filter(withdrawn=False))
    band = ""
    if goal.band_low is not None and goal.band_high is not None:
        band = _BAND.in_(LANGUAGE).format(low=_printed(goal.band_low), high=_printed(goal.band_high))
    return GoalLine(
        id=goal.pk,
        text=goal.text or goal.title,
        kind=GoalKind(goal.kind),
        theme=goal.theme.code if goal.theme else "",
        band=band,
        targets=tuple(_target(goal, one, held, alone=len(indicators) == 1) for one in indicators),
        vision=(goal.ambition.title,) if goal.ambition else (),
    )


def _target(goal: Goal, indicator: SteeringIndicator, held: Held, *, alone: bool) -> TargetLine:
    now, source = _now(indicator, held)
    stated = alone and goal.target is not None
    return TargetLine(
        indicator=indicator.name,
        now=now,
        target=_printed(goal.target) if stated else "",
        by=str(goal.target_year) if stated and goal.target_year else "",
        source=source,
        state=IndicatorStage(indicator.status),
    )


def _now(indicator: SteeringIndicator, held: Held) -> tuple[str, str]:
    """The newest figure as printed with its period, and its source; nothing where none is held."""
    found = held.newest(indicator.code)
    if found is None:
        return "", ""
    return f"{found.printed(LANGUAGE)} ({found.period})", source_of(held.must(), found.record)


def _printed(number: Decimal | None) -> str:
    """A target or band without the decimals that nobody gave."""
    if number is None:
        return ""
    value = Decimal(format(number.normalize(), "f"))
    return format_number(value, decimals_of(value), LANGUAGE)
