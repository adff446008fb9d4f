# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Entries of the audit trail in words: who did what, when, from what into what, and why.

Values and titles are told only of records that the reader may see; of others it is told which fields changed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.accounts.actor import Actor
from baken.accounts.acts import act_words
from baken.accounts.changes import NOT_KEPT
from baken.accounts.models import Account, AuditEntry, Record
from baken.accounts.rights import Act, covered
from baken.accounts.words import ROLES
from baken.desk.registers import BY_MODEL
from baken.desk.views.showing import Shown, title_of
from baken.desk.views.trail_values import Names, moment, names_in, values_of
from baken.model.governance import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One field with its old and new values; ``instead`` says why they are not told."""

    title: str
    old: tuple[Shown, ...] = ()
    new: tuple[Shown, ...] = ()
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry in words."""

    number: int
    when: str
    who: str
    roles: str
    act: str
    kind: str
    title: str
    address: str
    why: str
    changes: tuple[Changed, ...]


def told(entry: AuditEntry, actor: Actor, *, own: Record | None = None) -> Told:
    """One entry; ``own`` is a record that the reader may see whatever the roles say: the own account."""
    seen = (
        {entry.record} if own is not None and entry.record == own.pk else visible([entry], actor)[entry.kind]
    )
    return _told(entry, actor, seen, _names([entry], actor))


def told_all(entries: Iterable[AuditEntry], actor: Actor) -> list[Told]:
    """Several entries, with few questions to the database for each kind of record."""
    held = list(entries)
    seen, names = visible(held, actor), _names(held, actor)
    return [_told(one, actor, seen[one.kind], names) for one in held]


def visible(entries: Iterable[AuditEntry], actor: Actor) -> dict[str, set[str]]:
    """The records of some entries that somebody may read, by kind."""
    keys: dict[str, set[str]] = defaultdict(set)
    for one in entries:
        keys[one.kind].add(one.record)
    found: dict[str, set[str]] = defaultdict(set)
    for label, asked in keys.items():
        if kind := kind_of(label):
            rows = covered(kind._default_manager.filter(pk__in=asked), kind.rights.table(Act.READ), actor)
            found[label] = {str(one) for one in rows.values_list("pk", flat=True)}
    return found


def kind_of(label: str) -> type[Record] | None:
    """The kind of record that an entry names; None for an entry about no record."""
    try:
        found = apps.get_model(label) if label else None
    except (LookupError, ValueError):
        return None
    return found if found is not None and issubclass(found, Record) else None


def kind_words(label: str) -> str:
    """What a kind of record is called."""
    kind = kind_of(label)
    return str(kind._meta.verbose_name) if kind else label


def _names(entries: Iterable[AuditEntry], actor: Actor) -> Names:
    found = ((kind_of(one.kind), json.loads(one.changes)) for one in entries)
    return names_in([(kind, told) for kind, told in found if kind], actor)


def _told(entry: AuditEntry, actor: Actor, seen: set[str], names: Names) -> Told:
    kind = kind_of(entry.kind)
    visible_now = entry.record in seen
    register = BY_MODEL.get(kind) if kind else None
    shown = visible_now or not entry.record
    known = visible_now and register is not None
    return Told(
        number=entry.number,
        when=moment(entry.at),
        who=entry.name or _("somebody who had not signed in"),
        roles=", ".join(str(ROLES[Role(one)]) for one in entry.roles.split() if one in set(Role)),
        act=act_words(entry.act, kind.flow if kind else None),
        kind=kind_words(entry.kind),
        title=entry.title if shown else entry.record,
        address=reverse("record", args=[register.slug, entry.record]) if known and register else "",
        why=entry.why,
        changes=tuple(
            _changed(kind, name, both, names, shown=visible_now)
            for name, both in json.loads(entry.changes).items()
            if kind and not kind.rights.hides(name, actor)
        ),
    )


def _changed(kind: type[Record], name: str, both: Any, names: Names, *, shown: bool) -> Changed:  # noqa: ANN401
    title = title_of(kind, name)
    if tuple(both) == NOT_KEPT:
        return Changed(title=title, instead=_("changed; the trail keeps no values of this field"))
    if not shown:
        return Changed(title=title, instead=_("changed; your role does not see this record"))
    old, new = (values_of(kind, name, one, names) for one in both)
    return Changed(title=title, old=old, new=new)


__all__ = ["Account", "Changed", "Told", "kind_of", "kind_words", "told", "told_all", "visible"]
