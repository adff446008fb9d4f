# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures of the reference software for North Carolina, and a grid to simulate on."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from baken.methods._arrays import FloatArray
from baken.methods.neighbours import Neighbours

SHARED = Path(__file__).parents[4] / "shared"
here = pytest.mark.skipif(
    not (SHARED / "reference" / "nc_sids_local.csv").exists(), reason="the reference figures are not here"
)


def columns() -> dict[str, FloatArray]:
    with (SHARED / "reference" / "nc_sids_local.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([float(row[name]) for row in rows]) for name in rows[0] if name != "name"}


def totals() -> dict[str, float]:
    with (SHARED / "reference" / "nc_sids_global.csv").open(encoding="utf-8") as file:
        return {row["stat"]: float(row["value"]) for row in csv.DictReader(file)}


def counties() -> Neighbours:
    with (SHARED / "reference" / "nc_queen_edges.csv").open(encoding="utf-8") as file:
        pairs = [(int(row["i"]) - 1, int(row["j"]) - 1) for row in csv.DictReader(file)]
    return Neighbours.from_pairs(100, pairs)


def columbus() -> tuple[FloatArray, Neighbours]:
    """Crimes per 1,000 households in 49 areas; neighbours share at least one corner."""
    file = SHARED / "data" / "points" / "columbus_ohio_crime_1980_49areas.geojson"
    areas = json.loads(file.read_text(encoding="utf-8"))["features"]
    corners = [
        {tuple(np.round(point, 6)) for ring in area["geometry"]["coordinates"] for point in ring}
        for area in areas
    ]
    pairs = [(i, j) for i in range(len(areas)) for j in range(i) if corners[i] & corners[j]]
    crime = np.array([area["properties"]["CRIME"] for area in areas])
    return crime, Neighbours.from_pairs(len(areas), pairs)


def grid(rows: int, columns: int) -> Neighbours:
    """Cells of a hexagonal grid: six neighbours, fewer at the edge."""
    cell = np.arange(rows * columns).reshape(rows, columns)
    beside = np.stack([cell[:, :-1].ravel(), cell[:, 1:].ravel()], axis=1)
    below = np.stack([cell[:-1].ravel(), cell[1:].ravel()], axis=1)
    aslant = np.stack([cell[:-1, :-1].ravel(), cell[1:, 1:].ravel()], axis=1)
    return Neighbours.from_pairs(rows * columns, np.concatenate([beside, below, aslant]))


def line(areas: int) -> Neighbours:
    return Neighbours.from_pairs(areas, np.column_stack([np.arange(areas - 1), np.arange(1, areas)]))


def misfit(found: FloatArray, stated: FloatArray, draws: int) -> FloatArray:
    """Differences between two permutation p values in standard errors of the draws."""
    half = np.clip((found + stated) / 4, 1 / draws, 0.5)
    return np.asarray((found - stated) / (2 * np.sqrt(2 * half * (1 - half) / draws)), dtype=np.float64)
