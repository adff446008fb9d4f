# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The list of a register: narrowed by its filters, searched, and page by page."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.accounts import districts
from baken.accounts.changes import may_add
from baken.accounts.models import Record
from baken.accounts.rights import Act, covered
from baken.cycle.models import Decision
from baken.desk.access import DeskRequest
from baken.desk.inputs import MOST_TOLD
from baken.desk.registers import Register
from baken.desk.views.finding import find_register
from baken.desk.views.showing import rows_of, title_of, with_related
from baken.desk.views.signed import NOT_RECORDED

PAGE = 50


@require_safe
def listing(request: DeskRequest, slug: str) -> HttpResponse:
    """The records of one kind that somebody may see."""
    register = find_register(slug, request.actor)
    columns = tuple(one for one in register.columns if not register.model.rights.hides(one, request.actor))
    rows = narrowed(register, request, readable_rows(register, request))
    page = Paginator(with_related(_ordered(rows), columns), PAGE).get_page(request.GET.get("page"))
    context = {
        "register": register,
        "titles": [title_of(register.model, name) for name in columns],
        "rows": rows_of(page, columns, request.actor),
        "page": page,
        "filters": [_filter(register, name, request) for name in register.filters],
        "asked": request.GET.get("q", ""),
        "others": _others(request),
        "may_add": may_add(register.model, request.actor),
    }
    return render(request, "desk/listing.html", context)


def readable_rows(register: Register, request: DeskRequest) -> QuerySet[Record]:
    """The records of a register that somebody may see, without those that were withdrawn."""
    rows = register.model._default_manager.filter(withdrawn=False)
    return covered(rows, register.model.rights.table(Act.READ), request.actor)


def narrowed(register: Register, request: DeskRequest, rows: QuerySet[Record]) -> QuerySet[Record]:
    """The records that the address asks for: by filter, and by words."""
    for name in register.filters:
        if (value := request.GET.get(name, "").strip()) and not register.model.rights.hides(
            name, request.actor
        ):
            rows = rows.filter(**{name: value}) if _fits(register.model, name, value) else rows.none()
    searched = [name for name in register.search if not register.model.rights.hides(name, request.actor)]
    for word in request.GET.get("q", "").split():
        looked = Q()
        for name in searched:
            looked |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(looked) if searched else rows
    return rows


def _fits(kind: type[Record], name: str, value: str) -> bool:
    """Whether a value can be one of a field at all; anything may stand in an address."""
    field = kind._meta.get_field(name)
    return (
        (not field.is_relation and field.get_internal_type() == "CharField")
        or field.is_relation
        or (value.isascii() and value.isdecimal() and len(value) < 10)
    )


def _ordered(rows: QuerySet[Record]) -> QuerySet[Record]:
    """The same rows, no two in an equal place: else one may stand on two pages, another on none."""
    return rows.order_by(*(rows.model._meta.ordering or ()), "pk")


def _filter(register: Register, name: str, request: DeskRequest) -> dict[str, Any]:
    field = register.model._meta.get_field(name)
    if field.is_relation:
        kind: type[Model] = field.related_model  # type: ignore[assignment] # a relation has a model
        offered = [(str(one.pk), str(one)) for one in with_related(_linked(kind, request), ())]
    elif name == "area":
        offered = list(districts.names().items())
    elif choices := getattr(field, "choices", None):
        offered = [(str(value), str(words)) for value, words in choices]
        if register.model is Decision and name == "status":
            offered = [(one, str(NOT_RECORDED) if one == "unsigned" else words) for one, words in offered]
    else:
        held = readable_rows(register, request).order_by(name).values_list(name, flat=True).distinct()
        offered = [(str(one), str(one)) for one in held if one not in (None, "")]
    chosen = request.GET.get(name, "").strip()
    if chosen and chosen not in {value for value, _words in offered}:
        # The list is narrowed by it all the same, so it says so.
        offered.append((chosen, _("%(value)s (not in the list)") % {"value": chosen[:MOST_TOLD]}))
    return {
        "name": name,
        "title": title_of(register.model, name),
        "offered": offered,
        "chosen": chosen,
    }


def _linked(kind: type[Model], request: DeskRequest) -> QuerySet[Any]:
    rows = kind._default_manager.filter(withdrawn=False)
    return covered(rows, kind.rights.table(Act.READ), request.actor)  # type: ignore[attr-defined] # all are records


def _others(request: DeskRequest) -> str:
    """The rest of the address, for links to further pages."""
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode()
