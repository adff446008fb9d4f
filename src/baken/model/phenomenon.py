# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A phenomenon that somebody saw for the first time: the form, and what triage made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.errors import InputError
from baken.model.text import Text


class Outcome(StrEnum):
    """What triage makes of a phenomenon."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """That a phenomenon was accepted or rejected, when, by whom (a role) and why.

    Raises:
        InputError: it says not who decided and why.

    """

    outcome: Outcome
    date: date
    author: str
    reason: Text

    def __post_init__(self) -> None:
        if not self.author.strip() or not self.reason.nl.strip() or not self.reason.en.strip():
            raise InputError("a triage says not who decided and why.", do="Give an author and a reason.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phenomenon:
    """The form: what was seen, where, when and by which role. Never about a person.

    Raises:
        InputError: the form says not what was seen or by whom, or triage came before it.

    """

    id: str
    what: Text
    role: Text
    area: str
    reported: date
    theme: str = ""
    triage: Triage | None = None

    def __post_init__(self) -> None:
        words = (self.what.nl, self.what.en, self.role.nl, self.role.en)
        if not all(one.strip() for one in words):
            raise InputError(f"phenomenon '{self.id}' says not what was seen, or by which role.")
        if self.triage and self.triage.date < self.reported:
            raise InputError(f"phenomenon '{self.id}' was decided on before it was reported.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhenomenonRegister:
    """The forms, and within how many days each must be decided on; without a number no form is late."""

    triage_days: int | None = None
    forms: tuple[Phenomenon, ...] = ()
