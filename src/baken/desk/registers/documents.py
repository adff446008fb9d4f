# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of documents, moments and tasks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from baken.cycle import models
from baken.desk.registers.register import Below, Group, Register

REGISTERS = (
    Register(
        slug="documenten",
        group=Group.CYCLE,
        model=models.Document,
        columns=("title", "kind", "status", "held", "start", "end", "dated"),
        fields=(
            *("kind", "title", "visibility", "owner", "department", "number", "start", "end", "dated"),
            *("due_words", "due_earliest", "due_latest", "shared_on", "consulted", "adopted_by_others"),
            *("legal_basis", "sdgs", "alternatives", "link", "note"),
            *("held", "source", "original_title", "also_called", "dated_words"),
        ),
        headings={
            "due_words": _("When it is due"),
            "shared_on": _("Who was asked or told"),
            "legal_basis": _("What it rests on"),
            "held": _("Where we know it from"),
        },
        filters=("kind", "status", "held", "visibility", "department"),
        search=("title", "original_title", "also_called", "number", "department", "note"),
        below=(
            Below(register="relaties", by="source", title=_("Leads to")),
            Below(register="relaties", by="target", title=_("Follows from")),
            Below(register="doelen", by="document"),
            Below(register="acties", by="plan"),
            Below(register="beslispunten", by="proposal"),
            Below(register="besluiten", by="about"),
            Below(register="budget", by="document"),
            Below(register="momenten", by="about"),
            Below(register="afwijkingen", by="plan"),
        ),
        about=_("What the municipality makes, adopts and follows, and what is only named somewhere."),
    ),
    Register(
        slug="relaties",
        group=Group.CYCLE,
        model=models.DocumentLink,
        columns=("source", "relation", "target"),
        fields=("source", "relation", "target", "note"),
        filters=("relation",),
        about=_("How documents follow from one another."),
    ),
    Register(
        slug="momenten",
        group=Group.CYCLE,
        model=models.MomentRecord,
        columns=("title", "words", "earliest", "latest", "realised", "about"),
        fields=(
            "kind",
            "title",
            "words",
            "earliest",
            "latest",
            "realised",
            "about",
            "year",
            "basis",
            "source",
            "said_on",
        ),
        filters=("kind",),
        search=("title", "words"),
        about=_("Deadlines as documents and the law state them. The calendar compares them."),
    ),
    Register(
        slug="taken",
        group=Group.CYCLE,
        model=models.Task,
        columns=("due", "title", "kind", "role", "done"),
        fields=("kind", "title", "role", "due", "done", "about", "area", "source"),
        filters=("kind", "role"),
        search=("title",),
        about=_("What has to be done by when: steps of the cycle, sources that are due, reminders."),
    ),
)
