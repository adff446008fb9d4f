# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken sources``: where figures come from, and how fresh they are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import options
from baken.cli.options import AreaOption, DateOption, JsonOption, WorkspaceOption

if TYPE_CHECKING:
    from baken.replay.probe import Probed
    from baken.sources.overview import Overview


def sources(
    *,
    probe: Annotated[
        bool, typer.Option("--probe", help="Ask each publisher for a little, and compare its shape.")
    ] = False,
    base_url: Annotated[
        str, typer.Option("--base-url", metavar="URL", help="With --probe: ask a stand-in instead.")
    ] = "",
    area: AreaOption = None,
    on: DateOption = None,
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """List every source: publisher, licence, coverage, last snapshot, next release and health.

    With --probe: exit code 1 if a publisher answers differently than expected.
    """
    held = options.workspace(workspace)
    if probe:
        from baken.replay.probe import probe as ask_publishers

        found = ask_publishers(held, options.area_or_default(area, workspace), base_url)
        _show([_probed(one) for one in found], as_json)
        if not all(one.as_expected for one in found):
            raise typer.Exit(1)
        return
    from baken.sources.overview import overview

    _show([_record(one) for one in overview(held, options.day(on))], as_json)


def _record(one: Overview) -> dict[str, object]:
    found = one.source
    return {
        "source": found.id,
        "table": found.table,
        "title": found.title.nl,
        "publisher": found.publisher,
        "licence": found.licence,
        "coverage": one.coverage,
        "rows": one.rows,
        "without_value": one.missing,
        "last_snapshot": one.newest.id if one.newest else None,
        "taken": one.newest.taken.isoformat() if one.newest else found.taken and found.taken.isoformat(),
        "next_release": one.expected.isoformat() if one.expected else None,
        "health": one.health,
        "problem": one.problem or None,
        "can_be_fetched": found.can_be_fetched,
        "invented": found.invented,
    }


def _probed(one: Probed) -> dict[str, object]:
    return {
        "source": one.source,
        "as_expected": one.as_expected,
        "rows": one.rows,
        "problem": one.problem or None,
        "recorded": one.recorded,
    }


_SHOWN = ("source", "publisher", "licence", "coverage", "rows", "taken", "next_release", "health")


def _show(records: list[dict[str, object]], as_json: bool) -> None:
    if as_json:
        from baken.publications.open_data import dump

        typer.echo(dump({"sources": records}).decode(), nl=False)
        return
    names = [name for name in records[0] if name in _SHOWN or "as_expected" in records[0]] if records else []
    from rich.console import Console
    from rich.table import Table

    table = Table(*(name.replace("_", " ") for name in names), box=None, pad_edge=False)
    for record in records:
        table.add_row(*("" if record[name] is None else str(record[name]) for name in names))
    width = None if sys.stdout.isatty() else 200
    Console(width=width, highlight=False).print(table)
