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
from typing import Any

from django.db import DatabaseError, transaction

from baken.accounts.actor import Actor
from baken.accounts.models.audit import AuditEntry, AuditHead
from baken.model.errors import StoreError
from baken.model.text import Text

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
    """Where the trail does not hold, and in which way; ``what`` is the same in English, for the command."""

    number: int
    said: Text

    @property
    def what(self) -> str:
        """In which way, in English."""
        return self.said.en


def digest_of(entry: AuditEntry) -> str:
    """What the digest of an entry must be, from all that it says."""
    said = [getattr(entry, name) for name in _SIGNED]
    content = json.dumps([*said, entry.previous], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


def _broken(number: int, nl: str, en: str) -> Break:
    return Break(number=number, said=Text(nl, en))


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


def last() -> tuple[int, str]:
    """The number and digest of the last entry: what to note elsewhere, so that nobody can write it all anew.

    Raises:
        StoreError: somebody removed the row that holds them.

    """
    head = AuditHead.objects.filter(pk=1).first()
    if head is None:
        raise StoreError("the audit trail has lost its end.", do="Restore the database from a backup.")
    return head.number, head.digest


def breaks(noted: tuple[int, str] | None = None) -> Iterator[Break]:
    """Where the trail does not hold: a changed, missing or added entry, or an end that was cut off.

    ``noted`` is a number and digest that somebody wrote down earlier, outside this database. Entries that are
    written meanwhile do no harm: the end is looked up before and after.
    """
    try:
        left = last()
    except StoreError as error:
        yield _broken(0, "het logboek is zijn einde kwijt.", error.what)
        left = None
    number, digest = 0, GENESIS
    for expected, entry in _entries():
        if expected != number + 1:
            yield _broken(number + 1, f"regel {number + 1} ontbreekt", f"entry {number + 1} is missing")
        if entry is None:
            yield _broken(expected, f"regel {expected} is niet te lezen", f"entry {expected} cannot be read")
            number, digest = expected, ""
            continue
        yield from _wrong_with(entry, digest)
        number, digest = expected, entry.digest
        if noted and noted[0] == number and noted[1] != digest:
            yield _broken(
                number,
                f"regel {number} is niet de regel die is genoteerd",
                f"entry {number} is not the one that was noted",
            )
        if left and left[0] == number and left[1] != digest:
            yield _broken(
                number,
                f"het logboek eindigde met een andere regel {number}",
                f"the trail was left with another entry {number}",
            )
    if noted and noted[0] > number:
        yield _broken(
            noted[0],
            f"regel {noted[0]} is genoteerd, maar het logboek eindigt bij {number}",
            f"entry {noted[0]} was noted, but the trail ends at {number}",
        )
    if left and (left[0] > number or last()[0] < number):
        yield _broken(
            number,
            f"het logboek eindigt bij {number}, terwijl het eindigde bij {left[0]}",
            f"the trail ends at {number} where it was left at {left[0]}",
        )


def _wrong_with(entry: AuditEntry, before: str) -> Iterator[Break]:
    if entry.previous != before:
        yield _broken(
            entry.number,
            f"regel {entry.number} volgt niet op de regel ervoor",
            f"entry {entry.number} does not follow the one before it",
        )
    try:
        whole = entry.digest == digest_of(entry)
    except (TypeError, ValueError):  # bytes or other things that no entry holds
        whole = False
    if not whole:
        yield _broken(entry.number, f"regel {entry.number} is veranderd", f"entry {entry.number} was changed")


def _entries() -> Iterator[tuple[int, AuditEntry | None]]:
    """All entries in order with their numbers; None where the database cannot read one."""
    # SQLite keeps a word in a column of numbers where somebody puts one, so these may be anything.
    number: Any = 0
    while numbers := list(
        AuditEntry.objects.filter(number__gt=number).order_by("number").values_list("number", flat=True)[:500]
    ):
        try:
            held = AuditEntry.objects.in_bulk(numbers)
        except DatabaseError:  # one of them is not even text any more: look at each
            held = {one: found for one in numbers if (found := _readable(one))}
        for number in numbers:
            if not isinstance(number, int):  # words sort last
                yield 0, None
                return
            yield number, held.get(number)


def _readable(number: int) -> AuditEntry | None:
    try:
        return AuditEntry.objects.get(number=number)
    except (DatabaseError, AuditEntry.DoesNotExist):
        return None
