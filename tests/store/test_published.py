# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A workspace remembers the editions that it published, each once, for its owner only."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from baken.model.edition import Predecessor
from baken.model.errors import InputError, StoreError
from baken.store.published import Published
from baken.store.workspace import Workspace

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


@pytest.fixture
def published(tmp_path: Path) -> Published:
    return Published(Workspace(tmp_path / "workspace").create("GM0935"), "GM0935")


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def test_nothing_is_remembered_at_first(published: Published) -> None:
    assert published.all() == ()
    assert published.newest(JUNE) is None
    assert not published.holds("0" * 64)


def test_an_edition_is_kept_once_and_given_back_whole(published: Published) -> None:
    for _ in range(2):
        published.add(MAY, b"manifest", (b"figures", b"log"), None)
    (kept,) = published.all()
    assert (kept.on, kept.manifest, kept.before) == (MAY, digest(b"manifest"), None)
    earlier = published.earlier(kept)
    assert (earlier.figures, earlier.log) == (b"figures", b"log")
    assert earlier.predecessor == Predecessor(date=MAY, manifest=digest(b"manifest"))
    assert published.holds(kept.manifest)


def test_the_newest_up_to_a_day_and_of_one_day_the_last(published: Published) -> None:
    published.add(JUNE, b"june", (b"1", b"1"), None)
    published.add(MAY, b"may", (b"2", b"2"), None)
    published.add(MAY, b"may again", (b"3", b"3"), Predecessor(date=MAY, manifest=digest(b"may")))
    for on, name in ((MAY, b"may again"), (JUNE, b"june")):
        newest = published.newest(on)
        assert newest is not None
        assert newest.manifest == digest(name)
    assert published.newest(date(2026, 4, 30)) is None


def test_municipalities_are_kept_apart(published: Published, tmp_path: Path) -> None:
    published.add(MAY, b"manifest", (b"figures", b"log"), None)
    assert Published(Workspace(tmp_path / "workspace"), "GM9999").all() == ()


def test_only_the_owner_can_look(published: Published, tmp_path: Path) -> None:
    published.add(MAY, b"manifest", (b"figures", b"log"), None)
    assert (tmp_path / "workspace/published").stat().st_mode & 0o077 == 0


def test_bytes_that_are_gone_or_changed_are_named(published: Published, tmp_path: Path) -> None:
    published.add(MAY, b"manifest", (b"figures", b"log"), None)
    (kept,) = published.all()
    for path in (tmp_path / "workspace/published/blobs").rglob("*.zst"):
        path.unlink()
    assert not published.holds(kept.manifest)
    with pytest.raises(StoreError, match="back-up"):
        published.earlier(kept)
    published.add(MAY, b"manifest", (b"figures", b"log"), None)
    assert published.holds(kept.manifest)
    assert len(published.all()) == 1


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b'{"form": "other"}'])
def test_a_file_that_says_nothing_is_named(published: Published, tmp_path: Path, data: bytes) -> None:
    published.add(MAY, b"manifest", (b"figures", b"log"), None)
    path = tmp_path / "workspace/published/GM0935/1.json"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"1\.json"):
        published.all()
