# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of meetings, decisions and votes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from baken.cycle import models
from baken.desk.registers.register import Below, Group, Register

_ORDER = _(
    "The order is: first the meeting, then its agenda item with the proposal, then the decision on that item."
)
REGISTERS = (
    Register(
        slug="besluiten",
        group=Group.DECISIONS,
        model=models.Decision,
        order=_ORDER,
        columns=("title", "body", "taken", "outcome", "status"),
        fields=(
            "title",
            "body",
            "item",
            "about",
            "proposal",
            "taken",
            "outcome",
            "shown_by",
            "evidence",
            "stated_for",
            "stated_against",
            "signed_first",
            "signed_first_on",
            "signed_second",
            "signed_second_on",
            "note",
        ),
        headings={
            "taken": _("What was decided"),
            "stated_for": _("The vote, as the source states it"),
            "signed_first": _("Signatures"),
        },
        filters=("body", "outcome", "status"),
        search=("title", "evidence"),
        below=(Below(register="stemmen", by="decision"),),
        about=_("What a body decided, with the document that shows it. Nobody decides by signing in."),
    ),
    Register(
        slug="vergaderingen",
        group=Group.DECISIONS,
        model=models.Meeting,
        order=_ORDER,
        columns=("dated", "body", "public", "seats"),
        fields=("body", "dated", "public", "seats", "note"),
        filters=("body",),
        below=(Below(register="agendapunten", by="meeting"),),
        about=_("Meetings of the bodies that decide."),
    ),
    Register(
        slug="agendapunten",
        group=Group.DECISIONS,
        model=models.AgendaItem,
        order=_ORDER,
        columns=("meeting", "number", "title", "proposal"),
        fields=("meeting", "number", "title", "proposal"),
        filters=("meeting",),
        search=("title", "number"),
        below=(Below(register="besluiten", by="item"),),
        about=_("Items of meetings, with the proposal that each is about."),
    ),
    Register(
        slug="beslispunten",
        group=Group.DECISIONS,
        model=models.DecisionPoint,
        order=_(
            "A proposal gets its decision points first; the decision takes them over once it is recorded."
        ),
        columns=("proposal", "number", "text"),
        fields=("proposal", "number", "text"),
        filters=("proposal",),
        about=_("What a proposal asks to decide. The decision repeats the same words."),
    ),
    Register(
        slug="stemmen",
        group=Group.DECISIONS,
        model=models.Vote,
        columns=("decision", "member", "faction", "choice"),
        fields=("decision", "title", "member", "faction", "choice"),
        filters=("decision", "faction", "choice"),
        search=("member",),
        about=_("Roll-call votes, with the faction of that day."),
    ),
    Register(
        slug="fracties",
        group=Group.DECISIONS,
        model=models.Faction,
        columns=("name",),
        fields=("name",),
        below=(Below(register="lidmaatschappen", by="faction"), Below(register="stemmen", by="faction")),
        about=_("Factions of the council, each with its name as it writes it."),
    ),
    Register(
        slug="lidmaatschappen",
        group=Group.DECISIONS,
        model=models.Membership,
        columns=("member", "faction", "start", "end"),
        fields=("member", "faction", "start", "end"),
        filters=("faction",),
        search=("member",),
        about=_("Who belonged to which faction from when to when."),
    ),
    Register(
        slug="driehoek",
        group=Group.DECISIONS,
        model=models.Agreement,
        columns=("dated", "title"),
        fields=("dated", "title", "parties", "agenda", "agreed"),
        about=_("What municipality, police and prosecutor agreed. Seen by few, and never public."),
    ),
)
