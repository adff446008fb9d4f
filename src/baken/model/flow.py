# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The states of a thing as one readable table: which step leads from where to where, and why there is one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from baken.model.errors import UsageError
from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One step between two states. ``why`` says what the step means, to whoever takes it.

    ``by_decision``: it is taken by a body, so a decision with the document that shows it belongs to it.
    """

    name: str
    sources: tuple[StrEnum, ...]
    target: StrEnum
    label: Text
    why: Text
    by_decision: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A state machine. The first state is where a thing begins; a state without steps out of it is final."""

    name: str
    start: StrEnum
    labels: dict[StrEnum, Text]
    transitions: tuple[Transition, ...]

    def __post_init__(self) -> None:
        names = [one.name for one in self.transitions]
        used = {state for one in self.transitions for state in (*one.sources, one.target)}
        if len(set(names)) < len(names) or not {self.start, *used} <= set(self.labels):
            raise ValueError(f"the flow '{self.name}' has a step twice, or a state without a label")

    def of(self, state: StrEnum | str) -> tuple[Transition, ...]:
        """The steps that lead out of a state."""
        return tuple(one for one in self.transitions if state in one.sources)

    def step(self, name: str, state: StrEnum | str) -> Transition:
        """One step out of a state.

        Raises:
            UsageError: there is no such step from here; the line says which there are.

        """
        for one in self.of(state):
            if one.name == name:
                return one
        possible = ", ".join(one.name for one in self.of(state)) or "none"
        raise UsageError(
            f"'{name}' is no step from the state '{state}' of a {self.name}.",
            do=f"Possible now: {possible}.",
        )

    def is_final(self, state: StrEnum | str) -> bool:
        """Whether no step leads out of a state."""
        return not self.of(state)
