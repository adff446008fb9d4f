# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Building an edition: check everything, render everything, then put it in place in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath

from baken.edition import gate, swap
from baken.edition.cycle import with_public_cycle
from baken.edition.editorial import NAME as EDITORIAL
from baken.edition.editorial import to_json
from baken.edition.inputs import load_inputs, whole_municipality
from baken.edition.manifest import NAME, Manifest, describe, read_manifest
from baken.edition.predecessor import after_earlier, remember
from baken.model.edition import EditionStatus
from baken.model.errors import EditionError
from baken.picture.final import check_final
from baken.picture.material import Material, with_status
from baken.picture.own_text import check_own_text
from baken.picture.picture import SafetyPicture
from baken.picture.protection.material import PublicMaterial, own_digest, public_material
from baken.publications import open_data
from baken.publications.cycle_files import cycle_files
from baken.publications.forms import documents
from baken.publications.revisions.files import revision_files
from baken.store.decisions import Decisions
from baken.store.reader import Reader
from baken.store.workspace import Workspace

FIGURES = ("figures.csv", "figures.json")
PUBLISHED = "published"
"""The folder in the editions of a workspace where nothing is ever built: see ``publishing``."""
Progress = Callable[[str], None]


def build(  # noqa: PLR0913, PLR0917 - each is one thing that an edition depends on
    asked: str,
    out: Path,
    on: date,
    own_tables: Sequence[Path] = (),
    workspace: Workspace | None = None,
    progress: Progress = lambda _: None,
    status: EditionStatus = EditionStatus.WORKING,
    documents: bool = True,
) -> Manifest:
    """Write the edition of one municipality, in the place of an older one of the same municipality.

    Args:
        asked: code or name of the municipality.
        out: the directory of the edition: new, empty, or an edition of the same municipality.
        on: the day from which the picture looks.
        own_tables: tables of figures from the municipality's own hand; kept in the workspace.
        workspace: where these and what was fetched are kept; the nearest one unless given.
        progress: told of every file that is ready.
        status: a final edition is refused while something is missing that a working one may lack.
        documents: whether documents belong to it; without them they are made on demand.

    Raises:
        UnknownAreaError: nobody knows the municipality.
        InputError: a file is wrong; names file and row. Nothing is written then.
        PublicationError: the picture may not be published as it is. Nothing is written then.
        EditionError: ``out`` is something else, or cannot be written.

    """
    code, tables = whole_municipality(asked), tuple(own_tables)
    target = out.resolve()
    check_place(target, code)
    held = workspace or Workspace.find()
    reader, key = Reader(held), partial(held.secret, code)
    material = with_status(load_inputs(code, on, tables, reader)[0], status, documents)
    material = with_public_cycle(material, held)
    decisions = Decisions(held, code)
    public = after_earlier(public_material(material, key, decisions.of), held, target)
    files = checked_files(public, key, progress)
    manifest = describe(public, files, _named(tables, held), reader.until)
    if tables:
        _keep(held, manifest, tables)
    try:
        # First, so that no figure ever leaves that the workspace does not remember.
        public.remember(decisions)
        remember(held, manifest, files)
        write({**files, NAME: manifest.to_bytes()}, target, code)
    except OSError as error:
        reason = error.strerror or str(error)
        raise EditionError(f"cannot be written: {reason}.", where=str(out)) from error
    return manifest


def checked_files(
    public: PublicMaterial, key: Callable[[], bytes], progress: Progress = lambda _: None
) -> dict[str, bytes]:
    """Every file of an edition but its manifest, once the gate let them pass.

    Raises:
        PublicationError: the picture may not be published as it is, or something in it is not protected.

    """
    _check(SafetyPicture(public.material))
    files = render(public.material, progress)
    beside = gate.passed(public, files, render, key)
    for path in beside:
        progress(path)
    return files | beside


def _check(picture: SafetyPicture) -> None:
    if picture.material.status is EditionStatus.FINAL:
        check_final(picture)
    picture.check_publishable()
    check_own_text(picture)


def render(material: Material, progress: Progress = lambda _: None) -> dict[str, bytes]:
    """Every output that public material gives, by path.

    Raises:
        EditionError: the site has a file that an edition cannot hold.

    """
    from baken.web.render import render_site  # noqa: PLC0415 - Django, only where pages are made

    picture = SafetyPicture(material)
    records = open_data.records(picture)
    files: dict[str, bytes] = {}
    if material.editorial is not None:
        files[EDITORIAL] = to_json(material.editorial)
    figures = dict(_figures(picture, records))
    beside = revision_files(picture) | dict(cycle_files(material.cycle))
    for path, content in (*figures.items(), *beside.items(), *documents(picture, figures)):
        files[path] = content
        progress(path)
    for path, content in render_site(picture, dict(files)):
        if path in files or path == NAME or not _inside(path):
            raise EditionError(f"the site has a file '{path}' that an edition cannot hold.")
        files[path] = content
        progress(path)
    return files


def _figures(picture: SafetyPicture, records: list[open_data.Record]) -> list[tuple[str, bytes]]:
    contents = (open_data.to_csv(records), open_data.to_json(picture, records))
    return list(zip(FIGURES, contents, strict=True))


def _inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and ".." not in parts and not path.startswith("/")


def check_place(out: Path, code: str) -> None:
    """Refuse a directory that is not ours to replace."""
    if out.parent.name == PUBLISHED and out.parent.parent.name == "editions":
        raise EditionError(
            "a published edition never changes.",
            where=str(out),
            do="Make a correction of it at the desk, or name another directory.",
        )
    if not out.exists() or swap.is_empty(out):
        return
    if not out.is_dir():
        raise EditionError("this is a file.", where=str(out), do="Name a new or empty directory.")
    try:
        found = read_manifest(out)
    except EditionError as error:
        raise EditionError(
            f"{error.what} It is left as it is.", where=str(out), do="Name a new or empty directory."
        ) from error
    if found.municipality != code:
        raise EditionError(
            f"this is the edition of {found.municipality}, not of {code}.",
            where=str(out),
            do="Name another directory.",
        )


def _named(tables: Sequence[Path], workspace: Workspace) -> dict[str, str]:
    return {own_digest(workspace.secret(), path.read_bytes()): path.name for path in tables}


def _keep(workspace: Workspace, manifest: Manifest, tables: Sequence[Path]) -> None:
    """Keep the own tables, so that the edition can be made again; a workspace is made where there is none."""
    held = workspace if workspace.exists else workspace.create(manifest.municipality)
    for path in tables:
        held.keep(path.read_bytes())


def write(files: dict[str, bytes], out: Path, code: str) -> None:
    """Put files in the place of an edition of the same municipality in one step.

    Raises:
        EditionError: another build is busy there, or it is not ours to replace.
        OSError: it cannot be written.

    """
    with swap.workplace(out) as new:
        # Once more, now that left-overs of a killed build were put back.
        check_place(out, code)
        folders = {new}
        for name in sorted(files):
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.update(parent for parent in path.parents if new in parent.parents)
            with path.open("xb") as handle:
                handle.write(files[name])
            swap.sync(path)
        for folder in sorted(folders):
            swap.sync(folder)
        swap.put_in_place(new, out)
