# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How much of a picture is current, in one sentence."""

from __future__ import annotations

import pytest

from baken.model.text import Language
from baken.picture.completeness import Completeness


def held(total: int, current: int, *, steered: bool = True) -> Completeness:
    names = tuple(f"i{number}" for number in range(total))
    return Completeness(
        indicators=names,
        with_figures=names,
        current=names[:current],
        outdated=names[current:],
        steered=steered,
    )


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (held(11, 0), "Van de 11 cijfers waarop het veiligheidsprogramma stuurt, is er niet één actueel."),
        (held(11, 4), "Van de 11 cijfers waarop het veiligheidsprogramma stuurt, zijn er 4 actueel."),
        (held(11, 11), "Alle 11 cijfers waarop het veiligheidsprogramma stuurt, zijn actueel."),
        (held(17, 2, steered=False), "Van de 17 cijfers die bij de thema's horen, zijn er 2 actueel."),
        (held(0, 0), "Voor dit beeld zijn nog geen cijfers gekozen."),
    ],
)
def test_it_says_how_many_are_current_and_of_what(one: Completeness, said: str) -> None:
    assert one.text.in_(Language.NL).startswith(said)


def test_an_old_figure_is_said_to_be_old_only_where_there_is_one() -> None:
    assert held(3, 2).text.en.endswith("An old figure says how it was, not how it is.")
    assert held(3, 3).text.en == "All 3 figures that the safety programme steers by are current."


def test_the_share_that_is_current_is_whole_and_not_made_of_nothing() -> None:
    assert held(3, 2).percent_current == 67
    assert held(0, 0).percent_current == 0
