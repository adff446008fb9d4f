# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken verify``: make an edition again and compare every byte."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from baken.cli import options
from baken.cli.options import JsonOption, WorkspaceOption


def verify(
    directory: Annotated[str, typer.Argument(metavar="DIR", help="The directory of the edition.")],
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make an edition again and compare every byte.

    Exit code 1 where it differs, 2 where it is no edition.
    """
    from baken.edition.verify import verify as verify_edition

    report = verify_edition(Path(directory), options.workspace(workspace))
    count = len(report.manifest.files) + 1
    if as_json:
        import msgspec

        from baken.publications.open_data import dump

        answer = {
            "identical": report.identical,
            "files": count,
            "findings": msgspec.to_builtins(report.findings),
        }
        typer.echo(dump(answer).decode(), nl=False)
    elif report.identical:
        typer.echo(f"{directory}: identical, {count} files")
    else:
        for one in report.findings:
            typer.echo(str(one))
        number = len(report.findings)
        typer.echo(f"{directory}: {number} difference{'s' * (number > 1)}")
    if not report.identical:
        raise typer.Exit(1)
