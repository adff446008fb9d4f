# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as a page and as a Word file: the frozen one of what is closed, or what the records say now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from baken.accounts.actor import Actor
from baken.accounts.changes import may
from baken.accounts.rights import INSIDE, Act
from baken.cycle.models import Document, Evaluation, Report
from baken.cycle.models.reports import Frozen
from baken.cycle.papers.blocks import plain_paper
from baken.cycle.papers.freezing import frozen_file, word_file
from baken.cycle.papers.imprint import SETTLED
from baken.cycle.papers.made import held_as, paper_of, papers_of
from baken.cycle.papers.pictures import held_picture
from baken.desk.access import DeskRequest
from baken.desk.files import DOCX, file_answer
from baken.desk.papers.told import told_of
from baken.desk.registers.register import Group
from baken.desk.views.finding import find_record, find_register
from baken.model.errors import BakenError
from baken.publications.word.model import Paper


@require_safe
def show(request: DeskRequest, key: str, name: str) -> HttpResponse:
    """A paper as a page."""
    document, closed = _document(request, key, name)
    context: dict[str, Any] = {"document": document, "name": name, "here": Group.REPORTS, "closed": closed}
    if closed is not None:
        context["paper"] = closed.frozen["paper"] if closed.frozen else None
        return render(request, "desk/papers/paper.html", context)
    try:
        context |= {"paper": plain_paper(_made(document, request, name)), "draft": _is_draft(document)}
    except BakenError as error:
        return render(request, "desk/papers/paper.html", context | {"why_not": str(error)}, status=422)
    return render(request, "desk/papers/paper.html", context)


@require_safe
def download(request: DeskRequest, key: str, name: str) -> HttpResponse:
    """A paper as a Word file. Of what is closed: exactly the bytes that were frozen."""
    document, closed = _document(request, key, name)
    try:
        data = frozen_file(closed) if closed is not None else word_file(_made(document, request, name))
    except BakenError as error:
        context = {"document": document, "name": name, "here": Group.REPORTS, "why_not": str(error)}
        return render(request, "desk/papers/paper.html", context, status=422)
    mark = "" if closed is not None or not _is_draft(document) else "concept-"
    return file_answer(request, data, f"{mark}{slugify(document.title)[:80] or name}.docx", DOCX, document)


def closed_of(held: Iterable[Report | Evaluation]) -> Frozen | None:
    """The report or evaluation that a document is, once it is closed with its file."""
    return next((one for one in held if one.is_closed and one.digest), None)


def _made(document: Document, request: DeskRequest, name: str) -> Paper:
    return paper_of(document, held_picture(), told_of(document, request.actor), name)


def _is_draft(document: Document) -> bool:
    return document.status not in SETTLED


def _document(request: DeskRequest, key: str, name: str) -> tuple[Document, Frozen | None]:
    """The document of an address, for whoever may see its paper, and what is closed of it.

    What is not closed is for those inside: a paper of it tells of actions and figures before anybody decided.

    Raises:
        Http404: there is none, or it is not for this person.

    """
    document = find_record(find_register("documenten", request.actor), key, request.actor)
    if not isinstance(document, Document):
        raise Http404
    held = held_as(document)
    if name not in papers_of(document, held) or not may_see(held, request.actor):
        raise Http404
    return document, closed_of(held)


def may_see(held: Sequence[Report | Evaluation], actor: Actor) -> bool:
    """Whether somebody who sees a document sees the paper of it as well; ``held`` is what it is."""
    if not all(may(one, Act.READ, actor) for one in held):
        return False
    return closed_of(held) is not None or bool(actor.roles & INSIDE)


PAGES = [
    path("stuk/<slug:key>/<slug:name>/", show, name="paper"),
    path("stuk/<slug:key>/<slug:name>/word/", download, name="paper-file"),
]
