# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A snapshot: one source's figures as they were on one day, with where they came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.model.observation import Observation
from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What one file said. ``sha256`` is that of its bytes; a ``label`` is an id that was given out before.

    Where it and a source that it ``replaces`` speak of the same figure, it goes first.
    """

    source: str
    table: str
    title: Text
    publisher: str
    licence: str
    taken: date
    sha256: str
    note: Text | None = None
    invented: bool = False
    label: str = ""
    replaces: tuple[str, ...] = ()
    observations: tuple[Observation, ...] = ()

    @property
    def id(self) -> str:
        """What a figure and a manifest refer to: ``source/table@date``, never with a space in it."""
        return self.label or f"{self.source}/{'-'.join(self.table.split())}@{self.taken.isoformat()}"
