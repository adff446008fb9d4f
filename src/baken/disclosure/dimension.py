# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One way in which a table is broken down: its smallest parts and the groups that they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Dimension:
    """The codes of one dimension: first the parts, which overlap nowhere, then the groups of parts.

    A group is told as a sum of codes before it (``sums[i]`` for ``codes[parts + i]``), so that a hierarchy
    gives short sums. Groups may overlap: districts beside police teams, months beside seasons.

    Raises:
        ValueError: a code is there twice, or a sum is empty, names a later code or holds a part twice.

    """

    name: str
    codes: tuple[str, ...]
    parts: int
    sums: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        if not 0 < self.parts <= len(self.codes) or len(self.sums) != len(self.codes) - self.parts:
            raise ValueError(f"dimension '{self.name}' has {self.parts} parts and {len(self.sums)} sums.")
        if len(set(self.codes)) < len(self.codes):
            twice = sorted({code for code in self.codes if self.codes.count(code) > 1})
            raise ValueError(f"dimension '{self.name}' has a code twice: {', '.join(twice[:3])}.")
        for place, summed in enumerate(self.sums, start=self.parts):
            if not summed or not all(0 <= one < place for one in summed):
                raise ValueError(
                    f"'{self.codes[place]}' of dimension '{self.name}' is no sum of codes before it."
                )
        for code, members in zip(self.codes, self.members, strict=True):
            if len(set(members.tolist())) < len(members):
                raise ValueError(f"'{code}' of dimension '{self.name}' counts a part twice.")

    @property
    def members(self) -> tuple[Indices, ...]:
        """The parts of each code, as positions below ``parts``, ascending."""
        found: list[Indices] = [np.array([part], np.int64) for part in range(self.parts)]
        for summed in self.sums:
            found.append(np.sort(np.concatenate([found[one] for one in summed])))
        return tuple(found)

    def position(self, code: str) -> int:
        """Return where a code stands.

        Raises:
            ValueError: there is no such code.

        """
        try:
            return self.codes.index(code)
        except ValueError:
            raise ValueError(f"dimension '{self.name}' has no code '{code}'.") from None


def flat(name: str, parts: Sequence[str], total: str = "total") -> Dimension:
    """A dimension of parts and their total."""
    return Dimension(name, (*parts, total), len(parts), (tuple(range(len(parts))),))


def tree(name: str, paths: Mapping[str, Sequence[str]], total: str = "total") -> Dimension:
    """A dimension from the groups of each part, smallest group first, with a total over all.

    ``paths`` gives for each part the groups in which it lies: ``{"B01": ("S1",), ...}``, all equally long.

    Raises:
        ValueError: paths differ in length, or a group lies in two groups.

    """
    depths = {len(path) for path in paths.values()}
    if len(depths) > 1:
        raise ValueError(f"the parts of dimension '{name}' lie at different depths.")
    children: list[dict[str, dict[str, None]]] = [{} for _ in range(max(depths, default=0))]
    above: dict[tuple[int, str], str] = {}
    for part, path in paths.items():
        below = part
        for depth, group in enumerate(path):
            if above.setdefault((depth, below), group) != group:
                raise ValueError(
                    f"'{below}' of dimension '{name}' lies in {above[depth, below]} and in {group}."
                )
            children[depth].setdefault(group, {})[below] = None
            below = group
    codes, level = list(paths), list(paths)
    sums: list[tuple[int, ...]] = []
    for groups in children:
        place = {code: codes.index(code) for code in level}
        sums += [tuple(place[one] for one in below) for below in groups.values()]
        codes += groups
        level = list(groups)
    sums.append(tuple(codes.index(code) for code in level))
    return Dimension(name, (*codes, total), len(paths), tuple(sums))


def grouped(name: str, parts: Sequence[str], groups: Iterable[tuple[str, Sequence[str]]]) -> Dimension:
    """A dimension of parts and any groups of parts, overlapping or not.

    Raises:
        ValueError: a group names a part that is not there.

    """
    place = {part: at for at, part in enumerate(parts)}
    codes, sums = list(parts), []
    for code, members in groups:
        missing = [one for one in members if one not in place]
        if missing:
            raise ValueError(
                f"group '{code}' of dimension '{name}' names {missing[0]}, which is no part of it."
            )
        codes.append(code)
        sums.append(tuple(place[one] for one in members))
    return Dimension(name, tuple(codes), len(parts), tuple(sums))
