# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an edition is: working or final, and which one it comes after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EditionStatus(StrEnum):
    """A working edition may have gaps and says that it is one; a final one is checked for them."""

    WORKING = "working"
    FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Predecessor:
    """The edition before another: its day, and the checksum (SHA-256) of its manifest.

    ``compared`` is false where its figures were not held, so that nobody can say what changed since.
    """

    date: date
    manifest: str
    compared: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierEdition:
    """The edition before, as it was published: the bytes of its figures and of its log of revisions."""

    predecessor: Predecessor
    figures: bytes = b""
    log: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLog:
    """The log of an edition itself, for who makes it again without holding the edition before."""

    log: bytes
