# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of what people observe, and of the methods of work."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from baken.desk.registers.register import Group, Register
from baken.evidence.models import AreaTag, MethodAssessment, Statement

REGISTERS: tuple[Register, ...] = (
    Register(
        slug="waarnemingen",
        group=Group.FIELD,
        model=Statement,
        columns=("title", "kind", "strand", "area", "theme", "told", "status"),
        fields=(
            "kind",
            "strand",
            "title",
            "who",
            "organisation",
            "area",
            "theme",
            "what",
            "told",
            "since_words",
            "sure",
            "level",
            "consent",
        ),
        filters=("status", "kind", "strand", "area", "theme", "level"),
        search=("title", "what", "who"),
        about=_("What professionals, area teams and residents see: by role, per area, never about a person."),
    ),
    Register(
        slug="gebiedsmarkeringen",
        group=Group.FIELD,
        model=AreaTag,
        columns=("area", "tag", "source", "start", "end"),
        fields=("area", "tag", "source", "reason", "start", "end"),
        filters=("tag", "area"),
        about=_("Areas that a document or decision marks, such as those whose resilience is under pressure."),
    ),
    Register(
        slug="werkwijzebeoordelingen",
        group=Group.FIELD,
        model=MethodAssessment,
        columns=("dated", "method", "maturity", "who"),
        fields=("method", "dated", "maturity", "explanation", "who"),
        filters=("method",),
        about=_("How far we are with each method of work, by our own judgement, year after year."),
    ),
)
