# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The editions of every municipality of a country in one run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from baken.catalogue.municipality import municipality_names
from baken.edition import country
from baken.edition.country import Built, Task, build_country, members
from baken.edition.manifest import read_manifest
from baken.edition.verify import verify
from baken.model.errors import EditionError
from baken.store.workspace import Workspace
from edition.conftest import ON, contents

FEW = {"GM1680": "Aa en Hunze", "GM0344": "Utrecht"}

pytestmark = [pytest.mark.usefixtures("real_site"), pytest.mark.xdist_group("country")]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(country, "members", lambda _: FEW)


def run(out: Path, workspace: Workspace, told: list[Built] | None = None) -> list[Built]:
    task = Task(out=out, on=ON, workspace=workspace, processes=2)
    return build_country("nl", task, (told if told is not None else []).append)


def test_every_real_municipality_belongs_to_it_in_the_order_of_names() -> None:
    found = members("nl")
    assert len(found) == 342
    assert "GM9999" not in found
    assert list(found.values()) == sorted(found.values())
    assert found["GM0935"] == municipality_names()["GM0935"]


@pytest.mark.usefixtures("few")
def test_each_has_an_edition_without_documents_that_can_be_made_again(
    out: Path, workspace: Workspace
) -> None:
    told: list[Built] = []
    done = run(out, workspace, told)
    assert [(one.code, one.wrong) for one in done] == [("GM1680", ""), ("GM0344", "")]
    assert sorted(one.code for one in told) == ["GM0344", "GM1680"]
    edition = out / "gm0344"
    assert not read_manifest(edition).documents
    files = contents(edition)
    assert {"index.html", "en/index.html", "figures.csv", "figures.json"} <= set(files)
    assert not [path for path in files if path.endswith((".pdf", ".pptx", ".docx", ".xlsx"))]
    assert verify(edition, workspace).findings == ()
    listed = json.loads((out / country.LIST).read_bytes())
    assert [one["edition"] for one in listed["municipalities"]] == ["gm1680/", "gm0344/"]
    for page, link in (
        ("index.html", 'href="gm0344/index.html"'),
        ("en/index.html", "../gm0344/en/index.html"),
    ):
        assert link in (out / page).read_text("utf-8")


def test_what_one_lacks_stops_no_other(
    out: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(country, "members", lambda _: {"GM9998": "Nergens", "GM1680": "Aa en Hunze"})
    wrong, good = run(out, workspace)
    assert wrong.wrong.startswith("unknown area 'GM9998'")
    assert good.wrong == ""
    assert "gm9998" not in (out / "index.html").read_text("utf-8")
    assert not (out / "gm9998").exists()


def test_a_directory_of_something_else_is_left_alone(out: Path, workspace: Workspace) -> None:
    out.mkdir(parents=True)
    (out / "brief.txt").write_text("van iemand", "utf-8")
    with pytest.raises(EditionError, match="no directory of editions of that country"):
        run(out, workspace)
    assert contents(out) == {"brief.txt": b"van iemand"}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_a_run_that_is_killed_leaves_no_process_and_can_be_begun_again(
    out: Path, workspace: Workspace
) -> None:
    command = [str(Path(sys.executable).parent / "baken"), "build", "Nederland"]
    command += ["--out", str(out), "--workspace", str(workspace.root)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as started:
        while not list(out.glob("gm*/manifest.json")) and started.poll() is None:
            time.sleep(0.2)
        below = children(started.pid)
        started.send_signal(signal.SIGKILL)
    assert below
    deadline = time.monotonic() + 30
    while any(alive(one) for one in below) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not [one for one in below if alive(one)]
    whole = [path.parent for path in out.glob("gm*/manifest.json")]
    assert [found for one in whole[:2] for found in verify(one, workspace).findings] == []
    # The directory is still one of ours.
    country._check_place(out, "nl")


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8")
    return [int(one) for one in listed.split()]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return "Z" not in Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return False
