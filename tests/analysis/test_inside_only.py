# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every answer from true counts of small areas says that it is for inside only; no other answer does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.making import invented
from baken.analysis.compare_questions import held_comparison
from baken.analysis.held import Held
from baken.analysis.place_questions import held_places
from baken.analysis.signal_questions import Settings, held_signals
from baken.analysis.trend_questions import held_question
from baken.model.finding import Caveat

CITY, AREA, KIND = "GM9999", "BU99990000", "zakkenrollerij"


def as_if_real() -> Held:
    """Voorbeeldstad as if its figures were of people."""
    held = invented()
    return replace(held, municipality=replace(held.municipality, invented=False))


def answers(held: Held) -> dict[str, tuple[Caveat, ...]]:
    """The caveats of each question about small areas."""
    return {
        "trend": held_question(held, AREA, KIND).caveats,
        "compare": held_comparison(held, AREA, KIND, "neighbourhood", "2025").caveats,
        "signals": held_signals(held, AREA, (KIND,), "", Settings(method="pooled")).caveats,
        "hotspots and scan": tuple(held_places(held, CITY, KIND, "2025").caveats),
    }


@pytest.mark.parametrize("name", ["trend", "compare", "signals", "hotspots and scan"])
def test_real_counts_of_small_areas_are_for_inside(name: str) -> None:
    assert "internal" in [one.rule for one in answers(as_if_real())[name]]
    assert "internal" not in [one.rule for one in answers(invented())[name]]


def test_the_municipality_itself_is_for_everybody() -> None:
    assert "internal" not in [one.rule for one in held_question(as_if_real(), CITY, KIND).caveats]
