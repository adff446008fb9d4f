# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of the themes of regional police plans and of how local themes stand to them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from baken.cycle import models
from baken.desk.registers.register import Below, Group, Register

_MATRIX = (("regional-plan", _("Local themes and the regional plan")),)

REGISTERS = (
    Register(
        slug="regionale-themas",
        group=Group.GOALS,
        model=models.RegionalTheme,
        columns=("title", "document", "order", "place"),
        fields=("document", "title", "order", "place", "note"),
        filters=("document",),
        search=("title", "note"),
        below=(Below(register="regionale-verbanden", by="regional_theme"),),
        ways=_MATRIX,
        about=_("What the regional police plan is about, as the plan itself says it."),
    ),
    Register(
        slug="regionale-verbanden",
        group=Group.GOALS,
        model=models.RegionalLink,
        columns=("theme", "regional_theme", "how", "programme", "dated"),
        fields=("programme", "theme", "regional_theme", "how", "dated", "source", "note"),
        filters=("programme", "theme", "regional_theme", "how"),
        search=("note",),
        ways=_MATRIX,
        about=_("Which local themes went into the regional plan or came from it, each with what shows it."),
    ),
)
