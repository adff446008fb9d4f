# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The synthetic city and the published test tables that disclosure control is measured on."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from baken.disclosure.dimension import Dimension, flat, tree
from baken.disclosure.layout import Counts, Layout

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "disclosure"
needs_tables = pytest.mark.skipif(not FOLDER.exists(), reason=f"the test tables are not at {FOLDER}")


@cache
def _rows() -> list[dict[str, str]]:
    with (FOLDER / "cells.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _areas() -> Dimension:
    return tree("area", {row["buurt"]: (row["sd"],) for row in _rows()}, "municipality")


def _offences() -> Dimension:
    return tree("offence", {row["leaf"]: (row["grp"],) for row in _rows()}, "all")


def _months() -> Dimension:
    return flat("month", sorted({row["maand"] for row in _rows()}), "year")


@cache
def three_way() -> tuple[Layout, Counts]:
    """Areas x offences x months: 46,644 cells, 31,680 of them inner ("3d")."""
    layout = Layout((_areas(), _offences(), _months()))
    counts = np.zeros(layout.inner_shape, np.int64)
    for row in _rows():
        at = (
            layout.dimensions[0].position(row["buurt"]),
            layout.dimensions[1].position(row["leaf"]),
            layout.dimensions[2].position(row["maand"]),
        )
        counts[at] += int(row["n"])
    return layout, counts


@cache
def two_way() -> tuple[Layout, Counts]:
    """Areas x offences over the year: 3,588 cells ("2d")."""
    layout, counts = three_way()
    return Layout(layout.dimensions[:2]), counts.sum(axis=2)


@cache
def by_group() -> tuple[Layout, Counts]:
    """Areas x groups of offences x months: 6,084 cells ("g3d")."""
    layout, counts = three_way()
    areas, offences, months = layout.dimensions
    groups = list(range(offences.parts, len(offences.codes) - 1))
    dimension = flat("group", [offences.codes[at] for at in groups], "all")
    inner = np.stack([counts[:, offences.members[at], :].sum(axis=1) for at in groups], axis=1)
    return Layout((areas, dimension, months)), inner
