# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken add``: the sum of indicators, or why there is none."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import options
from baken.cli.options import DateOption, FiguresOption, JsonOption, WorkspaceOption

if TYPE_CHECKING:
    from baken.analysis.said import Said
    from baken.model.period import Period
    from baken.picture.series import IndicatorPicture


def add(
    words: Annotated[
        list[str], typer.Argument(metavar="[AREA] INDICATOR", help="An area and two or more indicators.")
    ],
    *,
    period: Annotated[str, typer.Option("--period", metavar="P", help="2021, 2021-Q2 or 2021-03.")] = "",
    on: DateOption = None,
    figures: FiguresOption = None,
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add indicators, or say why they cannot be added.

    Exit code 1 where a sum means nothing.
    """
    from baken.analysis.caveats import caveats, inside_only
    from baken.analysis.said import Said
    from baken.edition.inputs import load_inputs
    from baken.model.text import Language
    from baken.picture.combine import add as add_records
    from baken.picture.picture import SafetyPicture

    when = options.period(period)
    first, names = _parts(list(words))
    asked = options.area_or_default(first, workspace)
    material, area = load_inputs(asked, options.day(on), options.tables(figures), options.reader(workspace))
    for name in names:
        material.catalogue.indicator(name)
    picture = SafetyPicture(material)
    records = [picture.record(name, area) for name in names]
    total = add_records(material.catalogue, records, when)
    inside = inside_only(material.municipality, material.register[area])
    said = Said(sentences=(), caveats=caveats(inside))
    if as_json:
        typer.echo(_json(records, when, total, said), nl=False)
        return
    for line in (_line(records, when, total), *said.lines(Language.NL)):
        typer.echo(line)


def _parts(words: list[str]) -> tuple[str | None, list[str]]:
    """The area and the indicators; where the first word is an indicator the area is the workspace's."""
    from baken.catalogue.catalogue import load_catalogue

    if words[0] in load_catalogue().indicators:
        return None, words
    return words[0], words[1:]


def _line(records: list[IndicatorPicture], when: Period, total: Decimal) -> str:
    from baken.model.number import decimals_of, format_number

    shown = format_number(total, decimals_of(total), "nl")
    names = " + ".join(one.indicator.id for one in records)
    return f"{shown} {records[0].unit.label.nl} ({records[0].area.name}, {when}): {names}"


def _json(records: list[IndicatorPicture], when: Period, total: Decimal, said: Said) -> str:
    from baken.publications.open_data import dump

    answer = {
        "area": records[0].area.code,
        "period": str(when),
        "indicators": [one.indicator.id for one in records],
        "sum": float(total),
        "unit": records[0].unit.id,
        "caveats": said.record()["caveats"],
    }
    return dump(answer).decode()
