# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the edition's desk. Analysts build, decide and publish; advisers read along."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.accounts import changes
from baken.accounts.acts import act_words
from baken.accounts.changes import Asked, may_add
from baken.accounts.models import AuditEntry
from baken.accounts.rights import Act, covered
from baken.desk.access import DeskRequest
from baken.desk.day import today
from baken.desk.editions import choosing, making
from baken.desk.editions.blocking import blocks
from baken.desk.editions.forms import ChoiceForm, DraftForm, WhyForm
from baken.desk.editions.jobs import Progress, State
from baken.desk.editions.places import pages_of, report_on
from baken.desk.models import EditionDraft, FindingChoice
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.edition.draft import Phase
from baken.model.errors import BakenError
from baken.model.governance import Role
from baken.web.assets import content_type

SEEN_BY = frozenset({Role.ANALYST, Role.ADVISER})
SPECIAL.append(Special(name="editions", group=Group.CYCLE, title=gettext_lazy("Editions"), roles=SEEN_BY))
PHASES = {
    Phase.READING: gettext_lazy("Reading what is held"),
    Phase.PROTECTING: gettext_lazy("Protecting small numbers"),
    Phase.LOOKING: gettext_lazy("Looking at findings and texts"),
    Phase.MAKING: gettext_lazy("Making pages and documents"),
    Phase.CHECKING: gettext_lazy("Checking all of it at the gate"),
    Phase.WRITING: gettext_lazy("Writing"),
    Phase.DONE: gettext_lazy("Done"),
}
VERDICTS = {
    "supported": gettext_lazy("supported"),
    "partly": gettext_lazy("partly supported"),
    "contradicted": gettext_lazy("contradicted"),
    "cause_without_source": gettext_lazy("a cause that nobody studied"),
    "not_judgeable": gettext_lazy("cannot be judged"),
    "too_general": gettext_lazy("too general to judge"),
}


def find_draft(request: DeskRequest, key: str) -> EditionDraft:
    """One draft.

    Raises:
        Http404: there is none, or it is not for this person: the two look the same.

    """
    rows = EditionDraft.objects.filter(pk=key, withdrawn=False).select_related("correction_of")
    found = covered(rows, EditionDraft.rights.table(Act.READ), request.actor).first()
    if found is None:
        raise Http404
    return found


@require_safe
def listing(request: DeskRequest) -> HttpResponse:
    """All editions, those that are being made and those that were published."""
    if not request.actor.roles & SEEN_BY:
        return not_allowed(request, _("Your roles do not see editions in the making."))
    rows = EditionDraft.objects.filter(withdrawn=False).select_related("correction_of")
    drafts = list(covered(rows, EditionDraft.rights.table(Act.READ), request.actor))
    for one in drafts:
        making.settle(one)
    context = {**_frame(), "drafts": drafts, "may_add": may_add(EditionDraft, request.actor)}
    return render(request, "desk/editions/listing.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: DeskRequest) -> HttpResponse:
    """A new draft."""
    if not may_add(EditionDraft, request.actor):
        return not_allowed(request, _("Analysts begin an edition."))
    form = DraftForm(request.POST or None, initial=request.GET.dict())
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            asked = Asked(by=request.actor, why=form.cleaned_data["note"] or _("a new edition"))
            try:
                return redirect("edition", making.begin(form.cleaned_data, asked).pk)
            except ValidationError as error:
                form.add_error(None, " ".join(error.messages))
    return render(request, "desk/editions/begin.html", {**_frame(), "form": form}, status=status)


@require_safe
def show(request: DeskRequest, key: str) -> HttpResponse:
    """All about one edition: its build, what stands in its way, findings, texts, what is different."""
    return _page(request, find_draft(request, key))


@require_safe
def progress(request: DeskRequest, key: str) -> HttpResponse:
    """How far the build is; once it is done the whole page is asked for again."""
    draft = find_draft(request, key)
    state = making.settle(draft)
    response = render(request, "desk/editions/_progress.html", _progress(draft, state))
    if draft.status != "building":
        response["HX-Refresh"] = "true"
    return response


@require_POST
def build(request: DeskRequest, key: str) -> HttpResponse:
    """Begin to build."""
    draft = find_draft(request, key)
    form = WhyForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, wrong=_("Say why."), status=422)
    asked = Asked(by=request.actor, why=form.cleaned_data["why"], version=form.cleaned_data["seen"])
    try:
        making.build(draft, asked)
    except BakenError as error:
        return _refuse(request, draft, error)
    return redirect("edition", key)


@require_POST
def choose(request: DeskRequest, key: str) -> HttpResponse:
    """Decide about one finding, or accept all others."""
    draft = find_draft(request, key)
    if Role.ANALYST not in request.actor.roles:
        return not_allowed(request, _("Analysts decide about findings."))
    try:
        if "rest" in request.POST:
            why = request.POST.get("reason", "").strip()
            asked = Asked(by=request.actor, why=why)
            number = choosing.accept_rest(draft, why, today(), asked)
            said = ngettext("%(n)d finding was accepted.", "%(n)d findings were accepted.", number)
            messages.success(request, said % {"n": number})
            return redirect("edition", key)
        form = ChoiceForm(request.POST)
        if not form.is_valid():
            return _page(
                request, draft, wrong=_("A decision needs a reason, and a place where it moves."), status=422
            )
        values = {name: form.cleaned_data[name] for name in ("choice", "rank", "reason")}
        asked = Asked(by=request.actor, why=values["reason"], version=form.cleaned_data["seen"])
        choosing.choose(draft, form.cleaned_data["finding"], values, today(), asked)
    except (ValidationError, BakenError) as error:
        return _refuse(request, draft, error)
    messages.success(request, _("Saved."))
    return redirect("edition", key)


