# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Personal data that may be published: each with who allowed it, when and why."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baken.catalogue.files import read_yaml, typed, where
from baken.disclosure.personal.hits import Hit, Kind
from baken.model.errors import InputError

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """One thing of a kind that may stand in what is published.

    It is told by its ``words`` or by their ``digest`` (see ``digest_of``), so that a list need not repeat a
    name. The digest of a number can be worked out by trying all numbers: it hides names only.

    Raises:
        ValueError: both or none of words and digest, a digest that is none, or no reason or author.

    """

    kind: Kind
    reason: str
    author: str
    on: date
    words: str = ""
    digest: str = ""

    def __post_init__(self) -> None:
        if bool(self.words.strip()) == bool(self.digest):
            raise ValueError("give either the words or their digest")
        if self.digest and not _DIGEST.fullmatch(self.digest):
            raise ValueError("a digest has 64 signs, 0 to 9 and a to f")
        if not self.reason.strip():
            raise ValueError("give the reason why this may be published")
        if not self.author.strip():
            raise ValueError("say who allows this")

    @property
    def sought(self) -> str:
        """The digest by which a hit is recognised."""
        return self.digest or digest_of(self.kind, self.words)


def digest_of(kind: Kind, words: str) -> str:
    """The SHA-256 of a kind and words, apart from capitals and the width of spaces."""
    return hashlib.sha256(f"{kind.value}\n{' '.join(words.casefold().split())}".encode()).hexdigest()


def not_allowed(text: str, hits: Iterable[Hit], allowed: Iterable[Allowed]) -> tuple[Hit, ...]:
    """The hits that still block publication."""
    sought = {one.sought for one in allowed}
    return tuple(hit for hit in hits if not sought or digest_of(hit.kind, hit.span.of(text)) not in sought)


def load_allowed(path: Path) -> tuple[Allowed, ...]:
    """The list of what may be published, from a YAML file; none where there is no file.

    Raises:
        InputError: the file is wrong; names file and line.

    """
    if not path.exists():
        return ()
    data, lines = read_yaml(path)
    found: Sequence[Allowed] = typed(tuple[Allowed, ...], data or [], path, lines)
    seen: set[str] = set()
    for number, one in enumerate(found):
        if one.sought in seen:
            raise InputError("this is allowed twice.", where=where(path, lines.get((number,))))
        seen.add(one.sought)
    return tuple(found)
