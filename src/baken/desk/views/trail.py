# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The audit trail as a page, for whoever watches over privacy and over access."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from baken.accounts import audit
from baken.accounts.acts import act_words
from baken.accounts.models import AuditEntry, Record
from baken.desk.access import DeskRequest
from baken.desk.registers import ALL
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.desk.views.trail_telling import kind_of, kind_words, told_all
from baken.model.governance import Role

READERS = frozenset({Role.PRIVACY_OFFICER, Role.ADMINISTRATOR})
PER_PAGE = 50
# The words in the address, and the columns that they narrow.
_FILTERS = {"wie": "account", "soort": "kind", "daad": "act", "record": "record"}
MOST_BREAKS = 20


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    """The newest entries first, with filters, and on request the proof that nobody touched them."""
    if not request.actor.roles & READERS:
        return not_allowed(request, _("The audit trail is for the privacy officer and the administrator."))
    entries = _narrowed(request.GET).order_by("-number")
    page = Paginator(entries, PER_PAGE).get_page(request.GET.get("page"))
    others = request.GET.copy()
    others.pop("page", None)
    context = {
        "page": page,
        "entries": told_all(page.object_list, request.actor),
        "others": others.urlencode(),
        "filters": _offered(request.GET),
        "record": request.GET.get("record", ""),
        "day": request.GET.get("dag", ""),
        "proof": _proof() if request.GET.get("keten") else None,
        "special": "trail",
        "here": Group.ACCESS,
    }
    return render(request, "desk/trail.html", context)


def _narrowed(asked: QueryDict) -> QuerySet[AuditEntry]:
    entries = AuditEntry.objects.all()
    for word, column in _FILTERS.items():
        if value := asked.get(word, "").replace("\0", "").strip():
            entries = entries.filter(**{column: value})
    bounds = _bounds(asked.get("dag", ""))
    return entries.filter(at__gte=bounds[0], at__lt=bounds[1]) if bounds else entries


def _bounds(said: str) -> tuple[str, str] | None:
    """From when to when a day of the municipality lasts, as moments are kept: UTC, as text that sorts."""
    here = timezone.get_default_timezone()
    try:
        day = date.fromisoformat(said)
        start, end = (
            datetime.combine(one, time(), here).astimezone(UTC) for one in (day, day + timedelta(1))
        )
    except (ValueError, OverflowError):
        return None
    return start.isoformat(timespec="microseconds"), end.isoformat(timespec="microseconds")


def _offered(asked: QueryDict) -> list[dict[str, Any]]:
    """What can be chosen: only what the trail holds."""
    names = dict(AuditEntry.objects.exclude(account="").values_list("account", "name").distinct())
    kinds = {one: kind_words(one) for one in _distinct("kind")}
    chosen = kind_of(asked.get("soort", ""))
    acts = {one: _in_words(one, chosen) for one in _distinct("act")}
    found = (
        ("wie", _("who"), names),
        ("soort", _("kind of record"), kinds),
        ("daad", _("what was done"), acts),
    )
    return [
        {"name": name, "title": title, "chosen": asked.get(name, ""), "offered": _sorted(words)}
        for name, title, words in found
    ]


def _in_words(act: str, kind: type[Record] | None) -> str:
    """An act in words; a step of no one kind by each name that a flow gives it."""
    flows = [kind.flow] if kind and kind.flow else [one.model.flow for one in ALL]
    said = [act_words(act, flow) for flow in flows]
    return " / ".join(dict.fromkeys(one for one in said if one != act)) or act_words(act)


def _distinct(column: str) -> list[str]:
    found = AuditEntry.objects.order_by(column).values_list(column, flat=True).distinct()
    return [str(one) for one in found if one]


def _sorted(words: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(words.items(), key=lambda one: one[1].casefold())


def _proof() -> dict[str, Any]:
    found = list(audit.breaks())
    number, digest = (0, "") if any(one.number == 0 for one in found) else audit.last()
    return {
        "breaks": found[:MOST_BREAKS],
        "more": len(found) > MOST_BREAKS,
        "number": number,
        "digest": digest,
    }


SPECIAL.append(Special(name="trail", group=Group.ACCESS, title=gettext_lazy("audit trail"), roles=READERS))
PAGES = [path("spoor/", show, name="trail")]
