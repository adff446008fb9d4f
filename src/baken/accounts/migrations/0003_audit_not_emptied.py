# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL can empty a table without removing a row; the audit trail refuses that too."""

from __future__ import annotations

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

REFUSE = (
    "CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON accounts_auditentry "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_only_added()"
)
UNDO = "DROP TRIGGER audit_not_emptied ON accounts_auditentry"


def forwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Refuse; SQLite has no such statement."""
    del apps
    if editor.connection.vendor == "postgresql":
        editor.execute(REFUSE)


def backwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the refusal away."""
    del apps
    if editor.connection.vendor == "postgresql":
        editor.execute(UNDO)


class Migration(migrations.Migration):
    """The audit trail is not emptied at once either."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("accounts", "0002_audit_trail")]
    operations: ClassVar[list[Operation]] = [migrations.RunPython(forwards, backwards)]