@require_POST
def withdraw(request: DeskRequest, key: str) -> HttpResponse:
    """Take a draft out of use; it stays in the trail."""
    draft = find_draft(request, key)
    form = WhyForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, wrong=_("Say why."), status=422)
    asked = Asked(by=request.actor, why=form.cleaned_data["why"], version=form.cleaned_data["seen"])
    try:
        changes.withdraw(draft, asked)
    except BakenError as error:
        return _refuse(request, draft, error)
    messages.success(request, _("Withdrawn. It stays in the audit trail."))
    return redirect("editions")


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: DeskRequest, key: str) -> HttpResponse:
    """Publish, after a last look at what that means."""
    draft = find_draft(request, key)
    if Role.ANALYST not in request.actor.roles:
        return not_allowed(request, _("Analysts publish an edition."))
    form = WhyForm(request.POST or None, initial={"seen": draft.version})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            asked = Asked(by=request.actor, why=form.cleaned_data["why"], version=form.cleaned_data["seen"])
            try:
                making.publish_draft(draft, today(), asked)
            except (BakenError, OSError) as error:
                form.add_error(None, str(error))
                status = 409
            else:
                messages.success(request, _("Published. Nothing about it changes any more."))
                return redirect("edition", key)
    context = {**_frame(), "draft": draft, "form": form, "blocks": blocks(draft)}
    return render(request, "desk/editions/publish.html", context, status=status)


@require_safe
def look(request: DeskRequest, key: str, name: str) -> HttpResponse:
    """A page or file of the edition, for who may see it before it is published."""
    root = pages_of(find_draft(request, key)).resolve()
    try:
        found = (root / (name or "index.html")).resolve()
        if root not in found.parents or not found.is_file():
            raise Http404
    except (ValueError, OSError) as error:
        # A name that no file can have, such as one with a null or one that is far too long.
        raise Http404 from error
    return HttpResponse(found.read_bytes(), content_type=content_type(found.name))


def _page(request: DeskRequest, draft: EditionDraft, *, wrong: str = "", status: int = 200) -> HttpResponse:
    state = making.settle(draft)
    report, chosen = report_on(draft), choosing.choices_of(draft)
    analyst = Role.ANALYST in request.actor.roles
    texts = sorted(report.texts, key=lambda one: not one.refused) if report else []
    context = {
        **_frame(),
        **_progress(draft, state),
        "wrong": wrong,
        "report": report,
        "findings": [(one, chosen.get(one.id)) for one in report.findings] if report else [],
        "undecided": len(choosing.undecided(draft)),
        "texts": [
            (one, [(each, VERDICTS.get(each.verdict, each.verdict)) for each in one.claims]) for one in texts
        ],
        "blocks": blocks(draft),
        "may_work": analyst and draft.status in {"draft", "built", "failed"},
        "may_publish": analyst and draft.status == "built",
        "may_correct": analyst and draft.status == "published",
        "choices": FindingChoice.Choice.choices,
        "has_pages": pages_of(draft).is_dir(),
        "trail": _trail(draft),
    }
    return render(request, "desk/editions/edition.html", context, status=status)


def _trail(draft: EditionDraft) -> list[tuple[AuditEntry, str]]:
    """The newest entries about a draft, each with what was done in words."""
    rows = AuditEntry.objects.filter(kind=EditionDraft._meta.label_lower, record=draft.pk)
    return [(one, act_words(one.act, draft.flow)) for one in rows.order_by("-number")[:50]]


def _progress(draft: EditionDraft, state: State) -> dict[str, Any]:
    known = state.progress or Progress(phase=Phase.READING.value, percent=0)
    return {"draft": draft, "progress": known, "phase": PHASES[Phase(known.phase)]}


def _refuse(request: DeskRequest, draft: EditionDraft, error: Exception) -> HttpResponse:
    words = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
    draft.refresh_from_db()
    return _page(request, draft, wrong=words, status=409)


def _frame() -> dict[str, Any]:
    return {"here": Group.CYCLE, "special": "editions"}


PAGES = [
    path("edities/", listing, name="editions"),
    path("edities/nieuw/", begin, name="begin-edition"),
    path("edities/<slug:key>/", show, name="edition"),
    path("edities/<slug:key>/voortgang/", progress, name="edition-progress"),
    path("edities/<slug:key>/bouwen/", build, name="build-edition"),
    path("edities/<slug:key>/intrekken/", withdraw, name="withdraw-edition"),
    path("edities/<slug:key>/keuze/", choose, name="choose-finding"),
    path("edities/<slug:key>/publiceren/", publish, name="publish-edition"),
    path("edities/<slug:key>/inzien/", look, {"name": ""}, name="look-at-edition"),
    path("edities/<slug:key>/inzien/<path:name>", look, name="look-in-edition"),
]
