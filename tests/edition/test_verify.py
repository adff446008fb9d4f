# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Verifying finds every difference and names it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from baken.edition.build import build
from baken.edition.verify import Difference, Finding, verify
from baken.model.errors import EditionError
from baken.store.workspace import Workspace
from edition.conftest import ON


@pytest.fixture
def edition(out: Path, own: Path, workspace: Workspace) -> Path:
    build("GM0935", out, ON, [own], workspace)
    return out


def found(edition: Path, workspace: Workspace) -> list[tuple[Difference, str, int | None]]:
    return [(one.kind, one.path, one.line) for one in verify(edition, workspace).findings]


def rewrite(path: Path, **changes: object) -> None:
    says = msgspec.json.decode(path.read_bytes())
    path.write_bytes(
        msgspec.json.format(msgspec.json.encode(says | changes, order="sorted"), indent=1) + b"\n"
    )


def test_an_untouched_edition_is_identical(edition: Path, workspace: Workspace) -> None:
    report = verify(edition, workspace)
    assert (report.identical, report.findings) == (True, ())
    assert report.manifest.municipality == "GM0935"


def test_verifying_writes_nothing(edition: Path, workspace: Workspace, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    verify(edition, workspace)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("figures.csv", b",28.6,", b",28.5,"),
        ("figures.json", b'"value": 28.6', b'"value": 28.5'),
        ("index.html", b"HIC: 1,3", b"HIC: 1,4"),
    ],
)
def test_one_changed_digit_is_found_with_its_line(
    edition: Path, workspace: Workspace, name: str, old: bytes, new: bytes
) -> None:
    content = (edition / name).read_bytes()
    line = content[: content.index(old)].count(b"\n") + 1
    (edition / name).write_bytes(content.replace(old, new, 1))
    assert found(edition, workspace) == [(Difference.CHANGED, name, line)]


def test_missing_and_extra_files_are_named(edition: Path, workspace: Workspace) -> None:
    (edition / "en/index.html").unlink()
    (edition / "buurt").mkdir()
    (edition / "buurt/extra.html").write_text("extra")
    (edition / "empty").mkdir()
    assert found(edition, workspace) == [
        (Difference.EXTRA, "buurt/extra.html", None),
        (Difference.EXTRA, "empty", None),
        (Difference.EXTRA, "en", None),
        (Difference.MISSING, "en/index.html", None),
    ]


def test_a_cut_off_file_is_found(edition: Path, workspace: Workspace) -> None:
    content = (edition / "figures.csv").read_bytes()
    (edition / "figures.csv").write_bytes(content[: content.rindex(b"\n", 0, -1) + 1])
    assert found(edition, workspace) == [(Difference.CHANGED, "figures.csv", content.count(b"\n"))]


def test_a_link_is_not_a_file(edition: Path, workspace: Workspace, tmp_path: Path) -> None:
    (edition / "index.html").rename(tmp_path / "elsewhere.html")
    (edition / "index.html").symlink_to(tmp_path / "elsewhere.html")
    assert found(edition, workspace) == [(Difference.CHANGED, "index.html", 1)]


def test_a_file_and_the_manifest_changed_together(edition: Path, workspace: Workspace) -> None:
    from hashlib import sha256

    (edition / "index.html").write_bytes(b"other\n")
    says = msgspec.json.decode((edition / "manifest.json").read_bytes())
    files = says["files"] | {"index.html": sha256(b"other\n").hexdigest()}
    rewrite(edition / "manifest.json", files=files)
    kinds = [one[:2] for one in found(edition, workspace)]
    assert kinds == [(Difference.REBUILT, "index.html"), (Difference.MANIFEST, "manifest.json")]


def test_inputs_that_are_no_longer_the_same(edition: Path, workspace: Workspace) -> None:
    says = msgspec.json.decode((edition / "manifest.json").read_bytes())
    held = next(one for one in says["snapshots"] if not one["own"])
    held["sha256"] = "0" * 64
    rewrite(edition / "manifest.json", snapshots=says["snapshots"], definitions="1" * 64)
    report = verify(edition, workspace)
    assert [(one.kind, one.path) for one in report.findings] == [
        (Difference.INPUT, held["id"]),
        (Difference.INPUT, "catalogue"),
        (Difference.MANIFEST, "manifest.json"),
    ]
    assert "was 000000000000" in str(report.findings[0])


