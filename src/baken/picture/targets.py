# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Setting a target: some figures are unfit to steer by, and zero is no promise anybody can keep."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from baken.catalogue.catalogue import Catalogue
from baken.model.errors import ConfirmationNeeded
from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A value that a municipality aims for, and whether a caveat was read and confirmed."""

    indicator: str
    value: Decimal
    confirmed: bool


def caveat_on(catalogue: Catalogue, name: str, value: Decimal) -> Text | None:
    """What must be read and confirmed before this value is a target on an indicator; None: nothing."""
    indicator = catalogue.indicator(name)
    if indicator.target_caveat is not None:
        return indicator.target_caveat
    return catalogue.guidance["no-zero-target"].text if value == 0 and not indicator.is_survey else None


def propose_target(catalogue: Catalogue, name: str, value: Decimal, *, confirmed: bool = False) -> Target:
    """A target on an indicator.

    Raises:
        ConfirmationNeeded: the indicator is unfit for a target, or the target is zero for registrations,
            and nobody confirmed that the caveat was read. The message is the caveat.

    """
    caveat = caveat_on(catalogue, name, value)
    if caveat is not None and not confirmed:
        raise ConfirmationNeeded(caveat.nl)
    return Target(indicator=name, value=value, confirmed=confirmed)
