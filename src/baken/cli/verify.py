# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken verify``: make an edition again and compare every byte, or see what an outsider can see of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import options
from baken.cli.options import JsonOption, WorkspaceOption

if TYPE_CHECKING:
    from baken.edition.outside.verify import OutsideReport
    from baken.edition.verify import Report


def verify(
    directory: Annotated[str, typer.Argument(metavar="DIR", help="The directory of the edition.")],
    outside: Annotated[
        bool, typer.Option("--outside", help="Without the secret and the own tables of its maker.")
    ] = False,
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make an edition again and compare every byte; or check all that an outsider can.

    Exit code 1 where it differs, 2 where it is no edition.
    """
    if outside:
        from baken.edition.outside.verify import verify_outside

        seen = verify_outside(Path(directory), options.workspace(workspace))
        _say_outside(directory, seen, as_json=as_json)
        raise typer.Exit(0 if seen.holds else 1)
    from baken.edition.verify import verify as verify_edition

    report = verify_edition(Path(directory), options.workspace(workspace))
    _say(directory, report, as_json=as_json)
    if not report.identical:
        raise typer.Exit(1)


def _say(directory: str, report: Report, *, as_json: bool) -> None:
    count = len(report.manifest.files) + 1
    if as_json:
        import msgspec

        answer = {
            "identical": report.identical,
            "files": count,
            "findings": msgspec.to_builtins(report.findings),
        }
        _say_json(answer)
    elif report.identical:
        typer.echo(f"{directory}: identical, {count} files")
    else:
        for one in report.findings:
            typer.echo(str(one))
        number = len(report.findings)
        typer.echo(f"{directory}: {number} difference{'s' * (number > 1)}")


def _say_outside(directory: str, report: OutsideReport, *, as_json: bool) -> None:
    if as_json:
        import msgspec

        _say_json({"holds": report.holds, "steps": msgspec.to_builtins(report.steps)})
        return
    for one in report.steps:
        if one.findings:
            typer.echo(f"{one.name}: {_wrong(len(one.findings))}")
        elif one.text:
            typer.echo(f"{one.name}: {one.text}")
        for finding in one.findings:
            typer.echo(f"  {finding}")
        for note in one.notes:
            typer.echo(f"{one.name}: {note}")
    whole = "all that an outsider can check holds" if report.holds else _wrong(len(report.findings))
    typer.echo(f"{directory}: {whole}")


def _wrong(number: int) -> str:
    return f"{number} thing{'s' * (number > 1)} wrong"


def _say_json(answer: object) -> None:
    from baken.publications.open_data import dump

    typer.echo(dump(answer).decode(), nl=False)
