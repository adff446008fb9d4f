# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of participation. Parties stand with the actions, which they lead."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from baken.desk.registers.register import Below, Group, Register
from baken.participation import models

REGISTERS: tuple[Register, ...] = (
    Register(
        slug="bijdragen",
        group=Group.PEOPLE,
        model=models.Contribution,
        columns=("named_as", "party", "about", "when_words", "how", "result", "no_change"),
        fields=(
            *("about", "party", "named_as", "via", "when_words", "start", "end", "how", "result"),
            *("no_change", "source", "note"),
        ),
        filters=("about", "party"),
        search=("named_as", "party__name", "how", "result", "note"),
        below=(Below(register="tekstwijzigingen", by="contribution"),),
        about=_("Who contributed to a document, when, how, with what result, and which text it changed."),
    ),
    Register(
        slug="tekstwijzigingen",
        group=Group.PEOPLE,
        model=models.TextChange,
        columns=("what", "theme", "document", "place", "contribution"),
        fields=("contribution", "theme", "document", "place", "what"),
        filters=("theme", "document"),
        search=("what", "place"),
        about=_("Where a contribution changed a text."),
        in_menu=False,
    ),
    Register(
        slug="raadsinbreng",
        group=Group.PEOPLE,
        model=models.CouncilInput,
        columns=("faction", "question", "answer", "status", "about"),
        fields=("about", "meeting", "question", "faction", "answer"),
        filters=("about", "faction", "status"),
        search=("answer", "faction__name"),
        below=(Below(register="inbrengthemas", by="input"),),
        about=_("What each faction answered to the fixed questions, and what was done with it."),
    ),
    Register(
        slug="inbrengthemas",
        group=Group.PEOPLE,
        model=models.ThemeCode,
        columns=("theme", "input"),
        fields=("input", "theme"),
        filters=("theme",),
        about=_("Which themes the answers of the factions are about."),
        in_menu=False,
    ),
    Register(
        slug="raadsvragen",
        group=Group.PEOPLE,
        model=models.Question,
        columns=("text", "faction", "asked", "due", "status", "answered_on"),
        fields=("faction", "text", "asked", "meeting", "about"),
        filters=("faction", "status", "about"),
        search=("text", "faction__name"),
        about=_("Questions of factions to the executive, with the last day for the answer."),
    ),
)
