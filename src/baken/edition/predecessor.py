# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The edition before an edition: found when it is built, and held again when it is verified."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from baken.edition.manifest import NAME, Manifest, read_manifest
from baken.model.edition import Predecessor
from baken.picture.material import with_before
from baken.picture.picture import SafetyPicture
from baken.picture.protection.material import PublicMaterial
from baken.publications.revisions.choosing import earlier_edition, named_edition
from baken.publications.revisions.files import JSON
from baken.store.published import Published
from baken.store.workspace import Workspace

_FIGURES = "figures.json"


def after_earlier(public: PublicMaterial, workspace: Workspace, out: Path) -> PublicMaterial:
    """The same material after the edition that stands in its place, or else the last one of the workspace.

    Raises:
        InputError: the workspace does not say which edition was published.
        StoreError: what the workspace remembers cannot be read.

    """
    published = Published(workspace, public.material.municipality.code)
    before = earlier_edition(SafetyPicture(public.material), published, _standing(out))
    return replace(public, material=with_before(public.material, before))


def after_standing(public: PublicMaterial, workspace: Workspace, out: Path) -> PublicMaterial:
    """The same material after the edition that stands somewhere, for a correction of it.

    Its figures may be the same, of the same day: it is another edition all the same. Where the workspace does
    not remember that one, it is as for any other edition.

    Raises:
        InputError: the workspace does not say which edition was published.
        StoreError: what the workspace remembers cannot be read.

    """
    standing = _standing(out)
    published = Published(workspace, public.material.municipality.code)
    held = published.named(standing.manifest) if standing else None
    if held is None:
        return after_earlier(public, workspace, out)
    return replace(public, material=with_before(public.material, published.earlier(held)))


def after_named(public: PublicMaterial, workspace: Workspace, manifest: Manifest) -> PublicMaterial:
    """The same material after the edition that a manifest names.

    Raises:
        InputError: the workspace does not say which edition was published.
        StoreError: what the workspace remembers cannot be read.

    """
    before = named_edition(Published(workspace, manifest.municipality), manifest.predecessor)
    return replace(public, material=with_before(public.material, before))


def is_held(workspace: Workspace, manifest: Manifest) -> bool:
    """Whether the edition before an edition is held, as far as it was compared with it.

    Raises:
        InputError: the workspace does not say which edition was published.

    """
    before = manifest.predecessor
    if before is None or not before.compared:
        return True
    return Published(workspace, manifest.municipality).holds(before.manifest)


def remember(workspace: Workspace, manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Keep what an edition says, so that the next one can say what changed; the folder is made where needed.

    Raises:
        OSError: it cannot be written.

    """
    told = (files[_FIGURES], files[JSON])
    Published(workspace, manifest.municipality).add(
        manifest.date, manifest.to_bytes(), told, manifest.predecessor
    )


def _standing(out: Path) -> Predecessor | None:
    path = out / NAME
    if not path.is_file():
        return None
    return Predecessor(date=read_manifest(out).date, manifest=sha256(path.read_bytes()).hexdigest())
