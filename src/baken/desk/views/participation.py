# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Participation: what is still to be handled, and the tables."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from baken.accounts import changes
from baken.accounts.actor import Actor
from baken.accounts.rights import INSIDE, Act, covered
from baken.cycle.models import Document, Theme
from baken.desk.access import DeskRequest
from baken.desk.day import day_asked, today
from baken.desk.extra import show_beside
from baken.desk.files import CSV, XLSX, file_answer
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views import listing
from baken.desk.views.finding import find_register
from baken.desk.views.refused import not_allowed
from baken.model.governance import Role
from baken.participation.asked import question_choices
from baken.participation.counting import (
    domains_of,
    inside_and_outside,
    residents_in_actions,
    theme_counts,
    uncoded,
)
from baken.participation.export import as_csv, as_workbook
from baken.participation.models import Contribution, CouncilInput, Question

SEEN_BY = INSIDE | {Role.COUNCIL_MEMBER}
SPECIAL.append(
    Special(name="participation", group=Group.PEOPLE, title=gettext_lazy("Participation"), roles=SEEN_BY)
)


@require_safe
def overview(request: DeskRequest) -> HttpResponse:
    """What came in, what was done with it, and what is still to be handled."""
    if not request.actor.roles & SEEN_BY:
        return not_allowed(request, _("Your roles do not see participation."))
    day = day_asked(request)
    answers = list(_answers(request.actor))
    contributions = _rows(Contribution.objects.all(), request.actor).select_related("party", "about", "via")
    documents: dict[Document, list[Contribution]] = {}
    for one in contributions:
        documents.setdefault(one.about, []).append(one)
    themes = Theme.objects.filter(withdrawn=False)
    context = {
        "here": Group.PEOPLE,
        "special": "participation",
        "day": day,
        "documents": [(one, held, inside_and_outside(one)) for one, held in documents.items()],
        "late": [one for one in _questions(request.actor) if one.is_late(day)],
        "open": [one for one in answers if one.status == "open"],
        "answers": answers,
        "counts": theme_counts(answers),
        "uncoded": uncoded(answers),
        "questions": question_choices(),
        "domains": [(one, found) for one in themes if (found := domains_of(one))],
        "residents": residents_in_actions(),
        "factions": sorted({one.faction.name for one in answers}),
    }
    return render(request, "desk/participation.html", context)


@require_safe
def questions(request: DeskRequest) -> HttpResponse:
    """The questions of the factions; those beyond the term for an answer say so."""
    register = find_register("raadsvragen", request.actor)
    day = day_asked(request)
    rows = listing.narrowed(register, request, listing.readable_rows(register, request))
    found = [(one, one.is_late(day)) for one in rows if isinstance(one, Question)]
    context = {
        "register": register,
        "rows": found,
        "late": sum(late for _one, late in found),
        "day": day,
        "filters": [listing._filter(register, name, request) for name in register.filters],
        "asked": request.GET.get("q", ""),
        "may_add": changes.may_add(Question, request.actor),
    }
    return render(request, "desk/participation_questions.html", context)


@require_safe
def answers_csv(request: DeskRequest) -> HttpResponse:
    """The answers of the factions as one table."""
    return _file(request, "csv")


@require_safe
def answers_workbook(request: DeskRequest) -> HttpResponse:
    """The answers of the factions as a workbook with a sheet per faction."""
    return _file(request, "xlsx")


def _file(request: DeskRequest, form: str) -> HttpResponse:
    if not request.actor.roles & SEEN_BY:
        return not_allowed(request, _("Your roles do not see participation."))
    wanted = request.GET.get("fractie", "")
    answers = [one for one in _answers(request.actor) if not wanted or one.faction.name == wanted]
    data, kind = (as_csv(answers), CSV) if form == "csv" else (as_workbook(answers), XLSX)
    return file_answer(request, data, f"raadsinbreng.{form}", kind, CouncilInput)


def _rows(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    return covered(rows.filter(withdrawn=False), rows.model.rights.table(Act.READ), actor)


def _answers(actor: Actor) -> QuerySet[CouncilInput]:
    return _rows(CouncilInput.objects.all(), actor).select_related("faction", "about", "used_in")


def _questions(actor: Actor) -> QuerySet[Question]:
    return _rows(Question.objects.all(), actor).select_related("faction")


def _input_extra(record: CouncilInput, actor: Actor) -> dict[str, Any]:
    del actor
    return {"given": record}


def _question_extra(record: Question, actor: Actor) -> dict[str, Any]:
    del actor
    return {"put": record, "is_late": record.is_late(today())}


def _contribution_extra(record: Contribution, actor: Actor) -> dict[str, Any]:
    del actor
    return {"contributed": record}


show_beside(CouncilInput, "desk/participation_answer.html", _input_extra)
show_beside(Question, "desk/participation_question.html", _question_extra)
show_beside(Contribution, "desk/participation_contribution.html", _contribution_extra)

# The last one stands before the general address of registers: it shows more than that does.
PAGES = [
    path("participatie/", overview, name="participation"),
    path("participatie/raadsinbreng.csv", answers_csv, name="answers-csv"),
    path("participatie/raadsinbreng.xlsx", answers_workbook, name="answers-workbook"),
    path("register/raadsvragen/", questions, name="questions"),
]
