# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Saying an answer of the methods, as text or as JSON, and showing that the program is at work."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from baken.model.text import Language
    from baken.publications.answers import Answer

_A_WHILE, _LONG = 1.0, 15.0
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
    """A line with the time on standard error where a person looks on and waits; silence elsewhere."""
    stopped = threading.Event()
    watcher = threading.Thread(target=_watch, args=(text, stopped), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        stopped.set()
        watcher.join()


def _watch(text: str, stopped: threading.Event) -> None:
    if not sys.stderr.isatty():
        if not stopped.wait(_LONG):
            _mention_compiling()
        return
    if stopped.wait(_A_WHILE):
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        bar.add_task(text, total=None)
        if not stopped.wait(_LONG):
            _mention_compiling()
            stopped.wait()


def _mention_compiling() -> None:
    from baken.methods import kernels

    if kernels.kept_in() is None:
        typer.echo(_COMPILING, err=True)
