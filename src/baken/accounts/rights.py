# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What each role may do with a kind of record, and with which of them.

Rights are data of a model: for each act a table from role to the rows that it covers. Whatever no table
names, nobody may do. The same table answers for one object and narrows a list, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from baken.accounts.actor import Actor, Post
from baken.accounts.districts import codes_within
from baken.model.governance import Role

T = TypeVar("T", bound=Model)
Rows = Callable[[Post], Q]
"""Which rows a post covers."""


class Act(StrEnum):
    """What can be done with a record."""

    READ = "read"
    ADD = "add"
    CHANGE = "change"


def every(post: Post) -> Q:
    """All rows."""
    del post
    return Q()


def in_own_district(name: str = "area") -> Rows:
    """The rows whose area lies in the district of the post. Without a district: none."""

    def rows(post: Post) -> Q:
        return Q(**{f"{name}__in": codes_within(post.area)})

    return rows


def of_own_department(name: str = "lead__name") -> Rows:
    """The rows that the department of the post leads."""

    def rows(post: Post) -> Q:
        return Q(**{name: post.department}) if post.department else Q(pk__in=())

    return rows


def where(**conditions: object) -> Rows:
    """The rows that meet conditions, whoever asks."""

    def rows(post: Post) -> Q:
        del post
        return Q(**conditions)

    return rows


def of_own_faction(name: str = "faction") -> Rows:
    """The rows of the faction of the post."""

    def rows(post: Post) -> Q:
        return Q(**{name: post.faction}) if post.faction else Q(pk__in=())

    return rows


Table = dict[Role, Rows]


def for_all(roles: Iterable[Role], rows: Rows = every) -> Table:
    """The same rows for several roles."""
    return dict.fromkeys(roles, rows)


def narrowed(table: Table, **conditions: object) -> Table:
    """A table whose rows must meet further conditions."""

    def narrow(rows: Rows) -> Rows:
        return lambda post: rows(post) & Q(**conditions)

    return {role: narrow(rows) for role, rows in table.items()}


CIVIL_SERVANTS = frozenset(
    {
        Role.ANALYST,
        Role.ADVISER,
        Role.ACTION_OWNER,
        Role.AREA_MANAGER,
        Role.CLERK,
        Role.SECRETARY,
        Role.ORDER_OFFICER,
        Role.CONTROLLER,
        Role.PRIVACY_OFFICER,
    }
)
INSIDE = CIVIL_SERVANTS | {Role.MAYOR, Role.EXECUTIVE_MEMBER, Role.READER}
"""Who reads what the municipality works on. Teams, facilitators and the council see less."""
OUTSIDE = frozenset({Role.AREA_TEAM, Role.FACILITATOR, Role.COUNCIL_MEMBER})
EVERYBODY = INSIDE | OUTSIDE
"""All but the administrator, who gives access and sees no contents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Who may do what with a kind of record.

    ``steps`` gives for each step of the record's flow the roles that may take it. ``hidden`` names the fields
    that only some roles see; for others they do not exist, in lists, forms, histories and exports.
    """

    read: Table = field(default_factory=lambda: for_all(INSIDE))
    add: Table = field(default_factory=dict)
    change: Table | None = None
    steps: Mapping[str, Table] = field(default_factory=dict)
    hidden: Mapping[str, frozenset[Role]] = field(default_factory=dict)

    def table(self, act: Act) -> Table:
        """The table of one act. Who may add may change, unless that is said apart."""
        if act is Act.READ:
            return self.read
        return self.add if act is Act.ADD or self.change is None else self.change

    def hides(self, name: str, actor: Actor) -> bool:
        """Whether a field does not exist for somebody."""
        return name in self.hidden and not self.hidden[name] & actor.roles


def covered(rows: QuerySet[T], table: Table, actor: Actor) -> QuerySet[T]:
    """The rows that somebody's posts cover together."""
    found = [table[post.role](post) for post in actor.posts if post.role in table]
    if not found:
        return rows.none()
    if any(not one for one in found):
        return rows
    return rows.filter(reduce(or_, found)).distinct()


def covers(table: Table, actor: Actor, record: Model) -> bool:
    """Whether somebody's posts cover one stored record. The database is asked only where that matters."""
    found = [table[post.role](post) for post in actor.posts if post.role in table]
    if any(not one for one in found):
        return True
    if not found:
        return False
    rows = type(record)._default_manager.filter(pk=record.pk)
    return covered(rows, table, actor).exists()


def covers_all(table: Table, actor: Actor) -> bool:
    """Whether somebody's posts cover every row there is, so that nobody need ask which."""
    return any(not table[post.role](post) for post in actor.posts if post.role in table)


def named(table: Table, actor: Actor) -> bool:
    """Whether a table names any role of somebody, whichever rows that covers."""
    return bool(actor.roles & set(table))
