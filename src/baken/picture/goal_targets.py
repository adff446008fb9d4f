# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which targets of goals a person must confirm first, by the rule that holds for every target."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from baken.catalogue.catalogue import Catalogue
from baken.model.errors import ConfirmationNeeded
from baken.model.goal import Goal
from baken.picture.targets import propose_target


@dataclass(frozen=True, slots=True)
class TargetQuestion:
    """A target that nobody confirmed yet, and the caveat that must be read first."""

    goal: Goal
    caveat: str


def target_questions(
    catalogue: Catalogue, goals: Iterable[Goal], confirmed: Collection[str] = ()
) -> tuple[TargetQuestion, ...]:
    """The targets that need a confirmation, such as zero registrations, which nobody can promise.

    Args:
        catalogue: the definitions of the indicators.
        goals: of a programme; those without a target ask nothing.
        confirmed: the ids of goals whose caveat somebody read and confirmed.

    """
    return tuple(_questions(catalogue, goals, confirmed))


def _questions(
    catalogue: Catalogue, goals: Iterable[Goal], confirmed: Collection[str]
) -> Iterator[TargetQuestion]:
    for goal in goals:
        if goal.target is None:
            continue
        try:
            propose_target(catalogue, goal.steered_by, goal.target, confirmed=goal.id in confirmed)
        except ConfirmationNeeded as question:
            yield TargetQuestion(goal, str(question))
