# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The secret random start: a seed that only who holds the workspace's key can derive."""

from __future__ import annotations

import hmac
from hashlib import sha256

SHORTEST = 16
"""A key has at least so many bytes."""


def seed_of(key: bytes, release: str, draw: int = 0) -> int:
    """Return the 64-bit seed of a draw for a release: HMAC-SHA256 of the key.

    The same key, name and draw give the same seed; without the key it cannot be told from a random number.

    Raises:
        ValueError: the key is too short to be a secret.

    """
    if len(key) < SHORTEST:
        raise ValueError(f"the key of the rounding has {len(key)} bytes; it needs at least {SHORTEST}.")
    message = f"rounding\x00{release}\x00{draw}".encode()
    return int.from_bytes(hmac.new(key, message, sha256).digest()[:8], "big")
