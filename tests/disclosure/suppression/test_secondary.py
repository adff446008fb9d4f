# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""No sensitive cell can be recomputed, by witnesses, by all possible tables, and by an attacker."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.disclosure.attack.propagation import narrowed
from baken.disclosure.dimension import flat
from baken.disclosure.layout import Layout
from baken.disclosure.suppression.primary import Contributions, Dominance, PPercent, Threshold
from baken.disclosure.suppression.secondary import Options, Suppression, Table, knowledge, suppressed

from ..city import needs_tables, two_way


def _witnessed(table: Table, found: Suppression, least: int = 1) -> None:
    """Each witness is another table that agrees with what is published."""
    for cell, witnesses in found.witnesses.items():
        for witness in witnesses:
            other = table.values.copy()
            other[witness.cells] += witness.differences.astype(np.int64)
            assert not table.equations.left(other).any()
            assert np.array_equal(other[~found.hidden], table.values[~found.hidden])
            assert (other[found.hidden] >= least).all()
            assert other[cell] != table.values[cell]


@given(st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=2, max_size=3))
@settings(max_examples=40, deadline=None)
def test_no_sensitive_cell_has_one_value_over_all_tables(rows: list[list[int]]) -> None:
    inner = np.array(rows, np.int64)
    parts = [flat("row", [f"r{at}" for at in range(len(rows))]), flat("column", ["a", "b", "c"])]
    layout = Layout(tuple(parts))
    table = Table.of(layout, inner, Threshold(3).sensitive(layout.filled(inner)))
    found = suppressed(table, Options(rounds=3))
    _witnessed(table, found)
    values = table.values
    seen: dict[int, set[int]] = {int(cell): set() for cell in np.flatnonzero(table.sensitive)}
    inside = layout.inner
    most = int(values[inside].max(initial=0)) + 3
    choices = [range(1, most + 1) if found.hidden[cell] else (int(values[cell]),) for cell in inside]
    if np.prod([len(one) for one in choices]) > 40_000:
        return
    for choice in product(*choices):
        other = layout.filled(np.array(choice, np.int64).reshape(inner.shape)).ravel()
        if np.array_equal(other[~found.hidden], values[~found.hidden]) and (other[found.hidden] >= 1).all():
            for cell, those in seen.items():
                those.add(int(other[cell]))
    unknown = set(seen) - set(found.lost.tolist())
    assert all(len(seen[cell]) > 1 for cell in unknown)


@needs_tables
def test_the_city_by_offence_hides_at_most_130_more() -> None:
    layout, inner = two_way()
    table = Table.of(layout, inner, Threshold(5).sensitive(layout.filled(inner)))
    found = suppressed(table)
    assert len(found.secondary) <= 130
    assert not len(found.lost)
    assert len(found.witnesses) == int(table.sensitive.sum())
    _witnessed(table, found)
    known = knowledge(table, found.hidden)
    assert not len(narrowed(known).recomputed(known.secret))


def test_public_cells_are_never_hidden() -> None:
    layout = Layout((flat("row", ["r", "s", "t"]), flat("column", ["a", "b", "c"])))
    inner = np.array([[2, 9, 9], [9, 9, 9], [9, 9, 9]])
    public = np.zeros(layout.shape, np.bool_)
    public[1, 1] = True
    table = Table.of(layout, inner, Threshold(5).sensitive(layout.filled(inner)), public)
    found = suppressed(table)
    assert not found.hidden[layout.number(("s", "b"))]
    assert len(found.secondary) == 3


def test_a_wrong_table_or_setting_is_refused() -> None:
    with pytest.raises(ValueError, match="least 0 or 1"):
        Options(width=0)
    with pytest.raises(ValueError, match="starts at 2"):
        Threshold(1)


def test_dominance_and_p_percent() -> None:
    cells = Contributions(np.array([3, 3, 0]), np.array([100.0, 100, 0]), np.array([90.0, 40, 0]))
    assert Dominance(1, 85).sensitive(cells).tolist() == [True, False, False]
    known = Contributions(cells.count, cells.total, cells.largest, np.array([5.0, 30, 0]))
    assert PPercent(10).sensitive(known).tolist() == [True, False, False]
    assert PPercent(10).lacking(known).tolist() == [4.0, 0.0, 0.0]
