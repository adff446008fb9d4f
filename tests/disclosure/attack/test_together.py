# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from baken.disclosure.attack.differencing import exposed, overlaid, regions
from baken.disclosure.attack.join import Key, Part, joined
from baken.disclosure.attack.propagation import Contradiction, narrowed
from baken.disclosure.attack.releases import Release, together
from baken.disclosure.attack.run import attack
from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import UNBOUNDED, Knowledge

NONE = Equations.joined([])


def told(**bounds: int | tuple[int, int]) -> Knowledge:
    pairs = [one if isinstance(one, tuple) else (one, one) for one in bounds.values()]
    lower, upper = (np.array(side, np.int64) for side in zip(*pairs, strict=True))
    return Knowledge(lower, upper, lower < upper, NONE)


def part(name: str, **bounds: int | tuple[int, int]) -> Part:
    return Part(name, list(bounds), told(**bounds))


def test_the_same_key_is_the_same_unknown() -> None:
    both = joined([part("map", a=(1, 4), b=(0, 9)), part("table", b=(3, 20), c=7)])
    assert both.keys == ("a", "b", "c")
    assert both.knowledge.lower.tolist() == [1, 3, 7]
    assert both.knowledge.upper.tolist() == [4, 9, 7]
    assert both.cells["table"].tolist() == [1, 2]


def test_publications_that_contradict_each_other_are_named() -> None:
    with pytest.raises(Contradiction, match="'table' tells of b what cannot be true"):
        joined([part("map", b=3), part("table", b=4)])


def test_two_publications_together_give_away_what_neither_does() -> None:
    rest = joined([part("map", total=12, west=(1, 9)), part("text", east=9)])
    outcome = attack(rest.with_sums([("total", [("west", 1), ("east", 1)])]).knowledge)
    assert [(one.cell, one.lower) for one in outcome.recomputed] == [(1, 3)]


def test_the_difference_of_overlapping_areas_comes_to_light() -> None:
    """A police team that is a district without one street: both published, the street not."""
    cut = regions({"district": ["s1", "s2", "s3"], "team": ["s1", "s2"], "other": ["s3", "s4"]})
    assert cut.areas == {"district": (0, 1), "team": (0,), "other": (1, 2)}
    figures: dict[Key, int] = {("district", "theft"): 40, ("team", "theft"): 38, ("other", "theft"): 55}
    values = np.array(list(figures.values()))
    publication = Part("both", list(figures), Knowledge(values, values, np.zeros(3, bool), NONE))
    overlay = overlaid(joined([publication]), cut)
    small = exposed(narrowed(overlay.knowledge), 5)
    assert [overlay.name(cell) for cell in small.tolist()] == ["district & other only x theft"]


def test_an_area_without_units_is_refused() -> None:
    with pytest.raises(ValueError, match="area 'x' has no units"):
        regions({"x": []})


def test_the_year_so_far_gives_away_a_month() -> None:
    january = Release(part("january", jan=(1, 4)))
    february = Release(part("february", feb=9, so_far=11), sums=[("so_far", ["jan", "feb"])])
    assert len(attack(together([january]).knowledge).recomputed) == 0
    assert [one.lower for one in attack(together([january, february]).knowledge).recomputed] == [2]


def test_a_revised_period_is_another_unknown() -> None:
    first = Release(part("first", jan=3))
    with pytest.raises(Contradiction):
        together([first, Release(part("second", jan=4))])
    both = together([first, Release(part("second", jan=4), frozenset({"jan"}))])
    assert both.knowledge.lower.tolist() == [3, 4]
    assert both.name(1) == "jan v2"


def test_a_sum_takes_the_version_of_its_time() -> None:
    releases = [
        Release(part("first", jan=(1, 4), feb=2, so_far=5), sums=[("so_far", ["jan", "feb"])]),
        Release(part("second", jan=(1, 9)), frozenset({"jan"})),
    ]
    outcome = attack(together(releases).knowledge)
    assert [(one.cell, one.lower) for one in outcome.recomputed] == [(0, 3)]


def test_a_key_twice_and_a_name_twice_are_refused() -> None:
    with pytest.raises(ValueError, match="same key"):
        Part("x", ["a", "a"], told(a=1, b=2))
    with pytest.raises(ValueError, match="same name"):
        joined([part("x", a=1), part("x", b=1)])
    assert int(UNBOUNDED) == 2**40
