# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An edition shows what was public of the policy cycle on its day, names it, and stays true to it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

from baken.disclosure.personal.hits import Kind
from baken.edition.build import build, render
from baken.edition.cycle import cycle_of
from baken.edition.manifest import read_manifest
from baken.edition.outside.remade import check_again, held_by_everybody
from baken.edition.personal import allowed_in, check_personal
from baken.edition.verify import Difference, verify
from baken.model.errors import InputError, PublicationError
from baken.model.public_cycle import PublicCycle, PublicGoal
from baken.picture.material import load_material, with_cycle
from baken.publications.cycle_files import ACTIONS, JSON
from baken.store.cycle_snapshots import CycleSnapshots
from baken.store.workspace import Workspace
from edition.conftest import ON, contents
from edition.small_material import town
from public_cycles import CYCLE, kept, on

AREA = "GM0935"
EARLIER, LATER = date(2026, 5, 1), date(2026, 12, 1)
FILES = {JSON, ACTIONS}


def cycle(day: date = EARLIER) -> PublicCycle:
    return replace(on(day), area=AREA)


def published(workspace: Workspace, day: date = EARLIER, **other: object) -> CycleSnapshots:
    held = CycleSnapshots(workspace, AREA)
    held.keep(replace(cycle(day), **other))  # type: ignore[arg-type] # fields of a cycle
    return held


def test_without_a_snapshot_an_edition_is_as_it_was(workspace: Workspace, tmp_path: Path) -> None:
    build(AREA, tmp_path / "before", ON, workspace=workspace, documents=False)
    # What is made public on a later day was not public when this edition looks.
    published(workspace, LATER)
    other = Workspace(tmp_path / "other").create(AREA)
    published(other, LATER)
    build(AREA, tmp_path / "after", ON, workspace=other, documents=False)
    before, after = contents(tmp_path / "before"), contents(tmp_path / "after")
    assert before == after
    assert not FILES & set(before)
    assert not [one for one in json.loads(before["manifest.json"])["snapshots"] if "cyclus" in one["id"]]


def test_the_manifest_names_what_was_public_and_the_edition_holds_its_bytes(
    workspace: Workspace, out: Path
) -> None:
    held = published(workspace)
    published(workspace, LATER, money=())
    manifest = build(AREA, out, ON, workspace=workspace)
    newest = held.newest(ON)
    assert newest is not None
    (named,) = (one for one in manifest.snapshots if one.is_cycle)
    assert (named.id, named.taken, named.sha256) == (
        f"beleidscyclus/{AREA}@2026-05-01.1",
        EARLIER,
        newest.sha256,
    )
    assert set(manifest.files) >= FILES
    assert (out / JSON).read_bytes() == newest.data
    assert sha256(newest.data).hexdigest() == named.sha256
    table = (out / ACTIONS).read_text("utf-8").splitlines()
    assert len(table) == 1 + len(CYCLE.actions)
    assert table[1].startswith("a1,Uitvoeringsplan 2026,winkelgebied,Het winkelgebied blijft veilig,")


def test_an_edition_stays_true_whatever_is_made_public_after_it(workspace: Workspace, out: Path) -> None:
    published(workspace)
    build(AREA, out, ON, workspace=workspace)
    assert verify(out, workspace).identical
    # Of the same day and of days before it: none of these were there when it was built.
    published(workspace, EARLIER, money=())
    published(workspace, ON, goals=())
    assert verify(out, workspace).identical


def test_an_edition_carries_what_it_needs_to_be_made_again(workspace: Workspace, out: Path) -> None:
    held = published(workspace)
    build(AREA, out, ON, workspace=workspace)
    manifest, snapshot = read_manifest(out), held.newest(ON)
    for path in (workspace.root / "cycle" / AREA).iterdir():
        path.unlink()
    assert verify(out, workspace).identical
    assert cycle_of(out, manifest) == snapshot


def test_a_changed_snapshot_in_an_edition_is_found(workspace: Workspace, out: Path) -> None:
    published(workspace)
    manifest = build(AREA, out, ON, workspace=workspace)
    (out / JSON).write_bytes((out / JSON).read_bytes().replace(b"Wijkbudget", b"Wijkbudgat"))
    found = [(one.kind, one.path) for one in verify(out, workspace).findings]
    assert found == [(Difference.CHANGED, JSON)]
    # Without the workspace there is nothing left that is what the manifest names.
    for path in (workspace.root / "cycle" / AREA).iterdir():
        path.unlink()
    with pytest.raises(InputError, match="not held"):
        cycle_of(out, manifest, workspace)
    kinds = {one.kind for one in verify(out, workspace).findings}
    assert Difference.INPUT in kinds


def test_a_damaged_snapshot_builds_nothing(workspace: Workspace, out: Path) -> None:
    published(workspace)
    (path,) = (workspace.root / "cycle" / AREA).iterdir()
    path.write_bytes(path.read_bytes()[:-5])
    with pytest.raises(InputError, match="changed"):
        build(AREA, out, ON, workspace=workspace)
    assert not out.exists()


def test_somebody_outside_makes_it_again(workspace: Workspace, out: Path, tmp_path: Path) -> None:
    published(workspace)
    manifest = build(AREA, out, ON, workspace=workspace, documents=False)
    elsewhere = copytree(out, tmp_path / "copy")
    material = held_by_everybody(manifest, Workspace(tmp_path / "nobody"))
    step = check_again(elsewhere, manifest, material)
    assert (step.findings, step.notes) == ((), ())
    assert "byte for byte" in step.text


def test_who_voted_in_public_may_be_named_with_the_reason(workspace: Workspace) -> None:
    del workspace
    bare = load_material(AREA, ON)
    page = {"programma.html": b"<p>Aanwezig was mevrouw Anneke Van Velden.</p>"}
    with pytest.raises(PublicationError):
        check_personal(page, bare)
    voter = replace(CYCLE.decisions[0].votes[0], member="Anneke Van Velden", title="mevrouw")
    told = replace(cycle(), decisions=(replace(CYCLE.decisions[0], votes=(voter,)),))
    material = with_cycle(bare, kept(told))
    check_personal(page, material)
    extra = set(allowed_in(material)) - set(allowed_in(bare))
    assert {one.words for one in extra} == {"Anneke Van Velden", "mevrouw Anneke Van Velden"}
    assert all(one.kind is Kind.NAME and "openbare vergadering" in one.reason for one in extra)
    assert {one.on for one in extra} == {date(2024, 12, 10)}
    # Nobody else may.
    with pytest.raises(PublicationError):
        check_personal({"programma.html": b"<p>Mijn buurvrouw Anneke Kwastenveld (72) belt.</p>"}, material)


def test_a_name_in_a_goal_keeps_an_edition_from_being_written(workspace: Workspace, out: Path) -> None:
    goal = replace(CYCLE.goals[0], text="Mijn buurvrouw Anneke Kwastenveld (72) belt niet meer.")
    published(workspace, goals=(goal,))
    with pytest.raises(PublicationError, match=r"personal data .*policy-cycle\.json"):
        build(AREA, out, ON, workspace=workspace)
    assert not out.exists()


@pytest.mark.usefixtures("real_site")
def test_the_pages_of_the_cycle_pass_the_gate() -> None:
    public = town()
    bare = render(replace(public.material, documents=False))
    material = replace(with_cycle(public.material, kept()), documents=False)
    files = render(material)
    assert set(files) - set(bare) == {*FILES, "programma.html", "en/programme.html"}
    check_personal(files, material)
    goal = next(one for one in CYCLE.goals if isinstance(one, PublicGoal))
    assert goal.title in files["programma.html"].decode()
