# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Twelve monthly releases of the city, each rounded by itself, with the year so far, attacked at once."""

import time
from itertools import product

import numpy as np
import pytest

from baken.disclosure.attack.join import Key, Part
from baken.disclosure.attack.releases import Release, together
from baken.disclosure.attack.run import attack
from baken.disclosure.attack.witness import Effort
from baken.disclosure.certificates.check import checked
from baken.disclosure.certificates.find import of_attack
from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding.knowledge import knowledge_of
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.protect import protect
from disclosure.attack.tables import hidden_more
from disclosure.city import needs_tables, three_way

SECRET = b"not for publication"


def release(layout: Layout, counts: Counts, name: str, months: list[str]) -> Release:
    known = np.zeros(layout.shape, bool)
    known[-1] = True
    rounded = protect(layout, counts, SECRET, Options(release=name), known)
    cells = list(product(*(one.codes for one in layout.dimensions)))
    keys: list[Key] = [(*cell, name) for cell in cells]
    sums: list[tuple[Key, list[Key]]] = [
        ((*cell, f"to {name}"), [(*cell, month) for month in months]) for cell in cells
    ]
    return Release(Part(name, keys, knowledge_of(rounded.told, rounded.secret)), sums=sums)


@needs_tables
@pytest.mark.slow
def test_twelve_monthly_releases_together_give_nothing_away() -> None:
    whole, counts = three_way()
    layout, months = Layout(whole.dimensions[:2]), list(whole.dimensions[2].codes[:12])
    releases = [release(layout, counts[:, :, at], month, months[: at + 1]) for at, month in enumerate(months)]
    before = time.process_time()
    everything = together(releases)
    outcome = attack(everything.knowledge)
    assert time.process_time() - before < 60
    assert outcome.lost
    certificates = of_attack(everything.knowledge, outcome)
    assert checked(everything.knowledge, certificates).proven
    assert len(certificates.cells) > 10_000


@needs_tables
def test_what_binds_nothing_is_put_back_into_the_certificates() -> None:
    """A second and a third month as sums that nobody published."""
    knowledge, _, layout = hidden_more("g3d")
    keys: list[Key] = [layout.codes(cell) for cell in range(layout.cells)]
    areas, groups = (one.codes for one in layout.dimensions[:2])
    sums: list[tuple[Key, list[Key]]] = [
        ((*cell, "to M02"), [(*cell, "M01"), (*cell, "M02")]) for cell in product(areas, groups)
    ]
    more: list[tuple[Key, list[Key]]] = [
        ((*cell, "to M03"), [(*cell, "to M02"), (*cell, "M03")]) for cell in product(areas, groups)
    ]
    joint = together([Release(Part("all", keys, knowledge), sums=sums + more)])
    outcome = attack(joint.knowledge)
    assert len(outcome.loose.rounds) == 2
    assert len(outcome.loose.kept) < len(outcome.loose.whole.cells)
    assert checked(joint.knowledge, of_attack(joint.knowledge, outcome)).proven


@needs_tables
def test_without_effort_cells_stay_undecided_and_are_not_called_safe() -> None:
    knowledge, _, _ = hidden_more("2d")
    outcome = attack(knowledge, Effort(tries=0, probes=10))
    assert len(outcome.undecided) > 0
    assert not outcome.lost
    assert not outcome.found.complete
