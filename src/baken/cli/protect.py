# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken protect`` and ``baken attack``: make a table of counts safe to publish, and try to undo it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import analysis_options, options
from baken.cli.options import JsonOption, WorkspaceOption
from baken.model.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from baken.analysis.attacking import Broken
    from baken.analysis.count_tables import CountTable
    from baken.analysis.protecting import Method, ProtectedTable

_TableArgument = Annotated[str, typer.Argument(metavar="TABLE", help="A CSV file with a column 'count'.")]
_FolderArgument = Annotated[
    str, typer.Argument(metavar="DIR", help="What baken protect made, or an edition.")
]
_HierarchyOption = Annotated[
    list[str] | None,
    typer.Option("--hierarchy", metavar="FILE", help="Codes of a column and the groups that they lie in."),
]
_KnownOption = Annotated[
    list[str] | None,
    typer.Option("--known", metavar="FILE", help="Exact figures that others have published."),
]
_MethodOption = Annotated[
    str, typer.Option("--method", metavar="M", help="rounding or suppression [rounding].")
]
_BaseOption = Annotated[str, typer.Option("--base", metavar="N", help="Counts below this are small [5].")]
_OutOption = Annotated[str, typer.Option("--out", metavar="DIR", help="A new or empty directory.")]
_SHOWN = 20


def protect(
    table: _TableArgument,
    *,
    hierarchy: _HierarchyOption = None,
    method: _MethodOption = "rounding",
    base: _BaseOption = "",
    known: _KnownOption = None,
    out: _OutOption,
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make a table of counts safe to publish: all sums, rounded or with cells hidden, and certificates.

    Nothing is written unless no attacker can work out a small count. Exit code 1 where one can.
    """
    from baken.analysis.count_tables import read_counts
    from baken.analysis.protected_files import to_files
    from baken.analysis.protecting import protected
    from baken.cli.analysis_show import working
    from baken.edition import swap

    way, least = _method(method), analysis_options.whole(base, "base", 5, least=2)
    held = options.workspace(workspace)
    target = Path(out).resolve()
    if target.exists() and not swap.is_empty(target):
        raise UsageError(f"{out} is not empty.", do="Name a new or empty directory.")
    read = read_counts(Path(table), [Path(one) for one in hierarchy or []])
    with working("protecting"):
        made = protected(read, way, least, held.secret(), _known(read, known or []))
        files = to_files(made)
    with swap.workplace(target) as new:
        for name, content in files.items():
            (new / name).write_bytes(content)
            swap.sync(new / name)
        swap.put_in_place(new, target)
    _say_protected(made, out, as_json=as_json)


def attack(folder: _FolderArgument, *, known: _KnownOption = None, as_json: JsonOption = False) -> None:
    """Try to work out what a protected table hides, or each table of an edition, with whatever else is known.

    Exit code 0: no small count can be worked out. 1: one can, or it is not sure that none can.
    """
    from baken.edition.tables import table_folders

    options.workspace(None)  # Compiled calculations are kept in it, if it is there.
    place = Path(folder)
    folders = list(table_folders(place))
    if not folders:
        table, found = _attacked(place, known or [])
        _say_attacked(table, found, as_json=as_json)
        raise typer.Exit(0 if found.safe else 1)
    if known:
        raise UsageError("other figures are known of one table.", do=f"Name one, such as {folders[0]}.")
    all_found = {one.name: _attacked(one, []) for one in folders}
    _say_all_attacked(all_found, as_json=as_json)
    raise typer.Exit(0 if all(found.safe for _, found in all_found.values()) else 1)


def _attacked(folder: Path, known: list[str]) -> tuple[ProtectedTable, Broken]:
    from baken.analysis.attacking import attacked
    from baken.analysis.count_tables import read_known
    from baken.analysis.protected_files import read_protected
    from baken.cli.analysis_show import working

    table = read_protected(folder)
    figures = [one for path in known for one in read_known(Path(path), table.layout)]
    with working(f"attacking {folder.name}"):
        return table, attacked(table, figures)


def _method(text: str) -> Method:
    from baken.analysis.protecting import Method

    try:
        return Method(text)
    except ValueError:
        raise UsageError(f"'{text}' is no method.", do="Use rounding or suppression.") from None


def _known(table: CountTable, paths: list[str]) -> NDArray[np.bool_]:
    """The cells that are named; the figures themselves must be those of the table."""
    import numpy as np

    from baken.analysis.count_tables import read_known
    from baken.model.errors import InputError

    found, full = np.zeros(table.layout.shape, np.bool_), table.layout.filled(table.counts)
    for path in paths:
        for cell, count in read_known(Path(path), table.layout):
            if int(full.ravel()[cell]) != count:
                codes = " ".join(table.layout.codes(cell))
                raise InputError(
                    f"{codes} is {count} here and {int(full.ravel()[cell])} in the table.",
                    where=path,
                    do="Use figures of the same counts.",
                )
            found.ravel()[cell] = True
    return found


def _say_protected(made: ProtectedTable, out: str, *, as_json: bool) -> None:
    from baken.analysis.protecting import Shown

    told = {kind.value: int((made.shown == kind).sum()) for kind in Shown}
    record = {"method": made.method.value, "base": made.base, "cells": made.layout.cells, **told}
    if as_json:
        typer.echo(json.dumps(record, indent=1))
        return
    parts = ", ".join(f"{number} {kind}" for kind, number in told.items() if number)
    typer.echo(f"{out}: {made.layout.cells} cells ({parts}). No small count can be worked out.")


def _say_attacked(table: ProtectedTable, found: Broken, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(_record(table, found), indent=1))
        return
    for one in found.fallen[:_SHOWN]:
        typer.echo(
            f"{' x '.join(table.layout.codes(one.cell))} = {one.lower} ({one.attacker}): {one.because}"
        )
    if len(found.fallen) > _SHOWN:
        typer.echo(f"... and {len(found.fallen) - _SHOWN} more")
    typer.echo(_in_words(found))


def _say_all_attacked(all_found: dict[str, tuple[ProtectedTable, Broken]], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps({name: _record(*one) for name, one in all_found.items()}, indent=1))
        return
    for name, (_, found) in all_found.items():
        typer.echo(f"{name}: {_in_words(found)}")


def _in_words(found: Broken) -> str:
    open_ones = f", of {len(found.undecided)} it is not sure" if found.undecided else ""
    return f"{found.uncertain} counts cannot be known; {len(found.fallen)} small ones fell{open_ones}."


def _record(table: ProtectedTable, found: Broken) -> dict[str, object]:
    names = [one.name for one in table.layout.dimensions]
    fallen = [
        {
            "cell": dict(zip(names, table.layout.codes(one.cell), strict=True)),
            "count": one.lower,
            "attacker": one.attacker,
            "because": one.because,
        }
        for one in found.fallen
    ]
    return {"uncertain": found.uncertain, "fallen": fallen, "undecided": len(found.undecided)}
