# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The editions that a workspace published, one after the other: what each said, and its log of revisions.

It is what was published, and so nothing secret. Only its owner can read the folder, since a working edition
may not be out yet.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import Path

import msgspec

from baken.model.edition import EarlierEdition, Predecessor
from baken.model.errors import InputError
from baken.store.blobs import Blobs
from baken.store.files import write_secret
from baken.store.workspace import Workspace

_FORM = "baken published 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """One edition: its day, the checksums of its manifest, figures and log, and the edition before it."""

    on: date
    manifest: str
    figures: str
    log: str
    before: Predecessor | None = None
    form: str = _FORM

    @property
    def predecessor(self) -> Predecessor:
        """This edition as the one before another."""
        return Predecessor(date=self.on, manifest=self.manifest)


class Published:
    """The editions of one municipality in a workspace."""

    def __init__(self, workspace: Workspace, area: str) -> None:
        self._root = workspace.root / "published"
        self._folder = self._root / area
        self._blobs = Blobs(self._root / "blobs")

    def all(self) -> tuple[Remembered, ...]:
        """Every edition, in the order in which they were made.

        Raises:
            InputError: a file does not say which edition it is about; names it.

        """
        return tuple(_read(path) for path in self._files())

    def named(self, manifest: str) -> Remembered | None:
        """The edition with this checksum of its manifest, or nothing."""
        return next((one for one in self.all() if one.manifest == manifest), None)

    def newest(self, on: date) -> Remembered | None:
        """The newest edition up to a day; of one day the one that was made last."""
        seen = [(one.on, number, one) for number, one in enumerate(self.all()) if one.on <= on]
        return max(seen)[2] if seen else None

    def earlier(self, one: Remembered) -> EarlierEdition:
        """What an edition said.

        Raises:
            StoreError: its bytes are not held any more, or are no longer what they were.

        """
        figures, log = self._blobs.get(one.figures), self._blobs.get(one.log)
        return EarlierEdition(predecessor=one.predecessor, figures=figures, log=log)

    def holds(self, manifest: str) -> bool:
        """Whether an edition and the bytes that it rests on are held."""
        one = self.named(manifest)
        return one is not None and self._blobs.holds(one.figures) and self._blobs.holds(one.log)

    def add(self, on: date, manifest: bytes, told: tuple[bytes, bytes], before: Predecessor | None) -> None:
        """Keep an edition, before anybody sees it; the same one is kept once.

        Args:
            on: the day from which it looks.
            manifest: the bytes of its manifest.
            told: the bytes of its figures and of its log.
            before: the edition before it.

        Raises:
            OSError: it cannot be written.

        """
        digest = sha256(manifest).hexdigest()
        if self.holds(digest):
            return
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        figures, log = (self._blobs.keep(one) for one in told)
        os.sync()
        if self.named(digest):
            return
        kept = Remembered(on=on, manifest=digest, figures=figures, log=log, before=before)
        data = msgspec.json.encode(kept, order="sorted")
        for number in count(1):
            path = self._folder / f"{number}.json"
            # Of two that write at once the first gets the number, and the other the next one.
            if not path.exists():
                write_secret(path, data)
                if path.read_bytes() == data:
                    return

    def _files(self) -> Iterator[Path]:
        for number in count(1):
            path = self._folder / f"{number}.json"
            if not path.is_file():
                return
            yield path


def _read(path: Path) -> Remembered:
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Remembered)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _no_edition(path, str(error)) from error
    if found.form != _FORM:
        raise _no_edition(path, f"it says '{found.form}'")
    return found


def _no_edition(path: Path, reason: str) -> InputError:
    return InputError(
        f"this does not say which edition was published: {reason}.",
        where=str(path),
        do="Put it back from a back-up: without it nobody can say what changed since.",
    )
