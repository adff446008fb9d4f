# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken scan``: which group of adjoining areas holds more cases than chance gives, at once or in time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import analysis_options, options
from baken.cli.analysis_options import (
    AreaArgument,
    HtmlOption,
    IndicatorOption,
    LanguageOption,
    NeighboursOption,
    OutlinesOption,
    PeriodOption,
    SeedOption,
    SimulationsOption,
)
from baken.cli.options import DateOption, JsonOption, WorkspaceOption
from baken.model.errors import UsageError

if TYPE_CHECKING:
    from baken.analysis.place_questions import PlaceFiles, Places

_MonthsOption = Annotated[
    str, typer.Option("--months", metavar="N", help="Scan the newest N months in space and time.")
]
_TableOption = Annotated[
    str, typer.Option("--table", metavar="FILE", help="A CSV file: area, count, population, x, y.")
]
_SeriesOption = Annotated[
    str, typer.Option("--series", metavar="FILE", help="Series of areas, for a scan in space and time.")
]
_AreasOption = Annotated[
    str, typer.Option("--areas", metavar="FILE", help="Where the areas of the series lie: area, x, y.")
]
_ShapeOption = Annotated[
    str, typer.Option("--shape", metavar="SHAPE", help="circle, ellipse or graph [circle].")
]
_ProspectiveOption = Annotated[
    bool, typer.Option("--prospective/--any-time", help="Only what still goes on, or at any time.")
]
_LongestOption = Annotated[
    str, typer.Option("--longest", metavar="N", help="The most periods of a group [half of them].")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What of the store is asked for."""

    area: str | None
    indicator: str
    period: str
    on: str | None
    workspace: str | None
    months: int


def scan(
    area: AreaArgument = None,
    *,
    indicator: IndicatorOption = "",
    period: PeriodOption = "",
    months: _MonthsOption = "",
    table: _TableOption = "",
    series: _SeriesOption = "",
    areas: _AreasOption = "",
    outlines: OutlinesOption = "",
    neighbours: NeighboursOption = "",
    shape: _ShapeOption = "circle",
    prospective: _ProspectiveOption = True,
    longest: _LongestOption = "",
    simulations: SimulationsOption = "",
    seed: SeedOption = "",
    on: DateOption = None,
    language: LanguageOption = "nl",
    html: HtmlOption = "",
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find the groups of adjoining areas with more cases than chance gives. Exit code 1 without counts."""
    from baken.analysis.place_questions import PlaceFiles
    from baken.analysis.scan import ask_scan
    from baken.cli.analysis_show import Form, show, working

    wanted = analysis_options.language(language)
    maps = analysis_options.whole(simulations, "simulations", 999, least=19)
    start = analysis_options.whole(seed, "seed", 1, least=0)
    most = analysis_options.whole(longest, "longest", 0)
    options.workspace(workspace)  # Compiled calculations are kept in it, if it is there.
    newest = analysis_options.whole(months, "months", 0, least=2)
    asked = _Asked(area=area, indicator=indicator, period=period, on=on, workspace=workspace, months=newest)
    with working("scan"):
        files = PlaceFiles(outlines=outlines, neighbours=neighbours)
        places = _places(asked, {"--table": table, "--series": series, "--areas": areas}, files)
        question = replace(places.scan(), shape=shape, prospective=prospective, longest=most)
        answer = ask_scan(replace(question, simulations=maps, seed=start))
    show(answer, Form(wanted, as_json, html))


def _places(asked: _Asked, given: dict[str, str], files: PlaceFiles) -> Places:
    from baken.analysis.place_questions import file_places, held_places

    source = analysis_options.one_of(asked.area, {name: given[name] for name in ("--table", "--series")})
    if source == "--series":
        return _in_time(given, files)
    analysis_options.refuse_without("--series", {"--areas": given["--areas"]})
    if source:
        return file_places(Path(given["--table"]), files)
    analysis_options.refuse_without(
        "a file", {"--outlines": files.outlines, "--neighbours": files.neighbours}
    )
    wanted = analysis_options.indicator(asked.indicator)
    held, code = analysis_options.held(asked.area, asked.on, asked.workspace)
    return held_places(held, code, wanted, asked.period, asked.months)


def _in_time(given: dict[str, str], files: PlaceFiles) -> Places:
    """Series with the places of their areas: from a table, or else the middles of their outlines."""
    from baken.analysis.place_questions import file_space_time
    from baken.analysis.scan_files import outlined_space_time

    series = Path(given["--series"])
    if given["--areas"]:
        return file_space_time(series, Path(given["--areas"]), files)
    if files.outlines:
        return outlined_space_time(series, files)
    raise UsageError(
        "--series needs to know where the areas lie.",
        do="Give --areas FILE: area, x, y; or --outlines FILE with all areas.",
    )
