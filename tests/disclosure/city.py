# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The synthetic city and the published test tables that disclosure control is measured on."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from baken.disclosure.dimension import Dimension, flat, grouped, tree
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


@cache
def overlapping(name: str) -> tuple[Layout, Counts]:
    """Regions in counties and across them in groups x kinds x months in halves: ``z3``, ``sosialFiktiv``."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    regions = _crossed(rows, "region", ("fylke", "kostragr"))
    kinds = flat("kind", list(dict.fromkeys(row["hovedint"] for row in rows)))
    months = _crossed(rows, "mnd", ("mnd2",))
    layout = Layout((regions, kinds, months))
    counts = np.zeros(layout.inner_shape, np.int64)
    for row in rows:
        at = (regions.position(row["region"]), kinds.position(row["hovedint"]), months.position(row["mnd"]))
        counts[at] += int(row["ant"])
    return layout, counts


def _crossed(rows: list[dict[str, str]], part: str, by: tuple[str, ...]) -> Dimension:
    """A dimension with the groups of several columns; a group that is another again is left out."""
    parts = list(dict.fromkeys(row[part] for row in rows))
    seen = {frozenset([one]) for one in parts}
    groups: list[tuple[str, list[str]]] = []
    for column in by:
        members: dict[str, dict[str, None]] = {}
        for row in rows:
            members.setdefault(f"{column} {row[column]}", {})[row[part]] = None
        for code, inside in members.items():
            if frozenset(inside) not in seen:
                seen.add(frozenset(inside))
                groups.append((code, list(inside)))
    return grouped(part, parts, [*groups, ("total", parts)])
