# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of actions, parties and money."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from baken.cycle import models
from baken.desk.registers.register import Below, Group, Register

REGISTERS = (
    Register(
        slug="acties",
        group=Group.ACTIONS,
        model=models.ActionRecord,
        columns=("title", "theme", "lead", "area", "end_words", "status"),
        fields=(
            *("title", "what", "plan", "goal", "theme"),
            *("lead", "co_owners", "residents", "area"),
            *("start", "end", "start_words", "end_words"),
            *("money", "money_kind", "instrument", "power"),
            *("output", "effect", "impact", "indicator", "monitoring"),
        ),
        headings={
            "lead": _("Who and where"),
            "start": _("When"),
            "money": _("With what"),
            "output": _("What it must bring, and how that is followed"),
        },
        filters=("status", "theme", "plan", "lead", "area"),
        search=("title", "what"),
        below=(Below(register="afwijkingen", by="action"),),
        about=_("What is done, by whom, where and when, and how it is followed."),
    ),
    Register(
        slug="partijen",
        group=Group.ACTIONS,
        model=models.Party,
        columns=("name", "kind", "domain"),
        fields=("name", "kind", "domain", "aliases", "members", "source", "note"),
        filters=("kind",),
        search=("name", "aliases"),
        below=(Below(register="acties", by="lead"),),
        about=_("Departments, partners and residents who lead, own or contribute."),
    ),
    Register(
        slug="stadsdeelrollen",
        group=Group.ACTIONS,
        model=models.DistrictRole,
        columns=("area", "role", "state", "holder", "start", "end"),
        fields=("area", "role", "state", "holder", "start", "end", "source"),
        filters=("area", "role"),
        about=_("Who is the face of each district, from when to when; a post that is vacant says so."),
    ),
    Register(
        slug="budget",
        group=Group.ACTIONS,
        model=models.BudgetLine,
        columns=("title", "document", "kind", "amount", "new", "year"),
        fields=(
            "document",
            "title",
            "programme",
            "kind",
            "amount",
            "new",
            "year",
            "decision",
            "areas",
            "source",
        ),
        filters=("document", "kind", "programme", "year"),
        about=_("Structural and incidental money. An amount that no document tells stays empty."),
    ),
    Register(
        slug="afwijkingen",
        group=Group.ACTIONS,
        model=models.Deviation,
        columns=("title", "plan", "start", "end", "decision"),
        fields=("plan", "action", "title", "reason", "start", "end", "decision"),
        filters=("plan",),
        about=_("When a plan was left for a time, why, until when and by which decision."),
    ),
)
