# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken import``: a table from the municipality's own hand."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import options
from baken.cli.options import AreaOption, DateOption, JsonOption, WorkspaceOption

if TYPE_CHECKING:
    from baken.store.merge import Changes
    from baken.store.received import Received


def import_table(
    file: Annotated[str, typer.Argument(metavar="FILE", help="CSV, Excel, ODS, or a council document.")],
    *,
    mapping: Annotated[
        str, typer.Option("--mapping", metavar="FILE", help="Says what stands where in the table.")
    ] = "",
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Propose a mapping, and change nothing.")
    ] = False,
    take_back: Annotated[
        bool, typer.Option("--withdraw", help="Take back what was imported from this file.")
    ] = False,
    sheet: Annotated[str, typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook.")] = "",
    area: AreaOption = None,
    on: DateOption = None,
    replaces: Annotated[
        list[str] | None,
        typer.Option("--replaces", metavar="SOURCE", help="This table goes before that source."),
    ] = None,
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a table from the municipality's own hand into the workspace.

    One cell that cannot be read or cannot be true refuses the whole table; nothing is changed then.
    """
    from baken.sources.clock import now
    from baken.sources.importing import read_table, suggested_mapping, take_in, withdraw
    from baken.sources.registry import source

    path, held = Path(file), options.workspace(workspace)
    first = tuple(source(name).id for name in replaces or ())
    if take_back:
        received, changes = withdraw(held, path.stem, now())
    else:
        code, day = options.area_or_default(area, workspace), options.day(on)
        if suggest:
            typer.echo(suggested_mapping(path, code, sheet).rstrip())
            return
        said = Path(mapping) if mapping else None
        table = read_table(path, code, day, mapping=said, sheet=sheet, replaces=first, held=held)
        received, changes = take_in(held, table, now())
    typer.echo(_json(received, changes) if as_json else _text(received, changes), nl=not as_json)


def _text(received: Received, changes: Changes) -> str:
    first = f"{received.id}: {received.rows} figures: {changes}"
    return "\n".join([first, *(f"  {note}" for note in received.notes)])


def _json(received: Received, changes: Changes) -> str:
    from baken.publications.open_data import dump

    answer = {
        "snapshot": received.id,
        "rows": received.rows,
        **asdict(changes),
        "notes": list(received.notes),
    }
    return dump(answer).decode()
