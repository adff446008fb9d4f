# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Powers used per quarter, by article: for those inside. Numbers only; no address, no area, no person."""

from __future__ import annotations

import io
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from openpyxl import Workbook

from baken.accounts.actor import Actor
from baken.accounts.rights import INSIDE, Act, covered
from baken.catalogue.governance import load_governance
from baken.council.ledger import PowersUsed
from baken.desk.access import DeskRequest
from baken.desk.day import today
from baken.desk.files import XLSX, file_answer
from baken.desk.registers.register import Group
from baken.desk.special import SPECIAL, Special
from baken.desk.views.refused import not_allowed
from baken.measures.models import PowerUse
from baken.measures.report import powers_by_quarter
from baken.publications.office.package import settled
from baken.publications.workbook.model import Column, Number, TableSheet
from baken.publications.workbook.writing import SheetWriter

SPECIAL.append(
    Special(name="powers", group=Group.MEASURES, title=gettext_lazy("Powers used per quarter"), roles=INSIDE)
)


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    """Powers used per quarter."""
    if not request.actor.roles & INSIDE:
        return not_allowed(request, _("Your roles do not see which powers were used."))
    used = _used(request.actor)
    context = {
        "here": Group.MEASURES,
        "special": "powers",
        "counts": _rows(used),
        "refused": [(name, why.in_(_language())) for name, why in used.refused.items()],
    }
    return render(request, "desk/powers.html", context)


@require_safe
def workbook(request: DeskRequest) -> HttpResponse:
    """The same counts as a spreadsheet."""
    if not request.actor.roles & INSIDE:
        return not_allowed(request, _("Your roles do not see which powers were used."))
    sheet = TableSheet(
        title=_("Powers used"),
        name=_("Powers"),
        note=_("Counts per quarter. A quarter without records has no line, which is not the same as zero."),
        columns=tuple(
            Column(one, width, wrapped=True)
            for one, width in (
                (_("Year"), 8),
                (_("Quarter"), 10),
                (_("Article"), 40),
                (_("Checked"), 18),
                (_("Legal act"), 30),
                (_("Number"), 10),
            )
        ),
        rows=tuple(
            (
                Number(one["year"], grouped=False),
                Number(one["quarter"]),
                one["article"].citation,
                _checked(one),
                one["act"],
                Number(one["count"]),
            )
            for one in _rows(_used(request.actor))
        ),
    )
    book = Workbook()
    book.remove(book.active)
    SheetWriter(book, f"{sheet.title} ({today().isoformat()})").write_table(sheet)
    saved = io.BytesIO()
    book.save(saved)
    data = settled(saved.getvalue(), today())
    return file_answer(request, data, "bevoegdheden.xlsx", XLSX, PowerUse)


def _used(actor: Actor) -> PowersUsed:
    rows = PowerUse.objects.filter(withdrawn=False).order_by("dated", "pk")
    return powers_by_quarter(covered(rows, PowerUse.rights.table(Act.READ), actor))


def _rows(used: PowersUsed) -> list[dict[str, Any]]:
    acts = {one.id: one.name.in_(_language()) for one in load_governance().measures}
    return [
        {
            "year": one.year,
            "quarter": one.quarter,
            "article": one.article,
            "act": acts.get(one.measure, ""),
            "count": one.count,
        }
        for one in used.counts
    ]


def _checked(row: dict[str, Any]) -> str:
    return _("checked") if row["article"].checked else _("not checked")


def _language() -> str:
    return get_language() or "nl"


PAGES = [
    path("bevoegdheden/", show, name="powers"),
    path("bevoegdheden/download/", workbook, name="powers-workbook"),
]
