# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The server: HTTP/1.1 on this machine only, with the publishers under one address."""

from __future__ import annotations

import gzip
import socket
import socketserver
import sys
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from baken.model.errors import BakenError
from baken.replay.faults import Exchange, Fault, find_fault
from baken.replay.messages import Reply, Request, Site, as_json

HOST = "127.0.0.1"
WORTH_PACKING = 4096
"""Bytes from which a body is compressed for a client that takes it."""


class Replay:
    """Sites under one address, while the ``with`` block lasts.

    Args:
        sites: who answers; the first that knows a path does.
        faults: what goes wrong, and when.
        port: where to listen; 0 means any free port.
        own_links: links in the answers point to this server. Otherwise they point to the publisher itself,
            as real ones do, and a client must put its own base in their place.
        packing: bodies are compressed for a client that takes it.

    """

    def __init__(
        self,
        sites: Sequence[Site],
        *,
        faults: Sequence[Fault] = (),
        port: int = 0,
        own_links: bool = False,
        packing: bool = True,
    ) -> None:
        self.sites, self.faults = tuple(sites), tuple(faults)
        self.own_links, self.packing = own_links, packing
        self.log: list[str] = []
        self.stopping = Event()
        self.lock = Lock()
        self._server = _Server(self, port)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The address under which each publisher lies in a folder with the name of its host."""
        return f"http://{HOST}:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def serves(self) -> list[str]:
        """One line for each thing that can be asked for."""
        return [line for site in self.sites for line in site.serves()]

    def asked(self, part: str = "") -> int:
        """How many requests had a text in their path or query."""
        with self.lock:
            return sum(part in line for line in self.log)

    def answer(self, request: Request) -> Reply:
        """What the first site that knows the path answers."""
        for site in self.sites:
            try:
                reply = site.answer(request)
            except (BakenError, OSError) as error:
                return as_json({"error": str(error)}, 500)
            if reply is not None:
                return reply
        return as_json({"error": f"nothing is served at {request.host}{request.path}"}, 404)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, replay: Replay, port: int) -> None:
        self.replay = replay
        self._open: set[socket.socket] = set()
        super().__init__((HOST, port), _Handler)

    def process_request(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        if isinstance(request, socket.socket):
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        if isinstance(request, socket.socket):
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """A client that leaves early, or a connection that a fault has ended, is no error."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def server_close(self) -> None:
        """Also end the connections that clients keep open, so that stopping never waits for them."""
        for connection in tuple(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
        super().server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        self._respond()

    def do_HEAD(self) -> None:
        self._respond()

    def log_message(self, *_: object) -> None:
        """The log of requests is kept by the server itself."""

    def _respond(self) -> None:
        replay = self.server.replay
        request = _request(self, replay)
        with replay.lock:
            replay.log.append(f"/{request.host}{request.target}" if request.host else request.target)
            fault = find_fault(replay.faults, f"{request.host}{request.target}")
        if fault is None:
            self._send(replay.answer(request))
        else:
            fault.kind.play(
                Exchange(replay.answer, request, self.connection, fault.number, replay.stopping), self._send
            )
            self.close_connection = self.close_connection or fault.kind.ends

    def _send(self, reply: Reply) -> None:
        """Headers and body; a stream of unknown length ends with the connection."""
        headers = dict(reply.headers)
        body = reply.body
        if self._is_worth_packing(reply):
            body = (gzip.compress(reply.content, 1, mtime=0),)
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        for name, value in headers.items():
            self.send_header(name, value)
        if reply.stream is not None:
            self.close_connection = True
            self.send_header("Connection", "close")
        elif "Content-Length" not in headers:
            self.send_header("Content-Length", str(sum(len(chunk) for chunk in body)))
        self.end_headers()
        if self.command != "HEAD":
            for chunk in body if reply.stream is None else reply.stream:
                self.wfile.write(chunk)

    def _is_worth_packing(self, reply: Reply) -> bool:
        settled = reply.stream is not None or "Content-Length" in reply.headers
        if settled or not self.server.replay.packing or reply.status != 200 or reply.size < WORTH_PACKING:
            return False
        return "gzip" in self.headers.get("Accept-Encoding", "")


def _request(handler: BaseHTTPRequestHandler, replay: Replay) -> Request:
    """The request, with the first folder of the path as the host where it looks like one."""
    parts = urlsplit(handler.path)
    whole = unquote(parts.path)
    first, slash, rest = whole.lstrip("/").partition("/")
    host, path = (first, f"/{rest}") if slash and "." in first else ("", whole)
    return Request(
        host=host,
        path=path,
        query=parts.query,
        method=handler.command or "GET",
        headers=handler.headers,  # type: ignore[arg-type] # it has the get of a mapping, without regard to case
        base=replay.url if replay.own_links else "",
    )
