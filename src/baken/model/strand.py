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

    ``since`` is when it was first seen, as far as that is known: a year, a quarter or a month.

    Raises:
        InputError: it does not say who (by role) or what, or it holds what points at a person.

    """

    id: str
    role: Text
    area: str
    theme: str
    what: Text
    since: str
    confidence: Confidence
    recorded: date

    def __post_init__(self) -> None:
        _whole(self.id, self.role, self.what)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentVoice:
    """What residents said together: where, when, how many there were and how they agreed to its use.

    Raises:
        InputError: it says nothing, or it holds what points at a person.

    """

    id: str
    source: ResidentSource
    area: str
    theme: str
    what: Text
    held: date
    consent: Consent
    people: int | None = None

    def __post_init__(self) -> None:
        _whole(self.id, self.what)


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
