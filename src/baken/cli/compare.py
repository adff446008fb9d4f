# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken compare``: rates of areas beside each other, and which differences chance does not explain."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from baken.cli import analysis_options, options
from baken.cli.analysis_options import AreaArgument, HtmlOption, IndicatorOption, LanguageOption, PeriodOption
from baken.cli.options import DateOption, JsonOption, WorkspaceOption
from baken.model.errors import UsageError


def compare(
    area: AreaArgument = None,
    *,
    indicator: IndicatorOption = "",
    period: PeriodOption = "",
    level: Annotated[
        str,
        typer.Option(
            "--level", metavar="LEVEL", help="neighbourhood, district, focus or peers [neighbourhood]."
        ),
    ] = "neighbourhood",
    table: Annotated[
        str,
        typer.Option("--table", metavar="FILE", help="A CSV file: area, count, population, perhaps name."),
    ] = "",
    visitors: Annotated[
        str,
        typer.Option("--visitors", metavar="A..B", help="People present per inhabitant, such as 1.1..1.4."),
    ] = "",
    reported: Annotated[
        str,
        typer.Option("--reported", metavar="A..B", help="The share that is registered, such as 0.3..0.6."),
    ] = "",
    on: DateOption = None,
    language: LanguageOption = "nl",
    html: HtmlOption = "",
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare the rates of areas: margins, what chance explains, places in a ranking with their margin.

    Exit code 1 where no counts are held.
    """
    from dataclasses import replace

    from baken.analysis.compare import ask_compare
    from baken.analysis.compare_questions import file_comparison, held_comparison
    from baken.cli.analysis_show import Form, show, working

    wanted = analysis_options.language(language)
    present, share = _present(visitors), _share(reported)
    options.workspace(workspace)  # Compiled calculations are kept in it, if it is there.
    from_file = analysis_options.one_of(area, {"--table": table})
    with working("compare"):
        if from_file:
            analysis_options.refuse_with("--table", {"--indicator": indicator, "--period": period})
            question = file_comparison(Path(table))
        else:
            asked = analysis_options.indicator(indicator)
            question = held_comparison(*analysis_options.held(area, on, workspace), asked, level, period)
        answer = ask_compare(replace(question, visitors=present, reported=share))
    show(answer, Form(wanted, as_json, html))


def _present(text: str) -> tuple[float, float] | None:
    """Visitors per inhabitant, from the people present per inhabitant."""
    found = _range(text, "visitors", "1.1..1.4")
    if found is None:
        return None
    if found[0] < 1:
        raise UsageError(
            f"--visitors is '{text}': fewer people present than inhabitants.", do="Write 1.1..1.4."
        )
    return round(found[0] - 1, 12), round(found[1] - 1, 12)


def _share(text: str) -> tuple[float, float] | None:
    found = _range(text, "reported", "0.3..0.6")
    if found is not None and not 0 < found[0] <= found[1] <= 1:
        raise UsageError(f"--reported is '{text}', not shares above 0 up to 1.", do="Write 0.3..0.6.")
    return found


def _range(text: str, name: str, example: str) -> tuple[float, float] | None:
    from baken.model.number import parse_number

    if not text:
        return None
    try:
        low, high = (float(parse_number(part)) for part in text.split(".."))
    except ValueError:
        raise UsageError(f"--{name} is '{text}', not a range.", do=f"Write {example}.") from None
    if low > high:
        raise UsageError(f"--{name} is '{text}': the first is above the second.", do=f"Write {example}.")
    return low, high
