# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a register is: a kind of record with its pages. A new kind of record needs one entry and no page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Record

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class Group(StrEnum):
    """The parts of the desk, in the order of the menu."""

    CYCLE = "cyclus"
    GOALS = "doelen"
    ACTIONS = "acties"
    DECISIONS = "besluiten"
    REPORTS = "verantwoording"
    FIELD = "wijken"
    MEASURES = "inzet"
    PEOPLE = "participatie"
    ACCESS = "toegang"


GROUPS: dict[Group, StrPromise] = {
    Group.CYCLE: _("Documents"),
    Group.GOALS: _("Themes and goals"),
    Group.ACTIONS: _("Actions"),
    Group.DECISIONS: _("Decisions"),
    Group.REPORTS: _("Reports and evaluation"),
    Group.FIELD: _("Observations"),
    Group.MEASURES: _("Measures"),
    Group.PEOPLE: _("Participation"),
    Group.ACCESS: _("Access"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """Records that belong to another, shown on its page: those of ``register`` that name it in ``by``."""

    register: str
    by: str
    title: StrPromise | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The pages of one kind of record.

    ``slug`` stands in the address. ``columns`` are those of the list, ``fields`` those of the form in order;
    ``filters`` narrow the list and ``search`` names the fields in which words are looked for. ``below`` are
    the records that belong to one.
    """

    slug: str
    group: Group
    model: type[Record]
    columns: tuple[str, ...]
    fields: tuple[str, ...]
    filters: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    below: tuple[Below, ...] = ()
    about: StrPromise | str = ""
    order: StrPromise | str = ""
    """How its records hang together with those of others, for whoever sees them for the first time."""
    in_menu: bool = True
    ways: tuple[tuple[str, StrPromise], ...] = field(default=())
    """Further pages about these records: names of addresses with what to call them."""
    headings: Mapping[str, StrPromise] = field(default_factory=dict)
    """What stands above a field of a long form, by the name of the field that it begins with."""

    @property
    def title(self) -> str:
        """What the records are called, together."""
        return str(self.model._meta.verbose_name_plural)

    @property
    def one(self) -> str:
        """What one record is called."""
        return str(self.model._meta.verbose_name)
