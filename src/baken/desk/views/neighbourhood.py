# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An area at a glance: its newest figures, what people see there, and what is done.

Each part shows what whoever looks may see, and no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.accounts import districts
from baken.accounts.actor import Actor
from baken.accounts.models import Record
from baken.accounts.rights import INSIDE, Act, covered
from baken.cycle.models import ActionRecord, Goal
from baken.desk.access import DeskRequest
from baken.desk.day import today
from baken.desk.registers import BY_MODEL
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.desk.views.showing import lines, title_of
from baken.evidence.models import AreaTag, Statement
from baken.evidence.models.areas import RESILIENCE
from baken.measures.models import Measure
from baken.model.area import AreaLevel
from baken.model.governance import Role
from baken.model.number import format_number
from baken.model.text import Language
from baken.web.pages import Kind, Page
from baken.web.state import picture

SEEN_BY = INSIDE | {Role.AREA_TEAM}
SPECIAL.append(
    Special(name="areas", group=Group.FIELD, title=gettext_lazy("Areas at a glance"), roles=SEEN_BY)
)
_PARTS: tuple[tuple[type[Record], tuple[str, ...]], ...] = (
    (Statement, ("title", "kind", "strand", "told", "sure", "status")),
    (ActionRecord, ("title", "theme", "lead", "end_words", "status")),
    (Measure, ("title", "kind", "power", "body", "status")),
    (Goal, ("title", "kind", "document", "not_measurable")),
)


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest figure of an indicator in an area."""

    name: str
    value: str
    unit: str
    period: str


@require_safe
def areas(request: DeskRequest) -> HttpResponse:
    """The areas that somebody may look at, or only those whose resilience is under pressure."""
    if not request.actor.roles & SEEN_BY:
        return not_allowed(request, _("Your roles do not see areas at a glance."))
    only = request.GET.get("veerkracht") == "1"
    marked = _under_pressure(request.actor)
    allowed, top = _codes(request.actor), dict(districts.districts())
    held = [
        {"code": code, "name": name, "marked": code in marked, "district": code in top}
        for code, name in districts.names().items()
        if code in allowed and (code in marked or not only)
    ]
    context = {"here": Group.FIELD, "special": "areas", "areas": held, "only": only}
    return render(request, "desk/neighbourhoods.html", context)


@require_safe
def area(request: DeskRequest, code: str) -> HttpResponse:
    """One area. That of another district is, for an area team, no page at all."""
    if code not in _codes(request.actor) or not request.actor.roles & SEEN_BY:
        raise Http404
    level = _level(code)
    context = {
        "here": Group.FIELD,
        "special": "areas",
        "code": code,
        "name": districts.names()[code],
        "public": _public(code, level),
        "latest": [] if level is None else _latest(code),
        "marks": list(_marks(request.actor).filter(area=code)),
        "parts": [_part(kind, columns, code, request.actor) for kind, columns in _PARTS],
        "below": [
            (one, districts.names()[one])
            for one in districts.codes_within(code)[1:]
            if level is AreaLevel.DISTRICT
        ],
    }
    return render(request, "desk/neighbourhood.html", context)


def _codes(actor: Actor) -> frozenset[str]:
    """The areas that somebody may look at: all, or those of the own district."""
    if actor.roles & INSIDE:
        return frozenset(districts.names())
    found = (districts.codes_within(post.area) for post in actor.posts_in(Role.AREA_TEAM))
    return frozenset(code for codes in found for code in codes)


def _level(code: str) -> AreaLevel | None:
    """A district or a neighbourhood; None for the municipality itself."""
    held = districts.register()[code].level
    return held if held in {AreaLevel.DISTRICT, AreaLevel.NEIGHBOURHOOD} else None


def _public(code: str, level: AreaLevel | None) -> str:
    """The address of the public page of an area."""
    language = Language(get_language() or "nl")
    kinds = {AreaLevel.DISTRICT: Kind.DISTRICT, AreaLevel.NEIGHBOURHOOD: Kind.NEIGHBOURHOOD}
    return "/" + (Page(kinds[level], language, code) if level else Page(Kind.HOME, language)).path


def _latest(code: str) -> list[Latest]:
    """The newest figure of each indicator, protected as on the public site."""
    language = get_language() or "nl"
    return [
        Latest(
            name=record.indicator.name.in_(language),
            value=format_number(newest.value, record.indicator.decimals, language),
            unit=record.unit.label.in_(language),
            period=str(newest.observation.period),
        )
        for record in picture().local(code)
        if (newest := record.latest) is not None and newest.value is not None
    ]


def _marks(actor: Actor) -> Any:  # noqa: ANN401 - a query of marks
    rows = AreaTag.objects.filter(withdrawn=False)
    return covered(rows, AreaTag.rights.table(Act.READ), actor)


def _under_pressure(actor: Actor) -> frozenset[str]:
    """The areas that a mark or a goal calls so today; a goal for an area without the words does not."""
    day = today()
    marks = {
        one.area
        for one in _marks(actor).filter(tag=RESILIENCE)
        if (one.start is None or one.start <= day) and (one.end is None or one.end >= day)
    }
    goals = covered(
        Goal.objects.filter(withdrawn=False, tags__icontains=RESILIENCE).exclude(area=""),
        Goal.rights.table(Act.READ),
        actor,
    )
    return frozenset(marks | {one.area for one in goals})


def _part(kind: type[Record], columns: tuple[str, ...], code: str, actor: Actor) -> dict[str, Any]:
    """The records of one kind in an area and below it, as far as somebody may see them."""
    within = districts.codes_within(code) or (code,)
    rows = kind._default_manager.filter(Q(area__in=within), withdrawn=False)
    held = list(covered(rows, kind.rights.table(Act.READ), actor)[:101])
    shown = tuple(name for name in columns if not kind.rights.hides(name, actor))
    return {
        "register": BY_MODEL[kind],
        "titles": [title_of(kind, name) for name in shown],
        "rows": [(one, list(lines(one, shown, actor))) for one in held[:100]],
        "more": len(held) > 100,
    }


PAGES = [path("gebieden/", areas, name="areas"), path("gebieden/<slug:code>/", area, name="area")]
