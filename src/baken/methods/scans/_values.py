# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small figures that both scans state about a cluster."""

import math

import numpy as np

from baken.methods._arrays import FloatArray
from baken.methods.scans.zones import Zones


def relative_risk(cases: float, expected: float, total: float) -> float:
    """The rate inside over the rate outside: (c / e) / ((C - c) / (C - e)); inf when all lie inside."""
    outside = total - cases
    return math.inf if outside <= 0 else cases / expected * (total - expected) / outside


def weight_at(zones: Zones, place: int) -> float:
    """The weight of the walk in which a zone ends."""
    return float(zones.weight[int(np.searchsorted(zones.start, place, side="right")) - 1])


def known_total(cases: FloatArray) -> int:
    """The number of all cases; -1 when a figure is missing or is no count."""
    good = np.isfinite(cases).all() and (cases >= 0).all() and (cases % 1 == 0).all()
    return int(cases.sum()) if good else -1
