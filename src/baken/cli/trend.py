# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken trend``: which way one series goes, with margin, season, breaks and outliers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import analysis_options, options
from baken.cli.analysis_options import AreaArgument, HtmlOption, IndicatorOption, LanguageOption
from baken.cli.options import DateOption, JsonOption, WorkspaceOption

if TYPE_CHECKING:
    from baken.analysis.trend import TrendQuestion


def trend(
    area: AreaArgument = None,
    *,
    indicator: IndicatorOption = "",
    series: Annotated[
        str, typer.Option("--series", metavar="FILE", help="Series from a CSV file, perhaps packed (.gz).")
    ] = "",
    select: Annotated[str, typer.Option("--select", metavar="ID", help="The series of the file.")] = "",
    breaks: Annotated[
        list[str] | None,
        typer.Option(
            "--break", metavar="P", help="A period in which a new level may begin; may be repeated."
        ),
    ] = None,
    on: DateOption = None,
    language: LanguageOption = "nl",
    html: HtmlOption = "",
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say which way a series goes: percent per year with a margin, with and without the pandemic years.

    Breaks of the catalogue are taken as jumps of the level. Exit code 1 where no counts are held.
    """
    from baken.analysis.trend import ask_trend
    from baken.cli.analysis_show import Form, show, working

    wanted = analysis_options.language(language)
    options.workspace(workspace)  # Compiled calculations are kept in it, if it is there.
    from_file = analysis_options.one_of(area, {"--series": series})
    with working("trend"):
        if from_file:
            analysis_options.refuse_with("--series", {"--indicator": indicator})
            question = _of_file(series, select, breaks or ())
        else:
            given = {"--select": select, "--break": " ".join(breaks or ())}
            analysis_options.refuse_without("--series", given)
            question = _of_store(area, analysis_options.indicator(indicator), on, workspace)
        answer = ask_trend(question)
    show(answer, Form(wanted, as_json, html))


def _of_file(series: str, select: str, breaks: list[str] | tuple[str, ...]) -> TrendQuestion:
    from baken.analysis.series_files import read_series
    from baken.analysis.trend_questions import file_question

    return file_question(read_series(Path(series)), select, breaks)


def _of_store(area: str | None, indicator: str, on: str | None, workspace: str | None) -> TrendQuestion:
    from baken.analysis.trend_questions import held_question

    return held_question(*analysis_options.held(area, on, workspace), indicator)
