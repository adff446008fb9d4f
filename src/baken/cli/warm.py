# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken warm``: compile the calculations now, so that no later command has to wait for it."""

from __future__ import annotations

import typer

from baken.cli import options
from baken.cli.options import WorkspaceOption
from baken.model.errors import UsageError


def warm(workspace: WorkspaceOption = None) -> None:
    """Compile all calculations and keep them in the workspace; what is kept already is not compiled again."""
    from baken.cli.analysis_show import working
    from baken.methods import kernels

    options.workspace(workspace)  # Compiled calculations are kept in it, if it is there.
    place = kernels.kept_in()
    if place is None:
        raise UsageError(
            "there is no workspace to keep compiled calculations in.",
            do=f"Make one with baken init, or set {kernels.OVERRIDE} to a directory.",
        )
    ready = kernels.warm()
    while True:
        with working("compiling"):
            name = next(ready, None)
        if name is None:
            break
        typer.echo(name)
    typer.echo(f"all are kept in {place}")
