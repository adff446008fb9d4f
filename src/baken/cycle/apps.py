# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The Django app of the policy cycle."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CycleConfig(AppConfig):
    """Documents, goals, actions, decisions, the calendar, reports and evaluations."""

    name = "baken.cycle"
    label = "cycle"
    verbose_name = _("Policy cycle")
    default_auto_field = "django.db.models.BigAutoField"
