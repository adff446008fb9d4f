# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The themes of a programme beside those of the regional police plan: what went in, and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.accounts.actor import Actor
from baken.accounts.changes import may, may_add
from baken.accounts.rights import INSIDE, Act, covered
from baken.council.regional_matrix import EMPTY_COLUMN, EMPTY_ROW, state
from baken.cycle.models import Document, DocumentLink, RegionalLink, RegionalTheme
from baken.cycle.regional import HeldMatrix, as_csv, as_workbook, matrix_of
from baken.desk.access import DeskRequest
from baken.desk.day import today
from baken.desk.extra import show_beside
from baken.desk.files import CSV, XLSX, file_answer
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.model.governance import ProductKind, Relation, Role
from baken.model.regional import REGIONAL_USES
from baken.model.text import Language

SEEN_BY = INSIDE | {Role.COUNCIL_MEMBER}
SPECIAL.append(
    Special(
        name="regional-plan",
        group=Group.GOALS,
        title=gettext_lazy("Local themes and the regional plan"),
        roles=SEEN_BY,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: the link with its record, or nothing; ``both`` names its row and column.

    ``add`` is the address of the form for those who may fill it in; ``change``: whether this person may.
    """

    both: str
    link: RegionalLink | None
    add: str
    change: bool


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    """The matrix of the programme and the plan that were asked for, or of those that belong together."""
    if not request.actor.roles & SEEN_BY:
        return _refused(request)
    offered = _offered(request)
    held = _held(request, offered)
    matrix, adds = held.matrix, may_add(RegionalLink, request.actor)
    language = _language()
    counted = [matrix.linked_to(place) for place in range(len(matrix.columns))]
    context = {
        "here": Group.GOALS,
        "special": "regional-plan",
        "plans": offered["plan"],
        "programmes": offered["programma"],
        "held": held,
        "matrix": matrix,
        "chosen": _query(held),
        "columns": [
            (one, number, state(number, EMPTY_COLUMN, language))
            for one, number in zip(matrix.columns, counted, strict=True)
        ],
        "rows": [
            (row, state(row.linked, EMPTY_ROW, language), cells)
            for row, cells in zip(matrix.rows, _cells(held, request.actor, adds=adds), strict=True)
        ],
        "uses": REGIONAL_USES.values(),
        "may_add_theme": may_add(RegionalTheme, request.actor),
    }
    return render(request, "desk/regional.html", context)


@require_safe
def table(request: DeskRequest) -> HttpResponse:
    """The matrix as a table for machines."""
    if not request.actor.roles & SEEN_BY:
        return _refused(request)
    data = as_csv(_held(request, _offered(request)).matrix, _language())
    return file_answer(request, data, "regionaal-plan.csv", CSV, RegionalLink)


@require_safe
def workbook(request: DeskRequest) -> HttpResponse:
    """The matrix as a spreadsheet, with its links in full."""
    if not request.actor.roles & SEEN_BY:
        return _refused(request)
    held = _held(request, _offered(request))
    data = as_workbook(held, request.actor, _language(), on=today())
    return file_answer(request, data, "regionaal-plan.xlsx", XLSX, RegionalLink)


_KINDS = {"plan": ProductKind.REGIONAL_POLICE_PLAN, "programma": ProductKind.PROGRAMME}


def _offered(request: DeskRequest) -> dict[str, list[Document]]:
    """What can be chosen, by its name in the address."""
    read, found = Document.rights.table(Act.READ), {}
    for name, kind in _KINDS.items():
        rows = Document.objects.filter(withdrawn=False, kind=kind)
        found[name] = list(covered(rows, read, request.actor))
    return found


def _held(request: DeskRequest, offered: dict[str, list[Document]]) -> HeldMatrix:
    """The matrix that the address asks for.

    Without a plan in the address: the first that has themes. Without a programme: the one that the plan
    builds on, or else the newest.
    """
    plans, programmes = offered["plan"], offered["programma"]
    plan = _asked(request, "plan", plans)
    if plan is None:
        plan = next((one for one in plans if one.regional_themes.filter(withdrawn=False).exists()), None)
        plan = plan or next(iter(plans), None)
    programme = _asked(request, "programma", programmes)
    if programme is None:
        basis = DocumentLink.objects.filter(withdrawn=False, relation=Relation.BASIS_FOR, target=plan)
        before = set(basis.values_list("source", flat=True))
        programme = next((one for one in programmes if one.pk in before), None)
        programme = programme or next(iter(programmes), None)
    return matrix_of(programme, plan, request.actor)


def _asked(request: DeskRequest, name: str, offered: list[Document]) -> Document | None:
    asked = request.GET.get(name, "")
    found = next((one for one in offered if one.pk == asked), None)
    if asked and found is None:
        raise Http404
    return found


def _cells(held: HeldMatrix, actor: Actor, *, adds: bool) -> list[list[Cell]]:
    """The cells of each row; nothing is filled in where no programme is chosen."""
    form = reverse("add", args=["regionale-verbanden"])
    found = []
    for row in held.matrix.rows:
        cells = []
        for column, plain in zip(held.matrix.columns, row.cells, strict=True):
            link = held.links[plain.id] if plain else None
            pair = {"theme": row.theme.id, "regional_theme": column.id}
            offers = adds and link is None and held.programme is not None
            asked = urlencode({"programme": held.programme.pk, **pair}) if held.programme and offers else ""
            cells.append(
                Cell(
                    both=f"{row.theme.name} / {column.name}",
                    link=link,
                    add=f"{form}?{asked}" if asked else "",
                    change=link is not None and may(link, Act.CHANGE, actor),
                )
            )
        found.append(cells)
    return found


def _query(held: HeldMatrix) -> str:
    """What is chosen, for the addresses of the files."""
    chosen = {"programma": held.programme, "plan": held.plan}
    return urlencode({name: one.pk for name, one in chosen.items() if one})


def _refused(request: DeskRequest) -> HttpResponse:
    return not_allowed(request, _("Your roles do not see local themes beside the regional plan."))


def _language() -> Language:
    return Language(get_language() or "nl")


def _link_extra(record: RegionalLink, actor: Actor) -> dict[str, Any]:
    del actor
    chosen = {"programma": record.programme_id, "plan": record.regional_theme.document_id}
    return {"regional_query": urlencode(chosen)}


def _document_extra(record: Document, actor: Actor) -> dict[str, Any]:
    """The way to the matrix, from a regional plan and from a programme."""
    name = next((name for name, kind in _KINDS.items() if kind == record.kind), "")
    return {"regional_query": urlencode({name: record.pk}) if name and actor.roles & SEEN_BY else ""}


show_beside(RegionalLink, "desk/extra/regional.html", _link_extra)
show_beside(Document, "desk/extra/regional.html", _document_extra)

PAGES = [
    path("regionaal-plan/", show, name="regional-plan"),
    path("regionaal-plan/matrix.csv", table, name="regional-plan-table"),
    path("regionaal-plan/matrix.xlsx", workbook, name="regional-plan-workbook"),
]
