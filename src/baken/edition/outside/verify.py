# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""All that somebody without the secret and without own tables can verify of an edition, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from baken.edition.manifest import NAME, Manifest, read_manifest
from baken.edition.outside.audited import check_audit, read_audit
from baken.edition.outside.figures import check_figures
from baken.edition.outside.proofs import read_tables
from baken.edition.outside.remade import check_again, held_by_everybody
from baken.edition.outside.sources import check_sources
from baken.edition.outside.step import Step
from baken.edition.verify import Difference, Finding, compare
from baken.store.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideReport:
    """What an outsider saw of an edition."""

    manifest: Manifest
    steps: tuple[Step, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong."""
        return tuple(one for step in self.steps for one in step.findings)

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def verify_outside(directory: Path, workspace: Workspace | None = None) -> OutsideReport:
    """Verify an edition with nothing but the edition, Baken and what everybody can fetch.

    Args:
        directory: the edition.
        workspace: where what was fetched is kept, the nearest one unless given; its secret is not read.

    Raises:
        EditionError: the directory is no edition.
        UnknownAreaError: it is of a municipality that this version does not know.

    """
    manifest = read_manifest(directory)
    material = held_by_everybody(manifest, workspace or Workspace.find())
    audit = read_audit(directory)
    tables, proofs = read_tables(directory)
    steps = (
        _files(directory, manifest),
        proofs,
        check_figures(directory, tables, audit, manifest, material),
        check_audit(directory, audit, tables, manifest, material.catalogue.disclosure),
        check_sources(directory, manifest, material),
        check_again(directory, manifest, material),
    )
    return OutsideReport(manifest=manifest, steps=steps)


def _files(directory: Path, manifest: Manifest) -> Step:
    text = f"{len(manifest.files)} files are those that the manifest names."
    found = list(compare(directory, manifest, {}))
    if (directory / NAME).read_bytes() != manifest.to_bytes():
        found.append(Finding(Difference.MANIFEST, NAME, "it is not written as a manifest is."))
    return Step(name="files", text=text, findings=tuple(found))
