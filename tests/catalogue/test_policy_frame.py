# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The frame around the figures: themes, points of attention, programmes, and what is refused in them."""

from dataclasses import replace

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.frame import checked
from baken.catalogue.municipality import load_municipality, municipalities
from baken.model.errors import InputError
from baken.model.indicator import Direction, IndicatorKind
from baken.model.policy import Theme, ThemeKind

MAASTRICHT = load_municipality("GM0935")
THEMES = {theme.id: theme for theme in MAASTRICHT.themes}


@pytest.mark.requirement("THEME-01")
def test_a_theme_has_a_code_labels_in_two_languages_indicators_and_an_owner() -> None:
    theme = THEMES["ondermijning"]
    assert (theme.name.nl, theme.name.en) == ("Ondermijnende criminaliteit", "Undermining crime")
    assert theme.indicators == ("drugshandel",)
    assert theme.owner == "burgemeester"


@pytest.mark.requirement("THEME-02")
def test_the_nuisance_theme_joins_objective_and_subjective_indicators() -> None:
    catalogue = load_catalogue()
    kinds = {catalogue.indicator(name).kind for name in THEMES["overlast-en-beleving"].indicators}
    assert kinds == {IndicatorKind.OBJECTIVE, IndicatorKind.SUBJECTIVE}


@pytest.mark.requirement("THEME-03")
def test_the_crime_theme_shows_property_offences_and_hic_apart() -> None:
    assert {"vermogensdelicten", "hic"} <= set(THEMES["veelvoorkomende-criminaliteit"].indicators)


@pytest.mark.requirement("THEME-05")
def test_there_are_four_themes_and_two_points_of_attention() -> None:
    kinds = [theme.kind for theme in MAASTRICHT.themes]
    assert kinds.count(ThemeKind.THEME) == 4
    assert kinds.count(ThemeKind.ATTENTION) == 2


@pytest.mark.requirement("THEME-07")
def test_a_theme_keeps_the_label_of_each_document() -> None:
    labels = {one.document: one.label.nl for one in THEMES["veelvoorkomende-criminaliteit"].labels}
    assert labels == {
        "raadsvoorstel 2023": "Veelvoorkomende criminaliteit/HIC",
        "veiligheidsbeeld 2026": "Criminaliteit",
    }


@pytest.mark.requirement("THEME-08")
def test_each_theme_says_where_it_comes_from_and_one_without_is_refused() -> None:
    assert all(theme.origins for theme in MAASTRICHT.themes)
    bare = replace(THEMES["ondermijning"], origins=())
    with pytest.raises(InputError, match="theme 'ondermijning' does not say where it comes from"):
        checked(replace(MAASTRICHT, themes=(bare,)), load_catalogue())


@pytest.mark.requirement("THEME-15")
def test_every_objective_indicator_is_better_lower_except_halt() -> None:
    catalogue = load_catalogue()
    newest = [versions[-1] for versions in catalogue.indicators.values()]
    ways = {one.id: one.direction for one in newest if one.kind is IndicatorKind.OBJECTIVE}
    assert ways.pop("halt") is Direction.AMBIGUOUS
    assert len(ways) == 7
    assert set(ways.values()) == {Direction.LOWER}
    for name in ("rapportcijfer-veiligheid", "tevreden-gemeente"):
        assert catalogue.indicator(name).direction is Direction.HIGHER


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"indicators": ("bestaat-niet",)}, "unknown indicator 'bestaat-niet'"),
        ({"fields": ("bestaat-niet",)}, "unknown field 'bestaat-niet'"),
        ({"owner": ""}, "has no portfolio holder"),
    ],
)
def test_a_theme_that_points_at_nothing_is_refused(change: dict[str, object], words: str) -> None:
    broken: Theme = replace(THEMES["ondermijning"], **change)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=words):
        checked(replace(MAASTRICHT, themes=(broken,)), load_catalogue())


@pytest.mark.parametrize("code", list(municipalities()))
def test_every_municipality_that_is_carried_makes_sense(code: str) -> None:
    municipality = load_municipality(code)
    assert checked(municipality, load_catalogue(municipality.country)) is municipality
