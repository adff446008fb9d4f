# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The one way in which records are made, changed, moved on and withdrawn.

Each is one transaction that checks the rights of whoever asks, the record itself, and that nobody was
earlier, and that writes the audit trail. Whatever is refused leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from baken.accounts import audit
from baken.accounts.actor import SYSTEM, Actor
from baken.accounts.models.record import Record
from baken.accounts.personal import persons_in
from baken.accounts.rights import Act, covers, named
from baken.accounts.words import ROLES
from baken.model.errors import BakenError, UsageError

T = TypeVar("T", bound=Record)
NOT_KEPT: tuple[None, None] = (None, None)
"""In place of the old and new value of a hidden field. A change of another field always has one of them."""


class NotAllowedError(BakenError):
    """Somebody asked for what his roles do not allow; the line says who may."""


class Conflict(BakenError):  # noqa: N818 - a question to a person rather than a fault
    """Somebody else changed the record first. Nothing was written and nothing is lost.

    ``theirs`` is the record as it is now and ``mine`` what was asked, by field.
    """

    def __init__(self, theirs: Record, mine: Mapping[str, Any]) -> None:
        """Keep both sides."""
        self.theirs = theirs
        self.mine = dict(mine)
        super().__init__(
            _("'%(what)s' was changed by somebody else in the meantime.") % {"what": theirs},
            do=_("Look at the differences and save again."),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asks for a change and why. ``version`` is what he saw; None: he could see none, such as an import
    that read the record in the same transaction. ``typed``: a person wrote the reason, so it is read for
    personal data; one that the software has ready names records only."""

    by: Actor
    why: str
    version: int | None = None
    typed: bool = True


@transaction.atomic
def create(kind: type[T], values: Mapping[str, Any], asked: Asked) -> T:
    """Make a record.

    Raises:
        NotAllowedError: no role of this person may, or not for this area.
        ValidationError: a value is wrong; by field.
        UsageError: the reason holds personal data.

    """
    check_reason(asked)
    _refuse_hidden(kind, values, asked)
    record = kind()
    links = _assign(record, values)
    record.full_clean()
    record.save(force_insert=True)
    _link(record, links)
    if asked.by is not SYSTEM and not covers(kind.rights.table(Act.ADD), asked.by, record):
        raise _not_allowed(record, Act.ADD, asked.by)
    said = {name: (None, new) for name, new in state(record).items() if new not in ("", None, [])}
    _trace(record, "create", said, asked)
    return record


@transaction.atomic
def change(record: T, values: Mapping[str, Any], asked: Asked) -> T:
    """Change fields of a record. Nothing changed: nothing is written.

    Raises:
        NotAllowedError: no role of this person may, with the record as it was or as it would become.
        Conflict: somebody else changed it after this person saw it.
        ValidationError: a value is wrong; by field.
        UsageError: the reason holds personal data.

    """
    check_reason(asked)
    _refuse_hidden(type(record), values, asked)
    held = _locked(record, asked, values)
    _allow(held, asked, Act.CHANGE)
    return _write(held, values, "change", asked)


@transaction.atomic
def move(record: T, step: str, asked: Asked, values: Mapping[str, Any] | None = None) -> T:
    """Take one step of the record's flow, with further fields where the step brings them.

    Raises:
        UsageError: there is no such step from here, or no reason is given, or it holds personal data.
        NotAllowedError: no role of this person may take it.
        Conflict: as in ``change``.
        BakenError: the record is not ready for it.

    """
    check_reason(asked)
    held = _locked(record, asked, values or {})
    if held.flow is None:
        raise UsageError(f"a {held._meta.verbose_name} has no steps.")
    found = held.flow.step(step, held.status)  # type: ignore[attr-defined] # what has a flow has a status
    table = held.rights.steps.get(step, {})
    if asked.by is not SYSTEM and not covers(table, asked.by, held):
        raise _not_allowed(held, step, asked.by)
    if not asked.why.strip():
        raise UsageError(_("This step needs a reason."), do=_("Say why."))
    links = _assign(held, values or {})
    if links:
        raise ValueError("a step changes no links")
    held.check_step(step)
    told = held.step_values(step, asked.why.strip())
    return _write(held, {**told, **(values or {}), "status": found.target.value}, f"step:{step}", asked)


@transaction.atomic
def withdraw(record: T, asked: Asked) -> T:
    """Take a record out of use. It stays in the database and in the trail.

    Raises:
        NotAllowedError: no role of this person may change it.
        UsageError: something still leans on it, or no reason is given, or it holds personal data.
        Conflict: as in ``change``.

    """
    check_reason(asked)
    held = _locked(record, asked, {})
    _allow(held, asked, Act.CHANGE)
    if not asked.why.strip():
        raise UsageError(_("This step needs a reason."), do=_("Say why."))
    if hindrances := held.hindrances():
        raise UsageError(_("This cannot be withdrawn: %(why)s") % {"why": " ".join(hindrances)})
    return _write(held, {"withdrawn": True}, "withdraw", asked)


def check_reason(asked: Asked) -> None:
    """Refuse personal data in a reason: it stands in the trail for as long as that is kept.

    Raises:
        UsageError: there is some; it names kind and place and does not repeat what was found.

    """
    if asked.typed and asked.by is not SYSTEM and (found := persons_in(asked.why)):
        raise UsageError(
            _("The reason cannot stand in the audit trail: %(what)s") % {"what": " ".join(found)}
        )


def state(record: Record) -> dict[str, Any]:
    """All that a record says, by field, as plain values that a trail can keep."""
    kept = {"id", "version"} | set(record.untraced)
    found = {
        field.name: _plain(field.value_from_object(record))
        for field in record._meta.concrete_fields
        if field.name not in kept
    }
    for field in record._meta.many_to_many:
        linked = getattr(record, field.name).values_list("pk", flat=True)
        found[field.name] = sorted(str(one) for one in linked)
    return found


def may_add(kind: type[Record], by: Actor) -> bool:
    """Whether any role of somebody may make such records, of whichever area."""
    return by is SYSTEM or named(kind.rights.table(Act.ADD), by)


def may(record: Record, act: Act, by: Actor) -> bool:
    """Whether somebody may read or change one record."""
    return by is SYSTEM or covers(record.rights.table(act), by, record)


def may_step(record: Record, step: str, by: Actor) -> bool:
    """Whether somebody's roles allow one step with one record, whether or not it is ready for it."""
    return by is SYSTEM or covers(record.rights.steps.get(step, {}), by, record)


def _locked(record: T, asked: Asked, mine: Mapping[str, Any]) -> T:
    held = type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)
    if asked.version is not None and held.version != asked.version:
        raise Conflict(held, mine)
    if held.withdrawn:
        raise UsageError(_("'%(what)s' was withdrawn and can no longer be changed.") % {"what": held})
    return held


