# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Connections are kept between requests, and made anew when the publisher has closed them or fails."""

from __future__ import annotations

import gzip
import socket
import ssl
from collections.abc import Callable, Iterator
from threading import Thread

import httpx
import pytest

from baken.sources.client import Client, Patience
from baken.sources.direct import Direct

Talk = list[list[bytes]]
Serve = Callable[[Talk], str]
HASTE = httpx.Timeout(0.5)


def reply(body: bytes, *headers: str, length: int | None = None) -> bytes:
    lines = [
        "HTTP/1.1 200 OK",
        f"Content-Length: {len(body) if length is None else length}",
        *headers,
        "",
        "",
    ]
    return "\r\n".join(lines).encode() + body


@pytest.fixture
def serve() -> Iterator[Serve]:
    """A server that answers each connection with a list of replies, and then closes it."""
    listener = socket.create_server(("127.0.0.1", 0))
    threads = []

    def talk(replies: Talk) -> None:
        for one in replies:
            with listener.accept()[0] as connection:
                for text in one:
                    if not connection.recv(65536):
                        break
                    connection.sendall(text)

    def start(replies: Talk) -> str:
        threads.append(Thread(target=talk, args=(replies,), daemon=True))
        threads[-1].start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}/"

    yield start
    listener.close()
    for thread in threads:
        thread.join(5)


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client(transport=Direct(ssl.create_default_context()), timeout=HASTE) as one:
        yield one


def test_two_requests_go_over_one_connection(serve: Serve, client: httpx.Client) -> None:
    address = serve([[reply(b"one"), reply(b"two")]])
    assert [client.get(address).content for _ in range(2)] == [b"one", b"two"]


def test_a_connection_that_the_publisher_closed_is_made_anew(serve: Serve, client: httpx.Client) -> None:
    address = serve([[reply(b"one")], [reply(b"two", "Connection: close")], [reply(b"three")]])
    assert [client.get(address).content for _ in range(3)] == [b"one", b"two", b"three"]


def test_a_reply_of_which_not_all_was_read_spoils_no_other(serve: Serve, client: httpx.Client) -> None:
    address = serve([[reply(b"x" * 200_000)], [reply(b"two")]])
    with client.stream("GET", address) as first:
        assert next(first.iter_raw()).startswith(b"x")
    assert client.get(address).content == b"two"


def test_pieces_and_packing_are_undone(serve: Serve, client: httpx.Client) -> None:
    pieces = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    address = serve([[pieces, reply(gzip.compress(b"packed"), "Content-Encoding: gzip")]])
    assert [client.get(address).content for _ in range(2)] == [b"abcde", b"packed"]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (reply(b"half", length=9), httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf", httpx.NetworkError),
        (b"what?\r\n\r\n", httpx.NetworkError),
    ],
)
def test_what_breaks_off_is_no_reply(
    text: bytes, error: type[Exception], serve: Serve, client: httpx.Client
) -> None:
    address = serve([[text], [reply(b"two")]])
    with pytest.raises(error):
        client.get(address)
    assert client.get(address).content == b"two"


def test_who_says_nothing_is_not_waited_for(serve: Serve, client: httpx.Client) -> None:
    with pytest.raises(httpx.ReadTimeout):
        client.get(serve([[b"", b""]]))


def test_a_proxy_is_asked_if_there_is_one(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", serve([[reply(b"by proxy")]]))
    with Client(Patience(attempts=1)) as one:
        assert one.get("http://publisher.invalid/").body == b"by proxy"
