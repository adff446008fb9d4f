# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong at a publisher, once and always: a retry or one clear line, and nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread
from typing import Any

import pytest

from baken.model.errors import BakenError, InputError, SourceError
from baken.replay.faults import closed_port
from baken.sources.client import Client, Patience
from baken.sources.health import read_health
from baken.store.workspace import Workspace

from .making import (
    DATA_OF,
    DEMO,
    FEATURES,
    FILES,
    HASTE,
    HURRY,
    V3,
    V4,
    Publishers,
    State,
    fetch,
    held,
    replaying,
)

PROTOCOLS = (V3, V4, FEATURES, FILES, DEMO)
# The example is asked as plain files are: the long tier tries it too.
TRIED = [V3, V4, FEATURES, FILES, pytest.param(DEMO, marks=pytest.mark.slow)]
PASSING = ("429=0", "500", "503", "reset", "hang=2", "drip=12", "truncate", "html")
"""What may be over in a moment."""
SPOILED = ("repeat=5", "skip=5", "rename", "code", "duplicate", "type")
"""Answers of a table that arrive whole and yet are wrong."""
OLD = State(revised=1, modified="2025-12-15T02:00:00")
Make = Callable[[], Workspace]


@cache
def references() -> dict[str, dict[str, str]]:
    """What is held of each source after two states of its publisher, when nothing goes wrong."""
    folder, found = Path(mkdtemp(prefix="baken-fetch-")), {}
    for name in PROTOCOLS:
        workspace, publishers = Workspace(folder / name), Publishers(OLD)
        with replaying(publishers) as server:
            fetch(server, workspace, name)
            publishers.turn(State())
            fetch(server, workspace, name)
            found[name] = held(workspace, server)
    shutil.rmtree(folder)
    return found


def with_old_state(workspace: Workspace, name: str, publishers: Publishers, server: Any) -> dict[str, str]:
    """Fetch the earlier state while nothing goes wrong."""
    faults, server.faults = server.faults, ()
    publishers.turn(OLD)
    fetch(server, workspace, name)
    publishers.turn(State())
    server.faults = faults
    return held(workspace, server)


def check_refused(error: BakenError) -> None:
    line = str(error)
    assert "\n" not in line
    assert len(line) < 400
    assert isinstance(error, SourceError | InputError)


@pytest.mark.parametrize("rule", PASSING)
@pytest.mark.parametrize("name", TRIED)
def test_what_passes_is_tried_again(name: str, rule: str, tmp_path: Path) -> None:
    workspace, publishers = Workspace(tmp_path), Publishers()
    with replaying(publishers, f"{rule}@{DATA_OF[name]}") as server:
        with_old_state(workspace, name, publishers, server)
        before = server.asked(DATA_OF[name])
        fetch(server, workspace, name, patience=HASTE)
        assert server.faults[0].seen > 1
        assert server.asked(DATA_OF[name]) > before
        assert held(workspace, server) == references()[name]
    health = read_health(workspace, name)
    assert health is not None
    assert not health.failed


@pytest.mark.parametrize("rule", [*PASSING, "404", "bomb=64"])
@pytest.mark.parametrize("name", TRIED)
def test_what_stays_is_one_line_and_changes_nothing(name: str, rule: str, tmp_path: Path) -> None:
    workspace, publishers = Workspace(tmp_path), Publishers()
    with replaying(publishers, f"{rule}@{DATA_OF[name]}#1x*") as server:
        old = with_old_state(workspace, name, publishers, server)
        with pytest.raises(BakenError) as refused:
            fetch(server, workspace, name, patience=HURRY)
        check_refused(refused.value)
        assert held(workspace, server) == old
        health = read_health(workspace, name)
        assert health is not None
        assert health.failed == str(refused.value)
        server.faults = ()
        fetch(server, workspace, name)
        assert held(workspace, server) == references()[name]


@pytest.mark.parametrize("times", ["#2", "#2x*"])
@pytest.mark.parametrize("rule", SPOILED)
@pytest.mark.parametrize("name", [V3, V4])
def test_a_spoiled_table_is_refused_whole(name: str, rule: str, times: str, tmp_path: Path) -> None:
    workspace, publishers = Workspace(tmp_path), Publishers()
    with replaying(publishers, f"{rule}@{DATA_OF[name]}{times}") as server:
        old = with_old_state(workspace, name, publishers, server)
        with pytest.raises(InputError) as refused:
            fetch(server, workspace, name, patience=HURRY)
        check_refused(refused.value)
        assert held(workspace, server) == old
        server.faults = ()
        fetch(server, workspace, name)
        assert held(workspace, server) == references()[name]


