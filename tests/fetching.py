# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Stand-ins for what fetches and what stores, for the tests of adapters."""

from __future__ import annotations

from collections.abc import Iterable

from baken.model.observation import Observation
from baken.store.columns import Batch


class Bytes(dict[str, bytes]):
    """The parts of a snapshot in memory."""

    def names(self, start: str = "") -> list[str]:
        return sorted(name for name in self if name.startswith(start))


class Publisher:
    """Gives the same reply to everything and remembers what was asked."""

    def __init__(self) -> None:
        self.asked: dict[str, str] = {}

    def peek(self, address: str) -> bytes:
        raise AssertionError(f"nothing is to be looked at, also not {address}")

    def part(self, name: str, address: str) -> bytes:
        self.asked[name] = address
        return b""


class Kept:
    """Keeps what an adapter reads."""

    def __init__(self) -> None:
        self.rows: list[Observation] = []
        self.notes: list[str] = []
        self.unknown: list[str] = []

    def measure(self, name: str) -> int:
        raise AssertionError(f"no numbers are needed, also not of {name}")

    def area(self, code: str) -> int:
        raise AssertionError(f"no numbers are needed, also not of {code}")

    def add(self, batch: Batch) -> None:
        raise AssertionError(f"rows come one by one, not {len(batch)} at once")

    def add_observations(self, observations: Iterable[Observation]) -> None:
        self.rows.extend(observations)

    def unmapped(self, code: str, name: str) -> None:
        self.unknown.append(f"{code} {name}")

    def note(self, text: str) -> None:
        self.notes.append(text)
