# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What every source that is fetched promises: three small functions between a publisher and the store.

*Modified* asks what the publisher says of the table's newest state, so that nothing is downloaded twice.
*Download* walks the publisher's addresses and keeps each reply as a named part, byte for byte. *Read* is a
pure function of those parts: the same bytes give the same rows, today and in ten years.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from baken.model.observation import Observation
from baken.model.period import Period
from baken.store.columns import Batch

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Districts and neighbourhoods of a Dutch municipality carry its number in theirs.
_PARTS = ("WK", "BU")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is wanted of a publisher.

    ``municipality`` is the code of the one whose own and smaller areas are wanted; without one the whole
    country is. ``beside`` are the areas that it is compared with (country, province, peers), without
    their parts. ``since`` is the first period wanted; nothing means all.
    """

    municipality: str | None = None
    beside: tuple[str, ...] = ()
    since: Period | None = None

    def covers(self, code: str) -> bool:
        """Whether an area is asked for: the municipality, a part of it, or one beside it."""
        if self.municipality is None or code == self.municipality or code in self.beside:
            return True
        digits = self.municipality.lstrip(_LETTERS)
        return code[:2] in _PARTS and bool(digits) and code[2:].startswith(digits)

    def __str__(self) -> str:
        """One text for the question, so that two can be compared."""
        since = f" since {self.since}" if self.since else ""
        return (
            f"{self.municipality}{''.join(f' {code}' for code in sorted(self.beside))}{since}"
            if self.municipality
            else f"all{since}"
        )


class Getter(Protocol):
    """How an adapter asks for bytes. It retries, keeps what came in, and after an interruption goes on."""

    def peek(self, address: str) -> bytes:
        """A reply that is looked at and not kept, such as when the table was last modified."""

    def part(self, name: str, address: str) -> bytes:
        """The reply as a named part of the snapshot; one that is already held is not asked for again.

        Names sort in the order of reading: ``TypedDataSet/000001``.
        """


class Parts(Protocol):
    """The parts of one snapshot, read one at a time so that memory does not grow with the table."""

    def names(self, start: str = "") -> list[str]:
        """The names that begin with a text, sorted."""

    def __getitem__(self, name: str) -> bytes: ...


class Sink(Protocol):
    """Where an adapter puts what it reads."""

    def measure(self, name: str) -> int:
        """The number of a measure (``system/code``) or of an indicator; a new one gets the next number."""

    def area(self, code: str) -> int:
        """The number of an area, by its trimmed code."""

    def add(self, batch: Batch) -> None:
        """Rows as arrays, for large tables."""

    def add_observations(self, observations: Iterable[Observation]) -> None:
        """Rows one by one, for small ones; their ``snapshot`` is filled in by the store."""

    def unmapped(self, code: str, name: str) -> None:
        """An area code of the publisher that has no place here: it is named, never dropped in silence."""

    def note(self, text: str) -> None:
        """Something that whoever fetches should know, such as a period that the table skips."""


class Adapter(Protocol):
    """One source that can be fetched. ``base`` is the publisher's address, or that of a stand-in."""

    def modified(self, get: Getter, base: str) -> str:
        """The publisher's own stamp of the newest state; an empty text if it gives none."""

    def classification(self, parts: Parts) -> str:
        """The division of areas that the figures stand in, such as ``2026``; empty if it never changes."""

    def download(self, ask: Ask, get: Getter, base: str) -> None:
        """Keep all that is needed to answer, part by part."""

    def read(self, ask: Ask, parts: Parts, sink: Sink) -> None:
        """Turn the parts into rows.

        Raises:
            InputError: a reply is not what the publisher promised; names the part and what is wrong.

        """
