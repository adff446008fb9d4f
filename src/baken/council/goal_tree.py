# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tree of goals: ambition, goal, indicator, action, with everything that hangs loose named.

Nothing is left out of the tree because it hangs loose: it stands among the orphans, and says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baken.model.action import Action, can_be_evaluated
from baken.model.errors import InputError, UsageError
from baken.model.goal import Ambition, EffectChain, Goal, chain_of


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalNode:
    """A goal with the indicators that are known and the actions that serve it."""

    goal: Goal
    indicators: tuple[str, ...]
    actions: tuple[Action, ...]

    @property
    def followed_by(self) -> tuple[str, ...]:
        """What follows the goal: its indicators, its own monitors, and how its actions are followed."""
        told = (one.indicator or one.monitoring.strip() for one in self.actions if can_be_evaluated(one))
        return tuple(dict.fromkeys((*self.indicators, *self.goal.monitors, *told)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbitionNode:
    """An ambition with its goals."""

    ambition: Ambition
    goals: tuple[GoalNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphans:
    """What hangs loose in the tree; every list in the order in which it was given.

    ``actions`` serve no goal, or one that does not exist. ``goals`` stand under no ambition, or one that does
    not exist. ``not_measured`` are goals without an indicator that do not say why. ``indicators`` belong to
    no goal. ``unknown_indicators`` are named by a goal and not known. ``empty_ambitions`` have no goal.
    """

    actions: tuple[Action, ...]
    goals: tuple[Goal, ...]
    not_measured: tuple[Goal, ...]
    indicators: tuple[str, ...]
    unknown_indicators: tuple[tuple[Goal, str], ...]
    empty_ambitions: tuple[Ambition, ...]

    @property
    def any(self) -> bool:
        """Whether anything hangs loose."""
        return any(
            (
                *(self.actions, self.goals, self.not_measured),
                *(self.indicators, self.unknown_indicators, self.empty_ambitions),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalChain:
    """From a goal to what follows it, what changed course because of it, and what accounts for it.

    All but the goal are ids (of an action without an indicator: how it is followed). ``missing`` names the
    links that nobody made: ``monitors``, ``adjustments``, ``reports``.
    """

    goal: Goal
    monitors: tuple[str, ...]
    adjustments: tuple[str, ...]
    reports: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalTree:
    """The whole tree. ``loose`` are goals without an ambition, with all that hangs below them."""

    ambitions: tuple[AmbitionNode, ...]
    loose: tuple[GoalNode, ...]
    orphans: Orphans

    @property
    def goals(self) -> tuple[GoalNode, ...]:
        """Every goal, those without an ambition last."""
        return (*(goal for one in self.ambitions for goal in one.goals), *self.loose)

    @property
    def unmeasurable(self) -> tuple[Goal, ...]:
        """Every goal without an indicator, those that say why among them."""
        return tuple(one.goal for one in self.goals if not one.indicators)

    def goal(self, name: str) -> GoalNode:
        """A goal by its id.

        Raises:
            UsageError: there is none.

        """
        for one in self.goals:
            if one.goal.id == name:
                return one
        raise UsageError(f"there is no goal '{name}'.")

    def chain(self, name: str) -> GoalChain:
        """From a goal to its monitor, its adjustments and its accountability reports.

        Raises:
            UsageError: there is no such goal.

        """
        node = self.goal(name)
        links = {
            "monitors": node.followed_by,
            "adjustments": node.goal.adjustments,
            "reports": node.goal.reports,
        }
        missing = tuple(called for called, found in links.items() if not found)
        return GoalChain(goal=node.goal, missing=missing, **links)

    def effects(self, name: str) -> tuple[tuple[Action, EffectChain], ...]:
        """The chain from effort to impact of every action that serves a goal.

        Raises:
            UsageError: there is no such goal.

        """
        node = self.goal(name)
        return tuple((one, chain_of(one, node.goal)) for one in node.actions)


def goal_tree(
    ambitions: Sequence[Ambition], goals: Sequence[Goal], indicators: Iterable[str], actions: Sequence[Action]
) -> GoalTree:
    """Put everything in its place.

    Args:
        ambitions: in the order of the programme.
        goals: in the order of the programme.
        indicators: the ids of those that the programme steers by.
        actions: of the plans under the programme.

    Raises:
        InputError: two ambitions or two goals have one id.

    """
    _check_ids("ambitions", [one.id for one in ambitions])
    _check_ids("goals", [one.id for one in goals])
    known = tuple(dict.fromkeys(indicators))
    nodes = [_node(one, known, actions) for one in goals]
    above = {one.id for one in ambitions}
    return GoalTree(
        ambitions=tuple(
            AmbitionNode(ambition=one, goals=tuple(node for node in nodes if node.goal.ambition == one.id))
            for one in ambitions
        ),
        loose=tuple(one for one in nodes if one.goal.ambition not in above),
        orphans=_orphans(ambitions, goals, known, actions),
    )


def _check_ids(what: str, names: Sequence[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise InputError(f"two {what} have the id '{twice[0]}'.", do="Give each an id of its own.")


def _node(goal: Goal, known: Sequence[str], actions: Sequence[Action]) -> GoalNode:
    return GoalNode(
        goal=goal,
        indicators=tuple(one for one in goal.indicators if one in known),
        actions=tuple(one for one in actions if one.goal == goal.id),
    )


def _orphans(
    ambitions: Sequence[Ambition], goals: Sequence[Goal], known: Sequence[str], actions: Sequence[Action]
) -> Orphans:
    above, ids = {one.id for one in ambitions}, {one.id for one in goals}
    named = {name for one in goals for name in one.indicators}
    filled = {one.ambition for one in goals}
    return Orphans(
        actions=tuple(one for one in actions if one.goal not in ids),
        goals=tuple(one for one in goals if one.ambition not in above),
        not_measured=tuple(one for one in goals if not one.is_settled),
        indicators=tuple(one for one in known if one not in named),
        unknown_indicators=tuple(
            (one, name) for one in goals for name in one.indicators if name not in known
        ),
        empty_ambitions=tuple(one for one in ambitions if one.id not in filled),
    )
