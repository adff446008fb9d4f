# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The workspace is found in one order, holds what it is given, and nothing is written beside it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from baken.model.errors import InputError, UsageError
from baken.store.workspace import LANGUAGES, Workspace


def test_the_order_in_which_a_workspace_is_found(tmp_path: Path) -> None:
    for name in ("asked", "environment", "near", "near/workspace"):
        Workspace(tmp_path / name).create(f"GM-{name}")
    below = tmp_path / "near/a/b"
    below.mkdir(parents=True)
    environ = {"BAKEN_WORKSPACE": str(tmp_path / "environment")}
    asked = tmp_path / "asked"
    assert Workspace.find(asked, environ=environ, start=below).area == "GM-asked"
    assert Workspace.find(environ=environ, start=below).area == "GM-environment"
    assert Workspace.find(environ={}, start=below).area == "GM-near"
    empty = tmp_path / "empty"
    empty.mkdir()
    default = Workspace.find(environ={}, start=empty)
    assert (default.root, default.exists, default.area) == (empty / "workspace", False, "")
    assert list(empty.iterdir()) == []


def test_a_workspace_that_is_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"does not exist. Make it: baken init --workspace"):
        Workspace.find(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="does not exist"):
        Workspace.find(environ={"BAKEN_WORKSPACE": "nowhere"}, start=tmp_path)


def test_what_is_made(tmp_path: Path) -> None:
    made = Workspace(tmp_path / "mine").create("GM0935")
    assert sorted(path.name for path in made.root.iterdir()) == ["baken.toml", "editions", "snapshots"]
    assert Workspace.find(made.root) == made
    with pytest.raises(UsageError, match="is a workspace already"):
        made.create("GM9999")
    assert Workspace.find(made.root).area == "GM0935"


def test_a_workspace_without_an_area(tmp_path: Path) -> None:
    Workspace(tmp_path).create()
    assert Workspace.find(tmp_path).area == ""
    assert "area" in (tmp_path / "baken.toml").read_text()


def test_a_file_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="not a directory"):
        Workspace(tmp_path / "file").create()


def test_languages(tmp_path: Path) -> None:
    (tmp_path / "baken.toml").write_text('area = "GM0935"\nlanguages = ["en"]\n')
    assert Workspace.find(tmp_path).languages == ("en",)
    (tmp_path / "baken.toml").write_text("")
    assert Workspace.find(tmp_path).languages == LANGUAGES


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"area = GM0935", "not valid TOML"),
        (b"\xff", "not valid TOML"),
        (b"area = 935", "'area' is not a code"),
        (b"aera = 'GM0935'", "'aera' is not known here. Known: area, languages"),
        (b"languages = ['fr']", "'languages' must name"),
        (b"languages = 'nl'", "'languages' must name"),
        (b"languages = []", "'languages' must name"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: bytes, reason: str) -> None:
    (tmp_path / "baken.toml").write_bytes(text)
    with pytest.raises(InputError, match=reason) as caught:
        Workspace.find(tmp_path)
    assert caught.value.where == str(tmp_path / "baken.toml")


def test_a_table_is_kept_under_its_checksum(tmp_path: Path) -> None:
    workspace, data = Workspace(tmp_path).create(), b"a,b\n1,2\n"
    digest = sha256(data).hexdigest()
    assert workspace.held(digest) is None
    assert workspace.keep(data) == workspace.keep(data) == tmp_path / "snapshots" / f"{digest}.csv"
    assert workspace.held(digest) == data
    assert [path.name for path in workspace.snapshots.iterdir()] == [f"{digest}.csv"]


def test_a_kept_table_that_was_changed_is_not_held_and_can_be_kept_again(tmp_path: Path) -> None:
    workspace, data = Workspace(tmp_path).create(), b"a,b\n"
    path = workspace.keep(data)
    path.write_bytes(b"changed")
    assert workspace.held(path.stem) is None
    workspace.keep(data)
    assert workspace.held(path.stem) == data


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace(tmp_path).create()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        workspace.keep(b"data")
    assert list(workspace.snapshots.iterdir()) == []