@pytest.mark.parametrize("name", PROTOCOLS)
def test_nobody_listens(name: str, tmp_path: Path) -> None:
    workspace, publishers = Workspace(tmp_path), Publishers()
    with replaying(publishers) as server:
        old = with_old_state(workspace, name, publishers, server)
        with pytest.raises(SourceError, match=r"the connection failed .*2 tries.*Try again later"):
            fetch(f"http://127.0.0.1:{closed_port()}", workspace, name, patience=HURRY)
        assert held(workspace, server) == old


def test_a_refusal_of_the_question_is_not_asked_again(tmp_path: Path) -> None:
    with replaying(None, "404@TypedDataSet#1x*") as server:
        with pytest.raises(SourceError, match="answers 404 Not Found"):
            fetch(server, Workspace(tmp_path), V3, patience=HURRY)
        assert server.asked("TypedDataSet") == 1


def test_too_many_requests_are_repeated_after_the_time_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("tenacity.nap.time.sleep", waited.append)
    with replaying(None, "429=7@figures.json#1x2", "503@figures.json#1x3") as server:
        address = f"{server.url}/demo.invalid/figures.json"
        with Client(Patience(attempts=4, pause=0.01, longest_pause=60)) as client:
            assert client.get(address).status == 200
        assert waited[:2] == [7.0, 7.0]
        assert 0 < waited[2] < 0.2
        waited.clear()
        server.faults[0].seen = server.faults[1].seen = 0
        with Client(Patience(attempts=4, pause=0.01, longest_pause=5)) as client:
            client.get(address)
        assert waited[:2] == [5.0, 5.0]


Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def answering() -> Iterator[Callable[[Answer], str]]:
    """A server that answers each request in one own way."""
    servers: list[HTTPServer] = []

    def start(answer: Answer) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer(self)

            def log_message(self, *_: object) -> None:
                pass

        servers.append(HTTPServer(("127.0.0.1", 0), Handler))
        Thread(target=servers[-1].serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def reply(
    handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", kind: str = "text/plain", **more: str
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    for name, value in more.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.mark.parametrize("place", ["/again", "//other.invalid:99999/", "ftp://example.org/x", "http://["])
def test_an_address_that_leads_nowhere_is_one_line(answering: Callable[[Answer], str], place: str) -> None:
    url = answering(lambda handler: reply(handler, 302, Location=place))
    with Client(HASTE) as client, pytest.raises(SourceError) as refused:
        client.get(f"{url}/start")
    check_refused(refused.value)
    assert place != "/again" or "leads in a circle" in str(refused.value)


def test_a_redirection_is_followed(answering: Callable[[Answer], str]) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/old":
            reply(handler, 301, Location="/new")
        else:
            reply(handler, 200, b"here")

    with Client(HASTE) as client:
        assert client.get(f"{answering(answer)}/old").body == b"here"


def test_a_reply_that_is_too_large_is_refused_at_once(answering: Callable[[Answer], str]) -> None:
    asked = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        reply(handler, 200, b"x" * (2**20 + 1))

    with Client(HASTE) as client, pytest.raises(SourceError, match="larger than 1 MiB"):
        client.get(f"{answering(answer)}/large")
    assert asked == ["/large"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"no\r\nsuch   table\x1b[31m", "404 Not Found: no such table [31m The table may"),
        (b"<!DOCTYPE html><HTML><p>weg</p>", "404 Not Found. The table may"),
        (b"", "404 Not Found. The table may"),
        (b"x" * 100_000, f"404 Not Found: {'x' * 200} The table may"),
    ],
)
def test_what_a_refusal_says_is_kept_to_one_plain_line(
    answering: Callable[[Answer], str], body: bytes, said: str
) -> None:
    url = answering(lambda handler: reply(handler, 404, body))
    with Client(HASTE) as client, pytest.raises(SourceError) as refused:
        client.get(url)
    assert said in str(refused.value)
    assert str(refused.value).isprintable()


def test_an_address_that_is_none() -> None:
    for address in ("nothing", "ftp://example.org", "http://", "http://\x00"):
        with Client(HASTE) as client, pytest.raises(SourceError):
            client.get(address)
