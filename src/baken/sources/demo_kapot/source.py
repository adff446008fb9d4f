# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A source with a mistake in its code, to show that the other sources do not suffer from it."""

from __future__ import annotations

from baken.sources.contract import Adapter, Ask, Parts, Sink
from baken.sources.demo.source import Demo


class Broken(Demo):
    """Asks as the example does, and then stumbles."""

    def read(self, ask: Ask, parts: Parts, sink: Sink) -> None:
        """Fail as a mistake in the code does, with an error that is not one of ours."""
        del ask, parts, sink
        raise ZeroDivisionError("a mistake in the code of this source")


def adapter() -> Adapter:
    """What fetches this source."""
    return Broken()
