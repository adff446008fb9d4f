# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Verifying an edition: make it again from what its manifest names, and compare every byte."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from baken import __version__
from baken.edition.build import checked_files
from baken.edition.cycle import cycle_of
from baken.edition.editorial import editorial_of
from baken.edition.inputs import load_inputs
from baken.edition.manifest import NAME, Manifest, describe, read_manifest
from baken.edition.predecessor import after_named, is_held
from baken.model.errors import BakenError
from baken.picture.material import with_cycle, with_editorial, with_status
from baken.picture.protection.history import first_of
from baken.picture.protection.material import own_digest, public_material
from baken.store.decisions import Decisions
from baken.store.reader import Reader
from baken.store.workspace import Workspace

_TEXT = (".csv", ".json", ".html", ".svg", ".css", ".txt", ".xml")


class Difference(StrEnum):
    """What can be different."""

    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    MANIFEST = "manifest"
    INPUT = "input"
    VERSION = "version"
    REBUILT = "rebuilt"
    PROOF = "proof"
    FIGURE = "figure"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: which file (or input) and what about it; ``line`` is the first one that differs."""

    kind: Difference
    path: str
    text: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.path}, line {self.line}" if self.line else self.path
        return f"{place}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What verifying found. Without findings the edition is, byte for byte, what its inputs give."""

    manifest: Manifest
    findings: tuple[Finding, ...]

    @property
    def identical(self) -> bool:
        """Whether every byte is the same."""
        return not self.findings


def verify(directory: Path, workspace: Workspace | None = None) -> Report:
    """Make an edition again and compare it with a directory, the manifest included.

    Args:
        directory: the edition.
        workspace: where own tables are kept; the nearest one unless given.

    Raises:
        EditionError: the directory is no edition.

    """
    manifest = read_manifest(directory)
    held = workspace or Workspace.find()
    inputs = [*_own_inputs(manifest, held), *_forgotten(manifest, held), *_no_predecessor(manifest, held)]
    if manifest.baken != __version__:
        text = f"built with Baken {manifest.baken}, verified with {__version__}."
        inputs.append(Finding(Difference.VERSION, NAME, text))
    files, more = (
        ({}, []) if any(one.kind is Difference.INPUT for one in inputs) else _again(directory, manifest, held)
    )
    found = (*inputs, *more, *compare(directory, manifest, files))
    return Report(manifest=manifest, findings=found)


def _own_inputs(manifest: Manifest, workspace: Workspace) -> Iterator[Finding]:
    kept = _kept(manifest, workspace)
    for one in manifest.snapshots:
        if one.own and one.sha256 not in kept:
            text = f"this table is no longer in {workspace.snapshots}, so the edition cannot be made again."
            yield Finding(Difference.INPUT, f"{one.file or one.id} ({one.sha256})", text)


def _forgotten(manifest: Manifest, workspace: Workspace) -> Iterator[Finding]:
    """Cubes of which the workspace no longer knows what was published before this edition."""
    decisions = Decisions(workspace, manifest.municipality)
    for name, number in sorted(manifest.decisions.items()):
        held = decisions.number(name)
        if held < number - 1:
            text = (
                f"of what was published before the workspace remembers {held} of {number - 1}, so the "
                f"edition cannot be made again."
            )
            yield Finding(Difference.INPUT, name, text)


def _no_predecessor(manifest: Manifest, workspace: Workspace) -> Iterator[Finding]:
    """The edition before, of which the changes are told, where the workspace no longer remembers it."""
    before = manifest.predecessor
    if before is not None and not is_held(workspace, manifest):
        text = (
            f"the edition of {before.date} before this one ({before.manifest[:12]}) is no longer in "
            f"{workspace.root}, so the edition cannot be made again."
        )
        yield Finding(Difference.INPUT, "predecessor", text)


def _kept(manifest: Manifest, workspace: Workspace) -> dict[str, bytes]:
    """The own tables that the workspace keeps, by the keyed checksum that the manifest names them by."""
    if not any(one.own for one in manifest.snapshots):
        return {}
    return {own_digest(workspace.secret(), data): data for data in workspace.kept()}


