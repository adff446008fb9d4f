# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken desk``: the pages on which people who sign in work, with the public site beside them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from baken.cli import options
from baken.cli.options import AreaOption, DateOption, WorkspaceOption
from baken.cli.serve import OWN_HOSTS, listen, name_hosts
from baken.model.errors import UsageError

SITE = "baken.desk.wsgi:application"


def desk(
    *,
    area: AreaOption = None,
    on: DateOption = None,
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[str, typer.Option("--port", metavar="PORT", help="0: any free one.")] = "8000",
    demo: Annotated[
        bool,
        typer.Option(
            "--demo", help="Fill it, with an account per role that anybody on this machine can use."
        ),
    ] = False,
    administrator: Annotated[
        str, typer.Option("--administrator", metavar="NAME", help="Make this first account and end.")
    ] = "",
    prepare: Annotated[bool, typer.Option("--prepare", help="Make or renew the database and end.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Serve the desk until interrupted."""
    if demo and host not in OWN_HOSTS:
        raise UsageError("a demonstration lets anybody in.", do="Leave out --host, or leave out --demo.")
    _settle(area, on, workspace, demo=demo)
    _prepare(demo=demo)
    if administrator:
        from baken.desk.first_account import make_administrator

        typer.echo(make_administrator(administrator))
        return
    if prepare:
        typer.echo("the database is ready")
        return
    note = name_hosts(host)
    listener = listen(host, port)
    from baken.cli.server import address, run

    run(
        listener,
        None,
        "\n".join(one for one in (f"the desk: {address(listener)}werk/", note) if one),
        SITE,
        workers(),
    )


def workers() -> int:
    """One process per core: pages are made by the processor, and Python uses one core in each. At most four,
    which is enough for a municipality and leaves its database room."""
    return min(4, os.cpu_count() or 1)


def _settle(area: str | None, on: str | None, workspace: str | None, *, demo: bool) -> None:
    """Tell the desk, before its settings are read, which municipality and which database it is of."""
    from baken.edition.inputs import whole_municipality

    held = options.workspace(workspace)
    root = Path(held.root)
    if not root.is_dir():
        raise UsageError(f"there is no workspace {root}.", do="Make one with 'baken init'.")
    os.environ["BAKEN_AREA"] = whole_municipality(options.area_or_default(area, workspace))
    os.environ["BAKEN_WORKSPACE"] = str(root)
    os.environ["BAKEN_DATE"] = options.day(on).isoformat() if on else ""
    os.environ["BAKEN_DEMO"] = "1" if demo else ""
    os.environ["DJANGO_SETTINGS_MODULE"] = "baken.desk.settings"
    if not os.environ.get("BAKEN_SECRET_KEY"):
        os.environ["BAKEN_SECRET_KEY"] = held.desk_key().hex()


def _prepare(*, demo: bool) -> None:
    """Bring the tables up to date, and fill those of a demonstration."""
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    if demo:
        from baken.cycle.publishing import publish_demo
        from baken.desk.day import today
        from baken.desk.filling import fill

        for one in fill(os.environ["BAKEN_AREA"], demo=True).left_alone:
            typer.echo(f"left as people made it: {one}")
        publish_demo(today())
    # A connection must not go along into the processes that serve.
    connections.close_all()
