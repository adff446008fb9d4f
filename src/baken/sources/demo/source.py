# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The smallest source that is fetched with code of its own: one part, one row for each year."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from baken.model.observation import Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.sources.contract import Adapter, Ask, Getter, Parts, Sink
from baken.sources.protocols.replies import decode

PART = "figures"


class Row(msgspec.Struct):
    """What the publisher gives: a year, an area and a number, or nothing where there is none."""

    area: str
    year: int
    number: int | None


class Demo:
    """One reply with all rows."""

    def modified(self, get: Getter, base: str) -> str:
        """Nothing: this publisher does not say when it renewed its figures."""
        del get, base
        return ""

    def classification(self, parts: Parts) -> str:
        """Nothing: the areas never change."""
        del parts
        return ""

    def download(self, ask: Ask, get: Getter, base: str) -> None:
        """Keep the only reply."""
        del ask
        get.part(PART, f"{base}/figures.json")

    def read(self, ask: Ask, parts: Parts, sink: Sink) -> None:
        """Turn each row into an observation. What is not there is missing, never zero.

        Raises:
            InputError: the reply is not what was promised.

        """
        rows = decode(list[Row], parts[PART], PART)
        sink.add_observations(_observation(row) for row in rows if ask.covers(row.area))


def _observation(row: Row) -> Observation:
    has_value = row.number is not None
    return Observation(
        indicator="demo/verzonnen",
        area=row.area,
        period=Period(PeriodKind.YEAR, row.year),
        presence=Presence.VALUE if has_value else Presence.MISSING,
        precision=Precision.COUNT,
        value=Decimal(row.number) if row.number is not None else None,
        unit="count",
    )


def adapter() -> Adapter:
    """What fetches this source."""
    return Demo()
