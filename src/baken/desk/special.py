# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that are no register: what each is called, where it stands and who sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from baken.accounts.actor import Actor
from baken.desk.registers.register import Group
from baken.model.governance import Role

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class Special:
    """A page of its own in the menu; ``name`` is that of its address."""

    name: str
    group: Group
    title: StrPromise
    roles: frozenset[Role]


SPECIAL: list[Special] = []
"""Filled by the modules of the pages themselves (``views``), each beside what it shows."""


def special_pages(actor: Actor) -> tuple[Special, ...]:
    """The pages that somebody sees."""
    return tuple(one for one in SPECIAL if one.roles & actor.roles)
