# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken doctor``: what is installed, what is held, and what is out of date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

from baken.cli import options
from baken.cli.options import AreaOption, DateOption, JsonOption, WorkspaceOption

if TYPE_CHECKING:
    from baken.cli.checks import Part


def doctor(
    area: AreaOption = None,
    on: DateOption = None,
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what is installed, held and out of date.

    Exit code 1 where something needed is missing.
    """
    from baken.cli import checks

    day = options.day(on)
    parts = [*checks.software(), *checks.programs()]
    place, settled = checks.workspace(workspace)
    parts.append(place)
    needed = [one.name for one in parts if one.needed and not one.present]
    # Without its packages Baken cannot read what it holds.
    held = [] if set(needed) - {place.name} else _held(area or settled, day)
    if as_json:
        import json

        answer = {
            "date": day.isoformat(),
            "parts": [one.as_record() for one in parts],
            "municipalities": held,
            "missing": needed,
        }
        typer.echo(json.dumps(answer, indent=1, sort_keys=True, ensure_ascii=False))
    else:
        _show(parts, held, needed)
    if needed:
        raise typer.Exit(1)


def _held(asked: str, day: date) -> list[dict[str, object]]:
    from baken.cli import held
    from baken.edition.inputs import whole_municipality

    codes = [whole_municipality(asked)] if asked else held.municipality_codes()
    return [held.municipality(code, day) for code in codes]


def _show(parts: list[Part], held: list[dict[str, object]], needed: list[str]) -> None:
    for one in parts:
        word = "ok" if one.present else "MISSING" if one.needed else "not present"
        typer.echo(f"{word:<12} {one.name:<14} {one.found or '':<24} {one.purpose}".rstrip())
    for municipality in held:
        _show_municipality(municipality)
    typer.echo("")
    typer.echo(f"needed and missing: {', '.join(needed)}" if needed else "all that is needed is there")


def _show_municipality(one: dict[str, object]) -> None:
    invented = ", invented" if one["invented"] else ""
    typer.echo(f"\n{one['name']} ({one['code']}{invented})")
    sources, freshness = one["sources"], one["indicators"]
    for source in sources if isinstance(sources, list) else []:
        typer.echo(
            f"  source {source['id']}: taken {source['taken']} ({source['age_days']} days ago), "
            f"{source['publisher']}, licence {source['licence']}"
        )
    for row in freshness if isinstance(freshness, list) else []:
        if not row["current"]:
            age = f"{row['months']} months old, may be {row['limit_months']}"
            text = f"newest {row['newest']}, {age}" if row["newest"] else "no figures"
            typer.echo(f"  out of date: {row['indicator']}: {text}")
