# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import dataclasses
import math
from typing import Any

import numpy as np
import pytest

from baken.methods.interaction.knox import PermutationOptions, knox
from baken.methods.interaction.near_repeat import NearRepeats, near_repeat
from baken.methods.reason import Reason

FAR, LONG = (0, 100, 200, 300), (7, 14, 21)


def cloud(events: int = 300, seed: int = 2) -> tuple[Any, Any]:
    random = np.random.default_rng(seed)
    return random.integers(0, 2000, (events, 2)).astype(float), random.integers(0, 365, events).astype(float)


def test_bands_add_up_to_the_counts_of_knox() -> None:
    points, days = cloud()
    points[:20] = points[20:40]
    bands = near_repeat(points, days, FAR, LONG, PermutationOptions(99))
    tests = knox(points, days, FAR, LONG, PermutationOptions(99)).tests
    within = np.cumsum(np.cumsum(bands.pairs, axis=0), axis=1)
    assert within.ravel().tolist() == [test.near for test in tests]
    assert bands.pairs.shape == (4, 3)
    assert np.allclose(bands.ratio, bands.pairs / bands.expected)


def test_expected_is_what_margins_give() -> None:
    points, days = cloud()
    bands = near_repeat(points, days, FAR[1:], LONG, PermutationOptions(4999))
    tests = knox(points, days, FAR[1:], LONG, PermutationOptions(99)).tests
    expected = np.array([test.expected for test in tests]).reshape(3, 3)
    assert np.allclose(np.cumsum(np.cumsum(bands.expected, axis=0), axis=1), expected, rtol=0.03)


def test_planted_repeats_stand_out_and_nothing_else() -> None:
    points, days = cloud(600)
    again = points[:30] + 40, days[:30] + 3
    bands = near_repeat(np.concatenate([points, again[0]]), np.concatenate([days, again[1]]), FAR[1:], LONG)
    assert bands.adjusted_p[0, 0] == 0.001
    assert bands.ratio[0, 0] > 1.5
    assert (bands.adjusted_p.ravel()[1:] > 0.05).all()
    assert (bands.adjusted_p >= bands.p - 1e-9).all()


def test_equal_for_any_number_of_threads() -> None:
    points, days = cloud()
    one, four = (
        near_repeat(points, days, FAR, LONG, PermutationOptions(threads=threads)) for threads in (1, 4)
    )
    for field in dataclasses.fields(NearRepeats):
        assert np.array_equal(getattr(one, field.name), getattr(four, field.name), equal_nan=True)


def test_a_band_without_pairs_says_so() -> None:
    points, days = cloud()
    bands = near_repeat(points + np.arange(300)[:, None] / 1000, days, (0, 100), (7,), PermutationOptions(99))
    assert math.isnan(bands.ratio[0, 0])
    assert bands.p[0, 0] == bands.adjusted_p[0, 0] == 1


@pytest.mark.parametrize(
    ("points", "days", "reason"),
    [
        ([[0, 0], [1, 1], [2, math.nan]], [1, 2, 3], Reason.MISSING),
        ([[0, 0], [1, math.inf], [2, 2]], [1, 2, 3], Reason.INFINITE),
        ([[0, 0]], [1], Reason.TOO_FEW_CASES),
        ([[0, 0], [1, 1], [2, 2]], [4, 4, 4], Reason.NO_VARIATION),
        ([[0, 0], [900, 1], [2000, 2]], [1, 2, 3], Reason.TOO_FEW_CASES),
    ],
)
def test_bad_events_give_a_reason(points: Any, days: Any, reason: Reason) -> None:
    result = near_repeat(points, days, FAR, LONG)
    assert result.reason == reason
    assert result.pairs.size == result.adjusted_p.size == 0


def test_the_result_holds_no_point() -> None:
    assert not {"points", "x", "y"} & set(NearRepeats.__slots__)


@pytest.mark.slow
def test_the_chance_of_any_band_standing_out_by_chance_is_held() -> None:
    random = np.random.default_rng(9)
    any_band = []
    for _ in range(1000):
        points, days = random.random((200, 2)) * 1000, random.integers(0, 200, 200)
        bands = near_repeat(
            points,
            days,
            (50, 100, 150, 200),
            (7, 14, 21, 28),
            PermutationOptions(199, int(random.integers(10**6))),
        )
        any_band.append(bands.adjusted_p.min() <= 0.05)
    assert np.mean(any_band) == pytest.approx(0.05, abs=3 * math.sqrt(0.05 * 0.95 / 1000))
