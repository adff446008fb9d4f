# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The options that several commands share, and what the words given to them mean."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from baken.model.errors import UsageError

if TYPE_CHECKING:
    from baken.model.period import Period
    from baken.store.reader import Reader
    from baken.store.workspace import Workspace

AreaOption = Annotated[
    str | None, typer.Option("--area", metavar="AREA", help="Code or name of the municipality.")
]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day from which to look [today].")
]
FiguresOption = Annotated[
    list[str] | None,
    typer.Option("--figures", metavar="FILE", help="An own table of figures; may be given more than once."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
WorkspaceOption = Annotated[
    str | None, typer.Option("--workspace", metavar="DIR", help="The workspace [BAKEN_WORKSPACE, nearest].")
]


def day(text: str | None) -> date:
    """The day that was asked for, or today.

    Raises:
        UsageError: no such day.

    """
    if not text:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text}' is not a date.", do="Write it as 2026-12-31.") from None


def period(text: str) -> Period:
    """The period that was asked for.

    Raises:
        UsageError: none, or no such period.

    """
    from baken.model.period import Period

    if not text:
        raise UsageError("no period is given.", do="Use --period, such as --period 2021.")
    try:
        return Period.parse(text)
    except ValueError as error:
        raise UsageError(f"{error}.") from None


def tables(texts: Sequence[str] | None) -> tuple[Path, ...]:
    """The own tables of figures."""
    return tuple(Path(text) for text in texts or ())


def workspace(text: str | None) -> Workspace:
    """The workspace that was asked for, or the nearest; compiled calculations are kept in it from now on."""
    from baken.methods import kernels
    from baken.store.workspace import Workspace

    found = Workspace.find(Path(text) if text else None)
    if found.exists or os.environ.get(kernels.OVERRIDE):
        kernels.keep_in(found.root / "kernels")
    return found


def reader(text: str | None) -> Reader:
    """The observations of the workspace that was asked for, or of the nearest."""
    from baken.store.reader import Reader

    return Reader(workspace(text))


def area_or_default(asked: str | None, place: str | None) -> str:
    """The area that was asked for, or else the one of the workspace.

    Raises:
        UsageError: neither names one.

    """
    if asked:
        return asked
    found = workspace(place)
    if not found.area:
        raise UsageError(
            "no area is given and no workspace names one.",
            do='Name an area, or write area = "GM0935" in the baken.toml of the workspace.',
        )
    return found.area
