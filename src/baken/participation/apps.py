# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The Django app of this room."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ParticipationConfig(AppConfig):
    """Contributions, questions and answers."""

    name = "baken.participation"
    label = "participation"
    verbose_name = _("Participation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """No programme goes to the council before each answer of the council was used or set aside."""
        from baken.cycle.rules.documents import FURTHER  # noqa: PLC0415 - the rules know the models
        from baken.participation.handling import check_input_handled  # noqa: PLC0415

        if check_input_handled not in FURTHER:
            FURTHER.append(check_input_handled)
