# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a check says about a place in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from baken.model.text import Text


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from ``start`` up to ``end`` of a text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """The words at this place."""
        return text[self.start : self.end]


class Weight(StrEnum):
    """How much a remark asks of the reader."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something a check found: by which ``rule``, at which places of the text, and what would settle it.

    A contradiction names all its places, the first one first. A remark about the document as a whole names
    none. ``message`` never repeats personal data: ``masked`` says that the words at the places must not be
    shown anywhere.
    """

    rule: str
    weight: Weight
    message: Text
    places: tuple[Span, ...] = ()
    settle: Text | None = None
    masked: bool = False
