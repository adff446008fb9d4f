# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Several releases at once: all versions of all tables as one set of bounds and equations.

The same cell and period in two releases is one unknown, unless the later release declares it revised: then
it is another unknown from there on. Sums over periods (the year so far) bind the releases to each other, and
a revised period enters only the sums that were made after it was revised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from baken.disclosure.attack.join import Joined, Key, Part, joined


@dataclass(frozen=True, slots=True, eq=False)
class Release:
    """One release, in the order of publication.

    Attributes:
        part: what it tells, with keys that name cell and period.
        revised: keys whose value may differ from the one in earlier releases. A sum of revised cells is
            revised too, and must be named as well.
        sums: keys that are sums of other keys: the year so far and its months.

    """

    part: Part
    revised: frozenset[Key] = frozenset()
    sums: Sequence[tuple[Key, Sequence[Key]]] = field(default=())


@dataclass(frozen=True, slots=True)
class Version:
    """A cell and period in its second or later version; ``number`` is 2 for the first revision."""

    key: Key
    number: int

    def __str__(self) -> str:
        return f"{' x '.join(map(str, self.key)) if isinstance(self.key, tuple) else self.key} v{self.number}"


def together(releases: Sequence[Release]) -> Joined:
    """Return what an attacker knows who kept all releases.

    Raises:
        ValueError: two releases have the same name.
        Contradiction: two releases tell what cannot both be true of a cell that was not declared revised.

    """
    versions: dict[Key, int] = {}
    parts: list[Part] = []
    sums: list[tuple[Key, Sequence[tuple[Key, int]]]] = []
    seen: set[Key] = set()
    for release in releases:
        for key in release.revised & seen:
            versions[key] = versions.get(key, 1) + 1
        now = [_version(key, versions) for key in release.part.keys]
        parts.append(Part(release.part.name, now, release.part.knowledge))
        for total, terms in release.sums:
            sums.append((_version(total, versions), [(_version(term, versions), 1) for term in terms]))
        seen.update(release.part.keys)
    return joined(parts).with_sums(sums)


def _version(key: Key, versions: dict[Key, int]) -> Key:
    return Version(key, versions[key]) if key in versions else key
