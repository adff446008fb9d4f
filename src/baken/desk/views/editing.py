# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Making, changing and withdrawing records. Whoever was later sees both sides and loses nothing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts import changes
from baken.accounts.changes import Asked, Conflict, NotAllowedError
from baken.accounts.models import Record
from baken.accounts.rights import Act
from baken.desk.access import DeskRequest
from baken.desk.forms import RecordForm, StepForm, form_class
from baken.desk.registers import Register
from baken.desk.views.finding import find_record, find_register
from baken.desk.views.refused import not_allowed
from baken.desk.views.showing import Shown, shown, title_of
from baken.model.errors import BakenError


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: DeskRequest, slug: str) -> HttpResponse:
    """A new record."""
    register = find_register(slug, request.actor)
    if not changes.may_add(register.model, request.actor):
        return not_allowed(request, _("Your roles do not add %(what)s.") % {"what": register.title})
    made = form_class(register, request.actor, new=True)
    if request.method != "POST":
        return _page(request, register, made(initial=request.GET.dict()))
    form = made(request.POST)
    if form.is_valid():
        asked = Asked(by=request.actor, why=form.cleaned_data["why"])
        try:
            record = changes.create(register.model, form.values, asked)
        except NotAllowedError as error:
            return not_allowed(request, str(error))
        except (ValidationError, BakenError) as error:
            _tell(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("record", slug, record.pk)
    return _page(request, register, form, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: DeskRequest, slug: str, key: str) -> HttpResponse:
    """Change a record."""
    register = find_register(slug, request.actor)
    record = find_record(register, key, request.actor)
    if record.withdrawn or not changes.may(record, Act.CHANGE, request.actor):
        return not_allowed(request, _("Your roles do not change this now."))
    made = form_class(register, request.actor, new=False)
    if request.method != "POST":
        return _page(request, register, made(instance=record, initial={"seen": record.version}), record)
    form = made(request.POST, instance=type(record)._default_manager.get(pk=record.pk))
    if form.is_valid():
        asked = Asked(by=request.actor, why=form.cleaned_data["why"], version=form.cleaned_data["seen"])
        try:
            changes.change(record, form.values, asked)
        except Conflict as conflict:
            return _both_sides(request, register, form, conflict)
        except NotAllowedError as error:
            return not_allowed(request, str(error))
        except (ValidationError, BakenError) as error:
            _tell(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("record", slug, key)
    return _page(request, register, form, record, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: DeskRequest, slug: str, key: str) -> HttpResponse:
    """Take a record out of use."""
    register = find_register(slug, request.actor)
    record = find_record(register, key, request.actor)
    if record.withdrawn or not changes.may(record, Act.CHANGE, request.actor):
        return not_allowed(request, _("Your roles do not change this now."))
    form = StepForm(request.POST or None, initial={"seen": record.version})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            asked = Asked(by=request.actor, why=form.cleaned_data["why"], version=form.cleaned_data["seen"])
            try:
                changes.withdraw(record, asked)
            except BakenError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Withdrawn. It stays in the audit trail."))
                return redirect("listing", slug)
    context = {"register": register, "record": record, "form": form, "title": _("Withdraw")}
    return render(request, "desk/step.html", context, status=status)


def _page(
    request: DeskRequest,
    register: Register,
    form: RecordForm,
    record: Record | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"register": register, "form": form, "record": record}
    return render(request, "desk/edit.html", context, status=status)


def _tell(form: RecordForm, error: ValidationError | BakenError) -> None:
    """Put what is wrong beside the field that it is about."""
    if isinstance(error, BakenError):
        form.add_error(None, str(error))
        return
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, found in error.error_dict.items():
        form.add_error(name if name in form.fields else None, found)


def _both_sides(
    request: DeskRequest, register: Register, form: RecordForm, conflict: Conflict
) -> HttpResponse:
    """What the other wrote beside what this person wrote. Saving again writes over what is shown here."""
    held = conflict.theirs
    mine = type(held)._default_manager.get(pk=held.pk)
    rows = []
    for name, value in conflict.mine.items():
        if register.model._meta.get_field(name).many_to_many:
            chosen = tuple(Shown(str(one)) for one in value)
        else:
            setattr(mine, name, value)
            chosen = tuple(shown(mine, name, request.actor))
        theirs = tuple(shown(held, name, request.actor))
        if [one.words for one in theirs] != [one.words for one in chosen]:
            rows.append((title_of(register.model, name), theirs, chosen))
    data: Any = request.POST.copy()
    data["seen"] = held.version
    again = type(form)(data, instance=held)
    context = {"register": register, "form": again, "record": held, "differences": rows}
    return render(request, "desk/edit.html", context, status=409)
