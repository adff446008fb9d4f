# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Checksums of what is not public: with a key, so that they confirm no guess of anybody without it."""

from __future__ import annotations

import hmac
from hashlib import sha256

PREFIX = "hmac-sha256:"


def keyed(key: bytes, what: str, data: bytes) -> str:
    """Return the keyed checksum of some bytes; ``what`` names their kind, so that two kinds never match.

    An ordinary checksum of a small table is as good as the table: whoever guesses the counts can check them.
    """
    return PREFIX + hmac.new(key, what.encode() + b"\0" + data, sha256).hexdigest()