def _allow(record: Record, asked: Asked, act: Act) -> None:
    if not may(record, act, asked.by):
        raise _not_allowed(record, act, asked.by)


def _refuse_hidden(kind: type[Record], values: Mapping[str, Any], asked: Asked) -> None:
    hidden = [name for name in values if kind.rights.hides(name, asked.by)]
    if hidden and asked.by is not SYSTEM:
        raise NotAllowedError(_("Your roles do not see this field, so they cannot change it."))


def _write(record: T, values: Mapping[str, Any], act: str, asked: Asked) -> T:
    stored = type(record)._default_manager.get(pk=record.pk)
    before = state(stored)
    links = _assign(record, values)
    record.full_clean(exclude=_out_of_lists(stored, record))
    _link(record, links)
    changes = {name: (before[name], new) for name, new in state(record).items() if before[name] != new}
    if not changes:
        return record
    record.version += 1
    record.save()
    if act == "change" and not may(record, Act.CHANGE, asked.by):
        raise _not_allowed(record, Act.CHANGE, asked.by)
    _trace(record, act, changes, asked)
    return record


def _out_of_lists(stored: Record, record: Record) -> set[str]:
    """The fields that hold what they held, though their list does not hold that any more.

    A list gets shorter, such as that of the law; that must not stand in the way of changing something else.
    """
    found = set()
    for field in record._meta.concrete_fields:
        value = field.value_from_object(record)
        untouched = value not in field.empty_values and value == field.value_from_object(stored)
        if untouched and not field.is_relation and not field.unique:
            try:
                field.clean(value, record)
            except ValidationError:
                found.add(field.name)
    return found


def _assign(record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """Set plain fields; return the links to several records, which need a stored record."""
    several = {field.name for field in record._meta.many_to_many}
    for name, value in values.items():
        if name not in several:
            setattr(record, name, value)
    return {name: value for name, value in values.items() if name in several}


def _link(record: Record, links: Mapping[str, Any]) -> None:
    for name, linked in links.items():
        getattr(record, name).set(linked)


def _trace(record: Record, act: str, changes: Mapping[str, tuple[object, object]], asked: Asked) -> None:
    # What only some roles see is told as changed, without its values: the trail outlives every right to see.
    hidden = record.rights.hidden
    changes = {name: NOT_KEPT if name in hidden else both for name, both in changes.items()}
    deed = audit.Deed(
        act=act,
        kind=record._meta.label_lower,
        record=str(record.pk),
        title=str(record),
        changes=changes,
        why=asked.why,
    )
    audit.write(asked.by, deed)


def _plain(value: object) -> object:
    match value:
        case None | bool() | int() | str():
            return value
        case list() | tuple():
            return [_plain(one) for one in value]
        case dict():
            return {str(key): _plain(one) for key, one in value.items()}
        case models.Model():
            return str(value.pk)
        case _:
            return str(value)


def _not_allowed(record: Record, act: str, by: Actor) -> NotAllowedError:
    table = record.rights.steps.get(act, {}) if act not in set(Act) else record.rights.table(Act(act))
    roles = ", ".join(sorted(str(ROLES[one]) for one in table)) or _("nobody")
    what = record._meta.verbose_name
    if named(table, by):
        said = _("Your role does not cover this %(what)s: it is of another district, or no longer open.")
    else:
        said = _("Your role does not allow this with a %(what)s.")
    return NotAllowedError(said % {"what": what}, do=_("It is for: %(roles)s.") % {"roles": roles})


__all__ = [
    "NOT_KEPT",
    "Asked",
    "Conflict",
    "NotAllowedError",
    "ValidationError",
    "change",
    "check_reason",
    "create",
    "may",
    "may_add",
    "may_step",
    "move",
    "state",
    "withdraw",
]
