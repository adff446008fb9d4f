# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A table of a whole country is read a page at a time: fast, and with as little memory as a small one."""

from __future__ import annotations

import tracemalloc
from dataclasses import dataclass, field

import pytest

from baken.replay.computed import computed_table
from baken.replay.odata3 import OData3
from baken.sources.adapters import adapter
from baken.sources.contract import Ask
from baken.sources.registry import source
from baken.store.columns import Batch

from .asking import Asker, Kept

NAME = "politie_47022ned"
HOST = "dataderden.cbs.nl"


class Lazy(dict[str, str]):
    """Parts that are made again each time they are read, as those on a disk are."""

    def __init__(self, asker: Asker) -> None:
        super().__init__()
        self.asker = asker

    def names(self, start: str = "") -> list[str]:
        return sorted(name for name in self if name.startswith(start))

    def part(self, name: str, address: str) -> bytes:
        self[name] = address
        return self.asker.peek(address)

    def peek(self, address: str) -> bytes:
        return self.asker.peek(address)

    def __getitem__(self, name: str) -> bytes:  # type: ignore[override]
        return self.asker.peek(self.get(name, ""))


@dataclass
class Counted(Kept):
    """Counts the rows and keeps none."""

    count: int = 0
    total: int = field(default=0)

    def add(self, batch: Batch) -> None:
        self.count += len(batch)
        self.total += int(batch.value.sum())


def site(areas: int) -> OData3:
    table = computed_table("47022NED", shape=(20, areas, 72))
    return OData3(HOST, {"47022NED": lambda: table})


def parts_of(areas: int) -> Lazy:
    parts = Lazy(Asker([site(areas)]))
    adapter(source(NAME)).download(Ask(), parts, f"https://{HOST}")
    return parts


def peak(areas: int) -> int:
    parts, kept = parts_of(areas), Counted()
    tracemalloc.start()
    adapter(source(NAME)).read(Ask(), parts, kept)
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert kept.count == 20 * areas * 72
    return highest


@pytest.mark.slow
def test_memory_does_not_grow_with_the_table() -> None:
    small, large = peak(100), peak(800)
    assert large - small < 4 * 2**20


@pytest.mark.slow
def test_a_million_rows_come_in_whole() -> None:
    asker = Asker([site(700)])
    adapter(source(NAME)).download(Ask(), asker, f"https://{HOST}")
    kept = Counted()
    adapter(source(NAME)).read(Ask(), asker.parts, kept)
    assert kept.count == 1_008_000
