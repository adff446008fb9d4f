# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a document says about when plans will be adopted, read as moments with the line where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from baken.council.programmes import PlannedAdoption, read_planned_adoptions
from baken.cycle.calendar.moments import Basis, Moment, MomentKind
from baken.cycle.calendar.terms import Term, in_line
from baken.cycle.calendar.words import ends_of
from baken.model.cycle_rules import CycleRules
from baken.model.text import Text

_KINDS = {
    "programme": (
        MomentKind.ADOPTION,
        Text("Meerjarenprogramma vaststellen", "Adopt the multi-year programme"),
    ),
    "plan": (MomentKind.PLAN, Text("Uitvoeringsplan vaststellen", "Adopt the implementation plan")),
    "regional": (
        MomentKind.REGIONAL,
        Text("Regionaal beleidsplan vaststellen", "Adopt the regional police plan"),
    ),
}


def stated_in(
    text: str, source: str, terms: Iterable[Term], rules: CycleRules, said_on: date | None = None
) -> tuple[Moment, ...]:
    """The moments of adoption that a document names, in its order; nothing is filled in that it does not say.

    A sentence that names no term (*nieuw meerjarenprogramma*) is about the programme in preparation if there
    is only one, and else about none.

    Args:
        text: the whole text.
        source: what the document is called.
        terms: the programmes and plans that are known.
        rules: what loose words mean.
        said_on: the day of the document, if it is known.

    """
    held = tuple(terms)
    found = []
    for number, one in enumerate(read_planned_adoptions(text, said_on, ends_of(rules.loose)), 1):
        kind, title = _KINDS[one.kind]
        found.append(
            Moment(
                id=f"{source}/{number}",
                kind=kind,
                title=title,
                basis=Basis.STATEMENT,
                words=one.when.words,
                earliest=one.when.earliest,
                latest=one.when.latest,
                about=_about(one, held),
                source=source,
                place=f"regel {text.count(chr(10), 0, one.when.span.start) + 1}",
                said_on=said_on,
            )
        )
    return tuple(found)


def _about(planned: PlannedAdoption, terms: tuple[Term, ...]) -> str:
    line = in_line(terms, planned.kind)
    if planned.programme is not None:
        wanted = planned.programme.start, planned.programme.end
        return next((one.id for one in line if (one.start, one.end) == wanted), "")
    coming = [one.id for one in line if one.prepared]
    return coming[0] if len(coming) == 1 else ""
