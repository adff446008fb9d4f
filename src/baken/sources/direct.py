# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Requests over connections of the standard library, as a transport for httpx.

Large replies come in several times faster than over its own transport. httpx still follows redirects,
unpacks, and is told what goes wrong in its own terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTP_PORT, HTTPS_PORT, HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ssl import SSLContext

import httpx

# What is packed can swell a thousandfold, so that its pieces must be small.
_PIECE, _PACKED = 2**18, 2**16


class Direct(httpx.BaseTransport):
    """Keeps one connection to each host open between requests. It goes through no proxy."""

    def __init__(self, trust: SSLContext) -> None:
        """Connect to nothing yet; ``trust`` says whose certificates are good."""
        self._trust = trust
        self._kept: dict[tuple[str, str, int | None], HTTPConnection] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and read how its answer begins; the rest is read as it is asked for."""
        origin = (request.url.scheme, request.url.host, request.url.port)
        kept = self._kept.pop(origin, None)
        connection, response = (kept and _again(kept, request)) or self._anew(request)
        self._kept[origin] = connection
        return httpx.Response(
            response.status,
            headers=response.getheaders(),
            stream=_Body(connection, response),
            extensions={"reason_phrase": response.reason.encode("ascii", "replace")},
        )

    def _anew(self, request: httpx.Request) -> tuple[HTTPConnection, HTTPResponse]:
        url, patience = request.url, request.extensions["timeout"]
        host = url.raw_host.decode("ascii")
        secure = url.scheme == "https"
        made = (
            HTTPSConnection(host, url.port or HTTPS_PORT, context=self._trust)
            if secure
            else HTTPConnection(host, url.port or HTTP_PORT)
        )
        made.timeout = patience["connect"]
        with _in_terms_of_httpx(httpx.ConnectTimeout, made):
            made.connect()
            made.sock.settimeout(patience["read"])
        with _in_terms_of_httpx(httpx.ReadTimeout, made):
            return made, _asked(made, request)

    def close(self) -> None:
        """Close what is open."""
        for connection in self._kept.values():
            connection.close()


def _again(kept: HTTPConnection, request: httpx.Request) -> tuple[HTTPConnection, HTTPResponse] | None:
    """Ask over a connection that was used before; nothing if the publisher has closed it meanwhile."""
    if kept.sock is None:
        return None
    try:
        with _in_terms_of_httpx(httpx.ReadTimeout, kept):
            return kept, _asked(kept, request)
    except httpx.NetworkError:
        return None


def _asked(connection: HTTPConnection, request: httpx.Request) -> HTTPResponse:
    target = request.url.raw_path.decode("ascii")
    connection.putrequest(request.method, target, skip_host=True, skip_accept_encoding=True)
    for name, value in request.headers.raw:
        connection.putheader(name, value)
    connection.endheaders(request.read() or None)
    return connection.getresponse()


class _Body(httpx.SyncByteStream):
    """The rest of an answer. A connection of which not all was read cannot be used again."""

    def __init__(self, connection: HTTPConnection, response: HTTPResponse) -> None:
        self._connection, self._response, self._whole = connection, response, False

    def __iter__(self) -> Iterator[bytes]:
        piece_size = _PACKED if self._response.getheader("content-encoding") else _PIECE
        with _in_terms_of_httpx(httpx.ReadTimeout, self._connection):
            while piece := self._response.read1(piece_size):
                yield piece
        if self._response.length:
            raise httpx.RemoteProtocolError("the reply ends half-way")
        self._whole = True

    def close(self) -> None:
        self._response.close()
        if not self._whole:
            self._connection.close()


@contextmanager
def _in_terms_of_httpx(late: type[httpx.TimeoutException], connection: HTTPConnection) -> Iterator[None]:
    """Say what goes wrong as httpx does, and close the connection then."""
    try:
        yield
    except TimeoutError as error:
        connection.close()
        raise late(str(error)) from error
    except (OSError, HTTPException) as error:
        connection.close()
        raise httpx.NetworkError(str(error) or type(error).__name__) from error
