# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A correction of a small area is a new version in a new edition, and both editions can be made again."""

from __future__ import annotations

import csv
from pathlib import Path

import msgspec
import pytest

from baken.areas.load import load_register
from baken.edition.build import build
from baken.edition.manifest import read_manifest
from baken.edition.verify import Difference, verify
from baken.model.errors import PublicationError
from baken.store.workspace import Workspace
from edition.conftest import ON, contents

CODE, CUBE = "politie-misdrijven/1.1.1", "politie-misdrijven 2024"


def table(folder: Path, corrected: dict[str, int]) -> Path:
    """Counts of every neighbourhood, of 0 to 8, and their sum."""
    hoods = sorted(code for code in load_register("GM0935").areas if code.startswith("BU"))
    counts = {code: number * 7 % 9 for number, code in enumerate(hoods)} | corrected
    counts["GM0935"] = sum(counts.values())
    rows = "".join(f"{CODE},{area},2024,{count},measured,count\n" for area, count in counts.items())
    folder.mkdir(exist_ok=True)
    path = folder / "own.csv"
    path.write_text(f"indicator,area,period,value,status,unit\n{rows}", "utf-8")
    return path


def small_figures(edition: Path) -> dict[str, dict[str, str]]:
    rows = csv.DictReader((edition / "small-areas.csv").read_text("utf-8").splitlines())
    return {row["area"]: row for row in rows if row["indicator"] == CODE}


def built(tmp_path: Path, name: str, workspace: Workspace, corrected: dict[str, int]) -> Path:
    edition = tmp_path / name
    build("GM0935", edition, ON, [table(tmp_path / f"of {name}", corrected)], workspace)
    return edition


def test_a_correction_is_a_new_version_and_the_old_edition_stands(
    tmp_path: Path, workspace: Workspace
) -> None:
    first = built(tmp_path, "one", workspace, {})
    second = built(tmp_path, "two", workspace, {"BU09350001": 3})
    before, after = small_figures(first), small_figures(second)
    revised = {area for area, row in after.items() if row["life"] == "revised"}
    assert revised == {area for area in after if before[area]["value"] != after[area]["value"]}
    assert "BU09350001" in revised
    assert len(revised) < len(after) / 5
    assert read_manifest(second).decisions == {CUBE: 2}
    (cube,) = msgspec.json.decode((second / "audit.json").read_bytes())["cubes"]
    assert (cube["version"], cube["closed"]) == (2, True)
    assert cube["revised"] >= len(revised)
    for edition in (first, second):
        assert verify(edition, workspace).identical


def test_without_a_correction_the_edition_is_the_same(tmp_path: Path, workspace: Workspace) -> None:
    first, second = (built(tmp_path, name, workspace, {}) for name in ("one", "two"))
    assert contents(first) == contents(second)


def test_a_correction_that_would_tell_what_a_count_was_is_not_published(
    tmp_path: Path, workspace: Workspace
) -> None:
    """All other neighbourhoods have none, so the totals of the municipality tell the one that has some."""
    hoods = [code for code in load_register("GM0935").areas if code.startswith("BU")]
    none = dict.fromkeys(hoods, 0)
    built(tmp_path, "one", workspace, none | {"BU09350001": 7})
    with pytest.raises(PublicationError, match=r"public figures and earlier editions.*Leave this measure"):
        built(tmp_path, "two", workspace, none | {"BU09350001": 3})
    assert not (tmp_path / "two").exists()


def test_a_workspace_that_forgot_cannot_make_the_edition_again(tmp_path: Path, workspace: Workspace) -> None:
    built(tmp_path, "one", workspace, {})
    second = built(tmp_path, "two", workspace, {"BU09350001": 3})
    for path in (workspace.root / "protected").rglob("*.npz"):
        path.unlink()
    (found,) = verify(second, workspace).findings
    assert (found.kind, found.path) == (Difference.INPUT, CUBE)
    assert "remembers 0 of 1" in found.text
