# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Invented cities, small and large counts beside each other, and what others publish of them."""

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.dimension import flat, grouped, tree
from baken.disclosure.layout import Counts, Layout

KEY = b"a key for tests only"


def city(seed: int) -> tuple[Layout, Counts]:
    """Areas in districts x offences in groups x months, uneven as in life; every third has seasons too."""
    random = np.random.default_rng(seed)
    areas, offences, months = (int(random.integers(low, high)) for low, high in ((3, 21), (2, 11), (2, 13)))
    districts, groups = int(random.integers(1, 5)), int(random.integers(1, 4))
    area = tree("area", {f"B{one:02}": (f"S{one % districts}",) for one in range(areas)})
    offence = tree("offence", {f"o{one}": (f"g{one % groups}",) for one in range(offences)})
    names = [f"m{one:02}" for one in range(months)]
    month = flat("month", names)
    if seed % 3 == 0:
        month = grouped("month", names, [("h1", names[: months // 2 + 1]), ("q", names[1:]), ("year", names)])
    rates = np.multiply.outer(random.lognormal(-0.5, 1.2, areas), random.lognormal(0, 1.3, offences))
    counts = random.poisson(np.repeat(rates[:, :, None], months, axis=2) / 2)
    return Layout((area, offence, month)), counts.astype(np.int64)


def yearly(layout: Layout) -> NDArray[np.bool_]:
    """The police publish each year's total of each area and offence."""
    known = np.zeros(layout.shape, np.bool_)
    known[..., -1] = True
    return known


def yearly_and_municipal(layout: Layout) -> NDArray[np.bool_]:
    """And everything of the whole municipality is exact."""
    known = yearly(layout)
    known[-1] = True
    return known
