# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken hotspots``: where high figures lie together, with uncertainty and without small counts."""

from __future__ import annotations

from dataclasses import replace
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

if TYPE_CHECKING:
    from baken.analysis.place_questions import Places

_TableOption = Annotated[
    str,
    typer.Option("--table", metavar="FILE", help="A CSV file: area, count, perhaps population, name, x, y."),
]
_MinimumOption = Annotated[
    str, typer.Option("--minimum", metavar="N", help="Of fewer cases than this nothing is said [5].")
]


def hotspots(
    area: AreaArgument = None,
    *,
    indicator: IndicatorOption = "",
    period: PeriodOption = "",
    table: _TableOption = "",
    outlines: OutlinesOption = "",
    neighbours: NeighboursOption = "",
    minimum: _MinimumOption = "",
    simulations: SimulationsOption = "",
    seed: SeedOption = "",
    on: DateOption = None,
    language: LanguageOption = "nl",
    html: HtmlOption = "",
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the areas where high figures lie together, each with its margin and chance of a false alarm.

    Areas with few cases are left out. Exit code 1 where no counts are held.
    """
    from baken.analysis.hotspots import ask_hotspots
    from baken.analysis.place_questions import PlaceFiles, file_places
    from baken.cli.analysis_show import Form, show, working

    wanted = analysis_options.language(language)
    draws = analysis_options.whole(simulations, "simulations", 999)
    start = analysis_options.whole(seed, "seed", 1, least=0)
    options.workspace(workspace)  # Compiled calculations are kept in it, if it is there.
    from_file = analysis_options.one_of(area, {"--table": table})
    with working("hotspots"):
        files = PlaceFiles(outlines=outlines, neighbours=neighbours)
        if from_file:
            analysis_options.refuse_with("--table", {"--indicator": indicator, "--period": period})
            places = file_places(Path(table), files)
        else:
            analysis_options.refuse_without("--table", {"--outlines": outlines, "--neighbours": neighbours})
            places = _held(area, analysis_options.indicator(indicator), period, on, workspace)
        least = analysis_options.whole(minimum, "minimum", places.minimum, least=0)
        answer = ask_hotspots(replace(places.hotspots(), minimum=least, simulations=draws, seed=start))
    show(answer, Form(wanted, as_json, html))


def _held(area: str | None, indicator: str, period: str, on: str | None, workspace: str | None) -> Places:
    from baken.analysis.place_questions import held_places

    return held_places(*analysis_options.held(area, on, workspace), indicator, period)
