# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How far a plan is: its actions counted by theme, and how many have a measure or residents in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from baken.model.action import Action, ActionStatus, OwnerKind, can_be_evaluated


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCount:
    """The actions of one theme by how far they are; the theme is empty for actions without one.

    Blocked and stopped actions stand apart: they are neither done nor under way.
    """

    theme: str
    done: int = 0
    in_progress: int = 0
    not_started: int = 0
    blocked: int = 0
    stopped: int = 0

    @property
    def total(self) -> int:
        """All actions of the theme."""
        return self.done + self.in_progress + self.not_started + self.blocked + self.stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many actions of how many."""

    count: int
    total: int

    @property
    def percent(self) -> int | None:
        """In whole per cents, halves up; None where there are no actions at all."""
        return (200 * self.count + self.total) // (2 * self.total) if self.total else None


def count_by_theme(actions: Iterable[Action], themes: Sequence[str]) -> tuple[ThemeCount, ...]:
    """The state of execution, one line for each theme.

    Args:
        actions: of one or more plans.
        themes: the themes of the programme in their order; each has a line, also without any action. Themes
            that only actions name come after them, and actions without a theme last.

    """
    held = list(actions)
    others = sorted({one.theme for one in held if one.theme} - set(themes))
    loose = [""] if any(not one.theme for one in held) else []
    return tuple(_count(theme, held) for theme in (*themes, *others, *loose))


def _count(theme: str, actions: Sequence[Action]) -> ThemeCount:
    def number(status: ActionStatus) -> int:
        return sum(one.theme == theme and one.status is status for one in actions)

    return ThemeCount(
        theme=theme,
        done=number(ActionStatus.DONE),
        in_progress=number(ActionStatus.IN_PROGRESS),
        not_started=number(ActionStatus.NOT_STARTED),
        blocked=number(ActionStatus.BLOCKED),
        stopped=number(ActionStatus.STOPPED),
    )


def impact_share(actions: Iterable[Action]) -> Share:
    """The actions whose effect is measured: by an indicator, or in another way that is written down."""
    return _share(actions, can_be_evaluated)


def resident_share(actions: Iterable[Action]) -> Share:
    """The actions in which residents have a part, or that they lead."""
    return _share(actions, lambda one: bool(one.residents.strip()) or one.lead_kind is OwnerKind.RESIDENTS)


def _share(actions: Iterable[Action], holds: Callable[[Action], bool]) -> Share:
    found = [holds(one) for one in actions]
    return Share(count=sum(found), total=len(found))
