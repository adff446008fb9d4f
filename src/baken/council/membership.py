# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which faction a member belongs to, and from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A member's place in a faction from ``start`` up to and including ``end``; None means that it goes
    on."""

    member: str
    faction: str
    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"a membership of {self.faction} ends before it starts")

    def holds(self, on: date) -> bool:
        """Whether the member belongs to the faction on this day."""
        return self.start <= on and (self.end is None or on <= self.end)


def faction_on(memberships: Iterable[Membership], member: str, on: date) -> str | None:
    """The faction of a member on a day; None if none is known.

    Raises:
        ValueError: two memberships of the member hold on that day.

    """
    found = {one.faction for one in memberships if one.member == member and one.holds(on)}
    if len(found) > 1:
        raise ValueError(f"two memberships on {on}: {', '.join(sorted(found))}")
    return next(iter(found), None)
