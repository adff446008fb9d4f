# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known beside figures: what professionals state and what residents say. Never about persons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.errors import InputError
from baken.model.text import Text
from baken.model.workflow import Step, StepTaken, check_steps, reached

# A title before a name, an address for mail, or so many digits that they call somebody or number somebody.
_PERSON = re.compile(
    r"\b(?i:dhr|mw|mevr|mevrouw|meneer|mr|mrs|ms)\b\.?\s+[A-Z]|[^\s@]{1,64}@[^\s@]{1,64}|(?:\d[ -]?){8}",
    re.ASCII,
)


class Confidence(StrEnum):
    """How sure a professional is of a statement, by their own word."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ResidentSource(StrEnum):
    """How residents were heard. Answers to a survey are figures and stand with the figures."""

    NEIGHBOURHOOD_TALK = "neighbourhood talk"
    PANEL = "panel"
    REPORT = "report to the municipality"


class Consent(StrEnum):
    """How those who spoke agreed that it is used."""

    GIVEN = "given"
    GROUP = "given for the group as a whole"
    NOT_NEEDED = "not needed: nobody can be recognised"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfessionalStatement:
    """What somebody knows from their work: by role, never by name.

    ``since`` is when it was first seen, as far as that is known: a year, a quarter or a month. Only what went
    through all ``steps`` is shown; ``interpretation`` says what it means and what it does not mean.

    Raises:
        InputError: it does not say who (by role) or what, it holds what points at a person, or skips a step.

    """

    id: str
    role: Text
    area: str
    theme: str
    what: Text
    since: str
    confidence: Confidence
    recorded: date
    steps: tuple[StepTaken, ...] = ()
    interpretation: Text | None = None

    def __post_init__(self) -> None:
        _whole(self.id, self.role, self.what)
        check_steps(self.id, self.steps, self.interpretation)

    def is_published(self, on: date) -> bool:
        """Whether it went through all steps by that day."""
        return reached(self.steps, on) is Step.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentVoice:
    """What residents said together: where, when, how many there were and how they agreed to its use.

    Only what went through all ``steps`` is shown.

    Raises:
        InputError: it says nothing, it holds what points at a person, or skips a step.

    """

    id: str
    source: ResidentSource
    area: str
    theme: str
    what: Text
    held: date
    consent: Consent
    people: int | None = None
    steps: tuple[StepTaken, ...] = ()
    interpretation: Text | None = None

    def __post_init__(self) -> None:
        _whole(self.id, self.what)
        check_steps(self.id, self.steps, self.interpretation)

    def is_published(self, on: date) -> bool:
        """Whether it went through all steps by that day."""
        return reached(self.steps, on) is Step.PUBLISHED


def _whole(name: str, *texts: Text) -> None:
    for text in texts:
        for words in (text.nl, text.en):
            if not words.strip():
                raise InputError(f"'{name}' says nothing in one of the languages.")
            if _PERSON.search(words):
                raise InputError(
                    f"'{name}' holds something that points at a person.",
                    do="Say what is seen and where, by role and without names, numbers or addresses.",
                )
