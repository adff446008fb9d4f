# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What ``source.yaml`` says: whose a source is, what it covers, when it is renewed, how it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.model.snapshot import Snapshot
from baken.model.text import Text
from baken.sources.protocols.features import Features
from baken.sources.protocols.odata3 import OData3
from baken.sources.protocols.odata4 import OData4


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When a new release is to be expected: ``every`` so many months, on a ``day``, from a ``month`` on."""

    every: int
    day: int = 15
    month: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """What ``source.yaml`` says.

    With ``files`` the project carries figures of the source, taken on the day ``taken``; a folder with
    neither ``files`` nor ``base`` makes its observations in ``source.py``. With ``base`` (the publisher's
    address) the source can be fetched: by the protocol whose section is filled in, or else by the adapter
    in ``source.py``. Where several sources say something of the same, one that ``replaces`` the others
    goes first.
    """

    id: str
    table: str
    title: Text
    publisher: str
    licence: str
    note: Text
    taken: date | None = None
    files: tuple[str, ...] = ()
    address: str = ""
    invented: bool = False
    base: str = ""
    first: str = ""
    country: str = "nl"
    rhythm: Rhythm | None = None
    replaces: tuple[str, ...] = ()
    odata3: OData3 | None = None
    odata4: OData4 | None = None
    features: Features | None = None

    @property
    def can_be_fetched(self) -> bool:
        """Whether its publisher can be asked for it."""
        return bool(self.base)

    @property
    def is_carried(self) -> bool:
        """Whether the project itself carries figures of it."""
        return self.taken is not None

    def snapshot(self, digest: str, taken: date) -> Snapshot:
        """An empty snapshot of this source with the checksum of what it was read from."""
        return Snapshot(
            source=self.id,
            table=self.table,
            title=self.title,
            publisher=self.publisher,
            licence=self.licence,
            taken=taken,
            sha256=digest,
            note=self.note,
            invented=self.invented,
            replaces=self.replaces,
        )
