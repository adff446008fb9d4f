# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which targets of goals a person must confirm first, by the rule that holds for every target."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from baken.catalogue.catalogue import Catalogue
from baken.model.goal import Goal
from baken.model.text import Text
from baken.picture.targets import caveat_on


@dataclass(frozen=True, slots=True)
class TargetQuestion:
    """A target that nobody confirmed yet, and the caveat that must be read first."""

    goal: Goal
    caveat: Text


def target_questions(
    catalogue: Catalogue, goals: Iterable[Goal], confirmed: Collection[str] = ()
) -> Iterator[TargetQuestion]:
    """The targets that need a confirmation, such as zero registrations, which nobody can promise.

    Args:
        catalogue: the definitions of the indicators; of an indicator that it does not hold nothing is asked.
        goals: of a programme; those without a target ask nothing.
        confirmed: the ids of goals whose caveat somebody read and confirmed.

    """
    for goal in goals:
        if goal.target is None or goal.id in confirmed or goal.steered_by not in catalogue.indicators:
            continue
        caveat = caveat_on(catalogue, goal.steered_by, goal.target)
        if caveat is not None:
            yield TargetQuestion(goal, caveat)
