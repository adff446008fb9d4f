# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked about: counts of many series through time, or of many areas at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from baken.areas.outlines import Outline
from baken.model.text import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SeriesTable:
    """Counts of shape (series, periods); NaN is missing and never zero.

    Each series is one measure (``kinds``: an indicator, an offence) in one area. ``population`` has the same
    shape, or is None. ``per_year`` is 1, 4, 12 or 52; 0 if the periods have no length (t1, t2, ...).
    ``found_by_looking`` names the kinds whose counts rise when the police look more (haaldelicten).
    ``breaks`` gives for a kind the places of the periods with which a new level may begin.
    ``source`` says where it comes from; ``snapshots`` are the ids behind it, if it comes from the store.
    """

    names: tuple[str, ...]
    areas: tuple[str, ...]
    kinds: tuple[str, ...]
    periods: tuple[str, ...]
    counts: FloatArray
    population: FloatArray | None = None
    per_year: int = 0
    labels: Mapping[str, Text] = field(default_factory=dict)
    found_by_looking: frozenset[str] = frozenset()
    breaks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    snapshots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AreaTable:
    """Counts of one measure in areas, in one period or in several (``cases``: (areas,) or (areas, periods)).

    ``population`` has the shape (areas,), or is None: then plain values are compared. ``neighbours`` are
    pairs of places of areas; ``x`` and ``y`` lie in one plane (kilometres), or are None. ``outlines`` serve
    the map.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    cases: FloatArray
    periods: tuple[str, ...]
    kind: str
    population: FloatArray | None = None
    neighbours: tuple[tuple[int, int], ...] = ()
    x: FloatArray | None = None
    y: FloatArray | None = None
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    labels: Mapping[str, Text] = field(default_factory=dict)
    found_by_looking: bool = False
    source: str = ""
    snapshots: tuple[str, ...] = ()
