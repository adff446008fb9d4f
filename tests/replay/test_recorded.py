# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""That a reply comes back as it was recorded, whoever wrote the query and in whatever order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.errors import InputError
from baken.replay.recorded import INDEX, Recorded, Recording, plain_query, read_index, write_recordings
from baken.replay.server import Replay

from .conftest import asking

HOST = "dataderden.cbs.nl"
PATH = "/ODataApi/OData/47022NED/Perioden"
QUERY = "$format=json&$filter=startswith(Key,'2024')"


def test_a_reply_comes_back_as_it_was(tmp_path: Path) -> None:
    body = '{"value":[{"Key":"2024MM01 ","é":1}]}'.encode()
    refused = Recording(host=HOST, path="/x", status=503, content_type="text/html")
    write_recordings(tmp_path, {Recording(host=HOST, path=PATH, query=QUERY): body, refused: b"<p>busy"})
    with Replay([Recorded(tmp_path)]) as server:
        ask = asking(server)
        assert ask(f"/{HOST}{PATH}?{QUERY}").content == body
        assert ask(f"/{HOST}{PATH}?%24filter=startswith%28Key%2C%272024%27%29&%24format=json").content == body
        answer = ask(f"/{HOST}/x")
        assert (answer.status_code, answer.headers["Content-Type"], answer.text) == (
            503,
            "text/html",
            "<p>busy",
        )
        assert ask(f"/{HOST}{PATH}").status_code == 404
        assert ask(f"/opendata.cbs.nl{PATH}?{QUERY}").status_code == 404
        assert len(server.serves()) == 2


def test_recording_again_replaces_that_reply_and_keeps_the_others(tmp_path: Path) -> None:
    one, other = Recording(host=HOST, path="/1"), Recording(host=HOST, path="/2")
    write_recordings(tmp_path, {one: b"1", other: b"2"})
    write_recordings(tmp_path, {one: b"3"})
    assert [(found.path, (tmp_path / found.file).read_bytes()) for found in read_index(tmp_path)] == [
        ("/1", b"3"),
        ("/2", b"2"),
    ]
    listed = json.loads((tmp_path / INDEX).read_text("utf-8"))
    assert set(listed[0]) == {"host", "path", "query", "status", "content_type", "file"}
    assert listed[0]["file"].startswith(f"{HOST}/")


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=4).map(dict), st.randoms())
def test_the_order_of_parameters_does_not_matter(parameters: dict[str, str], random: object) -> None:
    from urllib.parse import urlencode

    forward = urlencode(list(parameters.items()))
    back = urlencode(list(reversed(parameters.items())))
    assert plain_query(forward) == plain_query(back)
    assert plain_query(plain_query(forward)) == plain_query(forward)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "not a list of recorded replies"),
        ('[{"host": "x"}]', "not a list of recorded replies"),
        ('[{"host": "x", "path": "/", "file": "../secret"}]', "outside the folder"),
    ],
)
def test_an_index_that_is_none_is_refused(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / INDEX).write_text(content, "utf-8")
    with pytest.raises(InputError, match=words):
        Recorded(tmp_path)


def test_a_folder_without_an_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        Recorded(tmp_path)
