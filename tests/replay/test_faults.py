# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Each fault as a client without any protection meets it."""

from __future__ import annotations

import gzip
import http.client
import json
import socket
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from baken.model.errors import UsageError
from baken.replay.faults import KINDS, Fault, closed_port
from baken.replay.server import Replay

from .conftest import HOST, small

PATH = f"/{HOST}/ODataFeed/odata/47022NED/TypedDataSet?$format=json"
TOPIC = "GeregistreerdeMisdrijven_1"


@contextmanager
def faulty(*rules: str) -> Iterator[Replay]:
    with Replay([small()], faults=[Fault.parse(rule) for rule in rules]) as server:
        yield server


def fetch(
    server: Replay, path: str = PATH, timeout: float = 30, **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=timeout)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def page(server: Replay, path: str = PATH) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(fetch(server, path)[1])
    return document


@pytest.mark.parametrize("status", [404, 429, 500, 503])
def test_a_refusal_strikes_the_requests_of_its_rule_alone(status: int) -> None:
    with faulty(f"{status}=7@TypedDataSet#2x2") as server:
        assert fetch(server, f"/{HOST}/ODataApi/OData/47022NED/TableInfos")[0].status == 200
        answers = [fetch(server)[0] for _ in range(4)]
        assert [answer.status for answer in answers] == [200, status, status, 200]
        assert answers[1].headers["Retry-After"] == ("7" if status == 429 else None)
        assert server.asked("TypedDataSet") == 4


def test_a_rule_can_strike_every_request_and_by_part_of_the_query() -> None:
    with faulty("500@skip=10000#1x*") as server:
        assert [fetch(server)[0].status for _ in range(3)] == [200] * 3
        assert [fetch(server, f"{PATH}&$skip=10000")[0].status for _ in range(3)] == [500] * 3


def test_a_reset_breaks_off_in_the_middle_of_the_body() -> None:
    with faulty("reset@TypedDataSet") as server:
        with pytest.raises((http.client.IncompleteRead, ConnectionResetError)):
            fetch(server)
        assert fetch(server)[0].status == 200


def test_a_server_that_hangs_outlasts_the_patience_of_a_client() -> None:
    with faulty("hang@TypedDataSet", "hang=0.1@TableInfos") as server:
        with pytest.raises(TimeoutError):
            fetch(server, timeout=0.3)
        with pytest.raises(http.client.RemoteDisconnected):
            fetch(server, f"/{HOST}/ODataApi/OData/47022NED/TableInfos")


def test_stopping_does_not_wait_for_a_request_that_hangs() -> None:
    with faulty("hang@TypedDataSet") as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request("GET", PATH)
        time.sleep(0.2)
        began = time.monotonic()
    assert time.monotonic() - began < 5
    connection.close()


def test_a_slow_answer_is_right_and_takes_its_time() -> None:
    with faulty("drip=1@TypedDataSet") as server:
        began = time.monotonic()
        _, slow = fetch(server)
        assert time.monotonic() - began >= 0.9
        assert slow == fetch(server)[1]


def test_json_that_breaks_off_has_a_length_that_fits() -> None:
    with faulty("truncate@TypedDataSet") as server:
        answer, body = fetch(server)
        assert int(answer.headers["Content-Length"]) == len(body)
        with pytest.raises(json.JSONDecodeError):
            json.loads(body)


def test_a_web_page_in_place_of_data() -> None:
    with faulty("html@TypedDataSet") as server:
        answer, body = fetch(server)
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith("text/html")
        assert body.startswith(b"<!DOCTYPE html>")


def test_a_page_that_comes_twice() -> None:
    with faulty("repeat@skip=10000") as server:
        first, again = page(server), page(server, f"{PATH}&$skip=10000")
        assert again["value"] == first["value"]
        assert "odata.nextLink" in first
        assert "odata.nextLink" not in again


def test_a_page_that_is_left_out() -> None:
    with faulty("skip=5000@TypedDataSet") as server:
        assert page(server)["value"][0]["ID"] == 5000


def test_a_column_with_another_name() -> None:
    with faulty("rename@TypedDataSet") as server:
        wrong, right = page(server)["value"], page(server)["value"]
        assert TOPIC not in wrong[0]
        assert [row["GeregistreerdeMisdrijven_99"] for row in wrong] == [row[TOPIC] for row in right]


def test_a_code_that_no_list_holds() -> None:
    with faulty("code@TypedDataSet") as server:
        wrong, right = page(server)["value"], page(server)["value"]
        assert wrong[0]["SoortMisdrijf"] == "9.9.9 "
        assert wrong[1:] == right[1:]


def test_a_row_that_stands_there_twice() -> None:
    with faulty("duplicate@TypedDataSet") as server:
        rows = page(server)["value"]
        assert rows[0] == rows[1]
        assert len(rows) == 10_001


def test_a_text_where_a_number_stood() -> None:
    with faulty("type@TypedDataSet") as server:
        rows = page(server)["value"]
        assert rows[0][TOPIC] == "n.b."
        assert isinstance(rows[1][TOPIC], int)


def test_a_small_gzip_becomes_very_large_and_is_right() -> None:
    with faulty("bomb=64@TypedDataSet") as server:
        answer, body = fetch(server)
        assert answer.headers["Content-Encoding"] == "gzip"
        assert len(body) < 2**17
        assert gzip.decompress(body) == b" " * 2**26


def test_the_usual_bomb_is_two_gibibytes_and_costs_little_to_whoever_stops_early() -> None:
    with faulty("bomb@TypedDataSet") as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        connection.request("GET", PATH)
        answer = connection.getresponse()
        packer, size = zlib.decompressobj(zlib.MAX_WBITS | 16), 0
        began = time.monotonic()
        while size < 2**24:
            size += len(packer.decompress(answer.read(1024)))
        connection.close()
        assert time.monotonic() - began < 5
    assert KINDS["bomb"].about.endswith("[2048]")


def test_a_closed_port_refuses() -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", closed_port()), timeout=5)


@pytest.mark.parametrize("rule", ["", "429", "429@", "@x", "429@x#", "429@x#1x", "429@x#a", "429=@x"])
def test_what_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(UsageError, match="is not a rule"):
        Fault.parse(rule)


def test_an_unknown_fault_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(UsageError, match=r"unknown fault 'flood'.*429, 500"):
        Fault.parse("flood@x")
