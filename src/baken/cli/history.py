# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken history``: what was known of one figure, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import options
from baken.cli.options import JsonOption, WorkspaceOption

if TYPE_CHECKING:
    from baken.sources.history import Known


def history(
    area: Annotated[str, typer.Argument(metavar="AREA", help="Code or name of an area.")],
    indicator: Annotated[
        str,
        typer.Argument(metavar="INDICATOR", help="An indicator, or a measure such as bevolking/inwoners."),
    ],
    period: Annotated[str, typer.Argument(metavar="PERIOD", help="2021, 2021-Q2 or 2021-03.")],
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """What was known of a figure, when, and from which snapshot.

    Exit code 1 where nothing was ever known of it.
    """
    from baken.model.errors import NotHeldError
    from baken.sources.history import history as known

    found = known(options.workspace(workspace), area, indicator, options.period(period))
    if not found.versions:
        raise NotHeldError(
            f"nothing was ever held of {indicator} in {found.area}, {period}.",
            do="See what there is: baken sources",
        )
    if as_json:
        from baken.publications.open_data import dump

        answer = {
            "area": found.area,
            "indicator": indicator,
            "period": period,
            "versions": [_record(one) for one in found.versions],
        }
        typer.echo(dump(answer).decode(), nl=False)
        return
    for one in found.versions:
        typer.echo(_line(one))


def _line(one: Known) -> str:
    ended = ""
    if one.until is not None:
        ended = f" until {one.until} ({'withdrawn' if one.withdrawn else 'revised'})"
    part = f"{one.measure} " if one.measure else ""
    return f"{one.since}{ended}: {part}{one.shown} [{one.status}] {one.snapshot}"


def _record(one: Known) -> dict[str, object]:
    return {
        "measure": one.measure or None,
        "value": None if one.value is None else float(one.value),
        "status": one.status,
        "unit": one.unit,
        "since": one.since.isoformat(),
        "until": one.until.isoformat() if one.until else None,
        "withdrawn": one.withdrawn,
        "snapshot": one.snapshot,
        "source": one.source,
    }
