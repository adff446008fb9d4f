# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Making public what is public of the policy cycle: a dated snapshot that the site reads, and nothing else.

The site never reads the database. What it shows is the newest snapshot of its day, so that an edition can be
made again from it years later.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from baken.accounts import audit
from baken.accounts.actor import SYSTEM, Actor
from baken.accounts.changes import Asked, NotAllowedError, check_reason
from baken.accounts.words import ROLES
from baken.cycle import public_records
from baken.cycle.models import Theme
from baken.cycle.public_checks import contradicted, personal
from baken.model.errors import UsageError
from baken.model.governance import Role
from baken.model.public_cycle import CycleSnapshot, PublicAction, PublicCycle, PublicGoal, PublicTheme
from baken.picture.picture import SafetyPicture
from baken.store.cycle_snapshots import CycleSnapshots, packed
from baken.store.workspace import Workspace

PUBLISHERS = frozenset({Role.ADVISER})
ACT = "publish-cycle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One record that is new, gone or changed since the last snapshot. ``fields``: old and new by field."""

    group: str
    title: str
    old: object = None
    new: object = None
    fields: tuple[tuple[str, object, object], ...] = ()


def snapshots() -> CycleSnapshots:
    """The snapshots of this desk.

    Raises:
        UsageError: its workspace does not exist.

    """
    asked = Path(settings.BAKEN_WORKSPACE) if settings.BAKEN_WORKSPACE else None
    return CycleSnapshots(Workspace.find(asked), settings.BAKEN_AREA)


def public_cycle(day: date) -> PublicCycle:
    """All that is public of the records as they are now, told as of a day."""
    words = public_records.said()
    decided = tuple(public_records.decisions(words))
    goals = tuple(public_records.goals(words, decided))
    actions = tuple(public_records.actions(day, frozenset(one.id for one in goals)))
    return PublicCycle(
        area=settings.BAKEN_AREA,
        on=day,
        documents=tuple(public_records.documents(words)),
        decisions=decided,
        goals=goals,
        actions=actions,
        money=tuple(public_records.money(words)),
        moments=tuple(public_records.moments(words)),
        themes=tuple(_themes((*goals, *actions))),
    )


def _themes(records: tuple[PublicGoal | PublicAction, ...]) -> list[PublicTheme]:
    """The themes that something public is about."""
    codes = {one.theme for one in records if one.theme}
    rows = Theme.objects.filter(code__in=codes).order_by("code")
    return [PublicTheme(code=one.code, name=one.name, stage=one.status) for one in rows]


def differences(before: PublicCycle | None, after: PublicCycle) -> tuple[Difference, ...]:
    """What becomes public, changes or disappears with a new snapshot; the day itself is no difference."""
    found = []
    for group in fields(after):
        now, then = getattr(after, group.name), getattr(before, group.name) if before else ()
        if not isinstance(now, tuple):
            continue
        old, new = ({_key(one): one for one in held} for held in (then, now))
        for key in dict.fromkeys((*new, *old)):
            if old.get(key) != new.get(key):
                found.append(_difference(group.name, old.get(key), new.get(key)))
    return tuple(found)


def _key(record: Any) -> str:  # noqa: ANN401 - every public record has an id, a theme its code
    return str(record.code if isinstance(record, PublicTheme) else record.id)


def _difference(group: str, old: Any, new: Any) -> Difference:  # noqa: ANN401 - of any kind
    shown = new if new is not None else old
    title = shown.name if isinstance(shown, PublicTheme) else shown.title
    changed: tuple[tuple[str, object, object], ...] = ()
    if old is not None and new is not None:
        names = (one.name for one in fields(new))
        pairs = ((name, getattr(old, name), getattr(new, name)) for name in names)
        changed = tuple(one for one in pairs if one[1] != one[2])
    return Difference(group=group, title=title, old=old, new=new, fields=changed)


def obstacles(cycle: PublicCycle, picture: SafetyPicture | None) -> list[str]:
    """What keeps this from becoming public; without a picture it cannot be held against the figures."""
    found = personal(cycle)
    if picture is None:
        return [*found, _("There are no figures to hold the texts against, so nothing is made public.")]
    return [*found, *contradicted(cycle, picture, cycle.on)]


def may_publish(actor: Actor) -> bool:
    """Whether somebody may make the cycle public."""
    return actor is SYSTEM or bool(actor.roles & PUBLISHERS)


def publish(day: date, asked: Asked, picture: SafetyPicture | None, seen: str | None = None) -> CycleSnapshot:
    """Make public what is public of the records as they are now.

    The trail tells of it first: a snapshot is never there without an entry of who made it public and why.

    Args:
        day: the day of the snapshot.
        asked: who asks, and why.
        picture: what the texts are held against.
        seen: the checksum of what this person looked at; None: he could see none.

    Raises:
        NotAllowedError: no role of this person may.
        UsageError: no reason is given, something stands in the way, nothing changed, or it is no longer what
            this person looked at.
        InputError: the last snapshot is damaged.
        OSError: it cannot be written.

    """
    if not may_publish(asked.by):
        roles = ", ".join(sorted(str(ROLES[one]) for one in PUBLISHERS))
        told = _("Your role does not make the policy cycle public.")
        raise NotAllowedError(told, do=_("It is for: %(roles)s.") % {"roles": roles})
    if not asked.why.strip():
        raise UsageError(_("Making this public needs a reason."), do=_("Say why."))
    check_reason(asked)
    cycle, held = public_cycle(day), snapshots()
    if found := obstacles(cycle, picture):
        raise UsageError(" ".join(found), do=_("Change it, or make the document internal."))
    return _keep(cycle, held, asked, seen)


def _keep(cycle: PublicCycle, held: CycleSnapshots, asked: Asked, seen: str | None) -> CycleSnapshot:
    digest, last = sha256(packed(cycle)).hexdigest(), held.newest(cycle.on)
    if seen is not None and seen != digest:
        raise UsageError(_("The records changed while you looked."), do=_("Look at the differences again."))
    if last is not None and last.sha256 == digest:
        raise UsageError(_("Nothing has changed since it was last made public."))
    with transaction.atomic():
        before = last.sha256 if last else None
        deed = audit.Deed(
            act=ACT,
            record=f"{cycle.area}@{cycle.on}",
            title=_("what is public of the policy cycle"),
            changes={"sha256": (before, digest)},
            why=asked.why,
        )
        audit.write(asked.by, deed)
    return held.keep(cycle)


def publish_demo(day: date) -> CycleSnapshot:
    """Make public what the documents of the demonstration tell, unless anything was made public before.

    Its words are those of public documents, which nobody at the desk wrote. Personal data is refused. What
    people write at the desk afterwards becomes public when they say so.

    Raises:
        UsageError: personal data would become public.
        OSError: it cannot be written.

    """
    held = snapshots()
    last = held.newest(day)
    if last is not None:
        return last
    cycle = public_cycle(day)
    if found := personal(cycle):
        raise UsageError(" ".join(found))
    why = _("the demonstration shows what is public")
    return _keep(cycle, held, Asked(by=SYSTEM, why=why), None)
