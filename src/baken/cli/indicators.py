# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken indicators``: the figures of an area, as a table or as JSON.

It asks for figures and not for whole records: those need methods that take a second to load.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import options
from baken.cli.options import DateOption, FiguresOption, JsonOption, WorkspaceOption

if TYPE_CHECKING:
    from baken.model.finding import Review
    from baken.picture.material import Material


def indicators(
    area: Annotated[
        str | None, typer.Argument(metavar="AREA", help="Municipality, district or neighbourhood.")
    ] = None,
    *,
    period: Annotated[str, typer.Option("--period", metavar="P", help="Only 2021, 2021-Q2 or 2021-03.")] = "",
    on: DateOption = None,
    figures: FiguresOption = None,
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the figures of an area, with status, margin and context."""
    from baken.analysis.caveats import caveats, inside_only
    from baken.analysis.said import Said
    from baken.edition.inputs import load_inputs
    from baken.model.text import Language
    from baken.publications.open_data import area_records, dump

    wanted = str(options.period(period)) if period else ""
    asked = options.area_or_default(area, workspace)
    material, code = load_inputs(asked, options.day(on), options.tables(figures), options.reader(workspace))
    records = [
        one
        for name in material.indicators
        for one in area_records(material, name, code)
        if not wanted or one["period"] == wanted
    ]
    reviews = _reviews(material) if code == material.municipality.code else ()
    inside = inside_only(material.municipality, material.register[code]) if records else ""
    said = Said(sentences=(), caveats=caveats(inside))
    if not as_json:
        from baken.cli.figure_table import show

        show(material, code, records, reviews)
        for line in said.lines(Language.NL):
            typer.echo(line)
        return
    answer = {
        "municipality": material.municipality.code,
        "area": code,
        "date": material.on.isoformat(),
        "figures": records,
        "reviews": [_review(one) for one in reviews],
        "caveats": said.record()["caveats"],
    }
    typer.echo(dump(answer).decode(), nl=False)


def _reviews(material: Material) -> tuple[Review, ...]:
    """Figures that passed a threshold; without thresholds the picture need not be loaded."""
    if not material.municipality.thresholds:
        return ()
    from baken.picture.picture import SafetyPicture

    return SafetyPicture(material).reviews


def _review(one: Review) -> dict[str, object]:
    return {
        "indicator": one.indicator,
        "theme": one.theme,
        "owner": one.owner,
        "period": str(one.period),
        "value": float(one.value),
        "threshold": float(one.threshold),
    }
