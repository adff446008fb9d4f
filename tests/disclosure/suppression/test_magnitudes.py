# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Protection levels of magnitudes are reached, as an independent linear program sees them."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from numpy.typing import NDArray

from baken.disclosure.dimension import flat, tree
from baken.disclosure.layout import Layout
from baken.disclosure.suppression.primary import Contributions, Dominance, PPercent, Threshold
from baken.disclosure.suppression.secondary import Levels, Options, Suppression, Table, suppressed

from ..city import FOLDER, needs_tables
from .audit import Audit

MAGNITUDES = Options(least=0, whole=False, rounds=10)


def _levels(lacking: NDArray[np.float64], values: NDArray[np.int64]) -> Levels:
    below = np.minimum(lacking, values)
    return Levels(below, lacking, below + lacking)


def _reached(table: Table, found: Suppression, levels: Levels) -> None:
    audit = Audit(table, found.hidden, 0)
    lost = set(found.lost.tolist())
    for cell in np.flatnonzero(table.sensitive & ~table.public).tolist():
        if cell in lost:
            continue
        low, high = audit.interval(cell)
        value, slack = float(table.values[cell]), 1e-6 * max(1.0, float(table.values[cell]))
        assert low <= value - levels.below[cell] + slack
        assert high >= value + levels.above[cell] - slack
        assert high - low >= levels.span[cell] - slack


def _turnover() -> tuple[Layout, dict[str, NDArray[np.float64]]]:
    name = "turnover_nuts_size"
    with (FOLDER / "rtauargus" / f"{name}_{name}.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    parts = sorted({row["NUTS"] for row in rows if len(row["NUTS"]) == 5 and row["NUTS"] != "Total"})
    layout = Layout(
        (
            tree("nuts", {part: (part[:4],) for part in parts}, "Total"),
            flat("size", ["tr1", "tr2", "tr3"], "Total"),
        )
    )
    told = {column: np.zeros(layout.shape) for column in ("N_OBS", "TOT", "MAX")}
    for row in rows:
        at = np.unravel_index(layout.number((row["NUTS"], row["SIZE"])), layout.shape)
        for column, values in told.items():
            values[at] = float(row[column])
    return layout, told


@needs_tables
def test_turnover_keeps_the_levels_of_dominance() -> None:
    layout, told = _turnover()
    inner = tuple(map(slice, layout.inner_shape))
    whole = np.rint(told["TOT"][inner]).astype(np.int64)
    values = layout.filled(whole).ravel()
    count, most = told["N_OBS"].ravel().astype(np.int64), told["MAX"].ravel()
    # Rounding to whole numbers may bring a total below its largest contribution.
    cells = Contributions(count, np.maximum(values, most), most)
    rule = Dominance(1, 85)
    few = Threshold(3).sensitive(count) & (values > 0)
    sensitive = (rule.sensitive(cells) & (values > 0)) | few
    lacking = np.maximum(rule.lacking(cells), np.where(few, 0.1 * values, 0.0)) * sensitive
    public = values == 0
    table = Table(layout.equations(), values, sensitive, public, layout)
    levels = _levels(lacking, values)
    found = suppressed(table, MAGNITUDES, levels=levels)
    assert sensitive.sum() > 20
    assert not len(found.lost)
    assert not len(found.exposed)
    _reached(table, found, levels)


@pytest.mark.parametrize("seed", range(6))
def test_invented_magnitudes_keep_the_levels_of_p_percent(seed: int) -> None:
    random = np.random.default_rng(seed)
    areas, kinds = int(random.integers(4, 9)), int(random.integers(3, 6))
    layout = Layout(
        (
            tree("area", {f"a{at}": (f"d{at % 2}",) for at in range(areas)}),
            flat("kind", [f"k{at}" for at in range(kinds)]),
        )
    )
    parts = [np.rint(random.pareto(1.1, int(random.poisson(6))) * 50 + 1) for _ in range(areas * kinds)]
    inside = layout.inner
    members: list[NDArray[np.float64]] = []
    for cell in range(layout.cells):
        at = np.unravel_index(cell, layout.shape)
        below = np.ix_(*(one.members[place] for one, place in zip(layout.dimensions, at, strict=True)))
        chosen = np.arange(len(inside)).reshape(layout.inner_shape)[below].ravel()
        members.append(np.sort(np.concatenate([parts[one] for one in chosen]))[::-1])
    count = np.array([len(one) for one in members], np.int64)
    top = np.array([[*one[:2], 0.0, 0.0][:2] for one in members])
    values = np.array([one.sum() for one in members]).astype(np.int64)
    cells = Contributions(count, values.astype(float), top[:, 0], top[:, 1])
    rule = PPercent(15)
    table = Table(layout.equations(), values, rule.sensitive(cells), values == 0, layout)
    levels = _levels(rule.lacking(cells), values)
    found = suppressed(table, MAGNITUDES, levels=levels)
    assert len(found.witnesses) + len(found.lost) == int(table.sensitive.sum())
    _reached(table, found, levels)


def test_dominance_asks_for_what_brings_the_share_down() -> None:
    cells = Contributions(np.array([3, 3]), np.array([100.0, 100]), np.array([90.0, 40]))
    # Were the total 112.5, the largest would be 80 percent of it.
    assert Dominance(1, 80).lacking(cells).tolist() == [12.5, 0.0]
