# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The server itself: where it listens, what it packs, what it counts, and that it stops."""

from __future__ import annotations

import http.client
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from baken.model.errors import InputError
from baken.replay.messages import Reply, Request
from baken.replay.server import Replay

from .conftest import HOST, asking, small

PATH = f"/{HOST}/ODataFeed/odata/47022NED/TypedDataSet?$format=json"


def test_it_listens_on_this_machine_only(server: Replay) -> None:
    assert server.url == f"http://127.0.0.1:{server.port}"
    assert server.serves() == [f"{HOST}/ODataFeed/odata/47022NED"]


def test_it_packs_a_large_body_for_a_client_that_takes_it(server: Replay) -> None:
    with httpx.Client(base_url=server.url) as client:
        packed = client.get(PATH, headers={"Accept-Encoding": "gzip"})
        plain = client.get(PATH, headers={"Accept-Encoding": "identity"})
        small_one = client.get(f"/{HOST}/ODataApi/OData/47022NED/")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) < len(plain.content) / 5
    assert "Content-Encoding" not in plain.headers
    assert "Content-Encoding" not in small_one.headers
    assert packed.content == plain.content


def test_packing_can_be_left_out() -> None:
    with Replay([small()], packing=False) as server:
        assert "Content-Encoding" not in asking(server)(PATH).headers


def test_it_counts_what_is_asked(server: Replay) -> None:
    for _ in range(2):
        asking(server)(PATH)
    asking(server)(f"/{HOST}/ODataApi/OData/47022NED/TableInfos")
    assert server.log == [PATH, PATH, f"/{HOST}/ODataApi/OData/47022NED/TableInfos"]
    assert (server.asked(), server.asked("TypedDataSet"), server.asked("nothing")) == (3, 2, 0)


def test_what_nobody_serves_is_not_found(server: Replay) -> None:
    for path in ("/", "/nothing", "/opendata.cbs.nl/ODataFeed/odata/47022NED/"):
        assert asking(server)(path).status_code == 404


def test_head_gives_the_headers_alone(server: Replay) -> None:
    with httpx.Client(base_url=server.url) as client:
        answer = client.head(PATH, headers={"Accept-Encoding": "identity"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["Content-Length"]) > 1_000_000


def test_a_connection_serves_many_requests_and_is_ended_when_it_stops() -> None:
    with Replay([small()]) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        for _ in range(3):
            connection.request("GET", PATH)
            used = connection.sock
            connection.getresponse().read()
            assert connection.sock is used
    connection.close()
    with pytest.raises(OSError, match=r"refused"):
        http.client.HTTPConnection("127.0.0.1", server.port, timeout=5).request("GET", PATH)


def test_many_clients_at_once_get_the_same() -> None:
    with Replay([small()], packing=False) as server, ThreadPoolExecutor(8) as pool:
        bodies = list(pool.map(lambda _: asking(server)(PATH).content, range(16)))
    assert len(set(bodies)) == 1
    assert server.asked() == 16


def test_a_folder_that_turns_out_wrong_is_an_error_of_the_server_in_words() -> None:
    class Broken:
        def serves(self) -> list[str]:
            return []

        def answer(self, request: Request) -> Reply | None:
            raise InputError("the file cannot be read.", where=Path("x").name)

    with Replay([Broken()]) as server:
        answer = asking(server)("/any")
    assert (answer.status_code, answer.json()) == (500, {"error": "x: the file cannot be read."})


def test_nothing_is_left_running() -> None:
    before = threading.active_count()
    with Replay([small()]) as server:
        asking(server)(PATH)
    assert threading.active_count() <= before + 1
