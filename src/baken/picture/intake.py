# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""New phenomena: which forms wait for triage, which of those are late, and what became of the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from baken.model.phenomenon import Outcome, Phenomenon, PhenomenonRegister


class IntakeState(StrEnum):
    """Where a form is."""

    WAITING = "waiting"
    LATE = "late"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Intake:
    """A form and where it is; ``due`` is the last day for triage, ``days`` how long triage took."""

    form: Phenomenon
    state: IntakeState
    due: date | None
    days: int | None = None

    @property
    def decided_late(self) -> bool:
        """Whether triage came after its last day."""
        triage = self.form.triage
        return (
            self.days is not None and self.due is not None and triage is not None and triage.date > self.due
        )


def intakes(register: PhenomenonRegister, on: date) -> tuple[Intake, ...]:
    """The forms of a day, the newest first."""
    found = [one for one in register.forms if one.reported <= on]
    ordered = sorted(found, key=lambda one: (one.reported, one.id), reverse=True)
    return tuple(_intake(one, register.triage_days, on) for one in ordered)


def _intake(form: Phenomenon, limit: int | None, on: date) -> Intake:
    due = None if limit is None else form.reported + timedelta(days=limit)
    triage = form.triage
    if triage is None or triage.date > on:
        late = due is not None and on > due
        return Intake(form, IntakeState.LATE if late else IntakeState.WAITING, due)
    state = IntakeState.ACCEPTED if triage.outcome is Outcome.ACCEPTED else IntakeState.REJECTED
    return Intake(form, state, due, (triage.date - form.reported).days)
