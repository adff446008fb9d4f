# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Hidden cells stay unknown to all attackers, to an auditor of its own, and to who is in a cell."""

from __future__ import annotations

import numpy as np
import pytest

from baken.disclosure.attack.run import attack
from baken.disclosure.attack.witness import Effort
from baken.disclosure.dimension import flat, tree
from baken.disclosure.layout import Layout
from baken.disclosure.suppression.primary import Threshold
from baken.disclosure.suppression.secondary import Options, Suppression, Table, knowledge, suppressed

from ..city import by_group, needs_tables, overlapping
from ..rounding.cities import city
from .audit import Audit


def _invented(seed: int, *, years: bool = False) -> Table:
    layout, inner = city(seed)
    if years:
        layout, inner = Layout(layout.dimensions[:2]), inner.sum(axis=2)
    return Table.of(layout, inner, Threshold(5).sensitive(layout.filled(inner)))


def _nobody_knows(table: Table, found: Suppression, options: Options) -> None:
    """Not one sensitive cell falls to the attackers, save those that were given back as lost."""
    told = knowledge(table, found.hidden, options.least)
    outcome = attack(told, Effort(width=options.width))
    fallen = {one.cell for one in outcome.fallen}
    assert fallen <= set(found.lost.tolist())
    assert not set(outcome.undecided.tolist()) - set(found.lost.tolist())
    assert len(found.witnesses) + len(found.lost) == int(table.sensitive.sum())


@pytest.mark.parametrize("seed", range(5))
def test_no_cell_of_an_invented_city_is_recomputed(seed: int) -> None:
    table, options = _invented(seed), Options(rounds=5)
    _nobody_knows(table, suppressed(table, options), options)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5, 105))
def test_no_cell_of_a_hundred_invented_cities_is_recomputed(seed: int) -> None:
    table, options = _invented(seed, years=seed % 5 > 0), Options(rounds=5)
    _nobody_knows(table, suppressed(table, options), options)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("options", [Options(width=3, rounds=5), Options(least=0, rounds=5)])
def test_wider_intervals_and_an_attacker_who_knows_less(seed: int, options: Options) -> None:
    table = _invented(seed)
    found = suppressed(table, options)
    _nobody_knows(table, found, options)
    audit = Audit(table, found.hidden, options.least)
    for cell in found.witnesses:
        low, high = audit.interval(cell)
        assert high - low >= options.width - 1e-6


def test_the_same_options_give_the_same_pattern() -> None:
    table = _invented(3)
    first, second = (suppressed(table, Options(rounds=10)) for _ in range(2))
    assert np.array_equal(first.hidden, second.hidden)
    assert first.witnesses.keys() == second.witnesses.keys()


def _audited(table: Table, found: Suppression) -> None:
    audit = Audit(table, found.hidden, 1)
    for cell in np.flatnonzero(table.sensitive).tolist():
        low, high = audit.interval(cell)
        assert high - low >= 1 - 1e-6


@needs_tables
@pytest.mark.slow
def test_an_auditor_learns_no_cell_of_overlapping_groups() -> None:
    layout, inner = overlapping("z3_z3.csv")
    table = Table.of(layout, inner, Threshold(4).sensitive(layout.filled(inner)))
    found = suppressed(table, Options(rounds=10))
    assert not len(found.lost)
    assert len(found.secondary) <= 216
    _audited(table, found)


@needs_tables
@pytest.mark.slow
def test_an_auditor_learns_no_cell_of_areas_by_group_and_month() -> None:
    layout, inner = by_group()
    table = Table.of(layout, inner, Threshold(5).sensitive(layout.filled(inner)))
    found = suppressed(table, Options(rounds=50))
    assert not len(found.lost)
    assert len(found.secondary) <= 225
    _audited(table, found)


@pytest.mark.parametrize("seed", range(4))
def test_who_is_alone_in_a_cell_learns_no_other(seed: int) -> None:
    random = np.random.default_rng(seed)
    areas, kinds = (
        tree("area", {f"a{at}": (f"d{at % 2}",) for at in range(6)}),
        flat("kind", ["p", "q", "r", "s"]),
    )
    layout = Layout((areas, kinds))
    inner = random.poisson(random.choice([1, 8], layout.inner_shape, p=[0.3, 0.7])).astype(np.int64)
    values = layout.filled(inner).ravel()
    # The person behind a single case of an area knows it wherever it is the only one.
    owners = np.full(layout.cells, -1, np.int64)
    for owner, cell in enumerate(layout.inner.tolist()):
        if values[cell] == 1:
            owners[cell] = owner
    sensitive = Threshold(3).sensitive(values)
    table = Table(layout.equations(), values, sensitive, values == 0, layout, owners)
    found = suppressed(table, Options(rounds=5))
    careless = suppressed(Table(table.equations, values, sensitive, values == 0, layout), Options(rounds=5))
    assert found.hidden.sum() >= careless.hidden.sum()
    lost = set(found.lost.tolist())
    for owner in sorted(set(owners.tolist()) - {-1}):
        audit = Audit(table, found.hidden, 1, owners == owner)
        for cell in np.flatnonzero(sensitive & (owners != owner)).tolist():
            low, high = audit.interval(cell)
            assert cell in lost or high - low >= 1 - 1e-6


def test_two_people_alone_in_a_row_are_kept_from_each_other() -> None:
    layout = Layout((flat("row", ["r", "s", "t"]), flat("column", ["a", "b", "c"])))
    inner = np.array([[2, 2, 9], [9, 9, 9], [9, 9, 9]])
    values = layout.filled(inner).ravel()
    owners = np.full(layout.cells, -1, np.int64)
    owners[[layout.number(("r", "a")), layout.number(("r", "b"))]] = [0, 1]
    sensitive = Threshold(3).sensitive(values)
    plain = Table(layout.equations(), values, sensitive, values == 0, layout)
    guarded = Table(layout.equations(), values, sensitive, values == 0, layout, owners)
    first, second = suppressed(plain), suppressed(guarded)
    assert second.hidden.sum() > first.hidden.sum()
    for owner, other in ((0, ("r", "b")), (1, ("r", "a"))):
        low, high = Audit(guarded, second.hidden, 1, owners == owner).interval(layout.number(other))
        assert high - low >= 1
