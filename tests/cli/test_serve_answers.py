# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What ``baken serve`` answers over the wire, live and from the files of an edition."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from email.message import Message
from hashlib import sha256
from pathlib import Path

import pytest

BAKEN = [sys.executable, "-c", "from baken.cli import main; main()"]
LIVE = ("--area", "GM0935", "--date", "2026-11-21")
POLICY = (
    "X-Frame-Options",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "Cross-Origin-Opener-Policy",
)


@dataclass
class Reply:
    status: int
    headers: Message
    body: bytes

    @property
    def policy(self) -> dict[str, str | None]:
        return {name: self.headers[name] for name in POLICY}

    @property
    def sources(self) -> set[str]:
        return set(self.headers["Content-Security-Policy"].split("; "))


@dataclass
class Serving:
    port: int
    note: str = ""
    errors: str = ""

    def ask(self, path: str, method: str = "GET", **headers: str) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        reply = Reply(answer.status, answer.headers, answer.read())
        connection.close()
        return reply


@contextmanager
def serving(*words: str, **variables: str) -> Iterator[Serving]:
    # Other tests run the command in this process, and it names its settings in the environment.
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BAKEN_")}
    process = subprocess.Popen(
        [*BAKEN, "serve", "--port", "0", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=clean | variables,
    )
    assert process.stdout
    assert process.stderr
    line = process.stdout.readline()
    assert line.startswith("serving on http://"), process.communicate(timeout=30)
    found = Serving(int(line.strip().rstrip("/").rsplit(":", 1)[1]))
    try:
        yield found
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        with process.stdout as said, process.stderr as errors:
            found.note, found.errors = said.read(), errors.read()


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small edition: two pages and the figures."""
    from baken.edition import manifest

    folder = tmp_path_factory.mktemp("edition")
    (folder / "en").mkdir()
    files = {"index.html": b"<p>HIC</p>\n", "en/index.html": b"<p>HIC</p>\n"}
    files |= {"figures.csv": b"a,b\n", "figures.json": b"{}\n"}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    made = manifest.Manifest(
        municipality="GM0935",
        date=date(2026, 11, 21),
        definitions="0" * 64,
        snapshots=(),
        files={name: sha256(content).hexdigest() for name, content in files.items()},
    )
    (folder / manifest.NAME).write_bytes(made.to_bytes())
    return folder


@pytest.fixture(scope="module")
def served(edition: Path) -> Iterator[Serving]:
    """That edition, served."""
    with serving("--edition", str(edition)) as found:
        yield found


@pytest.fixture(scope="module")
def live() -> Iterator[Serving]:
    """The live site."""
    with serving(*LIVE) as found:
        yield found


def test_an_edition_sends_the_same_policy_as_the_live_site(served: Serving, live: Serving) -> None:
    expected = live.ask("/")
    assert expected.status == 200
    assert None not in expected.policy.values()
    asked = (("/", "GET"), ("/figures.csv", "GET"), ("/nope", "GET"), ("/", "POST"), ("/en", "GET"))
    for path, method in asked:
        answer = served.ask(path, method)
        assert (answer.policy, answer.sources) == (expected.policy, expected.sources), (path, method)


def test_an_edition_may_be_kept_as_long_as_the_live_site(served: Serving, live: Serving) -> None:
    for path in ("/", "/figures.csv", "/figures.json"):
        for site in (served, live):
            answer = site.ask(path)
            assert answer.headers["Cache-Control"] == "max-age=300, public"
            again = site.ask(path, If_None_Match=answer.headers["ETag"])
            assert (again.status, again.body) == (304, b"")
    assert served.ask("/figures.csv").headers["Content-Type"] == "text/csv; charset=utf-8"
    assert served.ask("/figures.json").headers["Content-Type"] == "application/json; charset=utf-8"


def test_what_an_edition_lacks_gets_the_bilingual_page_of_the_live_site(
    served: Serving, live: Serving
) -> None:
    answer, expected = served.ask("/nope"), live.ask("/nope")
    assert (answer.status, answer.body) == (expected.status, expected.body)
    assert answer.status == 404
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert b'<html lang="nl">' in answer.body


def test_a_page_404_of_the_edition_itself_comes_first(edition: Path) -> None:
    page = edition / "404.html"
    page.write_bytes(b"<p>own</p>\n")
    try:
        with serving("--edition", str(edition)) as site:
            answer = site.ask("/nope")
    finally:
        page.unlink()
    assert (answer.status, answer.body) == (404, b"<p>own</p>\n")


def test_only_reading_is_allowed(served: Serving, live: Serving) -> None:
    for site in (served, live):
        for path in ("/", "/figures.csv"):
            for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
                assert site.ask(path, method).status == 405, (path, method)


def test_head_gives_the_headers_alone_and_no_warning_in_the_log(edition: Path) -> None:
    for words in (LIVE, ("--edition", str(edition))):
        with serving(*words) as site:
            for path in ("/", "/figures.csv", "/nope"):
                read, answer = site.ask(path), site.ask(path, "HEAD")
                assert (answer.status, answer.body) == (read.status, b"")
                for name in ("Content-Length", "Content-Type", "Cache-Control"):
                    assert answer.headers[name] == read.headers[name], (path, name)
        assert site.errors == ""


def test_a_host_that_is_not_named_is_refused(live: Serving) -> None:
    for host in ("127.0.0.1", "localhost:1", "[::1]:8000", "LOCALHOST"):
        assert live.ask("/figures.csv", Host=host).status == 200, host
    for host in ("evil.com", "localhost.evil.com", "testserver", "[::2]"):
        answer = live.ask("/figures.csv", Host=host)
        assert (answer.status, answer.body) == (400, b"Bad request.\n"), host
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert answer.headers["X-Frame-Options"] == "DENY"


def test_baken_hosts_names_the_hosts() -> None:
    with serving(*LIVE, BAKEN_HOSTS="beeld.example.nl, www.example.nl") as site:
        for host, status in (("beeld.example.nl", 200), ("www.example.nl:80", 200), ("evil.com", 400)):
            assert site.ask("/figures.csv", Host=host).status == status, host


def test_listening_on_every_address_says_that_baken_hosts_must_name_the_host() -> None:
    with serving(*LIVE, "--host", "0.0.0.0") as site:
        assert site.ask("/figures.csv").status == 200
        assert site.ask("/figures.csv", Host="beeld.example.nl").status == 400
    assert "127.0.0.1, localhost, [::1], 0.0.0.0; " in site.note
    assert "BAKEN_HOSTS" in site.note


def test_the_address_that_is_listened_on_is_answered() -> None:
    with serving(*LIVE, "--host", "127.0.0.2") as site:
        connection = http.client.HTTPConnection("127.0.0.2", site.port, timeout=60)
        connection.request("GET", "/figures.csv")
        assert connection.getresponse().status == 200
        connection.close()
