# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Random cities, rounded and then attacked by everybody: of no small count one value is left."""

from collections.abc import Iterable

import pytest

from baken.disclosure.attack.run import attack
from baken.disclosure.rounding.knowledge import knowledge_of
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.protect import protect
from disclosure.rounding.cities import KEY, city, yearly, yearly_and_municipal


def fallen(seeds: Iterable[int]) -> tuple[int, int, int]:
    """How many small counts there are in all, how many of them fall, and of how many nobody knows."""
    secret = fell = undecided = 0
    for seed in seeds:
        layout, counts = city(seed)
        public = (yearly, yearly_and_municipal)[seed % 2](layout)
        found = protect(layout, counts, KEY, Options(base=3 + 2 * (seed // 2 % 2)), public)
        outcome = attack(knowledge_of(found.told, found.secret))
        secret += int(found.secret.sum())
        fell += len(outcome.fallen)
        undecided += len(outcome.undecided)
    return secret, fell, undecided


def test_of_five_random_cities_nothing_is_recomputed() -> None:
    secret, *lost = fallen(range(5))
    assert secret > 500
    assert lost == [0, 0]


@pytest.mark.slow
def test_of_a_hundred_random_cities_nothing_is_recomputed() -> None:
    secret, *lost = fallen(range(100))
    assert secret > 20_000
    assert lost == [0, 0]
