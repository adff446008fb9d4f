# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a goal may say, and where it may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.council.competence import may_carry_goals
from baken.model.governance import ProductKind

if TYPE_CHECKING:
    from baken.cycle.models import Goal


def check_goal(goal: Goal) -> None:
    """Refuse goals of the council outside a programme, a goal to hold without band, and zero unconfirmed.

    Raises:
        ValidationError: by field.

    """
    document = goal.document if goal.document_id else None
    if document is not None and goal.kind in {goal.Kind.IMPROVE, goal.Kind.HOLD, goal.Kind.FRAME}:
        verdict = may_carry_goals(ProductKind(document.kind))
        if not verdict.allowed:
            raise ValidationError({"document": verdict.why.in_(get_language() or "nl")})
    if (goal.band_low is None) is not (goal.band_high is None):
        raise ValidationError({"band_high": _("Give both ends of the band.")})
    if goal.target == 0 and not goal.target_confirmed:
        raise ValidationError(
            {
                "target": _(
                    "Complete safety does not exist. Confirm that zero is meant, or choose another target."
                )
            }
        )
    if goal.target is not None and goal.target_year is None:
        raise ValidationError({"target_year": _("Say by which year.")})
