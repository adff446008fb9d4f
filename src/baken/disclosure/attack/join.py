# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an attacker knows who has several publications: cells with the same key are the same unknown."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from baken.disclosure.attack.propagation import Contradiction
from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import UNBOUNDED, Knowledge, Values

Key = Hashable
"""What a cell counts, the same in each publication: area, offence and period, for instance."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One publication: its name, and of each cell of what it tells the key.

    Raises:
        ValueError: there is not one key for each cell, or two cells have the same key.

    """

    name: str
    keys: Sequence[Key]
    knowledge: Knowledge

    def __post_init__(self) -> None:
        if len(self.keys) != self.knowledge.cells:
            raise ValueError(f"'{self.name}' has {self.knowledge.cells} cells and {len(self.keys)} keys.")
        if len(set(self.keys)) < len(self.keys):
            raise ValueError(f"'{self.name}' has two cells with the same key.")


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """All knowledge together, the key of each of its cells, and the cells of each part by its name."""

    knowledge: Knowledge
    keys: tuple[Key, ...]
    cells: Mapping[str, Values]

    @property
    def numbers(self) -> dict[Key, int]:
        """The number of each key."""
        return {key: number for number, key in enumerate(self.keys)}

    def name(self, cell: int) -> str:
        """The key of a cell for people: "B01 x L03"."""
        key = self.keys[cell]
        return " x ".join(map(str, key)) if isinstance(key, tuple) else str(key)

    def with_sums(self, sums: Sequence[tuple[Key, Sequence[tuple[Key, int]]]]) -> Joined:
        """The same knowledge and more equations: a key is the sum of others, each with its factor.

        Keys that no part has become new cells of 0 or more, without an upper bound, not secret.
        """
        numbers = self.numbers
        for total, terms in sums:
            for key in (total, *(key for key, _ in terms)):
                numbers.setdefault(key, len(numbers))
        rows = [
            [(numbers[total], -1), *((numbers[key], factor) for key, factor in terms)]
            for total, terms in sums
        ]
        told, new = self.knowledge, len(numbers) - self.knowledge.cells
        knowledge = Knowledge(
            np.concatenate([told.lower, np.zeros(new, np.int64)]),
            np.concatenate([told.upper, np.full(new, UNBOUNDED)]),
            np.concatenate([told.secret, np.zeros(new, bool)]),
            Equations.joined([told.equations, Equations.of_lists(rows)]),
        )
        return Joined(knowledge, tuple(numbers), self.cells)


def joined(parts: Sequence[Part]) -> Joined:
    """Return the knowledge of all parts at once: the narrowest bounds and all equations.

    A cell that is secret in one part is secret in all.

    Raises:
        ValueError: two parts have the same name.
        Contradiction: two parts tell what cannot both be true of the same cell.

    """
    if len({part.name for part in parts}) < len(parts):
        raise ValueError("two publications have the same name.")
    numbers: dict[Key, int] = {}
    cells = {
        part.name: np.array([numbers.setdefault(key, len(numbers)) for key in part.keys], np.int64)
        for part in parts
    }
    lower, upper = np.full(len(numbers), -UNBOUNDED), np.full(len(numbers), UNBOUNDED)
    secret = np.zeros(len(numbers), bool)
    keys = tuple(numbers)
    for part in parts:
        own = cells[part.name]
        lower[own] = np.maximum(lower[own], part.knowledge.lower)
        upper[own] = np.minimum(upper[own], part.knowledge.upper)
        secret[own] |= part.knowledge.secret
        crossed = own[lower[own] > upper[own]]
        if len(crossed):
            cell = int(crossed[0])
            raise Contradiction(
                cell,
                f"'{part.name}' tells of {keys[cell]} what cannot be true beside the others: "
                f"at least {lower[cell]} and at most {upper[cell]}.",
            )
    equations = Equations.joined([part.knowledge.equations.renumbered(cells[part.name]) for part in parts])
    return Joined(Knowledge(lower, upper, secret, equations), keys, cells)
