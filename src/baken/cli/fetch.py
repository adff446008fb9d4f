# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken fetch``: ask publishers for what they have now."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import options
from baken.cli.options import AreaOption, JsonOption, WorkspaceOption

if TYPE_CHECKING:
    from baken.sources.fetch import Outcome, Progress


def fetch(
    names: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="One or more sources; see baken sources.")
    ],
    *,
    area: AreaOption = None,
    since: Annotated[str, typer.Option("--since", metavar="P", help="The first period wanted.")] = "",
    base_url: Annotated[
        str, typer.Option("--base-url", metavar="URL", help="Ask a stand-in instead, such as baken replay.")
    ] = "",
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Fetch sources into the workspace, and say what changed.

    Only the area that is asked for is downloaded. A download that was interrupted goes on where it stopped.
    Where one of several sources fails the others are fetched all the same; the exit code is 2 then.
    """
    from baken.model.errors import BakenError
    from baken.sources.asking import ask_for
    from baken.sources.fetch import Setting
    from baken.sources.fetch import fetch as fetch_source
    from baken.sources.registry import source

    held = options.workspace(workspace)
    ask = ask_for(options.area_or_default(area, workspace), since)
    for name in names:
        source(name)
    outcomes = []
    for name in names:
        try:
            with _progress(name) as tell:
                outcomes.append(fetch_source(held, name, ask, Setting(base_url=base_url, tell=tell)))
        except BakenError as error:
            if len(names) == 1:
                raise
            typer.echo(f"error: {error}", err=True)
            continue
        if not as_json:
            typer.echo(_line(outcomes[-1]))
    if as_json:
        from baken.publications.open_data import dump

        typer.echo(dump({"area": str(ask), "sources": [_record(one) for one in outcomes]}).decode(), nl=False)
    if len(outcomes) < len(names):
        raise typer.Exit(2)


def _line(outcome: Outcome) -> str:
    if outcome.received is None:
        since = outcome.last.id if outcome.last else ""
        return f"{outcome.source}: nothing has changed since {since}"
    got = outcome.received
    lines = [f"{got.id}: {got.rows} rows, {got.size / 1_000_000:.1f} MB: {outcome.changes}"]
    if outcome.resumed:
        lines.append(f"  went on from {outcome.resumed} parts that were in already")
    lines += [f"  {text}" for text in got.notes]
    if got.unmapped:
        named = "; ".join(got.unmapped[:5]) + ("; ..." if len(got.unmapped) > 5 else "")
        lines.append(f"  {len(got.unmapped)} areas of the publisher have no place here: {named}")
    return "\n".join(lines)


def _record(outcome: Outcome) -> dict[str, object]:
    got = outcome.received
    return {
        "source": outcome.source,
        "changed": got is not None,
        "snapshot": got.id if got else outcome.last.id if outcome.last else None,
        "rows": got.rows if got else None,
        "bytes": got.size if got else None,
        **asdict(outcome.changes),
        "unmapped": list(got.unmapped) if got else [],
        "notes": list(got.notes) if got else [],
    }


@contextmanager
def _progress(name: str) -> Iterator[Callable[[Progress], None]]:
    """A bar on standard error where a person looks on; silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)

        def tell(at: Progress) -> None:
            text = f"{name}: {at.parts} parts, {at.size / 1_000_000:.1f} MB, {at.rows} rows"
            bar.update(task, description=text)

        yield tell
