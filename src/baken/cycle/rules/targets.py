# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Targets on figures unfit to steer by: somebody reads the caveat before a programme is submitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import UsageError
from baken.picture.goal_targets import target_questions

if TYPE_CHECKING:
    from baken.cycle.models import Document


def check_targets(document: Document) -> None:
    """Refuse to submit goals with a target whose caveat nobody confirmed.

    Raises:
        UsageError: names the goals, each with its caveat.

    """
    from baken.cycle.tree import plain_goal  # noqa: PLC0415 - the records know the rules

    held = list(document.goals.filter(withdrawn=False).prefetch_related("indicators"))
    confirmed = {one.pk for one in held if one.target_confirmed}
    language = get_language() or "nl"
    asked = [
        f"'{one.goal.title}': {one.caveat.in_(language)}"
        for one in target_questions(load_catalogue(), map(plain_goal, held), confirmed)
    ]
    if asked:
        raise UsageError(
            _("Targets ask for a confirmation first. %(asked)s") % {"asked": " ".join(asked)},
            do=_("Confirm at each goal that the caveat was read, or choose another target."),
        )
