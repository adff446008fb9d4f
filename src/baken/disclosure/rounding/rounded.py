# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The outcome of the rounding."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding.alternatives import Alternatives
from baken.disclosure.rounding.knowledge import Told


@dataclass(frozen=True, slots=True)
class Quality:
    """How far the cube lies from the truth, over all its cells: sums, and cells that are known, included.

    ``utility`` is 1 minus the Hellinger distance divided by the root of the sum of all true cells.
    """

    largest_error: int
    mean_error: float
    utility: float

    @classmethod
    def between(cls, true: Counts, published: Counts) -> Quality:
        """Compare all cells; two empty tables are alike."""
        errors = np.abs(published - true)
        whole = float(true.sum())
        distance = float(np.sqrt(((np.sqrt(true) - np.sqrt(published)) ** 2).sum() / 2))
        return cls(
            int(errors.max(initial=0)),
            float(errors.mean()) if errors.size else 0.0,
            1 - distance / whole**0.5 if whole else 1.0,
        )


@dataclass(frozen=True, slots=True)
class Repair:
    """What had to be done so that nothing can be recomputed.

    ``small``: the inner counts to hide; ``broken``: how many of them (``broken_sums``: of the small sums) the
    first draw gives away to bound propagation; ``draws``: how often the search ran; ``turned``: inner cells
    published otherwise than in the first draw; ``widened``: counts above the base that were rounded too;
    ``already_public``: small cells that follow from what others have published.
    """

    small: int
    broken: int
    broken_sums: int
    draws: int
    turned: int
    widened: int
    already_public: int


@dataclass(frozen=True, slots=True, eq=False)
class Rounded:
    """A protected cube. ``told`` is for everyone; everything else is for the owner only.

    ``secret`` marks the cells that nobody may learn, shape of the layout: counts from 1 to base - 1, sums
    included, that do not follow from what others have published. ``alternatives`` holds for each of them
    another original, which proves that it cannot be recomputed; for the few without one
    (``alternatives.missing``) integer programs found two values each.
    """

    told: Told
    quality: Quality
    repair: Repair
    secret: NDArray[np.bool_]
    alternatives: Alternatives

    @property
    def layout(self) -> Layout:
        """The cells."""
        return self.told.layout

    @property
    def published(self) -> Counts:
        """The protected cube, all cells; each sum is the sum of its inner cells."""
        return self.told.published

    @property
    def base(self) -> int:
        """Small counts became 0 or this."""
        return self.told.base
