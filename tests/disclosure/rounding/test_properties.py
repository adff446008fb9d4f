# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What holds for every table: it adds up, only small counts change, and all that is told is true."""

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.disclosure.dimension import flat, grouped
from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding.knowledge import knowledge_of
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.protect import NotProtectedError, protect
from disclosure.rounding.cities import KEY

SWEEPS = 20


@st.composite
def tables(draw: st.DrawFn) -> tuple[Layout, Counts]:
    """A layout of one to three dimensions, some with overlapping groups, and counts from nothing to 1e9."""
    dimensions = []
    for at in range(draw(st.integers(1, 3))):
        parts = [f"p{one}" for one in range(draw(st.integers(1, 4)))]
        if draw(st.booleans()):
            dimensions.append(flat(f"d{at}", parts))
        else:
            groups = [("first", parts[:-1] or parts), ("last", parts[-2:]), ("all", parts)]
            dimensions.append(grouped(f"d{at}", parts, groups))
    layout = Layout(tuple(dimensions))
    size = int(np.prod(layout.inner_shape))
    one = st.one_of(st.integers(0, 3), st.integers(0, 30), st.just(10**9))
    counts = draw(st.lists(one, min_size=size, max_size=size))
    return layout, np.array(counts, np.int64).reshape(layout.inner_shape)


@given(tables(), st.integers(2, 10))
@settings(deadline=None, max_examples=150)
def test_it_adds_up_and_only_small_counts_change(table: tuple[Layout, Counts], base: int) -> None:
    layout, counts = table
    found = protect(layout, counts, KEY, Options(base=base, sweeps=SWEEPS))
    inner = found.published[tuple(map(slice, layout.inner_shape))]
    assert np.array_equal(layout.filled(inner), found.published)
    small = (counts > 0) & (counts < base)
    assert np.array_equal(inner[~small], counts[~small])
    assert np.isin(inner[small], [0, base]).all()
    errors = np.abs(found.published - layout.filled(counts))
    assert errors.max() == found.quality.largest_error <= found.told.error_bound
    assert found.repair.widened == found.repair.turned == 0
    again = protect(layout, counts, KEY, Options(base=base, sweeps=SWEEPS))
    assert np.array_equal(again.published, found.published)


@given(tables(), st.integers(2, 10), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=150)
def test_what_is_told_is_true_and_gives_nothing_away(
    table: tuple[Layout, Counts], base: int, random: Random
) -> None:
    layout, counts = table
    known = np.array([random.random() < 0.3 for _ in range(layout.cells)]).reshape(layout.shape)
    full = layout.filled(counts)
    try:
        found = protect(layout, counts, KEY, Options(base=base, draws=4, sweeps=SWEEPS), known)
    except NotProtectedError:
        return
    assert np.array_equal(found.told.shown[known], full[known])
    for bounded in (True, False):
        knowledge = knowledge_of(found.told, found.secret, bounded)
        assert ((knowledge.lower <= full.ravel()) & (full.ravel() <= knowledge.upper)).all()
    knowledge = knowledge_of(found.told, found.secret)
    cells = found.alternatives.cells
    assert np.array_equal(cells, np.flatnonzero(found.secret))
    for row, cell in enumerate(cells.tolist()):
        if found.alternatives.moves[row, 0, 0] < 0:
            continue
        other = layout.filled(found.alternatives.original(row, counts)).ravel()
        assert other[cell] != full.ravel()[cell]
        assert ((knowledge.lower <= other) & (other <= knowledge.upper)).all()
        assert not knowledge.equations.left(other).any()


@pytest.mark.parametrize("base", range(2, 11))
def test_nothing_stays_nothing_and_one_cell_is_one_cell(base: int) -> None:
    line = Layout((flat("area", ["B1", "B2", "B3"]),))
    empty = protect(line, np.zeros(3, np.int64), KEY, Options(base=base))
    assert not empty.published.any()
    assert (empty.quality.mean_error, empty.quality.utility) == (0.0, 1.0)
    single = Layout((flat("area", ["B1"]),))
    for count in range(13):
        published = protect(single, np.array([count]), KEY, Options(base=base)).published
        assert published[0] == published[1]
        assert published[0] in ((0, base) if count < base else (count,))


def test_a_single_count_gets_its_value_on_average_when_errors_weigh_the_same() -> None:
    """Two counts of the same kind: either of them is the one that goes up."""
    pair = Layout((flat("area", ["B1", "B2"]),))
    counts = np.array([2, 2])
    up = [
        protect(pair, counts, KEY, Options(base=4, release=str(one))).published[0] > 0 for one in range(200)
    ]
    assert 0.35 < np.mean(up) < 0.65
