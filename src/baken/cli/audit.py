# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken audit``: prove that nobody touched the audit trail of the desk, or say where somebody did."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from baken.cli import options
from baken.cli.options import JsonOption, WorkspaceOption
from baken.model.errors import UsageError

_DIGEST = 64


def audit(
    noted: Annotated[
        str, typer.Option("--noted", metavar="NUMBER:DIGEST", help="What this command said earlier.")
    ] = "",
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check the audit trail of the desk, and whether the records are as it tells.

    Exit code 1 where they are not, with one line for each place.
    """
    earlier = _read(noted)
    _connect(workspace)
    from baken.accounts.audit import breaks, last
    from baken.accounts.replaying import differences

    wrong = [one.what for one in breaks(earlier)] + list(differences())
    number, digest = (0, "") if wrong else last()
    if as_json:
        import json

        typer.echo(json.dumps({"holds": not wrong, "number": number, "digest": digest, "breaks": wrong}))
    elif wrong:
        for one in wrong:
            typer.echo(one)
    else:
        typer.echo(f"the audit trail holds, and all records are as it tells: {number} entries")
        typer.echo(f"note this elsewhere: {number}:{digest}")
    if wrong:
        raise typer.Exit(1)


def _read(noted: str) -> tuple[int, str] | None:
    if not noted:
        return None
    number, _, digest = noted.strip().partition(":")
    if not number.isdecimal() or len(digest) != _DIGEST:
        raise UsageError(
            f"'{noted}' is no noted entry.", do="Give the number, a colon and the 64 signs after it."
        )
    return int(number), digest


def _connect(workspace: str | None) -> None:
    """Open the database of a workspace, which must be one that the desk made."""
    held = options.workspace(workspace)
    os.environ["BAKEN_WORKSPACE"] = str(held.root)
    os.environ.setdefault("BAKEN_AREA", held.area or "")
    os.environ["DJANGO_SETTINGS_MODULE"] = "baken.desk.settings"
    import django
    from django.db import DatabaseError, connection

    django.setup()
    none = UsageError(f"there is no desk in {held.root}.", do="Make one with 'baken desk --prepare'.")
    # SQLite would make an empty file of a name that it does not find.
    if connection.vendor == "sqlite" and not Path(str(connection.settings_dict["NAME"])).is_file():
        raise none
    try:
        tables = connection.introspection.table_names()
    except DatabaseError as error:
        raise UsageError(f"the database cannot be read: {error}.", do="Restore it from a backup.") from error
    if "accounts_auditentry" not in tables:
        raise none
