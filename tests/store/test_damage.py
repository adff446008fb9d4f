# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was lost, damaged or made by another version is named in one line, and never read as figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from baken.model.errors import StoreError
from baken.store.blobs import Blobs
from baken.store.codes import Codes
from baken.store.index import Dictionary, Index
from baken.store.reader import Reader
from baken.store.workspace import Workspace
from baken.store.writer import writer

from .making import commit, counted, workspace_in


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = workspace_in(tmp_path)
    commit(made, [counted("GM0001", "2021", 1), counted("GM0002", "2020", 2)])
    return made


def change_index(workspace: Workspace, **changes: Any) -> None:
    path = workspace.observations / "index.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")


def refused(workspace: Workspace) -> str:
    """What a reader says when it is asked something that it cannot answer."""
    with pytest.raises(StoreError) as error:
        Reader(workspace).series("politie", "GM0001", "politie/1.1.1")
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(("number", "age"), [(2, "a newer"), (0, "an older")])
def test_another_format_is_refused_by_reader_and_writer(workspace: Workspace, number: int, age: str) -> None:
    change_index(workspace, format=number)
    assert f"written by {age} version of Baken (format {number})" in refused(workspace)
    with pytest.raises(StoreError, match=age), writer(workspace):
        pytest.fail("a writer that does not know the format")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", "{}", '{"format": "1"}', '{"format": 1, "files": []}', "\udcff"]
)
def test_a_damaged_index_is_refused(workspace: Workspace, text: str) -> None:
    path = workspace.observations / "index.json"
    path.write_bytes(text.encode(errors="surrogateescape"))
    said = refused(workspace)
    assert "the index of the observations cannot be read" in said
    assert str(path) in said


@pytest.mark.parametrize("text", [b"", b"GM0001\n", b"GM0001\nGM0003\n", b"\xff\xfe\n\n"])
def test_a_dictionary_that_is_not_what_it_was_is_refused(workspace: Workspace, text: bytes) -> None:
    path = workspace.observations / "areas.txt"
    path.write_bytes(text)
    said = refused(workspace)
    assert "2 codes that were given out have changed or are lost" in said
    assert str(path) in said
    path.unlink()
    assert said == refused(workspace)


def test_what_a_killed_writer_left_behind_a_dictionary_is_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "codes.txt"
    codes = Codes(path, Dictionary())
    assert [codes.number(text) for text in ("één", "b", "één")] == [0, 1, 0]
    held = codes.save()
    with path.open("ab") as handle:
        handle.write("drieë".encode()[:-1])
    again = Codes(path, held)
    assert again.texts == ["één", "b"]
    assert again.number("c") == 2
    assert Codes(path, again.save()).texts == ["één", "b", "c"]


@pytest.mark.parametrize("text", ["", "a\nb", "a\u2028b", "a\x85"])
def test_a_code_is_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="is no code"):
        Codes(tmp_path / "codes.txt", Dictionary()).number(text)


def test_a_lost_file_of_figures_is_named(workspace: Workspace) -> None:
    file = Reader(workspace).index.files["politie"][2021].current
    assert file
    (workspace.observations / file.name).unlink()
    said = refused(workspace)
    assert file.name in said
    assert "Restore the workspace from a back-up" in said


@pytest.mark.parametrize("data", [b"", b"PAR1", b"x" * 400])
def test_a_damaged_file_of_figures_is_named(workspace: Workspace, data: bytes) -> None:
    file = Reader(workspace).index.files["politie"][2021].current
    assert file
    (workspace.observations / file.name).write_bytes(data)
    assert file.name in refused(workspace)


def test_a_reader_answers_from_its_own_state_through_two_commits_and_then_says_so(
    workspace: Workspace,
) -> None:
    def said(reader: Reader) -> list[object]:
        return [one.value for one in reader.series("politie", "GM0001", "politie/1.1.1")]

    used, unused = Reader(workspace), Reader(workspace)
    for value in (11, 12):
        assert said(used) == [1]
        commit(workspace, [counted("GM0001", "2021", value), counted("GM0002", "2020", 2)])
        assert said(used) == said(Reader(workspace, until=used.until)) == [1]
        assert said(Reader(workspace)) == [value]
    assert said(unused) == [1]
    commit(workspace, [counted("GM0001", "2021", 13), counted("GM0002", "2020", 2)])
    with pytest.raises(
        StoreError, match=r"have been renewed more than once since they were opened\. Ask again"
    ):
        said(used)
    assert said(Reader(workspace, until=used.until)) == [1]


def test_a_snapshot_that_is_not_held_is_refused(workspace: Workspace) -> None:
    with pytest.raises(StoreError, match="the snapshot politie/x@2020-01-01 is not held"):
        Reader(workspace, until="politie/x@2020-01-01")
    with pytest.raises(StoreError, match="the snapshot politie/x@2020-01-01 cannot be read"):
        Reader(workspace).snapshot("politie/x@2020-01-01")


def test_bytes_are_kept_once_and_come_back(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest = blobs.keep(b"figures" * 1000)
    assert blobs.keep(b"figures" * 1000) == digest
    assert blobs.holds(digest)
    assert blobs.get(digest) == b"figures" * 1000
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_bytes_that_changed_or_are_lost_are_named(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest, other = blobs.keep(b"figures"), blobs.keep(b"other figures")
    (path,) = tmp_path.rglob(f"{digest}.zst")
    (swapped,) = tmp_path.rglob(f"{other}.zst")
    for data, words in (
        (swapped.read_bytes(), "have changed"),
        (b"rubbish", "cannot be read"),
        (None, "cannot be read"),
    ):
        path.unlink() if data is None else path.write_bytes(data)
        with pytest.raises(StoreError, match=f"the received bytes {digest[:12]} {words}") as error:
            blobs.get(digest)
        assert "\n" not in str(error.value)
    assert not blobs.holds(digest)


def test_a_workspace_with_own_tables_only_works_as_it_is(tmp_path: Path) -> None:
    old = Workspace(tmp_path).create("GM0935")
    table = old.keep(b"indicator,area\n")
    reader = Reader(old)
    assert reader.index == Index()
    assert (reader.sources, reader.until, reader.number_on(None)) == ((), "", -1)
    assert reader.observations("politie", ["GM0935"], ["politie/1.1.1"]) == ()
    assert reader.series("politie", "GM0935", "politie/1.1.1") == ()
    assert reader.columns("politie", ["GM0935"]) == {}
    assert reader.newest("politie") is None
    commit(old, [counted("GM0935", "2021", 1)])
    assert old.held(table.stem) == b"indicator,area\n"
    assert Reader(Workspace.find(tmp_path)).sources == ("politie",)
