# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Builds in the background: real processes, that go on, that are killed, and that end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client

from baken.accounts.changes import Asked
from baken.desk.editions import jobs, making, worker
from baken.desk.editions.places import pages_of, place_of, report_on
from baken.desk.models import EditionDraft
from baken.edition.verify import verify
from baken.model.errors import UsageError
from baken.store.published import Published
from baken.store.workspace import Workspace
from desk.editions.conftest import ON

PATIENCE = 240


def until(met: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not met():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def invented(settings: object, tmp_path: Path) -> Workspace:
    """A workspace of Voorbeeldstad."""
    settings.BAKEN_WORKSPACE = str(tmp_path / "workspace")  # type: ignore[attr-defined] # pytest-django has no types
    settings.BAKEN_AREA = "GM9999"  # type: ignore[attr-defined] # as above
    return Workspace(tmp_path / "workspace").create("GM9999")


@pytest.fixture
def numbers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The numbers of the processes that a test starts; those that are left are ended after it."""
    begun: list[int] = []
    start = jobs._process

    def noted(place: Path, handle: int) -> int:
        begun.append(start(place, handle))
        return begun[-1]

    monkeypatch.setattr(jobs, "_process", noted)
    yield begun
    for one in begun:
        end(one)


def end(number: int) -> None:
    """End a process of our own, and let the system forget it."""
    try:
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
    except (ProcessLookupError, ChildProcessError):
        pass


@pytest.fixture
def building(invented: Workspace, numbers: list[int], analyst: Asked) -> EditionDraft:
    """A draft that a process is really building."""
    del invented, numbers
    draft = making.build(making.begin({"on": ON}, analyst), analyst)
    until(lambda: jobs.state(place_of(draft)).progress is not None)
    return draft


def test_a_build_that_is_killed_has_failed_in_one_line_and_left_nothing_half(
    building: EditionDraft, numbers: list[int], invented: Workspace, analyst: Asked
) -> None:
    assert making.settle(building).running
    assert building.status == "building"
    with pytest.raises(UsageError, match="being built"):
        jobs.start(
            place_of(building), jobs.Ordered(area="GM9999", on="2026-11-21", final=False, workspace=""), None
        )
    end(numbers[0])
    assert not making.settle(building).running
    held = EditionDraft.objects.get(pk=building.pk)
    assert (held.status, held.message) == ("failed", making.KILLED)
    assert not pages_of(held).exists()
    assert Published(invented, "GM9999").all() == ()
    again = making.build(held, analyst)
    assert again.status == "building"
    assert making.settle(again).running


def test_the_page_shows_the_progress_and_the_whole_page_comes_once_it_ended(
    building: EditionDraft, numbers: list[int], signed_in: Callable[[str], Client]
) -> None:
    browser, place = signed_in("adviser"), f"/werk/edities/{building.pk}/"
    page = browser.get(place).content.decode()
    assert "<progress" in page
    assert 'hx-trigger="every 1s"' in page
    assert "htmx.js" in page
    part = browser.get(f"{place}voortgang/")
    assert "HX-Refresh" not in part
    assert "<html" not in part.content.decode()
    end(numbers[0])
    assert browser.get(f"{place}voortgang/")["HX-Refresh"] == "true"
    after = browser.get(place).content.decode()
    assert "<progress" not in after
    assert making.KILLED in after


def test_what_nobody_foresaw_is_one_line_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, invented: Workspace
) -> None:
    del invented

    def broken(place: Path) -> jobs.Result:
        raise ZeroDivisionError(str(place))

    monkeypatch.setattr(worker, "work", broken)
    monkeypatch.setattr("sys.argv", ["worker", str(tmp_path)])
    with pytest.raises(ZeroDivisionError):
        worker.main()
    found = jobs.state(tmp_path).result
    assert found is not None
    assert "ZeroDivisionError" in found.message
    assert found.manifest == ""


def test_a_place_where_nothing_was_built_has_no_state(tmp_path: Path) -> None:
    assert jobs.state(tmp_path) == jobs.State(running=False, progress=None, result=None)


@pytest.mark.slow
def test_voorbeeldstad_is_really_built_in_the_background(
    building: EditionDraft, invented: Workspace, signed_in: Callable[[str], Client]
) -> None:
    seen: list[int] = []

    def ended() -> bool:
        state = making.settle(building)
        if state.progress is not None:
            seen.append(state.progress.percent)
        return building.status != "building"

    until(ended)
    assert (building.status, building.message) == ("built", "")
    assert seen == sorted(seen)
    assert len(set(seen)) > 5
    report = report_on(building)
    assert report is not None
    assert len(report.findings) > 10
    assert len(report.texts) > 100
    assert verify(pages_of(building), invented).identical
    page = signed_in("adviser").get(f"/werk/edities/{building.pk}/inzien/index.html")
    assert "Voorbeeldstad" in page.content.decode()


def test_a_build_goes_on_when_whoever_started_it_is_gone(invented: Workspace, tmp_path: Path) -> None:
    place = tmp_path / "place"
    script = (
        "import sys; from pathlib import Path; from baken.desk.editions import jobs\n"
        "order = jobs.Ordered(area='GM9999', on='2026-11-21', final=False, workspace=sys.argv[2])\n"
        "print(jobs.start(Path(sys.argv[1]), order, None))\n"
    )
    command = [sys.executable, "-c", script, str(place), str(invented.root)]
    begun = subprocess.run(command, capture_output=True, check=True, text=True)
    number = int(begun.stdout)
    try:
        until(lambda: jobs.state(place).progress is not None)
        assert jobs.state(place).running
    finally:
        os.kill(number, signal.SIGKILL)
    until(lambda: not jobs.state(place).running)
    assert jobs.state(place).result is None
