# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The rounding on the test tables: as good as it says, quick, and the same for the same key."""

import time
from collections.abc import Callable

import numpy as np
import pytest

from baken.disclosure.dimension import flat
from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.protect import protect
from disclosure import city
from disclosure.rounding.cities import KEY

Table = Callable[[], tuple[Layout, Counts]]
TABLES = [
    (city.two_way, 3, 0.554),
    (city.two_way, 5, 1.077),
    (city.by_group, 3, 0.642),
    (city.by_group, 5, 1.309),
    (city.three_way, 3, 0.405),
    (city.three_way, 5, 0.706),
]


@city.needs_tables
@pytest.mark.parametrize(("table", "base", "mean"), TABLES)
def test_errors_are_smaller_than_those_of_the_reference(table: Table, base: int, mean: float) -> None:
    layout, counts = table()
    found = protect(layout, counts, KEY, Options(base=base))
    assert found.quality.mean_error < mean


@city.needs_tables
def test_the_whole_cube_to_base_three() -> None:
    layout, counts = city.three_way()
    protect(layout, counts, KEY, Options(base=3, sweeps=1))
    before = time.process_time()
    found = protect(layout, counts, KEY, Options(base=3))
    assert time.process_time() - before < 2.0
    assert found.quality.largest_error <= 5
    assert found.quality.mean_error <= 0.405
    assert found.quality.utility >= 0.875
    assert found.repair.broken == found.repair.broken_sums == 0


@city.needs_tables
def test_the_same_key_and_release_give_the_same_cube() -> None:
    layout, counts = city.by_group()
    once = protect(layout, counts, KEY, Options(base=3, release="2024")).published
    assert np.array_equal(protect(layout, counts, KEY, Options(base=3, release="2024")).published, once)
    for other in (
        protect(layout, counts, KEY, Options(base=3, release="2025")),
        protect(layout, counts, KEY[::-1], Options(base=3, release="2024")),
    ):
        assert (other.published != once).mean() > 0.1


def test_a_key_must_be_a_secret() -> None:
    layout, counts = city_of_one()
    with pytest.raises(ValueError, match="at least 16"):
        protect(layout, counts, b"short")


@pytest.mark.parametrize("base", [0, 1, 1001])
def test_a_base_without_meaning_is_refused(base: int) -> None:
    with pytest.raises(ValueError, match="between 2 and 1000"):
        Options(base=base)


def test_counts_must_be_counts() -> None:
    layout, counts = city_of_one()
    with pytest.raises(ValueError, match="below zero"):
        protect(layout, counts - 9, KEY)
    with pytest.raises(ValueError, match="whole numbers"):
        protect(layout, counts * 0.5, KEY)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="shape"):
        protect(layout, np.zeros((2, 2), np.int64), KEY)
    with pytest.raises(ValueError, match="shape"):
        protect(layout, counts, KEY, known=np.zeros((1,), np.bool_))


def city_of_one() -> tuple[Layout, Counts]:
    return Layout((flat("area", ["B1"]),)), np.array([2])
