# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures that were published are kept, and a correction tells nobody what a count was or is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from baken.disclosure.attack.integer import integer
from baken.disclosure.attack.run import attack
from baken.disclosure.dimension import flat, grouped
from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding.decision import Decision, figures_in
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.protect import NotProtectedError, protect
from baken.disclosure.rounding.versions import all_versions

KEY, OTHER = b"k" * 32, b"o" * 32


def layout_of(areas: int, codes: int) -> Layout:
    names = [f"a{number}" for number in range(areas)]
    half = areas // 2
    groups = [("north", names[:half]), ("south", names[half:]), ("city", names)]
    return Layout((grouped("area", names, groups), flat("code", [f"c{number}" for number in range(codes)])))


def decided(layout: Layout, counts: Counts, earlier: tuple[Decision, ...] = (), key: bytes = KEY) -> Decision:
    known = np.zeros(layout.shape, np.bool_)
    known[-1] = True
    made = protect(layout, counts, key, Options(release="test"), known, earlier)
    return Decision(made.told, counts, made.secret)


def inner_told(decision: Decision) -> Counts:
    return decision.told.published[tuple(map(slice, decision.layout.inner_shape))]


@given(st.integers(0, 2**32), st.integers(4, 9), st.integers(2, 5))
@settings(max_examples=12, deadline=None)
def test_who_keeps_all_versions_works_nothing_out(seed: int, areas: int, codes: int) -> None:
    random = np.random.default_rng(seed)
    layout = layout_of(areas, codes)
    counts = random.poisson(random.choice([0.5, 2, 4], (areas, codes)))
    decisions: tuple[Decision, ...] = ()
    try:
        for _ in range(3):
            decisions += (decided(layout, counts, decisions),)
            counts = counts.copy()
            counts[random.integers(areas), random.integers(codes)] = random.poisson(4)
    except NotProtectedError:
        assume(False)
    joined = all_versions(decisions).knowledge
    assert attack(joined).lost
    # The same by programs over whole numbers alone, cell by cell.
    found = integer(joined)
    assert found.complete
    assert not len(found.recomputed(joined.secret))


def test_drawing_a_correction_anew_would_give_counts_away() -> None:
    fallen = 0
    for seed in range(20):
        random = np.random.default_rng(seed)
        layout = layout_of(8, 4)
        counts = random.poisson(2, (8, 4))
        first = decided(layout, counts)
        corrected = counts.copy()
        corrected[3, 1] += 3
        anew = decided(layout, corrected, key=OTHER)
        fallen += len(attack(all_versions((first, anew)).knowledge).fallen)
        kept = decided(layout, corrected, (first,), key=OTHER)
        assert attack(all_versions((first, kept)).knowledge).lost
    assert fallen >= 1


def test_the_same_counts_keep_their_figures_whatever_the_secret() -> None:
    layout = layout_of(10, 6)
    counts = np.random.default_rng(1).poisson(2, (10, 6))
    first = decided(layout, counts)
    assert decided(layout, counts, (first,), OTHER).told is first.told


def test_nearly_all_counts_that_did_not_change_keep_their_figures() -> None:
    layout = layout_of(40, 20)
    random = np.random.default_rng(2)
    counts = random.poisson(3, (40, 20))
    first = decided(layout, counts)
    corrected = counts.copy()
    corrected[random.integers(0, 40, 12), random.integers(0, 20, 12)] += random.integers(1, 5, 12)
    second = decided(layout, corrected, (first,))
    same = counts == corrected
    kept = (inner_told(first) == inner_told(second))[same]
    assert kept.mean() > 0.97


def test_what_was_told_before_the_last_correction_is_told_again_when_that_is_undone() -> None:
    layout = layout_of(8, 4)
    counts = np.random.default_rng(3).poisson(2, (8, 4))
    first = decided(layout, counts)
    corrected = counts.copy()
    corrected[0, 0] += 2
    second = decided(layout, corrected, (first,))
    assert decided(layout, counts, (first, second)).told is first.told


def test_a_small_count_that_grows_large_is_not_betrayed_by_the_figure_it_gets() -> None:
    """3 becomes 9 and the city's exact total rises by 6: an exact 9 would tell that it was 3."""
    layout = layout_of(8, 1)
    counts = np.array([[3], [12], [2], [8], [1], [7], [4], [30]])
    first = decided(layout, counts)
    corrected = counts.copy()
    corrected[0, 0] = 9
    second = decided(layout, corrected, (first,))
    changed = inner_told(first) != inner_told(second)
    assert second.told.widened[0, 0] or changed[1:].any()
    assert attack(all_versions((first, second)).knowledge).lost


def test_a_correction_that_cannot_be_hidden_is_refused() -> None:
    """The only count of its code: whatever is published, the totals of the city tell it."""
    layout = layout_of(2, 1)
    first = decided(layout, np.array([[7], [0]]))
    with pytest.raises(NotProtectedError):
        decided(layout, np.array([[3], [0]]), (first,))


def test_an_area_that_is_added_is_not_told_by_the_totals() -> None:
    """The city's exact totals rise by its very counts, so some figures of others are drawn anew."""
    random = np.random.default_rng(5)
    counts = random.poisson(2, (8, 4))
    first = decided(layout_of(8, 4), counts)
    more = np.concatenate([counts, random.poisson(2, (1, 4))])
    second = decided(layout_of(9, 4), more, (first,))
    there, figures = figures_in(first, second.layout)
    inside = (slice(0, 8), slice(0, 4))
    assert there[inside].all()
    assert not there[8].any()
    assert (figures[inside] == second.told.shown[inside]).mean() > 0.7
    assert attack(all_versions((first, second)).knowledge).lost
