# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a packed document: parts are unpacked when asked for, under limits for all of them together.

Parts are XML. They are read without definitions of entities, with few levels, and up to a number of elements
that no true document reaches. Names lose their namespace, as only one part of a package has one meaning.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from baken.catalogue.files import where
from baken.documents.archive import protected
from baken.documents.read_pieces import MOST_CHARACTERS
from baken.documents.read_source import Kind, not_of_kind
from baken.model.errors import InputError

MOST_UNPACKED = 300 * 2**20
_MOST_PARTS = 20_000
_MOST_ELEMENTS = 2_000_000
_MOST_LEVELS = 150
_CHUNK = 2**20
_KNOWN_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_RELATIONSHIPS = "/relationships"


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part of a package says of another part or of an address outside."""

    kind: str
    target: str
    outside: bool


class Package:
    """A packed document."""

    def __init__(self, path: Path, data: bytes, kind: Kind) -> None:
        """Look through the list of parts.

        Raises:
            InputError: damaged, protected with a password, or no packed file at all.

        """
        self.path, self.kind = path, kind
        self.unpacked = self.elements = self.characters = 0
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            parts = self.archive.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
            raise not_of_kind(path, kind) from error
        if any(one.flag_bits & 1 for one in parts):
            raise protected(path)
        self.parts = {one.filename.lstrip("/").casefold(): one for one in parts}
        if len(parts) > _MOST_PARTS:
            raise self._too_large()

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self.parts

    def read(self, name: str) -> bytes:
        """One part.

        Raises:
            InputError: it is not there, damaged, or makes the document too large.

        """
        part = self.parts.get(name.casefold())
        if part is None or part.compress_type not in _KNOWN_PACKING:
            raise self.damaged()
        self.unpacked += part.file_size
        if self.unpacked > MOST_UNPACKED:
            raise self._too_large()
        try:
            with self.archive.open(part) as stream:
                return stream.read(part.file_size)
        except (
            *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError),
            *(NotImplementedError, RuntimeError, OverflowError, UnicodeError),
        ) as error:
            raise self.damaged() from error

    def tree(self, name: str) -> Element:
        """The elements of one part, their names without namespace; ids of relations are called "r:id".

        Raises:
            InputError: it is not there, damaged, or larger than in any document.

        """
        builder = TreeBuilder()
        depth = 0

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self.elements += 1
            if depth > _MOST_LEVELS or self.elements > _MOST_ELEMENTS:
                raise self._too_large()
            builder.start(_local(tag), {_attribute(key): value for key, value in attributes.items()})

        def end(tag: str) -> None:
            nonlocal depth
            depth -= 1
            builder.end(_local(tag))

        def text(words: str) -> None:
            self.characters += len(words)
            if self.characters > 2 * MOST_CHARACTERS:
                raise self._too_large()
            builder.data(words)

        self._parse(self.read(name), start, end, text)
        return builder.close()

    def _parse(
        self,
        data: bytes,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        text: Callable[[str], None],
    ) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        try:
            for at in range(0, len(data), _CHUNK):
                parser.Parse(data[at : at + _CHUNK], False)
            parser.Parse(b"", True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise self.damaged() from error

    def _refuse_doctype(self, *_: object) -> None:
        raise InputError(
            "the file is damaged: it defines entities.", where=where(self.path), do="Save it again."
        )

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part says of others, by id; empty where it says nothing.

        Raises:
            InputError: the list is damaged.

        """
        folder, base = posixpath.split(name)
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        if listed not in self:
            return {}
        found: dict[str, Relation] = {}
        for one in self.tree(listed).iter("Relationship"):
            outside = one.get("TargetMode", "").casefold() == "external"
            target = one.get("Target", "")
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = Relation(kind, target if outside else _inside(folder, target), outside)
        return found

    def main(self) -> str:
        """The name of the part that the document begins with.

        Raises:
            InputError: there is none: the package is no document.

        """
        for one in self.relations("").values():
            if one.kind == "officeDocument" and not one.outside and one.target in self:
                return one.target
        raise not_of_kind(self.path, self.kind)

    def damaged(self) -> InputError:
        """The refusal of a package with a part that cannot be read."""
        return InputError(
            "the file is damaged: a part of it cannot be read.",
            where=where(self.path),
            do=f"Open it, and save it again as {self.kind.value[1]}.",
        )

    def _too_large(self) -> InputError:
        return InputError(
            f"unpacked, the file is larger than {MOST_UNPACKED // 2**20} MiB, or deeper or with more parts "
            "than any document.",
            where=where(self.path),
            do="Save it again, or split it.",
        )


def _inside(folder: str, target: str) -> str:
    """The name of a part that another one, in a folder, names."""
    if "#" in target:
        target = target.partition("#")[0]
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _attribute(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"r:{local}" if space.endswith(_RELATIONSHIPS) else local
