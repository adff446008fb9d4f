# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken serve``: the live site, or an edition that was built, on this machine."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Annotated

import typer

from baken.cli import options
from baken.cli.options import AreaOption, DateOption, WorkspaceOption
from baken.model.errors import UsageError

# As in the settings of the site, which read the environment as they are imported: not before it is set here.
OWN_HOSTS = ("127.0.0.1", "localhost", "[::1]")


def serve(
    *,
    area: AreaOption = None,
    on: DateOption = None,
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[str, typer.Option("--port", metavar="PORT", help="0: any free one.")] = "8000",
    edition: Annotated[
        str | None, typer.Option("--edition", metavar="DIR", help="Serve this edition, as its files are.")
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Serve the site until interrupted."""
    note = ""
    if edition:
        from baken.edition.manifest import read_manifest

        read_manifest(Path(edition))
    else:
        _set_up(area, on, workspace)
        note = name_hosts(host)
    # Whatever the environment says: the public site, live or from files, runs without accounts and database.
    os.environ["DJANGO_SETTINGS_MODULE"] = "baken.web.settings"
    listener = listen(host, port)
    from baken.cli.server import run

    run(listener, Path(edition).absolute() if edition else None, note)


def _set_up(area: str | None, on: str | None, workspace: str | None) -> None:
    """Tell the site what to show, and check it now: a wrong name must not become a page of errors."""
    from baken.edition.inputs import whole_municipality

    code = whole_municipality(options.area_or_default(area, workspace))
    os.environ["BAKEN_AREA"] = code
    os.environ["BAKEN_WORKSPACE"] = _place(options.workspace(workspace).root)
    # Without a date the site looks from the day on which its process began.
    os.environ["BAKEN_DATE"] = options.day(on).isoformat()


def _place(root: Path) -> str:
    """A workspace that is there; where there is none the site shows what the project carries."""
    return str(root) if root.is_dir() else ""


def name_hosts(host: str) -> str:
    """Let the site answer to where it listens; what to say when a person must name the hosts."""
    if os.environ.get("BAKEN_HOSTS", "").strip():
        return ""
    hosts = ", ".join(dict.fromkeys((*OWN_HOSTS, f"[{host}]" if ":" in host else host)))
    os.environ["BAKEN_HOSTS"] = hosts
    if host not in ("", "0", "0.0.0.0", "::"):  # noqa: S104 - compared, not listened on
        return ""
    return f"it answers only to {hosts}; to be reached by another name, name it in BAKEN_HOSTS, with commas"


def listen(host: str, port: str) -> socket.socket:
    """A socket that listens; it is made here, so that a port in use is one clear line.

    Raises:
        UsageError: no such port or host, or the port is in use.

    """
    if not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise UsageError(f"'{port}' is not a port.", do="Use a number from 0 to 65535.")
    try:
        family = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, int(port)), family=family, backlog=128)
    except OSError as error:
        # A name that does not resolve has a negative number and its own words.
        known = error.errno is not None and error.errno > 0
        reason = os.strerror(error.errno or 0) if known else error.strerror or str(error)
        raise UsageError(
            f"cannot listen on {host} port {port}: {reason.lower()}.",
            do="Choose another with --port or --host.",
        ) from error
