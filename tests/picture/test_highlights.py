# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The points that stand out: few, each with its rule, none twice and no pandemic year on its own."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.model.finding import Highlight
from baken.model.observation import Observation
from baken.picture.highlights import MOST, ranking, same_phenomenon
from baken.picture.picture import SafetyPicture

from .helpers import EXAMPLE, MAASTRICHT, bare, made_up, measured, picture

RATES = (
    *("vermogensdelicten", "hic", "overlast", "winkeldiefstal", "geweld", "diefstal-uit-woning"),
    *("vernieling", "zakkenrollerij", "drugshandel", "verward-gedrag"),
)
YEARS = (2019, 2021, 2022, 2023)
Series = tuple[str, ...]


def series(name: str, values: Series, years: tuple[int, ...]) -> list[Observation]:
    return [measured(name, year, value) for year, value in zip(years, values, strict=True)]


def points(*observations: list[Observation]) -> tuple[Highlight, ...]:
    return made_up([one for row in observations for one in row]).highlights


def check_points(shown: SafetyPicture) -> None:
    found = shown.highlights
    names = [one.indicator for one in found]
    assert len(found) <= MOST == 5
    assert len(set(names)) == len(names)
    assert not {"hic", "diefstal-uit-woning"} <= set(names)
    indicators = [shown.material.catalogue.indicator(name) for name in names]
    assert not any(same_phenomenon(one, two) for one, two in combinations(indicators, 2))
    for one in found:
        assert one.rule.nl.startswith("Gekozen omdat ")
        assert one.rule.en.startswith("Picked because ")
        about_change = "verschil met" not in one.rule.nl
        if about_change and one.change and one.change.pandemic:
            assert "Zonder coronajaren (" in one.sentence.nl
            assert "Without pandemic years (" in one.sentence.en


@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_carried_figures_give_at_most_five_points_each_with_its_rule(code: str) -> None:
    assert len(picture(code).highlights) >= 3
    check_points(picture(code))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.fixed_dictionaries(
        {
            name: st.tuples(*(st.integers(1, 400).map(lambda tenths: f"{tenths / 10:.1f}") for _ in YEARS))
            for name in RATES
        }
    )
)
def test_whatever_the_figures_the_points_are_few_and_never_about_one_thing_twice(
    values: dict[str, Series],
) -> None:
    shown = made_up([one for name, row in values.items() for one in series(name, row, YEARS)])
    check_points(shown)
    assert shown.highlights == made_up(shown.material.holdings.snapshots[0].observations).highlights


def test_hic_and_theft_from_dwellings_are_one_point_and_the_stronger_is_it() -> None:
    weak, strong = ("3.0", "2.0"), ("3.0", "1.0")
    for first, second in (("hic", "diefstal-uit-woning"), ("diefstal-uit-woning", "hic")):
        found = points(series(first, strong, (2023, 2025)), series(second, weak, (2023, 2025)))
        assert [one.indicator for one in found] == [first]


def test_at_most_five_points_are_kept_of_more_and_the_most_certain_go_first() -> None:
    rows = [series(name, ("9.0", f"{9 - n}.0"), (2023, 2025)) for n, name in enumerate(RATES, 1) if n < 9]
    found = points(*rows)
    assert len(found) == 5
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_a_change_that_may_be_chance_or_is_not_judged_is_no_point() -> None:
    chance = series("geweld", ("6.0", "6.1"), (2023, 2025))
    rates_only = [measured("hic", year, value, people=None) for year, value in ((2023, "9.0"), (2025, "1.0"))]
    assert points(chance, rates_only) == ()


@pytest.mark.parametrize("years", [(2020, 2021), (2020, 2023)])
def test_a_pandemic_year_that_cannot_be_left_out_is_no_point(years: tuple[int, int]) -> None:
    assert points(series("geweld", ("9.0", "2.0"), years)) == ()


def test_a_change_that_is_there_only_with_a_pandemic_year_is_said_with_the_change_without_it() -> None:
    (found,) = points(series("geweld", ("6.1", "6.0", "2.0"), (2018, 2019, 2021)))
    assert "maar alleen met een coronajaar erbij" in found.rule.nl
    assert found.sentence.nl.endswith(
        "Zonder coronajaren (2018-2019) was het verschil \u22121,6 %. "
        "De verandering is alleen aangetoond met een coronajaar erbij."
    )
    assert found.sentence.en.endswith(
        "Without pandemic years (2018-2019) the difference was \u22121.6 %. "
        "The change is shown only with a pandemic year included."
    )


def test_a_change_with_and_without_pandemic_years_goes_before_one_that_needs_them() -> None:
    lasting = series("hic", ("3.0", "2.0", "1.9"), (2017, 2019, 2021))
    passing = series("geweld", ("6.1", "6.0", "2.0"), (2017, 2019, 2021))
    assert [one.indicator for one in points(lasting, passing)] == ["hic", "geweld"]


def test_a_change_does_not_start_in_a_pandemic_year_where_an_ordinary_year_can_be_had() -> None:
    shown = made_up(series("geweld", ("2.0", "6.0", "6.1"), (2021, 2022, 2023))).record("geweld", MAASTRICHT)
    assert shown.change
    assert shown.change.start.year == 2022
    assert points(series("geweld", ("2.0", "6.0", "6.1"), (2021, 2022, 2023))) == ()


def test_a_certain_difference_with_the_country_is_a_point_of_its_own() -> None:
    figures = [measured("geweld", 2025, "9.0"), measured("geweld", 2025, "5.0", area="NL", people=17_000_000)]
    (found,) = made_up(figures).highlights
    assert found.rule.nl == "Gekozen omdat de marge een verschil met Nederland aantoont."
    assert found.rule.en == "Picked because the margin shows a difference from the Netherlands."
    assert found.sentence.nl.endswith("In 2025 lag het cijfer hoger dan in Nederland, waar het 5,0 was.")


def test_the_ranking_holds_supported_changes_only_and_the_largest_first() -> None:
    rows = [
        *series("hic", ("3.0", "2.0"), (2023, 2025)),
        *series("geweld", ("6.0", "2.0"), (2023, 2025)),
        *series("overlast", ("9.0", "9.1"), (2023, 2025)),
    ]
    assert [one.indicator.id for one in ranking(made_up(rows).records)] == ["geweld", "hic"]


def test_without_figures_nothing_stands_out() -> None:
    assert made_up([]).highlights == ()
    assert bare().indicators
