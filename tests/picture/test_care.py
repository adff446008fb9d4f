# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A theme about care holds figures of many people together, and nothing of a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from baken.areas.load import load_register
from baken.catalogue.frame import checked
from baken.model.errors import InputError, PublicationError
from baken.model.strand import Consent, ResidentSource, ResidentVoice
from baken.model.text import Text
from baken.picture.care import check_care
from baken.picture.own_records import check_own_records

from .helpers import EXAMPLE, MAASTRICHT, bare, held, made_up, measured

THEME = "zorg-en-veiligheid"


@pytest.mark.requirement("THEME-04")
def test_the_theme_that_links_care_and_safety_is_marked_as_care() -> None:
    marked = {theme.id: theme.labels[0].label.nl for theme in bare().municipality.themes if theme.care}
    assert marked == {THEME: "Verbinding zorg en veiligheid"}
    assert {theme.id for theme in held(EXAMPLE).municipality.themes if theme.care} == {"jeugd-en-zorg"}


@pytest.mark.requirement("THEME-04")
@pytest.mark.parametrize("area", [MAASTRICHT, "BU09350000"])
def test_a_figure_on_care_that_stands_for_a_few_people_is_refused_at_every_level(area: str) -> None:
    check_care(made_up([measured("verward-gedrag", 2024, "8.0", area=area)]))
    few = made_up([measured("verward-gedrag", 2024, "3.0", area=area, people=1000)])
    with pytest.raises(PublicationError, match="is about care and stands for fewer than 5 people"):
        check_care(few)


@pytest.mark.requirement("THEME-04")
def test_a_theme_about_care_takes_aggregated_figures_only() -> None:
    material = bare()
    units = {**material.catalogue.units}
    units["per_1000_inhabitants"] = replace(units["per_1000_inhabitants"], denominator=None)
    with pytest.raises(
        InputError, match=f"theme '{THEME}' is about care .* 'verward-gedrag' is a bare count"
    ):
        checked(material.municipality, replace(material.catalogue, units=units))


def test_a_protected_count_on_care_does_not_keep_an_edition_from_being_made() -> None:
    """Nobody can tell how many people are behind it; an exact small one is refused still."""
    few = measured("verward-gedrag", 2024, "3.0", area="BU09350000", people=1000)
    with pytest.raises(PublicationError, match="stands for fewer than 5 people"):
        check_care(made_up([few]))
    check_care(made_up([replace(few, value=Decimal(5), count=5, spread=4, spread_limit=4)]))


def voice(what: str = "Buren vangen elkaar op.", people: int | None = 18) -> ResidentVoice:
    return ResidentVoice(
        id="gesprek",
        source=ResidentSource.NEIGHBOURHOOD_TALK,
        area=MAASTRICHT,
        theme=THEME,
        what=Text(what, "Neighbours help each other."),
        held=date(2026, 1, 1),
        consent=Consent.GROUP,
        people=people,
    )


@pytest.mark.requirement("THEME-04")
@pytest.mark.parametrize(
    "what",
    [
        "Jan de Vries (42) is vaak verward.",
        "Cliënt met BSN 123456782 komt niet meer opdagen.",
        "De bewoner van Voorbeeldstraat 12 heeft hulp nodig.",
    ],
)
def test_data_of_a_person_in_a_theme_about_care_are_refused(what: str) -> None:
    municipality = bare().municipality
    check_own_records(replace(municipality, residents=(voice(),)), load_register(MAASTRICHT))
    with pytest.raises(InputError, match="person") as refused:
        check_own_records(replace(municipality, residents=(voice(what),)), load_register(MAASTRICHT))
    assert what not in str(refused.value)


@pytest.mark.requirement("THEME-04")
def test_what_a_few_people_said_about_care_is_refused() -> None:
    material = bare()
    checked(replace(material.municipality, residents=(voice(),)), material.catalogue)
    with pytest.raises(InputError, match="comes from fewer than 5 people"):
        checked(replace(material.municipality, residents=(voice(people=2),)), material.catalogue)
