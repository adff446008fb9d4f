# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An edition says what changed since the one before it, and can be made again byte for byte."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest

from baken.edition.build import build
from baken.edition.manifest import Manifest, read_manifest
from baken.edition.outside.verify import verify_outside
from baken.edition.verify import Difference, verify
from baken.store.workspace import Workspace
from edition.conftest import ON, contents
from edition.outsider import changed, with_manifest
from edition.test_corrections import table

MAY = date(2026, 5, 1)
ROW = "indicator,area,period,value,status,unit\nhic,GM0935,2023,{},measured,per_1000_inhabitants\n"


def own(tmp_path: Path, value: str) -> list[Path]:
    path = tmp_path / "own.csv"
    path.write_text(ROW.format(value), "utf-8")
    return [path]


def log(edition: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((edition / "revisions.csv").read_text("utf-8").splitlines()))


def editions(edition: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = msgspec.json.decode((edition / "revisions.json").read_bytes())[
        "editions"
    ]
    return found


@pytest.fixture
def second(tmp_path: Path, out: Path, workspace: Workspace) -> Manifest:
    """An edition in the place of an older one, with one other figure."""
    build("GM0935", out, MAY, own(tmp_path, "1.4"), workspace)
    return build("GM0935", out, ON, own(tmp_path, "1.5"), workspace)


def test_the_first_edition_has_none_before_it(out: Path, workspace: Workspace) -> None:
    manifest = build("GM0935", out, ON, (), workspace)
    assert manifest.predecessor is None
    assert log(out) == []
    (entry,) = editions(out)
    assert (entry["number"], entry["since"], entry["compared"]) == (1, None, False)


def test_an_edition_names_the_one_before_and_says_what_changed(
    out: Path, workspace: Workspace, second: Manifest
) -> None:
    assert second.predecessor is not None
    assert (second.predecessor.date, second.predecessor.compared) == (MAY, True)
    (row,) = log(out)
    assert [row[name] for name in ("indicator", "area", "period", "kind")] == [
        "hic",
        "GM0935",
        "2023",
        "changed",
    ]
    assert (row["value_before"], row["value_after"]) == ("1.4", "1.5")
    assert verify(out, workspace).identical


def test_building_again_over_it_and_elsewhere_gives_the_same_bytes(
    tmp_path: Path, out: Path, workspace: Workspace, second: Manifest
) -> None:
    before = contents(out)
    for place in (out, tmp_path / "elsewhere"):
        assert build("GM0935", place, ON, own(tmp_path, "1.5"), workspace) == second
        assert contents(place) == before


def test_a_change_on_the_same_day_is_an_edition_of_its_own(
    tmp_path: Path, out: Path, workspace: Workspace, second: Manifest
) -> None:
    third = build("GM0935", out, ON, own(tmp_path, "1.6"), workspace)
    assert third.predecessor is not None
    assert third.predecessor.date == ON
    assert [(one["edition"], one["value_before"], one["value_after"]) for one in log(out)] == [
        ("3", "1.5", "1.6"),
        ("2", "1.4", "1.5"),
    ]
    assert [one["number"] for one in editions(out)] == [1, 2, 3]
    assert verify(out, workspace).identical


def test_an_earlier_day_comes_after_what_was_before_it(
    tmp_path: Path, out: Path, workspace: Workspace, second: Manifest
) -> None:
    again = build("GM0935", out, MAY, own(tmp_path, "1.4"), workspace)
    assert again.predecessor is None
    between = build("GM0935", out, date(2026, 6, 1), own(tmp_path, "1.4"), workspace)
    assert between.predecessor is not None
    assert between.predecessor.date == MAY
    assert log(out) == []


def test_an_edition_of_another_workspace_is_named_and_not_compared(
    tmp_path: Path, out: Path, second: Manifest
) -> None:
    other = Workspace(tmp_path / "other").create("GM0935")
    manifest = build("GM0935", out, ON, own(tmp_path, "1.7"), other)
    assert manifest.predecessor is not None
    assert (manifest.predecessor.date, manifest.predecessor.compared) == (ON, False)
    assert log(out) == []
    assert verify(out, other).identical
    before = contents(out)
    build("GM0935", out, ON, own(tmp_path, "1.7"), other)
    assert contents(out) == before


def test_an_edition_that_nobody_remembers_does_not_break_the_log(
    tmp_path: Path, out: Path, workspace: Workspace, second: Manifest
) -> None:
    """Whoever changes a byte of the manifest that stands there does not make the log start again."""
    changed(out / "manifest.json", '"date": "2026-11-21"', '"date":  "2026-11-21"')
    third = build("GM0935", out, ON, own(tmp_path, "1.6"), workspace)
    assert third.predecessor is not None
    assert third.predecessor.compared
    assert [one["number"] for one in editions(out)] == [1, 2, 3]


def test_without_the_edition_before_one_line_says_so(
    out: Path, workspace: Workspace, second: Manifest
) -> None:
    shutil.rmtree(workspace.root / "published")
    (found,) = verify(out, workspace).findings
    assert (found.kind, found.path) == (Difference.INPUT, "predecessor")
    assert found.text.startswith("the edition of 2026-05-01 before this one (")


def test_what_was_published_is_remembered_where_there_was_no_workspace(tmp_path: Path, out: Path) -> None:
    """For all municipalities in one run too: none of them becomes the one that the workspace is of."""
    build("GM0935", out, ON, (), Workspace(tmp_path / "new"))
    assert Workspace.find(tmp_path / "new").area == ""
    assert len(list((tmp_path / "new/published/GM0935").glob("*.json"))) == 1


def test_a_protected_figure_is_quoted_as_it_was_published_and_no_other(
    tmp_path: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both numbers of each change stand in an edition that the municipality published itself."""
    monkeypatch.setattr("edition.test_corrections.CODE", "politie-misdrijven/1.2.4")
    published = []
    for name, corrected in (("one", {}), ("two", {"BU09350001": 3})):
        build("GM0935", tmp_path / name, ON, [table(tmp_path / f"of {name}", corrected)], workspace)
        rows = csv.DictReader((tmp_path / name / "figures.csv").read_text("utf-8").splitlines())
        published.append({(one["indicator"], one["area"], one["period"]): one["value"] for one in rows})
    small = [one for one in log(tmp_path / "two") if one["area"] != "GM0935"]
    assert small
    for one in small:
        key = (one["indicator"], one["area"], one["period"])
        assert one["value_before"] in {published[0].get(key, ""), ""}
        assert one["value_after"] == published[1].get(key, "")
        assert one["value_after"] or not one["value_before"]
    assert verify(tmp_path / "two", workspace).identical


def test_who_has_the_edition_alone_holds_its_log_against_its_figures(
    tmp_path: Path, out: Path, workspace: Workspace
) -> None:
    build("GM0935", out, date(2016, 6, 1), (), workspace)
    build("GM0935", out, ON, (), workspace)
    assert log(out)
    assert read_manifest(out).predecessor is not None
    outside = Workspace(tmp_path / "outside")
    assert [one for step in verify_outside(out, outside).steps for one in step.findings] == []
    newest = next(one for one in log(out) if one["value_after"])
    changed(out / "revisions.json", f'"value": {newest["value_after"]}', '"value": 12345')
    with_manifest(out)
    found = [one for step in verify_outside(out, outside).steps for one in step.findings]
    assert any("is not what the figures of the edition say" in one.text for one in found)
