# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""When a review of the course is ready for its next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from baken.model.errors import UsageError
from baken.model.governance import ProductKind

if TYPE_CHECKING:
    from baken.cycle.models import Review


def check_review_step(review: Review, step: str) -> None:
    """Refuse to propose without a proposal, and to decide without a decision of each body that it names.

    Raises:
        UsageError: what is missing.

    """
    if step == "propose":
        kinds = {ProductKind.PROPOSAL, ProductKind.TAILORED_PROPOSAL}
        if review.proposal is None or review.proposal.kind not in kinds:
            raise UsageError("a proposal is missing.", do="Make one and name it here.")
    if step == "decide":
        if review.decision is None:
            raise UsageError("a decision is missing.", do="Record it and name it here.")
        if review.bodies and review.decision.body not in review.bodies:
            raise UsageError(f"this is for {' and '.join(review.bodies)}, not for {review.decision.body}.")
