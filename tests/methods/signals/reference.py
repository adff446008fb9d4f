# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the series and the results of other software that the detectors are compared with."""

import gzip
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

FOLDER = Path(__file__).parents[4] / "shared" / "reference"
needs_reference = pytest.mark.skipif(
    not FOLDER.exists(), reason="needs the reference results, which are not here"
)
Floats = NDArray[np.float64]

UPPER, ALARM, EXPECTED, PHI, P, TREND = 2, 3, 4, 5, 6, 7
"""Columns of a result."""


@cache
def series(name: str) -> Floats:
    """The simulated series, oldest period first; name: noufaily (weeks) or monthly."""
    return _table(f"{name}_series.csv.gz")[:, 1:]


def result(name: str, rows: int) -> Floats:
    """A result as (series, periods, columns)."""
    table = _table(f"{name}.csv.gz")
    return table.reshape(rows, -1, table.shape[1])


def salmonella() -> Floats:
    """Salmonella Agona, 312 weeks, as a table of one series."""
    return _table("salmonella_agona_series.csv")[:, 1][np.newaxis]


def salmonella_result(name: str, label: str = "") -> Floats:
    """A result for the last 52 weeks; columns as in the file, without the label."""
    lines = (FOLDER / f"salmonella_agona_{name}.csv").read_text().splitlines()[1:]
    kept = [line.removeprefix(f"{label},") for line in lines if line.startswith(f"{label}," if label else "")]
    return np.genfromtxt(kept, delimiter=",")


def apart(ours: Floats, theirs: Floats, digits: float = 0.0) -> Floats:
    """Relative difference beyond half a unit of the last printed digit; 0 where both are equal."""
    gap = np.abs(ours - theirs)
    gap[ours == theirs] = 0.0
    return np.maximum(gap - digits, 0) / np.maximum(np.abs(theirs), 1e-300)


def _table(name: str) -> Floats:
    path = FOLDER / name
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return np.atleast_2d(np.genfromtxt(lines, delimiter=",", skip_header=1))
    return np.genfromtxt(path, delimiter=",", skip_header=1)
