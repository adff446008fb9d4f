# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who acts: an account with the roles that it has on a day, without the database behind it."""

from __future__ import annotations

from dataclasses import dataclass, field

from baken.model.governance import RECORDERS, Body, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One role of somebody. ``area`` is a district's code for the roles that hold for one district only."""

    role: Role
    area: str = ""
    faction: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts. ``name`` is what the audit trail shows; ``account`` is the name of the account."""

    account: str
    name: str
    posts: tuple[Post, ...] = field(default=())

    @property
    def roles(self) -> frozenset[Role]:
        """All roles of this person."""
        return frozenset(post.role for post in self.posts)

    def posts_in(self, role: Role) -> tuple[Post, ...]:
        """The posts with one role; an area team may work in two districts."""
        return tuple(post for post in self.posts if post.role is role)

    def records_for(self, body: Body) -> bool:
        """Whether this person records what a body decided. Nobody decides by signing in."""
        return RECORDERS[body] in self.roles


SYSTEM = Actor(account="baken", name="Baken")
"""What the software does by itself, such as taking in the records of a municipality at set-up."""

NOBODY = Actor(account="", name="")
"""Somebody at the door who has not shown who he is, such as after a wrong password."""
