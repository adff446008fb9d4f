# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Gunicorn with threads, around the live site, the desk or the files of an edition."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from wsgiref.headers import Headers

import typer
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.util import import_app  # type: ignore[import-untyped]
from whitenoise import WhiteNoise  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from baken.web.wsgi import Wsgi

SITE = "baken.web.wsgi:application"
THREADS = 4


class Server(BaseApplication):  # type: ignore[misc] # gunicorn has no types
    """Gunicorn on a socket that listens already."""

    def __init__(
        self, listener: socket.socket, edition: Path | None, note: str, site: str, workers: int
    ) -> None:
        self.announcement = f"serving on {address(listener)}" + (f"\n{note}" if note else "")
        # Gunicorn closes the number that it is given, so it must own it.
        self.handle = listener.detach()
        self.edition = edition
        self.site = site
        self.workers = workers
        super().__init__()

    def load_config(self) -> None:
        """Set what differs from gunicorn's own defaults."""
        settings = {
            "bind": f"fd://{self.handle}",
            "workers": self.workers,
            "worker_class": "gthread",
            "threads": THREADS,
            "loglevel": "warning",
            "timeout": 120,
            # A browser that keeps a connection open must not hold up Ctrl-C for half a minute.
            "graceful_timeout": 10,
            # With connections kept open a thread worker at times does not stop (3 of 56 times; 0 without).
            "keepalive": 0,
            "proc_name": "baken",
            "when_ready": lambda _: typer.echo(self.announcement),
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Wsgi:
        """The application, imported in the process that serves it."""
        if self.edition is not None:
            return files_of(self.edition)
        site: Wsgi = import_app(self.site)
        return site


def run(
    listener: socket.socket, edition: Path | None, note: str = "", site: str = SITE, workers: int = 1
) -> None:
    """Serve until interrupted; the note is said once it serves."""
    Server(listener, edition, note, site, workers).run()


def address(listener: socket.socket) -> str:
    """What to type into a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def files_of(edition: Path) -> Wsgi:
    """The files of an edition, with the headers of the live site.

    What is not one of them gets the edition's own page 404, or else that of the live site.
    """
    from baken.web.assets import MAX_AGE, NOT_FOUND, content_type
    from baken.web.wsgi import with_policy, without_body_on_head

    page = edition / "404.html"
    content = page.read_bytes() if page.is_file() else NOT_FOUND

    def not_found(_: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        length = ("Content-Length", str(len(content)))
        start("404 Not Found", [("Content-Type", "text/html; charset=utf-8"), length])
        return [content]

    def say_type(headers: Headers, path: str, _url: str) -> None:
        headers["Content-Type"] = content_type(path)

    files = WhiteNoise(
        not_found,
        root=edition,
        index_file=True,
        max_age=MAX_AGE,
        allow_all_origins=False,
        add_headers_function=say_type,
    )
    return with_policy(without_body_on_head(files))
