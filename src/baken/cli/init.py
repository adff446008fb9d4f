# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken init``: make a workspace."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from baken.cli.options import AreaOption, WorkspaceOption


def init(area: AreaOption = None, workspace: WorkspaceOption = None) -> None:
    """Make a workspace.

    In --workspace, or else in what BAKEN_WORKSPACE names, or else in ./workspace.
    """
    from baken.edition.inputs import whole_municipality
    from baken.store.workspace import DEFAULT, VARIABLE, Workspace

    root = Path(workspace or os.environ.get(VARIABLE) or DEFAULT).absolute()
    made = Workspace(root).create(whole_municipality(area) if area else "")
    typer.echo(f"made the workspace {made.root}")
    if made.area:
        typer.echo(f"its municipality is {made.area}")
