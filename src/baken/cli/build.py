# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken build``: write an edition."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from baken.cli import options
from baken.cli.options import DateOption, FiguresOption, WorkspaceOption


def build(
    area: Annotated[
        str | None, typer.Argument(metavar="AREA", help="Municipality: code or name; or the country: all.")
    ] = None,
    *,
    out: Annotated[
        str, typer.Option("--out", metavar="DIR", help="Where the edition goes: new, empty or an older one.")
    ] = "",
    on: DateOption = None,
    figures: FiguresOption = None,
    workspace: WorkspaceOption = None,
    final: Annotated[
        bool, typer.Option("--final", help="The final edition: refused while something is missing.")
    ] = False,
) -> None:
    """Write an edition: site, documents, open data and manifest.

    With the name of the country: one of every municipality, each in a folder of its own, without documents.
    """
    from baken.cli.build_country import build_whole_country, country_asked
    from baken.edition.build import build as build_edition
    from baken.model.edition import EditionStatus
    from baken.model.errors import UsageError

    if not out:
        raise UsageError("no directory is given.", do="Use --out DIR.")
    asked, held = options.area_or_default(area, workspace), options.workspace(workspace)
    status = EditionStatus.FINAL if final else EditionStatus.WORKING
    country = country_asked(asked)
    if country is not None:
        if figures:
            raise UsageError("own tables are of one municipality.", do="Leave out --figures.")
        build_whole_country(country, Path(out), options.day(on), held, status)
        return
    started = time.monotonic()
    with _progress() as tell:
        made = build_edition(asked, Path(out), options.day(on), options.tables(figures), held, tell, status)
    sizes = [path.stat().st_size for path in Path(out).rglob("*") if path.is_file()]
    pages = sum(name.endswith(".html") for name in made.files)
    rows = (Path(out) / "figures.csv").read_bytes()
    size, taken = sum(sizes) / 1_000_000, time.monotonic() - started
    typer.echo(
        f"{out}: {made.municipality} on {made.date} ({made.status} edition): {_rows(rows)} figures, "
        f"{pages} pages, {len(sizes)} files, {size:.1f} MB, {taken:.1f} s"
    )


def _rows(table: bytes) -> int:
    import csv

    return sum(1 for _ in csv.reader(table.decode().splitlines(keepends=True))) - 1


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A bar on standard error where a person looks on; silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:.0f} files"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda path: bar.update(task, advance=1, description=path)
