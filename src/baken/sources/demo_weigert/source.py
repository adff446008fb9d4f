# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A source whose publisher never gives what it promised: each reading is refused in one line."""

from __future__ import annotations

from baken.model.errors import InputError
from baken.sources.contract import Adapter, Ask, Parts, Sink
from baken.sources.demo.source import PART, Demo


class Refusing(Demo):
    """Asks as the example does, and refuses what comes."""

    def read(self, ask: Ask, parts: Parts, sink: Sink) -> None:
        """Refuse.

        Raises:
            InputError: always; it says what is wrong, where, and what to do.

        """
        del ask, sink
        size = len(parts[PART])
        raise InputError(f"{size} bytes came in, and no figure of them can be used.", where=PART, do="Wait.")


def adapter() -> Adapter:
    """What fetches this source."""
    return Refusing()
