# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A programme of several years from the records; it is also called kadernota or integraal veiligheidsplan."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from baken.accounts.models import AuditEntry
from baken.cycle.models import Document, Theme
from baken.cycle.papers import linked
from baken.cycle.papers.goals import gaps_of, goals_of
from baken.cycle.papers.imprint import LANGUAGE, imprint_of, lines_of
from baken.cycle.papers.pictures import Held
from baken.cycle.papers.terms import term_of
from baken.cycle.rules.documents import adopting
from baken.model.cycle_papers import (
    BasisDocument,
    CalendarLine,
    Consulted,
    CouncilQuestion,
    ProgrammeKind,
    ProgrammePaper,
    StageLine,
    ThemeLine,
)
from baken.model.governance import Relation
from baken.model.policy import ThemeKind
from baken.model.stages import ThemeStage
from baken.publications.book.words import day_in

_NAMES = {
    "kadernota": ProgrammeKind.FRAMEWORK,
    "integraal veiligheidsplan": ProgrammeKind.SAFETY_PLAN,
    "ivp": ProgrammeKind.SAFETY_PLAN,
}
_LIVED = {one.value for one in ThemeStage if one is not ThemeStage.PROPOSED}


def programme_paper_of(
    document: Document,
    held: Held,
    consulted: Sequence[Consulted] = (),
    questions: Sequence[CouncilQuestion] = (),
) -> ProgrammePaper:
    """A programme as a paper is made from it; who was consulted is handed in by whoever knows.

    Raises:
        UsageError: its term is not filled in.

    """
    start, end = term_of(document)
    rows = document.goals.filter(withdrawn=False).select_related("theme", "ambition")
    goals = list(rows.prefetch_related("indicators"))
    budget, without_kind = linked.budget_of(document)
    unknown = [*gaps_of(goals), *without_kind]
    if held.why is not None:
        unknown.append(held.why.in_(LANGUAGE))
    decided = [linked.decision_line(one) for one in adopting(document)]
    return ProgrammePaper(
        imprint=imprint_of(document),
        start=start,
        end=end,
        themes=tuple(_theme(one) for one in linked.themes_of(document)),
        goals=goals_of(goals, held),
        kind=kind_of(document),
        replaces="; ".join(_replaced(document)),
        adopted="; ".join(decided),
        ambition=tuple(
            line
            for one in document.ambitions.filter(withdrawn=False)
            for line in (one.title, *lines_of(one.text))
        ),
        consulted=tuple(consulted),
        questions=tuple(questions),
        calendar=tuple(_calendar(document)),
        budget=budget,
        basis=tuple(_basis(document)),
        unknown=tuple(unknown),
    )


def kind_of(document: Document) -> ProgrammeKind:
    """What people call a programme, by its title and its other names."""
    said = f"{document.title} {document.also_called}".casefold()
    return next((kind for name, kind in _NAMES.items() if name in said), ProgrammeKind.PROGRAMME)


def _replaced(document: Document) -> Iterator[str]:
    links = document.leads_to.filter(withdrawn=False, relation=Relation.REPLACES).select_related("target")
    yield from (one.target.title for one in links)


def _theme(theme: Theme) -> ThemeLine:
    origins = [one.title for one in theme.origins.all()]
    return ThemeLine(
        id=theme.code,
        name=theme.name,
        kind=ThemeKind(theme.kind),
        portfolio_holder=theme.portfolio_holder,
        origins=tuple((*origins, theme.origin_words) if theme.origin_words else origins),
        fields=tuple(str(one) for one in theme.fields),
        sdgs=tuple(int(one) for one in theme.sdgs if str(one).isdigit()),
        challenges=(theme.broad_tasks,) if theme.broad_tasks else (),
        social=lines_of(theme.context),
        stages=tuple(_stages(theme)),
        text=lines_of(theme.note),
    )


def _stages(theme: Theme) -> Iterator[StageLine]:
    """Since when a theme was in each stage and why, as the trail tells; or else the stage of now."""
    told = False
    for entry in AuditEntry.objects.filter(
        kind=theme._meta.label_lower, record=theme.pk, act__startswith="step:"
    ):
        changed = json.loads(entry.changes)
        stage, since = changed.get("status", [None, None])[1], changed.get("stage_from", [None, None])[1]
        if stage in _LIVED:
            told = True
            day = date.fromisoformat(since or entry.at[:10])
            yield StageLine(stage=ThemeStage(stage), since=day, reason=entry.why)
    if not told and theme.status in _LIVED:
        yield StageLine(stage=ThemeStage(theme.status), since=theme.stage_from)


def _calendar(document: Document) -> Iterator[CalendarLine]:
    for one in document.moments.filter(withdrawn=False):
        yield CalendarLine(what=one.title, when=one.words, first=one.earliest, last=one.latest)


def _basis(document: Document) -> Iterator[BasisDocument]:
    links = document.follows_from.filter(withdrawn=False, relation=Relation.BASIS_FOR).select_related(
        "source"
    )
    for one in links:
        found = one.source
        day = found.dated_words or (day_in(found.dated, LANGUAGE) if found.dated else "")
        yield BasisDocument(
            title=found.title, publisher=found.department, day=day, held=found.held == "held", note=one.note
        )
