# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The scan of texts that have many lines in common: each line is read once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from baken.disclosure.personal.columns import is_heading
from baken.disclosure.personal.hits import Hit, lines_of
from baken.disclosure.personal.press_stamps import is_stamp_block
from baken.disclosure.personal.scan import Scanner
from baken.disclosure.personal.surroundings import Around, around
from baken.model.remark import Span

# A line with less than this names nobody and numbers nothing of anybody.
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{2}|\d(?:\D?\d){4}")
_NEAR, _ROLL_CALL = 3, 40
# How many lines are remembered: more than any edition has, and some 50 MB.
_MOST = 200_000


class Lines:
    """Hits by line. What a line holds is settled by itself, unless a line near it says what stands there.

    Such a line is the end of a letter, a signature, a roll-call, the date of an item of the press or the
    heading of a table. The lines around it are read together, each time.
    """

    def __init__(self, scanner: Scanner) -> None:
        """Take the scanner, with the words of a country."""
        self._scanner = scanner
        self._held: dict[str, tuple[Hit, ...]] = {}
        self._reach: dict[str, int] = {}

    def scan(self, text: str) -> tuple[Hit, ...]:
        """The hits in a text, in their order."""
        if len(self._held) + len(self._reach) > _MOST:
            self._held.clear()
            self._reach.clear()
        lines = text.split("\n")
        together = list(self._together(lines))
        inside = {index for start, end in together for index in range(start, end)}
        self._read(line for index, line in enumerate(lines) if index not in inside)
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        found = [
            _moved(hit, starts[index])
            for index, line in enumerate(lines)
            if index not in inside
            for hit in self._held.get(line, ())
        ]
        for start, end in together:
            part = self._scanner.scan("\n".join(lines[start:end]))
            found += [_moved(hit, starts[start]) for hit in part]
        return tuple(sorted(found, key=lambda hit: hit.span.start))

    def _together(self, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where lines begin and end that must be read together."""
        start = end = -1
        for index, line in enumerate(lines):
            reach = self._reach_of(line)
            if not reach:
                continue
            if index - _NEAR > end:
                if end > start:
                    yield start, end
                start = max(0, index - _NEAR)
            end = max(end, min(len(lines), index + 1 + reach))
        if end > start >= 0:
            yield start, end

    def _reach_of(self, line: str) -> int:
        """How many lines behind a line it says something of."""
        found = self._reach.get(line)
        if found is None:
            found = self._reach[line] = self._reach_of_new(line)
        return found

    def _reach_of_new(self, line: str) -> int:
        shapes = self._shapes
        if is_heading(line, self._scanner.personal):
            return 1_000_000
        if shapes.roll_call.search(line) or ("(" in line and len(shapes.titled.findall(line)) >= 3):
            return _ROLL_CALL
        signs = shapes.signature.search(line) or shapes.closing.search(line)
        return _NEAR if signs or is_stamp_block(line, self._scanner.media) else 0

    @cached_property
    def _shapes(self) -> Around:
        return around(self._scanner.personal)

    def _read(self, lines: Iterable[str]) -> None:
        """Read the lines that are new and keep what each holds; no hit goes over the end of its line."""
        new = [
            line for line in dict.fromkeys(lines) if line not in self._held and _SAYS_SOMETHING.search(line)
        ]
        passages = lines_of("\n".join(new))
        starts = [one.span.start for one in passages]
        by_line: list[list[Hit]] = [[] for _ in new]
        for hit in self._scanner.scan("\n".join(new), passages) if new else ():
            index = bisect_right(starts, hit.span.start) - 1
            by_line[index].append(_moved(hit, -starts[index]))
        self._held.update((line, tuple(hits)) for line, hits in zip(new, by_line, strict=True))


def _moved(hit: Hit, by: int) -> Hit:
    return replace(hit, span=Span(hit.span.start + by, hit.span.end + by))
