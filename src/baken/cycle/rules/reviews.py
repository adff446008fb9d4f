# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""When a review of the course is ready for its next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from baken.accounts.words import BODIES
from baken.model.errors import UsageError
from baken.model.governance import Body, ProductKind

if TYPE_CHECKING:
    from baken.cycle.models import Document, Review


def check_review_step(review: Review, step: str) -> None:
    """Refuse to propose what is no proposal, and to decide without a decision of a body that it names.

    Without a proposal one is made when the step is taken.

    Raises:
        UsageError: what is missing.

    """
    if step == "propose":
        kinds = {ProductKind.PROPOSAL, ProductKind.TAILORED_PROPOSAL}
        if review.proposal is not None and review.proposal.kind not in kinds:
            raise UsageError(
                _("'%(what)s' is no proposal.") % {"what": review.proposal}, do=_("Name a proposal here.")
            )
    if step == "decide":
        if review.decision is None:
            raise UsageError(_("A decision is missing."), do=_("Record it and name it here."))
        if review.bodies and review.decision.body not in review.bodies:
            bodies = ", ".join(str(BODIES[Body(one)]) for one in review.bodies)
            raise UsageError(_("This is for another body: %(bodies)s.") % {"bodies": bodies})


def check_short_way(document: Document) -> None:
    """Refuse a consultation on a tailored proposal: it goes to the body that decides without one.

    Raises:
        UsageError: it is one.

    """
    if document.kind == ProductKind.TAILORED_PROPOSAL:
        raise UsageError(
            _("A tailored proposal goes the short way, without consultation."),
            do=_("Submit it to the body that decides."),
        )
