# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The head of the audit trail, and triggers by which the database itself refuses to change or remove an entry."""

from __future__ import annotations

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

GENESIS = "0" * 64
ONLY_ADDED = "the audit trail is only added to"
SQLITE = [
    f"CREATE TRIGGER audit_no_{act} BEFORE {act.upper()} ON accounts_auditentry "
    f"BEGIN SELECT RAISE(ABORT, '{ONLY_ADDED}'); END"
    for act in ("update", "delete")
]
POSTGRESQL = [
    "CREATE FUNCTION audit_only_added() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{ONLY_ADDED}'; END $$",
    "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON accounts_auditentry "
    "FOR EACH ROW EXECUTE FUNCTION audit_only_added()",
]
UNDO = {
    "sqlite": ["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"],
    "postgresql": ["DROP TRIGGER audit_no_change ON accounts_auditentry", "DROP FUNCTION audit_only_added()"],
}


def forwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Begin the trail and protect it."""
    apps.get_model("accounts", "AuditHead").objects.create(pk=1, number=0, digest=GENESIS)
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[editor.connection.vendor]:
        editor.execute(statement)


def backwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the protection away, before the table itself goes."""
    apps.get_model("accounts", "AuditHead").objects.all().delete()
    for statement in UNDO[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    """The audit trail."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("accounts", "0001_initial")]
    operations: ClassVar[list[Operation]] = [migrations.RunPython(forwards, backwards)]
