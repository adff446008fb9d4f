# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Are all pages and figures what the protected figures and the observations that everybody can have give?"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from baken import __version__
from baken.edition.audit import NAME as AUDIT
from baken.edition.build import render
from baken.edition.cycle import cycle_of
from baken.edition.editorial import editorial_of
from baken.edition.inputs import load_inputs
from baken.edition.manifest import NAME, Manifest, definitions_of
from baken.edition.outside.step import Step
from baken.edition.tables import FOLDER
from baken.edition.verify import Difference, Finding, different
from baken.model.edition import KnownLog
from baken.model.errors import BakenError, StoreError
from baken.picture.material import (
    Material,
    with_before,
    with_cycle,
    with_editorial,
    with_snapshots,
    with_status,
)
from baken.picture.protection import files as small_areas
from baken.publications.revisions.files import JSON as LOG
from baken.store.reader import Reader
from baken.store.workspace import Workspace

_STANDS = "Everything above stands."


def check_again(edition: Path, manifest: Manifest, material: Material) -> Step:
    """Make the edition again from ``small-areas.csv`` and what everybody can have, where all of that is held.

    Args:
        edition: the directory.
        manifest: what it is made of.
        material: what is held here of that.

    """
    definitions = tuple(_definitions(manifest, material))
    reason = _not_possible(manifest)
    if reason:
        return _not_made(reason, definitions)
    held = {one.id for one in material.snapshots}
    # What was public of the policy cycle comes with the edition.
    missing = [one.id for one in manifest.snapshots if one.id not in held and not one.is_cycle]
    if missing:
        return _not_made(f"{len(missing)} snapshots are not held here, such as {missing[0]}.", definitions)
    try:
        data = (edition / small_areas.NAME).read_bytes()
        # What was published before is not here: the log of the edition says what changed since.
        decided = with_editorial(material, editorial_of(edition, manifest))
        decided = with_cycle(decided, cycle_of(edition, manifest))
        after = with_before(decided, KnownLog(log=(edition / LOG).read_bytes()))
        again = render(small_areas.from_csv(after, data))
    except (BakenError, OSError, ValueError, csv.Error) as error:
        finding = Finding(Difference.INPUT, NAME, f"cannot be made again: {error}")
        return Step(name="again", text="", findings=(finding,))
    text = f"{len(again)} pages and files are, byte for byte, what these figures and public sources give."
    found = (*definitions, *_compare(edition, manifest, again))
    return Step(name="again", text=text, findings=found)


def held_by_everybody(manifest: Manifest, workspace: Workspace) -> Material:
    """What is held here of what an edition is made of: carried by the project, or fetched into a workspace.

    The workspace needs no secret and no own tables.

    Raises:
        BakenError: the municipality is unknown, or the workspace cannot be read.

    """
    reader = None
    if manifest.until and workspace.exists:
        try:
            reader = Reader(workspace, manifest.until)
        except StoreError:
            reader = Reader(workspace)
    found, _ = load_inputs(manifest.municipality, manifest.date, (), reader)
    names = {(one.id, one.sha256) for one in manifest.snapshots}
    snapshots = (one for one in found.holdings.snapshots if (one.id, one.sha256) in names)
    kept = with_status(with_snapshots(found, tuple(snapshots)), manifest.status)
    drawn = kept.drawn_from
    if drawn is not None and (drawn.id, drawn.sha256) not in names:
        return replace(kept, drawn_from=None, outlines={})
    return kept


def _not_possible(manifest: Manifest) -> str:
    own = [one.file or one.id for one in manifest.snapshots if one.own]
    if own:
        return f"the edition rests on own tables of the municipality too ({', '.join(own)})."
    if manifest.baken != __version__:
        return f"it was built with Baken {manifest.baken}, and this is {__version__}."
    return ""


def _not_made(reason: str, definitions: tuple[Finding, ...]) -> Step:
    note = f"not made again: {reason} {_STANDS}"
    return Step(name="again", text="", findings=definitions, notes=(note,))


def _definitions(manifest: Manifest, material: Material) -> Iterator[Finding]:
    """Definitions of the same version of Baken are the same."""
    now = definitions_of(material)
    if manifest.baken == __version__ and now != manifest.definitions:
        text = f"the definitions were {manifest.definitions[:12]} and are now {now[:12]}."
        yield Finding(Difference.INPUT, "catalogue", text)


def _compare(edition: Path, manifest: Manifest, again: dict[str, bytes]) -> Iterator[Finding]:
    beside = {small_areas.NAME, AUDIT, *(path for path in manifest.files if path.startswith(f"{FOLDER}/"))}
    for path in sorted({*again, *(manifest.files.keys() - beside)}):
        there = edition / path
        if path not in again:
            yield Finding(Difference.EXTRA, path, "the protected figures give no such file.")
        elif not there.is_file():
            yield Finding(Difference.MISSING, path, "missing.")
        elif (content := there.read_bytes()) != again[path]:
            yield different(path, content, again[path], manifest)
