# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An edition is put in place whole or not at all, and only where it belongs."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from baken import __version__
from baken.edition import swap
from baken.edition.build import build
from baken.edition.manifest import definitions_of, read_manifest
from baken.model.errors import EditionError, InputError, PublicationError, UnknownAreaError
from baken.picture.material import load_material
from baken.picture.protection.material import own_digest
from baken.store.workspace import Workspace
from edition.conftest import ON, OWN, PAGES, contents


def test_what_an_edition_holds(out: Path) -> None:
    manifest = build("Maastricht", out, ON)
    files = contents(out)
    assert files.keys() == {
        *PAGES,
        "figures.csv",
        "figures.json",
        "revisions.csv",
        "revisions.json",
        "small-areas.csv",
        "audit.json",
        "manifest.json",
    }
    assert manifest.files == {
        name: sha256(content).hexdigest() for name, content in files.items() if name != "manifest.json"
    }
    assert [path.name for path in out.parent.iterdir()] == ["edition"]
    assert read_manifest(out) == manifest


def test_the_manifest_names_every_input(out: Path, own: Path, workspace: Workspace) -> None:
    build("GM0935", out, ON, [own], workspace)
    says = msgspec.json.decode((out / "manifest.json").read_bytes())
    assert (says["format"], says["baken"], says["municipality"]) == ("baken-edition", __version__, "GM0935")
    assert says["date"] == "2026-11-21"
    assert list(says) == sorted(says)
    assert says["definitions"] == definitions_of(load_material("GM0935", ON))
    (mine,) = [one for one in says["snapshots"] if one["own"]]
    # A checksum of a table that is not public would confirm a guess of what is in it: this one needs the key.
    assert (mine["file"], mine["sha256"]) == (own.name, own_digest(workspace.secret(), OWN.encode()))
    assert sha256(OWN.encode()).hexdigest() not in (out / "manifest.json").read_text(encoding="utf-8")
    assert all(one["licence"] and one["taken"] and one["publisher"] for one in says["snapshots"])


def test_definitions_of_two_municipalities_differ() -> None:
    assert definitions_of(load_material("GM0935", ON)) != definitions_of(load_material("GM9999", ON))


@pytest.mark.requirement("SRC-21")
def test_the_same_inputs_give_the_same_bytes(tmp_path: Path, own: Path, workspace: Workspace) -> None:
    for name in ("one", "two"):
        build("GM0935", tmp_path / name, ON, [own], workspace)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.requirement("SRC-21")
def test_the_real_pages_are_the_same_bytes_in_another_process(tmp_path: Path, real_site: None) -> None:
    import subprocess
    import sys

    code = "from baken.cli import main; main(['build', 'GM0935', '--date', '2026-11-21', '--out', '{}'])"
    for name in ("one", "two"):
        call = [sys.executable, "-c", code.format(tmp_path / name)]
        done = subprocess.run(call, check=False, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
    one, two = contents(tmp_path / "one"), contents(tmp_path / "two")
    assert "index.html" in one
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_an_older_edition_is_replaced_whole(out: Path) -> None:
    build("GM0935", out, ON)
    (out / "stale.html").write_text("from before")
    build("GM0935", out, ON.replace(year=2027))
    assert not (out / "stale.html").exists()
    assert read_manifest(out).date.year == 2027
    assert [path.name for path in out.parent.iterdir()] == ["edition"]


def test_an_empty_directory_and_a_link_to_one(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to("there")
    build("GM0935", tmp_path / "link", ON)
    assert (tmp_path / "link").is_symlink()
    assert read_manifest(tmp_path / "there").municipality == "GM0935"


@pytest.mark.parametrize("name", ["thesis.txt", "manifest.json"])
def test_a_foreign_directory_is_refused_and_left_alone(out: Path, name: str) -> None:
    out.mkdir(parents=True)
    (out / name).write_text('{"format": "something else"}')
    with pytest.raises(EditionError, match=r"not a Baken edition.*left as it is.*new or empty directory"):
        build("GM0935", out, ON)
    assert contents(out) == {name: b'{"format": "something else"}'}
    assert list(out.parent.iterdir()) == [out]


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    with pytest.raises(EditionError, match="this is a file"):
        build("GM0935", tmp_path / "file", ON)


def test_the_edition_of_another_municipality_is_refused(out: Path) -> None:
    build("GM0935", out, ON)
    before = contents(out)
    with pytest.raises(EditionError, match="edition of GM0935, not of GM9999"):
        build("GM9999", out, ON)
    assert contents(out) == before


def test_nothing_is_written_when_an_input_is_wrong(
    tmp_path: Path, out: Path, own: Path, workspace: Workspace
) -> None:
    own.write_text(OWN.replace("1.4", '"1,4"'))
    with pytest.raises(InputError, match=r"eigen cijfers.csv, line 2"):
        build("GM0935", out, ON, [own], workspace)
    with pytest.raises(UnknownAreaError):
        build("nowhere", out, ON)
    assert not out.parent.exists()
    assert list(workspace.snapshots.iterdir()) == []


def test_an_unexplained_outlier_stops_the_edition(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PublicationError("an outlier without an annotation.")

    monkeypatch.setattr("baken.picture.picture.SafetyPicture.check_publishable", refuse)
    with pytest.raises(PublicationError):
        build("GM0935", out, ON)
    assert not out.parent.exists()


@pytest.mark.parametrize("path", ["../out.html", "/etc/x", "figures.csv", "manifest.json", ""])
def test_a_page_cannot_leave_the_edition_or_take_its_place(
    out: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baken.web.render.render_site", lambda *_: iter([(path, b"x")]))
    with pytest.raises(EditionError, match="cannot hold"):
        build("GM0935", out, ON)
    assert not out.parent.exists()


@pytest.mark.parametrize("step", ["sync", "put_in_place", "exchange"])
def test_a_failure_at_any_step_leaves_the_old_edition_whole(
    out: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    build("GM0935", out, ON)
    before = contents(out)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(swap, step, full)
    with pytest.raises(EditionError, match="cannot be written: No space left on device"):
        build("GM0935", out, ON.replace(year=2027))
    assert contents(out) == before
    assert [path.name for path in out.parent.iterdir()] == ["edition"]


def test_progress_is_told_of_every_file(out: Path) -> None:
    told: list[str] = []
    manifest = build("GM0935", out, ON, progress=told.append)
    assert sorted(told) == sorted(manifest.files)


def test_a_workspace_is_made_where_own_tables_must_be_kept(
    tmp_path: Path, out: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    build("GM0935", out, ON, [own], Workspace(tmp_path / "new"))
    assert Workspace.find(tmp_path / "new").area == "GM0935"
    assert len(list((tmp_path / "new/snapshots").glob("*.csv"))) == 1
