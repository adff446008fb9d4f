# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One gunicorn process with threads, around the live site or around the files of an edition."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import typer
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.util import import_app  # type: ignore[import-untyped]
from whitenoise import WhiteNoise  # type: ignore[import-untyped]

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
SITE = "baken.web.wsgi:application"
THREADS = 4


class Server(BaseApplication):  # type: ignore[misc] # gunicorn has no types
    """Gunicorn on a socket that listens already."""

    def __init__(self, listener: socket.socket, edition: Path | None) -> None:
        self.address = address(listener)
        # Gunicorn closes the number that it is given, so it must own it.
        self.handle = listener.detach()
        self.edition = edition
        super().__init__()

    def load_config(self) -> None:
        """Set what differs from gunicorn's own defaults."""
        settings = {
            "bind": f"fd://{self.handle}",
            "workers": 1,
            "worker_class": "gthread",
            "threads": THREADS,
            "loglevel": "warning",
            "timeout": 120,
            "proc_name": "baken",
            "when_ready": lambda _: typer.echo(f"serving on {self.address}"),
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Wsgi:
        """The application, imported in the process that serves it."""
        if self.edition is not None:
            return files_of(self.edition)
        site: Wsgi = import_app(SITE)
        return site


def run(listener: socket.socket, edition: Path | None) -> None:
    """Serve until interrupted."""
    Server(listener, edition).run()


def address(listener: socket.socket) -> str:
    """What to type into a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def files_of(edition: Path) -> Wsgi:
    """The files of an edition; what is not one of them gets its own page 404, where it has one."""
    page = edition / "404.html"
    content = (
        page.read_bytes() if page.is_file() else b"Deze pagina bestaat niet. This page does not exist.\n"
    )
    kind = "text/html; charset=utf-8" if page.is_file() else "text/plain; charset=utf-8"

    def not_found(_: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        start("404 Not Found", [("Content-Type", kind), ("X-Content-Type-Options", "nosniff")])
        return [content]

    application: Wsgi = WhiteNoise(
        not_found,
        root=edition,
        index_file=True,
        allow_all_origins=False,
        add_headers_function=lambda headers, _path, _url: headers.setdefault(
            "X-Content-Type-Options", "nosniff"
        ),
    )
    return application
