# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Of finds that overlap, the longest: in time that hardly grows with how many there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Protocol, TypeVar


class Found(Protocol):
    """Something found in a sentence."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...


Each = TypeVar("Each", bound=Found)


def longest_apart(found: Iterable[Each]) -> list[Each]:
    """The finds that are left when each gives way to a longer one that it overlaps; in order of place.

    Of two that are equally long the first goes first.
    """
    kept: list[Each] = []
    starts: list[int] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        at = bisect_left(starts, one.start)
        free_before = at == 0 or kept[at - 1].end <= one.start
        if free_before and (at == len(kept) or one.end <= starts[at]):
            kept.insert(at, one)
            starts.insert(at, one.start)
    return kept
