# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""All commands together."""

from __future__ import annotations

from typing import Annotated

import typer

from baken import __version__
from baken.cli import (
    add,
    audit,
    build,
    check,
    compare,
    crosswalk,
    desk,
    doctor,
    fetch,
    history,
    hotspots,
    importing,
    indicators,
    init,
    protect,
    replay,
    scan,
    serve,
    signals,
    sources,
    trend,
    verify,
    warm,
)
from baken.cli.plain import PlainCommand, PlainGroup

# No markup and no coloured tracebacks: these import rich, which takes 0.25 s.
app = typer.Typer(
    name="baken",
    cls=PlainGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"max_content_width": 100},
    no_args_is_help=True,
    help="The safety picture of a municipality, with every figure traceable to its source.",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"baken {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Show where in the program an error arose.")
    ] = False,
) -> None:
    """Only declares the options: ``main`` reads ``--verbose`` itself, before any command runs."""


for name, function in (
    ("build", build.build),
    ("desk", desk.desk),
    ("audit", audit.audit),
    ("indicators", indicators.indicators),
    ("add", add.add),
    ("sources", sources.sources),
    ("fetch", fetch.fetch),
    ("import", importing.import_table),
    ("history", history.history),
    ("crosswalk", crosswalk.crosswalk),
    ("trend", trend.trend),
    ("compare", compare.compare),
    ("signals", signals.signals),
    ("hotspots", hotspots.hotspots),
    ("scan", scan.scan),
    ("check", check.check),
    ("protect", protect.protect),
    ("attack", protect.attack),
    ("replay", replay.replay),
    ("verify", verify.verify),
    ("serve", serve.serve),
    ("doctor", doctor.doctor),
    ("init", init.init),
    ("warm", warm.warm),
):
    app.command(name, cls=PlainCommand)(function)
