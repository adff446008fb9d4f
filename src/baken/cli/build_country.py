# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken build`` for a whole country: one bar, one line at the end, and what could not be built."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from baken.model.edition import EditionStatus

if TYPE_CHECKING:
    from baken.edition.country import Built
    from baken.model.policy import Country
    from baken.store.workspace import Workspace


def country_asked(asked: str) -> Country | None:
    """The country that is meant, if it is a country."""
    from baken.catalogue.catalogue import load_catalogue

    country = load_catalogue().country
    return country if country.is_called(asked) else None


def build_whole_country(
    country: Country, out: Path, on: date, workspace: Workspace, status: EditionStatus
) -> None:
    """Build every municipality, and say how it went.

    Raises:
        Exit: with code 2, where one or more could not be built.

    """
    from baken.edition.country import Task, build_country, members

    started = time.monotonic()
    task = Task(out=out.resolve(), on=on, workspace=workspace, status=status, processes=_processes())
    with _progress(len(members(country.code))) as tell:
        done = build_country(country.code, task, tell)
    wrong = [one for one in done if one.wrong]
    for one in wrong:
        typer.echo(f"error: {one.name} ({one.code}): {one.wrong}", err=True)
    files, taken = sum(one.files for one in done), time.monotonic() - started
    typer.echo(
        f"{out}: {country.name.en} on {on} ({status} editions without documents): "
        f"{len(done) - len(wrong)} of {len(done)} municipalities, {files} files, {taken:.0f} s"
    )
    if wrong:
        raise typer.Exit(2)


def _processes() -> int:
    """As many as there are processors for us."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Built], None]]:
    """A bar on standard error where a person looks on; silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("municipalities"),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda one: bar.update(task, advance=1, description=one.name)
