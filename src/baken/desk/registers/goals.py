# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of themes, goals and indicators."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from baken.cycle import models
from baken.desk.registers.register import Below, Group, Register

REGISTERS = (
    Register(
        slug="themas",
        group=Group.GOALS,
        model=models.Theme,
        columns=("name", "kind", "status", "stage_from", "portfolio_holder"),
        fields=(
            *("name", "kind", "portfolio_holder", "stage_from", "code"),
            *("origins", "origin_words", "broad_tasks", "fields", "sdgs"),
            *("domains", "context", "note"),
        ),
        headings={"origins": _("What it follows from"), "domains": _("Others who work on it")},
        filters=("kind", "status", "portfolio_holder"),
        search=("name", "broad_tasks", "domains"),
        below=(
            Below(register="doelen", by="theme"),
            Below(register="acties", by="theme"),
            Below(register="heroverwegingen", by="theme"),
        ),
        about=_("Themes and points of attention, with their life: pick up, hold, continue."),
    ),
    Register(
        slug="doelen",
        group=Group.GOALS,
        model=models.Goal,
        columns=("title", "kind", "document", "theme", "target", "target_year"),
        fields=(
            *("title", "text", "kind", "document", "theme", "ambition"),
            *("indicators", "target", "target_year", "target_confirmed", "band_low", "band_high"),
            "not_measurable",
            *("area", "tags", "sdgs", "source"),
        ),
        headings={"indicators": _("How it is measured"), "area": _("Where it belongs")},
        filters=("kind", "document", "theme", "ambition"),
        search=("title", "text", "tags"),
        below=(Below(register="acties", by="goal"),),
        about=_("What the council wants to improve or hold, and the frames that it sets."),
    ),
    Register(
        slug="ambities",
        group=Group.GOALS,
        model=models.Ambition,
        columns=("title", "document", "place"),
        fields=("title", "text", "document", "place"),
        search=("title", "text"),
        below=(Below(register="doelen", by="ambition"),),
        about=_("What the city wants to be. Goals contribute to it."),
    ),
    Register(
        slug="indicatoren",
        group=Group.GOALS,
        model=models.SteeringIndicator,
        columns=("name", "status", "last_release", "next_release", "threshold"),
        fields=(
            "code",
            "name",
            "definition",
            "scale",
            "kind",
            "rhythm_months",
            "last_release",
            "next_release",
            "threshold",
            "themes",
        ),
        filters=("status", "themes"),
        search=("name", "definition"),
        below=(Below(register="heroverwegingen", by="indicator"),),
        about=_("What is steered by, with its releases, and new indicators on trial."),
    ),
    Register(
        slug="prioriteiten",
        group=Group.GOALS,
        model=models.Prioritisation,
        columns=("dated", "reason"),
        fields=("dated", "order", "scores", "weights", "reason"),
        about=_(
            "The order of the themes, each with its date and reason. A new order is added, never typed over."
        ),
    ),
)
