# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Publishing a draft: the workspace remembers what leaves, and then the whole of it moves in one step.

Published editions lie in ``editions/published``, each under its day and the begin of its checksum. Nothing is
built or changed there again: a correction is a new edition. The link ``editions/current`` leads to the
newest.
"""

from __future__ import annotations

import os
from datetime import date
from hashlib import sha256
from pathlib import Path

import msgspec

from baken.edition import swap
from baken.edition.build import PUBLISHED
from baken.edition.draft import AFTER, EDITION
from baken.edition.manifest import NAME, Manifest, read_manifest
from baken.edition.predecessor import remember
from baken.model.errors import EditionError
from baken.store.decisions import Decisions
from baken.store.files import write_secret
from baken.store.lock import writing
from baken.store.published import Published
from baken.store.workspace import Workspace

PROTECTED = "protected"
_AGAIN = "Build it again, and look at it once more."


def publish(place: Path, workspace: Workspace, seen: str) -> str:
    """Publish the draft in a folder; the same one twice is published once.

    Args:
        place: the folder of the draft.
        workspace: where it is published.
        seen: the checksum of the manifest of the edition that somebody looked at and means to publish.

    Returns: the name of its directory in ``editions/published``.

    Raises:
        EditionError: there is no draft, it was changed after it was built, or other figures were published
            since. Nothing is published then.
        OSError: it cannot be written.

    """
    folder = workspace.editions / PUBLISHED
    with writing(folder):
        name = _name_of(place, folder, seen)
        target = folder / name
        if not target.exists():
            draft = place / EDITION
            manifest = read_manifest(draft)
            files = _checked(draft, manifest)
            _check_follows(place, workspace, manifest, seen)
            _remember(place, workspace, manifest)
            remember(workspace, manifest, files)
            draft.rename(target)
            swap.sync(folder)
        _point(workspace.editions / "current", Path(PUBLISHED) / name)
    return name


def name_of(on: date, manifest: str) -> str:
    """The name of the directory of a published edition: its day, and the begin of its checksum."""
    return f"{on}-{manifest[:12]}"


def _name_of(place: Path, folder: Path, seen: str) -> str:
    """The name of an edition: of the draft, or of one that was moved by a publishing that was cut off."""
    path = place / EDITION / NAME
    if not path.is_file():
        moved = [one.name for one in folder.glob(f"*-{seen[:12]}") if _digest(one / NAME) == seen]
        if moved:
            return moved[0]
        raise EditionError("there is no draft here.", where=str(place), do="Build it first.")
    if _digest(path) != seen:
        raise EditionError("it is not the edition that was looked at.", where=str(path), do=_AGAIN)
    return name_of(read_manifest(path.parent).date, seen)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _checked(draft: Path, manifest: Manifest) -> dict[str, bytes]:
    """The files of a draft, each as it was when it was built."""
    there = {path.relative_to(draft).as_posix() for path in draft.rglob("*") if not path.is_dir()}
    if strange := sorted(there ^ {*manifest.files, NAME}):
        raise EditionError("it is not as it was built.", where=strange[0], do=_AGAIN)
    files = {}
    for name, digest in manifest.files.items():
        content = (draft / name).read_bytes()
        if sha256(content).hexdigest() != digest:
            raise EditionError("it is not as it was built.", where=name, do=_AGAIN)
        files[name] = content
    return files


def follows(place: Path, workspace: Workspace, code: str, manifest: str) -> bool:
    """Whether nothing was published since a draft with this manifest was built, or only the draft itself."""
    after = msgspec.json.decode((place / AFTER).read_bytes(), type=list[str])
    now = [one.manifest for one in Published(workspace, code).all()]
    return now in (after, [*after, manifest])


def _check_follows(place: Path, workspace: Workspace, manifest: Manifest, seen: str) -> None:
    if not follows(place, workspace, manifest.municipality, seen):
        raise EditionError("another edition was published since it was built.", where=str(place), do=_AGAIN)


def _remember(place: Path, workspace: Workspace, manifest: Manifest) -> None:
    """Take over what is new in the protected figures, and see that they are still the newest."""
    aside = place / PROTECTED
    for path in sorted(aside.rglob("*.npz")):
        target, data = workspace.root / PROTECTED / path.relative_to(aside), path.read_bytes()
        write_secret(target, data)
        if target.read_bytes() != data:
            raise EditionError("other figures were published since.", where=str(target), do=_AGAIN)
    decisions = Decisions(workspace, manifest.municipality)
    for name, number in manifest.decisions.items():
        if decisions.number(name) != number:
            raise EditionError(f"other figures of {name} were published since.", do=_AGAIN)


def _point(link: Path, there: Path) -> None:
    """Let a link lead somewhere else in one step."""
    new = link.with_name(f".{link.name}-{os.getpid()}")
    new.unlink(missing_ok=True)
    new.symlink_to(there, target_is_directory=True)
    new.replace(link)
    swap.sync(link.parent)