def test_a_snapshot_that_is_gone(edition: Path, workspace: Workspace) -> None:
    says = msgspec.json.decode((edition / "manifest.json").read_bytes())
    next(one for one in says["snapshots"] if not one["own"])["id"] = "gone/table@2020-01-01"
    rewrite(edition / "manifest.json", snapshots=says["snapshots"])
    texts = [str(one) for one in verify(edition, workspace).findings]
    assert "gone/table@2020-01-01: this snapshot is no longer held." in texts
    assert any(text.endswith("this snapshot was not part of the edition.") for text in texts)


def test_another_version(edition: Path, workspace: Workspace) -> None:
    rewrite(edition / "manifest.json", baken="0.0.9")
    assert verify(edition, workspace).findings[0].text.startswith("built with Baken 0.0.9")


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_an_own_table_that_is_no_longer_held(edition: Path, workspace: Workspace, damage: str) -> None:
    (kept,) = workspace.snapshots.iterdir()
    kept.unlink() if damage == "gone" else kept.write_text("other")
    (edition / "index.html").write_bytes(b"other")
    (edition / "extra").write_bytes(b"x")
    kinds = [one.kind for one in verify(edition, workspace).findings]
    assert kinds == [Difference.INPUT, Difference.EXTRA, Difference.CHANGED]


def test_an_own_table_that_cannot_be_read_any_more(edition: Path, workspace: Workspace) -> None:
    says = msgspec.json.decode((edition / "manifest.json").read_bytes())
    bad = workspace.keep(b"indicator,area\n")
    next(one for one in says["snapshots"] if one["own"])["sha256"] = bad.stem
    rewrite(edition / "manifest.json", snapshots=says["snapshots"])
    (finding,) = verify(edition, workspace).findings
    assert finding.kind is Difference.INPUT
    assert "cannot be made again" in finding.text


@pytest.mark.parametrize(
    "manifest",
    [
        None,
        b"",
        b"{}",
        b"\xff",
        b'{"format": "baken-edition", "municipality": 1}',
        b'{"municipality": "GM0935", "date": "2026-11-21", "definitions": "", "snapshots": [], "files": {}, '
        b'"format": "baken-figures"}',
    ],
)
def test_what_is_not_an_edition(tmp_path: Path, manifest: bytes | None) -> None:
    if manifest is not None:
        (tmp_path / "manifest.json").write_bytes(manifest)
    with pytest.raises(EditionError, match="not a Baken edition"):
        verify(tmp_path)
    with pytest.raises(EditionError, match="no such directory"):
        verify(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["../../x.csv", "/etc/x.csv", "a\\b.csv", ".."])
def test_a_manifest_cannot_make_us_write_elsewhere(edition: Path, workspace: Workspace, name: str) -> None:
    says = msgspec.json.decode((edition / "manifest.json").read_bytes())
    next(one for one in says["snapshots"] if one["own"])["file"] = name
    rewrite(edition / "manifest.json", snapshots=says["snapshots"])
    with pytest.raises(EditionError, match="outside the edition"):
        verify(edition, workspace)


def test_a_real_edition(tmp_path: Path, real_site: None, workspace: Workspace) -> None:
    build("GM0935", tmp_path / "real", ON)
    assert verify(tmp_path / "real", workspace).identical
    page = tmp_path / "real/index.html"
    page.write_text(page.read_text().replace("2021", "2022", 1))
    (finding,) = verify(tmp_path / "real", workspace).findings
    assert (finding.kind, finding.path) == (Difference.CHANGED, "index.html")
    assert finding.line


def test_a_finding_in_words() -> None:
    assert str(Finding(Difference.MISSING, "a.html", "missing.")) == "a.html: missing."
    assert str(Finding(Difference.CHANGED, "a.csv", "changed.", 3)) == "a.csv, line 3: changed."
