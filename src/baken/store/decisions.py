# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was published of protected cubes, one after the other: a workspace never forgets it.

The files hold true counts of small areas. They can be read by the owner of the workspace only.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import msgspec

from baken.model.errors import EditionError, InputError
from baken.store.files import write_secret
from baken.store.workspace import Workspace

if TYPE_CHECKING:
    from baken.disclosure.rounding.decision import Decision

_FORM = "baken decision 1"
_NO_NAME = re.compile(r"[^a-z0-9-]+")


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A decision that was published, the day that its edition looked from, and its version.

    Decisions before the closing date of a period have the same version; each later one is a new version.
    """

    decision: Decision
    on: date
    version: int


class _Axis(msgspec.Struct, frozen=True):
    name: str
    codes: tuple[str, ...]
    parts: int
    sums: tuple[tuple[int, ...], ...]


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    """All of a decision but its arrays."""

    on: date
    version: int
    base: int
    error_bound: int
    dimensions: tuple[_Axis, ...]
    form: str = _FORM


class Decisions:
    """The decisions about the cubes of one municipality in a workspace."""

    def __init__(self, workspace: Workspace, area: str) -> None:
        self._folder = workspace.root / "protected" / area

    def of(self, name: str) -> tuple[Kept, ...]:
        """All decisions about a cube, the oldest first.

        Raises:
            InputError: a file is no decision; names it.

        """
        return tuple(_read(path) for path in self._files(name))

    def number(self, name: str) -> int:
        """How many decisions there are about a cube."""
        return sum(1 for _ in self._files(name))

    def add(self, name: str, number: int, kept: Kept) -> None:
        """Keep a decision as the so manieth about a cube, from 1.

        Raises:
            EditionError: there is another decision with this number by now.
            OSError: it cannot be written.

        """
        path, data = self._path(name, number), _packed(kept)
        write_secret(path, data)
        if path.read_bytes() != data:
            raise EditionError(
                f"figures of {name} were published by somebody else in the meantime.",
                where=str(path),
                do="Build the edition again.",
            )

    def _files(self, name: str) -> Iterator[Path]:
        for number in count(1):
            path = self._path(name, number)
            if not path.is_file():
                return
            yield path

    def _path(self, name: str, number: int) -> Path:
        return self._folder / _NO_NAME.sub("-", name.lower()) / f"{number}.npz"


def _packed(kept: Kept) -> bytes:
    import numpy as np

    decision, told = kept.decision, kept.decision.told
    axes = tuple(_Axis(one.name, one.codes, one.parts, one.sums) for one in decision.layout.dimensions)
    head = _Head(
        on=kept.on,
        version=kept.version,
        base=told.base,
        error_bound=told.error_bound,
        dimensions=axes,
    )
    handle = io.BytesIO()
    np.savez_compressed(
        handle,
        head=np.frombuffer(msgspec.json.encode(head), np.uint8),
        published=told.published,
        known=told.known,
        exact=told.exact,
        widened=told.widened,
        counts=decision.counts,
        secret=decision.secret,
    )
    return handle.getvalue()


def _read(path: Path) -> Kept:
    import numpy as np

    from baken.disclosure.dimension import Dimension
    from baken.disclosure.layout import Layout
    from baken.disclosure.rounding.decision import Decision
    from baken.disclosure.rounding.knowledge import Told

    try:
        with np.load(path, allow_pickle=False) as found:
            arrays = {name: found[name] for name in found.files}
        head = msgspec.json.decode(arrays["head"].tobytes(), type=_Head)
        layout = Layout(tuple(Dimension(one.name, one.codes, one.parts, one.sums) for one in head.dimensions))
        cells = {
            name: arrays[name].reshape(layout.shape) for name in ("published", "known", "exact", "secret")
        }
        inner = {name: arrays[name].reshape(layout.inner_shape) for name in ("widened", "counts")}
    except (BadZipFile, EOFError, KeyError, ValueError, msgspec.DecodeError) as error:
        raise InputError(
            f"this does not hold what was published before: {error}.",
            where=str(path),
            do="Put it back from a back-up: without it later figures may tell what was hidden.",
        ) from error
    told = Told(
        layout=layout,
        published=cells["published"],
        known=cells["known"],
        exact=cells["exact"],
        widened=inner["widened"],
        base=head.base,
        error_bound=head.error_bound,
    )
    return Kept(Decision(told, inner["counts"], cells["secret"]), head.on, head.version)
