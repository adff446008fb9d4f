# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From a finding to what was done with it: an interpreted finding, and the decisions that followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.text import Text
from baken.model.workflow import Step, StepTaken, check_steps, reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """A finding that a person interpreted; ``finding`` is the id of the computed finding.

    Raises:
        InputError: a step was skipped, or it is interpreted without an interpretation.

    """

    id: str
    finding: str
    steps: tuple[StepTaken, ...]
    interpretation: Text | None = None

    def __post_init__(self) -> None:
        check_steps(self.id, self.steps, self.interpretation)

    def is_published(self, on: date) -> bool:
        """Whether it was published by that day."""
        return reached(self.steps, on) is Step.PUBLISHED


class Decider(StrEnum):
    """Who decides in a municipality."""

    COUNCIL = "council"
    EXECUTIVE = "executive"
    MAYOR = "mayor"


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDecision:
    """A decision, the document that it stands in, the insights that it follows and what it changed.

    ``taken`` is empty where the documents give no day. No insights: no document says that it followed one.
    ``themes`` are those that it is about, beside those of its insights.
    """

    id: str
    title: Text
    by: Decider
    document: str
    taken: date | None = None
    place: str = ""
    insights: tuple[str, ...] = ()
    change: Text | None = None
    themes: tuple[str, ...] = ()
