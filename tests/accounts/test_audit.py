# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The audit trail: nobody touches it unseen, and the records are as it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.accounts import audit, changes
from baken.accounts.acts import exported
from baken.accounts.audit import GENESIS, breaks, last
from baken.accounts.changes import Asked
from baken.accounts.models import Account, AuditEntry, AuditHead
from baken.accounts.replaying import differences
from baken.accounts.rights import Rights, every
from baken.cycle.models import Document
from baken.model.governance import Role
from people import SET_UP

COLUMNS = [field.column for field in AuditEntry._meta.concrete_fields]
ENTRIES = 5


@pytest.fixture
def trail(db: None) -> None:
    """Five entries, of a change with old and new among them."""
    account = changes.create(Account, {"username": "jan", "name": "Jan"}, SET_UP)
    for name in ("Jan P.", "Jan Pieters", "J. Pieters"):
        changes.change(account, {"name": name}, SET_UP)
    changes.withdraw(account, Asked(by=SET_UP.by, why="weg é"))


@contextmanager
def unprotected() -> Iterator[Any]:
    """What somebody who has the file can do: the triggers are no lock, the chain is."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit%'"
            kept = cursor.execute(triggers).fetchall()
            for name, _ in kept:
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            cursor.execute("ALTER TABLE accounts_auditentry DISABLE TRIGGER USER")
        yield cursor
        if connection.vendor == "sqlite":
            for _, made in kept:
                cursor.execute(made)
        else:
            cursor.execute("ALTER TABLE accounts_auditentry ENABLE TRIGGER USER")


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens within is as if it never did."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_a_whole_trail_has_no_breaks(trail: None) -> None:
    del trail
    assert list(breaks()) == []
    assert list(breaks(last())) == []
    assert last()[0] == AuditEntry.objects.count() == ENTRIES


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("number", range(1, ENTRIES + 1))
def test_one_changed_sign_in_any_column_of_any_entry_is_found(trail: None, column: str, number: int) -> None:
    del trail
    with undone(), unprotected() as cursor:
        cursor.execute(f"SELECT {column} FROM accounts_auditentry WHERE number = %s", [number])
        old = cursor.fetchone()[0]
        new = number + 1000 if column == "number" else (chr(ord(old[0]) ^ 1) + old[1:] if old else "x")
        cursor.execute(f"UPDATE accounts_auditentry SET {column} = %s WHERE number = %s", [new, number])
        assert list(breaks())


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_one_changed_byte_is_found(trail: None, data: st.DataObject) -> None:
    """Also one that leaves no text, which SQLite keeps without a word."""
    del trail
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL refuses bytes that are no text")
    number = data.draw(st.integers(1, ENTRIES))
    column = data.draw(st.sampled_from([one for one in COLUMNS if one != "number"]))
    with undone(), unprotected() as cursor:
        cursor.execute(f"SELECT CAST({column} AS BLOB) FROM accounts_auditentry WHERE number = %s", [number])
        old = bytes(cursor.fetchone()[0])
        if not old:
            return
        at = data.draw(st.integers(0, len(old) - 1))
        byte = data.draw(st.integers(0, 255).filter(lambda one: one != old[at]))
        new = old[:at] + bytes([byte]) + old[at + 1 :]
        statement = f"UPDATE accounts_auditentry SET {column} = CAST(%s AS TEXT) WHERE number = %s"
        cursor.execute(statement, [new, number])
        assert list(breaks())


@pytest.mark.parametrize("number", range(1, ENTRIES + 1))
def test_a_removed_entry_is_found(trail: None, number: int) -> None:
    del trail
    with undone(), unprotected() as cursor:
        cursor.execute("DELETE FROM accounts_auditentry WHERE number = %s", [number])
        assert list(breaks())


def test_an_added_entry_is_found(trail: None) -> None:
    del trail
    added = AuditEntry.objects.get(number=ENTRIES)
    added.number, added.previous = ENTRIES + 1, added.digest
    added.digest = audit.digest_of(added)
    added.save(force_insert=True)
    assert [one.what for one in breaks()] == ["the trail ends at 6 where it was left at 5"]


def test_a_changed_or_lost_end_is_found(trail: None) -> None:
    del trail
    AuditHead.objects.update(digest=GENESIS)
    assert [one.what for one in breaks()] == ["the trail was left with another entry 5"]
    AuditHead.objects.all().delete()
    assert [one.what for one in breaks()] == ["the audit trail has lost its end."]


def test_a_trail_that_was_written_anew_is_found_by_what_was_noted(trail: None) -> None:
    del trail
    noted = last()
    with unprotected():
        digest = GENESIS
        for entry in AuditEntry.objects.order_by("number"):
            entry.name, entry.previous = "Iemand anders", digest
            entry.digest = digest = audit.digest_of(entry)
            entry.save()
        AuditHead.objects.update(digest=digest)
    assert list(breaks()) == [], "from within, a trail that was written anew is whole"
    assert [one.what for one in breaks(noted)] == ["entry 5 is not the one that was noted"]
    assert [one.what for one in breaks((9, "0" * 64))] == ["entry 9 was noted, but the trail ends at 5"]


def test_entries_written_during_the_check_are_no_break(trail: None) -> None:
    del trail
    found = breaks()
    account = Account.objects.get()
    with pytest.MonkeyPatch.context() as patch:
        told = audit._entries

        def meanwhile() -> Iterator[Any]:
            for at, one in enumerate(told()):
                if at == 2:
                    exported(SET_UP.by, "een bestand", Account, account.pk)
                yield one

        patch.setattr(audit, "_entries", meanwhile)
        assert list(found) == []
    assert last()[0] == ENTRIES + 1


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: AuditEntry.objects.filter(number=2).update(why="anders"),
        lambda: AuditEntry.objects.filter(number=2).delete(),
        lambda: AuditEntry.objects.get(number=2).save(),
        lambda: AuditEntry.objects.all().delete(),
        lambda: connection.cursor().execute("UPDATE accounts_auditentry SET why = 'anders'"),
        lambda: connection.cursor().execute("DELETE FROM accounts_auditentry WHERE number = 2"),
    ],
)
def test_the_database_itself_refuses_to_change_an_entry(trail: None, attempt: Callable[[], object]) -> None:
    del trail
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        attempt()
    assert list(breaks()) == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a statement of PostgreSQL")
def test_the_trail_cannot_be_emptied_by_one_statement(trail: None) -> None:
    del trail
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        connection.cursor().execute("TRUNCATE accounts_auditentry")
    assert AuditEntry.objects.exists()


def test_an_entry_that_is_taken_back_with_its_change_leaves_no_gap(trail: None) -> None:
    del trail
    with undone():
        changes.create(Account, {"username": "weg", "name": "Weg"}, SET_UP)
    changes.create(Account, {"username": "piet", "name": "Piet"}, SET_UP)
    assert list(breaks()) == []
    assert last()[0] == ENTRIES + 1


def test_records_are_as_the_trail_tells(trail: None) -> None:
    del trail
    assert list(differences()) == []


def test_a_record_that_was_changed_past_the_desk_is_found(trail: None) -> None:
    del trail
    account = Account.objects.get()
    Account.objects.update(name="Iemand anders")
    assert list(differences()) == [f"accounts.account {account.pk}: 'name' is not what the trail tells"]
    Account.objects.update(name="J. Pieters", version=9)
    assert list(differences()) == [f"accounts.account {account.pk}: version 9, where the trail tells of 5"]
    Account.objects.all().delete()
    assert list(differences()) == [f"accounts.account {account.pk}: it is in the trail only"]
    Account.objects.create(username="x", name="X")
    assert "the trail does not know it" in next(iter(differences()))


def test_of_a_hidden_field_the_trail_keeps_that_it_changed_and_no_value(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    del db
    hidden = Rights(
        read={Role.ADVISER: every}, add={Role.ADVISER: every}, hidden={"note": frozenset({Role.MAYOR})}
    )
    monkeypatch.setattr(Document, "rights", hidden)
    values = {"kind": "programme", "title": "MJP", "held": "held", "visibility": "internal"}
    document = changes.create(Document, {**values, "note": "zeer geheim"}, SET_UP)
    changes.change(document, {"note": "nog geheimer", "title": "MJP 2"}, SET_UP)
    kept = [entry.changes for entry in AuditEntry.objects.all()]
    assert not [one for one in kept if "geheim" in one]
    assert '"note":[null,null]' in kept[0]
    assert '"note":[null,null]' in kept[1]
    assert '"title":["MJP","MJP 2"]' in kept[1]
    assert list(differences()) == []


def test_the_password_is_in_no_entry(db: None) -> None:
    del db
    account = changes.create(Account, {"username": "jan", "name": "Jan"}, SET_UP)
    account.set_password("een lange zin die past")
    account.save(update_fields=["password"])
    changes.change(account, {"name": "Jan P."}, SET_UP)
    assert "password" not in "".join(AuditEntry.objects.values_list("changes", flat=True))
