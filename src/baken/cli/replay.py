# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken replay``: a stand-in for the publishers on this machine."""

from __future__ import annotations

import signal
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from baken.model.errors import UsageError

if TYPE_CHECKING:
    from baken.replay.messages import Site

Folders = Annotated[
    list[str] | None,
    typer.Option("--recorded", metavar="DIR", help="Recorded replies; may be given more than once."),
]
Faults = Annotated[
    list[str] | None,
    typer.Option("--fault", metavar="RULE", help="What goes wrong, as 429@TypedDataSet#3; or 'list'."),
]


def replay(
    *,
    data: Annotated[
        str | None,
        typer.Option("--data", metavar="DIR", help="Fill the publishers' tables from this folder."),
    ] = None,
    recorded: Folders = None,
    computed: Annotated[
        str | None,
        typer.Option(
            "--computed", metavar="SHAPE", help="Invented 47022NED of KINDSxAREASxMONTHS, as 20x14000x72."
        ),
    ] = None,
    fault: Faults = None,
    port: Annotated[str, typer.Option("--port", metavar="PORT", help="0: any free one.")] = "8010",
    own_links: Annotated[
        bool, typer.Option("--own-links", help="Let links point here, not to the publisher.")
    ] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Never compress an answer.")] = False,
) -> None:
    """Stand in for the publishers, on this machine only, until interrupted.

    Each publisher lies under the address in a folder with the name of its host. A fault is
    KIND[=NUMBER]@TEXT[#FIRST[xTIMES]]: it strikes requests that hold TEXT, from the FIRST on.
    """
    from baken.replay.faults import KINDS, Fault

    if fault == ["list"]:
        for name, kind in KINDS.items():
            typer.echo(f"{name:<10}{kind.about}")
        return
    from baken.replay.fill import sites_of
    from baken.replay.recorded import Recorded
    from baken.replay.server import Replay

    sites: list[Site] = [Recorded(Path(folder)) for folder in recorded or ()]
    sites += _computed(computed) if computed else []
    sites += sites_of(Path(data)) if data else []
    if not sites:
        raise UsageError("nothing to serve.", do="Give --data, --recorded or --computed.")
    faults = [Fault.parse(rule) for rule in fault or ()]
    # A shell lets what it starts in the background ignore an interruption; this is how one stops it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with Replay(sites, faults=faults, port=_port(port), own_links=own_links, packing=not plain) as server:
        typer.echo(f"replaying on {server.url}/")
        for line in server.serves():
            typer.echo(f"  {line}")
        Event().wait()


def _computed(text: str) -> list[Site]:
    """The police's host with one large table; it hides the other tables of that host."""
    from baken.replay.computed import computed_table
    from baken.replay.fill import POLICE
    from baken.replay.odata3 import OData3

    sizes = [int(part) for part in text.split("x") if part.isascii() and part.isdigit()]
    if text != "x".join(map(str, sizes)) or len(sizes) != 3 or 0 in sizes or sizes[0] > 730:
        raise UsageError(f"'{text}' is not a shape.", do="Write it as 20x14000x72, with at most 730 kinds.")
    table = computed_table("47022NED", shape=(sizes[0], sizes[1], sizes[2]))
    return [OData3(POLICE, {"47022NED": lambda: table})]


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise UsageError(f"'{text}' is not a port.", do="Use a number from 0 to 65535.")
    return int(text)
