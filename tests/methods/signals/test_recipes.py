# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from baken.methods.signals.ears import EarsOptions, ears
from baken.methods.signals.farrington_flexible import NOUFAILY, farrington_flexible
from baken.methods.signals.recipes import RECIPES, detect

COUNTS = np.random.default_rng(6).poisson(7, (3, 340)).astype(float)


@pytest.mark.parametrize("name", RECIPES)
def test_every_recipe_judges_a_year(name: str) -> None:
    table = detect(name, COUNTS)
    expected = 49 if RECIPES[name].per_year == 52 else 12
    assert table.alarm.shape == (3, expected)
    assert table.first == 340 - expected
    assert (table.reason == 0).all()


def test_a_recipe_is_the_detector_with_its_settings() -> None:
    ours = detect("noufaily", COUNTS, np.full(COUNTS.shape, 1000.0), monitored=3)
    assert np.array_equal(ours.upper, farrington_flexible(COUNTS, NOUFAILY, 3).signals.upper)
    weekly = detect("ears_c1", COUNTS, per_year=52)
    assert np.array_equal(weekly.upper, ears(COUNTS, EarsOptions(alpha=0.01), 49).upper)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ({"name": "other"}, "no detector"),
        ({"name": "noufaily", "per_year": 12}, "52 periods"),
        ({"name": "ears_c1", "per_year": 4}, "52 or 12"),
        ({"name": "ears_c1", "population": COUNTS}, "knows no population"),
    ],
)
def test_a_wrong_call_is_refused(call: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        detect(counts=COUNTS, **call)  # type: ignore[arg-type]
