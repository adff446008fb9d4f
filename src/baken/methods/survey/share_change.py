# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The difference between the shares of two independent survey waves."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from baken.methods._checks import floats
from baken.methods.survey.share_interval import share_interval


@dataclass(frozen=True, slots=True)
class ShareChange:
    """The difference after - before, in fractions (0.018 is 1.8 percentage points).

    Not judged means that a share or a number of respondents is unknown: the limits are then NaN and
    ``excludes_zero`` is None, which is not the same as False.
    """

    difference: float
    lower: float
    upper: float
    level: float
    judged: bool

    @property
    def excludes_zero(self) -> bool | None:
        """True when the interval leaves out no change; None when not judged."""
        return (self.lower > 0 or self.upper < 0) if self.judged else None


def share_change(
    share: Iterable[float | None],
    n: Iterable[float | None],
    level: float = 0.95,
    design_effect: float = 1.0,
) -> ShareChange:
    """Return the difference of two independent shares with Newcombe's hybrid score interval.

    With d = p2 - p1 and Wilson limits (l1, u1) before and (l2, u2) after:
    lower = d - sqrt((p2 - l2)^2 + (u1 - p1)^2), upper = d + sqrt((u2 - p2)^2 + (p1 - l1)^2).

    Args:
        share: pair (before, after) of fractions from 0 to 1; None or NaN is missing.
        n: pair (before, after) of respondents, above 0; None or NaN when unknown.
        level: confidence level between 0 and 1.
        design_effect: above 0, the same in both waves.

    Returns:
        The difference; ``judged`` is False when a share or n is unknown for either wave.

    Raises:
        ValueError: not a pair, or a value out of range (see ``share_interval``).

    Source: Newcombe (1998), Statistics in Medicine 17:873-890 (method 10).
    """
    shares, sizes = floats(share, "share"), floats(n, "n")
    if len(shares) != 2 or len(sizes) != 2:
        raise ValueError(
            f"share and n must be pairs (before, after); got {len(shares)} and {len(sizes)} values"
        )
    before, after = (share_interval(p, m, level, design_effect) for p, m in zip(shares, sizes, strict=True))
    difference = after.share - before.share
    if not (before.judged and after.judged):
        return ShareChange(difference, math.nan, math.nan, level, judged=False)
    down = math.hypot(after.share - after.lower, before.upper - before.share)
    up = math.hypot(after.upper - after.share, before.share - before.lower)
    return ShareChange(difference, difference - down, difference + up, level, judged=True)
