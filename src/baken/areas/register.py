# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The areas of one municipality through time, and how each division cuts it up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from baken.model.area import Area, AreaLevel, Division, Membership
from baken.model.errors import InputError, UsageError


@dataclass(frozen=True)
class AreaRegister:
    """Areas by code, divisions by id, and the memberships that tie them together. ``root`` is the whole."""

    root: str
    areas: dict[str, Area]
    divisions: dict[str, Division]
    memberships: tuple[Membership, ...]

    def __getitem__(self, code: str) -> Area:
        try:
            return self.areas[code]
        except KeyError:
            raise UsageError(f"area '{code}' is not in the register of {self.root}.") from None

    @cached_property
    def _children(self) -> dict[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], list[str]] = {}
        for member in self.memberships:
            found.setdefault((member.division, member.parent), []).append(member.child)
        return {key: tuple(children) for key, children in found.items()}

    @cached_property
    def _parents(self) -> dict[tuple[str, str], str]:
        return {(member.division, member.child): member.parent for member in self.memberships}

    def children(self, code: str, division: str) -> tuple[Area, ...]:
        """The areas directly below one area in a division, in the order of the register."""
        return tuple(self.areas[child] for child in self._children.get((division, code), ()))

    def parent(self, code: str, division: str) -> Area | None:
        """The one area directly above in a division, or nothing at the root."""
        found = self._parents.get((division, code))
        return self.areas[found] if found else None

    def of_level(self, level: AreaLevel, on: date | None = None) -> tuple[Area, ...]:
        """All areas of a level, or those that exist on a day, in the order of their codes."""
        chosen = [
            area
            for area in self.areas.values()
            if area.level is level and (on is None or area.validity.holds_on(on))
        ]
        return tuple(sorted(chosen, key=lambda area: area.code))

    def divided(self, level: AreaLevel, on: date) -> bool:
        """Whether a division of a kind is in force on a day: of many a municipality no part is known."""
        return any(one.level is level and one.validity.holds_on(on) for one in self.divisions.values())

    def division_of(self, level: AreaLevel, on: date) -> Division:
        """The division of a kind that is in force on a day.

        Raises:
            UsageError: none is.

        """
        for division in self.divisions.values():
            if division.level is level and division.validity.holds_on(on):
                return division
        raise UsageError(f"{self.root} has no division of kind '{level}' on {on}.")

    def leaves(self, code: str, division: str) -> frozenset[str]:
        """The codes of the smallest areas below one area in a division."""
        below = self._children.get((division, code), ())
        if not below:
            return frozenset({code})
        return frozenset().union(*(self.leaves(child, division) for child in below))

    def straddling(self, first: str, second: str) -> tuple[str, ...]:
        """Areas of the first division whose neighbourhoods lie in more than one area of the second."""
        found = []
        for area in self.children(self.root, first):
            parents = {self._parents.get((second, leaf)) for leaf in self.leaves(area.code, first)} - {None}
            if len(parents) > 1:
                found.append(area.code)
        return tuple(found)


def checked(register: AreaRegister, where: str) -> AreaRegister:
    """Refuse a register in which an area hangs loose or hangs from two parents of one division.

    Raises:
        InputError: names the area and the division.

    """
    if register.root not in register.areas:
        raise InputError(f"the root area {register.root} is not in the list of areas.", where=where)
    for member in register.memberships:
        for code in (member.parent, member.child):
            if code not in register.areas:
                raise InputError(f"'{code}' is in division '{member.division}' but no area.", where=where)
        if member.division not in register.divisions:
            raise InputError(f"'{member.division}' is not a division.", where=where)
    twice = Counter((member.division, member.child) for member in register.memberships)
    for (division, child), count in twice.items():
        if count > 1:
            raise InputError(f"'{child}' has {count} parents in division '{division}'.", where=where)
    for member in register.memberships:
        if not _hangs_from_root(register, member):
            raise InputError(
                f"'{member.child}' does not hang from {register.root} in division '{member.division}'.",
                where=where,
            )
    return register


def _hangs_from_root(register: AreaRegister, member: Membership) -> bool:
    """Whether climbing from an area ends at the root; in a circle or a loose part it does not."""
    passed, at = {member.child}, member.parent
    while at != register.root and at not in passed:
        passed.add(at)
        above = register.parent(at, member.division)
        if above is None:
            return False
        at = above.code
    return at == register.root
