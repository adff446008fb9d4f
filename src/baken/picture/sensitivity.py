# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a figure would be under another assumption: with visitors in the denominator, from another start."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from baken.catalogue.catalogue import Catalogue
from baken.model.number import half_up
from baken.model.policy import Municipality
from baken.model.text import Text
from baken.picture.series import IndicatorPicture

_WHAT_IF = Text(
    "Rekenvoorbeeld: hoeveel mensen er gemiddeld meer zijn dan inwoners, is hier niet bekend.",
    "Example: how many more people than inhabitants are present on average is not known here.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitorRange:
    """The rate per inhabitant beside rates per person present, for shares of extra people."""

    per_inhabitant: Decimal
    rates: tuple[tuple[Decimal, Decimal], ...]
    basis: Text

    @property
    def lowest(self) -> Decimal:
        """The rate with the most visitors counted."""
        return min(rate for _, rate in self.rates)


def visitor_range(
    catalogue: Catalogue, municipality: Municipality, record: IndicatorPicture
) -> VisitorRange | None:
    """How the newest rate changes when people who are present but do not live there are counted too.

    Only for indicators of which visitors are victims too; nothing for others.
    """
    latest = record.latest
    if not record.indicator.visitors or latest is None or latest.value is None:
        return None
    known = municipality.visitors
    shares = (known.low, known.high) if known else catalogue.country.visitor_shares
    rates = tuple((share, half_up(latest.value / (1 + share), record.indicator.decimals)) for share in shares)
    return VisitorRange(per_inhabitant=latest.value, rates=rates, basis=known.basis if known else _WHAT_IF)
