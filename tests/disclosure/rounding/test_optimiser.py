# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Against who knows the method and not the key: no published number belongs to one original alone."""

import numpy as np
import pytest

from baken.disclosure.dimension import flat
from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.protect import protect
from disclosure.rounding.cities import KEY

LAYOUT = Layout((flat("area", list("abcd")), flat("offence", list("vwxyz"))))


def draws(counts: Counts, base: int, many: int, name: str) -> list[Counts]:
    options = (Options(base=base, release=f"{name} {one}", sweeps=60) for one in range(many))
    return [protect(LAYOUT, counts, KEY, one).published[:4, :5] for one in options]


@pytest.mark.parametrize("base", [3, 5])
def test_what_is_published_leaves_the_value_open(base: int) -> None:
    """Over many cities and draws every value of an inner cell has its share of each published number."""
    random = np.random.default_rng(base)
    true, published = [], []
    for one in range(150):
        counts = random.poisson(base / 2, (4, 5)).astype(np.int64)
        true.append(counts)
        published += draws(counts, base, 1, str(one))
    values, shown = np.stack(true).ravel(), np.stack(published).ravel()
    for number, possible in ((0, range(base)), (base, range(1, base + 1))):
        shares = [(values[shown == number] == value).mean() for value in possible]
        assert sum(shares) == pytest.approx(1.0)
        assert max(shares) < 0.8
        assert sum(share > 0.02 for share in shares) >= 2
    assert 0.1 < (values[shown == 0] == 1).mean() < 0.9


@pytest.mark.slow
@pytest.mark.parametrize("base", [3, 5])
def test_another_original_could_have_given_the_same_cube(base: int) -> None:
    """For nearly every small count some draw of a table with another value there gives the same cube.

    A cube that comes out in one of a few draws is met again only by chance, so a few cells may be missed.
    """
    random = np.random.default_rng(5)
    small = met = 0
    for city in range(4):
        counts = random.poisson(0.45 * base, (4, 5)).astype(np.int64)
        outcomes = [one.tobytes() for one in draws(counts, base, 60, f"city {city}")]
        usual = max(set(outcomes), key=lambda one: (outcomes.count(one), one))
        shown = np.frombuffer(usual, np.int64).reshape(4, 5)
        for place in zip(*np.nonzero((counts > 0) & (counts < base)), strict=True):
            small += 1
            for value in range(int(shown[place] > 0), base + int(shown[place] > 0)):
                other = counts.copy()
                other[place] = value
                if value != counts[place] and usual in {
                    one.tobytes() for one in draws(other, base, 60, f"{city} {place} {value}")
                }:
                    met += 1
                    break
    assert met / small > 0.8
