# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Saying an answer of the methods, as text or as JSON, and showing that the program is at work."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from baken.model.text import Language
    from baken.publications.answers import Answer

_A_WHILE, _OFTEN, _LONG = 1.0, 0.1, 15.0
_COMPILING = (
    "the calculation is compiled anew each time, because there is no workspace to keep it in "
    "(see: baken init, baken warm)"
)


@dataclass(frozen=True, slots=True)
class Form:
    """How an answer is given: in which language, as JSON or as text, and in which file also as a page."""

    language: Language
    as_json: bool = False
    html: str = ""


def show(answer: Answer, form: Form) -> None:
    """Print an answer, and write its page if one is asked for."""
    if form.html:
        from baken.publications.answers import page_of

        Path(form.html).write_text(page_of(answer, form.language), encoding="utf-8")
    if form.as_json:
        import msgspec

        # Compact: an answer about thousands of series is read by a program.
        sys.stdout.write(msgspec.json.encode(answer.record()).decode() + "\n")
        return
    for line in answer.said.lines(form.language):
        typer.echo(line)


@contextmanager
def working(text: str) -> Iterator[None]:
    """A bar on standard error where a person looks on and waits; silence elsewhere."""
    from baken.methods import progress

    step, stopped = _Step(), threading.Event()
    watcher = threading.Thread(target=_watch, args=(text, step, stopped), daemon=True)
    watcher.start()
    try:
        with progress.told_to(step.reached):
            yield
    finally:
        stopped.set()
        watcher.join()


@dataclass(slots=True)
class _Step:
    """How far the step is that the calculation is in; no rows before the first."""

    done: int = 0
    rows: int | None = None

    def reached(self, done: int, rows: int) -> None:
        self.done, self.rows = done, rows


def _watch(text: str, step: _Step, stopped: threading.Event) -> None:
    if not sys.stderr.isatty():
        if not stopped.wait(_LONG):
            _mention_compiling()
        return
    if stopped.wait(_A_WHILE):
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn
    from rich.progress import TimeElapsedColumn as Elapsed

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        Elapsed(),
    )
    begun, mentioned = time.monotonic(), False
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(text, total=None)
        while not stopped.wait(_OFTEN):
            bar.update(task, completed=step.done, total=step.rows)
            if not mentioned and time.monotonic() - begun > _LONG:
                _mention_compiling()
                mentioned = True


def _mention_compiling() -> None:
    from baken.methods import kernels

    if kernels.kept_in() is None:
        typer.echo(_COMPILING, err=True)
