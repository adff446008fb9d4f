# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was public of the policy cycle: taken when an edition is built, and held again when it is verified.

An edition carries the bytes of its snapshot, so that it can be made again without the workspace.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from baken.edition.manifest import Manifest
from baken.model.errors import InputError
from baken.model.public_cycle import CycleSnapshot
from baken.picture.material import Material, with_cycle
from baken.publications.cycle_files import JSON
from baken.store.cycle_snapshots import CycleSnapshots, unpacked
from baken.store.workspace import Workspace


def with_public_cycle(material: Material, workspace: Workspace) -> Material:
    """The material with the newest snapshot that is not later than its day; without one it stays as it is.

    Raises:
        InputError: that snapshot is damaged.

    """
    held = CycleSnapshots(workspace, material.municipality.code)
    return with_cycle(material, held.newest(material.on))


def cycle_of(edition: Path, manifest: Manifest, workspace: Workspace | None = None) -> CycleSnapshot | None:
    """The snapshot that a manifest names: from the edition itself, or else from the workspace.

    Raises:
        InputError: neither holds it, or it is damaged.

    """
    named = next((one for one in manifest.snapshots if one.is_cycle), None)
    if named is None:
        return None
    number, path = int(named.id.rpartition(".")[2]), edition / JSON
    data = path.read_bytes() if path.is_file() else b""
    if sha256(data).hexdigest() == named.sha256:
        return unpacked(data, number, where=str(path))
    found = CycleSnapshots(workspace, manifest.municipality).named(named.sha256) if workspace else None
    if found is None:
        raise InputError(
            f"what was public of the policy cycle on {named.taken} ({named.sha256[:12]}) is not held.",
            where=str(path),
            do="Put it back from a back-up.",
        )
    # The same can be made public twice: which of these it was stands in the manifest.
    return replace(found, number=number)
