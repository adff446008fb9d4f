# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Participation: what is still to be handled, the steps that bring words of their own, and the tables."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts import changes
from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, Conflict
from baken.accounts.rights import INSIDE, Act, covered
from baken.cycle.models import Document, Theme
from baken.desk.access import DeskRequest
from baken.desk.day import day_asked, today
from baken.desk.extra import show_beside
from baken.desk.files import CSV, XLSX, file_answer
from baken.desk.forms import StepForm
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views import listing, steps
from baken.desk.views.finding import find_record, find_register
from baken.desk.views.refused import not_allowed
from baken.model.errors import BakenError
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


class _PlaceForm(StepForm):
    """Where in which document something stands now."""

    used_in = forms.ModelChoiceField(Document.objects.none(), required=False, label=gettext_lazy("Document"))
    place = forms.CharField(
        max_length=200, required=False, label=gettext_lazy("Place in the text, such as a section")
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:  # noqa: ANN401 - what forms take
        """Offer the documents that somebody sees."""
        super().__init__(*args, **options)
        field = self.fields["used_in"]
        rows = covered(Document.objects.filter(withdrawn=False), Document.rights.table(Act.READ), actor)
        field.queryset = rows  # type: ignore[attr-defined] # a field that offers records

    @property
    def values(self) -> dict[str, Any]:
        """What the step brings."""
        return {"used_in": self.cleaned_data["used_in"], "place": self.cleaned_data["place"]}


class UseForm(_PlaceForm):
    """How and where an answer was used."""

    field_order = ("why", "used_in", "place", "seen")

    @property
    def values(self) -> dict[str, Any]:
        """The reason stands with the answer too: the faction reads it there."""
        return {**super().values, "reason": self.cleaned_data["why"]}


class ReasonForm(StepForm):
    """Why an answer was not used."""

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:  # noqa: ANN401 - what forms take
        """Nothing depends on who asks."""
        del actor
        super().__init__(*args, **options)

    @property
    def values(self) -> dict[str, Any]:
        """The reason stands with the answer too; a place from an earlier look does not."""
        return {"used_in": None, "place": "", "reason": self.cleaned_data["why"]}


class AnswerForm(_PlaceForm):
    """The answer to a question, its day, and what it changed in a text, if anything."""

    answer = forms.CharField(
        label=gettext_lazy("Answer"), widget=forms.Textarea(attrs={"rows": 6}), max_length=20_000
    )
    answered_on = forms.DateField(
        label=gettext_lazy("Answered on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=today,
    )
    field_order = ("answer", "answered_on", "used_in", "place", "why", "seen")

    @property
    def values(self) -> dict[str, Any]:
        """What the step brings."""
        told = {name: self.cleaned_data[name] for name in ("answer", "answered_on")}
        return {**super().values, **told}


FORMS: dict[tuple[str, str], type[UseForm | ReasonForm | AnswerForm]] = {
    ("raadsinbreng", "use"): UseForm,
    ("raadsinbreng", "set-aside"): ReasonForm,
    ("raadsvragen", "answer"): AnswerForm,
}


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: DeskRequest, slug: str, key: str, name: str) -> HttpResponse:
    """A step that brings words of its own; any other step is as everywhere."""
    if (slug, name) not in FORMS:
        return steps.step(request, slug, key, name)
    register = find_register(slug, request.actor)
    record = find_record(register, key, request.actor)
    if record.withdrawn or not changes.may_step(record, name, request.actor):
        return not_allowed(request, _("Your roles do not take this step."))
    form = FORMS[slug, name](request.POST or None, initial={"seen": record.version}, actor=request.actor)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            asked = Asked(by=request.actor, why=form.cleaned_data["why"], version=form.cleaned_data["seen"])
            try:
                changes.move(record, name, asked, form.values)
            except Conflict as error:
                form.add_error(None, str(error))
                status = 409
            except ValidationError as error:
                form.add_error(None, " ".join(error.messages))
            except BakenError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Done."))
                return redirect("record", slug, key)
    found = next(one for one in (record.flow.transitions if record.flow else ()) if one.name == name)
    language = get_language() or "nl"
    context = {
        "register": register,
        "record": record,
        "form": form,
        "title": found.label.in_(language),
        "why": found.why.in_(language),
    }
    return render(request, "desk/step.html", context, status=status)


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

# The last ones stand before the general addresses of registers: they show or ask more than those do.
PAGES = [
    path("participatie/", overview, name="participation"),
    path("participatie/raadsinbreng.csv", answers_csv, name="answers-csv"),
    path("participatie/raadsinbreng.xlsx", answers_workbook, name="answers-workbook"),
    path("register/raadsvragen/", questions, name="questions"),
    path("register/<slug:slug>/<slug:key>/stap/use/", step, {"name": "use"}),
    path("register/<slug:slug>/<slug:key>/stap/set-aside/", step, {"name": "set-aside"}),
    path("register/<slug:slug>/<slug:key>/stap/answer/", step, {"name": "answer"}),
]
