# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken crosswalk``: from the municipalities of one year to those of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import options
from baken.cli.options import JsonOption, WorkspaceOption

if TYPE_CHECKING:
    from baken.areas.boundary_changes import BoundaryChanges
    from baken.areas.crosswalk import Converted, Crosswalk

SOURCE = "cbs_gebiedswijzigingen"


def crosswalk(
    start: Annotated[str, typer.Argument(metavar="FROM", help="The year of the figures.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="The year whose municipalities are wanted.")],
    area: Annotated[
        str | None, typer.Argument(metavar="AREA", help="Only this municipality, old or new.")
    ] = None,
    *,
    by: Annotated[
        str, typer.Option("--by", metavar="MEASURE", help="residents, dwellings or hectares.")
    ] = "residents",
    table: Annotated[
        str | None, typer.Option("--table", metavar="FILE", help="Figures to convert: area,value.")
    ] = None,
    sizes: Annotated[
        str | None,
        typer.Option("--sizes", metavar="FILE", help="Sizes just before a change: area,date,size."),
    ] = None,
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show which part of each municipality of one year lies where in another, or convert figures.

    Exit code 0 too where a share is not known: it is named.
    """
    from baken.areas.crosswalk import crosswalk as make
    from baken.cli import crosswalk_files as files

    years = files.year(start), files.year(end)
    measure = files.measure(by)
    changes = _held(workspace)
    found = make(changes, *years, by=measure, size=files.sizes(sizes))
    wanted = files.municipality(changes, area) if area else ""
    figures = found.convert(files.values(table)) if table else {}
    if as_json:
        from baken.publications.open_data import dump

        typer.echo(dump(_json(changes, found, wanted, figures)).decode(), nl=False)
        return
    from baken.cli import crosswalk_text as text

    lines = text.figures(changes, found, wanted, figures) if table else text.weights(changes, found, wanted)
    for line in lines:
        typer.echo(line)


def _held(place: str | None) -> BoundaryChanges:
    """The changes of boundaries that the workspace holds.

    Raises:
        UsageError: it holds none.

    """
    from baken.model.errors import UsageError
    from baken.sources.cbs_gebiedswijzigingen.changes import load_changes

    reader = options.reader(place)
    newest = reader.newest(SOURCE)
    if newest is None:
        raise UsageError("no changes of boundaries are held.", do=f"Use: baken fetch {SOURCE}")
    return load_changes(reader.parts(newest))


def _json(
    changes: BoundaryChanges, found: Crosswalk, wanted: str, figures: dict[str, Converted]
) -> dict[str, object]:
    return {
        "from": found.start,
        "to": found.end,
        "by": str(found.by),
        "weights": list(_weights(changes, found, wanted)),
        "unknown": [str(one) for one in found.unknowns(wanted)],
        "figures": [_figure(changes, code, one) for code, one in figures.items() if wanted in ("", code)],
    }


def _weights(changes: BoundaryChanges, found: Crosswalk, wanted: str) -> Iterator[dict[str, object]]:
    for old, row in found.weights.items():
        for new, weight in row.items():
            if wanted in ("", old, new):
                yield {
                    "from": old,
                    "from_name": changes.name(old),
                    "to": new,
                    "to_name": changes.name(new),
                    "weight": None if weight is None else float(weight),
                    "exact": None if weight is None else str(weight),
                }


def _figure(changes: BoundaryChanges, code: str, one: Converted) -> dict[str, object]:
    return {
        "area": code,
        "area_name": changes.name(code),
        "value": None if one.value is None else float(one.value),
        "estimated_share": None if one.estimated_share is None else float(one.estimated_share),
        "missing": list(one.missing),
        "unknown": [str(each) for each in one.unknown],
    }
