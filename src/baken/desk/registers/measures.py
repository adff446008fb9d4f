# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of measures, powers, counts and deployment."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from baken.desk.registers.register import Below, Group, Register
from baken.measures import models

REGISTERS: tuple[Register, ...] = (
    Register(
        slug="maatregelen",
        group=Group.MEASURES,
        model=models.Measure,
        columns=("title", "kind", "power", "body", "area", "status"),
        fields=(
            "kind",
            "title",
            "what",
            "sorts",
            "aim",
            "goal",
            "offences",
            "act",
            "power",
            "body",
            "ordinance",
            "area",
            "start_words",
            "start",
            "end_words",
            "end",
            "themes",
            "partners",
            "instrument",
            "indicator",
            "monitoring",
            "report",
            "not_traceable",
            "reach",
            "reach_words",
            "source",
            "note",
        ),
        filters=("kind", "status", "body", "power", "area", "themes"),
        search=("title", "what"),
        below=(
            Below(register="tellingen", by="measure"),
            Below(register="mijlpalen", by="measure"),
            Below(register="bevoegdheidsgebruik", by="measure"),
            Below(register="inzetkalender", by="measure"),
            Below(register="beschermde-aantallen", by="measure"),
        ),
        about=_(
            "What is done, on which power and by whom, and how it is followed. What nobody told is empty."
        ),
    ),
    Register(
        slug="bevoegdheidsgebruik",
        group=Group.MEASURES,
        model=models.PowerUse,
        columns=("dated", "act", "power", "body", "area"),
        fields=("dated", "measure", "act", "power", "body", "ordinance", "area", "address", "detail"),
        filters=("act", "power", "body", "area"),
        about=_(
            "Each time that a power was used, recorded for the body that used it. Addresses are seen by few."
        ),
    ),
    Register(
        slug="tellingen",
        group=Group.MEASURES,
        model=models.MeasureCount,
        columns=("what", "measure", "period", "value"),
        fields=("measure", "period", "what", "value", "source"),
        filters=("measure",),
        search=("what",),
        about=_("Numbers by month or quarter. An empty number is not known; it is never zero."),
    ),
    Register(
        slug="beschermde-aantallen",
        group=Group.MEASURES,
        model=models.ProtectedNumber,
        columns=("period", "measure", "what", "value"),
        fields=("measure", "period", "what", "value", "source"),
        filters=("measure",),
        about=_(
            "Numbers with the highest protection. The number itself exists for the mayor and one officer."
        ),
    ),
    Register(
        slug="mijlpalen",
        group=Group.MEASURES,
        model=models.Milestone,
        columns=("title", "measure", "due_words", "due", "reached"),
        fields=("measure", "title", "due_words", "due", "reached"),
        filters=("measure",),
        about=_("What a project has ready by when."),
        in_menu=False,
    ),
    Register(
        slug="inzetkalender",
        group=Group.MEASURES,
        model=models.Deployment,
        columns=("start", "title", "kind", "risk", "area", "staff", "hours"),
        fields=(
            "kind",
            "title",
            "start",
            "end",
            "area",
            "measure",
            "risk",
            "staff",
            "hours",
            "parties",
            "note",
        ),
        filters=("kind", "risk", "area"),
        search=("title",),
        about=_("Demonstrations, events and football: the risk class, and the capacity that was deployed."),
    ),
)
