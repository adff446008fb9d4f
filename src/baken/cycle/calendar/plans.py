# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Implementation plans: whether they come as often as the rule says, and the years without one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from baken.council.programmes import StatedFrequency
from baken.council.succession import check_frequencies
from baken.cycle.calendar.findings import CalendarFinding
from baken.cycle.calendar.terms import Term
from baken.model.cycle_rules import PlanRule
from baken.model.remark import Span, Weight
from baken.model.text import Text


def frequency_findings(plans: Iterable[Term], rule: PlanRule) -> tuple[CalendarFinding, ...]:
    """Plans that run for longer than the own rule says (``plan-frequency``)."""
    stated = StatedFrequency(kind="plan", years=rule.years, words=rule.words, span=Span(0, 0))
    often = (
        Text("elk jaar", "every year")
        if rule.years == 1
        else Text(f"eens per {rule.years} jaar", f"every {rule.years} years")
    )
    found = []
    for plan in plans:
        for remark in check_frequencies((stated,), (plan.read,)):
            found.append(
                CalendarFinding(
                    rule=remark.rule,
                    weight=remark.weight,
                    message=Text(
                        f"{plan.title.nl} duurt {plan.read.years} jaar; de eigen regel is '{rule.words}' "
                        f"({often.nl}).",
                        f"{plan.title.en} runs for {plan.read.years} years; the own rule is '{rule.words}' "
                        f"({often.en}).",
                    ),
                    about=(plan.id,),
                    sources=(rule.backing.source,),
                )
            )
    return tuple(found)


def covered(year: int, plans: Iterable[Term]) -> bool:
    """Whether a plan is known for a year, adopted or in preparation."""
    return any(one.start.year <= year <= one.end.year for one in plans if one.kind == "plan")


def plans_not_held(programme: Term, plans: Iterable[Term], day: date) -> CalendarFinding | None:
    """The years of a programme that have begun and for which no plan is known (``plan-not-held``)."""
    held = tuple(plans)
    years = [
        year
        for year in range(programme.start.year, min(programme.end, day).year + 1)
        if programme.start <= day and not covered(year, held)
    ]
    if not years:
        return None
    names = ", ".join(map(str, years))
    return CalendarFinding(
        rule="plan-not-held",
        weight=Weight.NOTE,
        message=Text(
            f"Van {names} is geen uitvoeringsplan bekend.", f"No implementation plan is known of {names}."
        ),
        about=(programme.id,),
        settle=Text(
            "Voeg het plan toe, of leg vast dat het er niet was.",
            "Add the plan, or record that there was none.",
        ),
    )
