# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Plain files: their stamp, parts of them, and not again what did not change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from baken.replay.files import Files
from baken.replay.server import Replay

from .conftest import Ask, asking

PATH = "/www.example.org/figures.csv"
CONTENT = b"a,b\n" + b"1,2\n" * 5000


@pytest.fixture
def ask() -> Iterator[Ask]:
    with Replay([Files("www.example.org", {"/figures.csv": lambda: CONTENT})]) as server:
        yield asking(server)


def test_a_file_comes_whole_with_a_stamp_and_a_tag(ask: Ask) -> None:
    answer = ask(PATH)
    assert answer.content == CONTENT
    assert answer.headers["Content-Type"] == "text/csv"
    assert answer.headers["Last-Modified"] == "Thu, 01 Jan 2026 00:00:00 GMT"
    assert "Content-Encoding" not in answer.headers
    assert ask("/figures.csv").content == CONTENT
    assert ask("/www.example.org/other.csv").status_code == 404


def test_what_did_not_change_is_not_sent_again(ask: Ask) -> None:
    tag = ask(PATH).headers["ETag"]
    for headers in (
        {"If-None-Match": tag},
        {"If-None-Match": f'"x", W/{tag}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"},
    ):
        answer = ask(PATH, headers)
        assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", tag)
    for headers in (
        {"If-None-Match": '"x"'},
        {"If-Modified-Since": "Thu, 01 Jan 2025 00:00:00 GMT"},
        {"If-Modified-Since": "yesterday"},
        {"If-None-Match": '"x"', "If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"},
    ):
        assert ask(PATH, headers).status_code == 200


@pytest.mark.parametrize(
    ("asked", "part", "named"),
    [
        ("bytes=4-7", CONTENT[4:8], "bytes 4-7/20004"),
        ("bytes=20000-", CONTENT[20_000:], "bytes 20000-20003/20004"),
        ("bytes=-4", CONTENT[-4:], "bytes 20000-20003/20004"),
        ("bytes=0-99999", CONTENT, "bytes 0-20003/20004"),
    ],
)
def test_a_part_of_a_file(ask: Ask, asked: str, part: bytes, named: str) -> None:
    answer = ask(PATH, {"Range": asked})
    assert (answer.status_code, answer.content, answer.headers["Content-Range"]) == (206, part, named)


def test_a_part_past_the_end_or_of_another_file(ask: Ask) -> None:
    past = ask(PATH, {"Range": "bytes=20004-"})
    assert (past.status_code, past.headers["Content-Range"]) == (416, "bytes */20004")
    changed = ask(PATH, {"Range": "bytes=0-3", "If-Range": '"x"'})
    assert (changed.status_code, changed.content) == (200, CONTENT)
    assert ask(PATH, {"Range": "bytes=-"}).status_code == 200
    assert ask(PATH, {"Range": "lines=1-2"}).status_code == 200
