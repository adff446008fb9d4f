# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The way of what was gathered to what is published: collected, checked, interpreted, published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from baken.model.errors import InputError
from baken.model.text import Text


class Step(StrEnum):
    """The steps in their order. None can be skipped."""

    COLLECTED = "collected"
    CHECKED = "checked"
    INTERPRETED = "interpreted"
    PUBLISHED = "published"


ORDER = tuple(Step)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """That a step was taken, on which day and by whom (a role, not a name)."""

    step: Step
    date: date
    author: str


def reached(steps: tuple[StepTaken, ...], on: date | None = None) -> Step:
    """How far something is, on a day where one is given. What is held was at least collected."""
    taken = [one.step for one in steps if on is None or one.date <= on]
    return taken[-1] if taken else Step.COLLECTED


def following(step: Step) -> Step | None:
    """The only step that may come after one."""
    return dict(pairwise(ORDER)).get(step)


def taken(name: str, steps: tuple[StepTaken, ...], new: StepTaken) -> tuple[StepTaken, ...]:
    """The steps with one more.

    Raises:
        InputError: it skips a step, goes back, or says not who took it.

    """
    allowed = following(steps[-1].step) if steps else Step.COLLECTED
    if new.step is not allowed:
        raise InputError(
            f"'{name}' cannot become {new.step} from {steps[-1].step if steps else 'nothing'}.",
            do=f"The next step is: {allowed or 'none'}.",
        )
    if not new.author.strip():
        raise InputError(f"'{name}' became {new.step}, but it says not by whom.")
    if steps and new.date < steps[-1].date:
        raise InputError(f"'{name}' became {new.step} before it was {steps[-1].step}.")
    return (*steps, new)


def check_steps(name: str, steps: tuple[StepTaken, ...], interpretation: Text | None) -> None:
    """Refuse steps that skip one or go back, and an interpretation step without an interpretation.

    Raises:
        InputError: the first thing that is wrong.

    """
    done: tuple[StepTaken, ...] = ()
    for one in steps:
        done = taken(name, done, one)
    told = interpretation is not None and interpretation.nl.strip() and interpretation.en.strip()
    if any(one.step is Step.INTERPRETED for one in done) and not told:
        raise InputError(
            f"'{name}' is interpreted, but its interpretation says nothing.",
            do="Say in both languages what it means and what it does not mean.",
        )
