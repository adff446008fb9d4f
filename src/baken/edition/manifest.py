# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an edition is made of: its inputs by checksum and its files by checksum. It holds no clock time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from baken import __version__
from baken.model.edition import EarlierEdition, EditionStatus, Predecessor
from baken.model.errors import EditionError

if TYPE_CHECKING:
    from baken.picture.material import Material
    from baken.picture.protection.material import PublicMaterial

FORMAT = "baken-edition"
NAME = "manifest.json"
OWN_SOURCE = "eigen-tabel"
CYCLE_SOURCE = "beleidscyclus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A snapshot that the edition was made from. ``file`` is the name of an own table as it was handed in.

    What was public of the policy cycle is one too. The checksum of an own table is keyed with the secret of
    the workspace, so that it confirms no guess.
    """

    id: str
    title: str
    publisher: str
    licence: str
    taken: date
    sha256: str
    own: bool = False
    file: str = ""

    @property
    def is_cycle(self) -> bool:
        """Whether it is what was public of the policy cycle."""
        return self.id.startswith(f"{CYCLE_SOURCE}/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What an edition says about itself.

    ``definitions`` is the checksum of the catalogue's files; ``until`` is the newest snapshot that the
    workspace held, so that what was fetched later plays no part when the edition is made again. ``status``
    says whether it is a working edition or the final one, ``documents`` whether it has documents beside its
    pages. ``decisions`` says for each protected cube by which of the decisions about it, from 1, it was
    published: later ones depend on earlier ones. ``predecessor`` is the edition before, if there was one.
    """

    municipality: str
    date: date
    definitions: str
    snapshots: tuple[Input, ...]
    files: dict[str, str]
    until: str = ""
    status: EditionStatus = EditionStatus.WORKING
    documents: bool = True
    decisions: dict[str, int] = field(default_factory=dict)
    predecessor: Predecessor | None = None
    baken: str = __version__
    format: str = FORMAT

    def to_bytes(self) -> bytes:
        """JSON with sorted keys; the same for the same manifest."""
        return msgspec.json.format(msgspec.json.encode(self, order="sorted"), indent=1) + b"\n"


def describe(
    public: PublicMaterial, files: dict[str, bytes], own_tables: Mapping[str, str], until: str = ""
) -> Manifest:
    """The manifest of an edition with these files.

    Args:
        public: what was published.
        files: the contents by path.
        own_tables: the names of tables from the municipality's own hand, by their keyed checksum.
        until: the newest snapshot that the workspace held.

    """
    material, before = public.material, public.material.before
    snapshots = (
        Input(
            id=one.id,
            title=one.title.nl,
            publisher=one.publisher,
            licence=one.licence,
            taken=one.taken,
            sha256=one.sha256,
            own=one.source == OWN_SOURCE,
            file=own_tables.get(one.sha256, ""),
        )
        for one in material.snapshots
    )
    return Manifest(
        municipality=material.municipality.code,
        date=material.on,
        definitions=definitions_of(material),
        snapshots=(*snapshots, *_cycle_input(material)),
        files={path: sha256(files[path]).hexdigest() for path in sorted(files)},
        until=until,
        status=material.status,
        documents=material.documents,
        decisions=public.decisions,
        predecessor=before.predecessor if isinstance(before, EarlierEdition) else None,
    )


def _cycle_input(material: Material) -> Iterator[Input]:
    found = material.cycle
    if found is not None:
        yield Input(
            id=found.id,
            title="Wat openbaar is van de beleidscyclus",
            publisher=f"gemeente {material.municipality.name}",
            licence="-",
            taken=found.told.on,
            sha256=found.sha256,
        )


def definitions_of(material: Material) -> str:
    """The checksum of every catalogue file that the edition can depend on: the country's and its own."""
    country = material.catalogue.folder
    others = country / "municipalities"
    own = others / material.municipality.code
    paths = [path for path in country.rglob("*") if path.is_file()]
    used = [path for path in paths if others not in path.parents or own in path.parents]
    total = sha256()
    for path in sorted(used, key=lambda path: path.relative_to(country).as_posix()):
        content = sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(country).as_posix()} {content}\n".encode())
    return total.hexdigest()


def read_manifest(directory: Path) -> Manifest:
    """The manifest of an edition.

    Raises:
        EditionError: the directory is no edition, or its manifest cannot be read.

    """
    path = directory / NAME
    advice = "Name a directory that 'baken build' made."
    if not directory.is_dir():
        raise EditionError("there is no such directory.", where=str(directory), do=advice)
    if not path.is_file():
        raise EditionError(f"not a Baken edition: it has no {NAME}.", where=str(directory), do=advice)
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        reason = f"not a Baken edition: {NAME} cannot be read ({error})."
        raise EditionError(reason, where=str(directory), do=advice) from error
    if found.format != FORMAT:
        raise EditionError(
            f"not a Baken edition: {NAME} says '{found.format}'.", where=str(directory), do=advice
        )
    if not all(_safe(one.file) for one in found.snapshots if one.file):
        raise EditionError(f"{NAME} names a file outside the edition.", where=str(directory), do=advice)
    return found


def _safe(name: str) -> bool:
    """A bare file name: a manifest from elsewhere must not make us write to another directory."""
    return PurePosixPath(name).name == name and "\\" not in name and "\0" not in name and name != ".."
