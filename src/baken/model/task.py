# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How large, complex and dynamic a task (opgave) is: dated scores, and what documents claim of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.errors import InputError
from baken.model.text import Text

HIGHEST = 5


class Aspect(StrEnum):
    """What a task is scored on."""

    SIZE = "size"
    COMPLEXITY = "complexity"
    DYNAMICS = "dynamics"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskScore:
    """One scoring of one task, which is a development of the register, from 1 to 5 on each aspect.

    Raises:
        InputError: a score is out of range, or it says not who gave it and why.

    """

    task: str
    date: date
    author: str
    reason: Text
    size: int
    complexity: int
    dynamics: int

    def __post_init__(self) -> None:
        if any(not 1 <= self.on(aspect) <= HIGHEST for aspect in Aspect):
            raise InputError(f"a score of task '{self.task}' is no score.", do=f"Give 1 to {HIGHEST}.")
        if not self.author.strip() or not self.reason.nl.strip() or not self.reason.en.strip():
            raise InputError(f"a score of task '{self.task}' says not who gave it and why.")

    def on(self, aspect: Aspect) -> int:
        """The score on one aspect."""
        return {
            Aspect.SIZE: self.size,
            Aspect.COMPLEXITY: self.complexity,
            Aspect.DYNAMICS: self.dynamics,
        }[aspect]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskClaim:
    """That a document says that tasks increase, and on which aspects. No tasks named means all."""

    id: str
    original: str
    document: str
    said: date
    aspects: tuple[Aspect, ...]
    place: str = ""
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRegister:
    """The scores and the claims about tasks of one municipality."""

    scores: tuple[TaskScore, ...] = ()
    claims: tuple[TaskClaim, ...] = ()

    def of(self, task: str, on: date) -> tuple[TaskScore, ...]:
        """The scores of one task that were given by a day, the oldest first."""
        found = [one for one in self.scores if one.task == task and one.date <= on]
        return tuple(sorted(found, key=lambda one: one.date))