def _again(
    directory: Path, manifest: Manifest, workspace: Workspace
) -> tuple[dict[str, bytes], list[Finding]]:
    """The files of the edition made again, and what differs in what it is made of."""
    with TemporaryDirectory(prefix="baken-verify-") as place:
        kept, tables = _kept(manifest, workspace), {}
        for one in manifest.snapshots:
            if one.own:
                path = Path(place) / (one.file or f"{one.sha256}.csv")
                path.write_bytes(kept[one.sha256])
                tables[path] = one
        try:
            reader = Reader(workspace, manifest.until) if manifest.until else None
            held, _ = load_inputs(manifest.municipality, manifest.date, tuple(tables), reader)
            held = with_editorial(held, editorial_of(directory, manifest))
            held = with_cycle(held, cycle_of(directory, manifest, workspace))
            material = with_status(held, manifest.status, manifest.documents)
            before = first_of(Decisions(workspace, manifest.municipality).of, manifest.decisions)
            public = after_named(public_material(material, workspace.secret, before), workspace, manifest)
            files = checked_files(public, workspace.secret)
        except BakenError as error:
            return {}, [Finding(Difference.INPUT, NAME, f"cannot be made again: {error}")]
        named = {one.sha256: path.name for path, one in tables.items()}
        again = describe(public, files, named, manifest.until)
    return {**files, NAME: again.to_bytes()}, list(_changed_inputs(manifest, again))


def _changed_inputs(manifest: Manifest, again: Manifest) -> Iterator[Finding]:
    now = {one.id: one for one in again.snapshots}
    for one in manifest.snapshots:
        if one.id not in now:
            yield Finding(Difference.INPUT, one.id, "this snapshot is no longer held.")
        elif now[one.id].sha256 != one.sha256:
            text = f"this snapshot was {one.sha256[:12]} and is now {now[one.id].sha256[:12]}."
            yield Finding(Difference.INPUT, one.id, text)
    for name in sorted(now.keys() - {one.id for one in manifest.snapshots}):
        yield Finding(Difference.INPUT, name, "this snapshot was not part of the edition.")
    if manifest.definitions != again.definitions:
        text = f"the definitions were {manifest.definitions[:12]} and are now {again.definitions[:12]}."
        yield Finding(Difference.INPUT, "catalogue", text)


def compare(directory: Path, manifest: Manifest, again: dict[str, bytes]) -> Iterator[Finding]:
    """Every file that is there, that the manifest names, or that is made again."""
    there = {path.relative_to(directory).as_posix(): path for path in _files(directory)}
    for name in sorted({*there, *manifest.files, *again}):
        if name not in there:
            yield Finding(Difference.MISSING, name, "missing.")
            continue
        content = _content(there[name])
        if name in again:
            if content != again[name]:
                yield different(name, content, again[name], manifest)
        elif name not in manifest.files and name != NAME:
            yield Finding(Difference.EXTRA, name, "not part of the edition.")
        elif name in manifest.files and _digest(content) != manifest.files[name]:
            yield Finding(Difference.CHANGED, name, "changed since it was built.")


def different(name: str, content: bytes | None, again: bytes, manifest: Manifest) -> Finding:
    """A file that is not what it is when it is made again, with the first line that differs."""
    line = _first_line(content or b"", again) if name.endswith(_TEXT) else None
    if name == NAME:
        return Finding(Difference.MANIFEST, name, "not the manifest that the same inputs give.", line)
    if _digest(content) == manifest.files.get(name):
        return Finding(Difference.REBUILT, name, "as it was built, but made again it is different.", line)
    return Finding(Difference.CHANGED, name, "changed since it was built.", line)


def _first_line(one: bytes, other: bytes) -> int:
    """The number of the first line that differs; the line after the shorter one where it just ends."""
    first, second = one.split(b"\n"), other.split(b"\n")
    pairs = enumerate(zip(first, second, strict=False), start=1)
    return next((n for n, (left, right) in pairs if left != right), min(len(first), len(second)) + 1)


def _files(directory: Path) -> Iterator[Path]:
    """Everything below a directory that is not itself an ordinary directory with something in it."""
    for path in directory.rglob("*"):
        if path.is_symlink() or not path.is_dir() or not any(path.iterdir()):
            yield path


def _content(path: Path) -> bytes | None:
    """The bytes of a file; a link or anything else is not one, wherever it leads."""
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _digest(content: bytes | None) -> str:
    return "" if content is None else sha256(content).hexdigest()
