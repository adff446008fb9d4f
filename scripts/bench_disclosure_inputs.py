# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables that disclosure control is measured on: those of the tests, and two with groups that overlap."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np

# The tests hold the city, what others know of it, and the leaks that are planted.
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from baken.disclosure.dimension import Dimension, flat, grouped
from baken.disclosure.layout import Counts, Layout
from baken.disclosure.suppression.primary import Threshold
from baken.disclosure.suppression.secondary import Table
from disclosure.attack.tables import TABLES
from disclosure.city import FOLDER

LEAST = {"2d": 5, "g3d": 5, "3d": 5, "z3": 4, "sosialFiktiv": 4}
"""Counts from 1 up to, not including, this are sensitive."""
BOTH_KNOW = ("name", "address", "phone", "bsn", "mail")
"""The kinds of personal data that deduce finds as well."""
_Rows = list[dict[str, str]]


def counts_of(name: str) -> tuple[Layout, Counts]:
    """A table by name: its cells, and the counts of the inner ones."""
    return TABLES[name]() if name in TABLES else overlapping(name)


def to_suppress(name: str) -> Table:
    """The same with its sensitive cells, sums included."""
    layout, inner = counts_of(name)
    return Table.of(layout, inner, Threshold(LEAST[name]).sensitive(layout.filled(inner)))


def overlapping(name: str) -> tuple[Layout, Counts]:
    """Regions in provinces and, across them, in kinds; main sources of income; months in parts of a year.

    A group of one part, or of the same parts as an earlier one, is the same cells and no group of its own.
    """
    with (FOLDER / f"{name}_{name}.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    dimensions = (
        _dimension(rows, "region", "fylke", "kostragr"),
        flat("hovedint", list(dict.fromkeys(row["hovedint"] for row in rows))),
        _dimension(rows, "mnd", "mnd2"),
    )
    layout = Layout(dimensions)
    counts = np.zeros(layout.inner_shape, np.int64)
    for row in rows:
        counts[tuple(one.position(row[one.name]) for one in dimensions)] += int(row["ant"])
    return layout, counts


def _dimension(rows: _Rows, part: str, *groupings: str) -> Dimension:
    parts = list(dict.fromkeys(row[part] for row in rows))
    groups: dict[str, dict[str, None]] = {}
    for by in groupings:
        for row in rows:
            groups.setdefault(f"{by} {row[by]}", {})[row[part]] = None
    groups["total"] = dict.fromkeys(parts)
    seen = {frozenset([one]) for one in parts}
    kept: list[tuple[str, list[str]]] = []
    for group, members in groups.items():
        if frozenset(members) not in seen:
            seen.add(frozenset(members))
            kept.append((group, list(members)))
    return grouped(part, parts, kept)
