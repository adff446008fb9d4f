# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Themes in order by scores in sight of everybody, and targets that a person confirms first."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import UsageError
from baken.model.goal import Goal
from baken.picture.goal_targets import target_questions
from baken.picture.theme_rank import EQUAL, Criterion, rank_themes

C = Criterion
CATALOGUE = load_catalogue()


def scores(*values: int | None) -> dict[Criterion, Decimal | None]:
    return {
        one: None if value is None else Decimal(value) for one, value in zip(Criterion, values, strict=True)
    }


@pytest.mark.requirement("THEME-09")
def test_themes_stand_in_the_order_of_the_weighted_mean() -> None:
    found = rank_themes({"zorg": scores(1, 2, 3, 4, 5), "drugs": scores(5, 5, 5, 5, 4)})
    assert [(one.theme, one.rank, one.total) for one in found.ranked] == [
        ("drugs", 1, Fraction(24, 5)),
        ("zorg", 2, Fraction(3)),
    ]
    assert sum(found.ranked[0].parts.values()) == Fraction(24, 5)
    assert found.weights == EQUAL
    turned = rank_themes(
        {"zorg": scores(1, 2, 3, 4, 5), "drugs": scores(5, 5, 5, 5, 4)}, {C.INFLUENCE: Decimal(2)}
    )
    assert [one.theme for one in turned.ranked] == ["zorg", "drugs"]
    assert turned.weights[C.THREAT] == 0


@pytest.mark.requirement("THEME-09")
def test_equal_totals_share_a_place_and_say_so() -> None:
    found = rank_themes({"c": scores(1, 1, 1, 1, 1), "b": scores(1, 5, 3, 3, 3), "a": scores(3, 3, 3, 3, 3)})
    assert [(one.theme, one.rank, one.tied_with) for one in found.ranked] == [
        *(("a", 1, ("b",)), ("b", 1, ("a",)), ("c", 3, ())),
    ]


@pytest.mark.requirement("THEME-09")
def test_a_theme_that_lacks_a_score_has_no_place_unless_it_does_not_count() -> None:
    given_scores = {"a": scores(5, None, 5, 5, None), "b": scores(1, 1, 1, 1, 1)}
    found = rank_themes(given_scores)
    assert [one.theme for one in found.ranked] == ["b"]
    assert found.unranked == (("a", (C.SIZE, C.INFLUENCE)),)
    light = EQUAL | {C.SIZE: Decimal(0), C.INFLUENCE: Decimal(0)}
    assert [one.theme for one in rank_themes(given_scores, light).ranked] == ["a", "b"]
    assert rank_themes({"a": {}}).unranked == (("a", tuple(Criterion)),)


SCORE = st.none() | st.integers(1, 5)
THEMES = st.dictionaries(st.sampled_from("abcdef"), st.builds(scores, *[SCORE] * 5))
WEIGHTS = st.dictionaries(st.sampled_from(Criterion), st.decimals("0.1", 9, places=1), min_size=1)


@pytest.mark.requirement("THEME-09")
@given(THEMES, WEIGHTS, st.randoms())
def test_the_order_does_not_depend_on_the_order_of_what_is_given(
    themes: dict[str, dict[Criterion, Decimal | None]],
    weights: dict[Criterion, Decimal],
    chance: Random,
) -> None:
    found = rank_themes(themes, weights)
    names = list(themes)
    chance.shuffle(names)
    turned = dict(reversed([(one, weights[one]) for one in weights]))
    assert rank_themes({one: themes[one] for one in names}, turned) == found
    assert {one.theme for one in found.ranked} | {name for name, _ in found.unranked} == set(themes)
    totals = [one.total for one in found.ranked]
    assert totals == sorted(totals, reverse=True)
    assert all(1 <= one <= 5 for one in totals)


def test_weights_and_scores_that_cannot_be_are_refused() -> None:
    with pytest.raises(UsageError, match="the weight of 'size' is -1"):
        rank_themes({}, {C.SIZE: Decimal(-1)})
    with pytest.raises(UsageError, match="no criterion has a weight"):
        rank_themes({}, {C.SIZE: Decimal(0)})
    for value in (0, 6):
        with pytest.raises(UsageError, match=f"the score of 'a' for threat is {value}. Give 1 to 5"):
            rank_themes({"a": scores(value, 1, 1, 1, 1)})


def goal(name: str, value: int | None) -> Goal:
    year = None if value is None else 2030
    target = None if value is None else Decimal(value)
    return Goal(id=f"g-{name}-{value}", title="x", indicators=(name,), target=target, target_year=year)


@pytest.mark.requirement("THEME-14")
def test_a_target_of_zero_registrations_asks_for_a_confirmation() -> None:
    zero, some, none = goal("winkeldiefstal", 0), goal("winkeldiefstal", 2), goal("winkeldiefstal", None)
    (question,) = target_questions(CATALOGUE, (zero, some, none))
    assert question.goal is zero
    assert question.caveat == CATALOGUE.guidance["no-zero-target"].text
    assert not list(target_questions(CATALOGUE, (zero,), confirmed=(zero.id,)))
    assert not list(target_questions(CATALOGUE, (goal("own-indicator", 0),)))


def test_an_indicator_that_is_unfit_to_steer_by_says_why() -> None:
    unfit = goal("verward-gedrag", 5)
    (question,) = target_questions(CATALOGUE, (unfit,))
    caveat = CATALOGUE.indicators["verward-gedrag"][-1].target_caveat
    assert question.caveat == caveat
