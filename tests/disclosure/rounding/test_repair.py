# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Against who knows yearly totals and municipal figures exactly: found first, then repaired."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from baken.disclosure.attack.integer import integer
from baken.disclosure.attack.propagation import narrowed
from baken.disclosure.dimension import flat
from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding.knowledge import knowledge_of
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.protect import NotProtectedError, protect
from baken.disclosure.rounding.rounded import Rounded
from disclosure import city
from disclosure.rounding.cities import KEY, yearly, yearly_and_municipal
from disclosure.rounding.cities import city as invented

Public = Callable[[Layout], NDArray[np.bool_]]


def nothing_falls(found: Rounded, counts: Counts) -> None:
    """The quick attacker finds nothing, and for every secret cell another original fits all that is told."""
    layout = found.layout
    for bounded in (True, False):
        knowledge = knowledge_of(found.told, found.secret, bounded)
        assert not len(narrowed(knowledge).recomputed(knowledge.secret))
    knowledge, full = knowledge_of(found.told, found.secret), layout.filled(counts).ravel()
    if len(found.alternatives.missing):
        doubtful = np.isin(np.arange(layout.cells), found.alternatives.missing).reshape(layout.shape)
        deeper = integer(knowledge_of(found.told, doubtful))
        assert deeper.complete
        assert not len(deeper.recomputed(doubtful.ravel()))
    proven = np.flatnonzero(found.alternatives.moves[:, 0, 0] >= 0)
    for row in np.random.default_rng(1).permutation(proven)[:200].tolist():
        other = layout.filled(found.alternatives.original(row, counts)).ravel()
        assert other[found.alternatives.cells[row]] != full[found.alternatives.cells[row]]
        assert ((knowledge.lower <= other) & (other <= knowledge.upper)).all()


@city.needs_tables
@pytest.mark.parametrize(("base", "least", "most"), [(3, 0.02, 0.06), (5, 0.008, 0.035)])
@pytest.mark.parametrize("public", [yearly, yearly_and_municipal])
def test_the_whole_cube_beside_exact_yearly_totals(
    base: int, least: float, most: float, public: Public
) -> None:
    layout, counts = city.three_way()
    found = protect(layout, counts, KEY, Options(base=base), public(layout))
    assert least < found.repair.broken / found.repair.small < most
    nothing_falls(found, counts)
    assert found.repair.widened <= 20
    assert found.quality.mean_error <= {3: 0.405, 5: 0.706}[base]


@city.needs_tables
@pytest.mark.parametrize("base", [3, 5])
def test_groups_of_offences_beside_exact_yearly_totals(base: int) -> None:
    layout, counts = city.by_group()
    found = protect(layout, counts, KEY, Options(base=base), yearly_and_municipal(layout))
    nothing_falls(found, counts)
    assert found.quality.mean_error < {3: 0.642, 5: 1.309}[base]


def test_one_incident_beside_its_yearly_total() -> None:
    """One in a year, published as the base: who knows the total knows that month. So it becomes 0."""
    layout = Layout((flat("area", ["B1"]), flat("month", ["jan", "feb", "mar"])))
    counts, known = np.array([[0, 1, 0]]), np.zeros((2, 4), np.bool_)
    known[0, 3] = True
    for release in range(30):
        found = protect(layout, counts, KEY, Options(base=3, release=str(release)), known)
        assert not found.published.any()
        assert found.told.shown[0, 3] == 1


def test_one_small_count_among_large_ones_takes_a_large_one_along() -> None:
    layout = Layout((flat("area", ["B1"]), flat("month", ["jan", "feb", "mar"])))
    counts, known = np.array([[17, 2, 11]]), np.zeros((2, 4), np.bool_)
    known[:, 3] = True
    found = protect(layout, counts, KEY, Options(base=5), known)
    assert found.repair.broken == 1
    assert found.repair.widened == 1
    assert found.told.widened.tolist() == [[False, False, True]]
    assert found.published[0, 2] in (10, 15)
    assert found.published[0, 0] == 17
    nothing_falls(found, counts)


def test_what_others_have_published_already_is_not_ours_to_hide() -> None:
    layout = Layout((flat("area", ["B1", "B2"]),))
    counts, known = np.array([2, 40]), np.array([False, True, True])
    found = protect(layout, counts, KEY, Options(base=5), known)
    assert found.repair.already_public == 1
    assert not found.secret.any()


def test_what_cannot_be_hidden_is_refused() -> None:
    """The total of a row and of a column is known, and all else is exact: the one small count follows."""
    layout = Layout((flat("area", ["B1", "B2"]), flat("month", ["jan", "feb"])))
    counts, known = np.array([[1, 5], [5, 5]]), np.zeros((3, 3), np.bool_)
    known[0, 1] = known[0, 2] = True
    found = protect(layout, counts, KEY, Options(base=5), known)
    assert found.repair.already_public == 1
    known[0, 1] = False
    nothing_falls(protect(layout, counts, KEY, Options(base=5), known), counts)


@pytest.mark.slow
def test_a_hundred_cities_beside_what_is_public() -> None:
    refused = 0
    for seed in range(100):
        layout, counts = invented(seed)
        public = (yearly, yearly_and_municipal)[seed % 2](layout)
        try:
            found = protect(layout, counts, KEY, Options(base=3 + 2 * (seed // 2 % 2)), public)
        except NotProtectedError:
            refused += 1
            continue
        nothing_falls(found, counts)
    assert refused == 0
