# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken signals``: which of many series is higher than it should be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import analysis_options, options
from baken.cli.analysis_options import AreaArgument, HtmlOption, LanguageOption
from baken.cli.options import DateOption, JsonOption, WorkspaceOption
from baken.model.errors import UsageError

if TYPE_CHECKING:
    from baken.analysis.signal_questions import Settings
    from baken.analysis.signals import SignalQuestion

_LENGTHS = (52, 12)


def signals(
    area: AreaArgument = None,
    *,
    indicator: Annotated[
        list[str] | None,
        typer.Option("--indicator", metavar="ID", help="Only this one; may be given more than once."),
    ] = None,
    month: Annotated[
        str, typer.Option("--month", metavar="YYYY-MM", help="Up to this month [the newest one].")
    ] = "",
    series: Annotated[
        str, typer.Option("--series", metavar="FILE", help="Series from a CSV file, perhaps packed (.gz).")
    ] = "",
    method: Annotated[str, typer.Option("--method", metavar="NAME", help="The method [pooled].")] = "pooled",
    monitor: Annotated[
        str,
        typer.Option(
            "--monitor",
            metavar="N",
            help="Judge the newest N periods [49 weeks or 12 months, fewer if short].",
        ),
    ] = "",
    per_year: Annotated[
        str, typer.Option("--per-year", metavar="N", help="Periods per year, where the file does not say it.")
    ] = "",
    on: DateOption = None,
    language: LanguageOption = "nl",
    html: HtmlOption = "",
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say in which series more was registered than expected: a reason to look, and no proof.

    Exit code 1 where no monthly figures are held.
    """
    from baken.analysis.signal_questions import Settings
    from baken.cli.analysis_show import Form, show, working

    wanted = analysis_options.language(language)
    length = analysis_options.whole(per_year, "per-year", 0)
    if length not in (0, *_LENGTHS):
        raise UsageError(f"--per-year is '{per_year}'.", do="Use 52 for weeks or 12 for months.")
    settings = Settings(
        method=method, monitored=analysis_options.whole(monitor, "monitor", 0), per_year=length
    )
    options.workspace(workspace)  # Compiled calculations are kept in it, if it is there.
    from_file = analysis_options.one_of(area, {"--series": series})
    with working("signals"):
        from baken.analysis.signals import ask_signals

        if from_file:
            analysis_options.refuse_with("--series", {"--indicator": indicator, "--month": month})
            question = _of_file(series, settings)
        else:
            from baken.analysis.signal_questions import held_signals

            held, code = analysis_options.held(area, on, workspace)
            question = held_signals(held, code, indicator or (), month, settings)
        answer = ask_signals(question)
    show(answer, Form(wanted, as_json, html))


def _of_file(series: str, settings: Settings) -> SignalQuestion:
    from baken.analysis.series_files import read_series
    from baken.analysis.signal_questions import file_signals

    return file_signals(read_series(Path(series)), settings)
