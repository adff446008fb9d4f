# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What goals contribute to outside the programme, and which fields of the standard no theme covers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from baken.model.goal import Ambition, ExternalLink, Goal, LinkKind
from baken.model.policy import PolicyField


def links_of(goal: Goal, ambitions: Iterable[Ambition]) -> tuple[ExternalLink, ...]:
    """What a goal contributes to: its own links, and those of the ambition that it stands under."""
    above = next((one.links for one in ambitions if one.id == goal.ambition), ())
    found = {(one.kind, one.id): one for one in (*above, *goal.links)}
    return tuple(found.values())


def contributions(
    goals: Sequence[Goal], ambitions: Sequence[Ambition], kind: LinkKind
) -> tuple[tuple[ExternalLink, tuple[Goal, ...]], ...]:
    """Which goals contribute to which ambition of the city vision, broad task or SDG, by their ids."""
    named: dict[str, ExternalLink] = {}
    serving: dict[str, list[Goal]] = {}
    for goal in goals:
        for link in links_of(goal, ambitions):
            if link.kind is kind:
                named.setdefault(link.id, link)
                serving.setdefault(link.id, []).append(goal)
    return tuple((named[one], tuple(serving[one])) for one in sorted(named, key=_in_order))


def _in_order(name: str) -> tuple[int, str]:
    """SDG 5 stands before SDG 16; names that are no numbers come after."""
    return (int(name), "") if name.isascii() and name.isdigit() else (10**6, name)


def themes_linked(
    goals: Sequence[Goal], ambitions: Sequence[Ambition], kind: LinkKind, name: str
) -> tuple[str, ...]:
    """The themes with a goal that contributes to one thing outside, such as a broad task of the coalition."""
    found = (goals for link, goals in contributions(goals, ambitions, kind) if link.id == name)
    return tuple(dict.fromkeys(one.theme for some in found for one in some if one.theme))


class CoversFields(Protocol):
    """A theme as far as it matters here: of the catalogue, or as people keep it at the desk."""

    @property
    def fields(self) -> Iterable[str]:
        """The ids of the fields of the national standard that it covers."""


def uncovered_fields(
    fields: Iterable[PolicyField], themes: Iterable[CoversFields]
) -> tuple[PolicyField, ...]:
    """The fields of the national standard that no theme of the municipality covers."""
    covered = {name for one in themes for name in one.fields}
    return tuple(one for one in fields if one.id not in covered)
