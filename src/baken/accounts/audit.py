# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the audit trail and proving that nobody touched it.

The digest of an entry is SHA-256 over all that it says and the digest of the entry before it. An entry is
written in the same transaction as the change that it tells of, so one is never there without the other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from baken.accounts.actor import Actor
from baken.accounts.models.audit import AuditEntry, AuditHead

GENESIS = "0" * 64
_SIGNED = ("number", "at", "account", "name", "roles", "act", "kind", "record", "title", "changes", "why")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What somebody did, before it stands in the trail. ``changes`` gives old and new by field."""

    act: str
    kind: str = ""
    record: str = ""
    title: str = ""
    changes: Mapping[str, tuple[object, object]] | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where the trail does not hold, and in which way."""

    number: int
    what: str


def digest_of(entry: AuditEntry) -> str:
    """What the digest of an entry must be, from all that it says."""
    said = [getattr(entry, name) for name in _SIGNED]
    content = json.dumps([*said, entry.previous], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


@transaction.atomic
def write(by: Actor, deed: Deed) -> AuditEntry:
    """Add what somebody did to the trail, in the transaction that is open or else in one of its own."""
    head = AuditHead.objects.select_for_update().get(pk=1)
    entry = AuditEntry(
        number=head.number + 1,
        at=datetime.now(UTC).isoformat(timespec="microseconds"),
        account=by.account,
        name=by.name,
        roles=" ".join(sorted(by.roles)),
        act=deed.act,
        kind=deed.kind,
        record=deed.record,
        title=deed.title[:300],
        changes=json.dumps(deed.changes or {}, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        why=deed.why.strip(),
        previous=head.digest,
    )
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    head.number, head.digest = entry.number, entry.digest
    head.save()
    return entry


def breaks() -> Iterator[Break]:
    """Where the trail does not hold: a changed, missing or added entry, or an end that was cut off."""
    number, digest = 0, GENESIS
    for entry in AuditEntry.objects.order_by("number").iterator(chunk_size=500):
        if entry.number != number + 1:
            yield Break(number=number + 1, what=f"entry {number + 1} is missing")
        if entry.previous != digest:
            yield Break(number=entry.number, what=f"entry {entry.number} does not follow the one before it")
        if entry.digest != digest_of(entry):
            yield Break(number=entry.number, what=f"entry {entry.number} was changed")
        number, digest = entry.number, entry.digest
    head = AuditHead.objects.get(pk=1)
    if (head.number, head.digest) != (number, digest):
        yield Break(number=head.number, what=f"the trail ends at {number} where it was left at {head.number}")
