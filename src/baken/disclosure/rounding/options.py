# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be chosen of the rounding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How counts are rounded.

    ``base``: counts from 1 to base - 1 become 0 or the base. ``release``: a name, so that each release has a
    random start of its own. ``sweeps``: how often each count is looked at, on average. ``draws``: how often
    the rounding may be repaired or drawn again before it is refused.

    Raises:
        ValueError: a number is out of range.

    """

    base: int = 5
    release: str = ""
    sweeps: int = 250
    draws: int = 80

    def __post_init__(self) -> None:
        if not 2 <= self.base <= 1000:
            raise ValueError(f"the base of the rounding is {self.base}; it lies between 2 and 1000.")
        if self.sweeps < 1 or self.draws < 2:
            raise ValueError("the rounding needs at least one sweep and two draws.")

    @property
    def tolerance(self) -> int:
        """Errors up to here cost what they are; larger ones cost extra."""
        return 2 * (self.base - 1)
